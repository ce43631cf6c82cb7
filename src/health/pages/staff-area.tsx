import { today } from "../../law/deadlines.ts";
import type { HealthArea } from "../../law/health-grounds.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { withDays } from "../../reports/form.ts";
import { Button } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { More, Stack } from "../../ui/layout.tsx";
import { Badge, EmptyState, type Tone } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { type Place, readers, writers } from "../compartment.server.ts";
import { itemForms } from "../form.ts";
import { type CapacityContent, endItem, type IllnessContent, itemsOf, recordItem } from "../items.server.ts";
import { abilityLevels, areaNames, aspects, healthSources, illnessKinds, type Level } from "../words.ts";
import { NewItem } from "./new-item.tsx";
import { OwnWords, PlaceHead, placeOf, toGate, within } from "./place.tsx";

const paths = { capacity: "/belastbaarheid", illness: "/ziekte" } as const satisfies Record<HealthArea, string>;

/** One area of the compartment, opened for a purpose (R8.3): what holds, what held, and recording more. */
const areaPage = (area: HealthArea): Page => ({
	path: `/kandidaten/:candidate/gezondheid${paths[area]}`,
	portal: "staff",
	who: readers[area],
	get: (visit) => {
		const place = placeOf(visit);
		return place ? screen(visit, area, place) : toGate(visit);
	},
	post: (visit) => {
		const place = placeOf(visit);
		return place ? write(visit, area, place) : toGate(visit);
	},
});
export const areaPages = [areaPage("capacity"), areaPage("illness")];

function write(visit: Visit, area: HealthArea, place: Place): Promise<View | Response> {
	const { by, t } = visit;
	const again = (problem: Problem) => screen(visit, area, place, problem);
	if (visit.form.do === "end") {
		return submit(visit, {
			form: itemForms.end,
			act: async (input) => {
				await endItem(by, area, { ...place, id: input.item, rowVersion: input.row_version });
				return done(within(place, paths[area]), t("Vastgelegd: dit geldt niet meer.", "Recorded: this no longer holds."));
			},
			again,
		});
	}
	const posted = { ...visit, form: withDays(visit.form, "from", "until") };
	const said = () => done(within(place, paths[area]), t("Vastgelegd.", "Recorded."));
	if (area === "capacity") {
		return submit(posted, {
			form: itemForms.capacity,
			act: async ({ do: _, request_id, ...content }) => {
				await recordItem(by, "capacity", { ...place, id: request_id, content });
				return said();
			},
			again,
		});
	}
	return submit(posted, {
		form: itemForms.illness,
		act: async ({ do: _, request_id, ...content }) => {
			await recordItem(by, "illness", { ...place, id: request_id, content });
			return said();
		},
		again,
	});
}

type Item = Awaited<ReturnType<typeof itemsOf>>["items"][number];

async function screen(visit: Visit, area: HealthArea, place: Place, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const { items, person, work } = await itemsOf(by, area, place);
	const here = { ...place, trajectory: work.trajectory };
	const now = today(by);
	const past = (item: Item) => item.ended_at !== null || (item.content.until !== null && item.content.until < now);
	const title = areaNames[area][lang];
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<PlaceHead visit={visit} place={here} name={person.name} at={paths[area]} />
				<PageHead title={title} above={fullName(person.name)} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Items
						visit={visit}
						area={area}
						place={here}
						caption={t("Wat nu geldt", "What holds now")}
						items={items.filter((one) => !past(one))}
					/>
					{items.some(past) ? (
						<More summary={t("Wat eerder gold", "What held before")}>
							<Items
								visit={visit}
								area={area}
								place={here}
								caption={t("Wat eerder gold", "What held before")}
								items={items.filter(past)}
								past
							/>
						</More>
					) : null}
					{may(by.actor.roles, writers[area]).allowed ? (
						<NewItem visit={visit} area={area} place={here} problem={problem} />
					) : null}
					<OwnWords visit={visit} />
				</Stack>
			</>
		),
	};
}

const tones: Record<Level, Tone> = { can: "done", limited: "waiting", cannot: "warn", needed: "active" };
type ItemsProps = { visit: Visit; area: HealthArea; place: Place; caption: string; items: readonly Item[]; past?: true };

function Items({ visit, area, place, caption, items, past }: ItemsProps) {
	const { t, lang, by } = visit;
	const ends = !past && may(by.actor.roles, writers[area]).allowed;
	const level = (item: Item) => (area === "capacity" ? (item.content as CapacityContent).level : undefined);
	return (
		<Table
			caption={caption}
			captionHidden={past ?? false}
			columns={[
				{ key: "about", label: t("Waarover", "About") },
				{ key: "words", label: t("Wat precies", "What exactly") },
				{ key: "when", label: t("Van en tot", "From and until") },
				{ key: "source", label: t("Van wie", "From whom") },
				...(ends ? [{ key: "end", label: t("Klaar?", "Done?") }] : []),
			]}
			rows={items.map((item) => {
				const is = level(item);
				return {
					key: `i-${item.id}`,
					cells: {
						about: (
							<>
								{nameOf(area, item)[lang]} {is ? <Badge tone={tones[is]}>{abilityLevels[is][lang]}</Badge> : null}
							</>
						),
						words: item.content.words,
						when: periodOf(visit, item),
						source: (
							<div>
								{healthSources[item.content.source][lang]}
								<br />
								<span class="meta">
									{item.recorder ? fullName(item.recorder.name) : ""}, {formatShortDate(item.recorded_at, lang)}
								</span>
							</div>
						),
						end: ends ? (
							<ActionForm
								action={`/kandidaten/${place.candidate}/gezondheid${paths[area]}`}
								rowVersion={item.row_version}
								fields={{ do: "end", item: item.id, doel: place.purpose, traject: place.trajectory ?? "" }}
							>
								<Button look="quiet" label={`${t("Geldt niet meer", "No longer holds")}: ${nameOf(area, item)[lang]}`}>
									{t("Geldt niet meer", "No longer holds")}
								</Button>
							</ActionForm>
						) : null,
					},
				};
			})}
			empty={
				<EmptyState title={t("Hier staat nog niets", "There is nothing here yet")}>
					{area === "capacity"
						? t(
								"Leg hieronder vast wat iemand in het werk kan en niet kan.",
								"Record below what somebody can and cannot do at work.",
							)
						: t("Vraag niet meer dan voor het werk nodig is.", "Ask no more than the work needs.")}
				</EmptyState>
			}
		/>
	);
}

const nameOf = (area: HealthArea, { content }: Item) =>
	area === "capacity" ? aspects[(content as CapacityContent).aspect] : illnessKinds[(content as IllnessContent).kind];

function periodOf({ t, lang }: Visit, { content, ended_at }: Item): string {
	const from = formatShortDate(content.from, lang);
	if (ended_at)
		return t(`${from}; beëindigd ${formatShortDate(ended_at, lang)}`, `${from}; ended ${formatShortDate(ended_at, lang)}`);
	return content.until
		? t(`${from} tot en met ${formatShortDate(content.until, lang)}`, `${from} to ${formatShortDate(content.until, lang)}`)
		: t(`vanaf ${from}`, `from ${from}`);
}
