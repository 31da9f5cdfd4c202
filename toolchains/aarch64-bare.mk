# SPDX-License-Identifier: MIT
# 64 bits of ARM, no C runtime at all: clang and lld. Headers and names of functions are those of mingw-w64
# for x86-64, since Debian has no mingw-w64 for this processor.
aarch64-bare.prefix   := x86_64-w64-mingw32-
aarch64-bare.compiler := clang
aarch64-bare.runtime  := bare
# Without unwind data a crash does not find its way to the handler of the entry frame.
aarch64-bare.cflags   := -isystem /usr/share/mingw-w64/include -fasynchronous-unwind-tables
aarch64-bare.libs     := -L$(BUILD)/obj/aarch64-bare -lkernel32 -lntdll
aarch64-bare.libraries := $(BUILD)/obj/aarch64-bare/libkernel32.a $(BUILD)/obj/aarch64-bare/libntdll.a

# Everything that mingw-w64 can import from this DLL.
$(aarch64-bare.libraries): $(BUILD)/obj/aarch64-bare/lib%.a: toolchains/aarch64-bare.mk
	@mkdir -p $(@D)
	$(call say,IMPORTS,$@){ echo 'LIBRARY $*.dll'; echo EXPORTS; \
		llvm-nm "$$($(aarch64-bare.prefix)gcc -print-file-name=$(@F))" 2>/dev/null | \
			sed -n 's/^[0-9a-f]* [A-Z] __imp_//p' | sort -u; } >$(@:.a=.def) && \
		llvm-dlltool -m arm64 -d $(@:.a=.def) -l $@

# A second name of an import. For NAME == OTHER llvm-dlltool makes an alias of the import pointer, which a
# fault replaces. So each is made as _NAME, and the byte before it, which says how the name in the DLL
# follows from that of the symbol, becomes 8 (without the underscore) in place of 4 (the same).
$(BUILD)/obj/aarch64-bare/libreal.a: kit/imports/kernel32-real.def toolchains/aarch64-bare.mk
	@mkdir -p $(@D)
	$(call say,IMPORTS,$@)sed 's/^real_.* == /_/' $< >$(@:.a=.def) && \
		llvm-dlltool -m arm64 -d $(@:.a=.def) -l $@ && \
		LC_ALL=C sed -i 's/\x04\x00\(_[A-Z]\)/\x08\x00\1/' $@
