import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { healthOf } from "../health.ts";
import type { Outcome } from "../self-test.server.ts";

/** What the web process serves besides its pages: for machines, and the same for everybody. Each has its row in the authorisation matrix. */
export function besides(app: Hono, parts: { health: () => Promise<Outcome[]>; assets: string; mark: () => string }): Hono {
	// For whoever watches the machine: that it works, or not, and no more than that.
	app.get("/healthz", async (context) => {
		const { status, body } = healthOf(await parts.health());
		return context.json(body, status, { "cache-control": "no-store" });
	});
	app.get(
		"/assets/*",
		serveStatic({
			root: parts.assets,
			rewriteRequestPath: (path) => path.slice("/assets".length),
			onFound: (_path, context) => context.header("cache-control", "public, max-age=31536000, immutable"),
		}),
	);
	// What a browser asks for by itself where no page names a mark: a PDF in a tab of its own.
	app.get("/favicon.ico", (context) => context.redirect(parts.mark()));
	return app;
}
