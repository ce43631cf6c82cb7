import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestHouse, testHouse } from "./people.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

it("R1.2 — each coach finds their own candidate and not the other's; back office finds the headers of both", async () => {
	const names = async (who: "anna" | "bram" | "bea" | "finn") =>
		(
			await house
				.as(who)
				.list("registration", { action: "list" }, async (tx, sealed) =>
					(
						await tx.selectFrom("app.candidate").select(["id", "name"]).execute()
					).map((row) => sealed("candidate", row.id, row.id, { name: row.name })),
				)
		)
			.map((row) => JSON.parse(row.name).given)
			.sort();
	expect(await names("anna")).toEqual(["Mehmet"]);
	expect(await names("bram")).toEqual(["Sofie"]);
	expect(await names("bea")).toEqual(["Mehmet", "Sofie"]);
	expect(await names("finn")).toEqual([]);
});

it("R5.1 — a candidate sees their own trajectory and not another's", async () => {
	const mine = await house
		.asCandidate("mehmet")
		.read(house.worlds.mehmet.candidate, "portal", { action: "view" }, (tx) =>
			tx.selectFrom("app.trajectory").select("id").execute(),
		);
	expect(mine).toEqual([{ id: house.worlds.mehmet.trajectory }]);
});
