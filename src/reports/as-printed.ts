import { asRead, besideAsRead } from "../guard/as-read.ts";
import type { Paper } from "./document.server.ts";

/** All that staff typed and that a report prints, as its reader gets it: title and text, reference, job titles, a view typed over from paper. */
export function asPrinted(paper: Paper): string {
	const { draft, reference, contact, author } = paper;
	const beside = {
		reference,
		jobTitles: [contact.job_title, author.job_title],
		ownView: paper.typedOver ? paper.own_view : null,
	};
	return `${asRead(draft.title, draft.body)}\n${besideAsRead(beside)}`;
}
