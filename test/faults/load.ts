import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { noteOf } from "../../src/dossiers/queries.server.ts";
import type { FaultHouse, Person } from "./house.ts";

// People at work through the real pages, who remember what they were told is kept.

export interface Writer {
	/** How many saves were acknowledged. */
	saves(): number;
	/** The answers that were no yes: status and words. */
	refusals: { status: number; said: string }[];
	stop(): Promise<void>;
	/** What was acknowledged and is not there. */
	lost(): Promise<string[]>;
}

/** The form's fields of a note with this text. */
export const noteFields = (version: number, session: string, text: string): Record<string, string> => ({
	...{ row_version: String(version), session, do: "save", kind: "conversation", source: "candidate" },
	...{ on_day_day: "2", on_day_month: "11", on_day_year: "2026", goal: text, agreed: "", next: "" },
});

/** Begins a note; answers its address and the editing session. */
export async function beginNote({ house }: FaultHouse, anna: Person): Promise<{ base: string; note: string; session: string }> {
	const { candidate, trajectory } = house.worlds.mehmet;
	const note = crypto.randomUUID();
	const begun = await anna.post(`/kandidaten/${candidate}/notities`, { request_id: note, trajectory });
	expect(begun.status, begun.text).toBe(303);
	const session = new URL(begun.to ?? "", "http://x").searchParams.get("sessie") ?? "";
	return { base: `/kandidaten/${candidate}/notities/${note}`, note, session };
}

/** Somebody who types a note: one save after the other, as the page's own script sends them; what is refused is sent again. */
export async function typing(faults: FaultHouse, anna: Person): Promise<Writer> {
	const { house } = faults;
	const { base, note, session } = await beginNote(faults, anna);
	let version = 1;
	let told = { version: 1, text: "" };
	let saves = 0;
	let on = true;
	const refusals: Writer["refusals"] = [];
	const run = (async () => {
		for (let n = 1; on; ) {
			const text = `Regel ${n}.`;
			const answer = await anna
				.post(`${base}/bewaar`, noteFields(version, session, text), { accept: "application/json" })
				.catch((error: Error) => ({ status: 0, text: error.message }));
			const body = answer.text.startsWith("{") ? (JSON.parse(answer.text) as { rowVersion?: number; message?: string }) : {};
			if (answer.status === 200 && body.rowVersion) {
				version = body.rowVersion;
				told = { version, text };
				saves += 1;
				n += 1;
				await pause(3);
			} else {
				refusals.push({ status: answer.status, said: body.message ?? answer.text.slice(0, 200) });
				await pause(60);
			}
		}
	})();
	return {
		...{ refusals, saves: () => saves },
		stop: async () => {
			on = false;
			await run;
		},
		lost: async () => {
			const { draft } = await noteOf(house.as("anna"), house.worlds.mehmet.candidate, note);
			const kept = { version: draft?.row_version ?? 0, goal: draft?.goal };
			if (kept.version < told.version) return [`${note}: version ${told.version} was acknowledged, ${kept.version} is there`];
			return kept.version === told.version && kept.goal !== told.text ? [`${note}: another text than was acknowledged`] : [];
		},
	};
}
