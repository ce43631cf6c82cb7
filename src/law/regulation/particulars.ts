/** What a version leaves open for the agency to fill in. */
export type Particulars = {
	readonly agency: string;
	readonly address: string;
	readonly email: string;
	readonly phone: string;
	readonly website: string;
	readonly kvk: string;
	readonly dpo: string;
	readonly dpoEmail: string;
};

const open: Record<keyof Particulars, readonly [nl: string, en: string]> = {
	agency: ["[naam van het bureau]", "[name of the agency]"],
	address: ["[adres]", "[address]"],
	email: ["[e-mailadres]", "[e-mail address]"],
	phone: ["[telefoonnummer]", "[telephone number]"],
	website: ["[website]", "[website]"],
	kvk: ["[KvK-nummer]", "[Chamber of Commerce number]"],
	dpo: ["[functionaris gegevensbescherming]", "[data protection officer]"],
	dpoEmail: ["[e-mailadres van de functionaris]", "[e-mail address of the officer]"],
};

/** Fills an agency's particulars into a text; what the agency has not given yet stays visible as a gap in brackets. */
export function fill(text: string, particulars: Partial<Particulars>, language: "nl" | "en"): string {
	return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => {
		if (!Object.hasOwn(open, name)) return gap;
		const key = name as keyof Particulars;
		return particulars[key]?.trim() || open[key][language === "nl" ? 0 : 1];
	});
}
