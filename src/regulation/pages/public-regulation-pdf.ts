import { today } from "../../law/deadlines.ts";
import type { Page } from "../../platform/web/page.ts";
import { regulationPaper } from "../paper.ts";
import { particularsOf } from "../particulars.ts";
import { regulationOn } from "../rules.ts";

// Anyone may ask for this PDF as often as they like; the renderer is asked again only when the data differs.
const printed = new Map<string, Promise<Uint8Array>>();
const most = 4;

function once(key: string, print: () => Promise<Uint8Array>): Promise<Uint8Array> {
	const known = printed.get(key);
	if (known) return known;
	const bytes = print();
	printed.set(key, bytes);
	bytes.catch(() => printed.delete(key));
	for (const oldest of [...printed.keys()].slice(0, -most)) printed.delete(oldest);
	return bytes;
}

/** The regulation in force as an accessible PDF, in the language of `?taal=` or else of the reader (R15.1). */
export const publicRegulationPdf: Page = {
	path: "/reglement.pdf",
	portal: "public",
	who: "anyone",
	get: async ({ by, services, lang, url }) => {
		const asked = url.searchParams.get("taal");
		const language = asked === "nl" || asked === "en" ? asked : lang;
		const version = regulationOn(today(by));
		const paper = regulationPaper(version, particularsOf(await services.agency()), language);
		const bytes = await once(JSON.stringify(paper), () => services.render("regulation", paper));
		const name = language === "nl" ? "privacyreglement" : "privacy-regulation";
		return new Response(bytes.slice(), {
			headers: {
				"content-type": "application/pdf",
				"content-disposition": `inline; filename="${name}-${version.id}.pdf"`,
				"cache-control": "public, max-age=300",
			},
		});
	},
};
