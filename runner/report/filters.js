/* SPDX-License-Identifier: MIT */
/* Which rows and columns are shown. */

function outcomeMatches(entry, wanted) {
	const cells = entry.cells.filter((cell, i) => columns[i].on);
	if (wanted !== "differs")
		return cells.some((cell) => cell.classList.contains(wanted));
	const kinds = new Set(cells.filter((cell) => !/^(skip|none)/.test(cell.className)).map((cell) => cell.className.split(" ")[0]));
	return kinds.size > 1;
}

function rowMatches(entry, filter) {
	return (
		(!filter.area || entry.body.dataset.area === filter.area) &&
		(!filter.level || entry.levels.includes(filter.level)) &&
		(!filter.outcome || outcomeMatches(entry, filter.outcome)) &&
		filter.words.every((word) => allWords(entry).includes(word))
	);
}

const runBoxes = [];
const isRunOn = (run) => !runBoxes[run] || runBoxes[run].checked;

function showColumns(target) {
	const before = columns.map((column) => column.on);
	columns.forEach((column) => (column.on = isRunOn(column.run) && (!target || column.target === target)));
	columns.forEach((column, i) => {
		if (column.on === before[i])
			return;
		column.head.hidden = !column.on;
		for (const body of bodies)
			for (const row of body.rows)
				row.cells[FIRST + i].hidden = !column.on;
	});
	heads.forEach((head, run) => {
		const span = columns.filter((column) => column.run === run && column.on).length;
		head.hidden = span === 0;
		if (span > 0)
			head.colSpan = span;
	});
}

function applyFilters() {
	const filter = {};
	for (const control of controls)
		filter[control.id] = control.value;
	filter.words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
	showColumns(filter.target);
	const shown = new Map();
	let count = 0;
	for (const entry of rows) {
		const matches = rowMatches(entry, filter);
		entry.row.hidden = !matches;
		if (matches) {
			count++;
			shown.set(entry.body, true);
		}
	}
	for (const body of bodies)
		body.hidden = !shown.has(body);
	table.hidden = count === 0;
	byId("nothing").hidden = count > 0;
	byId("shown").textContent = count + " of " + rows.length + " cases";
	keepFocusable();
}

function fold(body, folded) {
	body.classList.toggle("folded", folded);
	body.querySelector("button").setAttribute("aria-expanded", String(!folded));
}

function foldAll(folded) {
	byId("fold").setAttribute("aria-pressed", String(folded));
	for (const body of bodies)
		fold(body, folded);
}
