/* SPDX-License-Identifier: MIT */
/* The details of one cell. */

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
