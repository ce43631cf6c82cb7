import { type AnswerInput, answerReport } from "../src/reports/answer.server.ts";
import { saveDraft, startReport } from "../src/reports/draft.server.ts";
import { submitReport } from "../src/reports/submit.server.ts";
import { layAgreement } from "./agreement.ts";
import { testHouse } from "./people.ts";
import { pressFor } from "./press.ts";

/** For tests: Mehmet's reports, a new one each time `begin` is called, written and submitted by Anna. */
export async function reporting() {
	const house = await testHouse();
	const press = await pressFor(house);
	const line = await layAgreement(house, "mehmet");
	const { candidate, trajectory } = house.worlds.mehmet;
	let report = "";
	const begin = async () => {
		report = crypto.randomUUID();
		await startReport(house.as("anna"), {
			...{ id: report, candidate, trajectory, line, dueOn: "2026-11-07", periodFrom: "2026-09-07", periodTo: "2026-11-07" },
		});
	};
	const write = (body = "Mehmet sprak met **drie** werkgevers.", rowVersion = 1) =>
		saveDraft(house.as("anna"), { candidate, report, rowVersion, title: "Voortgangsrapportage", body });
	const submit = async (draftVersion = 2) => {
		const version = crypto.randomUUID();
		await submitReport(house.as("anna"), press, { candidate, report, draftVersion, version });
		return version;
	};
	const shown = async (version: string): Promise<AnswerInput> => {
		const [row] = await house.rows<{ sha256: Buffer; recipients_sha256: Buffer }>(
			"select sha256, recipients_sha256 from app.report_version where id = $1",
			[version],
		);
		return {
			...{ id: crypto.randomUUID(), candidate, report, version, answer: "approved", remark: null, ownView: null },
			sha256: row?.sha256.toString("hex") ?? "",
			recipientsSha256: row?.recipients_sha256.toString("hex") ?? "",
		};
	};
	return {
		...{ house, press, candidate, trajectory, begin, write, submit, shown },
		report: () => report,
		approved: async () => {
			await write();
			const input = await shown(await submit());
			await answerReport(house.asCandidate("mehmet"), input);
			return input;
		},
		state: async () => (await house.rows<{ state: string }>("select state from app.report where id = $1", [report]))[0]?.state,
		/** Everything that a refusal must leave as it was. */
		everything: () =>
			house.rows(
				"select (select count(*) from app.report_version) v, (select count(*) from app.report_answer) a, (select json_agg(r order by id) from app.report r) r",
			),
		close: () => house.close(),
	};
}
export type Reporting = Awaited<ReturnType<typeof reporting>>;
