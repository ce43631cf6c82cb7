/** A person's name as it is sealed (JSON): how they are called, their initials, "van den", their family name. */
export interface PersonName {
	given?: string;
	initials?: string;
	infix?: string;
	family: string;
}

/** "Sofie van den Berg" from the sealed JSON. */
export function fullName(sealedName: string): string {
	const { given, initials, infix, family } = JSON.parse(sealedName) as PersonName;
	return [given ?? initials, infix, family].filter(Boolean).join(" ");
}

/** "Berg, Sofie van den", for lists in the order of the Dutch telephone book. */
export function sortingName(sealedName: string): string {
	const { given, initials, infix, family } = JSON.parse(sealedName) as PersonName;
	return `${family}, ${[given ?? initials, infix].filter(Boolean).join(" ")}`;
}
