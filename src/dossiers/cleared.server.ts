import { NotAllowed } from "../law/decision.ts";
import { sql, type Tx } from "../platform/db.server.ts";

/** Throws NotAllowed (R1.3) for who has no statement registered or did not acknowledge the regulation in force: then no dossier opens. */
export async function enforceCleared(tx: Tx): Promise<void> {
	const { rows } = await sql<{ cleared: boolean }>`select app.cleared() as cleared`.execute(tx);
	if (rows[0]?.cleared) return;
	throw new NotAllowed("R1.3", {
		nl: "Er gaat geen dossier open voordat je geheimhoudingsverklaring is geregistreerd en je kennis hebt genomen van het reglement dat nu geldt.",
		en: "No dossier opens before your confidentiality statement is registered and you have acknowledged the regulation now in force.",
	});
}
