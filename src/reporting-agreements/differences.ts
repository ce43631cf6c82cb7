import { diffWords } from "diff";
import type { DiffPart } from "../ui/content.tsx";
import { type AgreementLine, sameLine } from "./rules.ts";
import { type RecipientName, sentence } from "./sentences.ts";

/** What a version says against the one before it, line by line as marked words; what went comes last. */
export function differences(
	now: readonly AgreementLine[],
	before: readonly AgreementLine[],
	names: (contact: string) => RecipientName,
	lang: "nl" | "en",
): DiffPart[][] {
	const say = (line: AgreementLine) => sentence(line, names(line.contactId), lang);
	const standing = now.map((line): DiffPart[] => {
		const old = before.find((one) => one.rootId === line.rootId);
		if (!old) return [{ kind: "added", text: say(line) }];
		if (sameLine(old, line)) return [{ kind: "same", text: say(line) }];
		return diffWords(say(old), say(line)).map((part) => ({
			kind: part.added ? "added" : part.removed ? "removed" : "same",
			text: part.value,
		}));
	});
	const gone = before.filter((old) => !now.some((line) => line.rootId === old.rootId));
	return [...standing, ...gone.map((old): DiffPart[] => [{ kind: "removed", text: say(old) }])];
}
