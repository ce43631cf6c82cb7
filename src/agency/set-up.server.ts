import { createHash, timingSafeEqual } from "node:crypto";
import { foldEmail } from "../accounts/rules.ts";
import { today } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import { type Acting, type Door, sql } from "../platform/db.server.ts";
import { sealer } from "../platform/sealing.ts";
import { newToken } from "../platform/tokens.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { newCertificate } from "./certificate.server.ts";
import type { SetUpForm } from "./form.ts";
import { logoFrom } from "./particulars.server.ts";

/** Is this the code that the terminal showed? Compared by hash, in constant time. */
export function isSetUpCode(code: string, sha256Hex: string | undefined): boolean {
	if (!sha256Hex) return false;
	const given = createHash("sha256").update(code.trim().toLowerCase()).digest();
	return timingSafeEqual(given, Buffer.from(sha256Hex, "hex"));
}

/**
 * Makes the agency, its sealing certificate and its first administrator, and answers the path where that person chooses
 * a password and a second factor. Works once: refused when there is an agency. Throws FieldErrors on a wrong code, or a logo that is none.
 */
export async function setUp(
	by: Acting,
	door: Door,
	codeSha256: string | undefined,
	form: SetUpForm,
	{ demonstration = false, logo: file }: { demonstration?: boolean; logo?: File | undefined } = {},
): Promise<string> {
	if (!isSetUpCode(form.code, codeSha256)) {
		throw new FieldErrors({
			code: {
				nl: "Deze code klopt niet. Kijk in het venster waarin Spoor is gestart.",
				en: "This code is not right. Look in the window in which Spoor was started.",
			},
		});
	}
	const logo = await logoFrom(file);
	const person = by.chance.uuid();
	await by.keys.create([person]);
	const { token, hash } = newToken(by.chance);
	const [emailToken] = await by.keys.tokens([{ kind: "email", value: foldEmail(form.staff_email) }]);
	const name = JSON.stringify({ given: form.given_name, ...(form.infix && { infix: form.infix }), family: form.family_name });
	const sealed = await sealer(by.keys)("staff_member", person, person, { name, email: form.staff_email });
	const agency = {
		name: form.name,
		address: form.address,
		postalCode: form.postal_code,
		city: form.city,
		phone: form.phone,
		email: form.email,
		website: form.website,
		kvk: form.kvk,
		dpoName: form.dpo_name,
		dpoEmail: form.dpo_email,
		demonstration,
		...(logo && { logo: Buffer.from(logo.bytes).toString("base64"), logoType: logo.type }),
	};
	const certificate = await newCertificate(by, form);
	try {
		await door.ask(
			"recipient",
			sql`select app.set_up(${JSON.stringify(agency)}::jsonb, ${certificate}, ${person}::uuid, ${sealed.name}, ${sealed.email}, ${emailToken}, ${hash}, ${today(by)}::date, ${by.now()})`,
		);
	} catch (error) {
		if ((error as { code?: string }).code !== "23505") throw error;
		throw new NotAllowed("R10.1", { nl: "Dit bureau is al ingericht.", en: "This agency has been set up already." });
	}
	return `/uitnodiging?code=${token}`;
}
