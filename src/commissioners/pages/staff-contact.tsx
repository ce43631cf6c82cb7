import { z } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { postedDate } from "../../assignments/form.ts";
import { today } from "../../law/deadlines.ts";
import { fullName, type PersonName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { askVerification, confirmByPhone } from "../address.server.ts";
import { addContact, contactLeaves, updateContact } from "../contact.server.ts";
import { contactForm } from "../form.ts";
import { type CommissionerData, type ContactData, commissionerPage, contactPage, waitingOn } from "../queries.server.ts";
import { contactKindIds, contactKinds } from "../rules.ts";
import { AddressPart, LeavePart } from "./contact-parts.tsx";

const base = "/opdrachtgevers/:commissioner/contactpersonen";
const at = (visit: Visit, contact: string) => `/opdrachtgevers/${visit.params.commissioner}/contactpersonen/${contact}`;

/** Adding somebody who works for the commissioner. */
export const newContactPage: Page = {
	path: `${base}/nieuw`,
	portal: "staff",
	who: "commissioner.write",
	get: async (visit) => fresh(visit, await commissionerPage(visit.by, found(visit.params.commissioner))),
	post: (visit) =>
		submit(visit, {
			form: contactForm,
			act: async (input) => {
				await addContact(visit.by, found(visit.params.commissioner), input);
				return done(
					at(visit, input.id),
					visit.t(
						"De contactpersoon staat erbij. Vraag nu om bevestiging van het adres.",
						"The contact person was added. Now ask for confirmation of the address.",
					),
				);
			},
			again: async (problem) => fresh(visit, await commissionerPage(visit.by, found(visit.params.commissioner)), problem),
		}),
};

/** One contact person: particulars, where the address stands, leaving. */
export const contactScreen: Page = {
	path: `${base}/:contact`,
	portal: "staff",
	who: "commissioner.write",
	get: (visit) => screen(visit),
	post: (visit) =>
		deed(visit, contactForm, { ...visit.form, id: found(visit.params.contact) }, async (input) => {
			await updateContact(await freshly(visit), input);
			return visit.t("De contactpersoon is bewaard.", "The contact person was saved.");
		}),
};

/** Asks by mail. */
export const askAddressPage: Page = {
	path: `${base}/:contact/adres-vragen`,
	portal: "staff",
	who: "commissioner.write",
	post: (visit) =>
		deed(visit, z.object({}), visit.form, async () => {
			await askVerification(visit.by, found(visit.params.contact), visit.services.publicUrl);
			return visit.t("De vraag om bevestiging gaat nu weg.", "The question for confirmation is on its way.");
		}),
};

/** Records a confirmation by telephone. */
export const phoneAddressPage: Page = {
	path: `${base}/:contact/adres-bevestigd`,
	portal: "staff",
	who: "commissioner.write",
	post: (visit) =>
		deed(visit, z.object({ on: z.string() }), { ...visit.form, on: postedDate(visit.form, "on") }, async ({ on }) => {
			await confirmByPhone(await freshly(visit), found(visit.params.contact), on);
			return visit.t("Het adres staat als bevestigd.", "The address stands as confirmed.");
		}),
};

/** Records that they left. */
export const leaveContactPage: Page = {
	path: `${base}/:contact/vertrokken`,
	portal: "staff",
	who: "commissioner.write",
	post: (visit) =>
		deed(
			visit,
			z.object({
				row_version: z.coerce.number().int(),
				replaced_by: z
					.union([z.literal(""), z.literal("niemand"), z.uuid()])
					.refine(
						(text) => text !== "",
						say(
							"Kies wie ervoor in de plaats komt, of dat er nog niemand is.",
							"Choose who takes their place, or that there is nobody yet.",
						),
					),
			}),
			visit.form,
			async ({ row_version, replaced_by }) => {
				const replacedBy = replaced_by === "niemand" ? null : replaced_by;
				await contactLeaves(visit.by, { contact: found(visit.params.contact), rowVersion: row_version, replacedBy });
				return visit.t(
					"De contactpersoon staat als vertrokken. Er gaat niets meer naartoe.",
					"The contact person stands as having left. Nothing goes to them any more.",
				);
			},
		),
};

function deed<Input>(visit: Visit, form: z.ZodType<Input>, posted: Visit["form"], act: (input: Input) => Promise<string>) {
	return submit(
		{ ...visit, form: posted },
		{
			form,
			act: async (input) => done(at(visit, found(visit.params.contact)), await act(input)),
			again: (problem) => screen(visit, problem),
		},
	);
}

function fresh(visit: Visit, commissioner: CommissionerData, problem?: Problem): View {
	const { t } = visit;
	const title = t("Nieuwe contactpersoon", "New contact person");
	return {
		title,
		active: "/opdrachtgevers",
		body: (
			<>
				<Trail visit={visit} commissioner={commissioner} last={title} />
				<PageHead title={title} line={commissioner.name} />
				<Trouble problem={problem} />
				<Form>
					<input type="hidden" name="id" value={String(problem?.values.id ?? visit.by.chance.uuid())} />
					<Fields visit={visit} values={problem?.values ?? {}} problem={problem} domains={commissioner.mail_domains} />
					<Button>{t("Voeg de contactpersoon toe", "Add the contact person")}</Button>
				</Form>
			</>
		),
	};
}

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const one = await contactPage(by, found(visit.params.contact));
	if (one.commissioner.id !== visit.params.commissioner) found(undefined);
	const name = fullName(one.name);
	return {
		title: t("Contactpersoon", "Contact person"),
		active: "/opdrachtgevers",
		body: (
			<>
				<Trail visit={visit} commissioner={one.commissioner} last={name} />
				<PageHead title={name} line={one.job_title ?? contactKinds[one.kind][lang]} />
				<Trouble problem={problem} />
				{one.left_at ? (
					<Notice
						tone="warn"
						title={t(`Vertrokken op ${formatDate(one.left_at, lang)}`, `Left on ${formatDate(one.left_at, lang)}`)}
					>
						<p>{replacement(visit, one)}</p>
					</Notice>
				) : (
					<>
						<AddressPart visit={visit} one={one} base={at(visit, one.id)} day={today(by)} problem={problem} />
						<Change visit={visit} one={one} problem={problem} />
						<LeavePart visit={visit} one={one} base={at(visit, one.id)} waiting={await waitingOn(by, one.id)} problem={problem} />
					</>
				)}
			</>
		),
	};
}

function replacement({ t }: Visit, one: ContactData): string {
	const next = one.colleagues.find((colleague) => colleague.id === one.replaced_by);
	return next
		? t(`${fullName(next.name)} komt ervoor in de plaats.`, `${fullName(next.name)} takes their place.`)
		: t("Er gaat niets meer naar dit adres.", "Nothing goes to this address any more.");
}

function Trail({ visit, commissioner, last }: { visit: Visit; commissioner: { id: string; name: string | null }; last: string }) {
	const { t } = visit;
	return (
		<Breadcrumb
			items={[
				{ href: "/opdrachtgevers", label: t("Opdrachtgevers", "Commissioners") },
				{ href: `/opdrachtgevers/${commissioner.id}`, label: commissioner.name },
				{ label: last },
			]}
		/>
	);
}

function Change({ visit, one, problem }: { visit: Visit; one: ContactData; problem: Problem | undefined }) {
	const { t } = visit;
	const { given, infix, family } = JSON.parse(one.name) as PersonName;
	const values: Problem["values"] =
		problem?.values.family !== undefined
			? problem.values
			: {
					given: given ?? "",
					infix: infix ?? "",
					family,
					kind: one.kind,
					job_title: one.job_title ?? "",
					phone: one.phone ?? "",
					email: one.email,
				};
	return (
		<Section id="gegevens" title={t("Gegevens", "Particulars")}>
			<Notice tone="info" title={t("Een andere naam is een andere persoon", "Another name is another person")} clause="R8.1">
				<p>
					{t(
						"Ook een verbeterde spelling: dat verschil is niet te zien. Toestemmingen vervallen, wat klaarstaat gaat niet meer weg, en het adres moet opnieuw worden bevestigd. Is er een opvolger? Leg dan hieronder het vertrek vast en voeg die persoon toe.",
						"A corrected spelling too: that difference cannot be seen. Consents lapse, what is ready no longer goes, and the address must be confirmed anew. Is there a successor? Then record the leaving below and add that person.",
					)}
				</p>
			</Notice>
			<Form action={at(visit, one.id)} rowVersion={Number(values.row_version ?? one.row_version)}>
				<Fields visit={visit} values={values} problem={problem} domains={one.commissioner.mail_domains} />
				<StepUp by={visit.by} later problem={problem?.values.family === undefined ? undefined : problem} />
				<Button look="quiet">{t("Bewaar de contactpersoon", "Save the contact person")}</Button>
			</Form>
		</Section>
	);
}

function Fields(props: { visit: Visit; values: Problem["values"]; problem: Problem | undefined; domains: readonly string[] }) {
	const { t, lang } = props.visit;
	const field = (name: string) => ({
		name,
		value: String(props.values[name] ?? ""),
		...(props.problem?.errors[name] && { error: props.problem.errors[name] }),
	});
	return (
		<>
			<TextField {...field("given")} label={t("Voornaam", "Given name")} optional />
			<TextField {...field("infix")} label={t("Tussenvoegsel", "Infix")} width="short" optional />
			<TextField {...field("family")} label={t("Achternaam", "Family name")} />
			<Select
				{...field("kind")}
				label={t("Rol", "Role")}
				hint={t(
					"Een bedrijfsarts krijgt niet wat een werkgever krijgt, en andersom.",
					"A company doctor does not get what an employer gets, nor the other way round.",
				)}
				options={contactKindIds.map((kind) => ({ value: kind, label: contactKinds[kind][lang] }))}
			/>
			<TextField {...field("job_title")} label={t("Functie", "Job title")} optional />
			<TextField
				{...field("email")}
				type="email"
				inputmode="email"
				label={t("E-mailadres", "E-mail address")}
				hint={
					props.domains.length > 0
						? t(
								`Eindigt op ${props.domains.join(" of ")}. Een ander adres moet opnieuw worden bevestigd.`,
								`Ends in ${props.domains.join(" or ")}. Another address must be confirmed anew.`,
							)
						: t("Een ander adres moet opnieuw worden bevestigd.", "Another address must be confirmed anew.")
				}
			/>
			<TextField {...field("phone")} type="tel" inputmode="tel" label={t("Telefoonnummer", "Telephone number")} optional />
		</>
	);
}
