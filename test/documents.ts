import { spawn } from "node:child_process";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSealingCertificate } from "../src/platform/pdf/certificate.ts";
import type { RegulationDocument, ReportDocument } from "../src/platform/pdf/documents.ts";
import { type Render, rendererAt } from "../src/platform/pdf/render.server.ts";

const agency = {
	name: "Vaart Loopbaan & Re-integratie",
	address: ["Kanaalstraat 14", "3531 CJ Utrecht"],
	phone: "030 123 45 67",
	email: "post@vaart.example",
	website: "www.vaart.example",
	kvk: "12345678",
};

export const aReport: ReportDocument = {
	agency,
	title: "Voortgang tweede spoor",
	reportKind: "Uitgebreide rapportage",
	candidate: "Mehmet Yıldız-van der Meulen",
	candidateNumber: "K-2026-0142",
	assignment: "Tweede spoor, opdracht 2026-088",
	commissioner: "Bakkerij De Gouden Aar B.V.",
	recipients: [{ name: "Petra Öztürk", role: "HR-adviseur", organisation: "Bakkerij De Gouden Aar B.V." }],
	author: { name: "Anna de Wit", role: "trajectbegeleider" },
	date: "2026-11-20",
	period: "september en oktober 2026",
	version: 2,
	documentNumber: "SP-7F4K-92QD-M3XA",
	verifyUrl: "https://vaart.example/controle",
	body: "## Eerst de stand\n\nEr zijn **zes** gesprekken gevoerd.\n\n- punt een\n- punt twee\n\n| Actie | Aantal |\n|---|--:|\n| Brieven | 11 |\n\n## Daarna het vervolg\n\n1. bezoek\n2. verslag\n\nMet groet,\nAnna",
};

export const aRegulation: RegulationDocument = {
	agency,
	title: "Privacyreglement",
	version: "3",
	inForce: "2026-11-01",
	introduction: "Dit reglement zegt hoe wij met gegevens omgaan.",
	chapters: [1, 2].map((chapter) => ({
		heading: `${chapter}. Hoofdstuk`,
		clauses: [1, 2].map((clause) => ({
			id: `R${chapter}.${clause}`,
			heading: `Belofte ${chapter}.${clause}`,
			text: "U ziet een uitgebreid verslag **eerst**.\n\n- dan pas de opdrachtgever",
			kept: { state: "afgedwongen", text: "Het systeem verstuurt alleen wat u hebt gezien." },
		})),
	})),
};

/** A renderer in a process of its own, as the supervisor starts one. */
export async function startRenderer(env: Record<string, string> = {}) {
	const folder = mkdtempSync(join(tmpdir(), "spoor-renderer-"));
	const socket = join(folder, "socket");
	const argv = [join(import.meta.dirname, "../src/renderer.ts")];
	const child = spawn(process.execPath, argv, {
		env: { ...process.env, RENDERER_SOCKET: socket, ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_, signal) => resolve(signal)));
	await new Promise<void>((resolve, reject) => {
		child.stdout.once("data", () => resolve());
		child.once("exit", () => reject(new Error("The renderer ended before it listened")));
	});
	const render: Render = rendererAt(socket);
	const stop = async () => {
		child.kill();
		await ended;
		if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
	};
	return { render, ended, stop, socket };
}

/** A sealing key with its certificate, as the agency's set-up makes them. */
export async function aSealingKey(type: "rsa" | "ec" = "rsa", name = agency.name) {
	const pair: { publicKey: KeyObject; privateKey: KeyObject } =
		type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 3072 }) : generateKeyPairSync("ec", { namedCurve: "P-256" });
	const signer = async (data: Uint8Array) => new Uint8Array(sign("sha256", data, pair.privateKey));
	const certificate = await makeSealingCertificate({
		name,
		kvk: agency.kvk,
		publicKey: new Uint8Array(pair.publicKey.export({ type: "spki", format: "der" })),
		sign: signer,
		serial: new Uint8Array(16).fill(7),
		at: new Date("2026-01-01T00:00:00Z"),
	});
	return { certificate, sign: signer, privateKey: pair.privateKey };
}

/** What every seal in the tests says beside its key. */
export const sealWords = {
	name: agency.name,
	reason: "Verzegeld door het bureau",
	location: "Utrecht",
	at: new Date("2026-11-20T10:00:00Z"),
};
