import { version20261101 } from "./2026-11-01.ts";
import type { RegulationVersion } from "./shape.ts";

/** Every version there has been, oldest first. A version that was in force is never edited; a new one follows it. */
export const versions: readonly [RegulationVersion, ...RegulationVersion[]] = [version20261101];
