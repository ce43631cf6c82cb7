import { make, say } from "./words.ts";

/** What someone else saved in the meantime: field name → text, who, when, and the version that now counts. */
export type Theirs = { theirs: Record<string, string>; by: string; at: string; rowVersion?: number };

/** Shows both versions side by side and lets the person choose; never merges and never drops a text. `go` continues saving on the given version. */
export function showConflict(form: HTMLFormElement, answer: Theirs, go: (rowVersion: number | undefined) => void): void {
	form.querySelector("[data-conflict]")?.remove();
	const differing = Object.entries(answer.theirs).filter(
		([name, text]) => control(form, name) && control(form, name)?.value !== text,
	);
	const body = make("div", { class: "notice-body" });
	const panel = make(
		"div",
		{ class: "notice warn", role: "alert", tabindex: "-1", "data-conflict": "true" },
		make("span", {}),
		body,
	);
	body.append(
		make("p", { class: "notice-title" }, say(`${answer.by} heeft dit ook gewijzigd`, `${answer.by} has also changed this`)),
		make("p", {}, say("Er is niets kwijt. Kies welke tekst blijft.", "Nothing is lost. Choose which text stays.")),
	);
	for (const [name, text] of differing) body.append(versions(form, name, text, answer.by));
	const mine = make("button", { type: "button", class: "button quiet" }, say("Houd mijn tekst", "Keep my text"));
	const other = make(
		"button",
		{ type: "button", class: "button quiet" },
		say(`Neem de tekst van ${answer.by}`, `Take the text of ${answer.by}`),
	);
	mine.addEventListener("click", () => {
		panel.remove();
		go(answer.rowVersion);
	});
	other.addEventListener("click", () => {
		for (const [name, text] of differing) replace(form, name, text);
		// The panel stays: what the person had written can still be read and copied from it.
		for (const button of [mine, other]) button.remove();
		go(answer.rowVersion);
	});
	body.append(make("div", { class: "actions" }, mine, other));
	form.prepend(panel);
	panel.focus();
}

function versions(form: HTMLFormElement, name: string, theirs: string, by: string): HTMLElement {
	const box = (title: string, text: string) =>
		make("div", {}, make("p", { class: "meta" }, title), make("pre", { tabindex: "0" }, text));
	return make("div", { class: "versions" }, box(say("Mijn tekst", "My text"), control(form, name)?.value ?? ""), box(by, theirs));
}

function control(form: HTMLFormElement, name: string): HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement | undefined {
	const found = form.elements.namedItem(name);
	if (found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement) return found;
	return found instanceof HTMLInputElement && !["radio", "checkbox", "file", "hidden"].includes(found.type) ? found : undefined;
}

function replace(form: HTMLFormElement, name: string, text: string): void {
	const field = control(form, name);
	if (!field) return;
	field.value = text;
	// The editor over a text box listens for this.
	field.dispatchEvent(new CustomEvent("spoor:replaced", { bubbles: true }));
}
