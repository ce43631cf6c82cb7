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
	await house.rows("select set_config('app.actor', $1, false)", [house.ids.ada]);
	await house.rows("begin");
	await house.rows(
		"select set_config('app.entry', audit.append('system', '{}', null, null, '{}', '{}', 'update', null, null, 'security', null, null, 'allowed', null, null)::text, true)",
	);
	await house.rows("update app.agency set seal_certificate = $1", [Buffer.from(certificate)]);
	await house.rows("commit");
	const render = typesetter();
	return { render, agency: agencyFrom(house.door), publicUrl: "http://127.0.0.1:4700", certificate };
}

/** The real typesetter in this process. */
export function typesetter(): Render {
	const root = process.cwd();
	const typeset = makeTypesetter(
		{ report: join(root, "src/reports/report.typ"), regulation: join(root, "src/regulation/regulation.typ") },
		join(root, "src/platform/pdf/sheet.typ"),
	);
	return async (template, data, standard = "a-2a") => typeset(renderRequest.parse({ template, data, standard }));
}
