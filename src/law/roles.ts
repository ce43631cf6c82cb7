import type { Bilingual } from "./bilingual.ts";
import type { ClauseId } from "./clauses.ts";
import { type Decision, no, yes } from "./decision.ts";
import { specialAbilities } from "./special-abilities.ts";

/** The roles a staff member can hold; one may hold several. */
export const roles = {
	coach: { nl: "Trajectbegeleider", en: "Coach" },
	coordinator: { nl: "Coördinator", en: "Coordinator" },
	backOffice: { nl: "Backoffice", en: "Back office" },
	finance: { nl: "Financiën", en: "Finance" },
	dpo: { nl: "Functionaris gegevensbescherming", en: "Data protection officer" },
	administrator: { nl: "Beheerder", en: "Administrator" },
} as const satisfies Record<string, Bilingual>;

export type Role = keyof typeof roles;
export const roleIds = Object.keys(roles) as readonly Role[];

/** How far an ability reaches: one's own trajectories, within an open privacy case, or everyone. */
export type Scope = "caseload" | "case" | "all";
type Row = { readonly clause: ClauseId; readonly nl: string; readonly en: string; readonly who: Partial<Record<Role, Scope>> };

/** Who may what (house: default no). What is absent here is refused; `clause` is the reason shown. */
export const abilities = {
	"candidate.search": {
		clause: "R1.2",
		nl: "kandidaten zoeken",
		en: "search candidates",
		who: { coach: "caseload", coordinator: "all", backOffice: "all", dpo: "case" },
	},
	"candidate.read": {
		clause: "R1.2",
		nl: "naam, bereikbaarheid en traject van een kandidaat zien",
		en: "see a candidate's name, contact data and trajectory",
		who: { coach: "caseload", coordinator: "all", backOffice: "all", dpo: "case" },
	},
	"registration.write": {
		clause: "R3.a",
		nl: "kandidaten inschrijven en hun gegevens bijwerken",
		en: "register candidates and update their data",
		who: { coach: "caseload", backOffice: "all" },
	},
	"invitation.send": {
		clause: "R3.b",
		nl: "kandidaten uitnodigen voor het portaal",
		en: "invite candidates to the portal",
		who: { coach: "caseload", backOffice: "all" },
	},
	"dossier.read": {
		clause: "R5.1",
		nl: "een kandidaatdossier openen",
		en: "open a candidate dossier",
		who: { coach: "caseload", coordinator: "caseload", dpo: "case" },
	},
	"dossier.write": {
		clause: "R5.1",
		nl: "in een kandidaatdossier schrijven",
		en: "write in a candidate dossier",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"dossier.print": {
		clause: "R1.2",
		nl: "uit een dossier afdrukken",
		en: "print from a dossier",
		who: { coach: "caseload", coordinator: "caseload", dpo: "case" },
	},
	...specialAbilities,
	"agreement.write": {
		clause: "R6.1",
		nl: "rapportageafspraken maken met een kandidaat",
		en: "make reporting agreements with a candidate",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"report.write": {
		clause: "R7.1",
		nl: "rapportages schrijven en voorleggen",
		en: "write reports and submit them",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"report.send": {
		clause: "R7.1",
		nl: "rapportages verzenden",
		en: "send reports",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"exception.propose": {
		clause: "R7.3",
		nl: "voorstellen dat een rapport zonder akkoord gaat",
		en: "propose that a report goes without approval",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"exception.confirm": {
		clause: "R7.3",
		nl: "bevestigen dat een rapport zonder akkoord gaat",
		en: "confirm that a report goes without approval",
		who: { coordinator: "all", dpo: "all" },
	},
	"consent.ask": {
		clause: "R8.1",
		nl: "toestemming vragen en een ondertekend papier registreren",
		en: "ask for consent and register a signed paper",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"consent.confirm": {
		clause: "R8.1",
		nl: "een toestemming op papier bevestigen",
		en: "confirm a consent on paper",
		who: { coach: "caseload", coordinator: "caseload", dpo: "all" },
	},
	"demand.read": {
		clause: "R4.1",
		nl: "een vordering van een instantie inzien",
		en: "see a demand by an authority",
		who: { coach: "caseload", coordinator: "all", dpo: "all" },
	},
	"demand.propose": {
		clause: "R4.1",
		nl: "een vordering van een instantie vastleggen en uitvoeren",
		en: "file a demand by an authority and carry it out",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"demand.confirm": {
		clause: "R4.1",
		nl: "als tweede persoon een vordering beoordelen",
		en: "judge a demand as the second person",
		who: { coordinator: "all", dpo: "all" },
	},
	"informEvent.write": {
		clause: "R7.2",
		nl: "vastleggen dat de kandidaat is geïnformeerd",
		en: "record that the candidate was informed",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"paperApproval.write": {
		clause: "R7.1",
		nl: "een akkoord op papier registreren",
		en: "register an approval on paper",
		who: { coach: "caseload", coordinator: "caseload", backOffice: "all" },
	},
	"disclosures.read": {
		clause: "R4.1",
		nl: "zien wat aan wie is verstrekt",
		en: "see what was disclosed to whom",
		who: { coach: "caseload", coordinator: "caseload", dpo: "all" },
	},
	"commissioner.read": {
		clause: "R4.2",
		nl: "opdrachtgevers en hun contactpersonen zien",
		en: "see commissioners and their contact persons",
		who: { coach: "all", coordinator: "all", backOffice: "all", finance: "all" },
	},
	"commissioner.write": {
		clause: "R4.2",
		nl: "opdrachtgevers en contactpersonen bijwerken",
		en: "update commissioners and contact persons",
		who: { coordinator: "all", backOffice: "all" },
	},
	"assignment.read": {
		clause: "R3.d",
		nl: "opdrachten zien",
		en: "see assignments",
		who: { coach: "caseload", coordinator: "all", backOffice: "all", finance: "all" },
	},
	"assignment.write": {
		clause: "R3.d",
		nl: "opdrachten vastleggen",
		en: "record assignments",
		who: { coach: "caseload", coordinator: "all", backOffice: "all" },
	},
	"trajectory.write": {
		clause: "R3.c",
		nl: "trajecten starten, sluiten en heropenen",
		en: "start, close and reopen trajectories",
		who: { coach: "caseload", coordinator: "all", backOffice: "all" },
	},
	"trajectory.assign": {
		clause: "R1.2",
		nl: "trajecten toewijzen en overdragen",
		en: "assign trajectories and hand them over",
		who: { coordinator: "all" },
	},
	"deadlines.own": {
		clause: "R1.2",
		nl: "eigen termijnen zien",
		en: "see one's own deadlines",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"deadlines.all": {
		clause: "R1.2",
		nl: "de termijnen en werklast van allen zien",
		en: "see everyone's deadlines and load",
		who: { coordinator: "all" },
	},
	"finance.write": {
		clause: "R4.3",
		nl: "uren, offertes en facturen administreren",
		en: "administer hours, quotes and invoices",
		who: { finance: "all" },
	},
	"mail.read": {
		clause: "R9.1",
		nl: "de stand van verzonden berichten zien",
		en: "see where sent messages stand",
		who: { coach: "caseload", coordinator: "caseload" },
	},
	"glass.break": {
		clause: "R1.2",
		nl: "in nood een dossier van een ander openen",
		en: "open another's dossier in an emergency",
		who: { coach: "all", coordinator: "all", dpo: "all" },
	},
	"glass.review": {
		clause: "R1.2",
		nl: "nakijken wie in nood een dossier opende",
		en: "review who opened a dossier in an emergency",
		who: { coordinator: "all", dpo: "all" },
	},
	"conflict.declare": {
		clause: "R1.2",
		nl: "zeggen dat je een kandidaat van buiten het werk kent",
		en: "say that you know a candidate from outside work",
		who: { coach: "caseload", coordinator: "all", backOffice: "all", dpo: "all" },
	},
	"conflict.manage": {
		clause: "R1.2",
		nl: "vastleggen wie welk dossier niet mag zien",
		en: "record who may not see which dossier",
		who: { dpo: "all" },
	},
	"log.read": {
		clause: "R1.2",
		nl: "het logboek inzien",
		en: "view the audit log",
		who: { dpo: "all" },
	},
	"privacy.case": {
		clause: "R11.1",
		nl: "verzoeken, klachten en datalekken behandelen",
		en: "handle requests, complaints and data breaches",
		who: { dpo: "all" },
	},
	"retention.manage": {
		clause: "R12.1",
		nl: "bewaartermijnen bewaken",
		en: "watch over retention",
		who: { dpo: "all" },
	},
	"regulation.publish": {
		clause: "R14.1",
		nl: "een nieuwe versie van het reglement publiceren",
		en: "publish a new version of the regulation",
		who: { dpo: "all", administrator: "all" },
	},
	"staff.read": {
		clause: "R1.3",
		nl: "medewerkers en hun geheimhouding zien",
		en: "see staff and their confidentiality",
		who: { coordinator: "all", dpo: "all", administrator: "all" },
	},
	"staff.manage": {
		clause: "R1.3",
		nl: "medewerkers en rollen beheren",
		en: "manage staff and roles",
		who: { administrator: "all" },
	},
	"agency.manage": {
		clause: "R10.1",
		nl: "gegevens, briefpapier en sleutels van het bureau beheren",
		en: "manage the agency's data, letterhead and keys",
		who: { administrator: "all" },
	},
	"selfTest.read": {
		clause: "R10.1",
		nl: "de zelftest van het systeem zien",
		en: "see the system's self-test",
		who: { administrator: "all" },
	},
} as const satisfies Record<string, Row>;

export type Ability = keyof typeof abilities;
export const abilityIds = Object.keys(abilities) as readonly Ability[];

const width = { case: 1, caseload: 2, all: 3 } as const satisfies Record<Scope, number>;

/** The widest reach these roles give for an ability, or undefined where they give none. */
export function scopeOf(held: readonly Role[], ability: Ability): Scope | undefined {
	const who: Partial<Record<Role, Scope>> = abilities[ability].who;
	const scopes = held.flatMap((role) => (Object.hasOwn(who, role) ? (who[role] ?? []) : []));
	return scopes.sort((a, b) => width[b] - width[a])[0];
}

/** May somebody with these roles do this at all? Whether it is *this* trajectory's business, the caseload decides. */
export function may(held: readonly Role[], ability: Ability): Decision {
	const { clause, nl, en } = abilities[ability];
	if (scopeOf(held, ability) !== undefined) return yes(clause);
	return no(clause, {
		nl: `Je rol geeft geen toegang: ${nl} hoort er niet bij.`,
		en: `Your role gives no access: it does not include to ${en}.`,
	});
}
