// How well the guard reads, per class, with every miss listed: node bench/guard.ts [--held-out]
import { lexiconWith } from "../src/guard/lexicon/base.ts";
import { readText } from "../src/guard/read.ts";
import { type Line, labelled, measure } from "./guard/measure.ts";

const heldOut = process.argv.includes("--held-out");
const lexicon = lexiconWith();
const shown = (share: number) => share.toFixed(3).padStart(6);

function print(name: string, lines: readonly Line[], misses: boolean): void {
	const measured = measure(lines, lexicon);
	console.log(`\n${name}: ${lines.length} sentences, ${measured.harmless} of them harmless`);
	console.log(
		`  what may not pass   recall ${shown(measured.door.recall)}  precision ${shown(measured.door.precision)}  (sentences)`,
	);
	console.log(`  the same per class  recall ${shown(measured.all.recall)}  precision ${shown(measured.all.precision)}`);
	console.log(`  work capacity not taken for illness ${shown(measured.capacityApart)}`);
	for (const [of, { recall, precision, found, meant, wrong }] of measured.classes)
		console.log(
			`  ${of.padEnd(13)} recall ${shown(recall)}  precision ${shown(precision)}  ${found} of ${meant} found, ${wrong} wrong`,
		);
	if (!misses) return;
	for (const { text, missed, extra } of measured.misses)
		console.log(
			`  ${missed
				.map((one) => `−${one}`)
				.concat(extra.map((one) => `+${one}`))
				.join(" ")}\t${text}`,
		);
}

print("Tuning part", labelled("tuning"), true);
if (heldOut) {
	print("Held-out part", labelled("held-out"), true);
	print("By a second author", labelled("second-author"), true);
}

const page = labelled("tuning")
	.slice(0, 60)
	.map(({ text }) => text)
	.join(" ")
	.slice(0, 3000);
for (let n = 0; n < 20; n++) readText(page, lexicon);
const before = process.cpuUsage();
for (let n = 0; n < 50; n++) readText(page, lexicon);
const { user, system } = process.cpuUsage(before);
console.log(`\nA page of ${page.length} signs takes ${((user + system) / 50_000).toFixed(1)} ms of processor time`);
