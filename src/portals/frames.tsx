import { type Ability, roles, scopeOf } from "../law/roles.ts";
import type { Lang, Portal, View, Visit } from "../platform/web/page.ts";
import type { Frame } from "../platform/web/serve.server.tsx";
import type { NavItem } from "../ui/layout.tsx";
import { Notice } from "../ui/states.tsx";
import { CandidateFrame } from "./candidate.tsx";
import { PublicFrame } from "./public.tsx";
import { StaffFrame } from "./staff.tsx";

type MenuItem = { href: string; nl: string; en: string; who: readonly Ability[]; unless?: Ability };
const staffMenu: readonly MenuItem[] = [
	{ href: "/", nl: "Vandaag", en: "Today", who: [] },
	{ href: "/kandidaten", nl: "Kandidaten", en: "Candidates", who: ["candidate.read"] },
	{ href: "/opdrachtgevers", nl: "Opdrachtgevers", en: "Commissioners", who: ["commissioner.read"] },
	{ href: "/rapportages", nl: "Rapportages", en: "Reports", who: ["report.write"] },
	// Who writes reports finds it there; for back office it is all of reports that there is.
	{
		href: "/rapportages/papier",
		nl: "Antwoorden op papier",
		en: "Answers on paper",
		who: ["paperApproval.write"],
		unless: "report.write",
	},
	{
		href: "/toestemmingen/papier",
		nl: "Toestemmingen op papier",
		en: "Consents on paper",
		who: ["consent.confirm"],
		unless: "report.write",
	},
	{ href: "/privacy", nl: "Privacy", en: "Privacy", who: ["log.read"] },
	{ href: "/beheer", nl: "Beheer", en: "Administration", who: ["staff.manage", "agency.manage"] },
];

const candidateMenu = [
	{ href: "/mijn", nl: "Overzicht", en: "Overview" },
	{ href: "/mijn/traject", nl: "Mijn traject", en: "My trajectory" },
	{ href: "/mijn/toestemmingen", nl: "Toestemmingen", en: "Consents" },
	{ href: "/mijn/verstrekkingen", nl: "Wie wat kreeg", en: "Who received what" },
	{ href: "/mijn/inzage", nl: "Wie keek", en: "Who looked" },
	{ href: "/mijn/account", nl: "Mijn account", en: "My account" },
];

const named = (items: readonly { href: string; nl: string; en: string }[], lang: Lang): NavItem[] =>
	items.map((item) => ({ href: item.href, label: lang === "en" ? item.en : item.nl }));

const staff: Frame = async (visit, view, said) => {
	const { lang, by } = visit;
	// What opens only within a privacy case has no screen of its own yet: a menu must not lead to a refusal.
	const opens = (ability: Ability) => !["case", undefined].includes(scopeOf(by.actor.roles, ability));
	const allowed = staffMenu.filter(({ who, unless }) => (who.length === 0 || who.some(opens)) && !(unless && opens(unless)));
	if (view.bare) return bare(visit, view, said);
	return (
		<StaffFrame
			{...common(visit, view, said)}
			menu={named(allowed, lang)}
			active={view.active ?? ""}
			name={visit.t("Mijn account", "My account")}
			role={by.actor.roles.map((role) => roles[role][lang]).join(", ")}
			demo={visit.services.mode === "demo"}
			{...(opens("candidate.search") && { search: "" })}
		>
			{view.body}
		</StaffFrame>
	);
};

const candidate: Frame = async (visit, view, said) => {
	const agency = await visit.services.agency();
	const known = visit.by.actor.secondFactorAt !== undefined && !view.bare;
	return (
		<CandidateFrame
			{...common(visit, view, said)}
			agency={agency?.name ?? "Spoor"}
			menu={known ? named(candidateMenu, visit.lang) : []}
			active={view.active ?? ""}
			{...(known && { name: visit.t("U bent aangemeld", "You are signed in") })}
			demo={visit.services.mode === "demo"}
		>
			{known ? null : <Outdated visit={visit} />}
			{view.body}
		</CandidateFrame>
	);
};

/** Told where nobody is signed in yet: what such a browser cannot do, and which one can (docs/BROWSERS.md). */
function Outdated({ visit: { outdated, t } }: { visit: Visit }) {
	if (!outdated) return null;
	return (
		<Notice tone="warn" title={t("Deze browser is te oud om goed te beschermen", "This browser is too old to protect well")}>
			<p>
				{t(
					"Werk hem bij, of gebruik een nieuwe Firefox, Chrome, Edge of Safari. Verdergaan kan, maar andere websites kunnen dan meer.",
					"Update it, or use a recent Firefox, Chrome, Edge or Safari. You can go on, but other websites can then do more.",
				)}
			</p>
		</Notice>
	);
}

const bare: Frame = async (visit, view, said) => {
	const agency = await visit.services.agency();
	return (
		<PublicFrame
			{...common(visit, view, said)}
			agency={agency?.name ?? "Spoor"}
			particulars={agency ? [agency.address, `${agency.postal_code} ${agency.city}`, agency.email] : []}
			active={view.active ?? ""}
			demo={visit.services.mode === "demo"}
		>
			<Outdated visit={visit} />
			{view.body}
		</PublicFrame>
	);
};

function common(visit: Visit, view: View, said: string | undefined) {
	return {
		lang: visit.lang,
		title: view.title,
		path: visit.url.pathname + visit.url.search,
		nonce: visit.nonce,
		failed: view.status === 422,
		...(said && { flash: <Notice live tone="success" title={said} /> }),
	};
}

/** Each portal's frame around what a page shows. */
export const frames: Record<Portal, Frame> = { staff, candidate, recipient: bare, public: bare };
