// SPDX-License-Identifier: MIT
// Results for test.mjs: what `heapkit run --results` could have written.
import { writeFileSync } from "node:fs";

export const TARGETS = ["i686-bare", "i686-msvcrt", "x86_64-bare", "x86_64-msvcrt"];
const LEVELS = ["MUST", "WINDOWS", "VARIES"];
const OUTCOMES = ["pass", "fail", "skip", "broken", "unimplemented", "crash", "timeout"];

export function makeResult(id, target, changes) {
	return {
		case: id,
		target,
		title: "what " + id + " shows",
		requirements: [],
		outcome: "pass",
		expected: "pass",
		status: 0,
		signal: null,
		seconds: 0.0125,
		attempts: 1,
		message: null,
		got: null,
		want: null,
		at: null,
		observations: {},
		output: "TAP version 14\n1..1\nok 1 - what " + id + " shows\n",
		command: "heapkit run --case " + id + " --target " + target,
		expectation: null,
		...changes,
	};
}

function makeFailure(outcome, expected, index) {
	return {
		outcome,
		expected,
		status: 1,
		message: "ck_assert_uint_eq(count, " + index + ")",
		got: "got-" + index,
		want: "want-" + index,
		at: "cases/area/file.c:" + (index + 1),
		expectation: expected === "pass" ? null : { reason: "reason-" + index, url: "https://bug.test/" + index, until: null, at: "w.yaml:3" },
	};
}

// Every seventh case is a known deviation of every second run, every 50th an unexpected one of the last.
function ending(run, index) {
	if (index % 7 === 3 && run % 2 === 0)
		return makeFailure("fail", "fail", index);
	if (index % 50 === 20 && run === 4)
		return makeFailure(OUTCOMES[3 + ((index / 10) % 4)], "pass", index);
	if (index % 11 === 5)
		return { outcome: "skip", message: "not here" };
	return index % 13 === 1 ? { observations: { heaps: String(run + 2), order: run % 2 ? "newest first" : "oldest first" } } : {};
}

export function makeRun(name, run, cases, areas) {
	const requirements = {};
	const results = [];
	for (let i = 0; i < cases; i++) {
		const requirement = "AREA-" + String(i).padStart(3, "0");
		const id = "area-" + String(Math.floor((i * areas) / cases)).padStart(2, "0") + "/case-number-" + String(i).padStart(3, "0");
		requirements[requirement] = { level: LEVELS[i % 3], subject: "platform", title: "statement " + i, page: "https://page.test/" + i };
		for (const target of TARGETS)
			results.push(makeResult(id, target, { requirements: [requirement], ...ending(run, i) }));
	}
	return { header: makeHeader(name, requirements), results };
}

export function makeHeader(name, requirements) {
	return {
		heapkit: "0.1.0",
		format: 1,
		suite: "0123456789abcdef",
		implementation: { name, version: null, command: ["x", "{exe}"] },
		host: { system: "Linux", cpus: 2 },
		started: "2026-11-22T15:00:00Z",
		shard: null,
		notes: [],
		requirements,
	};
}

export function writeRun(path, { header, results }) {
	const outcomes = Object.fromEntries(OUTCOMES.map((name) => [name, results.filter((one) => one.outcome === name).length]));
	const unexpected = results.filter((one) => one.outcome !== "skip" && one.outcome !== one.expected).length;
	const targets = {};
	for (const { target } of results)
		targets[target] = { runs: true, status_believed: true, text_believed: true, message: null };
	const footer = { cases: results.length, outcomes, unexpected, unmatched: [], overdue: [], targets, seconds: 1.5, interrupted: false };
	writeFileSync(path, [header, ...results, footer].map((line) => JSON.stringify(line) + "\n").join(""));
}

// Texts that try to be something else. What they would leave behind is window.obeyed.
export const HOSTILE = [
	"<script>window.obeyed = 1</script>",
	"</script><script>window.obeyed = 2</script>",
	"<!--<script>",
	"\"><img src=x onerror='window.obeyed = 3'>",
	"' onmouseover='window.obeyed = 4' x='",
	"&lt;img src=x onerror=window.obeyed=5&gt;",
	"]]></title></style></textarea><svg onload=window.obeyed=6>",
	"javascript:window.obeyed=7",
	"NUL \u0000 bell \u0007 escape \u001b[31m",
	"\u202Eright to left\u202C \u2066isolate\u2069 \u200Fmark \u2028line",
	"invalid \uFFFD\uD83D\uDE00",
	"{{script}} {{style}} ${window.obeyed = 8} `\\`",
	"x".repeat(1024 * 1024),
	("<b>" + "y".repeat(70) + "\n").repeat(14000),
	"\u05D0\u05D1\u05D2 (\u05D3) 1-2",
];

export function makeHostileRun() {
	const results = [];
	const requirements = {};
	const key = (text) => text.replaceAll("\0", "\u2400"); // the one text that no results hold as a key
	HOSTILE.forEach((text, i) => {
		requirements[key(text).slice(0, 50000)] = { level: LEVELS[i % 3], subject: "platform", title: text.slice(0, 50000), page: text };
		const part = text.slice(0, 50000);
		const everything = { title: part, requirements: [key(part)], message: text, got: part, want: part, at: part, output: text, command: part };
		const short = key(text).slice(0, 100);
		const expectation = { reason: part, url: part, until: part, at: part };
		OUTCOMES.forEach((outcome, j) =>
			results.push(
				makeResult(short + i + j + "/" + short, TARGETS[j % 4] + short, {
					...everything,
					outcome,
					expected: j % 2 ? outcome : "fail",
					expectation,
					observations: { [key(part)]: part },
				})
			)
		);
	});
	const header = makeHeader(HOSTILE[0], requirements);
	header.implementation.version = HOSTILE[3];
	header.host = Object.fromEntries(HOSTILE.map((text) => [key(text).slice(0, 1000), text]));
	header.notes = HOSTILE;
	return { header, results };
}
