import type { World } from "./world.ts";

/** What must hold whatever happened. Answers the breaches, in words. */
export async function breachesOf(world: World): Promise<string[]> {
	const found: string[] = [];
	const { rows } = world.house;
	const [report] = await rows<{ state: string; draft: number }>(
		"select r.state, d.row_version draft from app.report r join app.report_draft d on d.report_id = r.id where r.id = $1",
		[world.report],
	);
	if (report?.state !== world.acknowledged.state) found.push(`acknowledged ${world.acknowledged.state}, kept ${report?.state}`);
	if (report?.draft !== world.acknowledged.draftVersion)
		found.push(`text ${world.acknowledged.draftVersion} acknowledged, ${report?.draft} kept`);
	const approved = await rows<{ sha: string }>(
		"select encode(v.sha256, 'hex') sha from app.report_version v join app.report_answer a on a.version_id = v.id and a.sha256 = v.sha256 and a.recipients_sha256 = v.recipients_sha256 and a.answer in ('approved', 'approvedWithRemark') where v.report_id = $1",
		[world.report],
	);
	for (const arrival of world.arrivals) {
		if (!approved.some(({ sha }) => sha === arrival.sha256)) found.push("arrived without approval of exactly those bytes");
		if (arrival.to.length !== 1 || arrival.to[0] !== world.house.worlds.mehmet.contactEmail)
			found.push(`arrived at ${arrival.to.join()}`);
	}
	const kept = world.arrivals.filter((one) => one.kept);
	for (const sha of new Set(kept.map((one) => one.sha256))) {
		const same = kept.filter((one) => one.sha256 === sha);
		if (new Set(same.map((one) => one.decisions)).size !== same.length)
			found.push("arrived twice without a person's decision between");
	}
	const accepted = await rows<{ sha: string }>(
		"select encode(sha256, 'hex') sha from app.disclosure where id = any($1) and state = 'accepted'",
		[world.disclosures],
	);
	for (const { sha } of accepted) if (!kept.some((one) => one.sha256 === sha)) found.push("said to be accepted, never arrived");
	return found;
}
