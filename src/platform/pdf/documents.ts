import { z } from "zod";

// What the printed documents are made of. Limits keep one document from holding up the renderer.
const line = z.string().max(300);
const date = z.iso.date();
const language = z.enum(["nl", "en"]);
const content = z.string().max(100_000);

/** The agency's letterhead. The logo is an SVG or PNG without references to anything outside itself. */
export const letterhead = z.object({
	name: line,
	address: z.array(line).max(6).default([]),
	phone: line.default(""),
	email: line.default(""),
	website: line.default(""),
	kvk: line.default(""),
	logo: z.object({ kind: z.enum(["svg", "png"]), base64: z.base64().max(1_500_000), alt: line }).optional(),
});

const reportDocument = z.object({
	lang: language.default("nl"),
	agency: letterhead,
	title: line,
	reportKind: line,
	candidate: line,
	candidateNumber: line.default(""),
	assignment: line.default(""),
	commissioner: line,
	recipients: z.array(z.object({ name: line, role: line.default(""), organisation: line.default("") })).max(20),
	author: z.object({ name: line, role: line.default("") }),
	date,
	period: line.default(""),
	version: z.number().int().positive(),
	/** Random, printed in the footer; the verify page knows the document by it. */
	documentNumber: line,
	verifyUrl: line,
	body: content,
	/** The candidate's own view, which goes out with the report word for word. */
	ownView: content.default(""),
	/** A draft shows that it is one and promises no seal. */
	draft: z.boolean().default(false),
});

const clause = z.object({
	id: line,
	heading: line,
	text: content,
	/** How this clause is kept: one word for its state and sentences that say how. */
	kept: z.object({ state: line, text: content }),
});

const regulationDocument = z.object({
	lang: language.default("nl"),
	agency: letterhead,
	title: line,
	version: line,
	inForce: date,
	introduction: content.default(""),
	chapters: z.array(z.object({ heading: line, clauses: z.array(clause).max(60) })).max(60),
});

/** A picture as it came from a scanner: it is placed as it is, on a page of its own. */
const scan = z.object({ kind: z.enum(["png", "jpg"]), base64: z.base64().max(11_000_000) });

const informationRequestDocument = z.object({
	lang: language.default("nl"),
	agency: letterhead,
	title: line,
	date,
	documentNumber: line,
	addressee: z.array(line).max(6),
	candidate: line,
	birthDate: line.default(""),
	author: z.object({ name: line, role: line.default("") }),
	about: z.array(line).max(12),
	/** What is asked. */
	text: content,
	secrecy: z.array(z.string().max(1000)).max(10),
	/** The consent on which it is asked, whole: every word that was shown, when and how it was given, and the signed paper where there is one. */
	consent: z.object({
		number: line,
		given: line,
		method: line,
		until: line,
		fingerprint: line,
		parts: z.array(z.object({ heading: line, text: content })).max(20),
		attached: z.string().max(500).default(""),
		scan: scan.optional(),
	}),
	draft: z.boolean().default(false),
});

/** A question for consent to answer on paper, or the receipt of what was answered: the same words, with boxes or with what happened. */
const consentDocument = z.object({
	lang: language.default("nl"),
	agency: letterhead,
	title: z.string().max(600),
	about: line,
	date,
	documentNumber: line,
	fingerprint: line,
	facts: z.array(z.object({ label: line, value: z.string().max(600) })).max(20),
	/** The data itself, a line each. */
	lines: z.array(z.string().max(1000)).max(40),
	parts: z.array(z.object({ heading: line, text: content })).max(20),
	/** Boxes to tick, and a place to sign: on the form only. */
	boxes: z.array(line).max(4).default([]),
});

/** Every document the renderer makes, by the name of its template. */
export const documents = {
	report: reportDocument,
	regulation: regulationDocument,
	informationRequest: informationRequestDocument,
	consent: consentDocument,
} as const;
export type Template = keyof typeof documents;
export type Letterhead = z.input<typeof letterhead>;
export type ReportDocument = z.input<typeof reportDocument>;
export type RegulationDocument = z.input<typeof regulationDocument>;
export type ConsentDocument = z.input<typeof consentDocument>;
export type InformationRequestDocument = z.input<typeof informationRequestDocument>;
export type DocumentOf<T extends Template> = z.input<(typeof documents)[T]>;

export const renderRequest = z.discriminatedUnion("template", [
	z.object({ template: z.literal("report"), standard: z.enum(["a-2a", "a-1b"]), data: reportDocument }),
	z.object({ template: z.literal("regulation"), standard: z.enum(["a-2a", "a-1b"]), data: regulationDocument }),
	z.object({ template: z.literal("informationRequest"), standard: z.enum(["a-2a", "a-1b"]), data: informationRequestDocument }),
	z.object({ template: z.literal("consent"), standard: z.enum(["a-2a", "a-1b"]), data: consentDocument }),
]);
export type RenderRequest = z.infer<typeof renderRequest>;
