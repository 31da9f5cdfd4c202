/* SPDX-License-Identifier: MIT */
/* One cell of the table is in the order of Tab; arrows lead to the others. */

let focusable = null; /* entry and column */
const isShown = (entry) => entry.on && !entry.body.classList.contains("folded");

function setFocusable(entry, column) {
	if (focusable)
		focusable.entry.cells[focusable.column].tabIndex = -1;
	focusable = { entry, column };
	entry.cells[column].tabIndex = 0;
}

function keepFocusable() {
	if (focusable && isShown(focusable.entry) && columns[focusable.column].on)
		return;
	const entry = rows.find(isShown);
	const column = columns.findIndex((one) => one.on);
	if (entry && column >= 0)
		setFocusable(entry, column);
}

function stepRow(entry, by) {
	let found = entry;
	for (let i = entry.index + Math.sign(by); by !== 0 && rows[i]; i += Math.sign(by))
		if (isShown(rows[i])) {
			found = rows[i];
			by -= Math.sign(by);
		}
	return found;
}

function stepColumn(column, by) {
	let found = column;
	for (let i = column + Math.sign(by); by !== 0 && columns[i]; i += Math.sign(by))
		if (columns[i].on) {
			found = i;
			by -= Math.sign(by);
		}
	return found;
}

function moveTo(entry, column, keepsFocus) {
	reveal(waiting.length);
	setFocusable(entry, column);
	if (open)
		openDetail(entry, column, false);
	entry.cells[column].scrollIntoView({ block: "nearest", inline: "nearest" });
	if (!keepsFocus || !detail.contains(document.activeElement))
		entry.cells[column].focus();
}

/* The next or previous cell that did not pass: by row, then by column. */
function stepDeviation(from, by) {
	const wanted = (cell) => !/^(pass|skip|none)( first)?$/.test(cell.className);
	let { column } = from;
	for (let i = from.entry.index; rows[i]; i += by) {
		if (isShown(rows[i]))
			for (column += by; columns[column]; column += by)
				if (columns[column].on && wanted(rows[i].cells[column]))
					return { entry: rows[i], column };
		column = by > 0 ? -1 : columns.length;
	}
	return from;
}

const ALL = 1e6;
const moves = {
	ArrowUp: (at) => [stepRow(at.entry, -1), at.column],
	ArrowDown: (at) => [stepRow(at.entry, 1), at.column],
	ArrowLeft: (at) => [at.entry, stepColumn(at.column, -1)],
	ArrowRight: (at) => [at.entry, stepColumn(at.column, 1)],
	PageUp: (at) => [stepRow(at.entry, -20), at.column],
	PageDown: (at) => [stepRow(at.entry, 20), at.column],
	Home: (at, all) => [all ? stepRow(at.entry, -ALL) : at.entry, stepColumn(at.column, -ALL)],
	End: (at, all) => [all ? stepRow(at.entry, ALL) : at.entry, stepColumn(at.column, ALL)],
	n: (at) => Object.values(stepDeviation(at, 1)),
	p: (at) => Object.values(stepDeviation(at, -1)),
};

function cellOf(target) {
	const cell = target.closest("td");
	const entry = cell && rows.find((one) => one.row === cell.parentNode);
	const column = entry ? entry.cells.indexOf(cell) : -1;
	return column >= 0 ? { entry, column } : null;
}

function onTableKey(event) {
	const at = cellOf(event.target);
	const ours = !event.altKey && !event.metaKey && (!event.ctrlKey || event.key === "Home" || event.key === "End");
	if (!at || !ours) /* Ctrl+P prints */
		return;
	if (event.key === "Enter" || event.key === " ")
		openDetail(at.entry, at.column, true);
	else if (moves[event.key])
		moveTo(...moves[event.key](at, event.ctrlKey));
	else
		return;
	event.preventDefault();
}

function onKey(event) {
	const typing = event.target.closest("input, select, textarea");
	if (event.key === "Escape" && open)
		closeDetail();
	else if (event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey)
		byId("search").focus();
	else
		return;
	event.preventDefault();
}

function onTableClick(event) {
	const fold1 = event.target.closest("tr.area button");
	const at = cellOf(event.target);
	if (fold1) {
		const body = fold1.closest("tbody");
		fold(body, !body.classList.contains("folded"));
		keepFocusable();
	} else if (at) {
		setFocusable(at.entry, at.column);
		openDetail(at.entry, at.column, false);
	}
}

/* What does not fit is shown where the mouse rests. */
function onTableOver(event) {
	const head = event.target.closest("tbody th");
	const at = cellOf(event.target);
	if (head && head.scrollWidth > head.clientWidth)
		head.title = head.textContent;
	else if (at && !event.target.title)
		event.target.title = (event.target.getAttribute("aria-label") || "") + ": " + labelOf(columns[at.column].run) + ", " + columns[at.column].target;
}

/* On paper nobody can open anything. */
let opened = [];

function unfold() {
	reveal(waiting.length);
	opened = Array.from(document.querySelectorAll("details:not([open])"));
	opened.forEach((one) => (one.open = true));
}

function foldAgain() {
	opened.forEach((one) => (one.open = false));
}
