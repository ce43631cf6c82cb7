/** The text in the language of the page. Candidates are addressed with u, staff with je: give `je` where that differs. */
export function say(nl: string, en: string, je?: string): string {
	const root = document.documentElement;
	if (root.lang === "en") return en;
	return root.dataset.mood === "staff" && je ? je : nl;
}

/** A clock time of the agency, such as 14:05. */
export function clock(at: string | number | Date): string {
	return new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" }).format(
		new Date(at),
	);
}

/** An element with attributes and children; the few that islands make themselves. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Record<string, string>,
	...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}
