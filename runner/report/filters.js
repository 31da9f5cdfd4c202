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

/* The layout of many rows takes long enough to be noticed: more than a screen of them comes by and by. */
const SCREEN = 80;
let waiting = [];
let frame = 0;

function reveal(count) {
	for (const row of waiting.splice(0, count))
		row.hidden = false;
}

function revealSome() {
	cancelAnimationFrame(frame);
	reveal(SCREEN);
	if (waiting.length > 0)
		frame = requestAnimationFrame(revealSome);
}

function applyFilters() {
	const filter = {};
	for (const control of controls)
		filter[control.id] = control.value;
	filter.words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
	showColumns(filter.target);
	const shown = new Set();
	waiting = [];
	for (const entry of rows) {
		entry.on = rowMatches(entry, filter);
		if (!entry.on)
			entry.row.hidden = true;
		else if (entry.row.hidden)
			waiting.push(entry.row);
		if (entry.on)
			shown.add(entry.body);
	}
	for (const body of bodies)
		body.hidden = !shown.has(body);
	table.hidden = shown.size === 0;
	byId("nothing").hidden = shown.size > 0;
	byId("shown").textContent = rows.filter((entry) => entry.on).length + " of " + rows.length + " cases";
	keepFocusable();
	revealSome();
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
