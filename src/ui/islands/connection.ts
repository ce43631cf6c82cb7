import { make, say } from "./words.ts";

/** Says quietly at the bottom of the page that the connection is gone, for as long as it is. */
export function mount(body: HTMLElement): void {
	const line = make("p", { class: "connection", role: "status" });
	line.hidden = true;
	body.append(line);
	const show = (lost: boolean) => {
		line.hidden = !lost;
		line.textContent = lost
			? say("Geen verbinding. Wat hier staat, blijft staan.", "No connection. What is on this page stays.")
			: "";
	};
	const end = new AbortController();
	const { signal } = end;
	// Without a connection a link leads only to the browser's own error page, and away from what stands here.
	document.addEventListener(
		"turbo:before-visit",
		(event) => {
			if (navigator.onLine) return;
			event.preventDefault();
			show(true);
		},
		{ signal },
	);
	addEventListener("offline", () => show(true), { signal });
	addEventListener("online", () => show(false), { signal });
	document.addEventListener("turbo:fetch-request-error", () => show(true), { signal });
	document.addEventListener("turbo:before-fetch-response", () => show(false), { signal });
	// Turbo brings a new body, which gets its own line.
	document.addEventListener("turbo:render", () => body.isConnected || end.abort(), { signal });
	if (!navigator.onLine) show(true);
}
