import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Passwords that were found in leaks, and words that people pick first: asked here and never of another machine. The list is a
// Bloom filter, made by db/known-passwords.ts: it knows each of them, and takes one in a thousand others for one of them.

export const bloomName = "known-passwords.bloom";
const probes = 10;

/** The same password in capitals, or typed on another keyboard, is as known. */
const folded = (password: string): string => password.normalize("NFKC").toLowerCase();

/** Which bits stand for a password in a filter of this many bits. */
export function bitsOf(password: string, size: number): number[] {
	const hash = createHash("sha256").update(folded(password)).digest();
	const [first, step] = [hash.readUIntBE(0, 6), hash.readUIntBE(6, 6) | 1];
	return Array.from({ length: probes }, (_, n) => (first + n * step) % size);
}

/** Months, seasons, places, clubs and what lies on the desk: with a year or an exclamation mark behind it, what people pick first. */
const stems = new Set(
	(
		"januari februari maart april mei juni juli augustus september oktober november december lente voorjaar zomer herfst najaar winter " +
		"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vakantie weekend kerst kerstmis pasen sinterklaas oranje koningsdag " +
		"welkom wachtwoord geheim inloggen toegang hallo goedemorgen test tester testen beheer beheerder admin administrator gebruiker " +
		"amsterdam rotterdam denhaag utrecht eindhoven groningen tilburg almere breda nijmegen arnhem haarlem enschede apeldoorn amersfoort " +
		"zwolle leiden leeuwarden maastricht dordrecht zoetermeer nederland holland belgie europa friesland drenthe overijssel gelderland " +
		"flevoland zeeland brabant limburg ajax feyenoord psv vitesse heerenveen sparta willem twente " +
		"spoor traject kandidaat coach coaching begeleiding begeleider reintegratie loopbaan outplacement bureau kantoor werk werken baan " +
		"computer laptop telefoon internet iloveyou liefde schatje lieverd mama papa kindje familie hond katje poesje vogel paard voetbal " +
		"password letmein welcome qwerty azerty qwertyuiop asdf asdfgh zxcvbn abc abcd abcdef monkey dragon football superman batman"
	).split(" "),
);

/** "Zomer2026!" is "zomer" with what everybody puts behind it; letters that were swapped for look-alikes are read back. */
function isStem(password: string): boolean {
	const bare = folded(password).replace(/^[\d\W_]+|[\d\W_]+$/gu, "");
	const read = (text: string) =>
		text.replace(
			/[01345@$!]/g,
			(sign) => ({ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", $: "s", "!": "i" })[sign] ?? sign,
		);
	const whole = read(folded(password)).replace(/[^a-z]+/g, "");
	return [bare, read(bare), whole].some((text) => stems.has(text)) || /^(.{1,4})\1+$/su.test(folded(password));
}

let filter: Buffer | undefined;

function load(): Buffer {
	// Beside this file, or in the checkout that the built processes run from.
	const places = [".", "../src/accounts", "../../src/accounts"].map((place) => join(import.meta.dirname, place, bloomName));
	const place = places.find((path) => existsSync(path));
	if (!place) throw new Error(`${bloomName} is missing: no password can be judged`);
	return readFileSync(place);
}

/** Is this password known from leaks, or one that people pick first? Nothing of it leaves the process. */
export function isKnownPassword(password: string): boolean {
	filter ??= load();
	const bits = filter;
	return (
		isStem(password) || bitsOf(password, bits.length * 8).every((bit) => ((bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0)
	);
}
