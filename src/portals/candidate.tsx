import type { Child } from "hono/jsx";
import { Html } from "../ui/html.tsx";
import { type NavItem, navLink } from "../ui/layout.tsx";
import { type Lang, translator } from "../ui/text.ts";
import { DemoBanner, LanguageSwitch, SignOut } from "./account.tsx";

export type CandidateFrameProps = {
	lang: Lang;
	title: string;
	/** The bureau, whose portal this is. */
	agency: string;
	menu: NavItem[];
	active: string;
	/** Absent before signing in; then there is no menu and nothing to sign out of. */
	name?: string;
	path: string;
	nonce?: string;
	csrf?: string;
	demo?: boolean;
	failed?: boolean;
	flash?: Child;
	/** Where one always gets help, in the same place on every page. */
	help?: Child;
	children?: Child;
};

/** The candidate's frame: roomy, one column, the same help at the bottom of every page. */
export function CandidateFrame(props: CandidateFrameProps) {
	const { lang, menu, active } = props;
	const t = translator(lang);
	const links = <ul>{menu.map((item) => navLink(item, active))}</ul>;
	const account = (
		<div class="account">
			{props.name ? <span class="who">{props.name}</span> : null}
			<LanguageSwitch lang={lang} back={props.path} csrf={props.csrf} />
			{props.name ? <SignOut action="/mijn/afmelden" lang={lang} csrf={props.csrf} /> : null}
		</div>
	);
	return (
		<Html lang={lang} title={props.title} suffix={props.agency} nonce={props.nonce} mood="portal" failed={props.failed}>
			<a class="skip" href="#inhoud">
				{t("Naar de inhoud", "Skip to content")}
			</a>
			<div class="portal">
				<header>
					{props.demo ? <DemoBanner lang={lang} /> : null}
					<div class="inner">
						<div class="top">
							<a class="wordmark" href="/mijn">
								{props.agency}
							</a>
							{account}
							<details class="menu">
								<summary>{t("Menu", "Menu")}</summary>
								<div class="menu-body">
									{menu.length ? <nav aria-label={t("Hoofdmenu", "Main menu")}>{links}</nav> : null}
									{account}
								</div>
							</details>
						</div>
						{menu.length ? (
							<nav class="wide-nav" aria-label={t("Hoofdmenu", "Main menu")}>
								{links}
							</nav>
						) : null}
					</div>
				</header>
				<main class="inner" id="inhoud" tabindex={-1}>
					{props.flash}
					{props.children}
				</main>
				<footer>
					<div class="inner">
						<div>{props.help ?? t("Vragen? Bel of mail uw begeleider.", "Questions? Call or mail your coach.")}</div>
						<ul>
							<li>
								<a href="/reglement">{t("Hoe wij met uw gegevens omgaan", "How we handle your data")}</a>
							</li>
						</ul>
					</div>
				</footer>
			</div>
		</Html>
	);
}
