import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bitsOf, bloomName } from "../src/accounts/known-passwords.ts";

// Makes the filter of known passwords from lists, given as files: one a line, or a JSON array. docs/decisions/010 says which were used.
//   node db/known-passwords.ts <list> …

const shortest = 8;
const bitsEach = 14.4; // one wrong yes in a thousand, with ten probes

const lists = process.argv.slice(2).map((path) => {
	const text = readFileSync(path, "utf8");
	return (path.endsWith(".json") ? (JSON.parse(text) as string[]) : text.split("\n")).map((line) => line.trim());
});
const passwords = new Set(
	lists
		.flat()
		.map((one) => one.normalize("NFKC").toLowerCase())
		.filter((one) => [...one].length >= shortest),
);
const filter = Buffer.alloc(Math.ceil((passwords.size * bitsEach) / 8));
for (const password of passwords) {
	for (const bit of bitsOf(password, filter.length * 8)) filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7));
}
writeFileSync(join(import.meta.dirname, "../src/accounts", bloomName), filter);
console.log(`${passwords.size} passwords, ${filter.length} bytes`);
