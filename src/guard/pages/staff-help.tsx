import type { Page } from "../../platform/web/page.ts";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { findingClasses, findingClassIds } from "../rules.ts";

/** What the guard can and cannot do, in plain words. It never says that a text is safe. */
export const guardHelpPage: Page = {
	path: "/hulp/meelezer",
	portal: "staff",
	who: "signedIn",
	get: ({ t, lang }) => {
		const title = t("Wat de meelezer wel en niet kan", "What the guard can and cannot do");
		return {
			title,
			body: (
				<>
					<PageHead
						title={title}
						line={t("De meelezer helpt. Jij blijft zelf lezen.", "The guard helps. You keep reading yourself.")}
					/>
					<Section title={t("Wat hij doet", "What it does")}>
						<Prose>
							<p>
								{t(
									"De meelezer leest wat je schrijft voordat het weggaat: de titel en tekst van een rapport, een kort bericht en een mondelinge rapportage. Hij leest op onze eigen server. Er gaat niets naar buiten en hij bewaart niets.",
									"The guard reads what you write before it goes: title and text of a report, a brief message and an oral report. It reads on our own server. Nothing goes out and it keeps nothing.",
								)}
							</p>
							<p>{t("Hij zoekt naar:", "It looks for:")}</p>
							<ul>
								{findingClassIds.map((id) => (
									<li>{findingClasses[id][lang]}</li>
								))}
							</ul>
							<p>
								{t(
									"Vindt hij iets dat niet naar deze ontvanger mag, dan houdt hij de tekst tegen. Je ziet de woorden, de reden en het artikel. Je tekst blijft staan.",
									"If it finds something that may not go to this recipient, it stops the text. You see the words, the reason and the clause. Your text stays.",
								)}{" "}
								<Clause id="R8.1" /> <Clause id="R7.2" />
							</p>
							<p>
								{t(
									"In een gespreksnotitie houdt hij niets tegen. Daar geeft hij alleen raad.",
									"In a conversation note it stops nothing. There it only advises.",
								)}
							</p>
						</Prose>
					</Section>
					<Section title={t("Wat hij niet kan", "What it cannot do")}>
						<Prose>
							<ul>
								<li>
									{t(
										"Hij kent niet elk woord. Vindt hij niets, dan zegt dat niet dat de tekst weg mag.",
										"It does not know every word. Finding nothing does not say that the text may go.",
									)}
								</li>
								<li>
									{t(
										"Hij begrijpt geen hints. 'Je weet wel waarom hij thuis zit' vindt hij niet.",
										"It does not understand hints. It does not find 'you know why he is at home'.",
									)}
								</li>
								<li>{t("Hij leest geen plaatjes en geen bijlagen.", "It reads no pictures and no attachments.")}</li>
								<li>
									{t(
										"Hij vergist zich ook andersom. Soms lijkt een gewoon woord op een ziekte.",
										"It also errs the other way. Sometimes an ordinary word looks like an illness.",
									)}
								</li>
								<li>
									{t(
										"Op zinnen waarmee hij is getoetst miste hij ongeveer drie van de honderd zinnen die niet weg mochten. Bij jullie manier van schrijven kan dat meer zijn.",
										"On the sentences it was tested with it missed about three in a hundred that were not to go. With your way of writing it may be more.",
									)}
								</li>
							</ul>
						</Prose>
					</Section>
					<Section title={t("Als het loos alarm is", "If it is a false alarm")}>
						<Prose>
							<p>
								{t(
									"Schrijf de zin liever anders. Kan dat niet, kies dan 'Dit is loos alarm' en schrijf waarom. Een collega beslist. Zegt die ja, dan mag precies die zin naar die ontvanger, en verder niets. De functionaris gegevensbescherming kijkt alles na en leert de meelezer nieuwe woorden.",
									"Rather write the sentence differently. If that cannot be, choose 'This is a false alarm' and write why. A colleague decides. If they agree, exactly that sentence may go to that recipient, and nothing else. The data protection officer reviews all of it and teaches the guard new words.",
								)}
							</p>
						</Prose>
					</Section>
				</>
			),
		};
	},
};
