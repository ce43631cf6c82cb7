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
									"De meelezer leest wat je schrijft voordat het weggaat: een rapport, een kort bericht, een mondelinge rapportage en een brief aan een arts. Ook wat er verder op een rapport staat, leest hij: het opdrachtnummer, functies en een zienswijze die je van papier overtypt. Hij leest op onze eigen server. Er gaat niets naar buiten en hij bewaart niets.",
									"The guard reads what you write before it goes: a report, a brief message, an oral report and a letter to a doctor. It also reads what else stands on a report: the order number, job titles and a view that you type over from paper. It reads on our own server. Nothing goes out and it keeps nothing.",
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
										"Wat iemand kan en niet kan, is op veel manieren te zeggen. Die zinnen mist hij het vaakst. Let daar zelf op.",
										"There are many ways to say what somebody can and cannot do. It misses those sentences most often. Look out for them yourself.",
									)}
								</li>
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
									"Schrijf de zin liever anders. Kan dat niet, kies dan 'Dit is loos alarm' en schrijf waarom. Een collega beslist. Zegt die ja, dan mag dat ene woord in die zin van dat rapport naar die ontvanger, en verder niets. De functionaris gegevensbescherming kijkt alles na en leert de meelezer nieuwe woorden. Maakt een woord de meelezer ruimer, dan beslist ook daar een tweede persoon over.",
									"Rather write the sentence differently. If that cannot be, choose 'This is a false alarm' and write why. A colleague decides. If they agree, that one word may go to that recipient in that sentence of that report, and nothing else. The data protection officer reviews all of it and teaches the guard new words. If a word loosens the guard, a second person decides on that too.",
								)}
							</p>
							<p>
								{t(
									"In een vraag aan een arts bestaat geen loos alarm. Wat in dat deel staat, laten we aan niemand anders zien. Schrijf het daar anders.",
									"In a question to a doctor there is no false alarm. What stands in that part is shown to nobody else. Write it differently there.",
								)}
							</p>
						</Prose>
					</Section>
				</>
			),
		};
	},
};
