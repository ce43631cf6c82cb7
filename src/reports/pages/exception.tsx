import { mayPropose, placeOf } from "../../exceptions/rules.ts";
import { GuardPart } from "../../guard/guard-part.tsx";
import { exceptionGroundIds, exceptionGrounds } from "../../law/exceptions.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { citation } from "../../regulation/annexes.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { Prose } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatMoment } from "../../ui/text.ts";
import { hasViewThatCounts } from "../facts.server.ts";
import type { OpenedReport } from "../report-view.server.ts";
import { called } from "../words.ts";
import { who } from "./parts.tsx";

type Parts = { visit: Visit; opened: OpenedReport; base: string; problem?: Problem | undefined };

/** R7.3 on the report's own page: proposing that it goes without approval, and where such a proposal stands. */
export function WithoutApproval(parts: Parts) {
	const { report, exception } = parts.opened;
	if (report.kind !== "extensive" || !["submitted", "refused", "sent"].includes(report.state)) return null;
	if (exception) return <Proposed {...parts} />;
	return report.state === "sent" ? null : <Propose {...parts} />;
}

function Proposed({ visit, opened, base }: Parts) {
	const { t, lang } = visit;
	const { exception, report } = opened;
	if (!exception) return null;
	const ground = exceptionGrounds[exception.ground];
	const title = exception.confirmed_at
		? report.state === "sent"
			? t("Dit ging zonder akkoord", "This went without approval")
			: t("Dit mag zonder akkoord gaan", "This may go without approval")
		: t("Wacht op een tweede persoon", "Waits for a second person");
	return (
		<Notice tone={exception.confirmed_at ? "info" : "warn"} title={title} clause="R7.3">
			<p>
				{t("Grond", "Ground")}: {ground[lang]} ({citation(ground.article)}).{" "}
				{t(
					`Voorgesteld door ${who(visit, opened, exception.proposed_by)}`,
					`Proposed by ${who(visit, opened, exception.proposed_by)}`,
				)}
				, {formatMoment(exception.proposed_at, lang)}.
				{exception.confirmed_at && exception.confirmed_by
					? t(
							` Bevestigd door ${who(visit, opened, exception.confirmed_by)}, ${formatMoment(exception.confirmed_at, "nl")}.`,
							` Confirmed by ${who(visit, opened, exception.confirmed_by)}, ${formatMoment(exception.confirmed_at, "en")}.`,
						)
					: t(
							" Een coördinator of de functionaris gegevensbescherming bevestigt het. Tot dan gaat er niets weg.",
							" A coordinator or the privacy officer confirms it. Until then nothing goes out.",
						)}
			</p>
			<More summary={t("Waarom het moet", "Why it must")}>
				<Prose>
					{exception.reasoning.split(/\n+/).map((line) => (
						<p>{line}</p>
					))}
				</Prose>
			</More>
			{report.state === "sent" && opened.disclosures[0]?.state !== "queued" ? null : (
				<ActionForm
					action={base}
					fields={{ do: "unexcept", exception: exception.id, row_version: String(exception.row_version) }}
				>
					<Button look="quiet">{t("Trek de uitzondering in", "Withdraw the exception")}</Button>
				</ActionForm>
			)}
		</Notice>
	);
}

function Propose({ visit, opened, base, problem }: Parts) {
	const { t, lang, by } = visit;
	const [newest] = opened.versions;
	if (!newest) return null;
	const given = opened.versions.flatMap(({ id, answer }) =>
		answer && (id === newest.id || hasViewThatCounts(answer)) ? [{ version: id, own_view: answer.own_view }] : [],
	);
	const decision = mayPropose({
		roles: by.actor.roles,
		kind: opened.report.kind,
		state: opened.report.state,
		current: !newest.voided,
		proposed: false,
		ownView: placeOf(given, newest.id),
	});
	const mine = problem?.values.do === "except" ? problem : undefined;
	const words = t("Leg voor aan een tweede persoon", "Put it to a second person");
	return (
		<More summary={t("Het moet weg zonder akkoord", "It must go without approval")} open={mine !== undefined}>
			<p>
				{t(
					`Dat mag alleen op een grond uit de wet. Een tweede persoon bevestigt het, en ${called(opened.candidate.name)} leest de grond en jouw uitleg in het portaal.`,
					`That is allowed only on a ground of the law. A second person confirms it, and ${called(opened.candidate.name)} reads the ground and your reasoning in the portal.`,
				)}{" "}
				<Clause id="R7.3" />
			</p>
			{decision.allowed ? (
				<Form action={base} id="uitzondering" requestId={by.chance.uuid()}>
					<input type="hidden" name="do" value="except" />
					<input type="hidden" name="version" value={newest.id} />
					<Radios
						name="ground"
						label={t("Op welke grond?", "On which ground?")}
						value={String(mine?.values.ground ?? "")}
						options={exceptionGroundIds.map((id) => ({
							value: id,
							label: exceptionGrounds[id][lang],
							hint: exceptionGrounds[id].test[lang],
						}))}
						{...(mine?.errors.ground && { error: mine.errors.ground })}
					/>
					<TextArea
						name="reasoning"
						rows={5}
						label={t("Waarom moet dit weg, en waarom kan het niet anders?", "Why must this go, and why is there no other way?")}
						hint={t(
							"De kandidaat leest dit. Schrijf het zoals je het zou zeggen.",
							"The candidate reads this. Write it as you would say it.",
						)}
						value={String(mine?.values.reasoning ?? "")}
						{...(mine?.errors.reasoning && { error: mine.errors.reasoning })}
					/>
					<GuardPart
						id="meelezer-uitleg"
						text={String(mine?.values.reasoning ?? "")}
						form="uitzondering"
						fields={["reasoning"]}
						view={{ own: [], aside: [] }}
						lang={lang}
						t={t}
					/>
					<Button look="quiet">{words}</Button>
				</Form>
			) : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{words}
				</RefusedButton>
			)}
		</More>
	);
}
