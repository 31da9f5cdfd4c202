# SPDX-License-Identifier: MIT
# heapkit: `make help` says what there is to make.

# ---- Settings: on the command line or in config.mak --------------------------------------------

PREFIX     = /usr/local
DESTDIR    =
CC         = $(if $(MSYSTEM),gcc,cc)
CFLAGS     = -O1 -g
LDFLAGS    =
PKG_CONFIG = pkg-config
BUILD      = build
TARGETS    = $(or $(msys2_targets),$(all_targets))
# of the targets without a C runtime: gcc, or clang with lld
COMPILER   = gcc
CROSS_CFLAGS = -O2
# Where make setup keeps what it fetched.
CACHE      = $(or $(HEAPKIT_CACHE),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/heapkit)
# 1: warnings are errors
WERROR     =
# of the tests: what to check the runner with; empty: nothing
SANITIZE   = address,undefined
# of check and run: the implementation, which cases, further options of heapkit run
ON         = $(if $(MSYSTEM),windows,wine)
CASE       = *
ARGS       =
# of calibrate: 1: every case a mutant could show in, not only those that cite what it breaks
FULL       =
# of image and check-image: its name; docker, podman or buildah, empty: the first that works
IMAGE      = heapkit
ENGINE     =
# 1: show the commands
V          =

-include config.mak

# Who says nothing of -j wants it soon.
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(or $(shell nproc 2>/dev/null),1)
endif

# ---- What is where -----------------------------------------------------------------------------

VERSION := $(file <VERSION)

all: heapkit cases

.SUFFIXES:
.SECONDARY:
.DELETE_ON_ERROR:
.PHONY: all heapkit cases check check-arm64 run calibrate test lint format fuzz bench install uninstall clean help setup run-setup arm64 ucrt browser FORCE

say = $(if $(V),,@printf '  %-8s%s\n' '$(1)' '$(2)';)
werror := $(if $(WERROR),-Werror)
# $(eval $(call remember,FILE,WORDS)) keeps the words of a command in a file; what depends on that is made
# anew when they change. No process is started where they are the same.
# The file has no line end, which GNU make 4.3 sometimes reads along.
differs = $(eval remembered := $$(file <$(1)))$(if $(and $(findstring [$(remembered)],[$(2)]),$(findstring [$(2)],[$(remembered)])),,FORCE)
define remember
$(1): $(call differs,$(1),$(2))
	@mkdir -p $$(@D) && printf %s '$(subst $$,$$$$,$(subst ','\'',$(2)))' >$$@
endef
warnings := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes $(werror)

# The tools that are here: looked for again when something came or went where they and libraries lie, when
# others are asked for, and after setup, which may bring some.
ifneq ($(filter-out clean help format,$(or $(MAKECMDGOALS),all)),)
include $(BUILD)/host.mk
endif

setup_now   := $(if $(MAKE_RESTARTS),,$(filter setup,$(MAKECMDGOALS)))
where_tools := $(wildcard $(subst :, ,$(PATH) $(PKG_CONFIG_PATH)) /etc/alternatives /var/lib/dpkg/status \
	$(foreach p,/usr /usr/local,$p/share/pkgconfig $p/lib $p/lib32 $p/lib64 $p/lib/pkgconfig $p/lib/*-linux-gnu \
	$p/lib/*-linux-gnu/pkgconfig) $(CACHE)/sources)

$(eval $(call remember,$(BUILD)/host.asked,$(PATH) $(PKG_CONFIG_PATH) $(PKG_CONFIG) $(CC) $(CACHE) $(MSYSTEM)))

# Once a start: a folder that changes all the time, the build folder for one, may be in PATH.
$(BUILD)/host.mk: toolchains/probe.sh toolchains/sources.list $(wildcard toolchains/*-*.mk) \
		$(BUILD)/host.asked $(if $(MAKE_RESTARTS),,$(where_tools)) $(if $(setup_now),run-setup)
	@PKG_CONFIG='$(PKG_CONFIG)' CC='$(CC)' HEAPKIT_CACHE='$(CACHE)' toolchains/probe.sh >$@.new && mv $@.new $@

run-setup:
	@HEAPKIT_CACHE='$(CACHE)' toolchains/setup.sh $(filter lint fuzz bench arm64 ucrt browser,$(MAKECMDGOALS))

setup:
	@:

# Only words behind `make setup`.
arm64 ucrt browser:
	@[ -n '$(filter setup,$(MAKECMDGOALS))' ] || { echo "make setup $@ is the command." >&2; exit 2; }

# ---- Programs for Windows: the kit and the cases -------------------------------------------------

all_targets := $(sort $(basename $(notdir $(wildcard $(addprefix toolchains/*-,bare.mk msvcrt.mk ucrt.mk)))))
ifdef MSYSTEM
# The compiler of this shell makes programs of one processor and C runtime, and its tools have no prefix.
msys2_targets := $(addprefix $(MSYSTEM_CARCH)-,bare $(if $(filter UCRT64,$(MSYSTEM)),ucrt,msvcrt))
endif
include $(TARGETS:%=toolchains/%.mk)
$(foreach t,$(msys2_targets),$(eval $(t).prefix :=))

processor_of  = $(firstword $(subst -, ,$(1)))
compiler_of   = $(or $($(1).compiler),$(if $(filter bare,$($(1).runtime)),$(COMPILER),gcc))
has_toolchain = $(and $(HAVE_$($(1).prefix)gcc),$(or $(filter gcc,$(call compiler_of,$(1))),$(HAVE_llvm)))

# Where programs are only built to be run, here, those of another processor need not be.
native.x86_64  := x86_64 i686
native.aarch64 := aarch64
is_foreign      = $(and $(native.$(PROCESSOR)),$(filter-out $(native.$(PROCESSOR)),$(call processor_of,$(1))))
to_run_here    := $(if $(filter-out setup arm64 ucrt browser check run calibrate bench case/%,$(or $(MAKECMDGOALS),all)),,\
	$(filter wine wine-full windows model,$(ON)))
not_needed     := $(if $(to_run_here),$(foreach t,$(TARGETS),$(if $(call is_foreign,$(t)),$(t))))

targets  := $(foreach t,$(filter-out $(not_needed),$(TARGETS)),$(if $(call has_toolchain,$(t)),$(t)))
targets  := $(strip $(targets))
left_out := $(filter-out $(targets) $(not_needed),$(TARGETS))

include toolchains/programs.mk
include runner/mutants/mutants.mk

all_programs = $(foreach t,$(targets),$($(t).all))
# A case that was renamed or removed must not be run any more.
stale = $(filter-out $(all_programs) $(all_programs:=.failed) $(BUILD)/dist/% $(patsubst %,$(BUILD)/%/%,$(not_needed)),\
	$(wildcard $(BUILD)/*/*/*.exe $(BUILD)/*/*/*.exe.failed))

cases: $(all_programs)
	@$(if $(stale),rm -f $(stale))
	@[ -n "$(targets)" ] || echo "No cross compiler is here, so there are no cases: make setup installs one."
	@$(if $(targets),$(if $(left_out),echo "No compiler is here for $(left_out): see toolchains/README.md."))
	@toolchains/check-imports.sh $(BUILD) $(foreach t,$(targets),$(if $(filter bare,$($(t).runtime)),$(t):$($(t).code):$($(t).tools)))
	@failed=$$(find $(BUILD) -name '*.exe.failed' 2>/dev/null | sed 's|^$(BUILD)/||; s|\.exe\.failed$$||'); \
	[ -z "$$failed" ] || { echo "These cases do not build:" $$failed >&2; [ -n '$(go_on)' ]; }

# ---- The runner --------------------------------------------------------------------------------

runner_names := $(patsubst runner/heapkit/%.c,%,$(wildcard runner/heapkit/*.c))
windows_only := platform-windows platform-windows-name no-wine
linux_only   := platform-linux service wine-find wine-prefix
host_names  := $(filter-out $(if $(MSYSTEM),$(linux_only),$(windows_only)),$(runner_names))
test_names  := $(patsubst runner/tests/%.c,%,$(wildcard runner/tests/*.c))
libraries   := libuv jansson libcyaml yaml_0_1
missing     := $(strip $(if $(HAVE_cc),,$(CC)) $(if $(HAVE_pkg_config),$(foreach l,$(libraries),\
	$(if $(HAVE_$(l)),,$(l:yaml_0_1=yaml-0.1))),$(PKG_CONFIG)))
# What the runner takes of Windows, in a shell of MSYS2 and in heapkit.exe.
windows_defines := -Wno-pedantic-ms-format -D_WIN32_WINNT=0x0A00 -DWIN32_LEAN_AND_MEAN -D__USE_MINGW_ANSI_STDIO=1
windows_system  := -lws2_32 -lpsapi -liphlpapi -lshell32 -luserenv -luser32 -ladvapi32 -lole32 -ldbghelp
host_cflags  = -std=c11 $(warnings) $(if $(MSYSTEM),$(windows_defines),-D_GNU_SOURCE) -DHEAPKIT_VERSION='"$(VERSION)"' \
	-ffile-prefix-map=$(CURDIR)=. -ffile-prefix-map=$(BUILD)/page=page -I$(BUILD)/page $(foreach l,$(libraries),$(CFLAGS_$(l)))
host_libs    = $(foreach l,$(libraries),$(LIBS_$(l))) $(if $(MSYSTEM),$(windows_system)) -lm
sanitize     = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer)

data := $(patsubst runner/%,$(BUILD)/%,$(wildcard runner/implementations/*.yaml runner/expectations/*.yaml)) \
	$(patsubst cases/%/requirements.yaml,$(BUILD)/requirements/%.yaml,$(wildcard cases/*/requirements.yaml))

# Starts 32-bit programs on a 64-bit Wine: see runner/launcher/README.md.
launcher_cc := x86_64-w64-mingw32-gcc
launcher    := $(if $(and $(filter i686-%,$(targets)),$(HAVE_$(launcher_cc)),$(if $(MSYSTEM),,yes)),$(BUILD)/windows/launcher.exe)

# The model, for programs of each width: on libc alone, since a launch must cost next to nothing.
model_names := $(patsubst runner/model/%.c,%,$(wildcard runner/model/*.c)) pe utf8 error
models      := $(if $(HAVE_model_64),$(BUILD)/heapkit-model) $(if $(HAVE_model_32),$(BUILD)/heapkit-model32)
model_cflags = -std=c11 $(warnings) -D_GNU_SOURCE -DHEAPKIT_VERSION='"$(VERSION)"' \
	-ffile-prefix-map=$(CURDIR)=. -pthread
model_width_64 := -m64
model_width_32 := -m32 -mstackrealign
model_width_checked = -m64 $(sanitize)

heapkit: $(BUILD)/heapkit $(models) $(launcher) $(data)

$(BUILD)/heapkit-model: $(model_names:%=$(BUILD)/model/64/%.o)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(model_width_64) $(LDFLAGS) -pthread -o $@ $^
$(BUILD)/heapkit-model32: $(model_names:%=$(BUILD)/model/32/%.o)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(model_width_32) $(LDFLAGS) -pthread -o $@ $^

$(BUILD)/checked/heapkit-model: $(model_names:%=$(BUILD)/model/checked/%.o)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(model_width_checked) $(LDFLAGS) -pthread -o $@ $^

define model_rules
$(BUILD)/model/$(1)/%.o: runner/model/%.c VERSION $(BUILD)/host.flags
	@mkdir -p $$(@D)
	$$(call say,CC,$$@)$$(CC) $$(CPPFLAGS) $$(CFLAGS) $$(model_width_$(1)) $$(model_cflags) -MMD -MP -c -o $$@ $$<
$(BUILD)/model/$(1)/%.o: runner/heapkit/%.c VERSION $(BUILD)/host.flags
	@mkdir -p $$(@D)
	$$(call say,CC,$$@)$$(CC) $$(CPPFLAGS) $$(CFLAGS) $$(model_width_$(1)) $$(model_cflags) -MMD -MP -c -o $$@ $$<
endef
$(foreach width,64 32 checked,$(eval $(call model_rules,$(width))))

$(BUILD)/heapkit: $(host_names:%=$(BUILD)/host/%.o)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(host_libs)

$(eval $(call remember,$(BUILD)/host.flags,$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(sanitize)))

$(BUILD)/host/%.o: runner/heapkit/%.c VERSION $(BUILD)/host.flags | libraries
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) -MMD -MP -c -o $@ $<

# The page of the HTML report is a part of the program.
page := $(BUILD)/page/report-page.inc
$(page): runner/report/embed.sh $(wildcard runner/report/*.html runner/report/*.css runner/report/*.js)
	@mkdir -p $(@D)
	$(call say,PAGE,$@)sh $< >$@

$(patsubst %,$(BUILD)/%/report-html.o,host checked fuzz/runner windows/host): | $(page)

.PHONY: libraries
libraries:
	@[ -z "$(missing)" ] || { \
		echo "Not found, but needed to build the runner: $(missing). make setup installs what is missing." >&2; \
		exit 1; }

$(BUILD)/implementations/%.yaml: runner/implementations/%.yaml
	@mkdir -p $(@D) && cp $< $@
$(BUILD)/expectations/%.yaml: runner/expectations/%.yaml
	@mkdir -p $(@D) && cp $< $@
$(BUILD)/requirements/%.yaml: cases/%/requirements.yaml
	@mkdir -p $(@D) && cp $< $@

-include $(wildcard $(BUILD)/host/*.d $(BUILD)/model/*/*.d $(BUILD)/checked/*.d $(BUILD)/tests/*.d $(BUILD)/fuzz/*/*.d)

include toolchains/windows-programs.mk
include toolchains/dist.mk

# ---- Running -----------------------------------------------------------------------------------

results := $(BUILD)/results

# Judges Wine; where no Wine is, the model at least shows that the cases work. A case that does not build
# costs itself, and the check its success.
judged := $(if $(HAVE_wine)$(filter-out wine wine-full,$(ON)),$(ON),$(if $(targets),model))

check: go_on := yes
check: heapkit cases
	@mkdir -p $(results)
	@[ "$(judged)" = "$(ON)" ] || echo "Wine is not here: make setup installs it."
	@$(if $(judged),$(BUILD)/heapkit run --on $(judged) --results $(results)/$(judged).jsonl $(ARGS),:)
	@[ -n "$(filter-out model,$(judged))" ] || echo "No implementation was judged."
	@! find $(BUILD) -name '*.exe.failed' | grep -q . || { echo "Some cases do not build, see above." >&2; exit 1; }

run: go_on := yes
run: heapkit cases
	@$(BUILD)/heapkit run --on $(ON) --case '$(CASE)' $(ARGS)

# The aarch64 cases on Wine for ARM64, under qemu-user.
check-arm64: heapkit cases
	@toolchains/wine-arm64.sh '$(CACHE)' $(BUILD)/heapkit $(ARGS)

# Tests the suite itself; FULL=1: the whole matrix of cases and mutants, into a file.
calibrate: heapkit cases mutants
	@mkdir -p $(results)
	@$(BUILD)/heapkit calibrate $(if $(FULL),--full --results $(results)/calibration.jsonl) $(ARGS)

# Builds one case for every target and runs it on $(ON); of one target in one lane, since another Wine would
# cost more than it gains.
case/%: heapkit $(foreach t,$(targets),$(BUILD)/$(t)/%.exe)
	@$(BUILD)/heapkit run --on $(ON) --case '$*' $(targets:%=--target %) $(if $(word 2,$(targets)),,--jobs 1) $(ARGS)

# ---- Testing -----------------------------------------------------------------------------------

include runner/tests/tests.mk

lint: $(page)
	@mkdir -p $(BUILD)
	@HEAPKIT_CACHE='$(CACHE)' toolchains/lint.sh $(BUILD) $(host_cflags) $(CFLAGS_check) -iquoterunner/heapkit

format:
	clang-format -i $$(git ls-files -co --exclude-standard -- '*.c' '*.h')

# ---- Measuring ---------------------------------------------------------------------------------

# COUNTS: how many programs; RESULTS: where the tables are kept.
COUNTS = 50 200 2000

bench: heapkit cases $(patsubst %,$(BUILD)/bench/%,floor copies spawn)
	@HEAPKIT_CACHE='$(CACHE)' MAKEFLAGS= MAKELEVEL= COUNTS='$(COUNTS)' runner/bench/bench.sh '$(BUILD)'

$(BUILD)/bench/%: runner/bench/%.c $(filter-out %/main.o,$(host_names:%=$(BUILD)/host/%.o))
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS) $(CFLAGS) $(host_cflags) $(LDFLAGS) -iquoterunner/heapkit -o $@ $^ $(host_libs)

# ---- The image ----------------------------------------------------------------------------------

# check-image shows that it works; FULL=1: with all tests in it.
.PHONY: image check-image
image:
	@ENGINE='$(ENGINE)' docker/image.sh '$(IMAGE)'

check-image:
	@ENGINE='$(ENGINE)' FULL='$(FULL)' docker/prove.sh '$(IMAGE)'

# ---- Installing --------------------------------------------------------------------------------

share := $(DESTDIR)$(PREFIX)/share/heapkit

install: heapkit cases
	install -d $(DESTDIR)$(PREFIX)/bin $(share)/implementations $(share)/expectations \
		$(share)/requirements $(share)/cases $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/heapkit $(models) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(BUILD)/implementations/*.yaml $(share)/implementations
	install -m 644 $(BUILD)/expectations/*.yaml $(share)/expectations
	install -m 644 $(BUILD)/requirements/*.yaml $(share)/requirements
	$(if $(launcher),install -d $(share)/windows && install -m 644 $(launcher) $(share)/windows)
	install -m 644 runner/heapkit.1 $(DESTDIR)$(PREFIX)/share/man/man1/heapkit.1
	$(if $(targets),cp -R $(addprefix $(BUILD)/,$(targets)) $(share)/cases/)

uninstall:
	rm -rf $(addprefix $(DESTDIR)$(PREFIX)/bin/,heapkit heapkit-model heapkit-model32) $(share) $(DESTDIR)$(PREFIX)/share/man/man1/heapkit.1

clean:
	rm -rf $(BUILD)

define help_text
heapkit: conformance of Win32 process-heap functions

  make setup           install what is missing (Debian), and Wine's 32-bit DLLs
  make                 build the runner and every case for every target
  make check           judge Wine; red when something unexpected happened
  make test            test the kit itself (make setup browser: also its HTML report)
  make soak            ten thousand runs of implementations that misbehave (COUNT=10000 SEED=7)
  make soak-kills      a thousand runs killed at random moments (COUNT=1000 SEED=7 ON=wine: on Wine)
  make calibrate       test the cases: on the model, its variants and mutants (FULL=1: all of them)
  make run             the same as check with ON=wine CASE='process-heaps/*' ARGS='--jobs 1'
  make case/AREA/NAME  build one case, run it on Wine
  make check-arm64     judge Wine for ARM64 under qemu-user (make setup arm64: clang, lld)
  make lint            read everything without running it (make setup lint: its tools)
  make format          clang-format
  make fuzz            a minute of libFuzzer on each reader (make setup fuzz: clang; FUZZ=tap FUZZ_SECONDS=600)
  make dist            a zip that runs on Windows and Linux without a toolchain
  make check-windows-runner  heapkit.exe on Wine: the outcomes of heapkit
  make image           a container image with all that it takes (make check-image: and proves it)
  make bench           how fast: against ctest, meson, make and a loop (make setup bench installs them), and
                       against the floor; COUNTS='50 200' programs
  make install         DESTDIR= PREFIX=/usr/local
  make uninstall clean help

Settings, on the command line or in config.mak: CC CFLAGS LDFLAGS PKG_CONFIG PREFIX DESTDIR
BUILD TARGETS COMPILER=clang WERROR=1 SANITIZE= ON CASE ARGS FULL=1 IMAGE ENGINE V=1 (show commands)
HEAPKIT_CACHE
endef
help:
	$(info $(help_text))
	@:
