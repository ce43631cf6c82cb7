import { z } from "zod";
import { say } from "../platform/web/page.ts";

const trajectory = z.uuid();

/** What is done with the number of one trajectory. That what is typed is one, the rule says (R2.1). */
export const bsnForm = z.discriminatedUnion("do", [
	z.object({
		do: z.literal("record"),
		request_id: z.uuid(),
		trajectory,
		number: z
			.string()
			.trim()
			.min(1, say("Vul het nummer in.", "Enter the number."))
			.max(20, say("Dit is te lang.", "This is too long.")),
		row_version: z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1)]).default(null),
	}),
	z.object({ do: z.literal("show"), trajectory }),
	z.object({ do: z.literal("remove"), trajectory, row_version: z.coerce.number().int().min(1) }),
]);
