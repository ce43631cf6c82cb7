import { z } from "zod";
import { today } from "../../law/deadlines.ts";
import type { Decision } from "../../law/decision.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { markArrived, sendAgain } from "../decide.server.ts";
import { isWaiting, recipientOf, registerOf } from "../queries.server.ts";
import { mayMailLink, mayMove, stateNames, stuck } from "../rules.ts";
import { Exactly, Way, WhatNow } from "./disclosed.tsx";

const pathOf = (visit: Visit) => `/kandidaten/${visit.params.candidate}/verstrekkingen`;
const blank = { errors: {}, values: {} } as const satisfies Problem;

async function show(visit: Visit, problem: Problem = blank): Promise<View> {
	const { t, lang } = visit;
	const { name, disclosures, dispatches, waiting } = await registerOf(visit.by, visit.params.candidate ?? "");
	const row = found(disclosures.find((one) => one.id === visit.params.disclosure));
	const dispatch = found(dispatches.find((one) => one.disclosure_id === row.id));
	const collection = waiting.find((one) => one.disclosure_id === row.id);
	const decision = mayMailLink(isWaiting(collection, today(visit.by)));
	const to = recipientOf(row);
	const title = t("Wat gebeurt er met dit bericht?", "What happens to this message?");
	const decidable = stuck.includes(row.state) && may(visit.by.actor.roles, "report.send").allowed;
	const arrived = mayMove({ from: dispatch.state, to: "accepted", by: "staff" }).allowed;
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<ErrorSummary errors={problem.errors} />
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${visit.params.candidate}`, label: fullName(name) },
						{ href: pathOf(visit), label: t("Verstrekkingen", "Disclosures") },
						{ label: title },
					]}
				/>
				<PageHead title={title} line={stateNames[row.state][lang]} />
				{problem.refusal ? (
					<Notice tone="refused" clause={problem.refusal.clause} title={problem.refusal.why[lang]} live />
				) : null}
				{problem.stale ? (
					<Notice
						tone="warn"
						title={t("Dit is intussen veranderd. Kijk opnieuw.", "This was changed meanwhile. Look again.")}
						live
					/>
				) : null}
				<Stack gap={8}>
					<Way visit={visit} row={row} dispatch={dispatch} waiting={collection} />
					{stuck.includes(row.state) ? <WhatNow visit={visit} dispatch={dispatch} /> : null}
					<Facts
						facts={[
							{ label: t("Aan", "To"), value: to.name },
							{ label: t("Organisatie", "Organisation"), value: to.commissionerName },
							{ label: t("Adres", "Address"), value: to.email },
						]}
					/>
					{decidable ? (
						<Again
							visit={visit}
							problem={problem}
							version={dispatch.row_version}
							unknown={dispatch.state === "unknown"}
							decision={decision}
						/>
					) : null}
					{decidable && arrived ? <Arrived visit={visit} problem={problem} version={dispatch.row_version} /> : null}
					<Exactly visit={visit} row={row} dispatch={dispatch} />
				</Stack>
			</>
		),
	};
}

type Part = { visit: Visit; problem: Problem; version: number };

function Again({ visit, problem, version, unknown, decision }: Part & { unknown: boolean; decision: Decision }) {
	const { t, lang } = visit;
	if (!decision.allowed)
		return (
			<Section id="opnieuw" title={t("Opnieuw verzenden", "Send again")}>
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{t("Verzend opnieuw", "Send again")}
				</RefusedButton>
			</Section>
		);
	return (
		<Section id="opnieuw" title={t("Opnieuw verzenden", "Send again")}>
			<Form rowVersion={version}>
				<input type="hidden" name="do" value="again" />
				<Checkbox
					name="looked"
					value="yes"
					label={
						unknown
							? t(
									"Ik heb bij de ontvanger nagevraagd: het bericht is er niet.",
									"I asked the recipient: the message is not there.",
								)
							: t(
									"De reden is weg, en persoon, organisatie en adres kloppen.",
									"The reason is gone, and person, organisation and address are right.",
								)
					}
					hint={t(
						"Precies hetzelfde bericht gaat opnieuw. Je kunt het weer even terughalen.",
						"Exactly the same message goes again. You can take it back for a while again.",
					)}
					{...(problem.errors.looked && { error: problem.errors.looked })}
				/>
				<Button>{t("Verzend opnieuw", "Send again")}</Button>
			</Form>
		</Section>
	);
}

function Arrived({ visit, problem, version }: Part) {
	const { t } = visit;
	return (
		<Section id="aangekomen" title={t("Het is wel aangekomen", "It did arrive")}>
			<Form rowVersion={version}>
				<input type="hidden" name="do" value="arrived" />
				<TextField
					name="note"
					label={t("Hoe weet je dat?", "How do you know?")}
					hint={t("Bijvoorbeeld: gebeld met de ontvanger.", "For example: called the recipient.")}
					value={typeof problem.values.note === "string" ? problem.values.note : ""}
					width="full"
					{...(problem.errors.note && { error: problem.errors.note })}
				/>
				<Button look="quiet">{t("Leg vast dat het er is", "Record that it is there")}</Button>
			</Form>
		</Section>
	);
}

const version = z.coerce.number().int();
const decision = z.discriminatedUnion("do", [
	z.looseObject({
		do: z.literal("again"),
		row_version: version,
		looked: z.literal("yes", { error: say("Ga dit eerst na en vink het aan.", "First find this out, and tick it.") }),
	}),
	z.looseObject({
		do: z.literal("arrived"),
		row_version: version,
		note: z.string().trim().min(1, say("Vul in hoe je dat weet.", "Enter how you know.")).max(500),
	}),
]);

/** Where a person decides about a message that was stopped, refused, or may or may not have arrived (R9.1). */
export const staffDecide: Page = {
	path: "/kandidaten/:candidate/verstrekkingen/:disclosure",
	portal: "staff",
	who: "mail.read",
	get: (visit) => show(visit),
	post: (visit) =>
		submit(visit, {
			form: decision,
			act: async (input) => {
				const about = {
					candidate: visit.params.candidate ?? "",
					disclosure: visit.params.disclosure ?? "",
					rowVersion: input.row_version,
				};
				if (input.do === "again") {
					await sendAgain(visit.by, { ...about, lookedAgain: true });
					return done(pathOf(visit), visit.t("Klaargezet om opnieuw te verzenden.", "Made ready to be sent again."));
				}
				await markArrived(visit.by, { ...about, note: input.note });
				return done(pathOf(visit), visit.t("Vastgelegd dat het is aangekomen.", "Recorded that it arrived."));
			},
			again: (problem) => show(visit, problem),
		}),
};
