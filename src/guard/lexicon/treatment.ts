import type { Group } from "../lexicon.ts";

const specific = ["surname", "work", "others"] as const;
const treated = { nl: "Een behandeling, onderzoek of opname.", en: "A treatment, examination or admission." };

/** Treatment and medication, and who treats. */
export const treatments: readonly Group[] = [
	{
		class: "treatment",
		rule: "treatment.therapy",
		why: treated,
		unless: specific,
		words: `therapie-, -therapie, therapiesessie, -therapeutisch traject, =emdr, =EMDR, =cgt, =CGT, =ACT therapie, schematherapie, groepstherapie, mindfulnesstherapie, relatietherapie, traumabehandeling, traumaverwerking, behandeltraject, behandelplan, behandelprogramma, behandeling bij|tegen, behandeling voor .. , behandeling van .. <body>|klachten|ziekte|depressie|angst, in|onder behandeling bij|voor|van|tegen, onder behandeling, psychologische behandeling|hulp|ondersteuning|begeleiding, psychische hulp|begeleiding, psychiatrische hulp|behandeling|opname, medische behandeling|ingreep|onderzoek|hulp|zorg|begeleiding, behandeling .. gestart|afgerond|begonnen|gestopt|duurt|aanslaat|loopt, haar|zijn behandeling, behandelingen, dagbehandeling, deeltijdbehandeling, nabehandeling, -behandeling
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
		rule: "treatment.hospital",
		why: treated,
		unless: specific,
		words: `operatie-, -operatie, geopereerd, opereer, opereert, opereerde, opereren, operatief, ingreep, chirurgische, heupoperatie, knieoperatie, spoedoperatie, rugoperatie, kijkoperatie, keizersnede, transplantatie, -transplantatie, donornier, dotterbehandeling, gedotterd, bypass, stent, katheterisatie, -katheterisatie, pen|pennen|plaat|plaatje|schroeven|schroef in .. <body>, gipsbeen, onder het mes, aan .. <body> geholpen|geopereerd|behandeld, spuit in .., spuit .. <body>, krijgt .. spuit|prik|injectie, -zepam, -zolam, -olol, -statine, -sartan, -cilline, -oxetine, -pramine, -triptan, -prazol, -gliptine, -tinib, -floxacine, medicamenteus, medicamenteuze, injecties, injectie in|tegen|van, <body>|hartklep|heup|knie|gewricht .. vervangen, onderging|ondergaat|ondergaan|onderging .. operatie|behandeling|ingreep|kuur|onderzoek|therapie, prothese-, -prothese, narcose, hechtingen, in .. gips, gips om, loopgips, hernia-operatie, -ectomie, -verwijdering, baarmoederverwijdering, borstamputatie, abortus, curettage, ivf, ivf-traject, =icsi, bevalling, prothese geplaatst
		chemo, chemokuur, chemotherapie, bestraling, bestralingen, bestraald, radiotherapie, immunotherapie, hormoontherapie, nierdialyse, dialyse, infuus, bloedtransfusie, bloedonderzoek, bloedprikken, bloed prikken, biopsie, punctie, =mri, mri-scan, =mrt, ct-scan, =ctscan, echo van|gemaakt, röntgen, rontgenfoto, hartfilmpje, =ecg, =ECG, =EEG, foto's van .. <body>, longfoto, hersenscan, botscan, kijkonderzoek, endoscopie, coloscopie, gastroscopie, allergietest, slaaponderzoek, neuropsychologisch onderzoek, psychologisch onderzoek, psychiatrisch onderzoek, medisch onderzoek, uitslag van .. onderzoek|scan|mri|bloed*|biopsie, ziekenhuisopname, ziekenhuisbezoek, ziekenhuisafspraak, zkh, spoedeisende hulp, =seh, =SEH, eerste hulp post, polikliniek, =poli, pijnpoli, poli neurologie, poli cardiologie, naar|bij .. neurologie|cardiologie|oncologie|psychiatrie|orthopedie|radiologie|dermatologie|gynaecologie|reumatologie|urologie, polikliniek, pijnkliniek, revalidatiecentrum, revalidatiekliniek, intensive care, herstelt|herstellende|herstellend van, aan de beademing, zuurstof .. thuis, herstel van .. operatie|ingreep|ziekte, aan het herstellen, wondverzorging, thuiszorg voor|komt, gipsvlucht
		doorverwezen naar .. ggz|ziekenhuis|specialist|revalidatie|psycholoog|psychiater, ziekenhuis .. onderzoek|controle|afspraak|gelegen, gelegen in .. ziekenhuis, ligt in .. ziekenhuis, medisch traject, medische molen`,
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
		words: `surgery, had .. operation, was operated, operated on, chemo, chemotherapy, radiotherapy, radiation therapy, physiotherapy, physical therapy, therapy, in therapy, counselling sessions, psychotherapy, rehab, rehabilitation programme|program|clinic|centre, in hospital, hospitalised, hospitalized, admitted to .. hospital|clinic|ward, hospital appointment|appointments, blood test, mri scan, detox, being treated for|by .. doctor|hospital|psych*, treated for, under treatment, receiving treatment, treatment plan|programme, medical treatment|examination|appointment|care, cbt sessions, trauma therapy, injections`,
	},
];
