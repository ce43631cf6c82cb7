import { enforceFresh } from "../accounts/factor.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { type Decision, enforce, every, yes } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { sql } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { Stale } from "../platform/web/page.ts";
import { nameOf, type Source } from "./form.ts";
import { type CandidateData, candidateData } from "./queries.server.ts";
import { keptFields, mayHoldAll } from "./rules.ts";
import { storeTokens, tokensOf } from "./tokens.server.ts";

export interface Changes {
	readonly candidate: string;
	readonly rowVersion: number;
	/** All declared fields as they should be now; an empty one is taken away. */
	readonly fields: Readonly<Record<string, string>>;
	/** Who provided what changed; what did not change keeps its own source. */
	readonly source: Source;
}

/** May a candidate on these types of assignment have these fields? Each must be declared by at least one of them (R2.1). */
export function mayHoldAny(names: readonly string[], types: readonly AssignmentTypeId[]): Decision {
	const answers = names.map((name) => {
		const each = types.map((type) => mayHoldAll([name], type));
		return each.find((answer) => answer.allowed) ?? each[0] ?? mayHoldAll(["?"], "coaching");
	});
	return every(yes("R2.1"), ...answers);
}

/** The newest value of each field, whatever assignment it was asked for. */
export function valuesOf(data: Pick<CandidateData, "fields">): Record<string, { value: string; source: Source }> {
	return Object.fromEntries(data.fields.map((one) => [one.field, { value: one.value, source: one.source }]));
}

/** Changes what is registered of a candidate. Throws Stale when somebody else changed it since the form was opened. Another e-mail address asks a fresh factor. */
export async function updateCandidate(by: Acting, { candidate, rowVersion, fields, source }: Changes): Promise<void> {
	const now = by.now();
	const data = await candidateData(by, candidate);
	const types = [...new Set(data.trajectories.map((one) => one.type))];
	// The invitation to the portal goes there.
	if ((fields.email ?? "") !== (valuesOf(data).email?.value ?? "")) enforceFresh(by);
	const name = nameOf(fields);
	const tokens = await tokensOf(by.keys, { name, email: fields.email, phone: fields.phone });
	await by.act(
		candidate,
		"registration",
		{ action: "update", object: ["candidate", candidate], clause: "R3.a" },
		async (tx, seal) => {
			enforce(may(by.actor.roles, "registration.write"));
			enforce(mayHoldAny(Object.keys(fields), types));
			const sealed = await seal("candidate", candidate, candidate, { name: JSON.stringify(name) });
			const { numUpdatedRows } = await tx
				.updateTable("app.candidate")
				.set({ name: sealed.name, language: fields.language === "en" ? "en" : "nl", row_version: sql`row_version + 1` })
				.where("id", "=", candidate)
				.where("row_version", "=", rowVersion)
				.executeTakeFirst();
			if (numUpdatedRows !== 1n) throw new Stale();
			await storeTokens(tx, { id: candidate, kind: "candidate" }, tokens);
			for (const type of types) await changeFields(tx, seal, by, { data, type, fields, source }, now);
		},
	);
}

async function changeFields(
	tx: Tx,
	seal: Sealer,
	by: Acting,
	to: { data: CandidateData; type: AssignmentTypeId; fields: Changes["fields"]; source: Source },
	now: Date,
): Promise<void> {
	const candidate = to.data.id;
	for (const field of keptFields(to.type)) {
		const value = to.fields[field] ?? "";
		const row = to.data.fields.find((one) => one.field === field && one.assignment_type === to.type);
		if (value === (row?.value ?? "")) continue;
		if (row && !value) {
			await tx.deleteFrom("app.candidate_field").where("id", "=", row.id).execute();
			continue;
		}
		const id = row?.id ?? by.chance.uuid();
		const sealed = await seal("candidate_field", id, candidate, { value });
		const said = { value: sealed.value, source: to.source, updated_at: now, updated_by: by.actor.id };
		if (row) await tx.updateTable("app.candidate_field").set(said).where("id", "=", id).execute();
		else
			await tx
				.insertInto("app.candidate_field")
				.values({ id, subject_id: candidate, assignment_type: to.type, field, ...said })
				.execute();
	}
}
