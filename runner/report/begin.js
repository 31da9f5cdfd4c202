/* SPDX-License-Identifier: MIT */
/* Brings the page to life, when all of the above is there. */

function addOptions(select, values) {
	for (const value of values)
		select.append(element("option", { value, textContent: value }));
}

function makeGrid() {
	table.setAttribute("role", "grid");
	for (const body of bodies) {
		const name = body.querySelector("tr.area .name");
		const button = element("button", { type: "button", textContent: name.textContent });
		button.setAttribute("aria-expanded", "true");
		name.replaceChildren(button);
	}
}

function makeRunBoxes() {
	const shares = byId("shares").tBodies[0].rows;
	if (heads.length < 2)
		return;
	heads.forEach((head, run) => {
		const place = shares[Number(head.dataset.run)].cells[0];
		const box = element("input", { type: "checkbox", checked: true, ariaLabel: "show the columns of " + labelOf(run) });
		place.prepend(box);
		runBoxes.push(box);
		box.addEventListener("change", () => {
			markRun(box);
			changed();
		});
	});
}

function changed() {
	applyFilters();
	writeState(false);
}

readTable();
makeGrid();
makeRunBoxes();
addOptions(byId("area"), bodies.map((body) => body.dataset.area));
addOptions(byId("target"), Array.from(new Set(columns.map((column) => column.target))).sort());
byId("filters").hidden = false;
document.querySelector(".legend .keys").hidden = false;
for (const control of controls)
	control.addEventListener("input", changed);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("reset", (event) => {
	event.preventDefault();
	for (const control of controls)
		control.value = "";
	for (const box of runBoxes) {
		box.checked = true;
		markRun(box);
	}
	foldAll(false);
	changed();
});
byId("fold").addEventListener("click", () => {
	foldAll(byId("fold").getAttribute("aria-pressed") !== "true");
	changed();
});
byId("theme").addEventListener("click", () => {
	setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]);
	writeState(false);
});
table.addEventListener("click", onTableClick);
table.addEventListener("keydown", onTableKey);
table.addEventListener("mouseover", onTableOver);
document.addEventListener("keydown", onKey);
window.addEventListener("beforeprint", unfold);
window.addEventListener("afterprint", foldAgain);
window.addEventListener("hashchange", readState);
window.addEventListener("popstate", readState);
readState();
