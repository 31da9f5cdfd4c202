/* SPDX-License-Identifier: MIT */
/* What is shown stands in the address, so that a link shows the same. */

const themes = ["system", "light", "dark"];
let theme = "system";
let open = null; /* entry and column whose details are shown */

function setTheme(name) {
	theme = themes.includes(name) ? name : "system";
	byId("theme").textContent = "theme: " + theme;
	if (theme === "system")
		delete document.documentElement.dataset.theme;
	else
		document.documentElement.dataset.theme = theme;
}

function writeState(push) {
	const state = new URLSearchParams();
	for (const control of controls)
		if (control.value)
			state.set(control.id, control.value);
	runBoxes.forEach((box, run) => {
		if (!box.checked)
			state.append("without", labelOf(run));
	});
	if (byId("fold").getAttribute("aria-pressed") === "true")
		state.set("fold", "all");
	if (theme !== "system")
		state.set("theme", theme);
	if (open) {
		state.set("case", caseOf(open.entry));
		state.set("on", labelOf(columns[open.column].run));
		state.set("as", columns[open.column].target);
	}
	const address = "#" + state;
	try {
		if (push)
			history.pushState(null, "", address);
		else
			history.replaceState(null, "", address);
	} catch (error) {
		/* shown inside of another page, which has the address */
	}
}

function readState() {
	const state = new URLSearchParams(location.hash.slice(1));
	for (const control of controls) {
		control.value = state.get(control.id) || "";
		if (control.selectedIndex < 0)
			control.value = "";
	}
	const without = state.getAll("without");
	runBoxes.forEach((box, run) => (box.checked = !without.includes(labelOf(run))));
	runBoxes.forEach(markRun);
	setTheme(state.get("theme"));
	foldAll(state.get("fold") === "all");
	applyFilters();
	const entry = rows.find((one) => caseOf(one) === state.get("case"));
	const column = columns.findIndex((one) => labelOf(one.run) === state.get("on") && one.target === state.get("as"));
	if (!entry || column < 0 || !facts().rows[entry.index].cells[column]) {
		hideDetail();
		return;
	}
	showDetail(entry, column);
	reveal(waiting.length);
	entry.cells[column].scrollIntoView({ block: "nearest", inline: "nearest" });
}

function markRun(box) {
	box.closest("tr").classList.toggle("off", !box.checked);
}
