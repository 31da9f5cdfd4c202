# SPDX-License-Identifier: MIT
# libuv, jansson, libyaml and libcyaml for heapkit.exe, from the sources that sources.sh fetched: each an
# archive that is linked statically. Their own build systems would have to be installed, and asked twice;
# they only decide what is written here.

sources := $(CACHE)/sources
source_list := $(shell awk '{ print $$1 "-" $$2 }' toolchains/sources.list)
source_of = $(sources)/$(filter $(1)-%,$(source_list))
uv_source      := $(call source_of,libuv1)
jansson_source := $(call source_of,jansson)
yaml_source    := $(call source_of,libyaml)
cyaml_source   := $(call source_of,libcyaml)
version_of = $(subst ., ,$(patsubst $(sources)/$(1)-%,%,$($(2))))
yaml_version  := $(call version_of,libyaml,yaml_source)
cyaml_version := $(call version_of,libcyaml,cyaml_source)

windows_cc  = x86_64-w64-mingw32-gcc
windows_lib := $(BUILD)/windows/lib
library_cflags = -O2 -fno-ident -ffile-prefix-map=$(sources)=. -w

uv_files      = $(patsubst $(uv_source)/%.c,%,$(wildcard $(uv_source)/src/*.c $(uv_source)/src/win/*.c))
jansson_files = $(patsubst $(jansson_source)/%.c,%,$(wildcard $(jansson_source)/src/*.c))
yaml_files    = $(patsubst $(yaml_source)/%.c,%,$(wildcard $(yaml_source)/src/*.c))
cyaml_files   = $(patsubst $(cyaml_source)/%.c,%,$(wildcard $(cyaml_source)/src/*.c))

uv_cflags = -I$(uv_source)/include -I$(uv_source)/src -DWIN32_LEAN_AND_MEAN -D_WIN32_WINNT=0x0A00 \
	-D_CRT_DECLARE_NONSTDC_NAMES=0
jansson_cflags = -I$(windows_lib) -I$(jansson_source)/src -DHAVE_STDINT_H -DHAVE_SYS_TYPES_H \
	-DHAVE_FCNTL_H -DHAVE_UNISTD_H -DHAVE_SYS_STAT_H -DHAVE_SYS_TIME_H -DHAVE_CLOSE -DHAVE_GETPID \
	-DHAVE_GETTIMEOFDAY -DHAVE_OPEN -DHAVE_READ -DHAVE_LOCALE_H -DHAVE_SETLOCALE \
	-DHAVE_ATOMIC_BUILTINS -DUSE_WINDOWS_CRYPTOAPI -DHAVE_CONFIG_H
yaml_cflags = -I$(yaml_source)/include -DYAML_DECLARE_STATIC -DYAML_VERSION_MAJOR=$(word 1,$(yaml_version)) \
	-DYAML_VERSION_MINOR=$(word 2,$(yaml_version)) -DYAML_VERSION_PATCH=$(word 3,$(yaml_version)) \
	-DYAML_VERSION_STRING='"$(subst $(eval) ,.,$(yaml_version))"'
cyaml_cflags = -std=c11 -I$(cyaml_source)/include $(yaml_cflags) -DVERSION_MAJOR=$(word 1,$(cyaml_version)) \
	-DVERSION_MINOR=$(word 2,$(cyaml_version)) -DVERSION_PATCH=$(word 3,$(cyaml_version)) -DVERSION_DEVEL=0

# What its configure script would find out.
$(windows_lib)/jansson_config.h: $(jansson_source)/src/jansson_config.h.in
	@mkdir -p $(@D)
	$(call say,CONFIG,$@)sed 's/@json_inline@/inline/; s/@json_have_[a-z_]*@/1/' $< >$@
	@echo '#define INITIAL_HASHTABLE_ORDER 3' >$(@D)/jansson_private_config.h

define windows_library
$(windows_lib)/$(1)/%.o: $$($(1)_source)/%.c $(windows_lib)/jansson_config.h $$(BUILD)/windows/flags
	@mkdir -p $$(@D)
	$$(call say,CC,$$@)$$(windows_cc) $$(library_cflags) $$($(1)_cflags) -c -o $$@ $$<
$(windows_lib)/lib$(1).a: $$($(1)_files:%=$(windows_lib)/$(1)/%.o)
	$$(call say,ARCHIVE,$$@)rm -f $$@ && x86_64-w64-mingw32-ar -rcsD $$@ $$^
endef
$(foreach l,uv jansson yaml cyaml,$(eval $(call windows_library,$(l))))

windows_libraries := $(patsubst %,$(windows_lib)/lib%.a,cyaml yaml jansson uv)
