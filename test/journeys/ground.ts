import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

// What journeys ask of the ground under the house: its own superuser, and the files on disk.
function superuser(data: string): pg.ClientConfig {
	const password = readFileSync(join(data, "secrets", "postgres.password"), "utf8").trim();
	return { host: join(data, "run", "postgres"), port: 5432, user: "postgres", password };
}

/** Sets the time to undo to nothing, so that a journey need not wait ten minutes; logged like any change. */
export async function noTimeToUndo(data: string): Promise<void> {
	const session = new pg.Client({ ...superuser(data), database: "spoor" });
	await session.connect();
	await session.query(`do $$ begin
		perform set_config('app.actor', '00000000-0000-0000-0000-000000000001', true);
		perform set_config('app.entry', audit.append('system', '{}', null, null, '{}', '{}', 'update', null, null, 'reporting', null, null, 'allowed', null, null)::text, true);
		update app.agency set undo_seconds = 0;
	end $$`);
	await session.end();
}

/** Which of these words stand in the clear (as text, UTF-16, hex or base64) in any file of database, key store or logs. */
export async function clearFilesHold(data: string, words: readonly string[]): Promise<string[]> {
	const session = new pg.Client({ ...superuser(data), database: "postgres" });
	await session.connect();
	await session.query("checkpoint");
	await session.end();
	const forms = words.flatMap((word) =>
		[
			Buffer.from(word),
			Buffer.from(word, "utf16le"),
			Buffer.from(Buffer.from(word).toString("hex")),
			Buffer.from(Buffer.from(word).toString("base64").slice(0, -4)),
		].map((form) => ({ word, form })),
	);
	const found = new Set<string>();
	for (const folder of ["pg", "keys", "logs", "postgres.log"]) {
		for (const file of filesIn(join(data, folder))) {
			const bytes = readFileSync(file);
			for (const { word, form } of forms) if (bytes.includes(form)) found.add(`${word} in ${file}`);
		}
	}
	return [...found];
}

function filesIn(path: string): string[] {
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		const inside = join(path, entry.name);
		if (entry.isDirectory()) return filesIn(inside);
		return entry.isFile() ? [inside] : [];
	});
}
