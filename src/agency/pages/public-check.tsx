import { certificateFacts } from "../../platform/pdf/certificate.ts";
import { found, type Page } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { When } from "../../ui/time.tsx";

/** R9.1: how anybody checks that a report is genuine, with the certificate to check it against. Asks nobody who they are. */
export const checkPage: Page = {
	path: "/controleer",
	portal: "public",
	who: "anyone",
	get: async ({ t, services }) => {
		const agency = found(await services.agency());
		const facts = agency.seal_certificate && certificateFacts(agency.seal_certificate);
		const title = t("Is dit rapport echt?", "Is this report genuine?");
		return {
			title,
			active: "/controleer",
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							`Elk rapport van ${agency.name} draagt een digitaal zegel. Daaraan ziet u wie het maakte en of er daarna iets is veranderd.`,
							`Each report of ${agency.name} bears a digital seal. It shows who made it and whether anything was changed since.`,
						)}
					/>
					<Prose>
						<ol>
							<li>
								{t(
									"Open de PDF in een programma dat handtekeningen toont, zoals Adobe Acrobat Reader of Okular. Een browser laat het zegel niet zien.",
									"Open the PDF in a program that shows signatures, such as Adobe Acrobat Reader or Okular. A browser does not show the seal.",
								)}
							</li>
							<li>
								{t(
									"Kijk of er staat dat het document is gecertificeerd en daarna niet is gewijzigd. Staat dat er niet, dan is het niet het document dat wij verstuurden.",
									"See whether it says that the document is certified and was not changed since. If it does not, it is not the document that we sent.",
								)}
							</li>
							<li>
								{t(
									"Meldt het programma dat het de uitgever niet kent? Vergelijk dan de vingerafdruk van het certificaat met die hieronder.",
									"Does the program say that it does not know the issuer? Then compare the certificate’s fingerprint with the one below.",
								)}
							</li>
							<li>
								{t(
									"Het documentnummer staat onder aan elke pagina en in de e-mail. Ze moeten gelijk zijn.",
									"The document number is at the foot of each page and in the e-mail. They must be the same.",
								)}
							</li>
							<li>
								{t(`Twijfelt u? Bel ons, op een nummer dat u al had.`, `In doubt? Call us, on a number that you had already.`)}
							</li>
						</ol>
						<p>
							{t(
								"Een PDF is wel te wijzigen, maar niet ongemerkt. Daarom staat het zo in het reglement:",
								"A PDF can be changed, but not unnoticed. That is why the regulation puts it so:",
							)}{" "}
							<Clause id="R9.1" />
						</p>
					</Prose>
					{facts ? (
						<Section title={t("Het certificaat", "The certificate")} id="certificaat">
							<Facts
								facts={[
									{ label: t("Op naam van", "In the name of"), value: facts.subject },
									{
										label: t("Geldig", "Valid"),
										value: (
											<>
												<When at={facts.from} /> – <When at={facts.until} />
											</>
										),
									},
									{ label: t("Vingerafdruk (SHA-256)", "Fingerprint (SHA-256)"), value: <code>{facts.fingerprint}</code> },
								]}
							/>
							<LinkButton href="/controleer/certificaat.crt" download>
								{t("Download het certificaat", "Download the certificate")}
							</LinkButton>
						</Section>
					) : null}
				</>
			),
		};
	},
};

export const certificateFile: Page = {
	path: "/controleer/certificaat.crt",
	portal: "public",
	who: "anyone",
	get: async ({ services }) => {
		const der = found((await services.agency())?.seal_certificate);
		return new Response(new Uint8Array(der), {
			headers: { "content-type": "application/pkix-cert", "content-disposition": 'attachment; filename="zegel.crt"' },
		});
	},
};
