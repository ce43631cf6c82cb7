import type { AssignmentTypeId } from "../../src/law/assignment-types.ts";
import type { OutcomeId } from "../../src/trajectories/rules.ts";
import type { CommissionerKey, ContactKey } from "./commissioners.ts";
import type { CoachKey } from "./people.ts";

/** What became of a report that was due. `nothing`: nobody began it. */
export type Fate =
	| "nothing"
	| "draft"
	| "submitted"
	| "reminded"
	| "changeRequested"
	| "refused"
	| "approved"
	| "remark"
	| "sent"
	| "revised"
	| "resubmitted"
	| "queued"
	| "undone"
	| "bounced"
	| "unknown"
	| "blocked"
	| "paper"
	| "paperWaiting"
	| "withdrawn"
	| "briefTold"
	| "briefRead"
	| "briefHeld";
/** With how many days ago it came to that; absent: around the day it was due. */
export type Told = Fate | readonly [Fate, number];

export interface Person {
	readonly given: string;
	readonly infix?: string;
	readonly family: string;
	readonly coach: CoachKey | null;
	readonly type: AssignmentTypeId;
	/** Who ordered it and reads the reports; absent: the candidate pays. */
	readonly order?: readonly [CommissionerKey, ContactKey];
	/** Days since the start, or since the registration of who has not started. */
	readonly since: number;
	readonly until?: "registered" | "agreed" | "informed";
	/** In the order in which they fell due: the plan, then the progress. */
	readonly reports?: readonly Told[];
	readonly final?: Fate;
	readonly portal?: boolean;
	readonly email?: false;
	readonly english?: boolean;
	/** An oral line beside the written ones, and what was told on it, days ago; `true`: the candidate knows. */
	readonly oral?: readonly [ContactKey, number, boolean];
	readonly closed?: readonly [OutcomeId, number];
	readonly reopened?: number;
	readonly handedOver?: readonly [CoachKey, number];
	readonly deputy?: readonly [CoachKey, number];
	/** A new version of the agreement, with another recipient. */
	readonly renewed?: readonly [ContactKey, number];
	readonly question?: string;
	/** A note that was begun and not finished. */
	readonly noteBegun?: number;
}

const uwv = ["uwv", "ria"] as const;
const gemeente = ["gemeente", "karim"] as const;
const polis = ["polis", "tessa"] as const;
const korenaar = ["korenaar", "petra"] as const;
const lindehof = ["lindehof", "marijke"] as const;
const drukkerij = ["drukkerij", "wim"] as const;
const joost = ["kade", "joost"] as const;
const ilse = ["kade", "ilse"] as const;

/** Forty invented candidates, spread over every state there is. */
export const candidates: readonly Person[] = [
	{
		given: "Mehmet",
		family: "Demir",
		coach: "anna",
		type: "secondTrack",
		order: korenaar,
		since: 175,
		reports: ["sent", "sent", "sent", ["submitted", 4]],
		portal: true,
	},
	{
		given: "Sofie",
		infix: "van den",
		family: "Berg",
		coach: "bram",
		type: "outplacement",
		order: lindehof,
		since: 100,
		reports: ["sent", ["remark", 2]],
		portal: true,
	},
	{
		given: "Łukasz",
		family: "Wiśniewski",
		coach: "anna",
		type: "uwvWerkfit",
		order: uwv,
		since: 120,
		reports: ["sent", ["draft", 1]],
		noteBegun: 1,
	},
	{
		given: "Fatima-Zahra",
		infix: "el",
		family: "Bouazzaoui",
		coach: "yasmina",
		type: "municipalReintegration",
		order: gemeente,
		since: 95,
		reports: ["sent", ["changeRequested", 3]],
		portal: true,
	},
	{
		given: "Anjani",
		family: "Ramdjan-Bissesar",
		coach: "anna",
		type: "jobCoaching",
		order: uwv,
		since: 184,
		reports: ["sent", ["approved", 1]],
		portal: true,
	},
	{
		given: "José",
		family: "Wijngaarde",
		coach: "bram",
		type: "insurerReintegration",
		order: polis,
		since: 96,
		reports: ["sent", ["refused", 6]],
		portal: true,
	},
	{
		given: "Marie-Louise",
		infix: "van",
		family: "Heemstra-de Kempenaer van Oudenhoven",
		coach: "yasmina",
		type: "outplacement",
		order: joost,
		since: 96,
		renewed: ["ilse", 3],
		reports: ["sent", ["queued", 1]],
	},
	{
		given: "Çağla",
		family: "Yıldırım",
		coach: "anna",
		type: "firstTrack",
		order: lindehof,
		since: 130,
		reports: ["sent", "sent", ["bounced", 2]],
	},
	{
		given: "Daniël",
		infix: "van ’t",
		family: "Hof",
		coach: "bram",
		type: "secondTrack",
		order: joost,
		since: 66,
		reports: ["sent", ["blocked", 5]],
		noteBegun: 2,
	},
	{
		given: "Agnieszka",
		family: "Kowalczyk-Nowak",
		coach: "yasmina",
		type: "secondTrack",
		order: drukkerij,
		since: 64,
		reports: ["sent", ["unknown", 3]],
	},
	{
		given: "Bart",
		infix: "de",
		family: "Boer",
		coach: "anna",
		type: "coaching",
		order: lindehof,
		since: 65,
		reports: ["briefTold"],
	},
	{
		given: "Noor",
		family: "Öztürk",
		coach: "bram",
		type: "careerAdvice",
		order: korenaar,
		since: 62,
		reports: [["briefHeld", 1]],
	},
	{
		given: "Ruud",
		family: "Hoogeboom",
		coach: "yasmina",
		type: "careerAdvice",
		order: drukkerij,
		since: 126,
		reports: ["briefTold", ["briefRead", 2]],
		portal: true,
	},
	{
		given: "Saïd",
		family: "Aït Lahcen",
		coach: "anna",
		type: "uwvNaarWerk",
		order: uwv,
		since: 55,
		reports: ["sent"],
		oral: ["dirk", 10, true],
	},
	{
		given: "Wilhelmina",
		infix: "ter",
		family: "Horst",
		coach: "bram",
		type: "jobCoaching",
		order: gemeente,
		since: 90,
		reports: ["paper"],
		email: false,
		deputy: ["yasmina", 80],
		oral: ["karim", 3, false],
	},
	{ given: "Kees", family: "Zwart", coach: "anna", type: "secondTrack", order: drukkerij, since: 34, reports: ["nothing"] },
	{ given: "Esra", family: "Kaya", coach: "bram", type: "secondTrack", order: korenaar, since: 25 },
	{ given: "Piotr", family: "Zieliński", coach: "yasmina", type: "firstTrack", order: ilse, since: 24, reports: [["draft", 1]] },
	{
		given: "Hendrikje",
		infix: "op den",
		family: "Kamp",
		coach: "anna",
		type: "outplacement",
		order: ilse,
		since: 10,
		portal: true,
	},
	{
		given: "Yusuf",
		family: "Yılmaz",
		coach: "yasmina",
		type: "uwvWerkfit",
		order: uwv,
		since: 250,
		reports: ["sent", "sent", "sent"],
		final: "sent",
		closed: ["goalReached", 60],
	},
	{
		given: "Gré",
		family: "Aalbers",
		coach: "bram",
		type: "secondTrack",
		order: lindehof,
		since: 240,
		reports: ["sent", "sent", "revised", "sent"],
		final: "sent",
		closed: ["placedElsewhere", 50],
	},
	{
		given: "Lisanne",
		family: "Bakker",
		coach: "anna",
		type: "outplacement",
		order: korenaar,
		since: 150,
		reports: ["sent"],
		final: "sent",
		closed: ["endedByCandidate", 62],
	},
	{
		given: "Thijs",
		infix: "van der",
		family: "Veen-van Rijn",
		coach: "yasmina",
		type: "insurerReintegration",
		order: polis,
		since: 215,
		reports: ["sent", "sent"],
		closed: ["endedByCommissioner", 60],
		reopened: 30,
	},
	{ given: "Ömer", family: "Şahin", coach: "anna", type: "secondTrack", order: korenaar, since: 6, until: "registered" },
	{ given: "Johanna", family: "Pietersma", coach: null, type: "outplacement", order: lindehof, since: 2, until: "registered" },
	{
		given: "Chantal",
		infix: "de",
		family: "Groot",
		coach: "bram",
		type: "uwvWerkfit",
		order: uwv,
		since: 12,
		until: "registered",
	},
	{
		given: "Mustafa",
		family: "Bouchaïb",
		coach: "yasmina",
		type: "municipalReintegration",
		order: gemeente,
		since: 8,
		until: "agreed",
		portal: true,
		question: "Leest mijn nieuwe werkgever dit ook, of alleen de gemeente?",
	},
	{ given: "Zoë", family: "Kroon", coach: "anna", type: "secondTrack", order: lindehof, since: 5, until: "agreed" },
	{ given: "Ewa", family: "Mazur", coach: "bram", type: "uwvNaarWerk", order: uwv, since: 9, until: "informed" },
	{
		given: "Anne-Fleur",
		infix: "ten",
		family: "Broeke",
		coach: "yasmina",
		type: "careerAdvice",
		order: lindehof,
		since: 6,
		until: "informed",
		portal: true,
	},
	{
		given: "Henk",
		family: "Willemsen",
		coach: "bram",
		type: "secondTrack",
		order: korenaar,
		since: 140,
		reports: ["sent", "sent", "nothing"],
		handedOver: ["yasmina", 35],
	},
	{
		given: "Dunya",
		family: "Amrani",
		coach: "anna",
		type: "uwvWerkfit",
		order: uwv,
		since: 75,
		reports: ["sent", ["withdrawn", 3]],
		deputy: ["bram", 7],
	},
	{ given: "Stefan", family: "Müller", coach: "bram", type: "selfPayCareerAdvice", since: 45, portal: true },
	{ given: "Ingrid", family: "Kraaijenbrink-van der Zwaluw", coach: "anna", type: "selfPayCoaching", since: 80 },
	{
		given: "Chi-Wai",
		family: "Cheung",
		coach: "yasmina",
		type: "careerAdvice",
		order: korenaar,
		since: 70,
		reports: ["briefTold"],
		portal: true,
		english: true,
	},
	{
		given: "Ahmed",
		family: "Hassan Nur",
		coach: "bram",
		type: "municipalReintegration",
		order: gemeente,
		since: 100,
		reports: ["paper", ["paperWaiting", 2]],
		email: false,
		deputy: ["anna", 90],
	},
	{
		given: "Tjitske",
		family: "Hoekstra",
		coach: "anna",
		type: "insurerReintegration",
		order: polis,
		since: 190,
		reports: ["sent", "revised", ["reminded", 9]],
		portal: true,
	},
	{
		given: "Bo",
		family: "Li-Jansen",
		coach: "yasmina",
		type: "uwvWerkfit",
		order: uwv,
		since: 185,
		reports: ["sent", "sent", ["resubmitted", 2]],
		portal: true,
	},
	{
		given: "Marlies",
		family: "Vinke",
		coach: "bram",
		type: "secondTrack",
		order: drukkerij,
		since: 70,
		until: "informed",
		closed: ["neverStarted", 30],
	},
	{
		given: "Dewi",
		family: "Sitorus",
		coach: "anna",
		type: "outplacement",
		order: lindehof,
		since: 98,
		reports: ["sent", ["undone", 1]],
	},
];
