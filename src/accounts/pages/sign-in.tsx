import { newToken } from "../../platform/tokens.ts";
import { done, found, type Page, type Problem, redirect, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { demoPeople, signInDemonstration } from "../demonstration.server.ts";
import { codeForm, passkeyForm, passwordForm } from "../form.ts";
import { askSignIn } from "../passkey.server.ts";
import { PasskeyButton } from "../passkey-button.tsx";
import { type Realm, wayBack } from "../rules.ts";
import {
	askedCookie,
	endSession,
	knownBrowserCookie,
	noSessionCookie,
	sessionCookie,
	usedPasskeyCookie,
} from "../session.server.ts";
import { signInWithFactor, signInWithPasskey, signInWithPassword } from "../sign-in.server.ts";
import { relyingParty } from "../webauthn.ts";
import { pathsOf, wordsFor } from "../words.ts";
import { DemoPeople } from "./demonstration.tsx";
import { errorsOf, statusOf } from "./problems.ts";

/** Signing in and out of one portal: password, then code; no script needed, and nothing says whether an account exists. */
export function signInPages(realm: Realm): readonly Page[] {
	const paths = pathsOf(realm);
	const page = { portal: realm, who: "anyone" } as const;
	return [
		{ ...page, path: paths.signIn, get: (visit) => start(visit, realm), post: (visit) => password(visit, realm) },
		{ ...page, path: paths.passkeySignIn, get: () => redirect(paths.signIn), post: (visit) => passkey(visit, realm) },
		{ ...page, path: `${paths.passkeySignIn}/vraag`, post: (visit) => question(visit, realm) },
		{ ...page, path: paths.code, get: (visit) => secondStep(visit, realm), post: (visit) => code(visit, realm) },
		{ ...page, path: paths.demonstration, post: (visit) => oneClick(visit, realm) },
		{ ...page, path: paths.signOut, get: () => redirect(paths.signIn), post: (visit) => signOut(visit, realm) },
	];
}

const asked = (visit: Visit): string => {
	const value = visit.form.naar ?? visit.url.searchParams.get("naar") ?? "";
	return typeof value === "string" ? value : "";
};

async function start(visit: Visit, realm: Realm): Promise<Response | View> {
	if (visit.by.actor.secondFactorAt) return redirect(wayBack(asked(visit), realm));
	// Whoever opens a house where nobody lives yet comes to set it up.
	if (visit.services.setupCodeSha256 && !(await visit.services.agency())) return redirect("/inrichten");
	return passwordView(visit, realm);
}

function password(visit: Visit, realm: Realm) {
	return submit(visit, {
		form: passwordForm,
		act: async ({ email, password }) => {
			const { network, device } = visit;
			const knownBrowser = visit.cookies[knownBrowserCookie.nameIn(realm)];
			const token = await signInWithPassword(visit.door, visit.by, { realm, email, password, network, device, knownBrowser });
			const next = wayBack(asked(visit), realm);
			const query = next === pathsOf(realm).home ? "" : `?naar=${encodeURIComponent(next)}`;
			return redirect(pathsOf(realm).code + query, { "set-cookie": sessionCookie(realm, token) });
		},
		again: (problem) => passwordView(visit, realm, problem),
	});
}

async function passwordView(visit: Visit, realm: Realm, problem?: Problem): Promise<View> {
	const { t } = visit;
	const say = wordsFor(visit, realm);
	const title = t("Aanmelden", "Sign in");
	const errors = errorsOf(problem);
	return {
		title,
		bare: true,
		...statusOf(problem),
		body: (
			<>
				<PageHead
					title={title}
					line={realm === "candidate" ? t("Voor kandidaten", "For candidates") : t("Voor medewerkers", "For staff")}
				/>
				<ErrorSummary errors={errors} title={t("Aanmelden lukte niet", "Signing in did not work")} />
				{relyingParty(visit.services.publicUrl) ? (
					<Form action={pathsOf(realm).passkeySignIn}>
						<input type="hidden" name="naar" value={asked(visit)} />
						<PasskeyButton use="signIn" ask={`${pathsOf(realm).passkeySignIn}/vraag`} look="equal">
							{t("Meld aan met een passkey", "Sign in with a passkey")}
						</PasskeyButton>
					</Form>
				) : null}
				<Form action={pathsOf(realm).signIn}>
					<input type="hidden" name="naar" value={asked(visit)} />
					<TextField
						name="email"
						type="email"
						inputmode="email"
						autocomplete="username"
						spellcheck={false}
						label={t("E-mailadres", "E-mail address")}
						value={typeof problem?.values.email === "string" ? problem.values.email : ""}
						error={errors.email}
					/>
					<TextField
						name="password"
						type="password"
						autocomplete="current-password"
						label={t("Wachtwoord", "Password")}
						error={errors.password}
					/>
					<Button>{t("Verder", "Continue")}</Button>
				</Form>
				<p class="meta">
					{say(
						"Hierna vraagt Spoor om een code van uw telefoon. Lukt het niet? Vraag uw begeleider om hulp.",
						"Hierna vraagt Spoor om een code van je telefoon. Lukt het niet? Vraag de beheerder om hulp.",
						"After this Spoor asks for a code from your phone. Does it not work? Ask for help at the agency.",
					)}
				</p>
				<DemoPeople people={await demoPeople(visit)} realm={realm} next={asked(visit)} now={visit.by.now()} />
			</>
		),
	};
}

function signedIn(visit: Visit, realm: Realm, { token, knownBrowser }: { token: string; knownBrowser: string }): Response {
	const response = redirect(wayBack(asked(visit), realm), { "set-cookie": sessionCookie(realm, token) });
	response.headers.append("set-cookie", knownBrowserCookie.make(realm, knownBrowser));
	return response;
}

/** The question that a passkey answers, bound to this browser by a cookie. */
async function question(visit: Visit, realm: Realm): Promise<Response> {
	const party = found(relyingParty(visit.services.publicUrl));
	const browser = newToken(visit.by.chance).token;
	const options = await askSignIn(visit.door, visit.by, party, realm, browser);
	return Response.json(options, { headers: { "set-cookie": askedCookie.make(realm, browser) } });
}

function passkey(visit: Visit, realm: Realm): Promise<View | Response> {
	const { door, by, network, device, cookies, services } = visit;
	return submit(visit, {
		form: passkeyForm,
		act: async ({ passkey: answer }) => {
			const made = await signInWithPasskey(door, by, found(relyingParty(services.publicUrl)), {
				...{ realm, answer, network, device, publicUrl: services.publicUrl },
				browser: cookies[askedCookie.nameIn(realm)] ?? "",
				knownBrowser: cookies[knownBrowserCookie.nameIn(realm)],
			});
			const response = signedIn(visit, realm, made);
			response.headers.append("set-cookie", usedPasskeyCookie(realm));
			return response;
		},
		again: (problem) => passwordView(visit, realm, problem),
	});
}

function secondStep(visit: Visit, realm: Realm): View | Response {
	if (visit.by.actor.secondFactorAt) return redirect(wayBack(asked(visit), realm));
	if (!visit.halfway) return redirect(pathsOf(realm).signIn);
	return codeView(visit, realm);
}

async function code(visit: Visit, realm: Realm): Promise<View | Response> {
	const { halfway, device, network, door, by } = visit;
	if (!halfway) {
		return done(
			pathsOf(realm).signIn,
			visit.t("Het duurde te lang. Meld opnieuw aan.", "It took too long. Please sign in again."),
		);
	}
	return submit(visit, {
		form: codeForm,
		act: async ({ code }) => {
			const { publicUrl } = visit.services;
			const knownBrowser = visit.cookies[knownBrowserCookie.nameIn(realm)];
			const input = { realm, code, device, network, halfway, knownBrowser, publicUrl };
			return signedIn(visit, realm, await signInWithFactor(door, by, input));
		},
		again: (problem) => codeView(visit, realm, problem),
	});
}

function codeView(visit: Visit, realm: Realm, problem?: Problem): View {
	const { t } = visit;
	const say = wordsFor(visit, realm);
	const title = t("Code invullen", "Enter the code");
	const paper = visit.url.searchParams.has("herstel");
	const errors = errorsOf(problem);
	const here = (query: Record<string, string>) =>
		`${pathsOf(realm).code}?${new URLSearchParams({ ...(asked(visit) && { naar: asked(visit) }), ...query })}`;
	return {
		title,
		bare: true,
		...statusOf(problem),
		body: (
			<>
				<PageHead title={title} />
				<ErrorSummary errors={errors} title={t("Aanmelden lukte niet", "Signing in did not work")} />
				<Form action={here(paper ? { herstel: "" } : {})}>
					<input type="hidden" name="naar" value={asked(visit)} />
					{paper ? (
						<TextField
							name="code"
							spellcheck={false}
							label={t("Herstelcode", "Recovery code")}
							hint={say(
								"Een van de tien codes die u hebt bewaard. Elke code werkt één keer.",
								"Een van de tien codes die je hebt bewaard. Elke code werkt één keer.",
								"One of the ten codes you kept. Each works once.",
							)}
							error={errors.code}
						/>
					) : (
						<TextField
							name="code"
							width="code"
							inputmode="numeric"
							autocomplete="one-time-code"
							label={t("Code van zes cijfers", "Six-digit code")}
							hint={say("Uit de app op uw telefoon.", "Uit de app op je telefoon.", "From the app on your phone.")}
							error={errors.code}
						/>
					)}
					<Button>{t("Aanmelden", "Sign in")}</Button>
				</Form>
				<p>
					{paper ? (
						<a href={here({})}>{t("Toch een code uit de app", "Use a code from the app")}</a>
					) : (
						<a href={here({ herstel: "" })}>
							{say(
								"Hebt u uw telefoon niet? Gebruik een herstelcode",
								"Heb je je telefoon niet? Gebruik een herstelcode",
								"No phone at hand? Use a recovery code",
							)}
						</a>
					)}
				</p>
			</>
		),
	};
}

async function oneClick(visit: Visit, realm: Realm): Promise<Response> {
	const token = await signInDemonstration(visit.door, visit, realm, String(visit.form.person ?? ""));
	return redirect(wayBack(asked(visit), realm), { "set-cookie": sessionCookie(realm, token) });
}

async function signOut(visit: Visit, realm: Realm): Promise<Response> {
	const { sessionId } = visit.by.actor;
	if (sessionId) await endSession(visit.by, sessionId, "signedOut");
	const response = done(
		pathsOf(realm).signIn,
		wordsFor(visit, realm)("U bent afgemeld.", "Je bent afgemeld.", "You have signed out."),
	);
	response.headers.append("set-cookie", noSessionCookie(realm));
	// Not "cookies": that would end the other portal's session and forget the language too.
	response.headers.set("clear-site-data", '"cache", "storage"');
	return response;
}
