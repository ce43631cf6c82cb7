import { found, type Page } from "../../platform/web/page.ts";
import { attachedForm, letterPreview } from "../letter.server.ts";
import { myAnswerFile } from "../mine.server.ts";
import { answerFile } from "../queries.server.ts";
import { placeOf, toGate } from "./place.tsx";

const types = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg" } as const;

/** A document by itself, named after nobody. What somebody else made is given to keep, and not shown in this place. */
const asFile = (bytes: Uint8Array, type: string, name: string, how: "inline" | "attachment" = "attachment"): Response =>
	new Response(Buffer.from(bytes), {
		headers: {
			"content-type": type,
			"content-disposition": `${how}; filename="${name}.${types[type as keyof typeof types] ?? "bin"}"`,
			"cache-control": "no-store",
		},
	});

const base = "/kandidaten/:candidate/gezondheid/verzoeken/:request";

/** The letter as fixed, or as it would be, with the consent in it. */
export const letterPage: Page = {
	path: `${base}/brief.pdf`,
	portal: "staff",
	who: "health.ask",
	get: async (visit) => {
		const place = placeOf(visit);
		if (!place) return toGate(visit);
		const bytes = await letterPreview(visit.by, visit.services, { ...place, request: found(visit.params.request) });
		return asFile(bytes, "application/pdf", "brief", "inline");
	},
};

/** The signed form that goes along with it, where it is a PDF of its own. */
export const attachedPage: Page = {
	path: `${base}/toestemming.pdf`,
	portal: "staff",
	who: "health.ask",
	get: async (visit) => {
		const place = placeOf(visit);
		if (!place) return toGate(visit);
		return asFile(
			await attachedForm(visit.by, { ...place, request: found(visit.params.request) }),
			"application/pdf",
			"toestemming",
		);
	},
};

/** What a doctor or carer sent, as it came (R8.3). */
export const answerPage: Page = {
	path: `${base}/antwoord/:answer`,
	portal: "staff",
	who: "health.read",
	get: async (visit) => {
		const place = placeOf(visit);
		if (!place) return toGate(visit);
		const at = { ...place, request: found(visit.params.request), answer: found(visit.params.answer) };
		const { file, type } = await answerFile(visit.by, at);
		return asFile(file, type, "antwoord");
	},
};

/** The same for whom it is about. */
export const myAnswerPage: Page = {
	path: "/mijn/gezondheid/antwoord/:answer",
	portal: "candidate",
	who: "signedIn",
	get: async ({ by, params }) => {
		const { file, type } = await myAnswerFile(by, found(params.answer));
		return asFile(file, type, "antwoord");
	},
};
