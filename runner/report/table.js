/* SPDX-License-Identifier: MIT */
/*
 * The table of the page that `heapkit report --format html` prints, read once. The page is a plain table
 * without its script. What comes from results is shown as text, never as markup: there is no innerHTML in
 * these files, which the build makes one function of (embed.sh).
 */

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

const FIRST = 3; /* of the children of a row: before them case, requirements, level */
const heads = Array.from(table.tHead.rows[0].querySelectorAll("th.run"));
const columns = []; /* target, run (of heads), head */
const rows = []; /* row, body of its area, cells, words, levels; on: left by the filters */
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
					on: true,
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
