/** One text for people, in both languages of the house. */
export type Bilingual = { readonly nl: string; readonly en: string };
