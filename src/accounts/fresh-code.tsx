import type { Acting } from "../platform/db.server.ts";
import type { Problem } from "../platform/web/page.ts";
import { Button } from "../ui/buttons.tsx";
import { TextField } from "../ui/fields.tsx";
import { useT } from "../ui/text.ts";
import { isFresh } from "./rules.ts";

/** Where a code from the app (or a recovery code, or a passkey) is asked afresh. What it posts goes to checkFreshFactor. */
export function FreshCodeField({ error, hint, id }: { error?: string | undefined; hint?: string; id?: string }) {
	const t = useT();
	return (
		<>
			<TextField
				name="code"
				id={id}
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
			{/* Shown by script to a browser that used a passkey here; it fills the field above with a code of one use. */}
			<div class="passkey" data-passkey="prove" hidden>
				<Button type="button" look="quiet">
					{t("Gebruik een passkey in plaats van een code", "Use a passkey instead of a code")}
				</Button>
				<p class="hint" role="status" data-passkey-says="true" />
			</div>
		</>
	);
}

/**
 * The same field, only where the last factor is more than ten minutes old or the form came back for it (enforceFresh). `later`: not
 * before it came back, for a form of which only some changes ask it. `id`: on a page with more than one such form.
 */
export function StepUp({ by, problem, later, id }: { by: Acting; problem?: Problem | undefined; later?: true; id?: string }) {
	const t = useT();
	const error = problem?.errors.code;
	if (!error && (later || isFresh(by.actor.secondFactorAt, by.now()))) return null;
	return (
		<FreshCodeField
			error={error}
			id={id}
			hint={t(
				"Voor deze stap vragen we een code van dit moment. Een herstelcode mag ook.",
				"For this step we ask for a code of this moment. A recovery code works too.",
			)}
		/>
	);
}
