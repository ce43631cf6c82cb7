import type { Role } from "../../src/law/roles.ts";

// Everybody here is invented. Addresses end in .test, a domain that can never exist (RFC 2606).

/** The same for everybody in the demonstration; printed by it, and good for nothing else. */
export const demoPassword = "wandelen langs het spoor";

export const agency = {
	name: "Bureau Wegwijzer in Voorbeeldstad",
	address: "Stationsplein 12",
	postal_code: "1234 AB",
	city: "Voorbeeldstad",
	phone: "010 000 00 00",
	email: "post@wegwijzer.test",
	website: "www.wegwijzer.test",
	kvk: "00000000",
	dpo_name: "Fenna Dekker",
	dpo_email: "privacy@wegwijzer.test",
} as const;

interface Member {
	readonly given: string;
	readonly infix?: string;
	readonly family: string;
	readonly title: string;
	readonly roles: readonly Role[];
}

export const staff = {
	anna: { given: "Anna", infix: "de", family: "Wit", title: "trajectbegeleider", roles: ["coach"] },
	bram: { given: "Bram", family: "Jansen", title: "trajectbegeleider", roles: ["coach"] },
	yasmina: { given: "Yasmina", infix: "el", family: "Idrissi", title: "trajectbegeleider", roles: ["coach"] },
	carla: { given: "Carla", family: "Smit", title: "coördinator", roles: ["coordinator"] },
	bea: { given: "Bea", family: "Vos", title: "backoffice", roles: ["backOffice"] },
	finn: { given: "Finn", family: "Mulder", title: "financiën", roles: ["finance"] },
	fenna: { given: "Fenna", family: "Dekker", title: "functionaris gegevensbescherming", roles: ["dpo"] },
	ada: { given: "Ada", family: "Bos", title: "beheerder", roles: ["administrator"] },
} as const satisfies Record<string, Member>;
export type StaffKey = keyof typeof staff;
export const staffKeys = Object.keys(staff) as readonly StaffKey[];
export type CoachKey = "anna" | "bram" | "yasmina";

export const staffEmail = (who: StaffKey): string => `${who}@wegwijzer.test`;
export const staffName = (who: StaffKey): string => {
	const { given, infix, family }: Member = staff[who];
	return [given, infix, family].filter(Boolean).join(" ");
};
