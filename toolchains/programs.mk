# SPDX-License-Identifier: MIT
# The programs for Windows: canaries, reference program and cases of each of $(targets).
#
#   build/obj/CODE/     what is compiled once for all targets of a processor: the cases, the kit
#   build/obj/TARGET/   what differs with the C runtime: the reference program, the entry
#   build/TARGET/       the programs

kit_headers    := $(wildcard kit/*.h)
case_names     := $(patsubst cases/%.c,%,$(wildcard cases/*/*.c))
canary_names   := $(patsubst kit/canaries/%.c,%,$(wildcard kit/canaries/*.c))
program_kit    := capture listing runs
# In files of both names: what there is once with a C runtime and once without.
hosted_names   := $(patsubst kit/%.c,%,$(wildcard kit/*-hosted.c))
kit_names      := $(filter-out %-bare %-hosted $(program_kit) memory target,$(patsubst kit/%.c,%,$(wildcard kit/*.c)))
program_source := process-heaps print

kit_names.bare   := memory c-runtime-bare
kit_names.hosted := c-runtime-hosted
# What runs without a C runtime and on general registers alone runs with one as well, so a case is
# compiled once, like this, and linked for each runtime.
cflags.code      := -ffreestanding -mgeneral-regs-only
# GCC 14 refuses an SSE instruction that winnt.h of mingw-w64 12 has inline and nobody calls.
cflags.code.gcc  := -fno-tree-loop-distribute-patterns -D__INTRINSIC_DEFINED___faststorefence=
cflags.bare      := -DHEAPKIT_BARE $(cflags.code)
cflags.bare.gcc  := $(cflags.code.gcc)
entry.i686          := _start
underscore.i686     := _
dlltool.x86_64      := -m i386:x86-64
dlltool.i686        := -m i386 -k
# i686 keeps the byte counts of the import names
real_names.x86_64   := s/@[0-9]*//

# What windows.h and intsafe.h bring along and nobody needs, AVX intrinsics and COM, takes half of
# the time of compiling a case; RPC and through it the whole of windows.h, a fifth.
lean := -DWIN32_LEAN_AND_MEAN -DCOM_NO_WINDOWS_H -DRPC_NO_WINDOWS_H -D_X86INTRIN_H_INCLUDED

# Of a target, or of the code of a processor: the compiler with all flags but those of the runtime.
compile = $($(1).cc) -std=c11 $(warnings) -Winvalid-pch $(CROSS_CFLAGS) -D_WIN32_WINNT=0x0A00 $(lean) -fno-ident \
	-ffile-prefix-map=$(CURDIR)=. $($(1).cflags)

# GNU ld sorts imports by the paths of their libraries. Like this the build folder is before those of the
# system wherever it is, and programs are the same.
build_from_here := ./$(if $(filter /%,$(BUILD)),$(shell realpath -m --relative-to=. '$(BUILD)'),$(BUILD))

# ---- What differs from target to target ---------------------------------------------------------

define target_rules
$(1).processor := $(call processor_of,$(1))
$(1).compiler  := $(call compiler_of,$(1))
$(1).code      := $$($(1).processor)-$$($(1).compiler)
$(1).out       := $(BUILD)/obj/$(1)
code           := $(BUILD)/obj/$$($(1).code)
ifeq ($$($(1).compiler),clang)
$(1).cc := clang --target=$$($(1).processor)-w64-windows-gnu
$(1).tools := llvm-
# Clang overlooks it where Debian has the thread model in the name of its folder.
$(1).libgcc := $$(shell $$($(1).prefix)gcc -print-libgcc-file-name)
# To lld it does not matter where an archive stands: only the cases that run the program get it.
$(1).program = $$$$(! grep -qs program-case $$($(1).objects)/$$(1).o || echo $(BUILD)/obj/$(1)/libprogram.a)
else
$(1).cc := $$($(1).prefix)gcc
$(1).tools := $$($(1).prefix)
$(1).libgcc := -lgcc
$(1).program := $(BUILD)/obj/$(1)/libprogram.a
endif
# Where the objects of the cases are.
$(1).objects := $$(code)/cases
$(1).compile = $$(call compile,$(1)) -DHEAPKIT_TARGET='"$(1)"' $$(cflags.$$($(1).runtime)) \
	$$(cflags.$$($(1).runtime).$$($(1).compiler))
$(1).layout = -Wl,--no-insert-timestamp -s $$(if $$(filter clang,$$($(1).compiler)),-fuse-ld=lld) \
	$$(if $$(filter bare,$$($(1).runtime)),-nostdlib -Wl$$(comma)-e$$(comma)$$(or $$(entry.$$($(1).processor)),start))
$(1).libs ?= -lkernel32 -lntdll $$(if $$(filter bare,$$($(1).runtime)),$$($(1).libgcc))
# Of a case: the linker itself, since the compiler's driver takes longer to call it than it takes.
ifeq ($$(MSYSTEM)$$($(1).compiler),gcc)
$(1).linker   := $$($(1).out)/link
$(1).link      = $$($(1).prefix)ld @$$($(1).linker)
$(1).link_libs = @$$($(1).linker).libs
else
$(1).link      = $$($(1).cc) $$($(1).layout)
$(1).link_libs = $$($(1).libs)
endif
$(1).rename_main = $$($(1).tools)objcopy --redefine-sym \
	$$(underscore.$$($(1).processor))main=$$(underscore.$$($(1).processor))program_main
$(1).own := $$(if $$(filter hosted,$$($(1).runtime)),$$($(1).out),$$(code))/kit
$(1).entry := $$($(1).own)/entry-$$($(1).runtime).o $$($(1).out)/kit/target.o
$(1).kit_objects := $$(kit_names:%=$$(code)/kit/%.o) $$(patsubst %,$$($(1).own)/%.o,$$(kit_names.$$($(1).runtime)))
$(1).program_kit := $$($(1).own)/program-$$($(1).runtime).o $$(program_kit:%=$$(code)/kit/%.o)
# What a case is linked with, and what has to be there for that.
$(1).case_libs = $$($(1).entry) $$($(1).out)/libheapkit.a $(build_from_here)/obj/$(1)/libreal.a $$($(1).link_libs)
$(1).case_needs := $$($(1).entry) $$($(1).out)/libheapkit.a $$($(1).out)/libprogram.a $$($(1).out)/libreal.a $$($(1).linker)
$(1).canaries := $$(patsubst %,$(BUILD)/$(1)/kit/canary-%.exe,$(canary_names))
$(1).programs := $(BUILD)/$(1)/kit/process-heaps.exe \
	$$(if $$(filter hosted,$$($(1).runtime)),$(BUILD)/$(1)/kit/process-heaps-unicode.exe)
$(1).cases := $$(patsubst %,$(BUILD)/$(1)/%.exe,$(case_names))
$(1).all := $$($(1).canaries) $$($(1).programs) $$($(1).cases)

$$(eval $$(call remember,$(BUILD)/obj/$(1)/flags,$$($(1).compile) $$($(1).layout) $$($(1).libs)))

# The command that the driver would give, around the objects: see toolchains/linker.sh.
$(BUILD)/obj/$(1)/link: toolchains/linker.sh $(BUILD)/obj/$(1)/flags
	$$(call say,LINKER,$$@)toolchains/linker.sh $$@ '$$($(1).libs)' $$($(1).cc) $$($(1).layout)

# Without the compiled header, which is made with other flags.
$(hosted_names:%=$(BUILD)/obj/$(1)/kit/%.o) $(BUILD)/obj/$(1)/kit/target.o: $(BUILD)/obj/$(1)/kit/%.o: kit/%.c \
		$(kit_headers) $(BUILD)/obj/$(1)/flags
	@mkdir -p $$(@D)
	$$(call say,KIT,$$@)$$($(1).compile) -Ikit -c -o $$@ $$<

$(BUILD)/obj/$(1)/program/%.o: kit/reference/%.c $$(wildcard kit/reference/*.h kit/section.h) \
		$(BUILD)/obj/$(1)/flags
	@mkdir -p $$(@D)
	$$(call say,PROGRAM,$$@)$$($(1).compile) -c -o $$@ $$<

$(BUILD)/obj/$(1)/program-unicode/%.o: kit/reference/%.c $$(wildcard kit/reference/*.h kit/section.h) \
		$(BUILD)/obj/$(1)/flags
	@mkdir -p $$(@D)
	$$(call say,PROGRAM,$$@)$$($(1).compile) -DUNICODE -D_UNICODE -c -o $$@ $$<

$(BUILD)/obj/$(1)/program/main.o: $(BUILD)/obj/$(1)/program/process-heaps.o
	$$(call say,RENAME,$$@)$$($(1).rename_main) $$< $$@

$(BUILD)/obj/$(1)/libheapkit.a: $$($(1).kit_objects)
$(BUILD)/obj/$(1)/libprogram.a: $$($(1).program_kit) $(BUILD)/obj/$(1)/program/main.o $(BUILD)/obj/$(1)/program/print.o
$(BUILD)/obj/$(1)/libheapkit.a $(BUILD)/obj/$(1)/libprogram.a: | $(BUILD)/obj/$(1)/flags
	$$(call say,ARCHIVE,$$@)rm -f $$@ && $$($(1).tools)ar -rcsD $$@ $$^

ifeq ($$($(1).libraries),)
# dlltool forgets files in TMPDIR.
$(BUILD)/obj/$(1)/libreal.a: kit/imports/kernel32-real.def
	@mkdir -p $$(@D)
	$$(call say,IMPORTS,$$@)sed '$$(real_names.$$($(1).processor))' $$< >$$(@:.a=.def) && \
		TMPDIR=$$(@D) $$($(1).prefix)dlltool $$(dlltool.$$($(1).processor)) -d $$(@:.a=.def) \
			-l $$@ --temp-prefix $$(@:.a=)
endif

$(BUILD)/$(1)/kit/canary-%.exe: kit/canaries/%.c kit/canaries/canary.h kit/section.h $(BUILD)/obj/$(1)/flags \
		| $$($(1).libraries)
	@mkdir -p $$(@D)
	$$(call say,CANARY,$$@)$$($(1).compile) $$($(1).layout) -o $$@ $$< $$($(1).libs)

$(BUILD)/$(1)/kit/process-heaps.exe: $$(patsubst %,$(BUILD)/obj/$(1)/program/%.o,\
		$(program_source) section $$(if $$(filter bare,$$($(1).runtime)),entry-bare)) \
		| $$($(1).libraries)
	@mkdir -p $$(@D)
	$$(call say,LINK,$$@)$$($(1).cc) $$($(1).layout) -o $$@ $$^ $$($(1).libs)

$(BUILD)/$(1)/kit/process-heaps-unicode.exe: $$(patsubst %,$(BUILD)/obj/$(1)/program-unicode/%.o,\
		$(program_source) section)
	@mkdir -p $$(@D)
	$$(call say,LINK,$$@)$$($(1).cc) $$($(1).layout) -municode -o $$@ $$^ $$($(1).libs)

# A case that does not build is reported and leaves NAME.exe.failed; the others go on.
# The program's archive comes first: it replaces imports, which only a case may ask for.
$(BUILD)/$(1)/%.exe: $$(code)/cases/%.o $$($(1).case_needs) | $(BUILD)/folders $$($(1).libraries)
	$$(call say,LINK,$$@)if [ -e $$< ] && \
		$$($(1).link) -o $$@ $$< $$(call $(1).program,$$*) $$($(1).case_libs); \
	then [ ! -e $$@.failed ] || rm -f $$@.failed; else rm -f $$@; touch $$@.failed; fi
endef

# ---- What the targets of a processor share ------------------------------------------------------

# CODE and the first of its targets, whose compiler it is compiled with.
define code_rules
$(1).cc     := $$($(2).cc)
$(1).cflags := $$($(2).cflags)
$(1).compile = $$(call compile,$(1)) $$(cflags.code) $$(cflags.code.$$($(2).compiler))
# Clang takes a header that was compiled before only where it is told so.
$(1).headers := $$(if $$(filter clang,$$($(2).compiler)),-include-pch $(BUILD)/obj/$(1)/heapkit.h.gch,-I$(BUILD)/obj/$(1)) -Ikit

$$(eval $$(call remember,$(BUILD)/obj/$(1)/flags,$$($(1).compile)))

$(BUILD)/obj/$(1)/heapkit.h.gch: $(kit_headers) $(BUILD)/obj/$(1)/flags
	$$(call say,HEADERS,$$@)$$($(1).compile) -x c-header kit/heapkit.h -o $$@

$(BUILD)/obj/$(1)/kit/%.o: kit/%.c $(BUILD)/obj/$(1)/heapkit.h.gch | $(BUILD)/folders
	$$(call say,KIT,$$@)$$($(1).compile) $$($(1).headers) -include heapkit.h -c -o $$@ $$<

$(BUILD)/obj/$(1)/cases/%.o: cases/%.c $(BUILD)/obj/$(1)/heapkit.h.gch | $(BUILD)/folders
	$$(call say,CASE,$$@)$$($(1).compile) $$($(1).headers) -c -o $$@ $$< || rm -f $$@
endef

comma := ,
$(foreach t,$(targets),$(eval $(call target_rules,$(t))))
codes   := $(sort $(foreach t,$(targets),$($(t).code)))
first_of = $(firstword $(foreach t,$(targets),$(if $(filter $(1),$($(t).code)),$(t))))
$(foreach c,$(codes),$(eval $(call code_rules,$(c),$(call first_of,$(c)))))

# Once for all, not once for each of a thousand programs.
folders := $(sort $(codes:%=$(BUILD)/obj/%/kit) $(foreach f,$(codes:%=obj/%/cases) $(targets),\
	$(addprefix $(BUILD)/$(f)/,$(sort $(patsubst %/,%,$(dir $(case_names)))))))
$(BUILD)/folders: $(if $(filter-out $(wildcard $(folders)),$(folders)),FORCE)
	@mkdir -p $(folders) && touch $@
