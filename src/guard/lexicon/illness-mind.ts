import type { Group } from "../lexicon.ts";

const disorder = { nl: "Een psychische aandoening of klacht.", en: "A mental condition or complaint." };
const addiction = { nl: "Een verslaving.", en: "An addiction." };
const ability = { nl: "Een aangeboren of verstandelijke beperking.", en: "A developmental or intellectual disability." };
const cause = { nl: "Een oorzaak van uitval.", en: "A cause of illness." };
const specific = ["surname", "work", "others"] as const;

/** Nature and cause of illness of the mind. */
export const illnessOfTheMind: readonly Group[] = [
	{
		class: "illness",
		rule: "illness.mind",
		why: disorder,
		unless: specific,
		words: `burnout-, -burnout, burn out, =bo klachten, bo-klachten, opgebrand, overspannen, overspannenheid, overspanning, overwerkt, overbelast geraakt, overbelasting, stressklacht, stress klachten, spanningsklacht, stressgerelateerd, werkstress, stress-gerelateerd
		depressie-, -depressie, depressief, depressiviteit, depri, deprie, dip gehad, somber, somberheid, somberheidsklacht, dysthymie, bipolair, manisch, manie, manisch-depressief, stemmingsstoornis, stemmingswisseling
		angststoornis, angstklacht, angstaanval, angstig, paniekaanval, paniekstoornis, paniekklacht, in paniek, paniek in, hyperventilatie, fobie, -fobie, pleinvrees, smetvrees, faalangst, faalangstig, dwangstoornis, dwangmatig, dwanghandeling, =OCD, =ocd, dwangneurose
		=PTSS, =ptss, ptss-, =PTSD, =ptsd, posttraumatisch-, posttraumatische stress, trauma-, traumatisch, getraumatiseerd, -trauma, herbeleving, nachtmerries, =CPTSS, oorlogstrauma
		psychose-, psychotisch, schizofreen, schizofrenie, hoort stemmen, hoorde stemmen, stemmen horen, stemmen in .. hoofd, waanbeeld, wanen, hallucinatie, paranoide, paranoia
		persoonlijkheidsstoornis, -stoornis, stoornis, borderline-, =BPS, narcistisch, hechtingsproblematiek, hechtingsstoornis, aanpassingsstoornis, gedragsproblemen, gedragsstoornis, dissociatie, dissociatief, =DIS
		suicide, suicidaal, zelfmoord-, zelfmoordpoging, suicidepoging, zelfbeschadiging, automutilatie, automutileert, automutileren, snijdt zichzelf, wil niet meer leven, doodswens, levensmoe
		psychische-, psychische klachten|problemen|problematiek|gezondheid|belasting|kwetsbaarheid|toestand|instabiliteit, psychiatrische klachten|problemen|problematiek|stoornis|achtergrond, psychiatrisch, mentale klachten|problemen|problematiek|gezondheid|inzinking|instabiliteit, mentaal instabiel|labiel|kwetsbaar|ingestort|uitgeput|op, psychisch instabiel|labiel|kwetsbaar, labiel, psychische, psychisch, psychosociale problematiek|klachten, psyche klachten, psych klachten, overprikkeld, overprikkeling, prikkelgevoelig
		emotioneel instabiel|uitgeput|ingestort, instorting, zenuwinzinking, ingestort, inzinking, stortte in, instortte, zenuwinstorting, neurasthenie, zit er doorheen, er doorheen zitten, trekt .. niet meer, mentaal|psychisch|emotioneel|geestelijk .. niet|op|zwaar|slecht|moeilijk|doorheen|uitgeput|gebroken|labiel|vast, gaat .. mentaal|psychisch|emotioneel, er .. doorheen zit|zat, zit er .. doorheen, zit .. diep in .. put|dal, in de put, diep dal, donkere gedachten|periode, zwarte gedachten, huilt veel|vaak|steeds|elke, veel huilen, leven .. niet meer zitten, leven .. zat|zinloos, tegen .. burnout|burn-out aan, afgebrand geraakt, op omvallen, in de war, verward, achterdochtig, verwardheid, piekert, piekeren, piekergedachten, neerslachtig, zwaarmoedig, apathisch, onstabiel, hyperactief, hyperactiviteit, voelt|voelde|voel zich .. down|leeg|waardeloos|ellendig|hopeloos|somber|beroerd|zwak|angstig|ziek, veel stress, last van stress, stress .. klachten|thuis, chronische stress, gestrest geraakt, vol hoofd, hoofd .. vol zit|vol, kan niets onthouden, verdooft zich, dood willen, wil dood, wilde dood, liever dood, einde .. leven, terugval-, zat|zit er ... doorheen, er ... doorheen zit|zat|zitten, mentale overbelasting, mentaal overbelast, autistische trekken|trekjes|kenmerken, verhoogde kwetsbaarheid, psychische|mentale kwetsbaarheid, het niet meer zien zitten, niet meer zitten, bang voor|van mensen|drukte|buiten|straat|groepen, angsten, straatvrees, rouw ... slaap*|slapen|slaapt|depri*, is|was|raakt|wordt .. agressief, woedeaanval, woede-uitbarsting, agressieproblemen, agressieregulatie, wanhopig, wanhoop, in te storten, bang om .. storten, geestelijk .. ziek|instabiel, geestesziek, geestesziekte, zenuwziek, zenuwpatient
		slaapprobleem, slaapproblemen, slaapstoornis, slapeloosheid, slapeloos, slaapklacht, slaapgebrek, slaapt|slapen|sliep .. slecht|niet|nauwelijks|amper|matig|weinig|onrustig, slecht slaap*, doorslapen, slaapapneu, apneu, nauwelijks geslapen, concentratieprobleem, concentratiestoornis, concentratieklacht, cognitieve klachten|problemen|stoornissen|beperkingen, geheugenprobleem, geheugenzwakte, geheugenverlies, geheugenklacht, vergeetachtig, vergeetachtigheid, geheugen ... steek|slecht|achteruit|weg, warrig, verward gedrag, psychopaat, neurose, neurotisch, neuroot, bindingsangst, verlatingsangst, hoogtevrees, pleinvrees, verwerkingsproblemen, prikkelgevoeligheid, gevoelig voor prikkels|geluid|licht, hysterisch
		rouwklacht, rouwproces, gecompliceerde rouw, postnatale depressie, postpartum, kraambedpsychose, postnataal, huilbui, huilbuien, ptss klachten, levensmoeheid, uitgevallen met|door|wegens|vanwege|ivm, uitval door|wegens|vanwege, conversiestoornis, stemmingsklacht, boreout, bore-out`,
	},
	{
		class: "illness",
		rule: "illness.development",
		why: ability,
		unless: specific,
		words: `=adhd, =ADHD, adhd-, =ADD, =ASS, heeft|met|door|en|of ass|add|odd, ass|add en, autisme-, autist, autistisch, -autisme, asperger, =pddnos, pdd-nos, =PDDNOS, gilles de la tourette, tourette, dyslexie, dyslectisch, dyscalculie, =LVB, =lvb, =lvg, verstandelijk beperkt, verstandelijke beperking, zwakbegaafd, moeilijk lerend, zwakzinnig, laagbegaafd, verstandelijke handicap, syndroom van down|asperger|tourette, ontwikkelingsstoornis, =NLD, =TOS, taalontwikkelingsstoornis, =FAS, stotter, stottert, stotteren, autistic, autism, dyslexia, dyslexic, =ODD, prikkelverwerkingsstoornis, hoogsensitief, =hsp, =HSP`,
	},
	{
		class: "illness",
		rule: "illness.addiction",
		why: addiction,
		unless: specific,
		words: `-verslaafd-, verslaafde, verslaving-, -verslaving, drinkt .. weer|dagelijks|stevig|veel|elke, weer aan het|t drinken|gebruiken|blowen, aan de fles, terugval .. drinkt|gebruikt|gebruik|drinken|drugs, drank .. probleem|maakt, alcohol .. probleem, gebruikt drugs|cocaine|speed|wiet|xtc|ghb|alcohol|weer|dagelijks|harddrugs, gokverslaving, gameverslaving, alcoholprobleem, alcoholist, =alchohol, alchohol* probleem*, alcoholisme, alcoholmisbruik, alcoholverslaving, drankprobleem, drankmisbruik, drugsgebruik, drugsverslaving, drugsprobleem, drugsgebruiker, middelengebruik, middelenmisbruik, harddrugs, softdrugs, cocaine-, coke, heroine-, ghb, =GHB, speedgebruik, xtc, cannabis-, wietgebruik, blowt, blowen, blowgedrag, geblowd, aan de drank, aan de drugs, aan lager wal, drinkt te veel|teveel, te veel drinkt, teveel drinkt, drinkt .. overmatig, overmatig drankgebruik|alcoholgebruik, afkickverschijnsel, ontwenningsverschijnsel, terugval in gebruik|drank|alcohol|drugs, nuchter sinds, clean sinds, al .. clean, drinkt tijdens, junk, junkie, snuift, snuiven, lachgas, ketamine, aan de speed, amfetamine, dronken, drankgebruik, alcoholgebruik, anonieme alcoholisten, gokt, gokschulden, gokprobleem, gokken .. probleem|verslaafd, wiet, hasj, joints, jointje, drug addict|use|abuse, uses drugs, alcoholic, addiction, addicted to alcohol|drugs|gambling|cocaine|painkillers, drinking problem, substance abuse, recovering addict, struggles|struggled with .. drinking|alcohol|drugs|anxiety|sleep|depression|addiction|drink, drinks too much, heavy drinker, ruikt naar alcohol|drank, ervaringsdeskundige`,
	},
	{
		class: "illness",
		rule: "illness.cause",
		why: cause,
		unless: ["denied"],
		words: `uitgevallen door|wegens|vanwege, uitgevallen met, uitval door|wegens|vanwege|met, ziek geworden van|door, ziek door|van .. stress|werkdruk|conflict|pesten, ziek van .. sfeer|werk, is|was|werd mishandeld, mishandeld door, huiselijk geweld, seksueel misbruik|geweld|misbruikt, misbruikt, verkracht, verkrachting, aangerand, incest, misbruikverleden, jeugdtrauma, burn-out door, klachten door|vanwege .. werkdruk|werk|scheiding|conflict|pesten, gediagnosticeerd met, diagnose adhd|autisme|ptss|depressie|kanker|ms`,
	},
	{
		class: "illness",
		rule: "illness.mind.english",
		why: disorder,
		unless: specific,
		words: `burned out, burnt out, burnout, burn-out, depressed, depression, depressive, anxiety, <who> .. anxiety, panic attack, panic attacks, panic disorder, mental health, mental breakdown, nervous breakdown, breakdown, bipolar, schizophrenia, psychosis, psychotic, trauma, traumatised, traumatized, eating disorder, suicidal, suicide attempt, self-harm, post-traumatic, stress-related, insomnia, mental illness, mental condition, personality disorder, grief-stricken, learning disability`,
	},
	{
		class: "illness",
		rule: "illness.general",
		why: { nl: "Zegt dat er een medische reden is.", en: "Says that there is a medical reason." },
		unless: ["denied", "supposed", "general", "others", "work"],
		words: `medische gegevens|informatie|klachten|toestand|problemen|zaken|gegevens|stukken, gezondheidsproblemen, gezondheidsklachten, lichamelijke problemen|toestand|gesteldheid, gezondheid .. slecht|matig|broos|zwak|verslechterd|achteruit|te wensen, slechte|zwakke|broze gezondheid, haar|zijn|de gezondheid, tobt .. gezondheid, gezondheid .. toe|parten, vanwege .. gezondheid, ivm .. gezondheid, om .. gezondheid, niet gezond, ongezond gewicht, ziektebeeld, ziekteverschijnsel, ziektegeschiedenis, ziekteproces, ziekteverleden, klachtenbeeld, klachten, diagnose, symptoom, her|his health, poor|failing health, health .. worse|deteriorated, lichamelijk .. achteruit, fysiek .. achteruit, klachten .. toegenomen|afgenomen|verergerd|verminderd, haar|zijn klachten, vanwege .. klachten, door .. klachten, ivm|wegens .. klachten, met .. klachten thuis`,
	},
];
