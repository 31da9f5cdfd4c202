# SPDX-License-Identifier: MIT
# What the calibration needs beside the model: the program and the helpers of the SDK, built with one
# deliberate mistake each (README.md). Included by the Makefile; `make` does not build them.
#
#   build/mutants/KIND.list                name, requirements, what differs, with tabs between
#   build/mutants/KIND/NAME/source/        what the mutant is made of
#   build/mutants/KIND/NAME/cases          which cases are built with it: AREA/CASE
#   build/mutants/KIND/NAME/TARGET/        the cases, as they lie in build/TARGET/

mutants         := $(BUILD)/mutants
mutant_tables   := runner/mutants
# What the model runs.
mutant_targets  := $(filter x86_64-bare i686-bare,$(targets))
program_sources := $(wildcard $(addprefix kit/reference/,process-heaps.c print.c print.h multiply.h))
mutated_sources := $(addprefix $(mutants)/program/%/source/,$(notdir $(program_sources)))
# Names stand in the first column of the tables.
mutant_names     = $(shell sed -n 's/^\([a-z][a-z0-9-]*\)  .*/\1/p' $(mutant_tables)/$(1).mutants)

.PHONY: mutants
mutants: $(foreach k,program sdk,$(foreach t,$(mutant_targets),\
	$(patsubst %,$(mutants)/$(k)/%/$(t)/built,$(call mutant_names,$(k))))) $(mutants)/equivalent.yaml

$(mutants)/equivalent.yaml: $(mutant_tables)/equivalent.yaml
	@mkdir -p $(@D) && cp $< $@

$(mutants)/cites: $(mutant_tables)/cites.awk $(case_names:%=cases/%.c)
	@mkdir -p $(@D) && awk -f $^ >$@

# Written again whenever the set of cases differs.
$(mutants)/full: FORCE
	@mkdir -p $(@D) && { echo '$(FULL)' | cmp -s - $@ || echo '$(FULL)' >$@; }

# A file keeps its time where it stays the same, so that one more mutant costs one mutant.
define make_mutants
	$(call say,MUTANTS,$@)awk -v folder=$(@:.list=) -v full='$(FULL)' $(1) >$@.new && mv $@.new $@
	@find $(@:.list=) -name '*.new' | while read -r new; do \
		cmp -s "$$new" "$${new%.new}" && rm "$$new" || mv "$$new" "$${new%.new}"; done
	@for folder in $(@:.list=)/*; do cut -f 1 $@ | grep -qxF "$${folder##*/}" || rm -rf "$$folder"; done
endef

awk_table = -f $(mutant_tables)/table.awk -f $(mutant_tables)/$(1).awk $(mutant_tables)/$(1).mutants $(mutants)/cites
mutant_made_of = $(mutant_tables)/table.awk $(mutant_tables)/$(1).awk $(mutant_tables)/$(1).mutants $(mutants)/cites $(mutants)/full

$(mutants)/program.list: $(call mutant_made_of,program) $(program_sources)
	$(call make_mutants,$(call awk_table,program) $(program_sources))

$(mutants)/sdk.list: $(call mutant_made_of,sdk)
	$(call make_mutants,$(call awk_table,sdk))

$(mutated_sources) $(mutants)/program/%/cases: $(mutants)/program.list ;
$(mutants)/sdk/%/source/mutant.h $(mutants)/sdk/%/cases: $(mutants)/sdk.list ;

define mutant_rules
$(BUILD)/obj/$(1)/mutants/%.h.gch: $(mutant_tables)/%.h $(kit_headers) $(BUILD)/obj/$(1)/flags
	@mkdir -p $$(@D)
	$$(call say,HEADERS,$$@)$$($(1).compile) -x c-header $$< -o $$@

$(mutants)/program/%/$(1)/built: $(mutated_sources) \
		$(mutants)/program/%/cases $(BUILD)/obj/$(1)/mutants/program.h.gch $$($(1).all)
	$$(call say,MUTANT,$$(@D))o=$$(@D)/obj && rm -rf $$(@D) && mkdir -p $$$$o $$(@D)/kit && \
	$$($(1).compile) -w -I$(BUILD)/obj/$(1)/mutants -I$(mutant_tables) -include program.h -c -o $$$$o/process-heaps.o $$< && \
	$$($(1).compile) -w -I$(BUILD)/obj/$(1)/mutants -I$(mutant_tables) -include program.h -c -o $$$$o/print.o $$(<D)/print.c && \
	$$($(1).link) -o $$(@D)/kit/process-heaps.exe $$$$o/process-heaps.o $$$$o/print.o \
		$(BUILD)/obj/$(1)/program/section.o $(BUILD)/obj/$(1)/program/entry-bare.o $$($(1).link_libs) && \
	$$($(1).rename_main) $$$$o/process-heaps.o $$$$o/main.o && \
	$$($(1).tools)ar -rcsD $$$$o/libprogram.a $$$$o/main.o $$$$o/print.o $$($(1).program_kit) && \
	while read -r case; do \
		mkdir -p $$(@D)/$$$${case%/*} && \
		$$($(1).link) -o $$(@D)/$$$$case.exe $$($(1).objects)/$$$$case.o $$$$o/libprogram.a \
			$$($(1).case_libs) || exit 1; \
	done <$$(@D)/../cases && touch $$@

$(mutants)/sdk/%/$(1)/built: $(mutants)/sdk/%/source/mutant.h $(mutants)/sdk/%/cases $(BUILD)/obj/$(1)/mutants/sdk.h.gch $$($(1).all)
	$$(call say,MUTANT,$$(@D))rm -rf $$(@D) && mkdir -p $$(@D) && \
	while read -r case; do \
		mkdir -p $$(@D)/obj/$$$${case%/*} $$(@D)/$$$${case%/*} && \
		$$($(1).compile) -w -I$(BUILD)/obj/$(1)/mutants -I$(mutant_tables) -include sdk.h -include $$< -Ikit -c -o $$(@D)/obj/$$$$case.o cases/$$$$case.c && \
		$$($(1).link) -o $$(@D)/$$$$case.exe $$(@D)/obj/$$$$case.o $(BUILD)/obj/$(1)/libprogram.a \
			$$($(1).case_libs) || exit 1; \
	done <$$(@D)/../cases && touch $$@
endef

$(foreach t,$(mutant_targets),$(eval $(call mutant_rules,$(t))))
