import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { say } from "./words.ts";

type Options = Parameters<typeof startAuthentication>[0]["optionsJSON"] & Parameters<typeof startRegistration>[0]["optionsJSON"];

/** Shows the button where the browser knows passkeys, and lets it ask for one: to sign in, to add one, or in place of a code. */
export function mount(element: HTMLElement): void {
	const { passkey: use, passkeyAsk: ask = "" } = element.dataset;
	const form = element.closest("form");
	if (!form || !browserSupportsWebAuthn() || !window.isSecureContext) return;
	if (use === "prove") {
		if (!document.cookie.includes(`spoor-passkey-${realm()}=`)) return;
		element.querySelector("button")?.addEventListener("click", () => void prove(element, form));
	} else {
		const field = element.querySelector<HTMLInputElement>('input[name="passkey"]');
		form.addEventListener("submit", (event) => {
			if (!field || field.value) return;
			event.preventDefault();
			void trying(element, async () => {
				field.value = JSON.stringify(await answer(use === "register" ? "register" : "use", ask));
				form.requestSubmit();
			});
		});
	}
	element.hidden = false;
}

const realm = () => (location.pathname === "/mijn" || location.pathname.startsWith("/mijn/") ? "candidate" : "staff");

/** Shows a passkey and puts the code that it leaves, good for one use, where a code is asked. */
async function prove(element: HTMLElement, form: HTMLFormElement): Promise<void> {
	const at = `${realm() === "candidate" ? "/mijn" : ""}/account/bewijs`;
	await trying(element, async () => {
		const { code } = (await post(at, { passkey: JSON.stringify(await answer("use", `${at}/vraag`)) })) as { code: string };
		const field = form.querySelector<HTMLInputElement>('input[name="code"]');
		if (!field) return;
		field.value = code;
		field.readOnly = true;
		tell(element, say("Dat is gelukt. Ga verder met de knop van dit formulier.", "That worked. Go on with this form's button."));
	});
}

async function answer(use: "use" | "register", ask: string) {
	const optionsJSON = (await post(ask, {})) as Options;
	return use === "register" ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

async function post(url: string, fields: Record<string, string>): Promise<unknown> {
	const response = await fetch(url, {
		method: "POST",
		body: new URLSearchParams(fields),
		headers: { accept: "application/json" },
	});
	const said = response.headers.get("content-type")?.includes("json") ? await response.json() : {};
	if (!response.ok) throw new Error((said as { error?: string }).error ?? "");
	return said;
}

async function trying(element: HTMLElement, work: () => Promise<void>): Promise<void> {
	tell(element, "");
	element.setAttribute("aria-busy", "true");
	try {
		await work();
	} catch (error) {
		tell(element, wordsFor(error as Error));
	} finally {
		element.removeAttribute("aria-busy");
	}
}

function wordsFor(error: Error): string {
	if (error.name === "InvalidStateError")
		return say("Deze passkey staat er al. U hoeft niets te doen.", "This passkey is here already.", "Deze passkey staat er al.");
	if (error.name === "NotAllowedError")
		return say(
			"Er is geen passkey gebruikt. U kunt het opnieuw proberen.",
			"No passkey was used. You can try again.",
			"Er is geen passkey gebruikt. Probeer het gerust opnieuw.",
		);
	if (error.name === "Error" && error.message) return error.message;
	return say("Met een passkey lukt het hier niet. Gebruik een code.", "A passkey does not work here. Use a code.");
}

function tell(element: HTMLElement, text: string): void {
	const line = element.querySelector("[data-passkey-says]");
	if (line) line.textContent = text;
}
