# SPDX-License-Identifier: MIT
# The kit's own programs for Windows: the runner, the agent, the launcher.

# ---- heapkit.exe --------------------------------------------------------------------------------

# The same runner for Windows, on libraries built from their sources: `make setup` fetches these.
ifneq ($(HAVE_windows_sources),)
include toolchains/windows-libraries.mk
windows_names := $(filter-out $(linux_only),$(runner_names))
windows_host  := $(BUILD)/windows/heapkit.exe
windows_cflags = -std=c11 $(warnings) $(windows_defines) $(CROSS_CFLAGS) -DHEAPKIT_VERSION='"$(VERSION)"' -fno-ident \
	-ffile-prefix-map=$(CURDIR)=. -ffile-prefix-map=$(BUILD)/page=page -I$(BUILD)/page -isystem $(uv_source)/include -isystem $(jansson_source)/src \
	-isystem $(windows_lib) -isystem $(yaml_source)/include -isystem $(cyaml_source)/include \
	-DYAML_DECLARE_STATIC
windows_libs   = -static $(windows_system)

$(eval $(call remember,$(BUILD)/windows/flags,$(windows_cc) $(windows_cflags) $(library_cflags)))

$(BUILD)/windows/host/%.o: runner/heapkit/%.c VERSION $(BUILD)/windows/flags $(windows_lib)/jansson_config.h
	@mkdir -p $(@D)
	$(call say,CC,$@)$(windows_cc) $(windows_cflags) -MMD -MP -c -o $@ $<

$(windows_host): $(windows_names:%=$(BUILD)/windows/host/%.o) $(windows_libraries)
	$(call say,LINK,$@)$(windows_cc) -s -Wl,--no-insert-timestamp -o $@ $^ $(windows_libs)

windows_programs = $(windows_host)

-include $(wildcard $(BUILD)/windows/host/*.d)
endif

# The agent and the launcher are bare, like a bare case.
helper_flags = -std=c11 $(warnings) $(CROSS_CFLAGS) $(lean) -fno-ident -ffile-prefix-map=$(CURDIR)=. \
	$(cflags.bare) $(cflags.bare.gcc) -nostdlib -s -Wl,--no-insert-timestamp

# ---- The agent ----------------------------------------------------------------------------------

# With nothing newer than NT 5.1: see runner/agent/README.md.
agent_files := $(wildcard runner/agent/*.c) kit/memory.c
agent_cc     = $($(1)-bare.prefix)gcc
agents      := $(foreach p,x86_64 i686,$(if $(and $(filter $(p)-bare,$(targets)),$(HAVE_$(call agent_cc,$(p)))),\
	$(BUILD)/windows/agent-$(p).exe))
agent_entry.x86_64  := agent
agent_entry.i686    := _agent
agent_system.x86_64 := 5.2
agent_system.i686   := 5.1
agent_link = $(agent_cc) $(helper_flags) -D_WIN32_WINNT=0x0501 -Wl,-e,$(agent_entry.$(1)) \
	-Wl,--subsystem,console:$(agent_system.$(1))

.PHONY: agents
agents: $(agents)

$(eval $(call remember,$(BUILD)/windows/agent.flags,$(foreach p,x86_64 i686,$(call agent_link,$(p)))))

$(agents): $(BUILD)/windows/agent-%.exe: $(agent_files) runner/agent/agent.h kit/section.h $(BUILD)/windows/agent.flags
	$(call say,AGENT,$@)$(call agent_link,$*) -o $@ $(agent_files) -lkernel32 -lgcc

windows_programs += $(agents)

# ---- The launcher -------------------------------------------------------------------------------

launcher_link = $(launcher_cc) $(helper_flags) -D_WIN32_WINNT=0x0601 -Wl,-e,launcher -Wl,--subsystem,console

$(eval $(call remember,$(BUILD)/windows/launcher.flags,$(launcher_link)))

$(BUILD)/windows/launcher.exe: runner/launcher/launcher.c $(BUILD)/windows/launcher.flags
	$(call say,LAUNCHER,$@)$(launcher_link) -o $@ $< -lkernel32 -lgcc
