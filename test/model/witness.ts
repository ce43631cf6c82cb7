/** What the recipient is by now: who is company doctor is a doctor; otherwise what their organisation is. */
export type Kind = "employer" | "uwv" | "insurer" | "companyDoctor";
export type Sort = "progress" | "capacity" | "illness" | "testScores" | "profile";

/** What a report can be about here, and as which sort of data that counts. */
const sorts = {
	attendance: "progress",
	progress: "progress",
	workCapacity: "capacity",
	limitations: "capacity",
	illness: "illness",
	testScores: "testScores",
	cv: "profile",
} as const satisfies Record<string, Sort>;
export type Topic = keyof typeof sorts;

// The house's table and its channels, written here once more: a slip in the law's own table is then none in this record. "declared" is
// consent, and besides it the written word that there is no objection.
type Word = "agreed" | "consent" | "declared" | "never";
const table: Record<Kind, Record<Sort, Word>> = {
	employer: { progress: "agreed", capacity: "consent", illness: "never", testScores: "never", profile: "consent" },
	uwv: { progress: "agreed", capacity: "agreed", illness: "consent", testScores: "declared", profile: "agreed" },
	insurer: { progress: "agreed", capacity: "consent", illness: "consent", testScores: "never", profile: "never" },
	companyDoctor: { progress: "consent", capacity: "consent", illness: "consent", testScores: "consent", profile: "never" },
};
const tooHeavyForMail: readonly Sort[] = ["capacity", "illness", "testScores"];

/** For which sorts among these the candidate's yes is needed before they go to somebody of this kind. */
export const askedFor = (kind: Kind, topics: readonly Topic[]): Sort[] =>
	sortsOf(topics).filter((sort) => table[kind][sort] === "consent" || table[kind][sort] === "declared");
/** For which of them the declaration besides. */
export const declaredFor = (kind: Kind, topics: readonly Topic[]): Sort[] =>
	sortsOf(topics).filter((sort) => table[kind][sort] === "declared");
export const isHeavy = (topics: readonly Topic[]): boolean => sortsOf(topics).some((sort) => tooHeavyForMail.includes(sort));
export const sortsOf = (topics: readonly Topic[]): Sort[] => [...new Set(topics.map((topic) => sorts[topic]))];

/** A version of the report as it was shown to the candidate. */
interface Shown {
	version: string;
	sha256: string;
	/** How often the recipient or their address had been confirmed anew by then. */
	address: number;
	approved: boolean;
	void: boolean;
}

/** A question to the candidate, and what they said. */
export interface Question {
	id: string;
	kind: "disclose" | "noObjection";
	purpose: string;
	sorts: readonly Sort[];
	/** What the recipient was when it was asked; undefined: it was about somebody else. */
	to: Kind | undefined;
	/** Who the recipient was: how often this contact had become another person by then. */
	person: number;
	/** The one document it is for; null: for the data, in whatever it stands. */
	document: string | null;
	/** The last day. */
	until: string;
	answer: "none" | "registered" | "yes" | "over";
	/** When they said yes, and when that ended. */
	since?: number;
	ended?: number;
	/** What it was for until it was narrowed. */
	before?: { until: number; sorts: readonly Sort[] }[];
}

type Way = "mailed" | "linked" | "collected" | "said";

/**
 * Somebody who only looks on: remembers each yes and each no as it was said, apart from everything that the house keeps, and of what
 * goes out says at that moment whether it may, as far as anybody could know.
 */
export class Witness {
	/** What went out that must not have, in words. */
	readonly breaches: string[] = [];
	readonly went = { mailed: 0, linked: 0, collected: 0, said: 0, onConsent: 0, refused: 0 };
	readonly shown: Shown[] = [];
	readonly questions: Question[] = [];
	/** What the recipient was, from when on; the last is what they are. */
	private readonly kinds: { from: number; kind: Kind }[] = [];
	/** How often the recipient became another person, and how often their address was no longer the one that was confirmed. */
	person = 0;
	address = 0;
	/** Whether the agreement still says what the candidate was told at the start. */
	agreed = true;
	/** What had begun to leave when a yes was taken back, and was named as such. */
	readonly underWay = new Set<string>();
	/** What was closed by hand. */
	readonly closed = new Set<string>();
	private readonly topics: readonly Topic[];
	private readonly now: () => Date;

	constructor(topics: readonly Topic[], now: () => Date) {
		this.topics = topics;
		this.now = now;
	}

	/** The calendar day in Amsterdam, so many days from now, or at a moment. */
	day(later = 0, at = this.at()): string {
		return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date(at + later * 86_400_000));
	}
	private at = (): number => this.now().getTime();

	get kind(): Kind {
		return this.kinds.at(-1)?.kind ?? "employer";
	}
	become(kind: Kind): void {
		this.kinds.push({ from: this.at(), kind });
	}
	replaced(): void {
		this.person += 1;
		this.address += 1;
	}

	/** The candidate said yes; or a yes, or a question, is over. */
	yes(question: Question): void {
		question.answer = "yes";
		question.since = this.at();
	}
	over(question: Question): void {
		question.answer = "over";
		question.ended = this.at();
	}
	narrow(question: Question): void {
		question.before = [...(question.before ?? []), { until: this.at(), sorts: question.sorts }];
		question.sorts = question.sorts.slice(1);
	}

	show(version: string, sha256: string): void {
		this.shown.push({ version, sha256, address: this.address, approved: false, void: false });
	}

	approve(version: string): void {
		for (const one of this.shown) if (one.version === version) one.approved = true;
	}

	/** The text was opened again or taken back: no yes to it counts any more, and nobody is asked about it. */
	void(): void {
		for (const one of this.shown) one.void = true;
		for (const one of this.questions)
			if (one.document !== null && (one.answer === "none" || one.answer === "registered")) this.over(one);
	}

	/** The latest that nobody answered, and the latest that was. */
	readonly open = () => this.questions.findLast((one) => one.answer === "none" && one.person === this.person);
	readonly held = () => this.questions.findLast((one) => one.answer === "yes" || one.answer === "registered");

	/**
	 * Something left: may it, at this moment, or when it was spoken? `sha256` is of the document that is in it, or that its link leads to.
	 */
	left(
		way: Way,
		{ sha256 = "", disclosure = "", spokenAt }: { sha256?: string; disclosure?: string; spokenAt?: number } = {},
	): void {
		this.went[way] += 1;
		if (way !== "said") this.approved(way, sha256);
		if (!this.agreed) this.breaches.push(`${way} though it is no longer agreed`);
		if (way === "linked") return; // of the person it carries nothing
		if (this.closed.has(disclosure)) this.breaches.push(`${way} after it was closed`);
		if (way === "mailed" && isHeavy(this.topics)) this.breaches.push(`${this.topics.join()} in an ordinary mail`);
		const to = spokenAt === undefined ? this.kind : this.kindAt(spokenAt);
		const stands = (kind: Question["kind"], sort: Sort) =>
			spokenAt === undefined
				? this.underWay.has(disclosure) || this.holds(kind, sort, sha256)
				: this.heldAt(kind, sort, spokenAt, to);
		for (const sort of sortsOf(this.topics)) {
			const word = table[to][sort];
			if (word === "never") this.breaches.push(`${sort} ${way} to ${to}, which nothing opens`);
			if (word !== "consent" && word !== "declared") continue;
			const yes = stands("disclose", sort);
			const declared = word === "consent" || stands("noObjection", sort);
			if (yes && declared) this.went.onConsent += 1;
			if (!yes) this.breaches.push(`${sort} ${way} to ${to} without a consent in force`);
			if (!declared) this.breaches.push(`${sort} ${way} to ${to} without a declaration in force`);
		}
	}

	private approved(way: Way, sha256: string): void {
		const shown = this.shown.find((one) => one.sha256 === sha256);
		if (!shown?.approved) this.breaches.push(`${way} without approval of exactly those bytes`);
		if (shown?.void) this.breaches.push(`${way} after the approval was void`);
		if (shown && shown.address !== this.address) this.breaches.push(`${way} to another than whom, or where, was approved`);
	}

	/** Does a yes hold now for this recipient, sort and document? */
	private holds(kind: Question["kind"], sort: Sort, sha256: string): boolean {
		return this.questions.some(
			(one) =>
				one.answer === "yes" &&
				this.isFor(one, kind, this.kind) &&
				one.sorts.includes(sort) &&
				(one.document === null || one.document === sha256) &&
				one.until >= this.day(),
		);
	}

	/** Did one hold when it was spoken? Then there is no document. */
	private heldAt(kind: Question["kind"], sort: Sort, at: number, to: Kind): boolean {
		return this.questions.some(
			(one) =>
				one.since !== undefined &&
				one.since <= at &&
				(one.ended === undefined || at < one.ended) &&
				this.isFor(one, kind, to) &&
				(one.before?.find((earlier) => at < earlier.until) ?? one).sorts.includes(sort) &&
				one.document === null &&
				one.until >= this.day(0, at),
		);
	}

	private isFor = (one: Question, kind: Question["kind"], to: Kind): boolean =>
		one.kind === kind && one.purpose === "assignments" && one.to === to && one.person === this.person;

	kindAt(at: number): Kind {
		return (this.kinds.findLast(({ from }) => from <= at) ?? this.kinds[0])?.kind ?? "employer";
	}
}
