import { z } from "zod";
import { may } from "../../law/roles.ts";
import type { Acting } from "../../platform/db.server.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb, Card, Stack } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice, UndoWindow } from "../../ui/states.tsx";
import { formatMoment } from "../../ui/text.ts";
import { type Disclosed, type Dispatched, recipientOf, registerOf, type Waiting } from "../queries.server.ts";
import { stateNames, stuck } from "../rules.ts";
import { mailTones } from "../tones.ts";
import { undo } from "../undo.server.ts";
import { Exactly, Way, WhatNow } from "./disclosed.tsx";

/** How a noun takes its own disclosure back, with what else that changes; without one, only the message is taken back. */
export type TakeBack = (by: Acting, candidate: string, disclosure: { id: string; about: string }) => Promise<void>;

const pathOf = (visit: Visit) => `/kandidaten/${visit.params.candidate}/verstrekkingen`;
const blank = { errors: {}, values: {} } as const satisfies Problem;

async function show(visit: Visit, problem: Problem = blank): Promise<View> {
	const { t, lang, by } = visit;
	const { name, disclosures, dispatches, waiting } = await registerOf(by, visit.params.candidate ?? "");
	const title = t("Wat aan wie is verstrekt", "What was disclosed to whom");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${visit.params.candidate}`, label: fullName(name) },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					line={t(
						"Elke verstrekking, op schrift of mondeling. De kandidaat ziet dezelfde lijst.",
						"Every disclosure, written or oral. The candidate sees the same list.",
					)}
					action={
						<>
							{may(by.actor.roles, "demand.propose").allowed ? (
								<LinkButton href={`/kandidaten/${visit.params.candidate}/vorderingen`}>{t("Vorderingen", "Demands")}</LinkButton>
							) : null}{" "}
							{may(by.actor.roles, "informEvent.write").allowed ? (
								<LinkButton href={`${pathOf(visit)}/brief`}>{t("Druk af als brief", "Print as a letter")}</LinkButton>
							) : null}
						</>
					}
				/>
				{problem.refusal ? (
					<Notice tone="refused" clause={problem.refusal.clause} title={problem.refusal.why[lang]} live />
				) : null}
				{disclosures.length === 0 ? (
					<EmptyState title={t("Er is nog niets verstrekt.", "Nothing was disclosed yet.")}>
						<p>{t("Wat je verzendt of mondeling meldt, komt hier te staan.", "What you send or tell appears here.")}</p>
					</EmptyState>
				) : (
					<Stack gap={4}>
						{disclosures.map((row) => (
							<One
								visit={visit}
								row={row}
								dispatch={dispatches.find((one) => one.disclosure_id === row.id)}
								waiting={waiting.find((one) => one.disclosure_id === row.id)}
							/>
						))}
					</Stack>
				)}
			</>
		),
	};
}

type Of = { visit: Visit; row: Disclosed; dispatch: Dispatched | undefined; waiting: Waiting | undefined };

function One({ visit, row, dispatch, waiting }: Of) {
	const { t, lang } = visit;
	const { name, commissionerName } = recipientOf(row);
	const form = { oral: t("Mondeling", "Oral"), written: t("Per e-mail", "By e-mail"), letter: t("Per brief", "By letter") };
	return (
		<Card
			title={commissionerName === name ? name : `${name}, ${commissionerName}`}
			meta={
				<>
					{`${waiting ? t("Op te halen met een code", "To be collected with a code") : form[row.form]} · ${formatMoment(row.created_at, lang)} · `}
					<Badge tone={mailTones[row.state]}>{stateNames[row.state][lang]}</Badge>
				</>
			}
			action={<NextAction visit={visit} row={row} dispatch={dispatch} waiting={waiting} />}
		>
			{row.form === "written" ? <Way visit={visit} row={row} dispatch={dispatch} waiting={waiting} /> : null}
			{dispatch && stuck.includes(row.state) ? <WhatNow visit={visit} dispatch={dispatch} /> : null}
			<Exactly visit={visit} row={row} dispatch={dispatch} />
		</Card>
	);
}

function NextAction({ visit, row, dispatch, waiting }: Of) {
	const { t, by } = visit;
	if (!dispatch || !may(by.actor.roles, "report.send").allowed) return null;
	if (row.state === "queued") {
		const button = <Button look="quiet">{t("Haal terug", "Take back")}</Button>;
		const waits = row.transmit_after !== null && row.transmit_after > by.now();
		return (
			<ActionForm action={pathOf(visit)} fields={{ disclosure: row.id }}>
				{waits && row.transmit_after ? (
					<UndoWindow until={row.transmit_after} now={by.now()}>
						{button}
					</UndoWindow>
				) : (
					button
				)}
			</ActionForm>
		);
	}
	if (waiting && (row.state === "accepted" || row.state === "unknown")) {
		const words =
			waiting.collectedAt || waiting.ended_at
				? t("Bekijk het ophalen", "See the collecting")
				: t("Geef de code", "Give the code");
		return <LinkButton href={`${pathOf(visit)}/${row.id}/ophalen`}>{words}</LinkButton>;
	}
	if (!stuck.includes(row.state)) return null;
	return <LinkButton href={`${pathOf(visit)}/${row.id}`}>{t("Beslis wat er nu gebeurt", "Decide what happens now")}</LinkButton>;
}

/** The register of one candidate, with taking back what has not left. Each noun hands in how it takes back its own (R4.1). */
export const staffDisclosures = (takeBack: Readonly<Record<string, TakeBack>>): Page => ({
	path: "/kandidaten/:candidate/verstrekkingen",
	portal: "staff",
	who: "disclosures.read",
	get: (visit) => show(visit),
	post: (visit) =>
		submit(visit, {
			form: z.looseObject({ disclosure: z.uuid() }),
			act: async ({ disclosure }) => {
				const candidate = visit.params.candidate ?? "";
				const row = (await registerOf(visit.by, candidate)).disclosures.find((one) => one.id === disclosure);
				const own = row && takeBack[row.about];
				if (row && own) await own(visit.by, candidate, { id: disclosure, about: row.about_id });
				else await undo(visit.by, candidate, disclosure);
				return done(pathOf(visit), visit.t("Teruggehaald. Er is niets verzonden.", "Taken back. Nothing was sent."));
			},
			again: (problem) => show(visit, problem),
		}),
});
