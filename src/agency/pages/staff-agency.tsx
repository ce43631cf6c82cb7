import { z } from "zod";
import { may } from "../../law/roles.ts";
import { agencyNow } from "../../platform/agency.server.ts";
import { certificateFacts } from "../../platform/pdf/certificate.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { checksLately } from "../../reports/verify.server.ts";
import { Button } from "../../ui/buttons.tsx";
import { FileField, TextField } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice } from "../../ui/states.tsx";
import { When } from "../../ui/time.tsx";
import { installCertificate } from "../certificate.server.ts";
import { particulars } from "../form.ts";
import { logoFrom, saveParticulars } from "../particulars.server.ts";
import { LogoField, ParticularsFields } from "./parts.tsx";

const above = ({ t }: Visit) => <a href="/beheer">{t("Beheer", "Administration")}</a>;

/** Where administration begins. What one may not do is not there. */
export const administrationPage: Page = {
	path: "/beheer",
	portal: "staff",
	who: "staff.read",
	get: ({ t, by }) => {
		const items = [
			[
				"staff.read",
				"/beheer/medewerkers",
				t("Medewerkers", "Staff"),
				t("Rollen, geheimhouding, komen en gaan", "Roles, confidentiality, coming and going"),
			],
			[
				"agency.manage",
				"/beheer/bureau",
				t("Bureau en briefpapier", "Agency and letterhead"),
				t("Naam, adres, logo, functionaris", "Name, address, logo, officer"),
			],
			[
				"agency.manage",
				"/beheer/termijnen",
				t("Termijnen", "Terms"),
				t("Hoe lang iets terug te halen en op te halen is", "How long things can be taken back and collected"),
			],
			[
				"agency.manage",
				"/beheer/zegel",
				t("Zegel", "Seal"),
				t("Het certificaat waarmee rapporten worden verzegeld", "The certificate that reports are sealed with"),
			],
			[
				"selfTest.read",
				"/beheer/zelftest",
				t("Zelftest", "Self-test"),
				t("Of alles waarop Spoor staat het doet", "Whether everything Spoor stands on works"),
			],
		] as const;
		const title = t("Beheer", "Administration");
		return {
			title,
			active: "/beheer",
			body: (
				<>
					<PageHead title={title} />
					<Facts
						facts={items
							.filter(([ability]) => may(by.actor.roles, ability).allowed)
							.map(([, href, label, value]) => ({ label: <a href={href}>{label}</a>, value }))}
					/>
				</>
			),
		};
	},
};

export const particularsPage: Page = {
	path: "/beheer/bureau",
	portal: "staff",
	who: "agency.manage",
	get: (visit) => particularsView(visit),
	post: (visit) =>
		submit(visit, {
			form: particulars.extend({ row_version: z.coerce.number().int() }),
			act: async ({ row_version, ...input }) => {
				await saveParticulars(visit.by, { ...input, rowVersion: row_version, logo: await logoFrom(visit.files.logo) });
				return done(
					"/beheer/bureau",
					visit.t("Bewaard. Nieuwe brieven krijgen dit briefpapier.", "Saved. New letters get this letterhead."),
				);
			},
			again: (problem) => particularsView(visit, problem),
		}),
};

async function particularsView(visit: Visit, problem?: Problem): Promise<View> {
	const { t } = visit;
	const agency = found(await agencyNow(visit.door));
	const standing = agency as unknown as Record<string, string | null>;
	const errors = problem?.errors ?? {};
	const title = t("Bureau en briefpapier", "Agency and letterhead");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead title={title} above={above(visit)} />
				<ErrorSummary errors={errors} />
				{problem?.stale ? (
					<Notice
						tone="warn"
						title={t(
							"Iemand anders was je voor. Kijk wat er nu staat en bewaar opnieuw.",
							"Somebody else was first. See what stands now and save again.",
						)}
					/>
				) : null}
				<Form rowVersion={agency.row_version} upload>
					<ParticularsFields
						visit={visit}
						value={(name) => String(problem?.values[name] ?? standing[name] ?? "")}
						errors={errors}
					/>
					<LogoField visit={visit} has={agency.logo !== null} error={errors.logo} />
					<Button>{t("Bewaar", "Save")}</Button>
				</Form>
			</>
		),
	};
}

export const sealPage: Page = {
	path: "/beheer/zegel",
	portal: "staff",
	who: "agency.manage",
	get: (visit) => sealView(visit),
	post: (visit) =>
		submit(visit, {
			form: z.object({
				row_version: z.coerce.number().int(),
				password: z.string().max(500, say("Dit is te lang.", "This is too long.")),
			}),
			act: async (input) => {
				const file = visit.files.file;
				const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
				await installCertificate(visit.by, { rowVersion: input.row_version, file: bytes, password: input.password });
				return done(
					"/beheer/zegel",
					visit.t(
						"Het certificaat is geïnstalleerd. Nieuwe rapporten krijgen dit zegel.",
						"The certificate is installed. New reports get this seal.",
					),
				);
			},
			again: (problem) => sealView(visit, problem),
		}),
};

async function sealView(visit: Visit, problem?: Problem): Promise<View> {
	const { t } = visit;
	const agency = found(await agencyNow(visit.door));
	const facts = agency.seal_certificate && certificateFacts(agency.seal_certificate);
	const checks = await checksLately(visit.door);
	const title = t("Zegel", "Seal");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead
					title={title}
					above={above(visit)}
					line={t(
						"Met dit certificaat wordt elk rapport verzegeld. Elke wijziging daarna is te zien.",
						"Each report is sealed with this certificate. Any change after that can be seen.",
					)}
				/>
				<ErrorSummary errors={problem?.errors ?? {}} />
				{facts ? (
					<Facts
						facts={[
							{ label: t("Op naam van", "In the name of"), value: facts.subject },
							{
								label: t("Uitgegeven door", "Issued by"),
								value: facts.selfSigned ? <Badge>{t("het bureau zelf", "the agency itself")}</Badge> : facts.issuer,
							},
							{ label: t("Geldig tot", "Valid until"), value: <When at={facts.until} /> },
							{ label: t("Vingerafdruk (SHA-256)", "Fingerprint (SHA-256)"), value: <code>{facts.fingerprint}</code> },
							{
								label: t("Tijdstempel", "Time stamp"),
								value: visit.services.timeStamp
									? t("Bij elk zegel. Zonder tijdstempel wordt niets vastgelegd.", "With each seal. Nothing is fixed without it.")
									: t("Niet ingesteld", "Not set up"),
							},
							{
								label: t("Gecontroleerd in 30 dagen", "Checked in 30 days"),
								value: t(
									`${checks.genuine + checks.withdrawn + checks.notSent} keer van ons en heel, ${checks.altered} keer veranderd, ${checks.unknown} keer onbekend`,
									`${checks.genuine + checks.withdrawn + checks.notSent} times ours and whole, ${checks.altered} times altered, ${checks.unknown} times unknown`,
								),
							},
						]}
					/>
				) : (
					<EmptyState title={t("Er is nog geen certificaat.", "There is no certificate yet.")}>
						{t("Installeer er hieronder een.", "Install one below.")}
					</EmptyState>
				)}
				<Section title={t("Een eigen certificaat installeren", "Install a certificate of your own")} id="eigen">
					<Form rowVersion={agency.row_version} upload>
						<FileField
							name="file"
							label={t("PKCS#12-bestand (.p12 of .pfx)", "PKCS#12 file (.p12 or .pfx)")}
							accept=".p12,.pfx,application/x-pkcs12"
							error={problem?.errors.file}
						/>
						<TextField
							name="password"
							type="password"
							label={t("Wachtwoord van het bestand", "Password of the file")}
							error={problem?.errors.password}
						/>
						<Button look="quiet">{t("Installeer het certificaat", "Install the certificate")}</Button>
					</Form>
				</Section>
			</>
		),
	};
}
