import { join } from "node:path";
import { agencyFrom } from "../src/platform/agency.server.ts";
import { makeSealingCertificate } from "../src/platform/pdf/certificate.ts";
import { renderRequest } from "../src/platform/pdf/documents.ts";
import type { Render } from "../src/platform/pdf/render.server.ts";
import { makeTypesetter } from "../src/platform/pdf/typeset.ts";
import type { TestHouse } from "./people.ts";

/** The real typesetter in this process (the renderer process has its own tests), and a sealing certificate for the agency. */
export async function pressFor(house: TestHouse) {
	const publicKey = await house.keys.sealingKey();
	const certificate = await makeSealingCertificate({
		name: "Bureau Voorbeeld",
		publicKey,
		sign: (bytes) => house.keys.sign(bytes),
		serial: crypto.getRandomValues(new Uint8Array(16)),
		at: new Date("2026-01-01"),
	});
	await sealAs(house, certificate);
	const render = typesetter();
	return { render, agency: agencyFrom(house.door), publicUrl: "http://127.0.0.1:4700", certificate };
}

/** Gives the agency this sealing certificate; one that it had before stays known as an earlier one. */
export async function sealAs(house: TestHouse, certificate: Uint8Array): Promise<void> {
	await house.rows(`do $$ begin
		perform set_config('app.actor', '${house.ids.ada}', true);
		perform set_config('app.entry', audit.append('system', '{}', null, null, '{}', '{}', 'update', null, null, 'security', null, null, 'allowed', null, null)::text, true);
		update app.agency set seal_certificate = decode('${Buffer.from(certificate).toString("hex")}', 'hex');
	end $$`);
}

/** The real typesetter in this process. */
export function typesetter(): Render {
	const root = process.cwd();
	const typeset = makeTypesetter(
		{
			report: join(root, "src/reports/report.typ"),
			regulation: join(root, "src/regulation/regulation.typ"),
			informationRequest: join(root, "src/health/information-request.typ"),
			consent: join(root, "src/consents/consent.typ"),
		},
		join(root, "src/platform/pdf/sheet.typ"),
	);
	return async (template, data, standard = "a-2a") => typeset(renderRequest.parse({ template, data, standard }));
}
