import type { DataClass } from "../src/law/data-classes.ts";
import type { PurposeId } from "../src/law/purposes.ts";
import type { CandidateName, TestHouse } from "./people.ts";
import "../src/consents/tables.ts";

export interface LaidConsent {
	candidate?: CandidateName;
	kind?: "disclose" | "noObjection";
	dataClasses?: readonly DataClass[];
	purpose?: PurposeId;
	/** What the recipient was when it was asked. */
	recipientType?: string;
	expiresOn?: string;
	textVersion?: string;
	/** SHA-256 (hex) of the one document it is for. */
	document?: string;
	/** Null: asked and not answered. */
	answer?: "given" | "refused" | null;
}

/** For tests: a consent for a candidate's contact person, asked by the coach and answered by the candidate, straight into the tables. */
export async function layConsent(house: TestHouse, laid: LaidConsent = {}): Promise<string> {
	const { candidate: name = "mehmet", answer = "given", document } = laid;
	const world = house.worlds[name];
	const coach = house.as(name === "mehmet" ? "anna" : "bram");
	const id = crypto.randomUUID();
	const shared = { subject_id: world.candidate, trajectory_id: world.trajectory };
	const hash = Buffer.alloc(32, 7);
	await coach.act(world.candidate, "reporting", { action: "askConsent", object: ["consent", id] }, async (tx, seal) => {
		let version: string | null = null;
		if (document) {
			const row = await tx
				.selectFrom("app.report_version")
				.select("id")
				.where("sha256", "=", Buffer.from(document, "hex"))
				.executeTakeFirst();
			version = row?.id ?? null;
		}
		await tx
			.insertInto("app.consent")
			.values({
				id,
				...shared,
				kind: laid.kind ?? "disclose",
				recipient_kind: "contact",
				contact_id: world.contact,
				commissioner_id: world.commissioner,
				recipient_type: laid.recipientType ?? "employer",
				purpose: laid.purpose ?? "assignments",
				data_classes: [...(laid.dataClasses ?? ["capacity"])],
				version_id: version,
				document_sha256: version && document ? Buffer.from(document, "hex") : null,
				...(await seal("consent", id, world.candidate, { recipient: "{}", notice: "{}" })),
				notice_sha256: hash,
				text_version: laid.textVersion ?? "2026-11-01",
				number: id,
				expires_on: laid.expiresOn ?? "2027-05-23",
				asked_at: coach.now(),
				asked_by: coach.actor.id,
				state_at: coach.now(),
			})
			.execute();
	});
	if (!answer) return id;
	const by = house.asCandidate(name);
	await by.act(world.candidate, "portal", { action: "giveConsent", object: ["consent", id] }, (tx) =>
		tx
			.insertInto("app.consent_event")
			.values({
				id: crypto.randomUUID(),
				...shared,
				consent_id: id,
				kind: answer,
				at: by.now(),
				by_id: by.actor.id,
				method: "portal",
				language: "nl",
				second_factor_at: by.now(),
				notice_sha256: hash,
			})
			.execute(),
	);
	return id;
}
