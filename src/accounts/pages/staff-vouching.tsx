import { z } from "zod";
import { candidateData } from "../../candidates/queries.server.ts";
import { valuesOf } from "../../candidates/update.server.ts";
import { today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { regulationOn } from "../../regulation/rules.ts";
import { member } from "../../staff/queries.server.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead, Prose } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { freshly } from "../factor.server.ts";
import { StepUp } from "../fresh-code.tsx";
import { mayRestore, mayVouch, type Realm } from "../rules.ts";
import { type How, openVouching, restoreAccount, type Vouching, vouch, withdrawVouching } from "../vouch.server.ts";

const hows: Record<How, { nl: string; en: string }> = {
	inPerson: { nl: "Ik zag deze persoon zelf", en: "I met this person myself" },
	videoCall: { nl: "In een beeldgesprek, met een gezicht dat ik ken", en: "In a video call, with a face that I know" },
	knownNumber: { nl: "Ik belde een nummer dat al bekend was", en: "I called a number that was known already" },
};

const askForm = z.object({
	id: z.uuid(),
	how: z.enum(["inPerson", "videoCall", "knownNumber"], say("Kies hoe je het hebt nagegaan.", "Choose how you checked.")),
	reason: z
		.string()
		.trim()
		.min(10, say("Schrijf op wat er is gebeurd.", "Write down what happened."))
		.max(1000, say("Gebruik hoogstens 1000 tekens.", "Use at most 1000 characters.")),
});
const oneForm = z.object({ vouching: z.uuid() });

interface Person {
	readonly id: string;
	readonly realm: Realm;
	readonly name: string;
	readonly email: string | undefined;
	readonly lang: "nl" | "en";
	readonly inUse: boolean;
	readonly back: string;
}

async function memberOf({ by, params }: Visit): Promise<Person> {
	const one = await member(by, regulationOn(today(by)).id, found(params.staff));
	// Not everybody who may vouch sees the account itself; the verb knows.
	return { ...one, realm: "staff", lang: "nl", inUse: !one.leftAt, back: `/beheer/medewerkers/${one.id}` };
}

async function candidateOf({ by, params }: Visit): Promise<Person> {
	const data = await candidateData(by, found(params.candidate));
	const { id, language } = data;
	return {
		...{ id, realm: "candidate", name: fullName(data.name), email: valuesOf(data).email?.value },
		...{ lang: language as "nl" | "en", inUse: data.account === "active", back: `/kandidaten/${id}/gegevens` },
	};
}

const pageFor = (personOf: (visit: Visit) => Promise<Person>) => ({
	get: async (visit: Visit) => screen(visit, await personOf(visit)),
	post: async (visit: Visit) => deed(visit, await personOf(visit)),
});

/** Somebody who works here lost every way in: one vouches, an administrator confirms. */
export const staffVouchingPage: Page = {
	path: "/beheer/medewerkers/:staff/account-herstel",
	portal: "staff",
	who: "staff.read",
	...pageFor(memberOf),
};

/** A candidate lost every way in: the coach and one more vouch. */
export const candidateVouchingPage: Page = {
	path: "/kandidaten/:candidate/account-herstel",
	portal: "staff",
	who: "candidate.read",
	...pageFor(candidateOf),
};

function deed(visit: Visit, person: Person): Promise<View | Response> {
	const { t } = visit;
	const again = (problem: Problem) => screen(visit, person, problem);
	if (visit.form.do === "confirm") {
		return submit(visit, {
			form: oneForm,
			act: async ({ vouching }) => {
				const { publicUrl } = visit.services;
				const { id, realm, lang } = person;
				await restoreAccount(await freshly(visit), { person: id, realm, vouching, lang, publicUrl });
				return done(
					person.back,
					t("Alles is beëindigd. De nieuwe uitnodiging gaat nu weg.", "Everything was ended. The new invitation is on its way."),
				);
			},
			again,
		});
	}
	if (visit.form.do === "withdraw") {
		return submit(visit, {
			form: oneForm,
			act: async ({ vouching }) => {
				await withdrawVouching(visit.by, person.id, vouching);
				return done(person.back, t("Ingetrokken. Er is niets veranderd.", "Withdrawn. Nothing was changed."));
			},
			again,
		});
	}
	return submit(visit, {
		form: askForm,
		act: async (input) => {
			await vouch(await freshly(visit), { ...input, person: person.id, email: found(person.email) });
			return done(
				visit.url.pathname,
				t("Vastgelegd. Een tweede persoon bevestigt het.", "Recorded. A second person confirms it."),
			);
		},
		again,
	});
}

async function screen(visit: Visit, person: Person, problem?: Problem): Promise<View> {
	const { t } = visit;
	const open = await openVouching(visit.by, person.id);
	const title = t("Account opnieuw laten beginnen", "Let an account start anew");
	return {
		title,
		active: person.realm === "staff" ? "/beheer" : "/kandidaten",
		body: (
			<>
				<PageHead title={title} above={<a href={person.back}>{person.name}</a>} />
				<Trouble problem={problem} />
				<Prose>
					<p>
						{t(
							"Alleen als iemand telefoon, passkeys én herstelcodes kwijt is. Eén persoon staat ervoor in wie het is, een tweede bevestigt dat binnen een dag. Dan eindigen alle aanmeldingen en alles waarmee deze persoon zich aanmeldde. Er gaat een nieuwe uitnodiging uit. Een e-mail alleen is nooit genoeg.",
							"Only when somebody lost telephone, passkeys and recovery codes. One person vouches for who it is, a second confirms that within a day. Then all sessions end, and everything this person signed in with. A new invitation goes out. An e-mail alone is never enough.",
						)}
					</p>
				</Prose>
				{open ? (
					<Waiting visit={visit} person={person} open={open} problem={problem} />
				) : (
					<Asking visit={visit} person={person} problem={problem} />
				)}
			</>
		),
	};
}

function Asking({ visit, person, problem }: { visit: Visit; person: Person; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const decision = mayVouch({ own: person.id === by.actor.id, inUse: person.inUse, waiting: false });
	const words = t("Ik sta in voor deze persoon", "I vouch for this person");
	if (!decision.allowed) {
		return (
			<RefusedButton why={decision.why[lang]} clause={decision.because}>
				{words}
			</RefusedButton>
		);
	}
	if (!person.email) {
		return (
			<Notice
				tone="info"
				title={t("Jij ziet het e-mailadres van deze persoon niet", "You do not see this person's e-mail address")}
			>
				<p>
					{t(
						"De begeleider of de backoffice begint; jij kunt bevestigen.",
						"The coach or the back office begins; you can confirm.",
					)}
				</p>
			</Notice>
		);
	}
	const value = (name: string) => String(problem?.values[name] ?? "");
	return (
		<Form>
			<input type="hidden" name="id" value={value("id") || by.chance.uuid()} />
			<Radios
				name="how"
				label={t("Hoe weet je dat het deze persoon is?", "How do you know that it is this person?")}
				value={value("how")}
				options={Object.entries(hows).map(([how, text]) => ({ value: how, label: text[lang] }))}
				{...(problem?.errors.how && { error: problem.errors.how })}
			/>
			<TextArea
				name="reason"
				rows={3}
				label={t("Wat is er gebeurd?", "What happened?")}
				value={value("reason")}
				{...(problem?.errors.reason && { error: problem.errors.reason })}
			/>
			<p>{t(`De uitnodiging gaat straks naar ${person.email}.`, `The invitation will go to ${person.email}.`)}</p>
			<StepUp by={by} problem={problem} />
			<Button>{words}</Button>
		</Form>
	);
}

function Waiting({
	visit,
	person,
	open,
	problem,
}: {
	visit: Visit;
	person: Person;
	open: Vouching;
	problem: Problem | undefined;
}) {
	const { t, lang, by } = visit;
	const decision = mayRestore({
		...{ own: person.id === by.actor.id, same: open.askedBy === by.actor.id, realm: person.realm, guided: open.guided },
		administrator: by.actor.roles.includes("administrator"),
	});
	const words = t("Bevestig en nodig opnieuw uit", "Confirm and invite anew");
	return (
		<>
			<Facts
				facts={[
					{ label: t("Wie staat ervoor in", "Who vouches"), value: fullName(open.askedByName) },
					{ label: t("Hoe", "How"), value: hows[open.how][lang] },
					{ label: t("Wat er is gebeurd", "What happened"), value: open.reason },
					{ label: t("Uitnodiging naar", "Invitation to"), value: open.email },
					{ label: t("Bevestigen kan tot", "To be confirmed before"), value: formatMoment(open.expiresAt, lang) },
				]}
			/>
			{decision.allowed ? (
				<Form>
					<input type="hidden" name="do" value="confirm" />
					<input type="hidden" name="vouching" value={open.id} />
					<StepUp by={by} problem={problem} />
					<Button look="danger">{words}</Button>
				</Form>
			) : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{words}
				</RefusedButton>
			)}
			<ActionForm action={visit.url.pathname} fields={{ do: "withdraw", vouching: open.id }}>
				<Button look="quiet">{t("Trek het in", "Withdraw it")}</Button>
			</ActionForm>
		</>
	);
}
