import { type Page, type Problem, redirect, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Prose } from "../../ui/headings.tsx";
import { choosePassword, confirmFactor, type Invited, invitedBy, secretToConfirm } from "../accept.server.ts";
import { choosePasswordForm, confirmFactorForm } from "../form.ts";
import type { Realm } from "../rules.ts";
import { totpUri } from "../secrets.ts";
import { knownBrowserCookie, sessionCookie } from "../session.server.ts";
import { recognisable } from "../sign-in.server.ts";
import { pathsOf, wordsFor } from "../words.ts";
import { NewPasswordField, QrCode, RecoveryCodes } from "./parts.tsx";
import { errorsOf, statusOf } from "./problems.ts";

/** Accepting an invitation in three screens: a password, the app, the recovery codes. Looking at the link uses nothing up. */
export function invitationPages(realm: Realm): readonly Page[] {
	const paths = pathsOf(realm);
	const page = { portal: realm, who: "anyone" } as const;
	return [
		{ ...page, path: paths.invitation, get: (visit) => first(visit, realm), post: (visit) => choose(visit, realm) },
		{ ...page, path: paths.setUpFactor, get: (visit) => second(visit, realm), post: (visit) => confirm(visit, realm) },
	];
}

const codeOf = (visit: Visit): string => String(visit.form.invitation ?? visit.url.searchParams.get("code") ?? "");
const invited = (visit: Visit, realm: Realm) => invitedBy(visit.door, visit.by, realm, codeOf(visit));

async function first(visit: Visit, realm: Realm): Promise<View> {
	return (await invited(visit, realm)) ? passwordView(visit, realm) : goneView(visit, realm);
}

async function choose(visit: Visit, realm: Realm): Promise<View | Response> {
	const guest = await invited(visit, realm);
	if (!guest) return goneView(visit, realm);
	return submit(visit, {
		form: choosePasswordForm,
		act: async ({ new_password }) => {
			await choosePassword(guest, new_password);
			return `${pathsOf(realm).setUpFactor}?code=${encodeURIComponent(codeOf(visit))}`;
		},
		again: (problem) => passwordView(visit, realm, problem),
	});
}

async function second(visit: Visit, realm: Realm): Promise<View | Response> {
	const guest = await invited(visit, realm);
	return guest ? appView(visit, realm, guest) : goneView(visit, realm);
}

async function confirm(visit: Visit, realm: Realm): Promise<View | Response> {
	const guest = await invited(visit, realm);
	if (!guest) return goneView(visit, realm);
	let codes: string[] = [];
	let cookies: string[] = [];
	const answer = await submit(visit, {
		form: confirmFactorForm,
		act: async ({ code }) => {
			const made = await confirmFactor(guest, { code, device: visit.device, network: visit.network });
			const known = await recognisable(guest.by, realm, guest.by.actor.id);
			codes = made.codes;
			cookies = [sessionCookie(realm, made.token), knownBrowserCookie.make(realm, known)];
			return "";
		},
		again: (problem) => appView(visit, realm, guest, problem),
	});
	return codes.length > 0 ? codesView(visit, realm, codes, cookies) : answer;
}

function goneView({ t, ...visit }: Visit, realm: Realm): View {
	const say = wordsFor({ t }, realm);
	const title = t("Deze uitnodiging werkt niet meer", "This invitation no longer works");
	return {
		title,
		bare: true,
		status: 404,
		body: (
			<>
				<PageHead title={title} />
				<p>
					{say(
						"Een uitnodiging werkt één keer en is zeven dagen geldig. Misschien is zij al gebruikt of kwam er een nieuwere. Vraag uw begeleider om een nieuwe uitnodiging, of meld u aan als u al een wachtwoord hebt.",
						"Een uitnodiging werkt één keer en is zeven dagen geldig. Misschien is zij al gebruikt of kwam er een nieuwere. Vraag de beheerder om een nieuwe uitnodiging, of meld je aan als je al een wachtwoord hebt.",
						"An invitation works once and is valid for seven days. It may have been used, or a newer one was sent. Ask the agency for a new one, or sign in if you have a password already.",
					)}
				</p>
				<LinkButton href={pathsOf(realm).signIn}>{visit.lang === "en" ? "Sign in" : "Aanmelden"}</LinkButton>
			</>
		),
	};
}

async function passwordView(visit: Visit, realm: Realm, problem?: Problem): Promise<View> {
	const { t } = visit;
	const say = wordsFor(visit, realm);
	const errors = errorsOf(problem);
	const title = t("Kies een wachtwoord", "Choose a password");
	const agency = (await visit.services.agency())?.name ?? "Spoor";
	return {
		title,
		bare: true,
		...statusOf(problem),
		body: (
			<>
				<PageHead above={t("Stap 1 van 3", "Step 1 of 3")} title={title} />
				<ErrorSummary errors={errors} />
				<p>
					{say(
						`${agency} heeft u uitgenodigd voor uw eigen pagina's. U meldt zich aan met het e-mailadres waarop u deze uitnodiging kreeg, een wachtwoord en een code van uw telefoon.`,
						`${agency} heeft je uitgenodigd. Je meldt je aan met het e-mailadres waarop je deze uitnodiging kreeg, een wachtwoord en een code van je telefoon.`,
						`${agency} invited you. You sign in with the e-mail address at which you got this invitation, a password and a code from your phone.`,
					)}
				</p>
				<Form action={pathsOf(realm).invitation}>
					<input type="hidden" name="invitation" value={codeOf(visit)} />
					<NewPasswordField error={errors.new_password} />
					<Button>{t("Verder", "Continue")}</Button>
				</Form>
			</>
		),
	};
}

async function appView(visit: Visit, realm: Realm, guest: Invited, problem?: Problem): Promise<View | Response> {
	const { t } = visit;
	const say = wordsFor(visit, realm);
	const waiting = await secretToConfirm(guest);
	if (!waiting) return redirect(`${pathsOf(realm).invitation}?code=${encodeURIComponent(codeOf(visit))}`);
	const agency = (await visit.services.agency())?.name ?? "Spoor";
	const errors = errorsOf(problem);
	const uri = totpUri(waiting.secret, "Spoor", agency);
	const title = say("Koppel uw telefoon", "Koppel je telefoon", "Connect your phone");
	return {
		title,
		bare: true,
		...statusOf(problem),
		body: (
			<>
				<PageHead above={t("Stap 2 van 3", "Step 2 of 3")} title={title} />
				<ErrorSummary errors={errors} />
				<Prose>
					<ol>
						<li>
							{say(
								"Open op uw telefoon een app die codes maakt, zoals 2FAS, Aegis of Google Authenticator. Hebt u er nog geen? Installeer er een.",
								"Open op je telefoon een app die codes maakt, zoals 2FAS, Aegis of Google Authenticator. Heb je er nog geen? Installeer er een.",
								"Open an app on your phone that makes codes, such as 2FAS, Aegis or Google Authenticator. None yet? Install one.",
							)}
						</li>
						<li>{t("Scan met die app het vierkant hieronder.", "Scan the square below with that app.")}</li>
						<li>{t("Vul daaronder de zes cijfers in die de app toont.", "Enter the six digits under it that the app shows.")}</li>
					</ol>
				</Prose>
				<QrCode text={uri} label={t("QR-code voor de app", "QR code for the app")} />
				<p>
					{say("Leest u dit op uw telefoon?", "Lees je dit op je telefoon?", "Reading this on your phone?")}{" "}
					<a href={uri}>{t("Open de app op deze telefoon", "Open the app on this phone")}</a>
					{". "}
					{t("Of typ deze sleutel over in de app:", "Or type this key in the app:")}{" "}
					<code class="secret-key">{waiting.secret.match(/.{4}/g)?.join(" ")}</code>
				</p>
				{/* The answer is shown at once and never again, so it is a plain page load. */}
				<Form action={pathsOf(realm).setUpFactor} turbo={false}>
					<input type="hidden" name="invitation" value={codeOf(visit)} />
					<TextField
						name="code"
						width="code"
						inputmode="numeric"
						autocomplete="one-time-code"
						label={t("Code van zes cijfers", "Six-digit code")}
						{...(errors.code && { error: errors.code })}
					/>
					<Button>{t("Bevestig", "Confirm")}</Button>
				</Form>
			</>
		),
	};
}

function codesView(visit: Visit, realm: Realm, codes: string[], cookies: string[]): View {
	const { t } = visit;
	const title = wordsFor(visit, realm)("Bewaar uw herstelcodes", "Bewaar je herstelcodes", "Keep your recovery codes");
	return {
		title,
		bare: true,
		cookies,
		body: (
			<>
				<PageHead
					above={t("Stap 3 van 3", "Step 3 of 3")}
					title={title}
					line={wordsFor(visit, realm)(
						"Voor als u uw telefoon kwijt bent. Daarna bent u klaar: u bent al aangemeld.",
						"Voor als je je telefoon kwijt bent. Daarna ben je klaar: je bent al aangemeld.",
						"For when you lose your phone. Then you are done: you are signed in already.",
					)}
				/>
				<RecoveryCodes
					codes={codes}
					next={pathsOf(realm).home}
					nextText={t("Ik heb ze bewaard, ga verder", "I have kept them, continue")}
				/>
			</>
		),
	};
}
