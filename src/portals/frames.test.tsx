import AxeBuilder from "@axe-core/playwright";
import { Hono } from "hono";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser, type TestBrowser } from "../../test/browser.ts";
import { StaffGuide } from "../ui/styleguide.tsx";
import { PortalGuide, PublicGuide, ReportGuide } from "../ui/styleguide-reading.tsx";
import type { Lang } from "../ui/text.ts";
import { CandidateFrame } from "./candidate.tsx";
import { PublicFrame } from "./public.tsx";
import { StaffFrame } from "./staff.tsx";

const staffMenu = [
	{ href: "/", label: "Vandaag", count: 4 },
	{ href: "/kandidaten", label: "Kandidaten" },
	{ href: "/opdrachtgevers", label: "Opdrachtgevers" },
	{ href: "/rapportages", label: "Rapportages" },
	{ href: "/privacy", label: "Privacy" },
	{ href: "/beheer", label: "Beheer" },
];
const portalMenu = [
	{ href: "/mijn", label: "Start" },
	{ href: "/mijn/rapportages", label: "Verslagen", count: 1 },
	{ href: "/mijn/toestemmingen", label: "Toestemmingen" },
	{ href: "/mijn/dagboek", label: "Wie keek en ontving" },
	{ href: "/mijn/gegevens", label: "Mijn gegevens" },
];

const app = new Hono();
app.get("/:lang/:what", (context) => {
	const lang = context.req.param("lang") as Lang;
	const bits = { lang, path: context.req.path, nonce: "test", csrf: "token", demo: true, agency: "Re-integratiebureau De Brug" };
	const staff = {
		...bits,
		title: "Gids",
		menu: staffMenu,
		active: "/kandidaten",
		name: "Anna de Boer",
		role: "coach",
		search: "",
	};
	const pages = {
		staff: () => (
			<StaffFrame {...staff}>
				<StaffGuide />
			</StaffFrame>
		),
		report: () => (
			<StaffFrame {...staff}>
				<ReportGuide />
			</StaffFrame>
		),
		portal: () => (
			<CandidateFrame {...bits} title="Start" menu={portalMenu} active="/mijn" name="Mehmet Yıldırım">
				<PortalGuide />
			</CandidateFrame>
		),
		public: () => (
			<PublicFrame
				{...bits}
				title="Privacyreglement"
				active="/reglement"
				particulars={["Kade 12, 8000 AA Zwolle", "038 123 45 67"]}
			>
				<PublicGuide />
			</PublicFrame>
		),
	};
	const page = pages[context.req.param("what") as keyof typeof pages];
	return page ? context.html(page()) : context.notFound();
});

let browser: TestBrowser;
beforeAll(async () => {
	browser = await startBrowser(app);
});
afterAll(() => browser.close());

// In the dark only the colours differ. What candidates read has 7:1.
async function violations(page: Page, kind: string, coloursOnly: boolean): Promise<string[]> {
	const colours = kind === "portal" || kind === "public" ? ["color-contrast", "color-contrast-enhanced"] : ["color-contrast"];
	const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	// Violations only, and legacy mode: the pages hold no frames, and this is many times quicker.
	const axe = () => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
	const runs = [axe().withRules(colours), ...(coloursOnly ? [] : [axe().withTags(tags)])];
	const found: string[] = [];
	for (const run of runs) {
		for (const one of (await run.analyze()).violations)
			found.push(`${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
	}
	return found;
}

describe("frames and building blocks in a real browser", () => {
	const looks = [
		{ width: 320, colorScheme: "light", lang: "nl" },
		{ width: 768, colorScheme: "light", lang: "en" },
		{ width: 1280, colorScheme: "light", lang: "nl" },
		{ width: 320, colorScheme: "dark", lang: "nl" },
		{ width: 1280, colorScheme: "dark", lang: "nl" },
	] as const;
	for (const kind of ["staff", "report", "portal", "public"]) {
		test(`${kind}: no violation of WCAG 2.2 AA, nothing wider than the screen, light and dark`, {
			timeout: 120_000,
		}, async () => {
			for (const { width, colorScheme, lang } of looks) {
				const { page, complaints } = await browser.open(`/${lang}/${kind}`, { colorScheme, viewport: { width, height: 900 } });
				// For looking at: name a folder and every screen is pictured there.
				const picture = process.env.PICTURES && `${process.env.PICTURES}/${kind}-${colorScheme}-${width}.png`;
				if (picture) await page.screenshot({ path: picture, fullPage: true });
				if (width !== 768) expect(await violations(page, kind, colorScheme === "dark")).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
				expect(complaints).toEqual([]);
				await page.context().close();
			}
		});
	}

	test("without script the menu of a phone opens and every link in it can be reached", async () => {
		const { page } = await browser.open("/nl/staff", { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
		await page.click(".menu > summary");
		await expect.poll(() => page.locator(".menu-body nav a").count()).toBe(staffMenu.length);
		await expect.poll(() => page.locator(".menu-body a", { hasText: "Privacy" }).isVisible()).toBe(true);
	});

	test("Ctrl-K goes to search, and the errors of a form take the focus", async () => {
		const { page } = await browser.open("/nl/staff");
		await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-error-summary"))).toBe(true);
		await page.keyboard.press("Control+k");
		await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("zoek");
	});

	test("targets are at least 24 pixels for staff and 44 in the portal, save links within a sentence", async () => {
		for (const [kind, least] of [
			["staff", 24],
			["portal", 44],
			["public", 44],
		] as const) {
			const { page } = await browser.open(`/nl/${kind}`, { viewport: { width: 390, height: 844 } });
			const small = await page.evaluate((size) => {
				const all = [
					...document.querySelectorAll<HTMLElement>(
						"button, nav a, .button, select, summary, input:not([type=hidden], [type=radio], [type=checkbox])",
					),
				];
				return all
					.filter((item) => item.checkVisibility() && item.getBoundingClientRect().height < size)
					.map((item) => item.outerHTML.slice(0, 100));
			}, least);
			expect(small).toEqual([]);
			await page.context().close();
		}
	});
});
