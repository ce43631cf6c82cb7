import { enforceFresh } from "../accounts/factor.server.ts";
import { NotAllowed } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Acting } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import { NotFound } from "../platform/web/page.ts";
import { dossierHead } from "./dossier.server.ts";
import { authorsIn, itemsOf } from "./items.server.ts";
import { nameIndex, staffNames } from "./queries.server.ts";
import { noteParts } from "./rules.ts";
import { headsOf, thingsOf } from "./things.server.ts";
import { newestFirst, type Section } from "./timeline.ts";

type Which = { candidate: string; trajectory: string };

/**
 * A dossier, or sections of it, for paper: everything, newest first, under the purpose that was chosen. One log entry of its own
 * kind, because paper leaves the screen (R1.2). Throws as opening the dossier does.
 */
export async function printDossier(
	by: Acting,
	{ candidate, trajectory, sections, purpose }: Which & { sections: readonly Section[]; purpose: PurposeId },
) {
	enforceFresh(by);
	const entry = { action: "print", object: ["trajectory", trajectory], clause: "R1.2" } as const;
	return excerpt(by, { candidate, trajectory }, purpose, entry, (section) => sections.includes(section));
}

/** Of whom and of which trajectories one may print, and which is meant when none is named. NotFound where none is one's own; R1.3 as at every door. */
export async function whatToPrint(by: Acting, { candidate, trajectory }: { candidate: string; trajectory?: string }) {
	const entry = { action: "view", object: ["candidate", candidate], clause: "R1.2" } as const;
	const head = await by.read(candidate, "guidance", entry, (tx, sealed) =>
		dossierHead(tx, sealed, candidate, trajectory).catch((error: unknown) => {
			if (error instanceof NotAllowed && error.clause === "R1.2") throw new NotFound();
			throw error;
		}),
	);
	return { ...head, name: fullName(head.person.name) };
}

/** The notes of an opened dossier in which these words stand; what was searched for is nobody's to keep, and that one searched is logged. */
export async function searchNotes(by: Acting, which: Which, words: string) {
	const entry = { action: "search", object: ["trajectory", which.trajectory], clause: "R5.1" } as const;
	const all = await excerpt(by, which, "guidance", entry, (section) => section === "notities");
	const wanted = folded(words).split(/\s+/).filter(Boolean);
	const holds = (id: string) => {
		const shown = all.items.notes.find((note) => note.id === id)?.shown;
		const text = shown ? folded(noteParts.map((part) => shown.words[part]).join("\n")) : "";
		return wanted.length > 0 && wanted.every((word) => text.includes(word));
	};
	return { ...all, heads: all.heads.filter((head) => holds(head.id)) };
}

/** Small letters without their accents: "Café" is found by "cafe". */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function excerpt(
	by: Acting,
	{ candidate, trajectory }: Which,
	purpose: PurposeId,
	entry: Parameters<Acting["read"]>[2],
	wanted: (section: Section) => boolean,
) {
	const read = await by.read(candidate, purpose, entry, async (tx, sealed) => {
		const head = await dossierHead(tx, sealed, candidate, trajectory);
		const things = await thingsOf(tx, trajectory);
		const heads = newestFirst(headsOf(things)).filter((one) => wanted(one.section));
		const items = await itemsOf(tx, sealed, candidate, things, heads);
		return { ...head, heads, items, names: await staffNames(tx, sealed, [by.actor.id, ...authorsIn(items)]) };
	});
	return { ...read, candidate, name: fullName(read.person.name), names: nameIndex(read.names) };
}
