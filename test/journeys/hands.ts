import type { Page } from "playwright-core";
import { expect } from "vitest";

type Stop = { name: string; kind: string; field: string; value: string; seen: string; forward: boolean };

// Many stops make a page; more than this is a circle that one does not get out of.
const FAR = 150;

/** Two hands on a keyboard: no mouse, and nothing filled in but by pressing keys where the focus is. */
export class Hands {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	/** Tabs on until what is called so (its words, or the name of its field). Every stop on the way is seen, uncovered and in order. */
	async to(what: string | RegExp): Promise<void> {
		for (let presses = 0; presses < FAR; presses++) {
			const stop = await this.next();
			if (stop && (stop.field === what || (typeof what === "string" ? stop.name === what : what.test(stop.name)))) return;
		}
		throw new Error(`Tab never came to ${what} on ${this.page.url()}`);
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/** Goes there and presses Enter. */
	async enter(what: string | RegExp): Promise<void> {
		await this.to(what);
		await this.press("Enter");
	}

	/** Goes to this field and types over what is in it. */
	async type(field: string, text: string): Promise<void> {
		await this.to(field);
		await this.press("ControlOrMeta+a");
		await this.page.keyboard.type(text);
	}

	/** The three boxes of a date, from YYYY-MM-DD. */
	async date(name: string, day: string): Promise<void> {
		const [year = "", month = "", date = ""] = day.split("-");
		await this.type(`${name}_day`, date);
		await this.type(`${name}_month`, month);
		await this.type(`${name}_year`, year);
	}

	/** Goes to these radio buttons or this list, and with the arrows to what `wanted` says of the value or the words. */
	async choose(name: string, wanted: RegExp): Promise<void> {
		await this.to(name);
		for (let presses = 0; presses < 60; presses++) {
			const { value, words, checked } = await this.page.evaluate(() => {
				const one = document.activeElement as HTMLInputElement | HTMLSelectElement;
				const words = one instanceof HTMLSelectElement ? one.selectedOptions[0]?.text : one.labels?.[0]?.textContent;
				return { value: one.value, words: words ?? "", checked: one instanceof HTMLSelectElement || one.checked };
			});
			if (wanted.test(value) || wanted.test(words)) {
				if (!checked) await this.press("Space");
				return;
			}
			await this.press("ArrowDown");
		}
		throw new Error(`The arrows never came to ${wanted} in ${name}`);
	}

	/** Tabs through the whole page: every control is reached, none keeps one. Begins at the top. */
	async through(): Promise<void> {
		await this.page.evaluate(() => {
			document.querySelector<HTMLElement>(".skip")?.focus();
			for (const one of document.querySelectorAll("[data-reached]")) one.removeAttribute("data-reached");
		});
		let presses = 0;
		const mark = () => this.page.evaluate(() => document.activeElement?.setAttribute("data-reached", ""));
		await mark();
		// Out at the end, into the browser's own bar, and there is no element with the focus.
		while (await this.next()) {
			await mark();
			presses += 1;
			if (presses > FAR) throw new Error(`Tab never came out of ${this.page.url()}`);
		}
		const missed = await this.page.evaluate(() => {
			const controls = "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable=true]";
			const grouped = (one: Element) =>
				one instanceof HTMLInputElement && one.type === "radio"
					? document.querySelector(`[name="${CSS.escape(one.name)}"][data-reached]`)
					: one.closest("[role=toolbar]")?.querySelector("[data-reached]");
			return [...document.querySelectorAll<HTMLElement>(controls)]
				.filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
				.filter((one) => !(one as HTMLButtonElement).disabled && !one.hasAttribute("data-reached") && !grouped(one))
				.map((one) => one.outerHTML.slice(0, 120));
		});
		expect(missed, `reached by Tab on ${this.page.url()}`).toEqual([]);
	}

	/** One stop further; undefined where Tab leaves the page. Fails where the focus is not to be seen, or goes back. */
	async next(): Promise<Stop | undefined> {
		await this.page.evaluate(() => Reflect.set(window, "before", document.activeElement));
		await this.press("Tab");
		const stop = await this.page.evaluate(() => {
			const one = document.activeElement as HTMLElement | null;
			if (!one || one === document.body || one === document.documentElement) return undefined;
			// Not by Tab, but by the page: the next one came meanwhile, and begins at its top.
			if (one.tabIndex < 0) return "arrived";
			const before = Reflect.get(window, "before") as Element | undefined;
			const style = getComputedStyle(one);
			const frame = one.isContentEditable ? getComputedStyle(one.closest(".editor") ?? one) : style;
			const drawn = one.isContentEditable
				? frame.borderTopStyle !== "none"
				: style.outlineStyle !== "none" && style.outlineWidth !== "0px";
			const { left, top, width, height } = one.getBoundingClientRect();
			const [x, y] = [left + width / 2, Math.min(Math.max(top + height / 2, 1), innerHeight - 1)];
			const there = document.elementFromPoint(x, y);
			const bare = there !== null && (one.contains(there) || there.contains(one) || there.closest("label")?.htmlFor === one.id);
			const inView = top < innerHeight && top + height > 0 && left < innerWidth && left + width > 0;
			const labels = (one as HTMLInputElement).labels?.[0]?.textContent;
			return {
				name: (one.getAttribute("aria-label") ?? labels ?? one.textContent ?? "").replace(/\s+/g, " ").trim(),
				kind: one.tagName.toLowerCase(),
				field: one.getAttribute("name") ?? "",
				value: (one as HTMLInputElement).value ?? "",
				seen: !drawn ? "has no outline" : !inView ? "is out of sight" : !bare ? `is under ${there?.outerHTML.slice(0, 80)}` : "",
				forward:
					!before?.isConnected || // of the page before
					before === document.body ||
					before.contains(one) ||
					one.classList.contains("skip") ||
					Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
			};
		});
		if (!stop) return undefined;
		if (stop === "arrived") return this.next();
		expect(stop.seen, `${stop.kind} "${stop.name}" with the focus on ${this.page.url()}`).toBe("");
		expect(stop.forward, `${stop.kind} "${stop.name}" comes after what had the focus on ${this.page.url()}`).toBe(true);
		return stop;
	}
}
