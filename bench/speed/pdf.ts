import { systemChance } from "../../src/platform/clock.ts";
import { openVault } from "../../src/platform/keys/vault.ts";
import { makeSealingCertificate } from "../../src/platform/pdf/certificate.ts";
import { checkSealedPdf } from "../../src/platform/pdf/check.ts";
import type { ReportDocument } from "../../src/platform/pdf/documents.ts";
import { rendererAt } from "../../src/platform/pdf/render.server.ts";
import { sealPdf } from "../../src/platform/pdf/seal.ts";
import { cpuOf, memoryOf } from "./cpu.ts";
import type { Bench } from "./house.ts";
import { wordsOf } from "./invented.ts";
import { median, percentile } from "./measure.ts";

const paragraph = (n: number) => Object.values(wordsOf(n, n)).join(" ");
const report = (n: number): ReportDocument => ({
	agency: {
		name: "Bureau Voorbeeld",
		address: ["Lindelaan 1", "1234 AB Voorbeeldstad"],
		email: "info@bureau.test",
		kvk: "00000000",
	},
	title: "Voortgangsrapportage",
	reportKind: "Voortgangsrapportage",
	candidate: "Sofie van den Berg",
	commissioner: "Vermeer Bouw",
	recipients: [{ name: "Petra Peeters", organisation: "Vermeer Bouw" }],
	author: { name: "Anna de Wit" },
	date: "2026-11-23",
	version: 1,
	documentNumber: `BNCH-${String(n).padStart(4, "0")}`,
	verifyUrl: "http://localhost:4700/controle",
	body: [
		"## Activiteiten",
		paragraph(n),
		paragraph(n + 1),
		"## Voortgang",
		paragraph(n + 2),
		`- ${paragraph(n + 3)}\n- ${paragraph(n + 4)}`,
		"## Vervolg",
		paragraph(n + 5),
	].join("\n\n"),
});

/** Reports as they are frozen: typeset in the renderer process, sealed, and checked before they would be kept. */
export async function documents({ house, places }: Bench, total: number, say: (line: string) => void): Promise<void> {
	const { renderer = 0 } = house.pids();
	const render = rendererAt(places.rendererSocket);
	// Signed in this process with a key store of the same make: what counts is the signature, not the socket before it.
	const keys = openVault(places.keyStore, async () => false);
	const publicKey = await keys.sealingKey();
	const sign = (bytes: Uint8Array) => keys.sign(bytes);
	const certificate = await makeSealingCertificate({
		name: "Bureau Voorbeeld",
		publicKey,
		sign,
		serial: systemChance.bytes(16),
		at: new Date("2026-01-01"),
	});
	const one = async (n: number) => {
		const since = performance.now();
		const rendered = await render("report", report(n));
		const typeset = performance.now();
		const pdf = await sealPdf(rendered, {
			sign,
			certificate,
			chain: [],
			name: "Bureau Voorbeeld",
			reason: "Rapportage",
			location: "Voorbeeldstad",
			at: new Date(),
		});
		const sealed = performance.now();
		const checked = checkSealedPdf(pdf, certificate);
		if (!checked.ok) throw new Error(checked.problems.join("; "));
		return {
			typeset: typeset - since,
			sealed: sealed - typeset,
			checked: performance.now() - sealed,
			all: performance.now() - since,
			bytes: pdf.length,
		};
	};
	const first = memoryOf(renderer);
	const cold = await one(0);
	const before = [cpuOf(renderer), process.cpuUsage()] as const;
	const warm: Awaited<ReturnType<typeof one>>[] = [];
	const grown: string[] = [`${first.all.toFixed(0)} at rest`];
	for (let n = 1; n <= total; n++) {
		warm.push(await one(n));
		if (n === 10 || n % Math.ceil(total / 4) === 0) grown.push(`${memoryOf(renderer).all.toFixed(0)} after ${n}`);
	}
	const own = process.cpuUsage(before[1]);
	const of = (part: "typeset" | "sealed" | "checked" | "all") => median(warm.map((row) => row[part])).toFixed(1);
	say(`\nA report of ${Math.round(cold.bytes / 1024)} kB, typeset, sealed (RSA 3072) and checked, one after another`);
	say(
		`  cold ${cold.all.toFixed(0)} ms (typeset ${cold.typeset.toFixed(0)}, seal ${cold.sealed.toFixed(0)}, check ${cold.checked.toFixed(0)})`,
	);
	say(
		`  warm ${of("all")} ms, p95 ${percentile(
			warm.map((row) => row.all),
			0.95,
		).toFixed(1)} (typeset ${of("typeset")}, seal ${of("sealed")}, check ${of("checked")})`,
	);
	say(
		`  CPU ms a report: renderer ${((cpuOf(renderer) - before[0]) / total).toFixed(1)}, sealing and checking ${((own.user + own.system) / 1000 / total).toFixed(1)}`,
	);
	say(`  the renderer's memory in MB over ${total} reports: ${grown.join(", ")}`);
	keys.close();
}
