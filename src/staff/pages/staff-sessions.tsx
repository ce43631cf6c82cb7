import { z } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { today } from "../../law/deadlines.ts";
import { deviceName } from "../../platform/web/device.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { regulationOn } from "../../regulation/rules.ts";
import { Button } from "../../ui/buttons.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { When } from "../../ui/time.tsx";
import { member } from "../queries.server.ts";
import { endEverySession, endSessionOf, type MemberSession, sessionsOf } from "../sessions.server.ts";

const here = (visit: Visit) => `/beheer/medewerkers/${visit.params.staff}/apparaten`;

/** Where a colleague is signed in, and ending it there: one device or all (R10.1). */
export const memberSessionsPage: Page = {
	path: "/beheer/medewerkers/:staff/apparaten",
	portal: "staff",
	who: "staff.manage",
	get: (visit) => view(visit),
	post: (visit) =>
		submit(visit, {
			form: z.object({ session: z.union([z.uuid(), z.literal("all")]) }),
			act: async ({ session }) => {
				await endSessionOf(await freshly(visit), { staff: visit.params.staff as string, session });
				const said =
					session === "all"
						? visit.t("Alle apparaten zijn afgemeld.", "All devices are signed out.")
						: visit.t("Het apparaat is afgemeld.", "The device is signed out.");
				return done(here(visit), said);
			},
			again: (problem) => view(visit, problem),
		}),
};

async function view(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const staff = visit.params.staff as string;
	const one = await member(by, regulationOn(today(by)).id, staff);
	const sessions = await sessionsOf(by, staff);
	const title = t("Aangemelde apparaten", "Signed-in devices");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead
					title={title}
					above={<a href={`/beheer/medewerkers/${staff}`}>{one.name}</a>}
					line={t(
						"Telefoon kwijt, of vertrouw je iets niet? Meld het apparaat af. Het account blijft bestaan.",
						"A lost phone, or something you do not trust? Sign the device out. The account stays.",
					)}
				/>
				<ErrorSummary errors={problem?.errors ?? {}} />
				{sessions.length === 0 ? (
					<EmptyState title={t("Nergens aangemeld", "Not signed in anywhere")}>
						{t("Er is nu geen apparaat om af te melden.", "There is no device to sign out now.")}
					</EmptyState>
				) : (
					<Form action={here(visit)}>
						<Devices visit={visit} sessions={sessions} />
						<StepUp by={by} problem={problem} />
						<Button look="danger" name="session" value="all">
							{t("Meld alle apparaten af", "Sign all devices out")}
						</Button>
					</Form>
				)}
			</>
		),
	};
}

function Devices({ visit: { t }, sessions }: { visit: Visit; sessions: readonly MemberSession[] }) {
	const nameOf = (one: MemberSession) => deviceName(one.device ?? "") ?? t("Onbekend apparaat", "Unknown device");
	return (
		<Table
			caption={t("Apparaten", "Devices")}
			captionHidden
			columns={[
				{ key: "device", label: t("Apparaat", "Device") },
				{ key: "since", label: t("Sinds", "Since") },
				{ key: "seen", label: t("Laatst gebruikt", "Last used") },
				{ key: "end", label: t("Afmelden", "Sign out") },
			]}
			rows={sessions.map((one) => ({
				cells: {
					device: nameOf(one),
					since: <When at={one.createdAt} clock />,
					seen: <When at={one.lastSeenAt} clock />,
					end: (
						<Button look="quiet" name="session" value={one.id} label={t(`Meld af: ${nameOf(one)}`, `Sign out: ${nameOf(one)}`)}>
							{t("Meld af", "Sign out")}
						</Button>
					),
				},
			}))}
		/>
	);
}

/** Everybody out at once, staff and candidates: when a device or server may be in other hands. */
export const everybodyOutPage: Page = {
	path: "/beheer/alle-apparaten",
	portal: "staff",
	who: "staff.manage",
	get: (visit) => everybody(visit),
	post: (visit) =>
		submit(visit, {
			form: z.object({}),
			act: async () => {
				const people = await endEverySession(await freshly(visit));
				return done(
					"/beheer/medewerkers",
					visit.t(`Afgemeld: ${people}. Jij bent nog aangemeld.`, `Signed out: ${people}. You are still signed in.`),
				);
			},
			again: (problem) => everybody(visit, problem),
		}),
};

function everybody(visit: Visit, problem?: Problem): View {
	const { t, by } = visit;
	const title = t("Iedereen afmelden", "Sign everybody out");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead
					title={title}
					above={<a href="/beheer/medewerkers">{t("Medewerkers", "Staff")}</a>}
					line={t(
						"Voor als iemand anders binnen kan zijn. Alle medewerkers en kandidaten moeten zich opnieuw aanmelden. Wat zij typen, blijft bewaard.",
						"For when somebody else may be inside. All staff and candidates must sign in anew. What they type is kept.",
					)}
				/>
				<ErrorSummary errors={problem?.errors ?? {}} />
				<Form action="/beheer/alle-apparaten">
					<StepUp by={by} problem={problem} />
					<Button look="danger">{t("Meld iedereen af", "Sign everybody out")}</Button>
				</Form>
			</>
		),
	};
}
