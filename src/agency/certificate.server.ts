import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import {
	type CertificateFacts,
	certificateFacts,
	makeSealingCertificate,
	NotInstallable,
	readPkcs12,
} from "../platform/pdf/certificate.ts";
import { FieldErrors, Stale } from "../platform/web/page.ts";

/** A sealing certificate of the agency's own making. The private key is made in the key process and never leaves it. */
export async function newCertificate(
	by: Pick<Acting, "keys" | "chance" | "now">,
	agency: { name: string; kvk: string | null },
): Promise<Buffer> {
	const publicKey = await by.keys.sealingKey();
	const certificate = await makeSealingCertificate({
		name: agency.name,
		...(agency.kvk && { kvk: agency.kvk }),
		publicKey,
		sign: (bytes) => by.keys.sign(bytes),
		serial: by.chance.bytes(16),
		at: by.now(),
	});
	return Buffer.from(certificate);
}

/** Installs one's own certificate from a PKCS#12 file; its key goes to the key process (R9.1). Throws FieldErrors on file or password. */
export async function installCertificate(
	by: Acting,
	input: { rowVersion: number; file: Uint8Array; password: string },
): Promise<CertificateFacts> {
	enforce(may(by.actor.roles, "agency.manage"));
	const installed = await readPkcs12(input.file, input.password).catch((error: unknown) => {
		if (!(error instanceof NotInstallable)) throw error;
		throw new FieldErrors({
			file: {
				nl: `Dit certificaat kan niet worden gebruikt: ${error.message}`,
				en: `This certificate cannot be used: ${error.message}`,
			},
		});
	});
	await by.act([], "security", { action: "installCertificate", clause: "R9.1" }, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("app.agency")
			.set({
				seal_certificate: Buffer.from(installed.certificate),
				seal_chain: installed.chain.map((one) => Buffer.from(one)),
				row_version: input.rowVersion + 1,
			})
			.where("row_version", "=", input.rowVersion)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
		// Last: when the key process does not take the key, the certificate is not taken either.
		await by.keys.sealingKey(Buffer.from(installed.privateKeyPkcs8));
	});
	return certificateFacts(installed.certificate);
}
