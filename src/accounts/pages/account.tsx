import { deviceName } from "../../platform/web/device.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ActionForm, ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Badge } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { When } from "../../ui/time.tsx";
import { changePassword } from "../change-password.server.ts";
import { changePasswordForm, codeForm } from "../form.ts";
import { FreshCodeField } from "../fresh-code.tsx";
import { type OwnSession, ownAccount, ownPasskeys } from "../queries.server.ts";
import { renewRecoveryCodes } from "../recovery.server.ts";
import type { Realm } from "../rules.ts";
import { endOtherSessions, endSession } from "../session.server.ts";
import { pathsOf, wordsFor } from "../words.ts";
import { NewPasswordField, RecoveryCodes } from "./parts.tsx";
import { Passkeys } from "./passkeys.tsx";
import { errorsOf, statusOf } from "./problems.ts";

/** One's own account: where one is signed in, the password, the recovery codes. The same in both portals. */
export function accountPages(realm: Realm): readonly Page[] {
	const paths = pathsOf(realm);
	const page = { portal: realm, who: "signedIn" } as const;
	return [
		{ ...page, path: paths.account, get: (visit) => overview(visit, realm) },
		{ ...page, path: paths.sessions, post: (visit) => endSessions(visit, realm) },
		{ ...page, path: paths.password, get: (visit) => passwordView(visit, realm), post: (visit) => password(visit, realm) },
		{ ...page, path: paths.recovery, get: (visit) => recoveryView(visit, realm), post: (visit) => recovery(visit, realm) },
	];
}

async function overview(visit: Visit, realm: Realm): Promise<View> {
	const { t } = visit;
	const say = wordsFor(visit, realm);
	const { sessions, codesLeft } = await ownAccount(visit.by);
	const passkeys = await ownPasskeys(visit.by);
	const title = t("Mijn account", "My account");
	const paths = pathsOf(realm);
	return {
		title,
		active: paths.account,
		body: (
			<>
				<PageHead title={title} />
				<Section title={say("Waar u bent aangemeld", "Waar je bent aangemeld", "Where you are signed in")} id="sessies">
					<p>
						{say(
							"Herkent u een apparaat niet? Beëindig het dan en wijzig uw wachtwoord.",
							"Herken je een apparaat niet? Beëindig het dan en wijzig je wachtwoord.",
							"A device you do not recognise? End it and change your password.",
						)}
					</p>
					<Sessions visit={visit} sessions={sessions} realm={realm} />
				</Section>
				<Section title={t("Passkeys", "Passkeys")} id="passkeys">
					<p>
						{say(
							"De veiligste en makkelijkste manier om u aan te melden.",
							"De veiligste en makkelijkste manier om je aan te melden.",
							"The safest and easiest way to sign in.",
						)}
					</p>
					<Passkeys visit={visit} passkeys={passkeys} realm={realm} />
				</Section>
				<Section title={t("Wachtwoord", "Password")} id="wachtwoord">
					<LinkButton href={paths.password}>{t("Wijzig het wachtwoord", "Change the password")}</LinkButton>
				</Section>
				<Section title={t("Herstelcodes", "Recovery codes")} id="herstelcodes">
					<p>
						{codesLeft === 1
							? say("U hebt nog één code over.", "Je hebt nog één code over.", "You have one code left.")
							: say(
									`U hebt nog ${codesLeft} codes over.`,
									`Je hebt nog ${codesLeft} codes over.`,
									`You have ${codesLeft} codes left.`,
								)}{" "}
						{say(
							"Daarmee komt u binnen als u uw telefoon kwijt bent.",
							"Daarmee kom je binnen als je je telefoon kwijt bent.",
							"They let you in when you lose your phone.",
						)}
					</p>
					<LinkButton href={paths.recovery}>{t("Maak nieuwe herstelcodes", "Make new recovery codes")}</LinkButton>
				</Section>
			</>
		),
	};
}

function Sessions({ visit, sessions, realm }: { visit: Visit; sessions: OwnSession[]; realm: Realm }) {
	const { t } = visit;
	const action = pathsOf(realm).sessions;
	const nameOf = (one: OwnSession) => deviceName(one.device ?? "") ?? t("Onbekend apparaat", "Unknown device");
	return (
		<>
			<Table
				caption={t("Apparaten", "Devices")}
				captionHidden
				columns={[
					{ key: "device", label: t("Apparaat", "Device") },
					{ key: "since", label: t("Sinds", "Since") },
					{ key: "seen", label: t("Laatst gebruikt", "Last used") },
					{ key: "end", label: t("Beëindigen", "End") },
				]}
				rows={sessions.map((one) => ({
					cells: {
						device: nameOf(one),
						since: <When at={one.createdAt} clock />,
						seen: <When at={one.lastSeenAt} clock />,
						end: one.current ? (
							<Badge tone="active">{t("Dit apparaat", "This device")}</Badge>
						) : (
							<ActionForm action={action} fields={{ session: one.id }}>
								<Button look="quiet" label={t(`Beëindig ${nameOf(one)}`, `End ${nameOf(one)}`)}>
									{t("Beëindig", "End")}
								</Button>
							</ActionForm>
						),
					},
				}))}
			/>
			{sessions.length > 1 ? (
				<ActionForm action={action} fields={{ session: "others" }}>
					<Button look="quiet">{t("Beëindig alle andere", "End all others")}</Button>
				</ActionForm>
			) : null}
		</>
	);
}

async function endSessions(visit: Visit, realm: Realm): Promise<Response> {
	const session = String(visit.form.session ?? "");
	if (session === "others") await endOtherSessions(visit.by);
	else await endSession(visit.by, session, "ended");
	return done(
		pathsOf(realm).account,
		session === "others"
			? visit.t("Alle andere apparaten zijn afgemeld.", "All other devices are signed out.")
			: visit.t("Het apparaat is afgemeld.", "The device is signed out."),
	);
}

function password(visit: Visit, realm: Realm) {
	return submit(visit, {
		form: changePasswordForm,
		act: async ({ password, new_password, code }) => {
			await changePassword(visit.by, { password, next: new_password, code, publicUrl: visit.services.publicUrl });
			return done(
				pathsOf(realm).account,
				visit.t(
					"Het wachtwoord is gewijzigd. Andere apparaten zijn afgemeld.",
					"The password was changed. Other devices are signed out.",
				),
			);
		},
		again: (problem) => passwordView(visit, realm, problem),
	});
}

const Up = ({ visit, realm }: { visit: Visit; realm: Realm }) => (
	<a href={pathsOf(realm).account}>{visit.t("Mijn account", "My account")}</a>
);

function passwordView(visit: Visit, realm: Realm, problem?: Problem): View {
	const { t } = visit;
	const errors = errorsOf(problem);
	const title = t("Wachtwoord wijzigen", "Change the password");
	return {
		title,
		active: pathsOf(realm).account,
		...statusOf(problem),
		body: (
			<>
				<PageHead title={title} above={<Up visit={visit} realm={realm} />} />
				<ErrorSummary errors={errors} />
				<Form action={pathsOf(realm).password}>
					<TextField
						name="password"
						type="password"
						autocomplete="current-password"
						label={t("Huidig wachtwoord", "Current password")}
						{...(errors.password && { error: errors.password })}
					/>
					<NewPasswordField error={errors.new_password} />
					<FreshCodeField error={errors.code} />
					<Button>{t("Wijzig wachtwoord", "Change password")}</Button>
				</Form>
			</>
		),
	};
}

async function recovery(visit: Visit, realm: Realm): Promise<View | Response> {
	let codes: string[] = [];
	const answer = await submit(visit, {
		form: codeForm,
		act: async ({ code }) => {
			codes = await renewRecoveryCodes(visit.by, code, visit.services.publicUrl);
			return "";
		},
		again: (problem) => recoveryView(visit, realm, problem),
	});
	if (codes.length === 0) return answer;
	const { t } = visit;
	const title = t("Nieuwe herstelcodes", "New recovery codes");
	return {
		title,
		active: pathsOf(realm).account,
		body: (
			<>
				<PageHead title={title} line={t("De oude codes werken niet meer.", "The old codes no longer work.")} />
				<RecoveryCodes codes={codes} next={pathsOf(realm).account} nextText={t("Ik heb ze bewaard", "I have kept them")} />
			</>
		),
	};
}

function recoveryView(visit: Visit, realm: Realm, problem?: Problem): View {
	const { t } = visit;
	const errors = errorsOf(problem);
	const title = t("Nieuwe herstelcodes maken", "Make new recovery codes");
	return {
		title,
		active: pathsOf(realm).account,
		...statusOf(problem),
		body: (
			<>
				<PageHead
					title={title}
					above={<Up visit={visit} realm={realm} />}
					line={t(
						"Er komen tien nieuwe codes. De oude werken dan niet meer.",
						"Ten new codes are made. The old ones then stop working.",
					)}
				/>
				<ErrorSummary errors={errors} />
				<Form action={pathsOf(realm).recovery} turbo={false}>
					<FreshCodeField error={errors.code} />
					<Button>{t("Maak nieuwe codes", "Make new codes")}</Button>
				</Form>
			</>
		),
	};
}
