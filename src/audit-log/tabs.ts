import { may, type Role } from "../law/roles.ts";
import type { Visit } from "../platform/web/page.ts";
import type { NavItem } from "../ui/layout.tsx";

const parts = [
	{ href: "/privacy", nl: "Logboek", en: "Audit log", who: "log.read" },
	{ href: "/privacy/maandcontrole", nl: "Maandcontrole", en: "Monthly review", who: "log.read" },
	{ href: "/privacy/noodtoegang", nl: "Noodtoegang", en: "Emergency access", who: "glass.review" },
	{ href: "/privacy/belangen", nl: "Wie niet mag kijken", en: "Who may not look", who: "conflict.manage" },
	{ href: "/uitzonderingen", nl: "Zonder akkoord", en: "Without approval", who: "exception.confirm" },
	{ href: "/meelezer", nl: "Meelezer", en: "Guard", who: "setAside.confirm" },
	{ href: "/vorderingen", nl: "Vorderingen", en: "Demands", who: "demand.confirm" },
] as const;

/** The parts of watching over who may look, as far as one may go there. */
export const privacyTabs = ({ t, by }: Pick<Visit, "t" | "by">): NavItem[] =>
	parts
		.filter(({ who }) => may(by.actor.roles as readonly Role[], who).allowed)
		.map(({ href, nl, en }) => ({ href, label: t(nl, en) }));
