import { type Lang, translator } from "../ui/text.ts";

/** Posts the other language and comes back to the same page; a link would make GET act. */
export function LanguageSwitch({ lang, back, csrf }: { lang: Lang; back: string; csrf?: string }) {
	const other = lang === "nl" ? "en" : "nl";
	return (
		<form method="post" action="/taal" data-turbo="false">
			{csrf ? <input type="hidden" name="csrf" value={csrf} /> : null}
			<input type="hidden" name="back" value={back} />
			<button class="plain-button" type="submit" name="lang" value={other} lang={other}>
				{other === "en" ? "English" : "Nederlands"}
			</button>
		</form>
	);
}

/** Ends the session; a post, so that no link can do it. */
export function SignOut({ action, lang, csrf }: { action: string; lang: Lang; csrf?: string }) {
	const t = translator(lang);
	return (
		<form method="post" action={action} data-turbo="false">
			{csrf ? <input type="hidden" name="csrf" value={csrf} /> : null}
			<button class="plain-button" type="submit">
				{t("Afmelden bij Spoor", "Sign out")}
			</button>
		</form>
	);
}

/** Says above every page that nothing here is real. */
export function DemoBanner({ lang }: { lang: Lang }) {
	const t = translator(lang);
	return (
		<section class="demo" aria-label={t("Demonstratie", "Demonstration")}>
			{t("Demonstratie: alle mensen en bedrijven zijn verzonnen.", "Demonstration: all people and companies are invented.")}{" "}
			<a href="/demo/codes" target="_blank" rel="noopener">
				{t("Codes van nu", "Codes of now")}
			</a>
		</section>
	);
}
