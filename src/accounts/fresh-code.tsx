import { TextField } from "../ui/fields.tsx";
import { useT } from "../ui/text.ts";

/** Where a code from the app (or a recovery code) is asked afresh. What it posts goes to checkFreshFactor. */
export function FreshCodeField({ error, hint }: { error?: string | undefined; hint?: string }) {
	const t = useT();
	return (
		<TextField
			name="code"
			width="short"
			autocomplete="one-time-code"
			spellcheck={false}
			label={t("Code van zes cijfers", "Six-digit code")}
			hint={
				hint ??
				t("De code die de app nu toont. Een herstelcode mag ook.", "The code the app shows now. A recovery code works too.")
			}
			{...(error && { error })}
		/>
	);
}
