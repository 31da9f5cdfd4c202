# SPDX-License-Identifier: MIT
# Tests of the runner: the Check suites, the fake implementation and its soak, the fuzzers.

# The runner's own tests, with the runner built once more under sanitizers.
checked_objects := $(host_names:%=$(BUILD)/checked/%.o)
test_objects    := $(test_names:%=$(BUILD)/tests/%.o)
# What libFuzzer runs, without it: fed with what it once found.
fuzz_names      := $(filter-out feed,$(patsubst runner/fuzz/%.c,%,$(wildcard runner/fuzz/*.c)))
feeders         := $(fuzz_names:%=$(BUILD)/tests/feed-%)

test: heapkit cases mutants $(windows_programs) $(packing) $(BUILD)/checked/heapkit \
		$(if $(HAVE_model_64),$(BUILD)/checked/heapkit-model) $(patsubst %,$(BUILD)/tests/%,run fake soak) $(feeders)
	@BUILD='$(BUILD)' HEAPKIT_CACHE='$(CACHE)' CC='$(CC)' runner/tests/all.sh

# heapkit.exe on Wine, alone: the outcomes are those of heapkit.
.PHONY: check-windows-runner
check-windows-runner: heapkit cases $(windows_host)
	@BUILD='$(BUILD)' HEAPKIT_CACHE='$(CACHE)' sh runner/tests/script-windows-runner.sh

$(BUILD)/checked/heapkit: $(checked_objects) $(data:$(BUILD)/%=$(BUILD)/checked/%)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) $(sanitize) -o $@ $(checked_objects) $(host_libs)

$(BUILD)/checked/%.yaml: $(BUILD)/%.yaml
	@mkdir -p $(@D) && cp $< $@

$(BUILD)/checked/%.o: runner/heapkit/%.c VERSION $(BUILD)/host.flags | libraries
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(sanitize) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%.o: runner/tests/%.c $(BUILD)/host.flags | libraries
	@mkdir -p $(@D)
	@[ -n "$(HAVE_check)" ] || { echo "The tests need Check. make setup installs it." >&2; exit 1; }
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(CFLAGS_check) $(sanitize) \
		-iquoterunner/heapkit -MMD -MP -c -o $@ $<

$(BUILD)/tests/run: $(test_objects) $(filter-out %/main.o,$(checked_objects))
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) $(sanitize) -o $@ $^ $(LIBS_check) $(host_libs)

# An implementation that misbehaves; without sanitizers, since it crashes on purpose.
$(BUILD)/tests/fake: $(wildcard runner/tests/fake/*.[ch] runner/tests/fake-table.[ch]) \
		$(BUILD)/host/pe.o $(BUILD)/host/utf8.o $(BUILD)/host/file.o $(BUILD)/host/error.o
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(LDFLAGS) -iquoterunner/heapkit \
		-o $@ $(filter %.c %.o,$^) $(host_libs)

# Thousands of runs of it, at random: runner/tests/soak/README.md.
COUNT = 10000
SEED  =

.PHONY: soak
soak: $(BUILD)/heapkit $(data) $(BUILD)/tests/fake $(BUILD)/tests/soak
	@BUILD='$(BUILD)' $(BUILD)/tests/soak --count $(COUNT) $(SEED:%=--seed %) $(ARGS)

# Runner and lanes killed at random moments; make test does it twenty times. With ON=wine on Wine.
said = $(if $(filter command,$(origin $(1))),$($(1)))

.PHONY: soak-kills
soak-kills: $(BUILD)/tests/run $(BUILD)/tests/fake $(BUILD)/checked/heapkit $(if $(call said,ON),cases)
	@BUILD='$(BUILD)' COUNT='$(or $(call said,COUNT),1000)' SEED='$(SEED)' KILLS_ON='$(call said,ON)' \
		$(BUILD)/tests/run kills

$(BUILD)/tests/soak: $(wildcard runner/tests/soak/*.[ch]) \
		$(foreach name,make-pe fake-table processes,$(wildcard runner/tests/$(name).[ch])) \
		$(patsubst %,$(BUILD)/host/%.o,$(filter-out main,$(host_names)))
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(LDFLAGS) -iquoterunner/heapkit \
		-o $@ $(filter %.c %.o,$^) $(host_libs)

# A minute of libFuzzer on each reader of what others wrote: runner/fuzz/README.md. New inputs stay in the
# build folder.
FUZZ_SECONDS = 60
FUZZ         = $(fuzz_names)
fuzz_flags   = -max_total_time=$(FUZZ_SECONDS) -timeout=5 -rss_limit_mb=512 -max_len=65536 -print_final_stats=1 \
	-artifact_prefix=$(BUILD)/fuzz/$(1)- $(patsubst %,-dict=%,$(wildcard runner/fuzz/$(1).dict))
fuzz_clang   = clang -O1 -g $(host_cflags) -iquoterunner/heapkit -fsanitize=$(1),address,undefined -fno-sanitize-recover=all

.PHONY: fuzz-tools $(fuzz_names:%=fuzz-%)
fuzz: $(FUZZ:%=fuzz-%)

$(fuzz_names:%=fuzz-%): fuzz-%: $(BUILD)/fuzz/%
	@mkdir -p $(BUILD)/fuzz/$*.corpus
	@runner/fuzz/fuzz.sh $* $(BUILD)/fuzz/$*.log \
		$< $(call fuzz_flags,$*) $(BUILD)/fuzz/$*.corpus runner/fuzz/$*

$(BUILD)/fuzz/%: runner/fuzz/%.c $(wildcard runner/heapkit/*.h) $(BUILD)/fuzz/runner.a
	$(call say,FUZZ,$@)$(call fuzz_clang,fuzzer) -o $@ $< $(BUILD)/fuzz/runner.a $(host_libs)

$(BUILD)/fuzz/runner.a: $(patsubst %,$(BUILD)/fuzz/runner/%.o,$(filter-out main,$(host_names)))
	$(call say,ARCHIVE,$@)rm -f $@ && ar -rcsD $@ $^

$(BUILD)/fuzz/runner/%.o: runner/heapkit/%.c VERSION $(BUILD)/host.flags | libraries fuzz-tools
	@mkdir -p $(@D)
	$(call say,FUZZ,$@)$(call fuzz_clang,fuzzer-no-link) -MMD -MP -c -o $@ $<

fuzz-tools:
	@command -v clang >/dev/null || { echo "Fuzzing needs clang. make setup fuzz installs it." >&2; exit 1; }

$(BUILD)/tests/checked.a: $(filter-out %/main.o,$(checked_objects))
	$(call say,ARCHIVE,$@)rm -f $@ && ar -rcsD $@ $^

$(feeders): $(BUILD)/tests/feed-%: runner/fuzz/%.c runner/fuzz/feed.c $(BUILD)/tests/checked.a \
		$(wildcard runner/heapkit/*.h)
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(LDFLAGS) $(sanitize) -iquoterunner/heapkit -o $@ \
		$(filter %.c %.a,$^) $(host_libs)
