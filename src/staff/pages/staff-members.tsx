import { z } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { personName } from "../../agency/form.ts";
import { today } from "../../law/deadlines.ts";
import { may, type Role, roleIds, roles } from "../../law/roles.ts";
import { done, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { regulationOn } from "../../regulation/rules.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { Checkboxes } from "../../ui/choices.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { type Member, members } from "../queries.server.ts";
import { addMember } from "../staff.server.ts";

const path = "/beheer/medewerkers";

/** Everybody who works here: roles, and whether dossiers open for them (R1.3). */
export const membersPage: Page = { path, portal: "staff", who: "staff.read", get: list };

async function list(visit: Visit): Promise<View> {
	const { t, by, lang } = visit;
	const people = await members(by, regulationOn(today(by)).id);
	const title = t("Medewerkers", "Staff");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead
					title={title}
					above={<a href="/beheer">{t("Beheer", "Administration")}</a>}
					action={
						may(by.actor.roles, "staff.manage").allowed ? (
							<LinkButton look="primary" href={`${path}/nieuw`}>
								{t("Voeg iemand toe", "Add somebody")}
							</LinkButton>
						) : undefined
					}
				/>
				<Table
					caption={title}
					captionHidden
					columns={[
						{ key: "name", label: t("Naam", "Name") },
						{ key: "roles", label: t("Rollen", "Roles") },
						{ key: "statement", label: t("Geheimhouding", "Confidentiality") },
						{ key: "regulation", label: t("Reglement", "Regulation") },
						{ key: "account", label: t("Account", "Account") },
					]}
					rows={people.map((one) => ({
						key: one.id,
						...(one.leftAt && { tone: "quiet" as const }),
						cells: {
							name: <a href={`${path}/${one.id}`}>{one.name}</a>,
							roles: one.roles.map((role) => roles[role][lang]).join(", ") || "–",
							statement: one.statementOn ? (
								<Badge tone="done">{t("geregistreerd", "registered")}</Badge>
							) : (
								<Badge tone="waiting">{t("ontbreekt", "missing")}</Badge>
							),
							regulation: one.acknowledged ? (
								<Badge tone="done">{t("ontvangen", "received")}</Badge>
							) : (
								<Badge tone="waiting">{t("nog niet", "not yet")}</Badge>
							),
							account: accountWords(visit, one),
						},
					}))}
				/>
				{may(by.actor.roles, "staff.manage").allowed ? (
					<p>
						<a href="/beheer/alle-apparaten">{t("Iedereen afmelden", "Sign everybody out")}</a>
					</p>
				) : null}
			</>
		),
	};
}

export function accountWords({ t }: Pick<Visit, "t">, one: Pick<Member, "account" | "leftAt">): string {
	if (one.leftAt) return t("uit dienst", "left");
	return {
		none: t("geen", "none"),
		invited: t("uitgenodigd", "invited"),
		active: t("actief", "active"),
		ended: t("beëindigd", "ended"),
	}[one.account];
}

const known = new Set<string>(roleIds);
export const rolesField = z
	.union([z.string(), z.array(z.string())])
	.default([])
	.transform((value) => (Array.isArray(value) ? value : [value]).filter((role): role is Role => known.has(role)))
	.refine((list) => list.length > 0, say("Kies ten minste één rol.", "Choose at least one role."));

const form = personName.extend({ new_id: z.uuid(), roles: rolesField });

/** Adds somebody: name, address, roles; they get an invitation by mail. */
export const newMemberPage: Page = {
	path: `${path}/nieuw`,
	portal: "staff",
	who: "staff.manage",
	get: (visit) => newMember(visit),
	post: (visit) =>
		submit(visit, {
			form,
			act: async (input) => {
				const name = { given: input.given_name, infix: input.infix, family: input.family_name };
				await addMember(await freshly(visit), visit.services.publicUrl, {
					id: input.new_id,
					name,
					email: input.staff_email,
					roles: input.roles,
				});
				return done(`${path}/${input.new_id}`, visit.t("Toegevoegd en uitgenodigd.", "Added and invited."));
			},
			again: (problem) => newMember(visit, problem),
		}),
};

function newMember(visit: Visit, problem?: Problem): View {
	const { t, lang, by } = visit;
	const value = (name: string) => String(problem?.values[name] ?? "");
	const errors = problem?.errors ?? {};
	const title = t("Iemand toevoegen", "Add somebody");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead title={title} above={<a href={path}>{t("Medewerkers", "Staff")}</a>} />
				<ErrorSummary errors={{ ...errors, staff_email: errors.staff_email ?? errors.email }} />
				{problem?.refusal ? <Notice tone="refused" title={problem.refusal.why[lang]} clause={problem.refusal.clause} /> : null}
				<Form>
					<input type="hidden" name="new_id" value={value("new_id") || by.chance.uuid()} />
					<TextField
						name="given_name"
						label={t("Voornaam", "First name")}
						value={value("given_name")}
						error={errors.given_name}
					/>
					<TextField
						name="infix"
						label={t("Tussenvoegsel", "Infix")}
						optional
						width="short"
						value={value("infix")}
						error={errors.infix}
					/>
					<TextField
						name="family_name"
						label={t("Achternaam", "Family name")}
						value={value("family_name")}
						error={errors.family_name}
					/>
					<TextField
						name="staff_email"
						type="email"
						label={t("E-mailadres", "E-mail address")}
						hint={t("Hierheen gaat de uitnodiging.", "The invitation goes here.")}
						value={value("staff_email")}
						error={errors.staff_email ?? errors.email}
					/>
					<RoleChoice visit={visit} values={[problem?.values.roles ?? []].flat()} error={errors.roles} />
					<StepUp by={by} problem={problem} />
					<Button>{t("Voeg toe en nodig uit", "Add and invite")}</Button>
				</Form>
			</>
		),
	};
}

export function RoleChoice({
	visit: { t, lang },
	values,
	error,
}: {
	visit: Visit;
	values: readonly string[];
	error: string | undefined;
}) {
	return (
		<Checkboxes
			name="roles"
			label={t("Wat doet deze medewerker?", "What does this member of staff do?")}
			values={values}
			error={error}
			options={roleIds.map((role) => ({ value: role, label: roles[role][lang] }))}
		/>
	);
}
