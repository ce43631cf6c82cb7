import { diffWords } from "diff";
import type { DiffPart } from "../ui/content.tsx";
import { type AgreementLine, sameLine } from "./rules.ts";
import { type RecipientName, sentence } from "./sentences.ts";

export type Difference = { kind: "same" | "added" | "removed" | "changed"; parts: DiffPart[] };

/** What a version says, line by line, against the one before it; what went comes last. */
export function differences(
	now: readonly AgreementLine[],
	before: readonly AgreementLine[],
	names: (contact: string) => RecipientName,
	lang: "nl" | "en",
): Difference[] {
	const say = (line: AgreementLine) => sentence(line, names(line.contactId), lang);
	const standing = now.map((line): Difference => {
		const old = before.find((one) => one.rootId === line.rootId);
		if (!old) return { kind: "added", parts: [{ kind: "added", text: say(line) }] };
		if (sameLine(old, line)) return { kind: "same", parts: [{ kind: "same", text: say(line) }] };
		return {
			kind: "changed",
			parts: diffWords(say(old), say(line)).map((part) => ({
				kind: part.added ? "added" : part.removed ? "removed" : "same",
				text: part.value,
			})),
		};
	});
	const gone = before
		.filter((old) => !now.some((line) => line.rootId === old.rootId))
		.map((old): Difference => ({ kind: "removed", parts: [{ kind: "removed", text: say(old) }] }));
	return [...standing, ...gone];
}
