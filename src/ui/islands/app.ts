import * as Turbo from "@hotwired/turbo";

// Each island is its own chunk, fetched only by pages that carry its attribute.
const islands: [selector: string, load: () => Promise<{ mount: (element: HTMLElement) => void }>][] = [];

function mountIslands(): void {
	for (const [selector, load] of islands) {
		for (const element of document.querySelectorAll<HTMLElement>(`${selector}:not([data-mounted])`)) {
			element.dataset.mounted = "true";
			void load().then((island) => island.mount(element));
		}
	}
}

document.addEventListener("turbo:load", mountIslands);
Turbo.start();
