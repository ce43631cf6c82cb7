import { showConflict, type Theirs } from "./conflict.ts";
import { askToSignIn } from "./sign-in.ts";
import { clock, say } from "./words.ts";

// The server's answer to a draft: kept, refused because someone else was first, or a sentence why not.
type Answer = {
	saved?: boolean;
	rowVersion?: number;
	savedAt?: string;
	conflict?: boolean;
	csrf?: string;
	/** The editing session's log entry, for the next save to continue. */
	session?: string;
	message?: string;
} & Partial<Theirs>;

const AFTER_CHANGE = 5_000;
const RETRY = 5_000;
// Browsers refuse a larger body in a request that must outlive the page.
const KEEPALIVE_LIMIT = 60_000;

/** Keeps what is typed in a form on the server, every few seconds and whenever the person looks away. Nothing stays in the browser (house decision 16). */
export function mount(form: HTMLElement): void {
	if (form instanceof HTMLFormElement && form.dataset.autosave) new Autosave(form, form.dataset.autosave);
}

/** Nobody touched this field since the page came. */
function asItCame(field: Element): boolean {
	if (field instanceof HTMLTextAreaElement) return field.value === field.defaultValue;
	if (field instanceof HTMLSelectElement) {
		const chosen = [...field.options].findIndex((option) => option.defaultSelected);
		return field.multiple || field.selectedIndex === Math.max(0, chosen) || field.options.length === 0;
	}
	if (!(field instanceof HTMLInputElement)) return true;
	if (field.type === "checkbox" || field.type === "radio") return field.checked === field.defaultChecked;
	return field.type === "file" || field.value === field.defaultValue;
}

class Autosave {
	readonly #form: HTMLFormElement;
	readonly #url: string;
	readonly #end = new AbortController();
	#kept: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> | undefined;
	#blocked = false;
	/** The last save had no answer, or not the good one. */
	#failed = false;
	#warned = false;

	constructor(form: HTMLFormElement, url: string) {
		this.#form = form;
		this.#url = url;
		// What was typed before this script was there stands on the screen only.
		this.#kept = [...form.elements].every(asItCame) ? this.#text() : "";
		const { signal } = this.#end;
		const later = () => this.#schedule(AFTER_CHANGE);
		form.addEventListener("input", later, { signal });
		form.addEventListener("change", later, { signal });
		form.addEventListener("focusout", () => void this.save(), { signal });
		form.addEventListener("submit", (event) => this.#beforeSubmit(event), { signal });
		document.addEventListener("visibilitychange", () => document.hidden && void this.save(true), { signal });
		addEventListener("pagehide", () => void this.save(true), { signal });
		addEventListener("online", () => void this.save(), { signal });
		document.addEventListener("turbo:before-visit", (event) => this.#beforeVisit(event), { signal });
		addEventListener("beforeunload", (event) => this.#beforeUnload(event), { signal });
		document.addEventListener("turbo:before-render", () => this.#stop(), { signal });
		if (this.#kept === "") void this.save();
	}

	/** Sends what changed since the last answer; one request at a time. `leaving` lets it outlive the page. */
	async save(leaving = false): Promise<void> {
		clearTimeout(this.#timer);
		// Whoever waited looks again: another that waited too may have gone first, and two at once would be each other's conflict.
		while (this.#saving) await this.#saving;
		// Who is leaving has a last word to keep, also when the next page came while an answer was awaited.
		if (this.#blocked || (this.#end.signal.aborted && !leaving) || this.#text() === this.#kept) return;
		this.#saving = this.#send(leaving).finally(() => {
			this.#saving = undefined;
		});
		return this.#saving;
	}

	async #send(leaving: boolean): Promise<void> {
		const sent = this.#text();
		const body = this.#body();
		if (!leaving) this.#say(say("Bewaren…", "Saving…"), "saving");
		let response: Response;
		try {
			response = await fetch(this.#url, {
				method: "POST",
				body,
				headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
				redirect: "manual",
				keepalive: body.length < KEEPALIVE_LIMIT,
			});
		} catch {
			this.#say(
				say(
					"Geen verbinding. Uw tekst staat nog op dit scherm.",
					"No connection. Your text is still on this screen.",
					"Geen verbinding. Je tekst staat nog op dit scherm.",
				),
				"offline",
			);
			this.#schedule(RETRY);
			return;
		}
		await this.#heard(response, sent);
	}

	async #heard(response: Response, sent: string): Promise<void> {
		// A session that ended may also answer with a redirect to sign in.
		if (response.status === 401 || response.type === "opaqueredirect") {
			this.#blocked = true;
			this.#say(say("Nog niet bewaard.", "Not saved yet."), "offline");
			askToSignIn(() => this.#unblock());
			return;
		}
		const answer = (await response.json().catch(() => ({}))) as Answer;
		if (answer.csrf) this.#hidden("csrf", answer.csrf);
		if (response.status === 409 && answer.conflict) {
			this.#blocked = true;
			this.#say(say("Nog niet bewaard.", "Not saved yet."), "offline");
			showConflict(this.#form, answer as Theirs, (version) => {
				if (version !== undefined) this.#hidden("row_version", String(version));
				this.#unblock();
			});
			return;
		}
		if (!response.ok || !answer.saved) {
			this.#say(answer.message ?? say("Niet bewaard. Wij proberen het opnieuw.", "Not saved. We will try again."), "offline");
			if (response.status >= 500) this.#schedule(RETRY);
			return;
		}
		if (answer.rowVersion !== undefined) this.#hidden("row_version", String(answer.rowVersion));
		if (answer.session) this.#hidden("session", answer.session);
		this.#kept = sent;
		this.#warned = false;
		const at = clock(answer.savedAt ?? Date.now());
		this.#say(say(`Bewaard om ${at}`, `Saved at ${at}`), "saved");
		if (this.#text() !== this.#kept) this.#schedule(AFTER_CHANGE);
	}

	#unblock(): void {
		this.#blocked = false;
		void this.save();
	}

	// A save under way would raise the row version under the form that is being sent: let it finish first.
	#beforeSubmit(event: SubmitEvent): void {
		clearTimeout(this.#timer);
		if (!this.#saving) {
			this.#blocked = true;
			// A page that stays, because the server refused, goes on saving.
			document.addEventListener("turbo:submit-end", () => (this.#blocked = false), { once: true, signal: this.#end.signal });
			return;
		}
		event.preventDefault();
		event.stopImmediatePropagation();
		void this.#saving.then(() => this.#form.requestSubmit(event.submitter));
	}

	// A link would take away what stands only on this screen: the first time the page stays, and says so.
	#beforeVisit(event: Event): void {
		if (this.#text() === this.#kept) return;
		if ((!this.#failed && navigator.onLine) || this.#warned) {
			void this.save(true);
			return;
		}
		event.preventDefault();
		this.#warned = true;
		this.#say(
			say("Nog niet bewaard. Klik nog eens om toch weg te gaan.", "Not saved yet. Click again to leave all the same."),
			"offline",
		);
		void this.save();
	}

	// Closing the tab would too: then the browser asks.
	#beforeUnload(event: Event): void {
		if (this.#failed && this.#text() !== this.#kept) event.preventDefault();
	}

	#schedule(delay: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), delay);
	}

	#stop(): void {
		clearTimeout(this.#timer);
		this.#end.abort();
	}

	// What the person wrote, without the fields that the house itself keeps.
	#text(): string {
		const fields = this.#fields();
		for (const name of ["csrf", "request_id", "row_version", "session"]) fields.delete(name);
		return fields.toString();
	}

	#body(): string {
		return this.#fields().toString();
	}

	#fields(): URLSearchParams {
		const fields = new URLSearchParams();
		for (const [name, value] of new FormData(this.#form)) if (typeof value === "string") fields.append(name, value);
		return fields;
	}

	#hidden(name: string, value: string): void {
		const input = this.#form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
		if (input) input.value = value;
	}

	#say(text: string, state: string): void {
		this.#failed = state === "offline";
		const line = this.#form.querySelector<HTMLElement>("[data-save-status]");
		if (!line) return;
		line.dataset.state = state;
		if (line.textContent !== text) line.textContent = text;
	}
}
