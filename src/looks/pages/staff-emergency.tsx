import { checkFreshFactor } from "../../accounts/factor.server.ts";
import { FreshCodeField } from "../../accounts/fresh-code.tsx";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { breakGlass, endGlass, findForEmergency } from "../break-glass.server.ts";
import { emergencyForm, endGlassForm } from "../form.ts";
import { emergencyReasonIds, emergencyReasons, glass } from "../rules.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opening another's dossier in an emergency (R1.2): why, a code, and what it means, on one screen. */
export const emergencyPage: Page = {
	path: "/noodtoegang",
	portal: "staff",
	who: "glass.break",
	searches: true,
	get: (visit) => screen(visit),
	post: (visit) =>
		submit(visit, {
			form: emergencyForm,
			act: async (input) => {
				const { by, t, door, services } = visit;
				// The code first: whether somebody is a candidate here is told to nobody who cannot show it.
				await checkFreshFactor(by, input.code);
				const candidate = input.candidate || (await findForEmergency(by, input.q));
				const fresh = door.as({ ...by.actor, secondFactorAt: by.now() });
				const { reason, explanation } = input;
				await breakGlass(fresh, services.publicUrl, { id: input.request_id, candidate, reason, explanation });
				return done(
					`/kandidaten/${candidate}`,
					t(
						`Het dossier is open, om te lezen, ${glass.minutes} minuten lang. De kandidaat ziet dit.`,
						`The dossier is open, to read, for ${glass.minutes} minutes. The candidate sees this.`,
					),
				);
			},
			again: (problem) => screen(visit, problem),
		}),
};

/** Closing it before the hour is over. */
export const endEmergencyPage: Page = {
	path: "/noodtoegang/:candidate/einde",
	portal: "staff",
	who: "glass.break",
	post: (visit) =>
		submit(visit, {
			form: endGlassForm,
			act: async ({ glass: id }) => {
				await endGlass(visit.by, { candidate: visit.params.candidate ?? "", glass: id });
				return done("/", visit.t("Het dossier is weer dicht.", "The dossier is closed again."));
			},
			again: (problem) => screen(visit, problem),
		}),
};

function screen(visit: Visit, problem?: Problem): View {
	const { t, lang, url, by } = visit;
	const asked = String(problem?.values.candidate ?? url.searchParams.get("kandidaat") ?? "");
	const candidate = uuid.test(asked) ? asked : "";
	const typed = (name: string) => String(problem?.values[name] ?? "");
	const error = (name: string) => (problem?.errors[name] ? { error: problem.errors[name] } : {});
	const title = t("Noodtoegang", "Emergency access");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						"Voor als een dossier van een ander nu open moet, en het niet kan wachten.",
						"For when another's dossier must be opened now, and it cannot wait.",
					)}
				/>
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Notice tone="warn" clause="R1.2" title={t("Wat er gebeurt", "What happens")}>
						<ul>
							<li>
								{t(
									`Je kunt één dossier lezen, ${glass.minutes} minuten lang. Schrijven of versturen kan niet.`,
									`You can read one dossier, for ${glass.minutes} minutes. You cannot write or send.`,
								)}
							</li>
							<li>
								{t(
									"De kandidaat ziet in het portaal dat je keek, en waarom.",
									"The candidate sees in the portal that you looked, and why.",
								)}
							</li>
							<li>
								{t(
									"Een ander kijkt achteraf na of het terecht was.",
									"Somebody else reviews afterwards whether it was justified.",
								)}
							</li>
						</ul>
					</Notice>
					<Form requestId={by.chance.uuid()} action="/noodtoegang">
						{candidate ? (
							<input type="hidden" name="candidate" value={candidate} />
						) : (
							<TextField
								name="q"
								label={t("E-mailadres of telefoonnummer van de kandidaat", "The candidate's e-mail address or telephone number")}
								hint={t("Helemaal, zoals het is ingeschreven.", "In full, as it was registered.")}
								spellcheck={false}
								value={typed("q")}
								{...error("q")}
							/>
						)}
						<Radios
							name="reason"
							label={t("Waarom is het nodig?", "Why is it needed?")}
							hint={t("De kandidaat leest deze reden.", "The candidate reads this reason.")}
							value={typed("reason")}
							options={emergencyReasonIds.map((id) => ({ value: id, label: emergencyReasons[id][lang] }))}
							{...error("reason")}
						/>
						<TextArea
							name="explanation"
							rows={3}
							label={t("Wat is er aan de hand?", "What is the matter?")}
							hint={t("Voor wie het nakijkt. Het wordt versleuteld bewaard.", "For who reviews it. It is kept encrypted.")}
							value={typed("explanation")}
							{...error("explanation")}
						/>
						<FreshCodeField error={problem?.errors.code} />
						<Button look="danger">{t("Open dit dossier in nood", "Open this dossier in an emergency")}</Button>
					</Form>
				</Stack>
			</>
		),
	};
}
