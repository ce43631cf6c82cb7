import { enforce } from "../law/decision.ts";
import { isDrawable, sizeOf } from "../law/images.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { FieldErrors, Stale } from "../platform/web/page.ts";
import type { Particulars } from "./form.ts";

export interface Logo {
	bytes: Uint8Array;
	type: "image/png" | "image/svg+xml";
}

const largestLogo = 300_000;

/** Saves what stands on letters and pages; a logo is kept as it was unless a new one comes along. */
export async function saveParticulars(
	by: Acting,
	input: Particulars & { rowVersion: number; logo?: Logo | undefined },
): Promise<void> {
	enforce(may(by.actor.roles, "agency.manage"));
	const { rowVersion, logo, ...rest } = input;
	await by.act([], "registration", { action: "update", clause: "R10.1" }, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("app.agency")
			.set({ ...rest, ...(logo && { logo: Buffer.from(logo.bytes), logo_type: logo.type }), row_version: rowVersion + 1 })
			.where("row_version", "=", rowVersion)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
	});
}

/** The text that every reader of XML sees in these bytes: UTF-8 that says nothing else of itself; empty when it is not. */
function readable(bytes: Uint8Array): string {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return /^\s*<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])/i.test(text) ? "" : text;
	} catch {
		return "";
	}
}

/** Takes a PNG or SVG for the letterhead: what it says it is must be what it is, and an SVG refers to nothing outside itself. */
export async function logoFrom(file: File | undefined): Promise<Logo | undefined> {
	if (!file || file.size === 0) return undefined;
	const refuse = (nl: string, en: string) => new FieldErrors({ logo: { nl, en } });
	if (file.size > largestLogo) throw refuse("Het logo is groter dan 300 kB.", "The logo is larger than 300 kB.");
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (Buffer.from(bytes.subarray(0, 8)).toString("hex") === "89504e470d0a1a0a") {
		if (isDrawable(sizeOf(bytes))) return { bytes, type: "image/png" };
		throw refuse("Het logo heeft te veel beeldpunten, of is niet gaaf.", "The logo has too many pixels, or is not sound.");
	}
	const text = readable(bytes);
	if (!/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text))
		throw refuse("Het logo moet een PNG of SVG zijn.", "The logo must be a PNG or SVG.");
	if (
		/<(\w+:)?script|<!DOCTYPE|<!ENTITY|<(\w+:)?foreignObject|\bon\w+\s*=|(href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i.test(
			text,
		)
	) {
		throw refuse(
			"Dit SVG-bestand verwijst naar iets buiten zichzelf. Sla het plat op.",
			"This SVG refers to something outside itself. Save it flattened.",
		);
	}
	return { bytes, type: "image/svg+xml" };
}
