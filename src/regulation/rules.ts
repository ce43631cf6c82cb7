import type { CalendarDate } from "../law/deadlines.ts";
import { type Decision, no, yes } from "../law/decision.ts";
import type { RegulationVersion } from "../law/regulation/shape.ts";
import { versions } from "../law/regulation/versions.ts";

/** The version in force on a date. Before the first there was none: then the first answers, because it is what will apply. */
export function regulationOn(date: CalendarDate): RegulationVersion {
	return versions.findLast((version) => version.from <= date) ?? versions[0];
}

/** Must someone who acknowledged these versions acknowledge the one in force on this date? An editorial change asks nothing. */
export function acknowledgementNeeded(date: CalendarDate, acknowledged: readonly string[]): boolean {
	const inForce = versions.filter((version) => version.from <= regulationOn(date).from);
	const lastThatMatters = inForce.findLastIndex((version) => version.change !== "editorial");
	const enough = inForce.slice(Math.max(0, lastThatMatters)).map((version) => version.id);
	return !enough.some((id) => acknowledged.includes(id));
}

/** May a staff member open dossiers: is there a confidentiality statement, and is the regulation in force acknowledged? */
export function mayOpenDossiers(
	staff: { readonly statementOn: CalendarDate | null; readonly acknowledged: readonly string[] },
	date: CalendarDate,
): Decision {
	if (staff.statementOn === null || staff.statementOn > date) {
		return no("R1.3", {
			nl: "Er is nog geen geheimhoudingsverklaring van je geregistreerd. Vraag de beheerder dat te doen.",
			en: "No confidentiality statement of yours has been registered. Ask the administrator to do so.",
		});
	}
	if (acknowledgementNeeded(date, staff.acknowledged)) {
		return no("R1.3", {
			nl: "Bevestig eerst dat je het geldende reglement hebt ontvangen.",
			en: "First acknowledge that you have received the regulation in force.",
		});
	}
	return yes("R1.3");
}
