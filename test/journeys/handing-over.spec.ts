import { expect, test } from "vitest";
import { click, rowOf, signInAs, useChromium } from "./browser.ts";

const chromium = useChromium();

test("R1.2 — once a trajectory is handed over the coach of before finds nothing, and the new one finds it", async () => {
	const bram = await chromium.open("/aanmelden");
	await signInAs(bram, "Bram");
	await bram.goto("/kandidaten");
	await rowOf(bram, "Esra Kaya").getByRole("link").click();
	await bram.getByRole("heading", { name: "Esra Kaya" }).waitFor();

	const carla = await chromium.open("/aanmelden");
	await signInAs(carla, "Carla");
	await carla.goto("/trajecten/overdragen");
	await click(carla, "Bram Jansen");
	await carla.getByText("Welke trajecten?").waitFor();
	for (const box of await carla.getByRole("group", { name: "Welke trajecten?" }).getByRole("checkbox").all()) await box.uncheck();
	await click(carla, "Regel het");
	await carla.getByRole("alert").getByText("Kies ten minste één traject.").waitFor();
	await carla.getByLabel("Esra Kaya", { exact: true }).check();
	await carla.locator("[name=to]").selectOption({ label: "Yasmina el Idrissi" });
	await carla.getByLabel("Overdragen", { exact: true }).check();
	await carla.locator("[name=reason]").selectOption({ index: 1 });
	await click(carla, "Regel het");
	await carla.getByText("1 traject overgedragen.").waitFor();

	const path = new URL(bram.url()).pathname + new URL(bram.url()).search;
	await click(bram, /^Notities/);
	await bram.getByRole("heading", { name: "Niet gevonden" }).waitFor();
	await bram.goto("/kandidaten");
	expect(await rowOf(bram, "Esra Kaya").count()).toBe(0);

	const yasmina = await chromium.open("/aanmelden");
	await signInAs(yasmina, "Yasmina");
	await yasmina.goto(path);
	await yasmina.getByRole("heading", { name: "Esra Kaya" }).waitFor();
});

test("R1.2 — who is no coordinator hands nothing over", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bram");
	expect((await page.goto("/trajecten/overdragen"))?.status()).toBe(403);
	await page.getByText("Er is niets veranderd.").waitFor();
});
