import { Badge } from "../ui/states.tsx";
import { specialCategoryOf } from "./words.ts";

/** That a line of the log is about health or a citizen service number: a category of its own, in sight (R8.3). */
export function SpecialBadge({ objectType, lang }: { objectType: string | null; lang: "nl" | "en" }) {
	const special = specialCategoryOf(objectType);
	return special ? <Badge tone="active">{special[lang]}</Badge> : null;
}
