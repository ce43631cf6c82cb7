import { found, type Page } from "../../platform/web/page.ts";
import { scanned } from "../paper.server.ts";
import { consentForm, consentReceipt } from "../papers.server.ts";
import { openConsent } from "../queries.server.ts";

type Where = { candidate: string; consent: string };

/** A PDF of ours to look at; its name says nothing about anybody. */
const pdf = (bytes: Uint8Array, name: string): Response =>
	new Response(new Uint8Array(bytes), {
		headers: {
			"content-type": "application/pdf",
			"content-disposition": `inline; filename="${name}.pdf"`,
			"cache-control": "no-store",
		},
	});

/** The language that a paper is asked in: the candidate's, else Dutch. */
const languageOf = (url: URL) => (url.searchParams.get("taal") === "en" ? "en" : "nl");

/** The candidate's receipt: their own, answered ones. */
export const myReceiptPage: Page = {
	path: "/mijn/toestemmingen/:consent/bewijs.pdf",
	portal: "candidate",
	who: "signedIn",
	get: async (visit) => {
		const opened = await openConsent(visit.by, visit.by.actor.id, visit.params.consent as string);
		found(opened.events[0]);
		return pdf(await consentReceipt(visit.by, visit.services, opened, visit.lang), `bewijs-${opened.consent.number}`);
	},
};

/** The same receipt for who answered on paper or by word, to hand over; not before anything happened. */
export const receiptPage: Page = {
	path: "/kandidaten/:candidate/toestemmingen/:consent/bewijs.pdf",
	portal: "staff",
	who: "consent.ask",
	get: async (visit) => {
		const { candidate, consent } = visit.params as Where;
		const opened = await openConsent(visit.by, candidate, consent);
		found(opened.events[0]);
		return pdf(await consentReceipt(visit.by, visit.services, opened, languageOf(visit.url)), `bewijs-${opened.consent.number}`);
	},
};

/** The question as a form to sign, while it waits for an answer. In the candidate's language when asked so, else Dutch. */
export const consentFormPage: Page = {
	path: "/kandidaten/:candidate/toestemmingen/:consent/formulier.pdf",
	portal: "staff",
	who: "consent.ask",
	get: async (visit) => {
		const { candidate, consent } = visit.params as Where;
		const opened = await openConsent(visit.by, candidate, consent);
		const asked = found(opened.consent.state === "asked" ? opened.consent : undefined);
		return pdf(await consentForm(visit.by, visit.services, opened, languageOf(visit.url)), `toestemming-${asked.number}`);
	},
};

const endings = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" } as const;

/** A scan as it came in: to keep, never to be shown by the browser inside our pages. */
export const scanPage: Page = {
	path: "/kandidaten/:candidate/toestemmingen/:consent/scan/:event",
	portal: "staff",
	who: "consent.confirm",
	get: async (visit) => {
		const { candidate, consent, event } = visit.params as Where & { event: string };
		const { scan, type } = await scanned(visit.by, candidate, consent, event);
		return new Response(new Uint8Array(scan), {
			headers: {
				"content-type": type,
				"content-disposition": `attachment; filename="getekend-papier.${endings[type]}"`,
				"x-content-type-options": "nosniff",
				"cache-control": "no-store",
			},
		});
	},
};
