import type { Child } from "hono/jsx";
import { Html } from "../ui/html.tsx";
import { type NavItem, navLink } from "../ui/layout.tsx";
import { ShapeMark } from "../ui/shapes.tsx";
import { type Lang, translator } from "../ui/text.ts";
import { DemoBanner, LanguageSwitch, SignOut } from "./account.tsx";

export type StaffFrameProps = {
	lang: Lang;
	title: string;
	/** What this person may go to; what they may not is simply not in it. */
	menu: NavItem[];
	/** The `href` of the menu item one is in. */
	active: string;
	name: string;
	/** Role in words, under the name. */
	role?: string;
	/** Address of this page, to come back to after switching language. */
	path: string;
	nonce?: string;
	csrf?: string;
	demo?: boolean;
	failed?: boolean;
	/** What was searched for. Absent for who may not search. */
	search?: string;
	/** What just happened, above the work. */
	flash?: Child;
	children?: Child;
};

/** The staff's frame: a narrow column, search on top, the work in the middle. On a phone the column is a menu that needs no script. */
export function StaffFrame(props: StaffFrameProps) {
	const { lang, menu, active } = props;
	const t = translator(lang);
	const account = (
		<div class="account">
			<span class="who">
				<a href="/account">{props.name}</a>
				{props.role ? <span class="meta">{props.role}</span> : null}
			</span>
			<LanguageSwitch lang={lang} back={props.path} csrf={props.csrf} />
			<SignOut action="/afmelden" lang={lang} csrf={props.csrf} />
		</div>
	);
	const links = <ul>{menu.map((item) => navLink(item, active))}</ul>;
	return (
		<Html lang={lang} title={props.title} nonce={props.nonce} mood="staff" failed={props.failed}>
			<a class="skip" href="#inhoud">
				{t("Naar de inhoud", "Skip to content")}
			</a>
			{props.demo ? <DemoBanner lang={lang} /> : null}
			<div class="staff">
				<section class="side" aria-label={t("Menu en account", "Menu and account")}>
					<div class="side-inner">
						<a class="wordmark" href="/">
							Spoor
						</a>
						<nav aria-label={t("Hoofdmenu", "Main menu")}>{links}</nav>
						{account}
					</div>
				</section>
				<header class="top">
					<a class="wordmark" href="/">
						Spoor
					</a>
					{props.search === undefined ? null : <Find lang={lang} value={props.search} />}
					<details class="menu">
						<summary>{t("Menu", "Menu")}</summary>
						<div class="menu-body">
							<nav aria-label={t("Hoofdmenu", "Main menu")}>{links}</nav>
							{account}
						</div>
					</details>
				</header>
				<main class="work" id="inhoud" tabindex={-1}>
					{props.flash}
					{props.children}
				</main>
			</div>
		</Html>
	);
}

function Find({ lang, value }: { lang: Lang; value: string }) {
	const t = translator(lang);
	const words = t("Zoek een kandidaat of opdrachtgever", "Search for a candidate or commissioner");
	return (
		<search class="find">
			<form method="post" action="/zoeken" data-turbo="false">
				<ShapeMark shape="search" />
				<input
					type="search"
					name="zoek"
					value={value}
					aria-label={words}
					placeholder={words}
					autocomplete="off"
					data-search="true"
					aria-keyshortcuts="Control+K"
				/>
				<span class="keys" aria-hidden="true">
					Ctrl K
				</span>
			</form>
		</search>
	);
}
