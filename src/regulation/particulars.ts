import type { Particulars } from "../law/regulation/particulars.ts";
import type { Agency } from "../platform/agency.server.ts";

/** The agency's own particulars for the regulation; what is not there yet stays an open place in the text. */
export function particularsOf(agency: Agency | undefined): Particulars {
	const address = agency ? `${agency.address}, ${agency.postal_code} ${agency.city}` : "";
	return {
		agency: agency?.name ?? "",
		address,
		email: agency?.email ?? "",
		phone: agency?.phone ?? "",
		website: agency?.website ?? "",
		kvk: agency?.kvk ?? "",
		dpo: agency?.dpo_name ?? "",
		dpoEmail: agency?.dpo_email ?? "",
	};
}
