import type { At, AtOrNull } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"auth.passkey": {
			id: string;
			person_id: string;
			credential_id: Buffer;
			public_key: Buffer;
			counter: string;
			transports: string[];
			name: Buffer;
			backup_eligible: boolean;
			backed_up: boolean;
			created_at: At;
			last_used_at: AtOrNull;
			ended_at: AtOrNull;
		};
		"auth.vouching": {
			id: string;
			person_id: string;
			reason: Buffer;
			how: "inPerson" | "videoCall" | "knownNumber";
			asked_at: At;
			asked_by: string;
			expires_at: At;
			confirmed_at: AtOrNull;
			confirmed_by: string | null;
			ended_at: AtOrNull;
			ended_by: string | null;
		};
	}
}
