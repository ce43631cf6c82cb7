/** One text for people, in both languages of the house. */
export type Bilingual = { readonly nl: string; readonly en: string };

/** A name as it stands inside a sentence: small first letter, except for abbreviations such as UWV. */
export const inSentence = (name: string): string =>
	/^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** A name or text as a sentence begins with it. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
