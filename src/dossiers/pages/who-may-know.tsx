import { consentStateNames } from "../../consents/rules.ts";
import { stateNames } from "../../disclosures/rules.ts";
import { type CategoryId, categories } from "../../law/categories.ts";
import { consentKinds } from "../../law/consents.ts";
import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { whatIs, whenIs } from "../../reporting-agreements/sentences.ts";
import { Section } from "../../ui/headings.tsx";
import { Facts, Stack } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import type { Dossier } from "../dossier.server.ts";

/** Beside the timeline: who gets what by the agreement in force, whether the candidate knows, and what went out last. */
export function WhoMayKnow({ visit, dossier }: { visit: Visit; dossier: Dossier }) {
	const { t, lang } = visit;
	const { agreement, lines, contacts, candidate, trajectory, last, team, names } = dossier;
	const agreements = `/kandidaten/${candidate}/afspraken?traject=${trajectory.id}`;
	return (
		<Stack gap={8}>
			<Section id="wie-mag-wat" title={t("Wie mag wat weten", "Who may know what")}>
				{lines.length === 0 ? (
					<p>
						{agreement
							? t("Niemand krijgt een rapportage.", "Nobody gets a report.")
							: t("Er is nog niets afgesproken: er gaat niets naar buiten.", "Nothing was agreed yet: nothing leaves.")}
					</p>
				) : (
					<Facts
						facts={lines.map((line) => {
							const contact = contacts.find((one) => one.id === line.contactId);
							const about = line.categories.map((id) => categories[id as CategoryId][lang].toLowerCase()).join(", ");
							return {
								label: (
									<>
										{contact ? fullName(contact.name) : ""}
										{contact?.organisation ? `, ${contact.organisation}` : ""}
									</>
								),
								value: (
									<>
										{whenIs(line)[lang]}, {whatIs(line)[lang]}: {about}.
										{contact?.left ? <Badge tone="warn">{t("vertrokken", "has left")}</Badge> : null}
									</>
								),
							};
						})}
					/>
				)}
			</Section>
			{agreement ? (
				<Section id="afspraak" title={t("De afspraak die geldt", "The agreement in force")}>
					<p>
						<a href={agreements}>{t(`Versie ${agreement.version}`, `Version ${agreement.version}`)}</a>
						{". "}
						{agreement.informedAt ? (
							t(
								`De kandidaat weet ervan sinds ${formatDate(agreement.informedAt, lang)}.`,
								`The candidate has known of it since ${formatDate(agreement.informedAt, lang)}.`,
							)
						) : (
							<Badge tone="warn">{t("Kandidaat nog niet geïnformeerd", "Candidate not informed yet")}</Badge>
						)}
					</p>
				</Section>
			) : null}
			<Consents visit={visit} dossier={dossier} />
			<Section id="laatst" title={t("Laatst verstrekt", "Last disclosed")}>
				{last.length === 0 ? (
					<p>{t("Er is nog niets verstrekt.", "Nothing was disclosed yet.")}</p>
				) : (
					<LastDisclosed visit={visit} dossier={dossier} />
				)}
			</Section>
			<Section id="team" title={t("Wie dit dossier kent", "Who knows this dossier")}>
				<p>
					{team
						.map((id) => names[id])
						.filter(Boolean)
						.join(", ")}
				</p>
			</Section>
		</Stack>
	);
}

/** Consents in force and questions that wait (R8.1): to whom and until when. */
function Consents({ visit: { t, lang }, dossier: { consents, candidate } }: { visit: Visit; dossier: Dossier }) {
	const base = `/kandidaten/${candidate}/toestemmingen`;
	return (
		<Section id="toestemmingen" title={t("Toestemmingen", "Consents")}>
			{consents.length === 0 ? (
				<p>{t("Er geldt er nu geen.", "None is in force now.")}</p>
			) : (
				<Facts
					facts={consents.map((one) => ({
						label: <a href={`${base}/${one.id}`}>{(JSON.parse(one.recipient) as { name: string }).name}</a>,
						value: (
							<>
								{consentKinds[one.kind][lang]}:{" "}
								{one.state === "given"
									? t(
											`geldt tot en met ${formatDate(one.expires_on, "nl")}`,
											`in force until ${formatDate(one.expires_on, "en")}`,
										)
									: consentStateNames[one.state][lang].toLowerCase()}
							</>
						),
					}))}
				/>
			)}
			<p>
				<a href={base}>{t("Alle toestemmingen", "All consents")}</a>
			</p>
		</Section>
	);
}

function LastDisclosed({ visit: { t, lang }, dossier: { last, candidate } }: { visit: Visit; dossier: Dossier }) {
	return (
		<>
			<Facts
				facts={last.map((row) => ({
					label: formatDate(row.on_day ?? row.created_at, lang),
					value: `${t("Aan", "To")} ${(JSON.parse(row.recipient) as { name: string }).name}: ${stateNames[row.state][lang].toLowerCase()}`,
				}))}
			/>
			<p>
				<a href={`/kandidaten/${candidate}/verstrekkingen`}>{t("Alle verstrekkingen", "All disclosures")}</a>
			</p>
		</>
	);
}
