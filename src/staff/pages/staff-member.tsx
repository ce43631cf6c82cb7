import { z } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { today } from "../../law/deadlines.ts";
import { may, roles } from "../../law/roles.ts";
import { done, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { regulationOn } from "../../regulation/rules.ts";
import { Actions, Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { DateField, dateFrom, typedDate } from "../../ui/date-field.tsx";
import { ActionForm, ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { When } from "../../ui/time.tsx";
import { type Member, member } from "../queries.server.ts";
import { mayLeave, mayRegisterStatement } from "../rules.ts";
import { inviteAgain, leave, registerStatement, setRoles } from "../staff.server.ts";
import { accountWords, RoleChoice, rolesField } from "./staff-members.tsx";

const path = "/beheer/medewerkers/:staff";
const here = (visit: Visit) => `/beheer/medewerkers/${visit.params.staff}`;

/** One member of staff: what they may, what R1.3 asks of them, and how they come and go. */
export const memberPage: Page = { path, portal: "staff", who: "staff.read", get: (visit) => view(visit) };

export const memberRolesPage: Page = {
	path: `${path}/rollen`,
	portal: "staff",
	who: "staff.manage",
	post: (visit) =>
		submit(visit, {
			form: z.object({ roles: rolesField }),
			act: async (input) => {
				await setRoles(await freshly(visit), visit.params.staff as string, input.roles);
				return done(here(visit), visit.t("De rollen zijn gewijzigd, vanaf nu.", "The roles have changed, from now on."));
			},
			again: (problem) => view(visit, problem),
		}),
};

export const statementPage: Page = {
	path: `${path}/verklaring`,
	portal: "staff",
	who: "staff.read",
	post: (visit) =>
		submit(visit, {
			form: z
				.object({ new_id: z.uuid() })
				.loose()
				.transform((input, context) => {
					const signedOn = dateFrom(input, "signed_on");
					if (!signedOn)
						context.addIssue({
							code: "custom",
							path: ["signed_on"],
							message: say("Vul de dag van ondertekening in.", "Enter the day it was signed."),
						});
					return { id: input.new_id, signedOn: signedOn ?? "" };
				}),
			act: async (input) => {
				await registerStatement(visit.by, { ...input, staff: visit.params.staff as string });
				return done(here(visit), visit.t("De verklaring is geregistreerd.", "The statement is registered."));
			},
			again: (problem) => view(visit, problem),
		}),
};

export const memberInvitePage: Page = {
	path: `${path}/uitnodiging`,
	portal: "staff",
	who: "staff.manage",
	post: async (visit) => {
		await inviteAgain(visit.by, visit.services.publicUrl, visit.params.staff as string);
		return done(here(visit), visit.t("Er is een nieuwe uitnodiging verstuurd.", "A new invitation was sent."));
	},
};

export const leavePage: Page = {
	path: `${path}/vertrek`,
	portal: "staff",
	who: "staff.manage",
	post: (visit) =>
		submit(visit, {
			form: z.object({ row_version: z.coerce.number().int() }),
			act: async (input) => {
				await leave(await freshly(visit), { staff: visit.params.staff as string, rowVersion: input.row_version });
				return done(
					here(visit),
					visit.t(
						"Vertrek vastgelegd. Toegang is per direct beëindigd; de geheimhouding blijft gelden.",
						"Leaving recorded. Access has ended at once; the duty of secrecy remains.",
					),
				);
			},
			again: (problem) => view(visit, problem),
		}),
};

async function view(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by, lang } = visit;
	const one = await member(by, regulationOn(today(by)).id, visit.params.staff as string);
	return {
		title: t("Medewerker", "Staff member"),
		active: "/beheer",
		body: (
			<>
				<PageHead
					title={one.name}
					above={<a href="/beheer/medewerkers">{t("Medewerkers", "Staff")}</a>}
					line={one.roles.map((role) => roles[role][lang]).join(", ")}
				/>
				<ErrorSummary errors={problem?.errors ?? {}} />
				{problem?.refusal ? <Notice tone="refused" title={problem.refusal.why[lang]} clause={problem.refusal.clause} /> : null}
				{problem?.stale ? (
					<Notice
						tone="warn"
						title={t("Iemand anders was je voor. Dit is de stand nu.", "Somebody else was first. This is how it stands now.")}
					/>
				) : null}
				<Facts
					facts={[
						{ label: t("E-mail", "E-mail"), value: one.email },
						{ label: t("Account", "Account"), value: accountWords(visit, one) },
						{
							label: t("Geheimhoudingsverklaring", "Confidentiality statement"),
							value: one.statementOn ? <When at={one.statementOn} /> : <Badge tone="waiting">{t("ontbreekt", "missing")}</Badge>,
						},
						{
							label: t("Reglement", "Regulation"),
							value: one.acknowledged ? (
								<Badge tone="done">{t("ontvangen", "received")}</Badge>
							) : (
								<Badge tone="waiting">{t("nog niet bevestigd", "not confirmed yet")}</Badge>
							),
						},
					]}
				/>
				{one.leftAt ? (
					<p>
						{t("Uit dienst sinds ", "Left on ")}
						<When at={one.leftAt} />
					</p>
				) : (
					<Changes visit={visit} one={one} problem={problem} />
				)}
			</>
		),
	};
}

/** When telephone, passkeys and recovery codes are all gone. */
function Lost({ visit }: { visit: Visit }) {
	const { t } = visit;
	return (
		<Section title={t("Alles kwijt", "Everything lost")} id="herstel">
			<p>
				{t(
					"Telefoon, passkeys en herstelcodes kwijt? Twee mensen staan ervoor in wie het is. Daarna begint het account opnieuw.",
					"Lost telephone, passkeys and recovery codes? Two people vouch for who it is. Then the account starts anew.",
				)}
			</p>
			<LinkButton href={`${here(visit)}/account-herstel`}>
				{t("Laat het account opnieuw beginnen", "Let the account start anew")}
			</LinkButton>
		</Section>
	);
}

function Changes({ visit, one, problem }: { visit: Visit; one: Member; problem: Problem | undefined }) {
	const { t, by, lang } = visit;
	const own = one.id === by.actor.id;
	const statement = mayRegisterStatement({ roles: by.actor.roles, own, signedOn: "", today: today(by) });
	const leaving = mayLeave({ roles: by.actor.roles, own });
	const typed = problem?.values ?? {};
	return (
		<>
			{one.statementOn ? null : (
				<Section title={t("Verklaring registreren", "Register the statement")} id="verklaring">
					{statement.allowed ? (
						<Form action={`${here(visit)}/verklaring`}>
							<input type="hidden" name="new_id" value={by.chance.uuid()} />
							<DateField
								name="signed_on"
								label={t("Ondertekend op", "Signed on")}
								value={typedDate(typed, "signed_on")}
								error={problem?.errors.signed_on}
							/>
							<Button>{t("Registreer de verklaring", "Register the statement")}</Button>
						</Form>
					) : (
						<RefusedButton why={statement.why[lang]} clause={statement.because}>
							{t("Registreer de verklaring", "Register the statement")}
						</RefusedButton>
					)}
				</Section>
			)}
			{may(by.actor.roles, "staff.manage").allowed ? (
				<>
					{one.account === "active" ? (
						<Section title={t("Aangemelde apparaten", "Signed-in devices")} id="apparaten">
							<LinkButton href={`${here(visit)}/apparaten`}>{t("Bekijk of meld af", "See or sign out")}</LinkButton>
						</Section>
					) : null}
					{one.account === "active" ? <Lost visit={visit} /> : null}
					<Section title={t("Rollen", "Roles")} id="rollen">
						<Form action={`${here(visit)}/rollen`}>
							<RoleChoice visit={visit} values={typed.roles ? [typed.roles].flat() : one.roles} error={problem?.errors.roles} />
							<StepUp by={by} later problem={typed.row_version === undefined ? problem : undefined} />
							<Button look="quiet">{t("Bewaar de rollen", "Save the roles")}</Button>
						</Form>
					</Section>
					<Section title={t("Komen en gaan", "Coming and going")} id="vertrek">
						<Actions>
							{one.account === "active" ? null : (
								<ActionForm action={`${here(visit)}/uitnodiging`}>
									<Button look="quiet">{t("Stuur een nieuwe uitnodiging", "Send a new invitation")}</Button>
								</ActionForm>
							)}
							{leaving.allowed ? (
								<ActionForm action={`${here(visit)}/vertrek`} rowVersion={one.rowVersion}>
									<StepUp by={by} later problem={typed.row_version === undefined ? undefined : problem} />
									<Button look="danger">{t("Leg vertrek vast", "Record leaving")}</Button>
								</ActionForm>
							) : (
								<RefusedButton why={leaving.why[lang]} clause={leaving.because}>
									{t("Leg vertrek vast", "Record leaving")}
								</RefusedButton>
							)}
						</Actions>
						<p>
							{t(
								"Bij vertrek eindigt de toegang meteen. Draag eerst de trajecten over. De plicht tot geheimhouding blijft.",
								"On leaving, access ends at once. Hand over the trajectories first. The duty of secrecy remains.",
							)}
						</p>
					</Section>
				</>
			) : null}
		</>
	);
}
