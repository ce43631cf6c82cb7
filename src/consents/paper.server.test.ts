import { describe, expect, it } from "vitest";
import { askingConsent } from "../../test/asking-consent.ts";
import { NotAllowed } from "../law/decision.ts";
import { FieldErrors, NotFound, Stale } from "../platform/web/page.ts";
import { confirmPaperConsent, registerPaperConsent, rejectPaperConsent, scanned } from "./paper.server.ts";

const { house, its, anna, asked, row, answer, inForce, leavesNothing } = askingConsent();

describe("R8.1 — on paper", () => {
	const scan = new TextEncoder().encode("%PDF-1.7\nhandtekening\n%%EOF\n");
	const paper = async (consent: string, change: object = {}) => {
		const { number, hash } = await row(consent);
		return {
			...{ id: crypto.randomUUID(), candidate: its().candidate, consent, typed: { number, hash: hash.slice(0, 8) } },
			...{ signedOn: "2026-11-23", scan, ...change },
		};
	};
	const judged = async (consent: string) => {
		const { number, hash } = await row(consent);
		return { id: crypto.randomUUID(), candidate: its().candidate, consent, typed: { number, hash: hash.slice(0, 8) } };
	};

	it("R8.1 — registered by one and confirmed by another it is in force, and not before", async () => {
		const id = await asked();
		const registered = await paper(id);
		await registerPaperConsent(anna(), registered);
		await registerPaperConsent(anna(), registered);
		expect(await inForce()).toBeUndefined();
		await leavesNothing(async () => confirmPaperConsent(anna(), await judged(id)), NotAllowed);
		const confirm = await judged(id);
		await confirmPaperConsent(house().as("fenna"), confirm);
		expect(await inForce()).toEqual({ id });
		const [kept] = await house().rows<{ scan: Buffer }>("select scan from app.consent_event where id = $1", [registered.id]);
		expect(kept?.scan.toString("latin1")).not.toContain("handtekening");
		expect(Buffer.from((await scanned(anna(), its().candidate, id, registered.id)).scan).toString()).toContain("handtekening");
	});

	it("R8.1 — another number, another fingerprint, a day that cannot be, or a file that is no scan: refused, and nothing is left", async () => {
		const id = await asked();
		const { number, hash } = await row(id);
		for (const [change, error] of [
			[{ typed: { number: "AAAA-BBBB-CCCC", hash: hash.slice(0, 8) } }, NotAllowed],
			[{ typed: { number, hash: "00000000" } }, NotAllowed],
			[{ signedOn: "2026-11-24" }, NotAllowed],
			[{ signedOn: "2026-11-22" }, NotAllowed],
			[{ scan: new TextEncoder().encode("<script>alert(1)</script>") }, FieldErrors],
			[{ scan: new TextEncoder().encode("%PDF-1.7 afgebroken") }, FieldErrors],
			[{ scan: Buffer.concat([Buffer.from("%PDF-1.7"), Buffer.alloc(8 * 1024 * 1024), Buffer.from("%%EOF")]) }, FieldErrors],
		] as const)
			await leavesNothing(async () => registerPaperConsent(anna(), await paper(id, change)), error);
	});

	it("R8.1 — the second person sees that one question while it lies with them, and nothing before or after", async () => {
		const id = await asked();
		const sees = () =>
			house()
				.as("fenna")
				.act(its().candidate, "reporting", { action: "check" }, (tx) => tx.selectFrom("app.consent").select("id").execute())
				.then((rows) => rows.map((one) => one.id));
		expect(await sees()).toEqual([]);
		const registered = await paper(id);
		await registerPaperConsent(anna(), registered);
		expect(await sees()).toEqual([id]);
		await rejectPaperConsent(house().as("fenna"), { ...(await judged(id)), note: "Geen handtekening." });
		expect(await sees()).toEqual([]);
		expect(await row(id)).toMatchObject({ state: "asked" });
		await expect(scanned(house().as("fenna"), its().candidate, id, registered.id)).rejects.toThrow(NotFound);
		await expect(scanned(house().as("bram"), its().candidate, id, registered.id)).rejects.toThrow(NotFound);
		await registerPaperConsent(anna(), await paper(id));
		expect(await row(id)).toMatchObject({ state: "registered" });
	});

	it("R8.1 — two who answer at once: one answer counts", async () => {
		const id = await asked();
		const both = await Promise.allSettled([answer(id), registerPaperConsent(anna(), await paper(id))]);
		const lost = both.filter((one) => one.status === "rejected").map((one) => one.reason);
		expect(lost).toHaveLength(1);
		expect(lost[0] instanceof Stale || lost[0] instanceof NotAllowed).toBe(true);
	});
});
