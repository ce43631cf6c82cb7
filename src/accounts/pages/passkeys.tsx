import { deviceName } from "../../platform/web/device.ts";
import {
	done,
	FieldErrors,
	found,
	type Page,
	type Problem,
	redirect,
	submit,
	type View,
	type Visit,
} from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Badge } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { When } from "../../ui/time.tsx";
import { checkFreshFactor, freshly } from "../factor.server.ts";
import { addPasskeyForm, codeForm, passkeyForm, renamePasskeyForm } from "../form.ts";
import { FreshCodeField, StepUp } from "../fresh-code.tsx";
import { askProof, askRegistration, proveWithPasskey, registerPasskey, removePasskey, renamePasskey } from "../passkey.server.ts";
import { PasskeyButton } from "../passkey-button.tsx";
import { type OwnPasskey, ownPasskeys } from "../queries.server.ts";
import { isFresh, type Realm } from "../rules.ts";
import { usedPasskeyCookie } from "../session.server.ts";
import { type RelyingParty, relyingParty } from "../webauthn.ts";
import { pathsOf, wordsFor } from "../words.ts";
import { errorsOf, statusOf } from "./problems.ts";

/** One's own passkeys: adding after a fresh factor, renaming, removing; and showing one in place of a code, in any form. */
export function passkeyPages(realm: Realm): readonly Page[] {
	const { passkeys, prove } = pathsOf(realm);
	const page = { portal: realm, who: "signedIn" } as const;
	return [
		{ ...page, path: passkeys, get: (visit) => addView(visit, realm), post: (visit) => add(visit, realm) },
		{
			...page,
			path: `${passkeys}/vraag`,
			post: (visit) => asJson(visit, async (party) => askRegistration(visit.by, party, await nameOf(visit))),
		},
		{ ...page, path: `${passkeys}/:passkey`, get: (visit) => oneView(visit, realm), post: (visit) => change(visit, realm) },
		{ ...page, path: `${prove}/vraag`, post: (visit) => asJson(visit, (party) => askProof(visit.by, party)) },
		{
			...page,
			path: prove,
			post: (visit) => asJson(visit, async (party) => ({ code: await proveWithPasskey(visit.by, party, answerIn(visit)) })),
		},
	];
}

const party = (visit: Visit): RelyingParty => found(relyingParty(visit.services.publicUrl));
const nameOf = async (visit: Visit) => (await visit.services.agency())?.name ?? "Spoor";
const answerIn = (visit: Visit): string => passkeyForm.safeParse(visit.form).data?.passkey ?? "";

/** What the page's script asks and is answered; a refusal in words. */
async function asJson(visit: Visit, work: (party: RelyingParty) => Promise<unknown>): Promise<Response> {
	try {
		return Response.json(await work(party(visit)));
	} catch (error) {
		if (!(error instanceof FieldErrors)) throw error;
		const [why] = Object.values(error.errors);
		return Response.json({ error: why && visit.t(why.nl, why.en) }, { status: 422 });
	}
}

async function add(visit: Visit, realm: Realm): Promise<View | Response> {
	const { by, t } = visit;
	const { passkeys, account } = pathsOf(realm);
	if (typeof visit.form.code === "string") {
		return submit(visit, {
			form: codeForm,
			act: async ({ code }) => {
				await checkFreshFactor(by, code);
				return redirect(passkeys);
			},
			again: (problem) => addView(visit, realm, problem),
		});
	}
	return submit(visit, {
		form: addPasskeyForm,
		act: async ({ name, passkey }) => {
			await registerPasskey(by, party(visit), { answer: passkey, name, publicUrl: visit.services.publicUrl });
			const response = done(account, t("De passkey staat erbij.", "The passkey was added."));
			response.headers.append("set-cookie", usedPasskeyCookie(realm));
			return response;
		},
		again: (problem) => addView(visit, realm, problem),
	});
}

function addView(visit: Visit, realm: Realm, problem?: Problem): View {
	const { t, by } = visit;
	const say = wordsFor(visit, realm);
	const paths = pathsOf(realm);
	const errors = errorsOf(problem);
	const title = t("Passkey toevoegen", "Add a passkey");
	const here = relyingParty(visit.services.publicUrl);
	return {
		title,
		active: paths.account,
		...statusOf(problem),
		body: (
			<>
				<PageHead title={title} above={<a href={paths.account}>{t("Mijn account", "My account")}</a>} />
				<ErrorSummary errors={errors} />
				<Prose>
					<p>
						{say(
							"Met een passkey meldt u zich aan zoals u uw telefoon of computer ontgrendelt: met uw vinger, uw gezicht of een pincode. U hebt dan geen wachtwoord en geen code nodig. Niemand kan hem van u afkijken.",
							"Met een passkey meld je je aan zoals je je telefoon of computer ontgrendelt: met je vinger, je gezicht of een pincode. Je hebt dan geen wachtwoord en geen code nodig. Niemand kan hem van je afkijken.",
							"With a passkey you sign in the way you unlock your phone or computer: with your finger, your face or a PIN. You need no password and no code then. Nobody can look over your shoulder for it.",
						)}
					</p>
				</Prose>
				{!here ? (
					<p>
						{t("Op dit adres kan dat niet: het is een IP-adres.", "That is not possible at this address: it is an IP address.")}
					</p>
				) : isFresh(by.actor.secondFactorAt, by.now()) ? (
					<Form action={paths.passkeys}>
						<TextField
							name="name"
							label={t("Naam van deze passkey", "Name of this passkey")}
							hint={say(
								"Zo herkent u hem later in de lijst.",
								"Zo herken je hem later in de lijst.",
								"So that you recognise it in the list later.",
							)}
							value={String(problem?.values.name ?? deviceName(visit.device) ?? "")}
							{...(errors.name && { error: errors.name })}
						/>
						<PasskeyButton use="register" ask={`${paths.passkeys}/vraag`}>
							{t("Maak de passkey", "Make the passkey")}
						</PasskeyButton>
						<noscript>
							<p>{t("Hiervoor is JavaScript nodig.", "This needs JavaScript.")}</p>
						</noscript>
					</Form>
				) : (
					<Form action={paths.passkeys}>
						<FreshCodeField error={errors.code} />
						<Button>{t("Verder", "Continue")}</Button>
					</Form>
				)}
			</>
		),
	};
}

async function change(visit: Visit, realm: Realm): Promise<View | Response> {
	const { t } = visit;
	const passkey = found(visit.params.passkey);
	const { account } = pathsOf(realm);
	const again = (problem: Problem) => oneView(visit, realm, problem);
	if (visit.form.do === "remove") {
		return submit(visit, {
			form: codeForm.partial(),
			act: async () => {
				await removePasskey(await freshly(visit), passkey, visit.services.publicUrl);
				return done(account, t("De passkey werkt niet meer.", "The passkey no longer works."));
			},
			again,
		});
	}
	return submit(visit, {
		form: renamePasskeyForm,
		act: async ({ name }) => {
			await renamePasskey(visit.by, passkey, name);
			return done(account, t("De naam is gewijzigd.", "The name was changed."));
		},
		again,
	});
}

async function oneView(visit: Visit, realm: Realm, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const say = wordsFor(visit, realm);
	const paths = pathsOf(realm);
	const one = found((await ownPasskeys(by)).find(({ id }) => id === visit.params.passkey));
	const errors = errorsOf(problem);
	const here = `${paths.passkeys}/${one.id}`;
	return {
		title: t("Passkey", "Passkey"),
		active: paths.account,
		...statusOf(problem),
		body: (
			<>
				<PageHead title={one.name} above={<a href={paths.account}>{t("Mijn account", "My account")}</a>} />
				<ErrorSummary errors={errors} />
				<Form action={here}>
					<TextField
						name="name"
						label={t("Naam", "Name")}
						value={String(problem?.values.name ?? one.name)}
						{...(errors.name && { error: errors.name })}
					/>
					<Button look="quiet">{t("Bewaar de naam", "Save the name")}</Button>
				</Form>
				<Section title={t("Weghalen", "Remove")} id="weghalen">
					<p>
						{say(
							"Daarna kunt u zich hier niet meer mee aanmelden. Haal hem ook weg uit uw telefoon of computer.",
							"Daarna kun je je hier niet meer mee aanmelden. Haal hem ook weg uit je telefoon of computer.",
							"After that you cannot sign in with it here. Remove it from your phone or computer too.",
						)}
					</p>
					<Form action={here}>
						<input type="hidden" name="do" value="remove" />
						<StepUp by={by} problem={problem} />
						<Button look="danger">{t("Haal de passkey weg", "Remove the passkey")}</Button>
					</Form>
				</Section>
			</>
		),
	};
}

/** The list on one's account page. */
export function Passkeys({ visit, passkeys, realm }: { visit: Visit; passkeys: readonly OwnPasskey[]; realm: Realm }) {
	const { t } = visit;
	const path = pathsOf(realm).passkeys;
	return (
		<>
			{passkeys.length === 0 ? null : (
				<Table
					caption={t("Passkeys", "Passkeys")}
					captionHidden
					columns={[
						{ key: "name", label: t("Naam", "Name") },
						{ key: "kept", label: t("Bewaard", "Kept") },
						{ key: "since", label: t("Sinds", "Since") },
						{ key: "used", label: t("Laatst gebruikt", "Last used") },
					]}
					rows={passkeys.map((one) => ({
						key: one.id,
						cells: {
							name: <a href={`${path}/${one.id}`}>{one.name}</a>,
							kept: one.backedUp ? (
								<Badge>{t("op meer apparaten", "on more devices")}</Badge>
							) : (
								<Badge>{t("op één apparaat", "on one device")}</Badge>
							),
							since: <When at={one.createdAt} clock />,
							used: one.lastUsedAt ? <When at={one.lastUsedAt} clock /> : t("nog niet", "not yet"),
						},
					}))}
				/>
			)}
			<LinkButton href={path}>{t("Voeg een passkey toe", "Add a passkey")}</LinkButton>
		</>
	);
}
