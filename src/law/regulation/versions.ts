/** The versions of the regulation and since when each is in force (Amsterdam calendar dates), oldest first. */
export const regulationVersions = [{ version: "2026-11-01", inForceFrom: "2026-11-01" }] as const;
