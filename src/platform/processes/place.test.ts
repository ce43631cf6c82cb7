import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closedFolder, isRoot, ownedDirectory } from "./accounts.ts";
import { dataFolder, layOut } from "./place.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "spoor-place-"));
	chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const mode = (path: string) => (statSync(path).mode & 0o7777).toString(8);

test("R10.1 — a demonstration and a real agency keep their data apart", () => {
	expect(dataFolder("demo", folder, undefined)).toBe(join(folder, ".data/demo"));
	expect(dataFolder("agency", folder, undefined)).toBe(join(folder, ".data/agency"));
});

test("R10.1 — each folder is open to its own users only, and is put right when it was not", () => {
	layOut(folder);
	chmodSync(join(folder, "keys"), 0o777);
	layOut(folder);
	for (const own of ["secrets", "logs", "keys", "files", "mail"]) expect(mode(join(folder, own))).toBe("700");
	for (const through of [".", "run"]) expect(mode(join(folder, through))).toBe("711");
	for (const socket of ["keys", "renderer"]) expect(mode(join(folder, "run", socket))).toBe("2750");
	const owners = new Set(["keys", "files", "secrets"].map((name) => statSync(join(folder, name)).uid));
	expect(owners.size).toBe(isRoot ? 3 : 1);
});

test.runIf(isRoot)("R10.1 — a data folder that Spoor's users cannot reach is refused by name", () => {
	const shut = join(folder, "shut");
	mkdirSync(shut, { mode: 0o700 });
	expect(closedFolder(join(shut, "data"))).toBe(shut);
	expect(() => dataFolder("demo", folder, join(shut, "data"))).toThrow(`${shut} is closed`);
	ownedDirectory(shut, "root", "root", 0o711);
	expect(dataFolder("demo", folder, join(shut, "data"))).toBe(join(shut, "data"));
});
