import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = Record<string, { file: string }>;

let manifest: Manifest | undefined;

/** The folder with built styles, scripts and fonts; the server serves it at /assets/ with names that never change content. */
export function assetsFolder(): string {
	// Bundled, this module lives in dist/; run from source it lives in src/ui/.
	const beside = join(import.meta.dirname, "assets");
	return existsSync(join(beside, "manifest.json")) ? beside : join(import.meta.dirname, "..", "..", "dist", "assets");
}

/** The URL of a built file by its source name, such as `src/ui/islands/app.ts`. Without a build (in tests) the name itself is the URL. */
export function assetUrl(source: string): string {
	manifest ??= load(assetsFolder());
	const built = manifest[source];
	if (built) return `/assets/${built.file}`;
	const name = source.slice(source.lastIndexOf("/") + 1);
	return `/assets/${name.replace(/\.ts$/, ".js")}`;
}

/** Takes the names of built files from another folder; a test that makes its own build needs it. */
export function useAssetsFrom(folder: string): void {
	manifest = load(folder);
}

function load(folder: string): Manifest {
	const path = join(folder, "manifest.json");
	return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Manifest) : {};
}
