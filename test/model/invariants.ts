import type { World } from "./world.ts";

/** What must hold whatever happened, besides what the witness saw at each moment. Answers the breaches, in words. */
export async function breachesOf(world: World): Promise<string[]> {
	const found = [...world.witness.breaches];
	const { rows } = world.house;
	const [report] = await rows<{ state: string; draft: number }>(
		"select r.state, d.row_version draft from app.report r join app.report_draft d on d.report_id = r.id where r.id = $1",
		[world.report],
	);
	if (report?.state !== world.acknowledged.state) found.push(`acknowledged ${world.acknowledged.state}, kept ${report?.state}`);
	if (report?.draft !== world.acknowledged.draftVersion)
		found.push(`text ${world.acknowledged.draftVersion} acknowledged, ${report?.draft} kept`);
	for (const { to } of world.arrivals)
		if (to.length !== 1 || to[0] !== world.house.worlds.mehmet.contactEmail) found.push(`arrived at ${to.join()}`);
	const kept = world.arrivals.filter((one) => one.kept);
	for (const sha of new Set(kept.map((one) => one.sha256))) {
		const same = kept.filter((one) => one.sha256 === sha);
		if (new Set(same.map((one) => one.decisions)).size !== same.length)
			found.push("arrived twice without a person's decision between");
	}
	const accepted = await rows<{ id: string }>("select id from app.disclosure where id = any($1) and state = 'accepted'", [
		world.disclosures,
	]);
	for (const { id } of accepted) if (!kept.some((one) => one.disclosure === id)) found.push("said to be accepted, never arrived");
	return [...found, ...(await lostConsents(world))];
}

/** A yes that was acknowledged is kept as it was said, and so is its end. */
async function lostConsents({ witness, house }: World): Promise<string[]> {
	const kept = await house.rows<{ id: string; state: string; sorts: string[] }>(
		"select id, state, data_classes sorts from app.consent where id = any($1)",
		[witness.questions.map((one) => one.id)],
	);
	return witness.questions.flatMap(({ id, answer, sorts, person }) => {
		const row = kept.find((one) => one.id === id);
		if (answer === "over") return row?.state === "given" ? ["a consent that ended is kept as given"] : [];
		if (answer !== "yes" || person !== witness.person) return [];
		if (row?.state !== "given") return [`a consent was given, kept is ${row?.state}`];
		return [...row.sorts].sort().join() === [...sorts].sort().join()
			? []
			: ["a consent is kept for other data than was left of it"];
	});
}
