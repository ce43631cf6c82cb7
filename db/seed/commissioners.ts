import { askVerification, confirmByPhone } from "../../src/commissioners/address.server.ts";
import { addContact } from "../../src/commissioners/contact.server.ts";
import { commissionerForm, contactForm } from "../../src/commissioners/form.ts";
import { saveCommissioner } from "../../src/commissioners/save.server.ts";
import { dayAgo, idOf, momentAgo, type Scene, staffAt } from "./scene.ts";

interface Contact {
	readonly given: string;
	readonly infix?: string;
	readonly family: string;
	readonly title: string;
	readonly kind?: "caseManager" | "labourExpert";
	/** How their address was confirmed; absent: by telephone. */
	readonly address?: "asked" | "nobodyAsked";
}
interface Commissioner {
	readonly kind: "employer" | "uwv" | "municipality" | "insurer";
	readonly name: string;
	readonly city: string;
	readonly street: string;
	readonly domain: string;
	readonly contacts: Readonly<Record<string, Contact>>;
}

/** Invented commissioners of every kind; a candidate who pays is one too, by being registered. */
export const commissioners = {
	korenaar: {
		kind: "employer",
		name: "Bakkerij De Korenaar",
		street: "Meelstraat 3",
		city: "Voorbeeldstad",
		domain: "korenaar.test",
		contacts: { petra: { given: "Petra", family: "Peeters", title: "HR-adviseur" } },
	},
	kade: {
		kind: "employer",
		name: "Havenbedrijf De Denkbeeldige Kade",
		street: "Verzonnen Kade 41",
		city: "Nergenshaven",
		domain: "kade.test",
		contacts: {
			joost: { given: "Joost", infix: "van der", family: "Meer", title: "HR-businesspartner" },
			ilse: { given: "Ilse", family: "Kuiper", title: "HR-adviseur" },
		},
	},
	lindehof: {
		kind: "employer",
		name: "Scholengroep Lindehof",
		street: "Schoolplein 1",
		city: "Voorbeeldstad",
		domain: "lindehof.test",
		contacts: {
			marijke: { given: "Marijke", family: "Hendriks", title: "casemanager", kind: "caseManager" },
			paul: { given: "Paul", infix: "de", family: "Lange", title: "directeur bedrijfsvoering", address: "asked" },
		},
	},
	drukkerij: {
		kind: "employer",
		name: "Drukkerij Nergenshuizen",
		street: "Letterkast 8",
		city: "Nergenshuizen",
		domain: "nergenshuizen.test",
		contacts: {
			wim: { given: "Wim", family: "Postma", title: "bedrijfsleider" },
			sanne: { given: "Sanne", family: "Ruiter", title: "administratie", address: "nobodyAsked" },
		},
	},
	uwv: {
		kind: "uwv",
		name: "UWV, kantoor Voorbeeldstad",
		street: "Stationsweg 100",
		city: "Voorbeeldstad",
		domain: "uwv-voorbeeld.test",
		contacts: {
			ria: { given: "Ria", family: "Scholten", title: "adviseur werk" },
			dirk: { given: "Dirk", family: "Verhoeven", title: "arbeidsdeskundige", kind: "labourExpert" },
		},
	},
	gemeente: {
		kind: "municipality",
		name: "Gemeente Voorbeeldstad",
		street: "Raadhuisplein 1",
		city: "Voorbeeldstad",
		domain: "gemeente-voorbeeldstad.test",
		contacts: { karim: { given: "Karim", family: "Benali", title: "consulent werk en inkomen" } },
	},
	polis: {
		kind: "insurer",
		name: "Verzekeringen Voorbeeldpolis",
		street: "Dekkingslaan 20",
		city: "Schijnstad",
		domain: "voorbeeldpolis.test",
		contacts: { tessa: { given: "Tessa", family: "Groen", title: "re-integratiemanager", kind: "caseManager" } },
	},
} as const satisfies Record<string, Commissioner>;
export type CommissionerKey = keyof typeof commissioners;
export type ContactKey = { [K in CommissionerKey]: keyof (typeof commissioners)[K]["contacts"] }[CommissionerKey];

/** Back office records them, and confirms the addresses by telephone before anything is sent there (R9.1). */
export async function layCommissioners(scene: Scene, days: number): Promise<void> {
	await Promise.all(Object.entries<Commissioner>(commissioners).map(([key, one]) => layCommissioner(scene, days, key, one)));
	scene.say(`${Object.keys(commissioners).length} commissioners with their contact persons are there`);
}

async function layCommissioner(scene: Scene, days: number, key: string, one: Commissioner): Promise<void> {
	const by = staffAt(scene, "bea", momentAgo(scene, days, "09:40"));
	const id = by.chance.uuid();
	scene.ids.set(key, id);
	const { kind, name, street, city, domain } = one;
	await saveCommissioner(
		by,
		commissionerForm.parse({ id, kind, name, address: street, postal_code: "1234 AB", city, mail_domains: domain }),
	);
	for (const [who, contact] of Object.entries(one.contacts))
		await layContact(scene, days, { key: who, commissioner: key, domain }, contact);
}

async function layContact(
	scene: Scene,
	days: number,
	of: { key: string; commissioner: string; domain: string },
	contact: Contact,
): Promise<void> {
	const by = staffAt(scene, "bea", momentAgo(scene, days, "10:20"));
	const id = by.chance.uuid();
	scene.ids.set(of.key, id);
	const { title, address, kind = "contact", ...name } = contact;
	const email = `${of.key}.${contact.family.toLowerCase()}@${of.domain}`;
	await addContact(
		by,
		idOf(scene, of.commissioner),
		contactForm.parse({ id, ...name, kind, job_title: title, phone: "010 000 00 11", email }),
	);
	if (address === "asked") await askVerification(staffAt(scene, "bea", momentAgo(scene, 2, "14:00")), id, scene.publicUrl);
	if (address === undefined)
		await confirmByPhone(staffAt(scene, "bea", momentAgo(scene, days - 1, "11:00")), id, dayAgo(scene, days - 1));
}
