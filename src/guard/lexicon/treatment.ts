import type { Group } from "../lexicon.ts";
import { carePlaces } from "./care-places.ts";
import { medicineNames } from "./medicines.ts";

const specific = ["surname", "work", "others"] as const;
const treated = { nl: "Een behandeling, onderzoek of opname.", en: "A treatment, examination or admission." };

/** Treatment and medication, and who treats. */
export const treatments: readonly Group[] = [
	{
		class: "treatment",
		rule: "treatment.therapy",
		why: treated,
		unless: specific,
		words: `chemo-, therapie-, -therapie, therapiesessie, -therapeutisch traject, =emdr, =EMDR, =cgt, =CGT, =ACT therapie, schematherapie, groepstherapie, mindfulnesstherapie, relatietherapie, traumabehandeling, traumaverwerking, behandeltraject, behandelplan, behandelprogramma, behandeling bij|tegen, behandeling voor .. , behandeling van .. <body>|klachten|ziekte|depressie|angst, in|onder behandeling bij|voor|van|tegen, onder behandeling, psychologische behandeling|hulp|ondersteuning|begeleiding, psychische hulp|begeleiding, psychiatrische hulp|behandeling|opname, medische behandeling|ingreep|onderzoek|hulp|zorg|begeleiding, behandeling .. gestart|afgerond|begonnen|gestopt|duurt|aanslaat|loopt, haar|zijn behandeling, behandelingen, dagbehandeling, deeltijdbehandeling, nabehandeling, -behandeling
		revalidatie-, revalideert, revalideren, revalidatieprogramma, pijnrevalidatie, hartrevalidatie, =fysio, =fisio, =fysyo, fysiotherapie, manuele therapie, ergotherapie, logopedie, haptonomie, acupunctuur, osteopathie, mensendieck, oefentherapie, medische fitness, fysio oefeningen
		fact-team, factteam, =FACT, crisisteam, iht-team, pilletje, pilletjes, pillen, afkicken, afgekickt, afkickte, afkickkliniek, ontwenning-, ontwenningskliniek, detox, verslavingskliniek, verslavingszorg, verslavingsbehandeling, jellinek, opgenomen .. ziekenhuis|kliniek|instelling|afdeling|paaz|ggz|inrichting|hospice, ziekenhuis|kliniek|instelling|paaz|ggz|inrichting .. opgenomen|opname, opgenomen geweest, gedwongen|vrijwillig|acuut|klinisch opgenomen, # weken|maanden|dagen opgenomen, opname van # weken|maanden|dagen, opname in|bij, gedwongen opname, ziekenhuisopname, spoedopname, dagopname, heropname, ggz-opname, klinisch, klinische opname, inbewaringstelling, zorgmachtiging, crisisopname, crisisdienst, =GGZ behandeling, psychiatrische afdeling, psychiatrisch ziekenhuis, paaz, =paaz, =PAAZ
		bij|via|naar .. ggz traject|behandeling, ggz .. traject|behandeling|hulp, <who> .. in|naar .. kliniek, in|naar een|de kliniek, intake bij .. ggz|psycholoog|psychiater|therapeut|kliniek|revalidatie, wachtlijst voor|bij .. ggz|therapie|behandeling|operatie|psycholoog|psychiater|revalidatie|kliniek, staat|staan .. op .. wachtlijst voor .. *therapie|*behandeling`,
	},
	{
		class: "treatment",
		rule: "treatment.medicine",
		why: { nl: "Een medicijn.", en: "A medicine." },
		unless: specific,
		words: `medicatie-, -medicatie, medicijn-, medicijngebruik, geneesmiddel, medicament, medicamenten, meds, medicatiegebruik, pillen, de pil voor|tegen, pil .. slapen|angst|stemming, antidepressivum, antidepressiva, antidepressie*, antipsychoticum, antipsychotica, kalmeringsmiddel, kalmeringspil, slaapmiddel, slaappil, slaaptablet, pijnstiller, pijnmedicatie, pijnpleister, antibiotica, antibioticum, bloeddrukverlager, bloeddrukpil, bloedverdunner, betablokker, cholesterolverlager, stemmingsstabilisator, hormoonkuur, hormoonbehandeling, kuurt, slaapkuur, prikkuur, bestralingskuur, stootkuur, vermageringskuur, prednisonkuur, antibioticakuur, ontstekingsremmer, maagzuurremmer, puffer, inhalator, psychofarmaca, griepprik, antistolling*, antistollingsmiddel, insuline-, anticonceptie, angstremmer, zuurremmer, virusremmer, hivremmer, spuiten tegen, injectie in, cortisonenspuit, cortisone-, cortisoneninjectie
		ritalin, ritaline, concerta, medikinet, methylfenidaat, strattera, dexamfetamine, oxazepam, diazepam, temazepam, lorazepam, alprazolam, xanax, valium, seresta, zolpidem, citalopram, escitalopram, sertraline, zoloft, fluoxetine, prozac, paroxetine, seroxat, venlafaxine, efexor, mirtazapine, bupropion, amitriptyline, nortriptyline, duloxetine, lithium, depakine, lamotrigine, quetiapine, seroquel, olanzapine, risperidon, risperdal, haldol, haloperidol, aripiprazol, abilify, clozapine, propranolol, metoprolol, amlodipine, enalapril, lisinopril, simvastatine, atorvastatine, metformine, ozempic, levothyroxine, thyrax, euthyrox, prednison, prednisolon, methotrexaat, =mtx, humira, tramadol, oxycodon, oxycontin, morfine, fentanyl, naproxen, diclofenac, ibuprofen, paracetamol, pregabaline, lyrica, gabapentine, ventolin, salbutamol, symbicort, tamoxifen, suboxone, methadon, antabus, campral, naltrexon, sumatriptan, melatonine, omeprazol, pantoprazol, warfarine, acenocoumarol, =ssri, =SSRI
		slikt .. *pillen|*middelen|*medicatie|*medicijnen|tabletten, moet spuiten, afbouwen .. medicatie, medication, medications, antidepressants, antidepressant, painkillers, painkiller, sleeping pills, prescribed, prescription drugs, on medication`,
	},
	{
		class: "treatment",
		rule: "treatment.medicine",
		why: { nl: "Een medicijn.", en: "A medicine." },
		unless: specific,
		words: medicineNames,
	},
	{
		class: "treatment",
		rule: "treatment.taking",
		why: { nl: "Hoe iemand medicijnen gebruikt.", en: "How somebody takes medicine." },
		unless: specific,
		words: `# mg|mcg|milligram, #mg, dosering-, dosis, doseringsschema, medicatieschema, medicijnrol, baxterrol, =weekdoos, pillendoos-, pillendoosje, pillenstrip, aan de pillen|pil|medicijnen|antidepressiva|medicatie|lithium|insuline|drup, van de <pills> af, zonder <pills>, <pills> .. opgehoogd|verhoogd|verlaagd|afgebouwd|opgebouwd|gestopt|gewisseld|aangepast|bijgesteld|gestart|vergeten|innemen|ingenomen|inneemt, med|meds|medic .. aangepast|gewisseld|gestopt|afgebouwd|opgebouwd|gestart|wissel|wisseling|omhoog|omlaag|verhoogd|ophogen|afbouw, ingesteld op .. <pills>, instellen op .. <pills>, bijwerking~ van, bijwerkingen, suf van, antidep, antidepr, antidepri, =AD af|afgebouwd|opgebouwd|gestart, antipsych, =slaapmed, =pijnmed
		slikt|slikken|slikte|neemt|gebruikt|krijgt iets|wat|spul .. slapen|zenuwen|pijn|rustig*|stemming|druk, slikt|slikken|slikte .. pillen|pil|tabletten|capsules|medicijn*|medicatie, elke|iedere|dagelijks ochtend|avond|dag|week|maand? spuiten|prikken|inhaleren|injecteren, spuit|prikt zichzelf|zich, afbouwen .. pil|pillen|mg|tabletten|medic*, halve|hele|dubbele|kwart pil|tablet, moet .. prikken|spuiten|inhaleren, zichzelf spuiten|prikken, pufje, pufjes, puffen .. astma|longen, op recept van, herhaalrecept, recept .. pillen|slapen|pijn|opgehaald bij .. apotheek, smeert .. zalf, zalf voor|tegen, oogdruppels, oordruppels, neusspray .. tegen|voor, zetpil, hormoonpleister, nicotinepleisters, ijzertabletten, vitamine~ b12 injectie*|prik*|spuit*, b12 prik*|spuit*, injecties, bloedspiegel, lithiumspiegel, spiegelbepaling, =kuurtje, =kuurtjes, kuur afmaken|afgemaakt|gestart|bijna, kuur antibiotica|prednison, medicinale cannabis|wiet, cbd olie`,
	},
	{
		class: "treatment",
		rule: "treatment.hospital",
		why: treated,
		unless: specific,
		words: `operatie-, -operatie, geopereerd, opereer, opereert, opereerde, opereren, operatief, ingreep, chirurgische, heupoperatie, knieoperatie, spoedoperatie, rugoperatie, kijkoperatie, keizersnede, transplantatie, -transplantatie, donornier, dotterbehandeling, gedotterd, bypass, stent, katheterisatie, -katheterisatie, pen|pennen|plaat|plaatje|schroeven|schroef in .. <body>, gipsbeen, onder het mes, aan .. <body> geholpen|geopereerd|behandeld, spuit in .., spuit .. <body>, krijgt .. spuit|prik|injectie, -zepam, -zolam, -olol, -statine, -sartan, -cilline, -oxetine, -pramine, -triptan, -prazol, -gliptine, -tinib, -floxacine, medicamenteus, medicamenteuze, injecties, injectie in|tegen|van, <body>|hartklep|heup|knie|gewricht .. vervangen, onderging|ondergaat|ondergaan|onderging .. operatie|behandeling|ingreep|kuur|onderzoek|therapie, prothese-, -prothese, narcose, hechtingen, in .. gips, gips om, loopgips, hernia-operatie, -ectomie, -verwijdering, baarmoederverwijdering, borstamputatie, abortus, curettage, ivf, ivf-traject, =icsi, bevalling, prothese geplaatst
		chemo, chemokuur, chemotherapie, bestraling, bestralingen, bestraald, radiotherapie, immunotherapie, hormoontherapie, nierdialyse, dialyse, infuus, bloedtransfusie, bloedonderzoek, bloedprikken, bloed prikken, biopsie, punctie, =mri, mri-scan, =mrt, ct-scan, =ctscan, echo van|gemaakt, röntgen, rontgenfoto, hartfilmpje, =ecg, =ECG, =EEG, foto's van .. <body>, longfoto, hersenscan, botscan, kijkonderzoek, endoscopie, coloscopie, gastroscopie, allergietest, slaaponderzoek, neuropsychologisch onderzoek, psychologisch onderzoek, psychiatrisch onderzoek, medisch onderzoek, uitslag van .. onderzoek|scan|mri|bloed*|biopsie, ziekenhuisopname, ziekenhuisbezoek, ziekenhuisafspraak, zkh, spoedeisende hulp, =seh, =SEH, eerste hulp post, polikliniek, =poli, pijnpoli, poli neurologie, poli cardiologie, naar|bij .. neurologie|cardiologie|oncologie|psychiatrie|orthopedie|radiologie|dermatologie|gynaecologie|reumatologie|urologie, polikliniek, pijnkliniek, revalidatiecentrum, revalidatiekliniek, intensive care, herstelt|herstellende|herstellend van, aan de beademing, zuurstof .. thuis, herstel van .. operatie|ingreep|ziekte, aan het herstellen, wondverzorging, thuiszorg voor|komt, gipsvlucht
		doorverwezen naar .. ggz|ziekenhuis|specialist|revalidatie|psycholoog|psychiater, ziekenhuis .. onderzoek|controle|afspraak|gelegen, gelegen in .. ziekenhuis, ligt in .. ziekenhuis, medisch traject, medische molen`,
	},
	{
		class: "treatment",
		rule: "treatment.examined",
		why: treated,
		unless: specific,
		words: `onder|in de scan|mri|scanner|ct, moet|mag|gaat|kreeg|krijgt|had .. onder de scan, petscan, pet-scan, dexa-scan, dexascan, scan|scans|echo|foto van .. <body>|hoofd|hersenen, <body> .. laten scannen, mri|scan|echo gehad|gemaakt .. uitslag|ziekenhuis|zkh, laten prikken, prikken voor|bij .. bloed*|spiegel|lab, bloedafname, bloedtest, urinetest, urineonderzoek, =hartecho, =fietstest, inspanningstest, longfunctie*, =gehoortest, oogmeting|gehoormeting bij .. arts|kliniek, =uitstrijkje, =mammografie, darmonderzoek, maagonderzoek, lumbaalpunctie, ruggenprik, epiduraal, zenuwonderzoek, spieronderzoek, hersenonderzoek, kijkonderzoek, nacontrole, controleafspraak .. ziekenhuis|poli|arts, poliafspraak, poli-afspraak, vervolgafspraak .. ziekenhuis|poli, diagnostisch traject, diagnostiektraject, psychodiagnostisch onderzoek, neuropsychologisch onderzoek, npo .. uitslag|gehad|aangevraagd
		geholpen .. aan .. <body>, opnieuw geholpen aan, pijnblokkade, zenuwblokkade, blokkade in .. <body>, pijnteam, pijnprogramma, omleiding .. hart, pacemaker, icd geplaatst, heeft een icd, hersteloperatie, cortisoneprik, cortisonenprik, ontstekingsremmende prik|spuit, prik in .. <body>, botox .. migraine|spier*|blaas, nekkraag, spalk, =mitella, korset, =steunzool, =steunzolen, orthopedische schoenen, beugel voor .. <body>, hoorapparaat, hoortoestel, =kunstgebit, stomazakje, katheterzak, sondevoeding, =zuurstoffles, zuurstof .. neus, cpap-, cpap, dagopname, opgenomen vorig|vorige|afgelopen|sinds|gisteren|vannacht, vorig|vorige|afgelopen weekend|week|maand|jaar|nacht|zomer|winter .. opgenomen, dagen|weken|maanden opgenomen, opname duurt|loopt|gepland, met de ambulance, naar de spoed, spoedeisende hulp, eerste hulp geweest|gereden|beland
		dagprogramma, dagtherapie, dagbeh, dagbesteding ggz, weekprogramma .. kliniek|ggz, herstelprogramma, herstelgroep, herstelacademie, traumaweek, traumaweken, traumaprogramma, traumatraject, traumagroep, rouwgroep, rouwbegeleiding, rouwverwerking, lotgenotengroep, lotgenotencontact, nazorggroep, terugvalpreventie, =signaleringsplan, =crisisplan, wrap-cursus, psycho-educatie, psychoeducatie, neurofeedback, biofeedback, =hypnose, hypnotherapie, =ECT, =ect, =rTMS, =rtms, tms-behandeling, mbct, psychosomatische fysio*, runningtherapie, =CGT, =IPT, =DGT, =VERS training, vers-training, vers training, cognitieve gedrags*, gedragstherapeutisch*, doet|volgt|krijgt act, =ACT-therapie, exposure oefening*|therapie|behandeling, =exposuretherapie, ontspanningsoefeningen van .. fysio|therapeut, naar|bij|via|doet cesar, mensendieck, bekkenfysio*, handtherapie, oefeningen van|voor .. fysio|therapeut, naar de aa|na, aa|na|al-anon meeting*|groep|bijeenkomst*, bij de aa|na|anonieme, anonieme alcoholisten|gokkers, twaalfstappen*, 12 stappen, minnesota model|methode|kliniek, =minnesotamodel, in de kliniek, uit de kliniek, klinisch traject, ambulant traject, ambulante behandeling|hulp|ggz|zorg, basis ggz, =basis-ggz, specialistische ggz, gespecialiseerde ggz, vrijgevestigde praktijk, intensief traject bij .. ggz, aangemeld bij .. ggz|kliniek|psych*, aanmelding .. ggz|psycholoog|kliniek, verwijzing voor|naar .. ggz|psych*|therapie|fysio|specialist|revalidatie|ziekenhuis, verwijsbrief, beh bij|gestart|loopt|gestopt|afgerond|ggz|stopt|duurt, wl ggz|psych*|beh|behandeling|operatie|ok, wachtlijst .. ggz|psyq|kliniek|therapie|behandeling|operatie|psych*|emdr|revalidatie, op de ok, ok gepland, ok datum, opgelapt in, ok staat|is|was gepland|op|voor, operatiedatum, kuur slaat|sloeg|loopt|start, laatste|eerste|tweede|derde|volgende kuur|chemo|bestraling|injectie, pleister~ tegen|voor .. pijn|misselijk*|roken, laten|liet|laat zich .. opnemen, zich .. laten|liet opnemen, krijgt|kreeg|krijg .. nieuwe|kunst knie|heup|hartklep|nier|lever|schouder|lens|lenzen, groepssessie, sessie|sessies|groep .. ggz, groep .. bij|van .. ggz, gesprekken bij .. ggz|kliniek|psych*, therapiegroep, nieuwe knie|heup|hartklep`,
	},
	{
		class: "treatment",
		rule: "treatment.named",
		why: { nl: "Een plaats waar mensen behandeld worden.", en: "A place where people are treated." },
		unless: ["surname", "role", "work", "others"],
		words: carePlaces,
	},
	{
		class: "treatment",
		rule: "treatment.place",
		why: { nl: "Een plaats waar iemand behandeld wordt.", en: "A place where somebody is treated." },
		unless: ["surname", "role", "others", "denied"],
		words: `ziekenhuis-, ziekenhuizen, =umc, =amc, =vumc, =lumc, =umcg, =mumc, =olvg, erasmus mc, kliniek, =ggz, =GGZ, ggz-instelling, ggz-traject, ggz-hulp, revalidatiecentrum, polikliniek, hospital, clinic, psychiatrische inrichting, verslavingskliniek, verslavingszorg, psychiatrie, behandelcentrum, beschermd wonen, hospice`,
	},
	{
		class: "treatment",
		rule: "treatment.general",
		why: treated,
		unless: ["surname", "denied", "supposed", "work", "others", "general"],
		words: `behandeling, behandelingen, behandeld, behandeld aan|voor|voor|tegen, nabehandeling, takes|took|taking .. pills|tablets, pills, hospital appointment, at|to|from the hospital`,
	},
	{
		class: "treatment",
		rule: "treatment.english",
		why: treated,
		unless: specific,
		words: `surgery, physio, goes to physio, seeing a physio, waiting list for .. therapy|treatment|surgery, on the waiting list .. treatment, started|starts|stopped .. tablets|meds|pills|treatment, meds, side effects, course of antibiotics|injections|treatment, scan results, day clinic, support group for, aa meetings, keyhole surgery, had .. operation, was operated, operated on, chemo, chemotherapy, radiotherapy, radiation therapy, physiotherapy, physical therapy, therapy, in therapy, counselling sessions, psychotherapy, rehab, rehabilitation programme|program|clinic|centre, in hospital, hospitalised, hospitalized, admitted to .. hospital|clinic|ward, hospital appointment|appointments, blood test, mri scan, detox, being treated for|by .. doctor|hospital|psych*, treated for, under treatment, receiving treatment, treatment plan|programme, medical treatment|examination|appointment|care, cbt sessions, trauma therapy, injections`,
	},
];
