import { commissionerKinds } from "../../law/assignment-types.ts";
import { may } from "../../law/roles.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { sortOf, Table } from "../../ui/table.tsx";
import { formatNumber } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { commissionerForm, organisationKinds } from "../form.ts";
import { commissionerPage, commissioners } from "../queries.server.ts";
import { saveCommissioner } from "../save.server.ts";

/** The organisations that give assignments. */
export const commissionersPage: Page = {
	path: "/opdrachtgevers",
	portal: "staff",
	who: "commissioner.read",
	get: async (visit) => {
		const { t, lang, by } = visit;
		const url = visit.url.pathname + visit.url.search;
		const { key, direction } = sortOf(url) ?? { key: "naam", direction: "ascending" };
		const rows = await commissioners(by);
		const value = (row: (typeof rows)[number]) =>
			({
				soort: commissionerKinds[row.kind][lang],
				plaats: row.city ?? "",
				opdrachten: String(row.assignments).padStart(6, "0"),
			})[key] ?? row.name;
		const turn = direction === "ascending" ? 1 : -1;
		rows.sort((a, b) => turn * value(a).localeCompare(value(b), "nl"));
		const add = may(by.actor.roles, "commissioner.write").allowed ? (
			<LinkButton href="/opdrachtgevers/nieuw" look="primary">
				{t("Voeg een opdrachtgever toe", "Add a commissioner")}
			</LinkButton>
		) : null;
		const title = t("Opdrachtgevers", "Commissioners");
		return {
			title,
			active: "/opdrachtgevers",
			body: (
				<>
					<PageHead title={title} action={rows.length > 0 ? add : undefined} />
					<Table
						caption={title}
						captionHidden
						url={url}
						columns={[
							{ key: "naam", label: t("Naam", "Name"), sort: true },
							{ key: "soort", label: t("Soort", "Kind"), sort: true },
							{ key: "plaats", label: t("Plaats", "City"), sort: true },
							{ key: "contacten", label: t("Contactpersonen", "Contact persons"), align: "right" },
							{ key: "opdrachten", label: t("Opdrachten", "Assignments"), align: "right", sort: true },
						]}
						rows={rows.map((row) => ({
							cells: {
								naam: <a href={`/opdrachtgevers/${row.id}`}>{row.name}</a>,
								soort: commissionerKinds[row.kind][lang],
								plaats: row.city ?? "",
								contacten: formatNumber(row.contacts, lang),
								opdrachten: formatNumber(row.assignments, lang),
							},
						}))}
						empty={
							<EmptyState title={t("Er zijn nog geen opdrachtgevers", "There are no commissioners yet")} action={add}>
								{t(
									"Leg eerst vast wie opdracht geeft; daarna kun je kandidaten inschrijven.",
									"First record who gives assignments; then you can register candidates.",
								)}
							</EmptyState>
						}
					/>
				</>
			),
		};
	},
};

/** Recording an organisation. */
export const newCommissionerPage: Page = {
	path: "/opdrachtgevers/nieuw",
	portal: "staff",
	who: "commissioner.write",
	get: (visit) => edit(visit),
	post: (visit) => save(visit),
};

/** Changing one. */
export const editCommissionerPage: Page = {
	path: "/opdrachtgevers/:commissioner/wijzigen",
	portal: "staff",
	who: "commissioner.write",
	get: (visit) => edit(visit),
	post: (visit) => save(visit),
};

function save(visit: Visit) {
	const id = visit.params.commissioner ?? String(visit.form.id);
	return submit(
		{ ...visit, form: { ...visit.form, id } },
		{
			form: commissionerForm,
			act: async (input) => {
				await saveCommissioner(visit.by, input);
				return done(`/opdrachtgevers/${input.id}`, visit.t("De opdrachtgever is bewaard.", "The commissioner was saved."));
			},
			again: (problem) => edit(visit, problem),
		},
	);
}

async function edit(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by, params } = visit;
	const standing = params.commissioner ? await commissionerPage(by, params.commissioner) : undefined;
	const kept = standing && { ...standing, mail_domains: standing.mail_domains.join("\n") };
	const values = (problem?.values ?? kept ?? {}) as Record<string, unknown>;
	const value = (name: string) => String(values[name] ?? "");
	const field = (name: string) => ({ name, value: value(name), ...(problem?.errors[name] && { error: problem.errors[name] }) });
	const title = standing ? t("Opdrachtgever wijzigen", "Change commissioner") : t("Nieuwe opdrachtgever", "New commissioner");
	return {
		title,
		active: "/opdrachtgevers",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/opdrachtgevers", label: t("Opdrachtgevers", "Commissioners") },
						...(standing ? [{ href: `/opdrachtgevers/${standing.id}`, label: standing.name }] : []),
						{ label: title },
					]}
				/>
				<PageHead title={title} />
				<Trouble problem={problem} />
				<Form {...(standing && { rowVersion: Number(values.row_version) })}>
					{standing ? null : <input type="hidden" name="id" value={value("id") || by.chance.uuid()} />}
					<Radios
						{...field("kind")}
						label={t("Wat voor opdrachtgever?", "What kind of commissioner?")}
						hint={t(
							"Betaalt een kandidaat zelf? Dan ontstaat de opdrachtgever bij het inschrijven.",
							"Does a candidate pay? Then the commissioner is made by registering.",
						)}
						options={organisationKinds.map((kind) => ({ value: kind, label: commissionerKinds[kind][lang] }))}
					/>
					<TextField {...field("name")} label={t("Naam", "Name")} />
					<TextField {...field("kvk")} label={t("KvK-nummer", "KvK number")} inputmode="numeric" width="short" optional />
					<TextField {...field("address")} label={t("Adres", "Address")} optional />
					<TextField {...field("postal_code")} label={t("Postcode", "Postcode")} width="short" optional />
					<TextField {...field("city")} label={t("Plaats", "City")} optional />
					<TextArea
						{...field("mail_domains")}
						label={t("Maildomeinen", "Mail domains")}
						hint={t(
							"Eén per regel, zoals bedrijf.nl. Post gaat dan alleen naar adressen die hierop eindigen, zodat een tikfout geen ontvanger wordt.",
							"One a line, such as company.nl. Mail then goes only to addresses that end in one of these, so that a slip of the pen is no recipient.",
						)}
						rows={3}
						optional
					/>
					<Button>{t("Bewaar de opdrachtgever", "Save the commissioner")}</Button>
				</Form>
			</>
		),
	};
}
