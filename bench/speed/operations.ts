import type { Coach } from "./ground.ts";
import type { Bench } from "./house.ts";
import { wordsOf } from "./invented.ts";
import type { Operation } from "./load.ts";

export const operationNames = {
	open: "open a dossier with its twenty newest entries",
	list: "list a caseload of fifty",
	search: "search by name",
	note: "add a note (begin it, finish it)",
} as const;
export type OperationName = keyof typeof operationNames;
type Sides = Record<"spoor" | "plain", Operation>;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const plain = (token: string) => ({ cookie: `session=${token}` });
const spoorAt = (port: number) => (token: string) => ({
	cookie: `__Host-spoor-staff=${token}; spoor-lang=nl`,
	origin: `http://localhost:${port}`,
});

function opening(reader: Coach, spoor: ReturnType<typeof spoorAt>): Sides {
	const of = (n: number) => pick(reader.candidates, n);
	return {
		spoor: async (n, ask) => {
			const said = await ask({
				method: "GET",
				path: `/kandidaten/${of(n).id}`,
				headers: spoor(reader.token),
				status: 200,
				holds: 'class="timeline"',
			});
			if (n === 0 && said.body.split('class="timeline-item"').length !== 21)
				throw new Error("This dossier does not show twenty entries");
		},
		plain: async (n, ask) =>
			void (await ask({ method: "GET", path: `/open/${of(n).id}`, headers: plain(reader.token), status: 200, holds: "given" })),
	};
}

function listing(reader: Coach, spoor: ReturnType<typeof spoorAt>): Sides {
	return {
		spoor: async (n, ask) => {
			const said = await ask({
				method: "GET",
				path: "/kandidaten",
				headers: spoor(reader.token),
				status: 200,
				holds: "<table",
			});
			if (n === 0 && said.body.split("<tr").length !== 52) throw new Error("This caseload does not show fifty");
		},
		plain: async (_n, ask) =>
			void (await ask({ method: "GET", path: "/list", headers: plain(reader.token), status: 200, holds: "given" })),
	};
}

function searching(reader: Coach, spoor: ReturnType<typeof spoorAt>): Sides {
	const of = (n: number) => pick(reader.candidates, n);
	return {
		spoor: async (n, ask) =>
			void (await ask({
				method: "POST",
				path: "/zoeken",
				headers: spoor(reader.token),
				body: `zoek=${encodeURIComponent(of(n).search)}`,
				status: 200,
				holds: of(n).id,
			})),
		plain: async (n, ask) =>
			void (await ask({
				method: "POST",
				path: "/search",
				headers: plain(reader.token),
				body: `zoek=${encodeURIComponent(of(n).search)}`,
				status: 200,
				holds: of(n).id,
			})),
	};
}

function noting(writer: Coach, spoor: ReturnType<typeof spoorAt>): Sides {
	return {
		spoor: async (n, ask) => {
			const { id, trajectory } = pick(writer.candidates, n);
			const headers = spoor(writer.token);
			const note = crypto.randomUUID();
			const begun = await ask({
				method: "POST",
				path: `/kandidaten/${id}/notities`,
				headers,
				body: `request_id=${note}&trajectory=${trajectory}`,
				status: 303,
			});
			const session = /sessie=([0-9a-f-]{36})/.exec(begun.headers)?.[1] ?? "";
			const form = new URLSearchParams({
				row_version: "1",
				session,
				do: "finish",
				kind: "conversation",
				source: "candidate",
				...wordsOf(n, 1),
			});
			for (const [part, value] of Object.entries({ day: "2", month: "11", year: "2026" })) form.set(`on_day_${part}`, value);
			await ask({ method: "POST", path: `/kandidaten/${id}/notities/${note}`, headers, body: form.toString(), status: 303 });
		},
		plain: async (n, ask) => {
			const body = new URLSearchParams(wordsOf(n, 1)).toString();
			await ask({
				method: "POST",
				path: `/note/${pick(writer.candidates, n).id}`,
				headers: plain(writer.token),
				body,
				status: 200,
				holds: "id",
			});
		},
	};
}

/** The same four operations against Spoor, as a browser does them, and against the baseline. */
export function operationsOf({ coaches: [reader, writer], ports }: Bench): Record<OperationName, Sides> {
	const spoor = spoorAt(ports.spoor);
	return {
		open: opening(reader, spoor),
		list: listing(reader, spoor),
		search: searching(reader, spoor),
		note: noting(writer, spoor),
	};
}
