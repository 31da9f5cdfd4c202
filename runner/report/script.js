/* SPDX-License-Identifier: MIT */
/*
 * Filters, keyboard and details of the page that `heapkit report --format html` prints. The page is a plain
 * table without it. What comes from results is shown as text, never as markup: there is no innerHTML here.
 */
(function () {
	"use strict";
	const byId = (id) => document.getElementById(id);
	const table = byId("matrix");
	const detail = byId("detail");
	const controls = ["search", "area", "level", "outcome", "target"].map(byId);
	let data = null; /* parsed when it is wanted first */

	function facts() {
		if (!data)
			data = JSON.parse(byId("data").textContent);
		return data;
	}
	const text = (index) => (index === undefined ? "" : facts().texts[index]);

	function element(name, properties, ...children) {
		const made = Object.assign(document.createElement(name), properties);
		made.append(...children.filter((child) => child !== null));
		return made;
	}

	/* ---- The table, read once */

	const FIRST = 3; /* of the children of a row: before them case, requirements, level */
	const heads = Array.from(table.tHead.rows[0].querySelectorAll("th.run"));
	const columns = []; /* target, run (of heads), head */
	const rows = []; /* row, area (body), cells, words, levels */
	const bodies = Array.from(table.tBodies);

	function readTable() {
		const targets = Array.from(table.tHead.rows[1].cells);
		heads.forEach((head, run) => {
			for (let i = 0; i < head.colSpan; i++) {
				const cell = targets[columns.length];
				columns.push({ target: cell.textContent, run, head: cell, on: true });
			}
		});
		for (const body of bodies)
			for (const row of body.rows)
				if (!row.classList.contains("area"))
					rows.push({
						row,
						body,
						words: row.textContent.toLowerCase() + " " + body.dataset.area.toLowerCase(),
						levels: row.cells[2].textContent,
						cells: Array.from(row.cells).slice(FIRST),
						all: null,
					});
		rows.forEach((entry, index) => (entry.index = index));
	}

	const labelOf = (run) => heads[run].textContent;
	const caseOf = (entry) => entry.body.dataset.area + "/" + entry.row.querySelector(".name").textContent;

	/* What a search looks through: also what was said of it anywhere. */
	function allWords(entry) {
		if (entry.all === null)
			entry.all =
				entry.words +
				" " +
				facts()
					.rows[entry.index].cells.filter((cell) => cell && cell.message !== undefined)
					.map((cell) => [cell.message, cell.got, cell.want].map(text).join(" "))
					.join(" ")
					.toLowerCase();
		return entry.all;
	}

	/* ---- Filters */

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

	/* ---- Folding */

	function fold(body, folded) {
		body.classList.toggle("folded", folded);
		body.querySelector("button").setAttribute("aria-expanded", String(!folded));
	}

	function foldAll(folded) {
		byId("fold").setAttribute("aria-pressed", String(folded));
		for (const body of bodies)
			fold(body, folded);
	}

	/* ---- State: in the address, so that a link shows the same */

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
		if (push)
			history.pushState(null, "", address);
		else
			history.replaceState(null, "", address);
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
		if (entry && column >= 0 && facts().rows[entry.index].cells[column])
			showDetail(entry, column);
		else
			hideDetail();
	}

	function markRun(box) {
		box.closest("tr").classList.toggle("off", !box.checked);
	}

	/* ---- Details of one cell */

	function kind(cell) {
		const outcome = text(cell.outcome);
		if (outcome === "skip")
			return "";
		if (outcome !== text(cell.expected))
			return "unexpected";
		return outcome === "pass" ? "" : "known";
	}

	function verdict(cell) {
		const outcome = text(cell.outcome);
		if (kind(cell) === "unexpected")
			return outcome === "pass" ? "pass: a known deviation that is fixed" : outcome + ", unexpected";
		return kind(cell) === "known" ? outcome + ", known deviation" : outcome;
	}

	function sign(cell) {
		return element("span", { className: "sign " + text(cell.outcome) + " " + kind(cell), textContent: verdict(cell) });
	}

	/* The address was looked at by heapkit; this looks once more. */
	function link(words, address) {
		if (!address || !/^https?:\/\//.test(address))
			return document.createTextNode(words);
		return element("a", { href: address, rel: "noopener noreferrer", textContent: words });
	}

	function fact(list, label, value) {
		if (value === "" || value === undefined || value === null)
			return;
		list.append(element("dt", { textContent: label }), element("dd", {}, value));
	}

	function clauses(list, entry) {
		for (const id of facts().rows[entry.index].requirements) {
			const clause = facts().clauses[id];
			fact(list, "clause", link(clause.words, clause.page));
		}
	}

	function ending(cell) {
		const parts = [];
		if (cell.status !== undefined)
			parts.push("status " + cell.status);
		if (cell.signal !== undefined)
			parts.push("signal " + cell.signal);
		if (cell.seconds !== undefined)
			parts.push(cell.seconds.toFixed(3) + " s");
		if (cell.attempts > 1)
			parts.push(cell.attempts + " attempts");
		return parts.join(", ");
	}

	function details(entry, cell) {
		const list = element("dl", {});
		const known = cell.expectation;
		clauses(list, entry);
		for (const key of ["message", "got", "want", "at"])
			fact(list, key, text(cell[key]));
		if (known) {
			if (text(cell.outcome) !== text(cell.expected))
				fact(list, "expected", text(cell.expected));
			fact(list, "known", link(text(known.reason), known.url));
			fact(list, "until", text(known.until));
			fact(list, "entry", text(known.at));
		}
		fact(list, "ended", ending(cell));
		return list;
	}

	function repeat(cell) {
		const code = element("code", { textContent: text(cell.command) });
		const button = element("button", { type: "button", textContent: "copy" });
		button.addEventListener("click", () => {
			const range = document.createRange();
			range.selectNodeContents(code);
			getSelection().removeAllRanges();
			getSelection().addRange(range);
			if (navigator.clipboard)
				navigator.clipboard.writeText(code.textContent).then(
					() => (button.textContent = "copied"),
					() => {}
				);
		});
		return element("div", {}, element("h4", { textContent: "Repeat" }), element("pre", {}, code), button);
	}

	/* Columns of one implementation that say the same are one row. */
	function beside(entry) {
		const cells = facts().rows[entry.index].cells;
		const names = [];
		const groups = new Map();
		cells.forEach((cell, i) => {
			if (!cell || !columns[i].on)
				return;
			const values = new Map();
			for (let j = 0; cell.observations && j < cell.observations.length; j += 2) {
				const name = text(cell.observations[j]);
				values.set(name, text(cell.observations[j + 1]));
				if (!names.includes(name))
					names.push(name);
			}
			const key = JSON.stringify([columns[i].run, verdict(cell), text(cell.got), text(cell.message), Array.from(values)]);
			if (!groups.has(key))
				groups.set(key, { run: columns[i].run, cell, values, targets: [] });
			groups.get(key).targets.push(columns[i].target);
		});
		return { names, groups: Array.from(groups.values()) };
	}

	function targetsOf(group) {
		const all = columns.filter((column) => column.run === group.run && column.on).length;
		return group.targets.length === all && all > 1 ? "all " + all + " targets" : group.targets.join(", ");
	}

	function besideTable(entry) {
		const { names, groups } = beside(entry);
		const says = groups.some((group) => text(group.cell.got) || text(group.cell.message));
		const titles = ["implementation", "targets", "outcome"].concat(says ? ["got"] : [], names);
		const head = element("tr", {}, ...titles.map((title) => element("th", { scope: "col", textContent: title })));
		const body = groups.map((group) =>
			element(
				"tr",
				{},
				element("th", { scope: "row", textContent: labelOf(group.run) }),
				element("td", { textContent: targetsOf(group) }),
				element("td", {}, sign(group.cell)),
				says ? element("td", { textContent: text(group.cell.got) || text(group.cell.message) }) : null,
				...names.map((name) => element("td", { textContent: group.values.get(name) ?? "" }))
			)
		);
		return element(
			"div",
			{ className: "beside" },
			element("h4", { textContent: names.length ? "Side by side, with what was observed" : "Side by side" }),
			element("table", {}, element("thead", {}, head), element("tbody", {}, ...body))
		);
	}

	function barTop() {
		const bar = element("div", { className: "bar-top" });
		const step = (label, name, by) => {
			const button = element("button", { type: "button", textContent: label, ariaLabel: name });
			button.addEventListener("click", () => moveTo(stepRow(open.entry, by), open.column, true));
			bar.append(button);
		};
		const close = element("button", { type: "button", textContent: "close", id: "close" });
		step("↑", "the case above", -1);
		step("↓", "the case below", 1);
		close.addEventListener("click", closeDetail);
		bar.append(close);
		return bar;
	}

	function select(entry, column, on) {
		entry.cells[column].setAttribute("aria-selected", String(on));
	}

	function showDetail(entry, column) {
		const cell = facts().rows[entry.index].cells[column];
		const row = facts().rows[entry.index];
		if (!cell)
			return;
		if (open)
			select(open.entry, open.column, false);
		open = { entry, column };
		select(entry, column, true);
		document.body.classList.add("open");
		detail.hidden = false;
		detail.replaceChildren(
			barTop(),
			element("h3", { id: "detail-title", tabIndex: -1, textContent: text(row.case) }),
			element("p", { textContent: text(row.title) }),
			element("p", {}, sign(cell), " ", labelOf(columns[column].run) + ", " + columns[column].target),
			details(entry, cell),
			repeat(cell),
			besideTable(entry),
			element("h4", { textContent: "Output" }),
			element("pre", { tabIndex: 0, textContent: text(cell.output) || "(none)" })
		);
		detail.scrollTop = 0;
	}

	function hideDetail() {
		if (open)
			select(open.entry, open.column, false);
		open = null;
		detail.hidden = true;
		detail.replaceChildren();
		document.body.classList.remove("open");
	}

	function closeDetail() {
		const cell = open && open.entry.cells[open.column];
		hideDetail();
		writeState(false);
		if (cell)
			cell.focus();
	}

	function openDetail(entry, column, withFocus) {
		const push = !open;
		showDetail(entry, column);
		writeState(push);
		entry.cells[column].scrollIntoView({ block: "nearest", inline: "nearest" });
		if (withFocus)
			byId("detail-title").focus();
	}

	/* ---- Keyboard: one cell of the table is in the order of Tab, arrows lead to the others */

	let focusable = null; /* entry and column */
	const isShown = (entry) => !entry.row.hidden && !entry.body.classList.contains("folded");

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
		if (!at || event.altKey || event.metaKey)
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
		opened = Array.from(document.querySelectorAll("details:not([open])"));
		opened.forEach((one) => (one.open = true));
	}

	function foldAgain() {
		opened.forEach((one) => (one.open = false));
	}

	/* ---- Beginning */

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
})();
