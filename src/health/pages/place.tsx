import { inSentence } from "../../law/bilingual.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { found, type Problem, redirect, type Visit } from "../../platform/web/page.ts";
import { Clause } from "../../ui/clause.tsx";
import { Breadcrumb, Tabs } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import type { Place } from "../compartment.server.ts";
import { purposeOf } from "../form.ts";
import { purposeChoices } from "../words.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose compartment, which trajectory and what for, as the address or the form says; undefined while no purpose was chosen. */
export function placeOf(visit: Visit): Place | undefined {
	const said = (name: string) => visit.form[name] ?? visit.url.searchParams.get(name) ?? undefined;
	const purpose = purposeOf(said("doel"));
	const trajectory = String(said("traject") ?? "");
	if (!purpose) return undefined;
	return { candidate: found(visit.params.candidate), purpose, ...(uuid.test(trajectory) && { trajectory }) };
}

/** Nobody comes in without saying what for. */
export const toGate = (visit: Visit): Response => {
	const trajectory = visit.url.searchParams.get("traject");
	const query = new URLSearchParams({ ...(trajectory && uuid.test(trajectory) && { traject: trajectory }), kies: "doel" });
	return redirect(`/kandidaten/${visit.params.candidate}/gezondheid?${query}`);
};

/** An address within the compartment that keeps trajectory and purpose. */
export function within(place: Place, path: string): string {
	const query = new URLSearchParams({ ...(place.trajectory && { traject: place.trajectory }), doel: place.purpose });
	return `/kandidaten/${place.candidate}/gezondheid${path}?${query}`;
}

/** What every form in here posts along. */
export function PlaceFields({ place }: { place: Place }) {
	return (
		<>
			<input type="hidden" name="doel" value={place.purpose} />
			{place.trajectory ? <input type="hidden" name="traject" value={place.trajectory} /> : null}
		</>
	);
}

/** Where one is, what for, and the parts beside each other. */
export function PlaceHead({
	visit,
	place,
	name,
	at,
	label,
}: {
	visit: Visit;
	place: Place;
	name: string;
	at: string;
	label?: string;
}) {
	const { t, lang, by } = visit;
	const person = fullName(name);
	const gate = `/kandidaten/${place.candidate}/gezondheid`;
	const tabs = [
		{ path: "/belastbaarheid", ability: "capacity.read", nl: "Belastbaarheid", en: "Work capacity" },
		{ path: "/ziekte", ability: "health.read", nl: "Ziekte en behandeling", en: "Illness and treatment" },
		{ path: "/verzoeken", ability: "health.ask", nl: "Vragen aan artsen", en: "Questions to doctors" },
	] as const;
	return (
		<>
			<Breadcrumb
				items={[
					{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
					{ href: `/kandidaten/${place.candidate}${place.trajectory ? `?traject=${place.trajectory}` : ""}`, label: person },
					{ href: gate, label: t("Gezondheid", "Health") },
					...(label ? [{ label }] : []),
				]}
			/>
			<Tabs
				label={t("Onderdelen van het gezondheidsdeel", "Parts of the health compartment")}
				active={within(place, at)}
				items={tabs
					.filter(({ ability }) => may(by.actor.roles, ability).allowed)
					.map(({ path, nl, en }) => ({ href: within(place, path), label: t(nl, en) }))}
			/>
			<p class="meta">
				{t("Geopend: ", "Opened: ")}
				{inSentence(purposeChoices[place.purpose][lang])}. {t("De kandidaat ziet dat.", "The candidate sees that.")}{" "}
				<Clause id="R8.3" />
			</p>
		</>
	);
}

/** What may not be done with it, where it is read. */
export function OwnWords({ visit: { t } }: { visit: Visit }) {
	return (
		<Notice tone="info" clause="R8.3" title={t("Dit gaat nergens vanzelf heen", "This goes nowhere by itself")}>
			<p>
				{t(
					"In een rapport komt alleen wat je zelf opschrijft, en daar gelden de regels voor de ontvanger. Een werkgever krijgt nooit aard, oorzaak of behandeling.",
					"A report holds only what you write yourself, under the rules for its recipient. An employer never gets nature, cause or treatment.",
				)}
			</p>
		</Notice>
	);
}

/** What was typed and what was wrong with it, by field. */
export const fieldsOf = (problem: Problem | undefined) => ({
	typed: (name: string) => String(problem?.values[name] ?? ""),
	error: (name: string) => (problem?.errors[name] ? { error: problem.errors[name] } : {}),
});
