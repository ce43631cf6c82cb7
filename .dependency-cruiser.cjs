// The house's import rules (docs: the house). `bin/test` fails on the first breach.
const ROOTS = "^src/(server|worker|keys|renderer|catcher|start|clause|backup|restore|care)\\.ts$";
const TEST = "\\.(test|testing)\\.tsx?$";
const SHARED = "law/|platform/|ui/|portals/";
const FEATURE = `^src/(?!${SHARED})([^/]+)/`;
module.exports = {
	forbidden: [
		{
			name: "law-stands-alone",
			comment: "The law is data and pure functions: no framework, no database, no npm.",
			severity: "error",
			from: { path: "^src/law/", pathNot: TEST },
			to: { pathNot: "^src/law/" },
		},
		{
			name: "rules-are-pure",
			comment: "rules.ts may use the law and other rules.ts, nothing that does I/O.",
			severity: "error",
			from: { path: "/rules\\.ts$" },
			to: { pathNot: "^src/law/|/rules\\.ts$" },
		},
		{
			name: "platform-knows-no-feature",
			severity: "error",
			from: { path: "^src/platform/", pathNot: TEST },
			to: { path: "^src/", pathNot: "^src/(platform|law)/" },
		},
		{
			name: "ui-knows-nothing",
			severity: "error",
			from: { path: "^src/ui/", pathNot: TEST },
			to: { path: "^src/", pathNot: "^src/ui/" },
		},
		{
			name: "portals-are-the-top",
			comment: "Only the roots may import a portal: routes.ts gives each page its frame.",
			severity: "error",
			from: { path: "^src/[^/]+/", pathNot: `^src/portals/|${TEST}` },
			to: { path: "^src/portals/" },
		},
		{
			name: "no-reaching-into-another-features-screens-or-jobs",
			severity: "error",
			from: { path: FEATURE, pathNot: TEST },
			to: { path: `^src/(?!${SHARED})([^/]+)/(pages/|jobs\\.server)`, pathNot: "^src/$1/" },
		},
		{
			name: "one-door-out",
			comment: "Only disclosures/ may touch mail, storage links or any other way out; the worker passes it the sender.",
			severity: "error",
			from: { path: "^src/", pathNot: `^src/(disclosures|platform/outbound)/|^src/worker\\.ts$|${TEST}` },
			to: { path: "^src/platform/outbound/", pathNot: "^src/platform/outbound/time-stamp\\.ts$" },
		},
		{
			name: "the-server-asks-for-time",
			comment: "A time-stamp authority gets a hash and no data; only the web process, which freezes reports, asks it.",
			severity: "error",
			from: { path: "^src/", pathNot: `^src/server\\.ts$|${TEST}` },
			to: { path: "^src/platform/outbound/time-stamp\\.ts$" },
		},
		{
			name: "recipient-sees-disclosures-only",
			comment: "A recipient screen shows what was disclosed; it has no path to a dossier.",
			severity: "error",
			from: { path: "/pages/recipient-" },
			to: { path: "^src/", pathNot: "^src/(disclosures|ui|law|platform)/" },
		},
		{
			name: "disclosures-know-no-dossier",
			comment:
				"Closes the rule above transitively: the door does not reach back into the house. Whether a consent is in force it asks itself.",
			severity: "error",
			from: { path: "^src/disclosures/", pathNot: TEST },
			to: { path: "^src/", pathNot: "^src/(disclosures|law|platform|ui)/|^src/consents/facts\\.server\\.ts$" },
		},
		{
			name: "consent-facts-stand-alone",
			comment: "The door asks them, so they know no more of the house than the door does.",
			severity: "error",
			from: { path: "^src/consents/(facts\\.server|rules|tables)\\.ts$" },
			to: { path: "^src/", pathNot: "^src/(law|platform)/|^src/consents/(facts\\.server|rules|tables)\\.ts$" },
		},
		{
			name: "no-way-from-health-into-a-report",
			comment: "What a doctor wrote, and what somebody has, gets into a report in a person's own words only (R8.3).",
			severity: "error",
			from: { path: "^src/(reports|disclosures|exceptions|reporting-agreements|dossiers)/", pathNot: TEST },
			to: { path: "^src/(health|bsn)/", reachable: true },
		},
		{
			name: "recipient-screen-reaches-no-dossier",
			severity: "error",
			from: { path: "/pages/recipient-" },
			to: { path: "^src/(?!disclosures/|ui/|law/|platform/)", reachable: true },
		},
		{
			name: "database-driver-only-in-platform",
			severity: "error",
			from: { path: "^src/", pathNot: `^src/platform/|${TEST}` },
			to: { path: "node_modules/(pg|kysely|graphile-worker)/", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "network-only-in-outbound",
			comment:
				"Keys, renderer and a virus scanner speak over unix sockets, the catcher on the loopback; the roots listen. web/network.ts only counts with addresses.",
			severity: "error",
			from: {
				path: "^src/",
				pathNot: `^src/platform/((outbound|keys|pdf|catcher|scanning)/|web/network[.]ts$)|${ROOTS}|${TEST}`,
			},
			to: {
				path: "^(node:)?(http|https|http2|net|tls|dgram)$|node_modules/(nodemailer|smtp-server|undici|axios|@aws-sdk)/",
				dependencyTypesNot: ["type-only"],
			},
		},
		{
			name: "nothing-imports-a-root",
			severity: "error",
			from: {},
			to: { path: ROOTS },
		},
		{
			name: "the-renderer-has-no-database-and-no-keys",
			severity: "error",
			from: { path: "^src/renderer\\.ts$" },
			to: { path: "^src/platform/(db\\.server|keys/|postgres/)|node_modules/(pg|kysely)/", reachable: true },
		},
		{ name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
		{
			name: "no-orphans",
			severity: "error",
			from: { orphan: true, pathNot: `${TEST}|\\.d\\.ts$|${ROOTS}` },
			to: {},
		},
		{ name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
	],
	options: {
		tsConfig: { fileName: "tsconfig.json" },
		tsPreCompilationDeps: true,
		doNotFollow: { path: "node_modules" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default"],
			extensions: [".ts", ".tsx", ".js"],
		},
	},
};
