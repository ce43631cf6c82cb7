import { found, type Page, type Problem, redirect, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Notice } from "../../ui/states.tsx";
import { setUpForm } from "../form.ts";
import { setUp } from "../set-up.server.ts";
import { LogoField, ParticularsFields } from "./parts.tsx";

/** The first page of a real agency: its particulars and its first administrator. There only while there is no agency. */
export const setUpPage: Page = {
	path: "/inrichten",
	portal: "public",
	who: "anyone",
	get: async (visit) => {
		if (await visit.services.agency()) found(undefined);
		return view(visit);
	},
	post: (visit) =>
		submit(visit, {
			form: setUpForm,
			act: async (input) =>
				redirect(await setUp(visit.by, visit.door, visit.services.setupCodeSha256, input, { logo: visit.files.logo })),
			again: (problem) => view(visit, problem),
		}),
};

function view(visit: Visit, problem?: Problem): View {
	const { t, lang } = visit;
	const errors = problem?.errors ?? {};
	const value = (name: string) => String(problem?.values[name] ?? "");
	const title = t("Richt het bureau in", "Set up the agency");
	return {
		title,
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						"Daarna kiest de eerste beheerder een wachtwoord en een tweede factor. Dit kan één keer.",
						"After this the first administrator chooses a password and a second factor. This can be done once.",
					)}
				/>
				<ErrorSummary errors={errors} />
				{problem?.refusal ? <Notice tone="refused" title={problem.refusal.why[lang]} clause={problem.refusal.clause} /> : null}
				<Form upload>
					<TextField
						name="code"
						label={t("Eenmalige code", "One-time code")}
						hint={t("Staat in het venster waarin Spoor is gestart.", "In the window in which Spoor was started.")}
						value={value("code")}
						error={errors.code}
						spellcheck={false}
					/>
					<Section title={t("Het bureau", "The agency")} id="bureau">
						<ParticularsFields visit={visit} value={value} errors={errors} />
						<LogoField visit={visit} error={errors.logo} />
					</Section>
					<Section title={t("De eerste beheerder", "The first administrator")} id="beheerder">
						<TextField
							name="given_name"
							label={t("Voornaam", "First name")}
							value={value("given_name")}
							error={errors.given_name}
							autocomplete="given-name"
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
							autocomplete="family-name"
						/>
						<TextField
							name="staff_email"
							type="email"
							label={t("E-mailadres om mee aan te melden", "E-mail address to sign in with")}
							value={value("staff_email")}
							error={errors.staff_email}
							autocomplete="email"
						/>
					</Section>
					<Button>{t("Richt het bureau in", "Set up the agency")}</Button>
				</Form>
			</>
		),
	};
}
