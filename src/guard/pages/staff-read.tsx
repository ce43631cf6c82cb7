import { z } from "zod";
import { dataClassIds, recipientTypeIds } from "../../law/data-classes.ts";
import type { Page } from "../../platform/web/page.ts";
import { LangContext } from "../../ui/text.ts";
import { asReadWhole } from "../as-read.ts";
import { GuardFindings } from "../findings.tsx";
import { findingClassIds } from "../rules.ts";
import { wordsInUse } from "../words-in-use.server.ts";

const setAside = z.object({
	class: z.enum(findingClassIds as never),
	rule: z.string().max(60),
	span: z.string().max(3000),
	sentence: z.string().max(3000),
});
const sentences = z.array(setAside).max(200);
const asked = z.object({
	text: z.string().max(110_000),
	view: z
		.string()
		.max(200_000)
		.transform((text) => JSON.parse(text) as unknown)
		.pipe(
			z.object({
				facts: z
					.object({
						to: z.enum(recipientTypeIds as never),
						kind: z.enum(["brief", "extensive"]),
						agreed: z.array(z.enum(dataClassIds as never)),
						consented: z.array(z.enum(dataClassIds as never)),
					})
					.optional(),
				aside: sentences.default([]),
				asked: sentences.default([]),
				content: z.boolean().optional(),
				action: z
					.string()
					.regex(/^\/kandidaten\/[0-9a-f-]{36}\/rapporten\/[0-9a-f-]{36}$/)
					.optional(),
			}),
		),
});

/** Reads a text that is being typed and answers with what was found. It opens no dossier, stores nothing and writes nothing down. */
export const readPage: Page = {
	path: "/meelezer/lees",
	portal: "staff",
	who: "dossier.write",
	post: async ({ form, lang, t, by }) => {
		const parsed = safely(form);
		if (!parsed) return new Response("", { status: 422 });
		const { text, view } = parsed;
		const own = await wordsInUse(by);
		const html = (
			<LangContext.Provider value={lang}>
				<GuardFindings text={view.content ? asReadWhole(text) : text} view={{ ...view, own }} lang={lang} t={t} />
			</LangContext.Provider>
		);
		return new Response(await html.toString(), {
			headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
		});
	},
};

function safely(form: unknown) {
	try {
		return asked.safeParse(form).data;
	} catch {
		return undefined; // the view was no JSON
	}
}
