import { make, say } from "./words.ts";

/** Asks, over the page and without leaving it, to sign in again in another tab. The text on the page stays. `again` is called when the person says so. */
export function askToSignIn(again: () => void): void {
	if (document.querySelector("dialog[data-sign-in]")) return;
	const href = location.pathname.startsWith("/mijn") ? "/mijn/aanmelden" : "/aanmelden";
	const link = make("a", { class: "button primary", href, target: "_blank", "data-turbo": "false" });
	link.append(say("Meld u aan in een nieuw tabblad", "Sign in in a new tab", "Meld je aan in een nieuw tabblad"));
	const retry = make("button", { type: "button", class: "button quiet" }, say("Probeer opnieuw", "Try again"));
	const dialog = make(
		"dialog",
		{ "data-sign-in": "true", "aria-labelledby": "sign-in-title" },
		make(
			"h2",
			{ id: "sign-in-title" },
			say("U bent niet meer aangemeld", "You are no longer signed in", "Je bent niet meer aangemeld"),
		),
		make(
			"p",
			{},
			say(
				"Uw tekst staat nog op dit scherm. Meld u aan en kom hier terug. Dan bewaren wij uw tekst.",
				"Your text is still on this screen. Sign in and come back here. We will then save your text.",
				"Je tekst staat nog op dit scherm. Meld je aan en kom hier terug. Dan wordt je tekst bewaard.",
			),
		),
		make("div", { class: "actions" }, link, retry),
	);
	dialog.addEventListener("close", () => {
		dialog.remove();
		again();
	});
	retry.addEventListener("click", () => dialog.close());
	document.body.append(dialog);
	dialog.showModal();
}
