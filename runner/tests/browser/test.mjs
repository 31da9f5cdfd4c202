// SPDX-License-Identifier: MIT
// The HTML report in a browser: script-browser.sh says with what this is called.
//
//   node test.mjs PLAYWRIGHT CHROMIUM HEAPKIT FOLDER [PICTURES]
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HOSTILE, TARGETS, makeHostileRun, makeRun, writeRun } from "./results.mjs";

const [playwright, executablePath, heapkit, folder, pictures] = process.argv.slice(2);
const { chromium } = createRequire(playwright + "/")("playwright-core");
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
// Long enough for a machine that does other things as well; what it took is in the words.
const LONGEST = { open: 5000, filter: 1000 };

function report(name, runs) {
	const paths = runs.map((run, i) => {
		const path = folder + "/" + name + i + ".jsonl";
		writeRun(path, run);
		return path;
	});
	const page = execFileSync(heapkit, ["report", "--format", "html", ...paths], { maxBuffer: 1 << 28 });
	writeFileSync(folder + "/" + name + ".html", page);
	return "file://" + folder + "/" + name + ".html";
}

let failed = "";
function check(condition, words) {
	if (!condition)
		failed += "\n    " + words;
}
const same = (got, want, words) => check(JSON.stringify(got) === JSON.stringify(want), words + ": got " + JSON.stringify(got) + ", want " + JSON.stringify(want));

// Opens a page, lets the test look, and sees to it that nothing was loaded and nothing went wrong.
async function test(words, address, options, look) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	let behind = "";
	failed = "";
	page.on("console", (message) => message.type() === "error" && check(false, "console: " + message.text()));
	page.on("pageerror", (error) => check(false, "error: " + error.message));
	page.on("dialog", (dialog) => check(false, "dialog: " + dialog.message()) || dialog.dismiss());
	page.on("request", (request) => check(request.url().split("#")[0] === address.split("#")[0], "request: " + request.url().slice(0, 200)));
	try {
		await page.goto(address);
		behind = (await look(page)) || "";
	} catch (error) {
		check(false, String(error.message).split("\n")[0]);
	}
	console.log((failed ? "not ok - " : "ok - ") + "the HTML report: " + words + behind + failed);
	await context.close();
}

const picture = (page, name) => pictures && page.screenshot({ path: pictures + "/" + name + ".png" });
// More than a screen of rows comes by and by.
const visibleRows = async (page) => {
	const count = () => page.locator("#matrix tbody tr:not(.area):visible").count();
	for (let before = -1, now = await count(); ; before = now, now = await count()) {
		if (now === before)
			return now;
		await page.waitForTimeout(50);
	}
};
const toMatrix = (page) => page.evaluate(() => document.getElementById("matrix-title").scrollIntoView());

const browser = await chromium.launch({ executablePath, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const runs = [0, 1, 2, 3, 4].map((run) => makeRun("implementation-" + run, run, 300, 15));
const large = report("large", runs);
const hostile = report("hostile", [makeHostileRun()]);
const results = runs[0].results.filter((one) => one.target === TARGETS[0]);
const known = results.filter((one) => one.expectation).length;
const count = (matches) => new Set(runs.flatMap((run) => run.results.filter(matches).map((one) => one.case))).size;
const unexpected = count((one) => one.outcome !== one.expected && one.outcome !== "skip");
const skipped = count((one) => one.outcome === "skip");

await test("300 cases by 20 columns", large, DESKTOP, async (page) => {
	const timing = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
	same(await page.locator("#matrix tbody tr:not(.area)").count(), 300, "rows");
	same(await page.locator("#matrix tbody tr:not(.area) td").count(), 300 * 22, "cells");
	same(await page.locator("#matrix tbody").count(), 15, "areas");
	check(timing < LONGEST.open, "slow");
	await picture(page, "desktop");
	return ", open after " + Math.round(timing) + " ms";
});

await test("filters", large, DESKTOP, async (page) => {
	const took = [];
	const filter = async (id, value, want) => {
		took.push(
			await page.evaluate(
				([id, value]) => {
					const control = document.getElementById(id);
					const before = control.value;
					const set = (to) => {
						const start = performance.now();
						control.value = to;
						control.dispatchEvent(new Event("input"));
						document.body.getBoundingClientRect(); // the layout is a part of it
						return performance.now() - start;
					};
					// the best of three: others use the machine as well
					return Math.min(...[1, 2, 3].map(() => (set(before), set(value))));
				},
				[id, value]
			)
		);
		same(await visibleRows(page), want, id + " " + value);
		check((await page.locator("#shown").textContent()).startsWith(want + " of 300"), "count of " + id);
	};
	await filter("area", "area-03", 20);
	await filter("area", "", 300);
	await filter("level", "WINDOWS", 100);
	await filter("level", "", 300);
	await filter("outcome", "known", known);
	await filter("outcome", "unexpected", unexpected);
	await filter("outcome", "skip", skipped);
	await filter("outcome", "", 300);
	await filter("search", "case-number-123", 1);
	await filter("search", "CASE-number-12 statement", 0);
	await filter("search", "number-12 SHOWS", 10);
	await filter("search", "want-171 count", 1);
	await filter("search", "no such thing", 0);
	await filter("search", "", 300);
	await filter("target", "i686-bare", 300);
	same(await page.locator("#matrix thead th.target:visible").count(), 5, "columns of one target");
	await filter("target", "", 300);
	check(Math.max(...took) < LONGEST.filter, "slow");
	return ", the slowest in " + Math.round(Math.max(...took)) + " ms";
});

await test("columns of an implementation can be taken away", large, DESKTOP, async (page) => {
	await page.locator("#shares input").nth(0).uncheck();
	await page.locator("#shares input").nth(4).uncheck();
	same(await page.locator("#matrix thead th.target:visible").count(), 12, "columns");
	same(await page.locator("#matrix tbody tr:not(.area)").first().locator("td:visible").count(), 14, "cells");
	await page.locator("#outcome").selectOption("unexpected");
	same(await visibleRows(page), 0, "unexpected ones of the others");
	check(await page.locator("#nothing").isVisible(), "nothing is said of nothing");
	await page.locator("#outcome").selectOption("differs");
	const alone = new Set(runs[1].results.filter((one) => one.outcome === "skip").map((one) => one.case));
	same(await visibleRows(page), results.filter((one) => one.expectation && !alone.has(one.case)).length, "those that differ");
	await page.locator("#reset").click();
	same(await page.locator("#matrix thead th.target:visible").count(), 20, "columns after reset");
});

await test("the address keeps what is shown", large, DESKTOP, async (page) => {
	await page.locator("#search").fill("number");
	await page.locator("#outcome").selectOption("known");
	await page.locator("#shares input").nth(1).uncheck();
	await page.locator("#theme").click();
	await page.locator("#matrix tr:not(.area) td.known:visible").nth(5).click();
	const title = await page.locator("#detail-title").textContent();
	const address = page.url();
	await page.goto("about:blank").catch(() => {});
	await page.goto(address);
	same(await page.locator("#detail-title").textContent(), title, "details");
	same(await page.locator("#search").inputValue(), "number", "search");
	same(await visibleRows(page), known, "rows");
	same(await page.locator("#matrix thead th.target:visible").count(), 16, "columns");
	same(await page.locator("html").getAttribute("data-theme"), "light", "theme");
	await page.locator("#close").click();
	await page.locator("#fold").click();
	same(await visibleRows(page), 0, "rows of areas only");
	await page.reload();
	same(await visibleRows(page), 0, "rows of areas only, again");
	await page.locator("tr.area button:visible").first().click();
	check((await visibleRows(page)) > 0, "an area does not open");
});

await test("details of a cell", large, DESKTOP, async (page) => {
	await toMatrix(page);
	await page.locator("#matrix tr:not(.area) td.known").first().click();
	const details = await page.locator("#detail").innerText();
	for (const words of [
		"area-00/case-number-003",
		"what area-00/case-number-003 shows",
		"fail, known deviation",
		"AREA-003 MUST: statement 3",
		"ck_assert_uint_eq(count, 3)",
		"got-3",
		"want-3",
		"cases/area/file.c:4",
		"reason-3",
		"heapkit run --case area-00/case-number-003 --target i686-bare",
		"ok 1 - what area-00/case-number-003 shows",
		"all 4 targets",
	])
		check(details.includes(words), "no " + words);
	same(await page.locator("#detail a").evaluateAll((links) => links.map((link) => link.href)), ["https://page.test/3", "https://bug.test/3"], "links");
	await picture(page, "detail");
	await page.locator("#search").fill("case-number-014");
	await page.locator("#matrix tr:not(.area):visible td.pass").first().click();
	const beside = page.locator("#detail .beside table");
	same((await beside.locator("thead").innerText()).trim(), "implementation\ttargets\toutcome\theaps\torder", "observations");
	same(await beside.locator("tbody tr").count(), 5, "rows of observations");
	same((await beside.locator("tbody tr").nth(1).innerText()).trim(), "implementation-1\tall 4 targets\tpass\t3\tnewest first", "observed");
	check((await page.locator("#shares").boundingBox()).height < 500, "no room is left for the implementations");
	await picture(page, "observations");
});

await test("keyboard", large, DESKTOP, async (page) => {
	const at = () =>
		page.evaluate(() => {
			const cell = document.activeElement;
			return cell.tagName === "TD" ? [cell.parentNode.querySelector(".name").textContent, cell.cellIndex - 3] : cell.id || cell.tagName;
		});
	await page.keyboard.press("/");
	same(await at(), "search", "focus");
	for (let i = 0; i < 30 && !Array.isArray(await at()); i++)
		await page.keyboard.press("Tab");
	// the button of the first area comes before its cells
	same(await at(), ["case-number-000", 0], "the first cell");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowRight");
	same(await at(), ["case-number-001", 1], "down and right");
	await page.keyboard.press("End");
	same(await at(), ["case-number-001", 19], "the end");
	await page.keyboard.press("Control+End");
	same(await at(), ["case-number-299", 19], "the last cell");
	await page.keyboard.press("Control+Home");
	await page.keyboard.press("n");
	same(await at(), ["case-number-003", 0], "the next that did not pass");
	await page.keyboard.press("Enter");
	same(await at(), "detail-title", "the details");
	await page.keyboard.press("Escape");
	same(await at(), ["case-number-003", 0], "back");
	check(await page.locator("#detail").isHidden(), "still open");
	await page.keyboard.press("n");
	await page.keyboard.press("p");
	same(await at(), ["case-number-003", 0], "next and previous");
	same(await page.locator("#matrix td[tabindex='0']").count(), 1, "cells in the order of Tab");
	const taken = await page.evaluate(() => {
		const event = new KeyboardEvent("keydown", { key: "p", ctrlKey: true, bubbles: true, cancelable: true });
		return !document.activeElement.dispatchEvent(event);
	});
	check(!taken, "Ctrl+P does not print");
});

await test("without its script", large, { ...DESKTOP, javaScriptEnabled: false }, async (page) => {
	same(await page.locator("#matrix tbody tr:visible").count(), 315, "rows");
	check(await page.locator("#filters").isHidden(), "filters that do nothing");
	check(await page.locator("#run-4").isVisible(), "the runs are not there");
	check((await page.locator("#run-4").innerText()).includes("got-20"), "what was unexpected is not there");
	await picture(page, "plain");
});

// Contrast of what stands on what, as WCAG has it.
function contrasts() {
	const rgb = (color) => color.match(/[\d.]+/g).map(Number);
	const light = (color) =>
		rgb(color)
			.slice(0, 3)
			.map((part) => (part /= 255) && (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
			.reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
	const ground = (one) => {
		const color = getComputedStyle(one).backgroundColor;
		return rgb(color)[3] === 0 && one.parentElement ? ground(one.parentElement) : color;
	};
	const all = "h1, .about, .note, label, button, .legend b, .legend li, #shares th, #shares td, thead th, .title, .ids, .level, td, a, summary, kbd";
	let lowest = [99, ""];
	for (const one of document.querySelectorAll(all)) {
		const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
		const ratio = (a + 0.05) / (b + 0.05);
		if (ratio < lowest[0])
			lowest = [ratio, one.className + " " + one.textContent.slice(0, 20)];
	}
	return lowest;
}

for (const colorScheme of ["light", "dark"])
	await test(colorScheme, large, { ...DESKTOP, colorScheme }, async (page) => {
		const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0]);
		const [ratio, words] = await page.evaluate(contrasts);
		check(colorScheme === "dark" ? back < 60 : back > 200, "background " + back);
		check(ratio >= 4.5, "contrast " + ratio + " of " + words);
		await toMatrix(page);
		await picture(page, colorScheme);
		return ", contrast at least " + ratio.toFixed(1);
	});

await test("phone", large, PHONE, async (page) => {
	const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	check((await wide()) <= 0, "wider than the screen by " + (await wide()));
	await picture(page, "phone");
	await page.evaluate(() => document.getElementById("scroll").scrollIntoView());
	await picture(page, "phone-matrix");
	await page.locator("#matrix tr:not(.area) td.known").first().tap();
	const box = await page.locator("#detail").boundingBox();
	same([box.x, box.width], [0, 390], "details");
	check((await wide()) <= 0, "details wider than the screen");
	await picture(page, "phone-detail");
	await page.locator("#close").tap();
	check(await page.locator("#detail").isHidden(), "does not close");
});

await test("print", large + "#area=area-03", DESKTOP, async (page) => {
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	check(await page.locator("#filters").isHidden(), "filters on paper");
	same(await page.evaluate(() => getComputedStyle(document.getElementById("scroll")).overflow), "visible", "a table that is cut");
	same(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)", "paper");
	same(await visibleRows(page), 20, "rows");
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	same(await page.locator("details:not([open])").count(), 0, "closed lists");
	await picture(page, "print");
	check((await page.pdf({ landscape: true })).length > 10000, "no PDF");
});

await test("semantics", large, DESKTOP, async (page) => {
	same(await page.locator("h1").count(), 1, "h1");
	same(await page.locator("#matrix tbody th:not([scope])").count(), 0, "heads without a scope");
	same(await page.locator("#matrix tr:not(.area) td:not([aria-label]):not(.ids):not(.level)").count(), 0, "cells without words");
	same(await page.locator("#filters :is(input, select)").evaluateAll((all) => all.filter((one) => !one.labels.length).length), 0, "fields without a label");
	same(await page.locator("[id]").evaluateAll((all) => all.length - new Set(all.map((one) => one.id)).size), 0, "ids that stand twice");
});

await test("a run of nothing", report("nothing", [{ header: runs[0].header, results: [] }]), DESKTOP, async (page) => {
	check(await page.locator("#nothing").isVisible(), "nothing is said of it");
	check((await page.locator("#run-0").innerText()).includes("NOTHING WAS JUDGED"), "no verdict");
	await page.locator("#search").fill("x");
});

await test("back leads out of the details", large, DESKTOP, async (page) => {
	await page.locator("#matrix tr:not(.area) td").nth(7).click();
	check(await page.locator("#detail").isVisible(), "they do not open");
	await page.goBack();
	check(await page.locator("#detail").isHidden(), "they do not close");
});

await test("texts of an implementation are texts", hostile, DESKTOP, async (page) => {
	const state = () =>
		page.evaluate(() => ({
			obeyed: typeof window.obeyed,
			scripts: document.querySelectorAll("script").length,
			strangers: document.querySelectorAll("img, b > b, svg:not(.bar), iframe, style ~ style, textarea, link").length,
			handlers: Array.from(document.querySelectorAll("*")).filter((one) => one.getAttributeNames().some((name) => name.startsWith("on"))).length,
			links: Array.from(document.links).filter((one) => !/^(https?|file):$/.test(one.protocol)).length,
			turned: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.test(document.body.textContent),
		}));
	const good = { obeyed: "undefined", scripts: 2, strangers: 0, handlers: 0, links: 0, turned: false };
	same(await state(), good, "the page");
	const cells = page.locator("#matrix tr:not(.area) td:not(.none, .ids, .level)");
	const number = await cells.count();
	same(number, HOSTILE.length * 7, "cells");
	for (let i = 0; i < number; i += 3) {
		await cells.nth(i).dispatchEvent("mouseover");
		await cells.nth(i).dispatchEvent("click");
		same(await state(), good, "details of cell " + i);
	}
	await page.locator("tbody[data-area*='obeyed = 1'] td.pass").first().dispatchEvent("click");
	check((await page.locator("#detail dl").innerText()).includes(HOSTILE[0]), "a text is not shown as it is");
	check((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "wider than the screen");
	await page.locator("#search").fill("<script>");
	check((await visibleRows(page)) > 0, "a search does not find it");
	same(await state(), good, "the search");
	await picture(page, "hostile");
	return ", " + Math.round((await page.content()).length / 1024) + " KB";
});

await browser.close();
