import type { Child } from "hono/jsx";
import type { Visit } from "../../platform/web/page.ts";
import { Form } from "../../ui/form.tsx";
import type { Place } from "../compartment.server.ts";
import type { RequestDeed } from "../form.ts";
import type { OneRequest } from "../queries.server.ts";
import { PlaceFields } from "./place.tsx";

/** The hidden fields of each form here, and which deed it is. */
export function DeedForm(props: {
	visit: Visit;
	place: Place;
	one: OneRequest;
	deed: RequestDeed;
	upload?: true;
	id?: string;
	children?: Child;
}) {
	const { visit, place, one, deed } = props;
	return (
		<Form
			action={`/kandidaten/${place.candidate}/gezondheid/verzoeken/${one.id}`}
			requestId={visit.by.chance.uuid()}
			rowVersion={one.row_version}
			{...(props.upload && { upload: true })}
			{...(props.id && { id: props.id })}
		>
			<PlaceFields place={place} />
			<input type="hidden" name="do" value={deed} />
			{props.children}
		</Form>
	);
}
