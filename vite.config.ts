import { globSync } from "node:fs";
import { defineConfig } from "vite";

const named = (paths: string[]) =>
	Object.fromEntries(paths.map((path) => [(path.split("/").at(-1) ?? path).replace(/\.ts$/, ""), path]));

// `vite build --app` makes both: the browser's islands and styles, then the processes' roots.
export default defineConfig({
	appType: "custom",
	publicDir: false,
	base: "/assets/",
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	builder: {},
	environments: {
		client: {
			build: {
				outDir: "dist/assets",
				emptyOutDir: true,
				manifest: "manifest.json",
				assetsDir: "",
				modulePreload: false,
				// The content policy knows no data: addresses.
				assetsInlineLimit: 0,
				cssTarget: ["chrome123", "firefox121", "safari17.5"],
				// The editor and the PDF reader are large, and fetched only where they are used.
				chunkSizeWarningLimit: 600,
				rolldownOptions: {
					checks: { pluginTimings: false },
					input: ["src/ui/islands/app.ts", "src/ui/styles/spoor.css"],
				},
			},
		},
		ssr: {
			build: {
				ssr: true,
				outDir: "dist",
				emptyOutDir: false,
				minify: false,
				sourcemap: true,
				target: "node24",
				rolldownOptions: {
					checks: { pluginTimings: false },
					input: named(globSync(["src/{start,server,worker,keys,renderer,catcher,backup,restore,care}.ts", "db/seed.ts"])),
					output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js" },
				},
			},
		},
	},
});
