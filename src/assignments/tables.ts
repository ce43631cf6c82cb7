import type { At, Made } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.report_settings": {
			id: string;
			assignment_id: string;
			settings: unknown;
			reason: string;
			set_at: At;
			set_by: string;
			n: Made<string>;
		};
	}
}
