import * as Turbo from "@hotwired/turbo";
import { focusWhatMatters } from "./focus.ts";

type Island = { mount: (element: HTMLElement) => void };

// Each island is its own chunk, fetched only by pages that carry its attribute.
const islands: [selector: string, load: () => Promise<Island>][] = [
	["[data-autosave]", () => import("./autosave.ts")],
	["[data-presence]", () => import("./presence.ts")],
	["textarea[data-editor]", () => import("./editor.ts")],
	["[data-guard]", () => import("./guard.ts")],
	["[data-pdf]", () => import("./pdf-view.ts")],
	["[data-check-file]", () => import("./check-file.ts")],
	["[data-passkey]", () => import("./passkey.ts")],
	["[data-countdown]", () => import("./countdown.ts")],
	["body", () => import("./connection.ts")],
];

const mounted = new WeakMap<HTMLElement, Set<string>>();

function mountIslands(): void {
	for (const [selector, load] of islands) {
		for (const element of document.querySelectorAll<HTMLElement>(selector)) {
			const seen = mounted.get(element) ?? new Set();
			if (seen.has(selector)) continue;
			mounted.set(element, seen.add(selector));
			void load().then((island) => island.mount(element));
		}
	}
}

let visits = 0;

function arrive(): void {
	mountIslands();
	focusWhatMatters(visits > 0);
	visits += 1;
}

// Ctrl-K (or Cmd-K) goes to search, and only there: no other key does anything by itself.
document.addEventListener("keydown", (event) => {
	if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
	const search = document.querySelector<HTMLInputElement>("[data-search]");
	if (!search) return;
	event.preventDefault();
	search.focus();
	search.select();
});

// A link within the page is the browser's: Turbo would fetch the page anew, and what was typed in its form would be gone.
document.addEventListener("turbo:click", (event) => {
	const link = event.target;
	if (!(link instanceof HTMLAnchorElement) || !link.hash) return;
	if (link.pathname + link.search === location.pathname + location.search) event.preventDefault();
});

// Turbo renews the body and not the attributes of the document: from one portal's frame to another the mood comes along here.
document.addEventListener("turbo:render", () => {
	const mood = /\bmood-(\w+)/.exec(document.body.className)?.[1];
	if (mood) document.documentElement.dataset.mood = mood;
});
document.addEventListener("turbo:load", arrive);
// A form that came back with errors is rendered without a load.
document.addEventListener("turbo:render", arrive);
Turbo.start();
