import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { dumpSchema } from "../schema.ts";

let database: FreshDatabase;
beforeAll(async () => {
	database = await freshDatabase();
});
afterAll(() => database.drop());

// After a migration: UPDATE_SCHEMA=1 vitest run test/house/schema.test.ts
it("R10.1 — db/schema.sql is what the migrations make", async () => {
	const dumped = await dumpSchema(database.superuser);
	if (process.env.UPDATE_SCHEMA === "1") writeFileSync("db/schema.sql", dumped);
	expect(dumped).toBe(readFileSync("db/schema.sql", "utf8"));
});
