import { useT } from "./text.ts";

/** A clause of the regulation as a link to its place on the public page. */
export function Clause({ id }: { id: string }) {
	const t = useT();
	return (
		<a class="clause" href={`/reglement#${id}`}>
			<span class="sr-only">{t("reglement ", "regulation ")}</span>
			{id}
		</a>
	);
}
