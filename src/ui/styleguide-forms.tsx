import { Actions, Button } from "./buttons.tsx";
import { Checkbox, Checkboxes, Radios, Select } from "./choices.tsx";
import { DateField } from "./date-field.tsx";
import { FileField, TextArea, TextField } from "./fields.tsx";
import { ActionForm, ErrorSummary, Filters, Form } from "./form.tsx";
import { Section } from "./headings.tsx";
import { useT } from "./text.ts";

/** Every field of a form, with hints, an error and what was typed. */
export function StaffForm() {
	const t = useT();
	const wrong = t("Vul een e-mailadres in zoals naam@voorbeeld.nl", "Fill in an e-mail address such as name@example.nl");
	return (
		<Section id="formulier" title={t("Kandidaat aanmelden", "Register a candidate")}>
			<Filters>
				<TextField name="filter" label={t("Naam bevat", "Name contains")} />
				<Select
					name="coach"
					label={t("Begeleider", "Coach")}
					options={[{ value: "anna", label: "Anna de Boer" }]}
					empty={t("Iedereen", "Everyone")}
				/>
			</Filters>
			<Form csrf="token" requestId="00000000-0000-4000-8000-000000000000" rowVersion={3}>
				<ErrorSummary errors={{ email: wrong }} />
				<TextField name="name" label={t("Achternaam", "Surname")} value="Yıldırım-van der Westhuizen" autocomplete="off" />
				<TextField
					name="email"
					label={t("E-mailadres", "E-mail address")}
					type="email"
					inputmode="email"
					hint={t("Hier sturen wij de uitnodiging heen", "We send the invitation here")}
					error={wrong}
					value="mehmet@"
				/>
				<DateField
					name="born"
					label={t("Geboortedatum", "Date of birth")}
					hint={t("Bijvoorbeeld 27 3 1984", "For example 27 3 1984")}
					value="1984-03-27"
					birthday
				/>
				<Radios
					name="service"
					label={t("Dienst", "Service")}
					options={[
						{
							value: "first",
							label: t("Eerste spoor", "First track"),
							hint: t("Terug bij de eigen werkgever", "Back at one's own employer"),
						},
						{ value: "second", label: t("Tweede spoor", "Second track") },
					]}
				/>
				<Checkboxes
					name="days"
					label={t("Kan op", "Available on")}
					optional
					values={["tue"]}
					options={[
						{ value: "mon", label: t("maandag", "Monday") },
						{ value: "tue", label: t("dinsdag", "Tuesday") },
					]}
				/>
				<TextArea name="note" label={t("Toelichting", "Explanation")} optional rows={4} value="" />
				<FileField name="letter" label={t("Verwijsbrief", "Referral letter")} optional />
				<Checkbox name="told" label={t("Mehmet weet dat wij hem aanmelden", "Mehmet knows that we register him")} />
				<Actions>
					<Button>{t("Meld aan", "Register")}</Button>
					<Button look="quiet">{t("Bewaar als concept", "Keep as draft")}</Button>
				</Actions>
			</Form>
			<ActionForm action="/x" csrf="token" fields={{ id: "1" }}>
				<Button look="danger">{t("Vernietig het dossier", "Destroy the dossier")}</Button>
			</ActionForm>
		</Section>
	);
}
