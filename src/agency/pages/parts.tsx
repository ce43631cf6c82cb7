import type { Visit } from "../../platform/web/page.ts";
import { FileField, TextField } from "../../ui/fields.tsx";

/** The fields of an agency's particulars; the same when setting up and when changing them. */
export function ParticularsFields({
	visit: { t },
	value,
	errors,
}: {
	visit: Visit;
	value: (name: string) => string;
	errors: Readonly<Record<string, string>>;
}) {
	const field = (
		name: string,
		label: string,
		more: { optional?: boolean; hint?: string; width?: "short" | "medium"; type?: "email" | "tel" | "url" } = {},
	) => <TextField name={name} label={label} value={value(name)} error={errors[name]} {...more} />;
	return (
		<>
			{field("name", t("Naam van het bureau", "Name of the agency"))}
			{field("address", t("Straat en nummer", "Street and number"))}
			{field("postal_code", t("Postcode", "Postcode"), { width: "short" })}
			{field("city", t("Plaats", "Town"))}
			{field("phone", t("Telefoon", "Telephone"), { optional: true, type: "tel" })}
			{field("email", t("E-mailadres van het bureau", "E-mail address of the agency"), {
				type: "email",
				hint: t(
					"Afzender van alle berichten, en waar mensen een vraag of klacht heen sturen.",
					"Sender of all messages, and where people send a question or complaint.",
				),
			})}
			{field("website", t("Website", "Website"), { optional: true })}
			{field("kvk", t("KVK-nummer", "KVK number"), { optional: true, width: "short" })}
			{field("dpo_name", t("Functionaris gegevensbescherming", "Data protection officer"), { optional: true })}
			{field("dpo_email", t("E-mailadres van de functionaris", "E-mail address of the officer"), {
				optional: true,
				type: "email",
			})}
		</>
	);
}

/** The logo on the letterhead; the one there is stays when none is chosen. */
export function LogoField({ visit: { t }, has = false, error }: { visit: Visit; has?: boolean; error: string | undefined }) {
	return (
		<FileField
			name="logo"
			label={t("Logo voor het briefpapier", "Logo for the letterhead")}
			optional
			hint={
				has
					? t("Er is een logo. Kies een bestand om het te vervangen.", "There is a logo. Choose a file to replace it.")
					: t("PNG of SVG, hoogstens 300 kB.", "PNG or SVG, at most 300 kB.")
			}
			accept="image/png,image/svg+xml"
			{...(error && { error })}
		/>
	);
}
