import type { Bilingual } from "../law/bilingual.ts";
import { type ConsentKind, type ConsentVersion, consentText, currentConsentVersion, type NoticeText } from "../law/consents.ts";
import { type DataClass, dataClasses } from "../law/data-classes.ts";
import { type CalendarDate, formatDate } from "../law/deadlines.ts";
import type { PurposeId } from "../law/purposes.ts";
import { sha256 } from "../platform/hash.ts";
import { linePurposes } from "../reporting-agreements/rules.ts";
import type { AskedOf } from "./rules.ts";

/** Who it is about, as it was shown: later changes of the person or the organisation change nothing here. */
export interface NoticeRecipient {
	readonly name: string;
	readonly organisation: string | null;
	readonly type: AskedOf;
}

/** Everything that is shown with a question, frozen when it is asked: words in both languages, and the data itself. */
export interface Notice {
	readonly kind: ConsentKind;
	readonly version: ConsentVersion;
	readonly agency: string;
	readonly recipient: NoticeRecipient;
	readonly dataClasses: readonly DataClass[];
	readonly purpose: PurposeId;
	readonly until: CalendarDate;
	/** The data, line by line, in the words of the coach; empty when it is one document. */
	readonly lines: readonly string[];
	readonly document: { readonly number: string; readonly title: string; readonly sha256: string } | null;
	readonly texts: Readonly<Record<"nl" | "en", NoticeText>>;
}

const usual: Bilingual = { nl: "voor uw begeleiding", en: "for your guidance" };

/** Fills the current texts in. `why` says what for, where the purpose is none of the reporting agreement's. */
export function noticeOf(asked: Omit<Notice, "texts" | "version"> & { readonly why?: Bilingual }): Notice {
	const { why: own, ...rest } = asked;
	const why = own ?? linePurposes[asked.purpose as keyof typeof linePurposes] ?? usual;
	const text = (lang: "nl" | "en") =>
		consentText(currentConsentVersion, asked.kind, lang, {
			agency: asked.agency,
			recipient: whom(asked.recipient, lang),
			purpose: why[lang],
			until: formatDate(asked.until, lang),
			document: asked.document !== null,
		});
	return { ...rest, version: currentConsentVersion, texts: { nl: text("nl"), en: text("en") } };
}

/** "Petra Peeters van Bakkerij De Korenaar". */
export const whom = ({ name, organisation }: NoticeRecipient, lang: "nl" | "en"): string =>
	organisation ? `${name} ${lang === "nl" ? "van" : "of"} ${organisation}` : name;

/** The classes of data in words, for a list. */
export const classNames = (classes: readonly string[], lang: "nl" | "en"): string[] =>
	classes.map((one) => dataClasses[one as DataClass][lang]);

/** The fingerprint of a question: of every word and value in it. */
export const noticeHash = (notice: string): Buffer => sha256(notice);
