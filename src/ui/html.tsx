import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { assetUrl } from "./assets.ts";
import { type Lang, LangContext, translator } from "./text.ts";

export type HtmlProps = {
	lang: Lang;
	/** Title of the page without the name of the bureau. */
	title: string;
	/** Name behind the title. */
	suffix?: string;
	/** True when a form came back with errors; the title then says so first. */
	failed?: boolean;
	nonce?: string;
	/** Which mood: staff is dense, portal and public are roomy. */
	mood: "staff" | "portal" | "public";
	theme?: "light" | "dark";
	/** Turbo keeps no copy of a page unless the page says that it may. */
	keepInCache?: boolean;
	children?: Child;
};

/** The document around every page: language, title, style, one nonced module script, and the text choice for all blocks in it. */
export function Html(props: HtmlProps) {
	const { lang, nonce, mood } = props;
	const t = translator(lang);
	const title = `${props.failed ? t("Fout: ", "Error: ") : ""}${props.title} – ${props.suffix ?? "Spoor"}`;
	return (
		<>
			{raw("<!doctype html>")}
			<html lang={lang} data-theme={props.theme} data-mood={mood}>
				<head>
					<meta charset="utf-8" />
					<title>{title}</title>
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="color-scheme" content="light dark" />
					{nonce ? <meta name="csp-nonce" content={nonce} /> : null}
					{props.keepInCache ? null : <meta name="turbo-cache-control" content="no-cache" />}
					<meta name="turbo-prefetch" content="false" />
					<link rel="icon" href={assetUrl("src/ui/styles/mark.svg")} type="image/svg+xml" />
					<link rel="stylesheet" href={assetUrl("src/ui/styles/spoor.css")} data-turbo-track="reload" />
					<script type="module" src={assetUrl("src/ui/islands/app.ts")} nonce={nonce} data-turbo-track="reload" />
				</head>
				<body class={`mood-${mood}`}>
					<LangContext.Provider value={lang}>{props.children}</LangContext.Provider>
				</body>
			</html>
		</>
	);
}
