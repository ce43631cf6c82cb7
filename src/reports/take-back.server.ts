import type { Acting } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { unsendReport } from "./send.server.ts";

/** For the register's page, which knows a disclosure and not a report: takes the message back with the report's state. `about` is the version. */
export async function takeBackReport(by: Acting, candidate: string, { id, about }: { id: string; about: string }): Promise<void> {
	const { report_id } = found(
		await by.read(candidate, "reporting", { action: "view", object: ["report_version", about] }, (tx) =>
			tx
				.selectFrom("app.report_version")
				.select("report_id")
				.where("id", "=", about)
				.where("subject_id", "=", candidate)
				.executeTakeFirst(),
		),
	);
	await unsendReport(by, { candidate, report: report_id, disclosure: id });
}
