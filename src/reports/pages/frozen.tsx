import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { sentence } from "../../reporting-agreements/sentences.ts";
import { Section } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import type { Recipient } from "../document.server.ts";
import type { OpenedReport, OpenedVersion } from "../report-view.server.ts";
import { answerWords } from "../words.ts";
import { who } from "./parts.tsx";

/** To whom a version goes, as it was shown with the text: that is what an approval binds. */
export const recipientsOf = (version: { recipients: string }): Recipient[] => JSON.parse(version.recipients) as Recipient[];

export function FrozenRecipients({ visit, opened, version }: { visit: Visit; opened: OpenedReport; version: OpenedVersion }) {
	const { t, lang } = visit;
	const to = { name: fullName(opened.recipient.name), organisation: opened.recipient.organisation };
	return (
		<Section level={3} title={t("Gaat naar", "Goes to")}>
			{recipientsOf(version).map((recipient) => (
				<Facts
					facts={[
						{ label: t("Persoon", "Person"), value: recipient.name + (recipient.jobTitle ? `, ${recipient.jobTitle}` : "") },
						{ label: t("Organisatie", "Organisation"), value: recipient.commissionerName },
						{ label: t("Adres", "Address"), value: recipient.email },
						{
							label: t("Laatst gebruikt", "Last used"),
							value: opened.recipient.lastUsed
								? formatDate(opened.recipient.lastUsed, lang)
								: t("Hier nog niet eerder gebruikt", "Not used here before"),
						},
						{ label: t("Documentnummer", "Document number"), value: version.documentNumber },
						{
							label: t("Kenmerk (SHA-256)", "Fingerprint (SHA-256)"),
							value: <code title={version.sha256}>{version.sha256.slice(0, 8)}…</code>,
						},
					]}
				/>
			))}
			<p class="meta">{sentence(opened.agreed, to, lang)}</p>
		</Section>
	);
}

export function EarlierVersions({ visit, opened, base }: { visit: Visit; opened: OpenedReport; base: string }) {
	const { t, lang } = visit;
	const [, ...earlier] = opened.versions;
	if (earlier.length === 0) return null;
	return (
		<Section level={3} title={t("Eerdere versies", "Earlier versions")}>
			<ul class="plain">
				{earlier.map((version) => (
					<li>
						<a href={`${base}/versies/${version.id}.pdf`} target="_blank" rel="noopener" data-turbo="false">
							{t(`Versie ${version.n}`, `Version ${version.n}`)}
						</a>
						<p class="meta">
							{formatMoment(version.submitted_at, lang)}, {who(visit, opened, version.submitted_by)}
							{version.answer ? `. ${answerWords[version.answer.answer][lang]}` : ""}
							{version.voided ? `. ${t("Vervallen op", "Void since")} ${formatDate(version.voided.at, lang)}` : ""}
						</p>
					</li>
				))}
			</ul>
		</Section>
	);
}
