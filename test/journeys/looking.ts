import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The widths of a desk, and of that same desk at 400 % (1280 pixels become 320), or a small phone. */
const widths = [1280, 320] as const;

// Without frames to look into and with no more reported than what is wrong, it takes a fifth of the time; half a megabyte of axe goes in
// once a page. Targets of 24 pixels (WCAG 2.2) are off by default, as is that what is seen of a name is in what is read out.
async function axe(page: Page, only?: readonly string[]): Promise<string[]> {
	const there = await page.evaluate(() => "axe" in window);
	const { violations } = await new AxeBuilder({ page, ...(there && { axeSource: "void 0" }) })
		.setLegacyMode(true)
		.options({
			resultTypes: ["violations"],
			iframes: false,
			preload: false,
			...(only
				? { runOnly: { type: "rule", values: [...only] } }
				: { rules: { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } } }),
		})
		.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** What is wider than the page, hangs over its edge, is cut off, or runs out of its box. A box that scrolls by itself may. */
async function layout(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const wrong = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
		const look = (one: Element, scrolls: boolean): void => {
			if (one.matches(".skip, .textLayer, svg, canvas, input, select, textarea")) return;
			const { overflowX, overflowY, display, clipPath } = getComputedStyle(one);
			// What is only for a screen reader is clipped away on purpose.
			if (clipPath !== "none" || display === "none") return;
			const { width, height, left, right } = one.getBoundingClientRect();
			if (width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) {
				const name = one.outerHTML.slice(0, 100);
				if (!scrolls && (right > clientWidth + 1 || left < -1)) wrong.push(`hangs over the edge: ${name}`);
				const tooWide = one.scrollWidth > one.clientWidth + 1;
				if (/hidden|clip/.test(overflowX + overflowY) && (tooWide || one.scrollHeight > one.clientHeight + 1))
					wrong.push(`is cut off: ${name}`);
				const text = [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim());
				if (text && tooWide && !scrolls && overflowX === "visible" && display !== "inline")
					wrong.push(`runs out of its box: ${name}`);
			}
			for (const child of one.children) look(child, scrolls || /auto|scroll/.test(overflowX));
		};
		for (const one of document.body.children) look(one, false);
		return wrong.slice(0, 5);
	});
}

// WCAG 1.4.12: a reader's own spacing, as wide as the norm asks a page to bear.
const spacious = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
	p { margin-bottom: 2em !important }`;

async function spaced(page: Page): Promise<string[]> {
	await page.evaluate((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets = [sheet];
	}, spacious);
	const wrong = await layout(page);
	await page.evaluate(() => {
		document.adoptedStyleSheets = [];
	});
	return wrong.map((one) => `with wide spacing ${one}`);
}

/** The page as it stands, at one width: nothing cut off, with the reader's own spacing neither. */
export async function fits(page: Page, width: number): Promise<string[]> {
	await page.setViewportSize({ width, height: 1024 });
	return [...(await layout(page)), ...(await spaced(page))].map((one) => `${width} wide: ${one}`);
}

/** The rules of axe that another palette can break. The rest judge what is there and how it is named: that is the same in the dark. */
const ofColour = ["color-contrast", "link-in-text-block"] as const;

/** What stands in somebody's way on the page as it stands: wide and narrow, all of axe in light, and its rules of colour in the dark. */
export async function looksWrong(page: Page): Promise<string[]> {
	const wrong: string[] = [];
	for (const width of widths) {
		await page.emulateMedia({ colorScheme: "light" });
		wrong.push(...(await fits(page, width)));
		wrong.push(...(await axe(page)).map((one) => `light, ${width} wide: ${one}`));
		await page.emulateMedia({ colorScheme: "dark" });
		wrong.push(...(await axe(page, ofColour)).map((one) => `dark, ${width} wide: ${one}`));
	}
	return wrong;
}

/** As the short run looks: at one width in light, and for reflow at the other. */
export async function glance(page: Page): Promise<string[]> {
	const narrow = await fits(page, 320);
	await page.setViewportSize({ width: 1280, height: 1024 });
	return [...narrow, ...(await axe(page))];
}

// Words that no English sentence holds. What people wrote themselves, and names, stay as they are.
const dutch = /\b(het|een|niet|voor|naar|zijn|wordt|jouw|kandidaten|gegevens|begeleider|aanmelden|bewaar|vandaag|kies|zoek)\b/i;
const ownWords = "h1, h2, legend, label, button, summary, th, dt, nav a, .hint, .badge, .notice, .empty, .button";

/** The Dutch on a page that should be English. */
export async function dutchOn(page: Page): Promise<string[]> {
	const words = await page
		.locator(ownWords)
		.evaluateAll((all) =>
			all.filter((one) => !one.closest("[lang=nl]")).map((one) => (one as HTMLElement).innerText.replace(/\s+/g, " ")),
		);
	// What UWV calls its services is a name.
	const others = [...new Set(words)].filter((text) => dutch.test(text.replace(/UWV Naar werk/g, "")));
	return others.map((text) => `Dutch: ${text}`);
}
