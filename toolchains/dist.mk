# SPDX-License-Identifier: MIT
# One zip with everything that runs without a toolchain, the same bytes on every machine that has the same
# compilers: for Windows, for Linux, for whoever has an emulator.

dist_name := heapkit-$(VERSION)
dist_tree := $(BUILD)/dist/$(dist_name)
dist_zip  := $(BUILD)/$(dist_name).zip

# Only glibc stays a shared library. The static libuv has a name of its own on some systems.
static_uv   = $(or $(filter -luv% -l:libuv%,$(shell $(PKG_CONFIG) --libs-only-l libuv-static 2>/dev/null)),-luv)
static_libs = -Wl,-Bstatic -lcyaml -lyaml -ljansson $(static_uv) -Wl,-Bdynamic -lm -ldl -lpthread -lrt

$(BUILD)/dist/heapkit: $(host_names:%=$(BUILD)/host/%.o)
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -s -o $@ $^ $(static_libs)

# Packs: TREE [ZIP]. In a file of its own, so that tests pack once more what `make dist` packs.
$(eval $(call remember,$(BUILD)/dist/pack,BUILD='$(BUILD)' SOURCES='$(sources)' TARGETS='$(targets)' MODELS='$(models)' \
	WINDOWS='$(windows_programs)' LAUNCHER='$(launcher)' exec toolchains/dist.sh "$$@"))

.PHONY: dist
ifeq ($(HAVE_windows_sources),)
dist:
	@echo "The sources of heapkit.exe's libraries are not here. make setup fetches them." >&2; exit 1
else ifeq ($(HAVE_static_libraries),)
dist:
	@echo "libuv, jansson, libcyaml and libyaml are not here as static libraries. make setup installs them." >&2; exit 1
else
packing := $(BUILD)/dist/heapkit $(BUILD)/dist/pack
dist: heapkit cases $(windows_programs) $(packing)
	@sh $(BUILD)/dist/pack $(dist_tree) $(dist_zip)
endif
