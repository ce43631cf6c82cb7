import { sql } from "kysely";
import { NotAllowed } from "../../law/decision.ts";
import type { Tx } from "../db.server.ts";
import { checkSealedPdf } from "./check.ts";

/**
 * Checks a sealed PDF once more, every byte of it, before it goes anywhere (R9.1). Answers the certificate that it bears: the
 * agency's own, or the one it had when the PDF was made. Throws NotAllowed when it does not pass.
 */
export async function sealOn(tx: Tx, pdf: Uint8Array): Promise<Buffer> {
	const { rows } = await sql<{ certificate: Buffer }>`select certificate from app.seals()`.execute(tx);
	const borne = rows.find(({ certificate }) => checkSealedPdf(pdf, certificate).ok);
	if (borne) return borne.certificate;
	throw new NotAllowed("R9.1", {
		nl: "Dit document is niet verzegeld door het bureau, of het is niet heel. Leg het rapport opnieuw voor.",
		en: "This document is not sealed by the agency, or it is not whole. Submit the report again.",
	});
}
