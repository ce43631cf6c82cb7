import { serveBaseline } from "./plain.ts";

// The baseline's own process; told its database connection by the bench.
await serveBaseline(JSON.parse(process.env.BASELINE ?? "{}"), process.env.BASELINE_NAMED === "1");
