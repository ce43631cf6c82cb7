import { say } from "./words.ts";

type Others = { others?: { name?: string; id?: string }[]; session?: string };

const EVERY = 20_000;

/** Says who else has the same thing open. Asks the address in `data-presence` now and then, while the page is in sight. */
export function mount(element: HTMLElement): void {
	const url = element.dataset.presence;
	const line = element.querySelector<HTMLElement>("[data-save-others]");
	if (!url || !line) return;
	// Names that the page already shows, by id: asking who is there then opens nobody's name again.
	const known = JSON.parse(element.dataset.presenceNames ?? "{}") as Record<string, string>;
	const look = async () => {
		if (document.hidden) return;
		const answer = await ask(url, element);
		if (answer)
			tell(
				line,
				(answer.others ?? []).map(({ name, id }) => name ?? known[id ?? ""] ?? say("een collega", "a colleague")),
			);
	};
	const timer = setInterval(() => (element.isConnected ? void look() : clearInterval(timer)), EVERY);
	void look();
}

// A post: asking also says that this person is here.
async function ask(url: string, element: HTMLElement): Promise<Others | undefined> {
	const body = new URLSearchParams();
	const csrf = element.querySelector<HTMLInputElement>('input[name="csrf"]')?.value;
	if (csrf) body.set("csrf", csrf);
	// The editing session that autosave continues too: whichever of the two is first begins it.
	const session = element.querySelector<HTMLInputElement>('input[name="session"]');
	if (session) body.set("session", session.value);
	try {
		const response = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
		if (!response.ok) return undefined;
		const answer = (await response.json()) as Others;
		if (session && answer.session) session.value = answer.session;
		return answer;
	} catch {
		return undefined;
	}
}

function tell(line: HTMLElement, others: string[]): void {
	const names = others.join(", ");
	const text = names ? say(`Ook hiermee bezig: ${names}`, `Also working on this: ${names}`) : "";
	if (line.textContent !== text) line.textContent = text;
}
