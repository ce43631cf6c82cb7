import { createHash } from "node:crypto";
import type { DemoPerson } from "../../src/accounts/demonstration.server.ts";
import { setUpForm } from "../../src/agency/form.ts";
import { setUp } from "../../src/agency/set-up.server.ts";
import { acknowledge } from "../../src/confidentiality/acknowledge.server.ts";
import { versions } from "../../src/law/regulation/versions.ts";
import { roles } from "../../src/law/roles.ts";
import { addMember, registerStatement } from "../../src/staff/staff.server.ts";
import { acceptInvitation } from "./accounts.ts";
import { agency, type StaffKey, staff, staffEmail, staffKeys, staffName } from "./people.ts";
import { dayAgo, doorAt, idOf, momentAgo, type Scene, staffAt, systemAt } from "./scene.ts";

/** How many days the demonstration looks back. */
export const reach = 270;

/** The agency, set up by its administrator with a code, as anybody's is; then its staff. Answers how each signs in. */
export async function layGround(scene: Scene): Promise<DemoPerson[]> {
	await makeAgency(scene);
	await Promise.all(staffKeys.filter((who) => who !== "ada").map((who) => join(scene, who)));
	const people = await Promise.all(staffKeys.map((who) => signIn(scene, who)));
	await Promise.all(staffKeys.map((who) => swear(scene, who)));
	scene.say(`The agency and ${people.length} members of staff are there`);
	return people;
}

async function makeAgency(scene: Scene): Promise<void> {
	const moment = momentAgo(scene, reach, "08:30");
	const code = "een code die alleen de seed kent";
	const { given, family } = staff.ada;
	const form = setUpForm.parse({ ...agency, code, given_name: given, family_name: family, staff_email: staffEmail("ada") });
	await setUp(systemAt(scene, moment), doorAt(scene, moment), createHash("sha256").update(code).digest("hex"), form, {
		demonstration: true,
	});
	// Whom set-up made is known to whoever accepts the invitation; the seed asks the table instead.
	const { rows } = await scene.owner.query<{ id: string }>("select id from app.staff_member");
	scene.ids.set("ada", rows[0]?.id ?? "");
}

async function join(scene: Scene, who: StaffKey): Promise<void> {
	const by = staffAt(scene, "ada", momentAgo(scene, reach, "09:00"));
	const id = by.chance.uuid();
	const { given, family, roles: held, ...more } = staff[who];
	const infix = "infix" in more ? more.infix : null;
	await addMember(by, scene.publicUrl, { id, name: { given, infix, family }, email: staffEmail(who), roles: held });
	scene.ids.set(who, id);
}

function signIn(scene: Scene, who: StaffKey): Promise<DemoPerson> {
	const role = staff[who].roles.map((held) => roles[held].nl).join(", ");
	return acceptInvitation(
		scene,
		{ realm: "staff", personId: idOf(scene, who), name: staffName(who), role, email: staffEmail(who) },
		momentAgo(scene, reach, "11:00"),
	);
}

/** R1.3: the statement, registered by somebody else, and the regulation in force, acknowledged. */
async function swear(scene: Scene, who: StaffKey): Promise<void> {
	const registrar = staffAt(scene, who === "ada" ? "fenna" : "ada", momentAgo(scene, reach - 1, "13:30"));
	await registerStatement(registrar, { id: registrar.chance.uuid(), staff: idOf(scene, who), signedOn: dayAgo(scene, reach) });
	// One version has been published so far; staff got it in the week before it came into force.
	const [version] = versions;
	const published = new Date(`${version.from}T09:30:00Z`);
	published.setUTCDate(published.getUTCDate() - 5);
	await acknowledge(staffAt(scene, who, published > scene.now ? scene.now : published), version.id);
}
