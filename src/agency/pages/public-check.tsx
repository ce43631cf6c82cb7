import { z } from "zod";
import { sha256 } from "../../platform/hash.ts";
import { certificateFacts } from "../../platform/pdf/certificate.ts";
import { found, type Page, type View, type Visit } from "../../platform/web/page.ts";
import { type Seal, seals, type Verdict, verifyReport } from "../../reports/verify.server.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { numbersIn } from "../../ui/document-number.ts";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Facts, More } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { When } from "../../ui/time.tsx";
import { answerTitle, CheckAnswer } from "./check-answer.tsx";
import { CheckForm } from "./check-form.tsx";

// Filled in by the browser that hashed the file; a browser without script sends the file instead.
const form = z.object({
	sha256: z.string().regex(/^([0-9a-f]{64})?$/),
	numbers: z.string().max(200),
});

type Shown = { verdict?: Verdict; wait?: number; error?: string };

/** R9.1: anybody asks whether a PDF is a report of ours, unchanged and valid. Asks nobody who they are and keeps no file. */
export const checkPage: Page = {
	path: "/controleer",
	portal: "public",
	who: "anyone",
	get: (visit) => screen(visit, {}),
	post: async (visit) => {
		const asked = (await uploaded(visit)) ?? hashed(visit);
		if (!asked) return screen(visit, { error: visit.t("Kies eerst een PDF.", "First choose a PDF.") });
		const verdict = await verifyReport(visit.by, visit.door, { ...asked, network: visit.network });
		return screen(visit, typeof verdict === "number" ? { wait: verdict } : { verdict });
	},
};

/** The certificate in use, or an earlier one by its place in the list. */
export const certificateFile: Page = {
	path: "/controleer/certificaat.crt",
	portal: "public",
	who: "anyone",
	get: async ({ door, url }) => {
		const { certificate } = found((await seals(door))[Number(url.searchParams.get("nummer") ?? 1) - 1]);
		return new Response(new Uint8Array(certificate), {
			headers: { "content-type": "application/pkix-cert", "content-disposition": 'attachment; filename="zegel.crt"' },
		});
	},
};

const hashed = ({ form: posted }: Visit) => {
	const read = form.safeParse(posted);
	return read.success && read.data.sha256 ? { sha256: read.data.sha256, numbers: read.data.numbers.split(" ") } : undefined;
};

/** A file that was uploaded whole. Its bytes are kept nowhere. */
async function uploaded({ files }: Visit) {
	if (!files.pdf?.size) return undefined;
	const bytes = new Uint8Array(await files.pdf.arrayBuffer());
	return { sha256: sha256(bytes).toString("hex"), numbers: numbersIn(bytes) };
}

async function screen(visit: Visit, { verdict, wait, error }: Shown): Promise<View> {
	const { t, services, door } = visit;
	const agency = found(await services.agency());
	const title = t("Is dit rapport echt?", "Is this report genuine?");
	return {
		title: verdict ? answerTitle(visit, verdict.answer) : title,
		active: "/controleer",
		...(wait && { status: 429 }),
		...(error && { status: 422 }),
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						`Kreeg u een rapport van ${agency.name}? Hier ziet u of het echt is en of er niets aan is veranderd.`,
						`Did you receive a report of ${agency.name}? Here you see whether it is genuine and unchanged.`,
					)}
				/>
				{verdict ? <CheckAnswer visit={visit} verdict={verdict} agency={agency.name} /> : null}
				{wait ? <Wait visit={visit} seconds={wait} /> : null}
				<Section
					id="kies"
					title={verdict ? t("Nog een PDF controleren", "Check another PDF") : t("Controleer een PDF", "Check a PDF")}
				>
					<CheckForm visit={visit} errors={error ? { pdf: error } : {}} />
				</Section>
				<ByHand visit={visit} agency={agency.name} seals={await seals(door)} />
			</>
		),
	};
}

function Wait({ visit: { t }, seconds }: { visit: Visit; seconds: number }) {
	return (
		<Notice tone="warn" live title={t("Even wachten", "Please wait")}>
			<p>
				{t(
					`Vanaf uw netwerk is dit vaak gevraagd. Over ${seconds} seconden kan het weer.`,
					`This was asked often from your network. Try again in ${seconds} seconds.`,
				)}
			</p>
		</Notice>
	);
}

/** The same without us: whoever does not want to take the page's word reads the seal in the PDF itself. */
function ByHand({ visit: { t }, agency, seals: all }: { visit: Visit; agency: string; seals: readonly Seal[] }) {
	const [current, ...earlier] = all;
	return (
		<Section id="zelf" title={t("Zelf het zegel bekijken", "Look at the seal yourself")}>
			<Prose>
				<p>
					{t(
						`Elk rapport draagt een digitaal zegel van ${agency}. Dat kunt u ook zonder deze pagina bekijken.`,
						`Each report bears a digital seal of ${agency}. You can look at it without this page too.`,
					)}
				</p>
				<ol>
					<li>
						{t(
							"Open de PDF in een programma dat handtekeningen toont, zoals Adobe Acrobat Reader of Okular. Een browser laat het zegel niet zien.",
							"Open the PDF in a program that shows signatures, such as Adobe Acrobat Reader or Okular. A browser does not show the seal.",
						)}
					</li>
					<li>
						{t(
							"Kijk of er staat dat het document is gecertificeerd en daarna niet is gewijzigd.",
							"See whether it says that the document is certified and was not changed since.",
						)}
					</li>
					<li>
						{t(
							"Kent het programma de uitgever niet? Vergelijk dan de vingerafdruk van het certificaat met die hieronder.",
							"Does the program not know the issuer? Then compare the certificate’s fingerprint with the one below.",
						)}
					</li>
				</ol>
				<p>
					{t(
						"Een PDF is wel te veranderen, maar niet ongemerkt. Zo staat het in het reglement:",
						"A PDF can be changed, but not unnoticed. The regulation says so:",
					)}{" "}
					<Clause id="R9.1" />
				</p>
			</Prose>
			{current ? <Certificate t={t} seal={current} place={1} /> : null}
			{earlier.length > 0 ? (
				<More summary={t("Certificaten van eerdere rapporten", "Certificates of earlier reports")}>
					{earlier.map((seal, index) => (
						<Certificate t={t} seal={seal} place={index + 2} />
					))}
				</More>
			) : null}
		</Section>
	);
}

function Certificate({ t, seal, place }: { t: Visit["t"]; seal: Seal; place: number }) {
	const facts = certificateFacts(seal.certificate);
	return (
		<>
			<Facts
				facts={[
					{ label: t("Certificaat van", "Certificate of"), value: facts.subject },
					{
						label: t("Geldig", "Valid"),
						value: (
							<>
								<When at={facts.from} /> – <When at={facts.until} />
							</>
						),
					},
					...(seal.until_at ? [{ label: t("In gebruik tot", "In use until"), value: <When at={seal.until_at} /> }] : []),
					{ label: t("Vingerafdruk (SHA-256)", "Fingerprint (SHA-256)"), value: <code>{facts.fingerprint}</code> },
				]}
			/>
			<LinkButton href={place === 1 ? "/controleer/certificaat.crt" : `/controleer/certificaat.crt?nummer=${place}`} download>
				{t("Download het certificaat", "Download the certificate")}
			</LinkButton>
		</>
	);
}
