import { type AssignmentTypeId, assignmentTypes, type CommissionerKind, commissionerKinds } from "../../law/assignment-types.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { type TrajectoryState, trajectoryStates } from "../../trajectories/rules.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { type Found, search } from "../search.server.ts";
import { stateTones } from "./staff-candidates.tsx";

/** Searching by name, address or number. By POST: what somebody is called does not belong in an address. */
export const searchPage: Page = {
	path: "/zoeken",
	portal: "staff",
	who: "candidate.search",
	searches: true,
	get: (visit) => screen(visit, "", undefined),
	post: async (visit) => {
		const typed = String(visit.form.zoek ?? "").slice(0, 200);
		return screen(visit, typed, await search(visit.by, typed));
	},
};

function screen(visit: Visit, typed: string, found: Found | undefined): View {
	const { t } = visit;
	const title = t("Zoeken", "Search");
	const none = found && found.candidates.length + found.contacts.length + found.commissioners.length === 0;
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<PageHead title={title} />
				<form method="post" action="/zoeken" class="form" data-turbo="false">
					<TextField
						name="zoek"
						type="search"
						label={t("Naam, e-mailadres of telefoonnummer", "Name, e-mail address or telephone number")}
						hint={t(
							"Het begin van elk deel van een naam is genoeg: “sof berg”.",
							"The beginning of any part of a name is enough: “sof berg”.",
						)}
						value={typed}
					/>
					<Button>{t("Zoek", "Search")}</Button>
				</form>
				{found ? <Results visit={visit} found={found} /> : null}
				{none ? (
					<EmptyState title={t("Niets gevonden", "Nothing found")}>
						{t(
							"Typ ten minste twee letters van een naam, of een heel adres of nummer. Je vindt alleen wie je mag zien.",
							"Type at least two letters of a name, or a whole address or number. You find only those you may see.",
						)}
					</EmptyState>
				) : null}
			</>
		),
	};
}

function Results({ visit, found }: { visit: Visit; found: Found }) {
	const { t, lang, by } = visit;
	const opens = may(by.actor.roles, "dossier.read").allowed;
	return (
		<>
			{found.candidates.length > 0 ? (
				<Table
					caption={t("Kandidaten", "Candidates")}
					columns={[
						{ key: "naam", label: t("Kandidaat", "Candidate") },
						{ key: "soort", label: t("Traject", "Trajectory") },
						{ key: "opdrachtgever", label: t("Opdrachtgever", "Commissioner") },
						{ key: "stand", label: t("Stand", "State") },
					]}
					rows={found.candidates.map((row) => ({
						cells: {
							naam: (
								<a
									href={opens && row.mine ? `/kandidaten/${row.id}?traject=${row.trajectory}` : `/kandidaten/${row.id}/gegevens`}
								>
									{fullName(row.name)}
								</a>
							),
							soort: assignmentTypes[row.type as AssignmentTypeId][lang],
							opdrachtgever: row.commissioner ?? t("Betaalt zelf", "Pays for themself"),
							stand: (
								<Badge tone={stateTones[row.state as TrajectoryState]}>
									{trajectoryStates[row.state as TrajectoryState][lang]}
								</Badge>
							),
						},
					}))}
				/>
			) : null}
			{found.commissioners.length > 0 ? (
				<Table
					caption={t("Opdrachtgevers", "Commissioners")}
					columns={[
						{ key: "naam", label: t("Opdrachtgever", "Commissioner") },
						{ key: "soort", label: t("Soort", "Kind") },
					]}
					rows={found.commissioners.map((row) => ({
						cells: {
							naam: <a href={`/opdrachtgevers/${row.id}`}>{row.name}</a>,
							soort: commissionerKinds[row.kind as CommissionerKind][lang],
						},
					}))}
				/>
			) : null}
			{found.contacts.length > 0 ? (
				<Table
					caption={t("Contactpersonen", "Contact persons")}
					columns={[
						{ key: "naam", label: t("Contactpersoon", "Contact person") },
						{ key: "bij", label: t("Werkt bij", "Works for") },
						{ key: "stand", label: t("Stand", "State") },
					]}
					rows={found.contacts.map((row) => ({
						cells: {
							naam: fullName(row.name),
							bij: <a href={`/opdrachtgevers/${row.commissioner_id}`}>{row.commissioner}</a>,
							stand: row.left_at ? t("Vertrokken", "Left") : "",
						},
					}))}
				/>
			) : null}
		</>
	);
}
