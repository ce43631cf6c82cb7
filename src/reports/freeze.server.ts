import { NotAllowed } from "../law/decision.ts";
import type { Agency } from "../platform/agency.server.ts";
import type { Acting } from "../platform/db.server.ts";
import { sha256 } from "../platform/hash.ts";
import { checkSealedPdf } from "../platform/pdf/check.ts";
import type { DocumentOf, Letterhead, ReportDocument, Template } from "../platform/pdf/documents.ts";
import type { Render } from "../platform/pdf/render.server.ts";
import { type SealWith, sealPdf } from "../platform/pdf/seal.ts";
import { NoTimeStamp, type TimeStamp } from "../platform/pdf/time-stamp.ts";
import { numberLetters } from "../ui/document-number.ts";

/** What freezing needs besides the words. */
export interface Press {
	render: Render;
	agency: () => Promise<Agency | undefined>;
	publicUrl: string;
	timeStamp?: TimeStamp;
}

export interface Frozen {
	pdf: Uint8Array;
	sha256: Buffer;
}

/** A number for on paper: random, so that it tells nothing, in groups that can be read out. */
export function documentNumber(bytes: Uint8Array): string {
	const drawn = [...bytes.subarray(0, 16)].map((byte) => numberLetters[byte % numberLetters.length]).join("");
	return (drawn.match(/.{4}/g) ?? []).join("-");
}

export function letterheadOf(agency: Agency): Letterhead {
	const kind = agency.logo_type === "image/png" ? "png" : "svg";
	return {
		name: agency.name,
		address: [agency.address, `${agency.postal_code} ${agency.city}`],
		phone: agency.phone ?? "",
		email: agency.email,
		website: agency.website ?? "",
		kvk: agency.kvk ?? "",
		...(agency.logo && { logo: { kind, base64: agency.logo.toString("base64"), alt: agency.name } }),
	};
}

export async function agencyOf(press: Press): Promise<Agency> {
	const agency = await press.agency();
	if (!agency) throw new Error("There is no agency yet");
	return agency;
}

/** The PDF of a draft, marked as one and not sealed. */
export async function preview(press: Press, document: Omit<ReportDocument, "agency" | "draft">): Promise<Uint8Array> {
	return press.render("report", { ...document, agency: letterheadOf(await agencyOf(press)), draft: true });
}

/**
 * Renders, seals with the agency's certificate and checks what came out (R9.1). Nothing unchecked leaves here, nor anything without
 * a time stamp where the agency wants one: then NotAllowed says that it has to wait.
 */
export const freeze = (by: Acting, press: Press, document: Omit<ReportDocument, "agency" | "draft">): Promise<Frozen> =>
	freezeAs(by, press, "report", (agency) => ({ ...document, agency }), "Rapportage");

/** The same for any document that the agency puts its seal on; `reason` stands in the seal. */
export async function freezeAs<T extends Template>(
	by: Acting,
	press: Press,
	template: T,
	document: (agency: Letterhead) => DocumentOf<T>,
	reason: string,
): Promise<Frozen> {
	const agency = await agencyOf(press);
	if (!agency.seal_certificate) {
		throw new NotAllowed("R9.1", {
			nl: "Het bureau heeft nog geen zegelcertificaat. De beheerder kan dat maken.",
			en: "The agency has no sealing certificate yet. The administrator can make one.",
		});
	}
	const rendered = await press.render(template, document(letterheadOf(agency)));
	const pdf = await sealed(rendered, {
		sign: (bytes) => by.keys.sign(bytes),
		certificate: agency.seal_certificate,
		chain: agency.seal_chain,
		name: agency.name,
		reason,
		location: agency.city,
		at: by.now(),
		...(press.timeStamp && { timeStamp: press.timeStamp }),
	});
	const checked = checkSealedPdf(pdf, agency.seal_certificate);
	if (!checked.ok) throw new Error(`The sealed PDF does not pass its own check: ${checked.problems.join("; ")}`);
	return { pdf, sha256: sha256(pdf) };
}

async function sealed(rendered: Uint8Array, seal: SealWith): Promise<Uint8Array> {
	try {
		return await sealPdf(rendered, seal);
	} catch (error) {
		if (!(error instanceof NoTimeStamp)) throw error;
		throw new NotAllowed("R9.1", {
			nl: "De tijdstempeldienst gaf geen geldig tijdstempel. Er is niets vastgelegd of voorgelegd. Probeer het later opnieuw.",
			en: "The time-stamp service gave no valid time stamp. Nothing was fixed or submitted. Try again later.",
		});
	}
}
