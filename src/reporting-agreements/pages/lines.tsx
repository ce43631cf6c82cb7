import { fullName } from "../../platform/name.ts";
import { Clause } from "../../ui/clause.tsx";
import { Diff, type DiffPart } from "../../ui/content.tsx";
import { Stack } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { formatDate, type Lang, type Translate } from "../../ui/text.ts";
import { differences } from "../differences.ts";
import type { AgreementLine } from "../rules.ts";
import { meaning, type RecipientName, sentence } from "../sentences.ts";

/** Contact id → how a sentence names them. */
export function namesOf(contacts: readonly { id: string; name: string; organisation: string | null }[]) {
	return (id: string): RecipientName => {
		const contact = contacts.find((one) => one.id === id);
		return { name: contact ? fullName(contact.name) : "…", organisation: contact?.organisation ?? null };
	};
}

const kept = (line: AgreementLine) => (line.form === "oral" ? "R9.2" : line.kind === "brief" ? "R7.2" : "R7.1");

/** An agreement as sentences; with `before`, what differs from that version is marked. The candidate also reads what each line means for them. */
export function Lines(props: {
	lines: readonly AgreementLine[];
	before: readonly AgreementLine[] | undefined;
	names: (contact: string) => RecipientName;
	lang: Lang;
	reader: "staff" | "candidate";
}) {
	const { lines, before, names, lang, reader } = props;
	const t = (nl: string, en: string) => (lang === "en" ? en : nl);
	if (lines.length === 0 && !before?.length) {
		return (
			<p>{t("Over dit traject wordt aan niemand gerapporteerd.", "Nothing is reported to anybody about this trajectory.")}</p>
		);
	}
	if (before) {
		const parts = differences(lines, before, names, lang).flatMap((difference, index): DiffPart[] => [
			...(index > 0 ? [{ kind: "same" as const, text: "\n\n" }] : []),
			...difference,
		]);
		return <Diff label={t("Wat er veranderde", "What changed")} parts={parts} />;
	}
	return (
		<ol class="agreement-lines">
			{lines.map((line) => (
				<li>
					<p>{sentence(line, names(line.contactId), lang)}</p>
					{reader === "candidate" ? (
						<p class="meta">{meaning(line)[lang]}</p>
					) : (
						<p class="meta">
							{staffMeaning(line, t)} <Clause id={kept(line)} />
						</p>
					)}
				</li>
			))}
		</ol>
	);
}

function staffMeaning(line: AgreementLine, t: Translate): string {
	if (line.form === "oral") return t("Mondeling: je noteert het in het dossier.", "By mouth: you note it in the dossier.");
	if (line.kind === "brief") return t("Beknopt: de kandidaat hoort dat het gaat.", "Brief: the candidate is told that it goes.");
	return t("Uitgebreid: de kandidaat leest het eerst en geeft akkoord.", "Extensive: the candidate reads it first and approves.");
}

interface InformedProps {
	events: readonly { how: string; on: string; note: string | null; by: { name: string } | null }[];
	t: Translate;
	lang: Lang;
}

/** That the candidate was told: how, when, by whom, and what was said. */
export function Informed({ events, t, lang }: InformedProps) {
	const hows: Record<string, string> = {
		portal: t("Gelezen in het portaal", "Read in the portal"),
		conversation: t("Verteld in een gesprek", "Told in a conversation"),
		phone: t("Verteld aan de telefoon", "Told by phone"),
		letter: t("Verteld per brief", "Told by letter"),
	};
	if (events.length === 0)
		return <Badge tone="waiting">{t("Niet geïnformeerd over deze versie", "Not informed of this version")}</Badge>;
	return (
		<Stack gap={2}>
			{events.map((event) => (
				<div>
					<Badge tone="done">
						{hows[event.how]}, {formatDate(event.on, lang)}
						{event.by ? ` (${fullName(event.by.name)})` : ""}
					</Badge>
					{event.note ? <p class="meta">{event.note}</p> : null}
				</div>
			))}
		</Stack>
	);
}
