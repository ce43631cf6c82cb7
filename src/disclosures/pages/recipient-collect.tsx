import { z } from "zod";
import { NotAllowed } from "../../law/decision.ts";
import type { Acting, RawBuilder } from "../../platform/db.server.ts";
import { type Page, redirect, say, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Prose } from "../../ui/headings.tsx";
import { Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { askRelease, collect, findPass, findWaiting, releaseAnswer, type Tried, tryOpen } from "../collect.server.ts";
import { collectPath } from "../collection.ts";

const cookieName = "__Host-spoor-collect";

/** Slows down who guesses: answers the seconds to wait before this try is judged. */
export type Guess = (
	by: Acting,
	ask: <T>(call: RawBuilder<T>) => Promise<T[]>,
	of: { link: string; network: string },
) => Promise<number>;

type Shown = { errors?: Record<string, string>; address?: string; wait?: number; tried?: Tried; refused?: true; late?: true };

/**
 * Where a document of channel C is collected (R8.1). Opening the link does nothing and says nothing of anybody: the reader shows the
 * address and the code that they were told by telephone, and then takes the document with a button of its own. `guess` comes from the root.
 */
export const collectPage = (guess: Guess): Page => ({
	path: `${collectPath}/:link`,
	portal: "recipient",
	who: "anyone",
	get: (visit) => screen(visit, {}),
	post: (visit) => (visit.form.do === "collect" ? take(visit) : attempt(visit, guess)),
});

const form = z.looseObject({
	address: z.string().trim().min(3, say("Vul uw e-mailadres in.", "Enter your e-mail address.")).max(320),
	code: z
		.string()
		.trim()
		.regex(/^\D*(\d\D*){8}$/, say("De code heeft acht cijfers.", "The code has eight digits."))
		.max(40),
});

async function attempt(visit: Visit, guess: Guess): Promise<View | Response> {
	const { by, door, t, params } = visit;
	const link = (params.link ?? "").slice(0, 100);
	const parsed = form.safeParse(visit.form);
	const address = typeof visit.form.address === "string" ? visit.form.address : "";
	if (!parsed.success) {
		const errors: Record<string, string> = {};
		for (const issue of parsed.error.issues)
			errors[issue.path.join(".")] ??= t(...(issue.message.split("\u001f") as [string, string]));
		return screen(visit, { errors, address });
	}
	const wait = await guess(by, (call) => door.ask("recipient", call), { link, network: visit.network });
	if (wait > 0) return screen(visit, { wait, address });
	const { outcome, pass } = await tryOpen(door, { link, ...parsed.data, traceId: by.actor.traceId }, by.now());
	if (outcome !== "opened") return screen(visit, { tried: outcome, address });
	return redirect(visit.url.pathname, {
		"set-cookie": `${cookieName}=${pass}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=900`,
	});
}

/** The gate decides in the worker; it answers within a second, or the reader tries again. */
async function take(visit: Visit): Promise<View | Response> {
	const { door, cookies, by } = visit;
	const pass = cookies[cookieName] ?? "";
	try {
		await askRelease(door, pass, by.actor.traceId);
		for (let round = 0; round < 60; round++) {
			const answer = await releaseAnswer(door, pass);
			if (answer === "refused") return screen(visit, { refused: true });
			if (answer === "released") return file(await collect(door, pass, by.actor.traceId));
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
		return screen(visit, { late: true });
	} catch (error) {
		if (error instanceof NotAllowed) return screen(visit, { refused: true });
		throw error;
	}
}

const file = ({ filename, pdf }: { filename: string; pdf: Buffer }): Response =>
	new Response(new Uint8Array(pdf), {
		headers: {
			"content-type": "application/pdf",
			"content-disposition": `attachment; filename="${filename.replace(/[^\w.-]/g, "_")}"`,
			"x-content-type-options": "nosniff",
			"cache-control": "no-store",
		},
	});

async function screen(visit: Visit, shown: Shown): Promise<View> {
	const { door, by, params, cookies, t } = visit;
	const agency = await visit.services.agency();
	const name = agency?.name ?? "Spoor";
	const waiting = await findWaiting(door, (params.link ?? "").slice(0, 100), by.now());
	if (waiting?.state !== "open" || shown.refused) return closed(visit, name, agency?.phone ?? null, shown);
	const pass = cookies[cookieName] ? await findPass(door, cookies[cookieName], by.now()) : undefined;
	const inside = pass?.disclosure_id === waiting.disclosure_id;
	const title = inside
		? t("Haal het document op", "Collect the document")
		: t("Er staat een document voor u klaar", "A document is waiting for you");
	const problems = shown.errors || shown.tried;
	return {
		title,
		...(shown.wait ? { status: 429 as const } : problems ? { status: 422 as const } : {}),
		body: (
			<>
				<ErrorSummary errors={shown.errors ?? {}} />
				<PageHead
					title={title}
					line={
						inside
							? t("U bent binnen. Dit blijft een kwartier zo.", "You are in. This lasts a quarter of an hour.")
							: t(`Van ${name}. Laat zien dat het voor u is.`, `From ${name}. Show that it is for you.`)
					}
				/>
				<Stack gap={8}>
					<Said visit={visit} shown={shown} locked={waiting.locked} />
					{inside ? <Take visit={visit} /> : <Show visit={visit} shown={shown} agency={name} phone={agency?.phone ?? null} />}
				</Stack>
			</>
		),
	};
}

/** What the last try came to. Wrong address and wrong code are one answer. */
function Said({ visit: { t }, shown, locked }: { visit: Visit; shown: Shown; locked: boolean }) {
	if (shown.wait) {
		const text = t(`Over ${shown.wait} seconden kan het weer.`, `Try again in ${shown.wait} seconds.`);
		return (
			<Notice tone="warn" live title={t("Er waren te veel pogingen.", "There were too many attempts.")}>
				<p>{text}</p>
			</Notice>
		);
	}
	if (shown.late)
		return (
			<Notice tone="warn" live title={t("Het lukt nu even niet.", "It does not work just now.")}>
				<p>{t("Er is niets opgehaald. Probeer het over een minuut opnieuw.", "Nothing was collected. Try again in a minute.")}</p>
			</Notice>
		);
	if (locked)
		return (
			<Notice tone="refused" live={shown.tried === "locked"} title={t("Dit document is op slot.", "This document is locked.")}>
				<p>
					{t(
						"Er was vijf keer een fout adres of een foute code. Bel ons: u krijgt dan een nieuwe code.",
						"There was a wrong address or code five times. Call us: you then get a new code.",
					)}
				</p>
			</Notice>
		);
	if (shown.tried === "wrong")
		return (
			<Notice tone="refused" live title={t("Het adres of de code klopt niet.", "The address or the code is wrong.")}>
				<p>
					{t(
						"Vul het adres in waarop u de e-mail kreeg. Na vijf foute pogingen gaat het document op slot.",
						"Enter the address that received the e-mail. After five wrong attempts the document is locked.",
					)}
				</p>
			</Notice>
		);
	if (shown.tried === "noCode")
		return (
			<Notice tone="warn" live title={t("Er is nu geen code die geldt.", "There is no valid code now.")}>
				<p>{t("Bel ons: u krijgt dan een nieuwe code.", "Call us: you then get a new code.")}</p>
			</Notice>
		);
	return null;
}

function Show({ visit: { t }, shown, agency, phone }: { visit: Visit; shown: Shown; agency: string; phone: string | null }) {
	const errors = shown.errors ?? {};
	return (
		<>
			<Form turbo={false}>
				<TextField
					name="address"
					type="email"
					inputmode="email"
					autocomplete="email"
					spellcheck={false}
					width="full"
					label={t("Uw e-mailadres", "Your e-mail address")}
					hint={t("Het adres waarop u de e-mail met deze link kreeg.", "The address that received the e-mail with this link.")}
					value={shown.address ?? ""}
					{...(errors.address && { error: errors.address })}
				/>
				<TextField
					name="code"
					inputmode="numeric"
					autocomplete="one-time-code"
					spellcheck={false}
					width="short"
					label={t("De code van acht cijfers", "The code of eight digits")}
					hint={t(
						"U hoorde deze aan de telefoon. Spaties maken niet uit.",
						"You were told it by telephone. Spaces do not matter.",
					)}
					{...(errors.code && { error: errors.code })}
				/>
				<Button>{t("Ga verder", "Continue")}</Button>
			</Form>
			<Notice tone="info" title={t("Hebt u geen code?", "Do you have no code?")}>
				<p>
					{t(
						`Bel ${agency}${phone ? ` op ${phone}` : ""}. Wij mailen een code nooit.`,
						`Call ${agency}${phone ? ` at ${phone}` : ""}. We never mail a code.`,
					)}
				</p>
			</Notice>
		</>
	);
}

function Take({ visit: { t } }: { visit: Visit }) {
	return (
		<>
			<Form turbo={false}>
				<input type="hidden" name="do" value="collect" />
				<Button>{t("Haal het document op (PDF)", "Collect the document (PDF)")}</Button>
			</Form>
			<Prose>
				<p>
					{t(
						"Het document is persoonlijk. Bewaar het op een plek waar alleen u bij kunt, en niet langer dan nodig is. Dat u het ophaalt, leggen wij vast. De persoon over wie het gaat, kan dat zien.",
						"The document is personal. Keep it where only you can reach it, and no longer than needed. We record that you collect it. The person whom it is about can see that.",
					)}
				</p>
				<p>
					<a href="/controleer">{t("Controleer daarna of de PDF echt is", "Afterwards, check that the PDF is genuine")}</a>
				</p>
			</Prose>
		</>
	);
}

function closed({ t }: Visit, agency: string, phone: string | null, shown: Shown): View {
	const title = t("Hier is niets op te halen", "There is nothing to collect here");
	return {
		title,
		status: shown.refused ? 403 : 404,
		body: (
			<>
				<PageHead title={title} />
				<Prose>
					<p>
						{t(
							"De link klopt niet, de termijn is voorbij of het document is gesloten.",
							"The link is wrong, the term is over or the document was closed.",
						)}
					</p>
					<p>{t(`Bel ${agency}${phone ? ` op ${phone}` : ""}.`, `Call ${agency}${phone ? ` at ${phone}` : ""}.`)}</p>
				</Prose>
			</>
		),
	};
}
