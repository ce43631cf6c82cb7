import type { Child } from "hono/jsx";
import { Html } from "../ui/html.tsx";
import { type NavItem, navLink } from "../ui/layout.tsx";
import { type Lang, translator } from "../ui/text.ts";
import { DemoBanner, LanguageSwitch } from "./account.tsx";

export type PublicFrameProps = {
	lang: Lang;
	title: string;
	agency: string;
	/** Lines under the name in the foot: address, telephone, mailbox. */
	particulars?: string[];
	menu?: NavItem[];
	active?: string;
	path: string;
	nonce?: string;
	csrf?: string;
	demo?: boolean;
	failed?: boolean;
	flash?: Child;
	children?: Child;
};

/** The bureau's face: the regulation, the verify page, contact and complaint. Also the frame of sign-in. */
export function PublicFrame(props: PublicFrameProps) {
	const { lang, active = "" } = props;
	const t = translator(lang);
	const menu = props.menu ?? publicMenu(lang);
	const links = <ul>{menu.map((item) => navLink(item, active))}</ul>;
	const language = <LanguageSwitch lang={lang} back={props.path} csrf={props.csrf} />;
	return (
		<Html lang={lang} title={props.title} suffix={props.agency} nonce={props.nonce} mood="public" failed={props.failed}>
			<a class="skip" href="#inhoud">
				{t("Naar de inhoud", "Skip to content")}
			</a>
			<div class="portal">
				<header>
					{props.demo ? <DemoBanner lang={lang} /> : null}
					<div class="inner">
						<div class="top">
							<a class="wordmark" href="/reglement">
								{props.agency}
							</a>
							<div class="account">{language}</div>
							<details class="menu">
								<summary>{t("Menu", "Menu")}</summary>
								<div class="menu-body">
									<nav aria-label={t("Hoofdmenu", "Main menu")}>{links}</nav>
									{language}
								</div>
							</details>
						</div>
						<nav class="wide-nav" aria-label={t("Hoofdmenu", "Main menu")}>
							{links}
						</nav>
					</div>
				</header>
				<main class="inner" id="inhoud" tabindex={-1}>
					{props.flash}
					{props.children}
				</main>
				<footer>
					<div class="inner">
						<div>
							<strong>{props.agency}</strong>
							{(props.particulars ?? []).map((line) => (
								<div>{line}</div>
							))}
						</div>
						<ul>{menu.map((item) => navLink(item, ""))}</ul>
					</div>
				</footer>
			</div>
		</Html>
	);
}

/** What anyone can go to. */
export function publicMenu(lang: Lang): NavItem[] {
	const t = translator(lang);
	return [
		{ href: "/reglement", label: t("Privacyreglement", "Privacy regulation") },
		{ href: "/controleer", label: t("Rapport controleren", "Check a report") },
		{ href: "/mijn", label: t("Mijn traject", "My trajectory") },
		{ href: "/", label: t("Voor medewerkers", "For staff") },
	];
}
