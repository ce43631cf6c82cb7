import { assignmentTypes, commissionerKinds } from "../../law/assignment-types.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { found, type Page, type Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts } from "../../ui/layout.tsx";
import { Badge, EmptyState, type Tone } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { type CommissionerData, commissionerPage } from "../queries.server.ts";
import { type AddressState, contactKinds } from "../rules.ts";

const tones: Record<AddressState, Tone> = { unverified: "warn", asked: "waiting", verified: "done" };

/** Where an address stands, in a word. */
export function AddressBadge({ visit, state, left }: { visit: Visit; state: AddressState; left: boolean }) {
	const { t } = visit;
	if (left) return <Badge tone="neutral">{t("Vertrokken", "Left")}</Badge>;
	const words = {
		unverified: t("Niet bevestigd", "Not confirmed"),
		asked: t("Bevestiging gevraagd", "Confirmation asked"),
		verified: t("Bevestigd", "Confirmed"),
	};
	return <Badge tone={tones[state]}>{words[state]}</Badge>;
}

/** The commissioner's page: who works there, what they ordered. For staff only (R4.2). */
export const commissionerScreen: Page = {
	path: "/opdrachtgevers/:commissioner",
	portal: "staff",
	who: "commissioner.read",
	get: async (visit) => {
		const { t, lang, by } = visit;
		const one = await commissionerPage(by, found(visit.params.commissioner));
		const writes = may(by.actor.roles, "commissioner.write").allowed;
		return {
			title: one.name,
			active: "/opdrachtgevers",
			body: (
				<>
					<Breadcrumb items={[{ href: "/opdrachtgevers", label: t("Opdrachtgevers", "Commissioners") }, { label: one.name }]} />
					<PageHead
						title={one.name}
						line={commissionerKinds[one.kind][lang]}
						action={
							writes ? <LinkButton href={`/opdrachtgevers/${one.id}/wijzigen`}>{t("Wijzig", "Change")}</LinkButton> : undefined
						}
					/>
					<Facts facts={factsOf(visit, one)} />
					<Contacts visit={visit} one={one} writes={writes} />
					<Assignments visit={visit} one={one} />
				</>
			),
		};
	},
};

function factsOf({ t }: Visit, one: CommissionerData) {
	const place = [one.address, [one.postal_code, one.city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
	return [
		{ label: t("KvK-nummer", "KvK number"), value: one.kvk ?? "" },
		{ label: t("Adres", "Address"), value: place },
		{
			label: t("Maildomeinen", "Mail domains"),
			value: one.mail_domains.join(", ") || t("Geen lijst: elk domein is toegestaan", "No list: every domain is allowed"),
		},
	].filter((fact) => fact.value);
}

function Contacts({ visit, one, writes }: { visit: Visit; one: CommissionerData; writes: boolean }) {
	const { t, lang } = visit;
	const title = t("Contactpersonen", "Contact persons");
	const add = writes ? (
		<LinkButton href={`/opdrachtgevers/${one.id}/contactpersonen/nieuw`}>
			{t("Voeg een contactpersoon toe", "Add a contact person")}
		</LinkButton>
	) : null;
	return (
		<Section id="contactpersonen" title={title} action={one.contacts.length > 0 ? add : null}>
			<Table
				caption={title}
				captionHidden
				columns={[
					{ key: "naam", label: t("Naam", "Name") },
					{ key: "functie", label: t("Functie", "Job title") },
					{ key: "email", label: t("E-mailadres", "E-mail address") },
					{ key: "telefoon", label: t("Telefoon", "Phone") },
					{ key: "adres", label: t("Adres bevestigd?", "Address confirmed?") },
				]}
				rows={one.contacts.map((contact) => ({
					...(contact.left_at && { tone: "quiet" as const }),
					cells: {
						naam: writes ? (
							<a href={`/opdrachtgevers/${one.id}/contactpersonen/${contact.id}`}>{fullName(contact.name)}</a>
						) : (
							fullName(contact.name)
						),
						functie: contact.job_title ?? contactKinds[contact.kind][lang],
						email: contact.email,
						telefoon: contact.phone ?? "",
						adres: <AddressBadge visit={visit} state={contact.address} left={contact.left_at !== null} />,
					},
				}))}
				empty={
					<EmptyState title={t("Nog geen contactpersonen", "No contact persons yet")} action={add}>
						{t(
							"Rapportages gaan naar een contactpersoon met een bevestigd adres.",
							"Reports go to a contact person with a confirmed address.",
						)}
					</EmptyState>
				}
			/>
		</Section>
	);
}

function Assignments({ visit, one }: { visit: Visit; one: CommissionerData }) {
	const { t, lang, by } = visit;
	const title = t("Opdrachten", "Assignments");
	const add = may(by.actor.roles, "assignment.write").allowed ? (
		<LinkButton href={`/opdrachtgevers/${one.id}/opdrachten/nieuw`}>
			{t("Leg een opdracht vast", "Record an assignment")}
		</LinkButton>
	) : null;
	return (
		<Section id="opdrachten" title={title} action={one.assignments.length > 0 ? add : null}>
			<Table
				caption={title}
				captionHidden
				columns={[
					{ key: "soort", label: t("Soort traject", "Type of trajectory") },
					{ key: "nummer", label: t("Opdrachtnummer", "Order number") },
					{ key: "op", label: t("Gegeven op", "Ordered on"), align: "right" },
					// Who sees no candidates has no column of noughts.
					...(may(visit.by.actor.roles, "candidate.read").allowed
						? [{ key: "trajecten", label: t("Trajecten die je ziet", "Trajectories you see"), align: "right" } as const]
						: []),
				]}
				rows={one.assignments.map((assignment) => ({
					cells: {
						soort: <a href={`/opdrachtgevers/${one.id}/opdrachten/${assignment.id}`}>{assignmentTypes[assignment.type][lang]}</a>,
						nummer: assignment.reference ?? "",
						op: formatShortDate(assignment.ordered_on, lang),
						trajecten: String(assignment.trajectories),
					},
				}))}
				empty={<EmptyState title={t("Nog geen opdrachten", "No assignments yet")} action={add} />}
			/>
		</Section>
	);
}
