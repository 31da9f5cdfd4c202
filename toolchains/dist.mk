# SPDX-License-Identifier: MIT
# One zip with everything that runs without a toolchain, the same bytes on every machine that has the same
# compilers: for Windows, for Linux, for whoever has an emulator.

dist_name := heapkit-$(VERSION)
dist_tree := $(BUILD)/dist/$(dist_name)
dist_zip  := $(BUILD)/$(dist_name).zip

# Only glibc stays a shared library. The static libuv has a name of its own on some systems.
static_uv   = $(shell $(PKG_CONFIG) --exists libuv-static && echo -luv_a || echo -luv)
static_libs = -Wl,-Bstatic -lcyaml -lyaml -ljansson $(static_uv) -Wl,-Bdynamic -lm -ldl -lpthread -lrt

$(BUILD)/dist/heapkit: $(host_names:%=$(BUILD)/host/%.o)
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -s -o $@ $^ $(static_libs)

.PHONY: dist
ifeq ($(HAVE_windows_sources),)
dist:
	@echo "The sources of heapkit.exe's libraries are not here. make setup fetches them." >&2; exit 1
else
dist: heapkit cases $(BUILD)/dist/heapkit $(windows_programs)
	@BUILD='$(BUILD)' SOURCES='$(sources)' TARGETS='$(targets)' MODELS='$(models)' \
		WINDOWS='$(windows_programs)' toolchains/dist.sh $(dist_tree) $(dist_zip)
endif
