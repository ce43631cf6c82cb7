import { categories } from "../../law/categories.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, NotFound, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { withDays } from "../../reports/form.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Facts, More, Stack } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { askToAsk } from "../ask-consent.server.ts";
import type { Place } from "../compartment.server.ts";
import { isRequestDeed, type RequestDeed, requestForms } from "../form.ts";
import { makeLetter, sendLetter } from "../letter.server.ts";
import { type OneRequest, requestOf } from "../queries.server.ts";
import { draftRequest, endRequest, fileAnswer } from "../requests.server.ts";
import { mayStep, questionLines, requestStateNames } from "../rules.ts";
import { type Askable, carerKinds } from "../words.ts";
import { DeedForm } from "./deed-form.tsx";
import { PlaceHead, placeOf, toGate, within } from "./place.tsx";
import { QuestionFields, requestTones } from "./question-fields.tsx";
import { QuestionGuard } from "./question-guard.tsx";
import { Answers, Consent, Letter } from "./request-parts.tsx";

/** One question to a doctor or carer, from draft to answer (R8.2): what is asked, the consent, the letter, and what came back. */
export const requestPage: Page = {
	path: "/kandidaten/:candidate/gezondheid/verzoeken/:request",
	portal: "staff",
	who: "health.ask",
	get: (visit) => {
		const place = placeOf(visit);
		return place ? screen(visit, place) : toGate(visit);
	},
	post: (visit) => {
		const place = placeOf(visit);
		if (!place) return toGate(visit);
		const { do: deed } = visit.form;
		if (!isRequestDeed(deed)) throw new NotFound();
		return deeds[deed](visit, place);
	},
};

const backTo = (visit: Visit, place: Place, nl: string, en: string) =>
	done(within(place, `/verzoeken/${visit.params.request}`), visit.t(nl, en));

type Deed = (visit: Visit, place: Place) => Promise<View | Response>;
const deeds: Record<RequestDeed, Deed> = {
	draft: (visit, place) =>
		submit(visit, {
			form: requestForms.draft,
			act: async ({ row_version, ...input }) => {
				await draftRequest(visit.by, { ...place, ...input, id: found(visit.params.request), rowVersion: row_version });
				return backTo(
					visit,
					place,
					"Bewaard. Een brief die er al was, is vervallen.",
					"Saved. A letter that was made before has lapsed.",
				);
			},
			again: (problem) => screen(visit, place, problem),
		}),
	ask: (visit, place) =>
		submit(visit, {
			form: requestForms.ask,
			act: async ({ request_id }) => {
				await askToAsk(visit.by, visit.services.publicUrl, { ...place, id: request_id, request: found(visit.params.request) });
				return backTo(
					visit,
					place,
					"De vraag om toestemming staat bij de kandidaat.",
					"The question for consent is with the candidate.",
				);
			},
			again: (problem) => screen(visit, place, problem),
		}),
	make: (visit, place) =>
		submit(visit, {
			form: requestForms.make,
			act: async ({ row_version, consent }) => {
				const request = found(visit.params.request);
				await makeLetter(visit.by, visit.services, { ...place, request, rowVersion: row_version, chosen: consent });
				return backTo(visit, place, "De brief is gemaakt en verzegeld. Druk hem af.", "The letter is made and sealed. Print it.");
			},
			again: (problem) => screen(visit, place, problem),
		}),
	send: (visit, place) =>
		submit(
			{ ...visit, form: withDays(visit.form, "sent") },
			{
				form: requestForms.send,
				act: async ({ request_id, row_version, sent }) => {
					const request = found(visit.params.request);
					await sendLetter(visit.by, { ...place, request, rowVersion: row_version, sentOn: sent, disclosure: request_id });
					return backTo(visit, place, "Vastgelegd, ook bij wat er is verstrekt.", "Recorded, with what was disclosed too.");
				},
				again: (problem) => screen(visit, place, problem),
			},
		),
	answer: (visit, place) =>
		submit(
			{ ...visit, form: withDays(visit.form, "received") },
			{
				form: requestForms.answer,
				act: async ({ request_id, row_version, received, words }) => {
					const upload = visit.files.file;
					const file = upload && upload.size > 0 ? new Uint8Array(await upload.arrayBuffer()) : null;
					const request = found(visit.params.request);
					await fileAnswer(visit.by, {
						...place,
						request,
						rowVersion: row_version,
						id: request_id,
						receivedOn: received,
						words,
						file,
					});
					return backTo(visit, place, "Het antwoord is opgeborgen.", "The answer is filed.");
				},
				again: (problem) => screen(visit, place, problem),
			},
		),
	close: (visit, place) => ended(visit, place, "close"),
	withdraw: (visit, place) => ended(visit, place, "withdraw"),
};

const ended = (visit: Visit, place: Place, step: "close" | "withdraw") =>
	submit(visit, {
		form: requestForms[step],
		act: async ({ row_version }) => {
			await endRequest(visit.by, { ...place, request: found(visit.params.request), rowVersion: row_version, step });
			return backTo(visit, place, "Vastgelegd.", "Recorded.");
		},
		again: (problem) => screen(visit, place, problem),
	});

async function screen(visit: Visit, place: Place, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const one = await requestOf(visit.by, { ...place, request: visit.params.request ?? "" });
	const here = { ...place, trajectory: one.work.trajectory };
	const title = t(`Vraag aan ${one.carer.name}`, `Question to ${one.carer.name}`);
	return {
		title: t("Vraag aan een arts", "Question to a doctor"),
		active: "/kandidaten",
		body: (
			<>
				<PlaceHead visit={visit} place={here} name={one.person.name} at="/verzoeken" label={one.carer.name} />
				<PageHead
					title={title}
					above={fullName(one.person.name)}
					line={
						<>
							<Badge tone={requestTones[one.state]}>{requestStateNames[one.state][lang]}</Badge>{" "}
							{[carerKinds[one.carer.kind][lang], one.carer.organisation].filter(Boolean).join(", ")}
						</>
					}
				/>
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Question visit={visit} place={here} one={one} problem={problem} />
					<Consent visit={visit} place={here} one={one} />
					<Letter visit={visit} place={here} one={one} problem={problem} />
					<Answers visit={visit} place={here} one={one} problem={problem} />
					<Ending visit={visit} place={here} one={one} />
					<Happened visit={visit} one={one} />
				</Stack>
			</>
		),
	};
}

type Props = { visit: Visit; place: Place; one: OneRequest; problem?: Problem | undefined };

function Question({ visit, place, one, problem: all }: Props) {
	const { t, lang } = visit;
	const problem = all?.values.do === "draft" ? all : undefined;
	const standing = { carer: one.carer_id, about: one.about, question: one.question };
	return (
		<Section id="vraag" title={t("Wat wij vragen", "What we ask")}>
			<Stack gap={4}>
				<p class="meta">{one.about.map((id) => categories[id as Askable][lang]).join(", ")}</p>
				<Prose>
					<ul>
						{questionLines(one.question).map((line) => (
							<li>{line}</li>
						))}
					</ul>
				</Prose>
				{one.state === "draft" ? (
					<More summary={t("Pas de vraag aan", "Change the question")} open={problem !== undefined}>
						<DeedForm visit={visit} place={place} one={one} deed="draft" id="vragen">
							<QuestionFields visit={visit} carers={one.carers} values={problem?.values ?? standing} problem={problem} />
							<Button look="quiet">{t("Bewaar de vraag", "Save the question")}</Button>
						</DeedForm>
						<QuestionGuard
							visit={visit}
							form="vragen"
							question={String(problem?.values.question ?? one.question)}
							about={one.about}
						/>
					</More>
				) : null}
			</Stack>
		</Section>
	);
}

function Ending({ visit, place, one }: Props) {
	const { t, lang } = visit;
	const close = mayStep(one.state, "close");
	const withdraw = mayStep(one.state, "withdraw");
	if (!close.allowed && !withdraw.allowed) return null;
	return (
		<Section id="klaar" title={t("Klaar met deze vraag?", "Done with this question?")}>
			<Stack gap={4}>
				{close.allowed ? (
					<DeedForm visit={visit} place={place} one={one} deed="close">
						<Button look="quiet">{t("Sluit de vraag af", "Close the question")}</Button>
					</DeedForm>
				) : one.state === "draft" ? null : (
					<RefusedButton why={close.why[lang]} clause={close.because}>
						{t("Sluit de vraag af", "Close the question")}
					</RefusedButton>
				)}
				{withdraw.allowed ? (
					<DeedForm visit={visit} place={place} one={one} deed="withdraw">
						<Button look="quiet">{t("Trek de vraag in", "Withdraw the question")}</Button>
					</DeedForm>
				) : null}
			</Stack>
		</Section>
	);
}

function Happened({ visit: { t, lang }, one }: { visit: Visit; one: OneRequest }) {
	return (
		<Section id="gebeurd" title={t("Wat er gebeurde", "What happened")}>
			<Facts
				facts={one.events.map((event) => ({
					label: requestStateNames[event.state][lang],
					value: `${formatMoment(event.at, lang)}, ${fullName(event.name)}`,
				}))}
			/>
			<p class="meta">
				{t(
					"De kandidaat leest de vragen en het antwoord in het portaal.",
					"The candidate reads the questions and the answer in the portal.",
				)}{" "}
				<Clause id="R8.3" />
			</p>
		</Section>
	);
}
