import { roles } from "../../law/roles.ts";
import { NotFound, type Page, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Table } from "../../ui/table.tsx";
import { type Lang, useLang, useT } from "../../ui/text.ts";
import { codeNow, type DemoPerson, demoPeople } from "../demonstration.server.ts";
import type { Realm } from "../rules.ts";
import { pathsOf } from "../words.ts";

/** The seed writes a role in Dutch; here it is in the reader's language. */
const roleIn = ({ realm, role }: DemoPerson, lang: Lang): string => {
	if (realm === "candidate") return lang === "nl" ? "Kandidaat" : "Candidate";
	return Object.values(roles).find((one) => one.nl === role)?.[lang] ?? role;
};

/** The demonstration's people under the sign-in form: one click each, with their code of this moment. Nothing elsewhere. */
export function DemoPeople({
	people,
	realm,
	next,
	now,
}: {
	people: readonly DemoPerson[];
	realm: Realm;
	next: string;
	now: Date;
}) {
	const t = useT();
	const lang = useLang();
	const here = people.filter((one) => one.realm === realm);
	if (here.length === 0) return null;
	return (
		<Section title={t("Demonstratie: aanmelden met één klik", "Demonstration: sign in with one click")} id="demonstratie">
			<p>
				{t(
					"Alle mensen hier zijn verzonnen. Dit kan alleen in een demonstratie op deze computer.",
					"All people here are invented. This is possible only in a demonstration on this computer.",
				)}{" "}
				<a href="/demo/codes">{t("Codes van dit moment", "Codes of this moment")}</a>
			</p>
			<Table
				caption={t("Verzonnen mensen", "Invented people")}
				captionHidden
				columns={[
					{ key: "name", label: t("Naam", "Name") },
					{ key: "role", label: t("Rol", "Role") },
					{ key: "code", label: t("Code nu", "Code now") },
					{ key: "go", label: t("Aanmelden", "Sign in") },
				]}
				rows={here.map((one) => ({
					cells: {
						name: one.name,
						role: roleIn(one, lang),
						code: <code>{codeNow(one, now).code}</code>,
						go: (
							<ActionForm action={pathsOf(realm).demonstration} fields={{ person: one.personId, naar: next }}>
								<Button look="quiet" label={t(`Meld aan als ${one.name}`, `Sign in as ${one.name}`)}>
									{t("Meld aan", "Sign in")}
								</Button>
							</ActionForm>
						),
					},
				}))}
			/>
		</Section>
	);
}

/** The codes that the invented people's phones would show now. In anything but a demonstration on this machine: not there. */
export const demoCodesPage: Page = {
	path: "/demo/codes",
	portal: "public",
	who: "anyone",
	get: async (visit: Visit) => {
		const people = await demoPeople(visit);
		if (people.length === 0) throw new NotFound();
		const { t } = visit;
		const title = t("Codes van de demonstratie", "Codes of the demonstration");
		const now = visit.by.now();
		const [first] = people;
		const seconds = first ? codeNow(first, now).seconds : 30;
		return {
			title,
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							`Nog ${seconds} seconden geldig. Ververs daarna deze pagina.`,
							`Valid for ${seconds} more seconds. Then reload this page.`,
						)}
					/>
					<p>
						{t("Wachtwoord van iedereen:", "Everybody's password:")}{" "}
						{[...new Set(people.map((one) => one.password))].map((password) => (
							<code>{password} </code>
						))}
					</p>
					<Table
						caption={title}
						captionHidden
						columns={[
							{ key: "name", label: t("Naam", "Name") },
							{ key: "role", label: t("Rol", "Role") },
							{ key: "email", label: t("E-mailadres", "E-mail address") },
							{ key: "code", label: t("Code nu", "Code now"), align: "right" },
						]}
						rows={people.map((one) => ({
							cells: {
								name: one.name,
								role: roleIn(one, visit.lang),
								email: one.email,
								code: <code>{codeNow(one, now).code}</code>,
							},
						}))}
					/>
				</>
			),
		};
	},
};
