import type { Visit } from "../platform/web/page.ts";
import { LinkButton } from "../ui/buttons.tsx";
import { Notice } from "../ui/states.tsx";
import { ownPasskeys } from "./queries.server.ts";
import { asksPasskeyFirst } from "./rules.ts";
import { relyingParty } from "./webauthn.ts";
import { pathsOf } from "./words.ts";

/** Asks who manages accounts or guards privacy to make a passkey, until they have one. Codes keep working. */
export async function passkeyNudge({ by, t, services }: Visit) {
	if (!asksPasskeyFirst(by.actor.roles) || !relyingParty(services.publicUrl)) return null;
	if ((await ownPasskeys(by)).length > 0) return null;
	return (
		<Notice tone="info" title={t("Meld je voortaan aan met een passkey", "Sign in with a passkey from now on")}>
			<p>
				{t(
					"Jij kunt meer dan anderen. Een passkey kan niemand van je afkijken of je ontfutselen op een nagemaakte pagina.",
					"You can do more than others. Nobody can look over your shoulder for a passkey, or trick you out of it on a copied page.",
				)}
			</p>
			<LinkButton href={pathsOf("staff").passkeys}>{t("Voeg een passkey toe", "Add a passkey")}</LinkButton>
		</Notice>
	);
}
