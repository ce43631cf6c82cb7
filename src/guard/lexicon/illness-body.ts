import type { Group } from "../lexicon.ts";
import { sets } from "./sets.ts";

const disease = { nl: "Een ziekte of aandoening.", en: "A disease or condition." };
const complaint = { nl: "Een lichamelijke klacht of een letsel.", en: "A physical complaint or an injury." };
const family = { nl: "De gezondheid van iemand anders.", en: "Somebody else's health." };
const specific = ["surname", "work", "others"] as const;

const afflictions =
	"klacht probleem problematiek pijn kwaal ziekte aandoening letsel schade blessure infectie ontsteking afwijking breuk kanker stoornis beschadiging verlies falen vernauwing slijtage".split(
		" ",
	);
const organs = sets.organ as readonly string[];
const linked = (organ: string) =>
	/(pees|hormoon)$/.test(organ) ? [organ, `${organ}s`, `${organ.replace("oo", "o")}en`] : [organ, `${organ}s`];
/** "nierprobleem", "rugschade": each organ with each affliction, written in one word. */
const afflicted = organs.flatMap((organ) => linked(organ).flatMap((first) => afflictions.map((one) => first + one)));

/** Nature and cause of illness of the body. */
export const illnessOfTheBody: readonly Group[] = [
	{
		class: "illness",
		rule: "illness.disease",
		why: disease,
		unless: specific,
		words: `kanker-, -kanker, kankerpatient, -carcinoom, carcinoom, tumor-, -tumor, uitzaaiing, melanoom, leukemie-, lymfeklier-, lymfoom, hodgkin, sarcoom, borstkanker, chemo-
		hernia-, -hernia, artrose-, artritis-, reuma-, reumatisch, reumatiek, fibromyalgie-, jicht, osteoporose, scoliose, bechterew, hypermobiliteit, spondylose, slijmbeursontsteking, peesontsteking
		diabetes-, diabeet, suikerziekte, suikerpatient, hypoglykemie, =hypo, schildklier-, hashimoto, graves, struma, addison, cushing, hypothyreoidie
		hartinfarct, infarct, -infarct, hartaanval, hartfalen, hartritmestoornis, hartklachten, hartpatient, hartkwaal, boezemfibrilleren, angina pectoris, hypertensie, trombose, embolie, aneurysma, pacemaker
		hoge bloeddruk, bloeddruk .. hoog|hoge|laag, hoge|verhoogde bloeddruk|cholesterol, hartafwijking, hartkamer, longembolie, etalagebenen, vaatlijden, spataderen
		=cva, =CVA, =TIA, tia .., beroerte, herseninfarct, hersenbloeding, hersenletsel, hersentumor, hersenschudding, =NAH, niet-aangeboren hersenletsel, hersenvliesontsteking, meningitis
		epilepsie-, epileptisch, epilepticus, parkinson, alzheimer, dement, dementie, =MS, =ALS, multiple sclerose, migraine-, clusterhoofdpijn, neuropathie, polyneuropathie, narcolepsie, tinnitus, meniere, oorsuizen
		astma-, astmatisch, =COPD, =copd, longemfyseem, emfyseem, bronchitis, longontsteking, longziekte, longklachten, tuberculose, =tbc, sarcoidose, stoflong, taaislijmziekte, pleuritis, longfibrose
		crohn, colitis, darmontsteking, prikkelbare darm, =PDS, coeliakie, maagzweer, leverziekte, hepatitis, levercirrose, nierfalen, nierziekte, nierstenen, galstenen, pancreatitis, diverticulitis, stoma, refluxziekte
		endometriose, =PCOS, menopauze, overgangsklachten, baarmoederhals, vleesboom, miskraam, vruchtbaarheidsproblemen, fertiliteits-, buitenbaarmoederlijke
		lyme, lyme-, ziekte van, pfeiffer, qkoorts, long covid, longcovid, postcovid, post covid, coronapatient, =hiv, =HIV, =aids, =AIDS, seropositief, syfilis, malaria, gordelroos, sepsis, bloedvergiftiging, ebola
		psoriasis, eczeem, huidaandoening, huidziekte, lupus, sclerodermie, vitiligo, sikkelcelziekte, sikkelcel, bloedarmoede, anemie, hemofilie, immuunziekte, -immuunziekte, autoimmuun-, stofwisselingsziekte
		=ME/CVS, =mecvs, =CVS, =cvs, chronisch vermoeidheidssyndroom, vermoeidheidssyndroom, =SOLK, =solk, =CRPS, dystrofie, -dystrofie, spierziekte, spieraandoening, cerebrale parese, spasme, spastisch, spasticiteit
		carpaal tunnelsyndroom, carpale, carpaletunnelsyndroom, =RSI, =rsi, =KANS, tennisarm, muisarm, frozen shoulder, hielspoor, peesplaat, epicondylitis, bursitis, impingement, thoracic outlet
		-aandoening-, -ziekte, -syndroom, -stenose, -itis, -algie, -pathie, -kwaal-, -sclerose-, -fibrose, -artrose, -neurose, cirrose, -verlamming-, -vrees, -ontsteking-, ontstoken, myeloom, adenoom, glioom, blastoom, fibroom, mononucleose, kyfose, hartstilstand, hartoverval, hartkloppingen, aorta-, aneurysma, blindedarm-, spraakgebrek, lichaamsgebrek, gezichtsgebrek, handicap-, -handicap, gehandicapte, invaliditeit, doofblind, doofstom, slechthorendheid, slechtziendheid, brandwond, -wond, hazenlip, schisis, klompvoet, hartruis, suikerspiegel, bloedsuiker, suiker .. ontregeld|hoog|laag, aangeboren afwijking|aandoening, -afwijking, tremor, spierverslapping, trekkebeen, mank, kreupel, manken, poliopatient, klierkoorts, koortsig, knokkelkoorts, nekhernia, glaucoom, staar, netvliesloslating, maculadegeneratie, slechtziend, blind aan, blind geworden, slechthorend, doof aan, gehoorschade, gehoorverlies, doofheid
		besmet met, geinfecteerd, infectie-, -infectie, allergie voor, allergisch voor, -eczeem, leukaemia, leukemia, syndroom van, =dm2, =DM2, dm type, diabetes type, suikerziekte type, hooikoorts, -allergie, voedselallergie, overgewicht, obesitas, morbide, anorexia, boulimia, eetstoornis, eetbuien, ondergewicht
		zwanger, zwangerschap-, hoogzwanger, zwangerschapsklachten, bekkeninstabiliteit, -vergiftiging, in verwachting, uitgerekend in|op, pregnant, pregnancy
		lichamelijk beperkt, lichamelijke beperking, licham* handicap|beperking, motorische beperking, visuele|auditieve beperking, gehandicapt, invalide, rolstoelafhankelijk, krukken, rollator, scootmobiel, looprek, blindenstok, blindengeleidehond, brace, =kniebrace, =polsbrace, =rugbrace, =duimbrace, steunkousen, amputatie, geamputeerd, dwarslaesie, rolstoelgebruiker, rolstoel
		chronisch ziek|zieke, ernstig ziek|zieke, ongeneeslijk, terminaal, palliatief, ziekbed, doodziek .. geweest, levensbedreigend*, medische aandoening, erfelijke aandoening, progressieve`,
	},
	{ class: "illness", rule: "illness.organ", why: complaint, unless: specific, words: afflicted.join(", ") },
	{
		class: "illness",
		rule: "illness.complaint",
		why: complaint,
		unless: specific,
		words: `rugklacht, rugpijn, rugletsel, rugprobleem, nekklacht, nekpijn, nekletsel, whiplash-, schouderklacht, knieklacht, knieblessure, kniepijn, heupklacht, buikklacht, buikpijn, maagklacht, darmklacht, buikkramp
		hoofdpijn, hoofdpijnklacht, migraine, duizelig, duizeligheid, duizelingen, flauwgevallen, flauwvallen, valt flauw, wegraking, misselijk, braken, gewrichtspijn, gewrichtsklacht, spierpijn, spierklacht, zenuwpijn
		-klachten, -pijn, -letsel, -blessure, -kneuzing, -breuk, -fractuur, blessure, letsel, fractuur, botbreuk, beenbreuk, kneuzing, verstuiking, peesruptuur, kruisband, meniscus, hielblessure, oogontsteking
		vermoeidheid-, moeheid, uitputting, <who> .. uitgeput, is|voelt|raakte .. uitgeput, oververmoeid, vermoeid, doodmoe, hondsmoe, doodop, futloos, lusteloos, altijd|snel|erg|extreem|steeds|continu|vaak|chronisch moe, moe .. van alles|niets, te moe om, tintelingen, tinteling, gevoelloos, gevoelloosheid, uitstralingspijn, krachtsverlies, geen kracht|gevoel in .. <body>, trillende handen, hoge koorts, heeft koorts, met koorts, chron vermoeid|moe, chronisch* vermoeid|moe|pijn, pijnklacht, pijnpatient, zenuwbeknelling, ischias, spit, spierspanning
		<has|.. last> .., last van|v <own>? <body>, last van|v .. <trouble>, klachten aan|van|in <own>? <body>, pijn in|aan <own>? <body>, <trouble> aan|in|van .. <body>, <body> <bad>, <body> .. is|zijn|was|raakte <bad>
		vanwege|wegens|ivm <own> <body>, <own> <body> speelt|spelen .. op, <own> <body> doet|doen .. pijn|zeer|moeilijk, <own> <body> .. doet .. niet, <sore> <body>, <sore> <body> .. <body>, heeft|had|kreeg|krijgt het .. aan|in <own> <body>, <own> ene|andere|linker|rechter? <body> .. doet|doen|werkt|werken|functioneert|functioneren|wil|willen .. niet|nauwelijks|slecht|minder|maar|moeilijk|niks, aan <own> <body> .. niets|niks|weinig, <body> .. werkt|werken .. slecht|niet|half|nauwelijks|maar, laten .. vervangen, koppijn, kiespijn, tandpijn, oorpijn, keelpijn, bloeddruk-, cholesterol, bloedwaarden, menstruatieklachten, opvliegers, in de overgang, sonde, katheter, litteken, littekens, snijwond, schotwond, gewond, verwonding, bewusteloos, in coma, coma geraakt|gelegen, gereanimeerd, reanimatie ondergaan, hartmassage, beademd, aangereden, auto-ongeluk, auto-ongeval, verkeersongeluk, verkeersongeval, motorongeluk, motorongeval, scooterongeluk, ski-ongeluk, ongeluk|ongeval gehad|gekregen|overkomen, na|sinds|door het|een|zijn|haar ongeluk|ongeval, heeft down, met down, zwelling, opgezwollen, gezwollen, krabt .. open, slap en bleek, jeuk, uitslag op .. huid|<body>, last van spataderen, in .. slechte lichamelijke conditie, lichamelijke conditie .. slecht|matig, zweetaanval, rillingen, maagzuur, darmen, onwel, onwelwording, niet .. geheeld|genezen, verkouden, verkoudheid, niet fit, ziek lichaam, medisch dossier|gezien|verhaal, <body> trilt|trillen|schudt, <own> <body> wil|willen|kan|kunnen .. niet, omdat <own> <body> .. niet, hart|lichaam .. niet meer wil, eet niet|niets|nauwelijks|slecht, ligt in bed|op bed, in bed liggen, bloedt, bloeding, bloedneus, overgeven, koorts .. heeft, viel|valt|vallen .. flauw, flauw gevallen, ziet|zag|zien .. dubbel|wazig|niets|niks|slecht|weinig, slechte nachtrust, prikkelbaar, cyste, poliep, abces, gezwel, knobbeltje, stembanden, stembandproblemen, kan|gaat|gaan|lopen moeilijk lopen|ademen|slapen|praten|slikken|bewegen, slikken|ademen|praten .. moeilijk|moeizaam|niet, lopen .. moeilijk|moeizaam, lopen niet, hurt <own> <bodyEn>, injured <own> <bodyEn>, <own> <bodyEn> .. hurts|injured|broken|bad|weak, bekkenprobleem, rugprobleem, hartprobleem, longprobleem, nierprobleem, leverprobleem, darmprobleem, maagprobleem, knieprobleem, huidprobleem, oogprobleem, gewrichtsprobleem, <body> .. problemen, problemen met <own> <body>, pijn, pijnen, gebroken <body>, <body> .. gebroken|gekneusd|verdraaid|verzwikt|verrekt|gescheurd|eraf|geamputeerd|ingeklapt|beschadigd|aangetast|versleten|kapot, <body> .. slecht|kapot|op is|beschadigd, beschadigde|versleten|zwakke <body>, <trouble> met|aan <own>? <body>, hoort|ziet slecht|nauwelijks|niets|niks|wazig|dubbel|amper, loopt moeilijk|mank|slecht|met krukken|met .. stok|rollator, moeite met .. concentreren|onthouden|slapen|ademen|lopen|praten|slikken, eraf gegaan, chronische .. ontsteking|pijn|klachten|aandoening|ziekte|vermoeidheid|kwaal, acute .. ontsteking|pijn, brak <own> <body>, <body> gebroken, <body> gekneusd, <body> verstuikt, door <own> rug|schouder gegaan|gezakt
		lichamelijke|fysieke|medische|psychische|gezondheids* klachten|problemen|problematiek, fysieke|lichamelijke|medische|psychische klacht*, gezondheidsklacht, gezondheidsprobleem, gezondheidsproblematiek, gezondheidstoestand .. slecht|verslechterd|achteruit
		heeft pijn, veel pijn, pijn bij|als, bij|van|door de pijn, door pijn, meer|minder|weer|dagelijks|constant|continu|nog pijn, pijn .. erger|heviger|toegenomen, pijn door, chronische pijn, pijn hebben, helse pijn, zware|hevige pijn, pijnlijke <body>, kan .. niet meer ruiken|proeven, geen reuk|smaak, benauwd bij, kortademig, hyperventilatie, hyperventileert, blaasproblemen, incontinent
		medische|gezondheids* reden|redenen, om gezondheidsredenen, gezondheidsredenen, om medische redenen, medische oorzaak|achtergrond|situatie|voorgeschiedenis|problematiek|diagnose, gediagnosticeerd, diagnose <ill>
		mist .. vinger|vingers|been|onderbeen|bovenbeen|onderarm|arm|oog|hand|teen|duim|voet, sinds|na|door .. ongeluk|ongeval|auto-ongeluk|auto-ongeval|motorongeluk|aanrijding .. , =hernea, verloor .. vinger|been|arm|oog|hand, aan zijn|haar hart gehad, hartoperatie, lichaam .. op, kunstheup, kunstknie, gehoorapparaat, littekenweefsel, tekenbeet, zonnesteek, buikgriep, griep, coronabesmetting
		van .. dak|trap|steiger|ladder|paard|fiets gevallen, ongeluk .. overgehouden, overgehouden aan, ongeval .. overgehouden, sinds .. ongeluk|ongeval|aanrijding .. last|pijn|klachten, arbeidsongeval, bedrijfsongeval, prikaccident`,
	},
	{
		class: "illness",
		rule: "illness.family",
		why: family,
		unless: [],
		words: `<family> .. <ill>, <family> heeft .. kanker|ms|als|dementie|alzheimer|parkinson|tumor|epilepsie|diabetes|hiv, zieke <family>, dementerende <family>, <family> in .. hospice, <family> .. ziekenhuis, <family> ligt op sterven,
		<family> .. herseninfarct|hartaanval|beroerte|kanker|chemo|bestraling|autisme|adhd|depressie|burnout|psychose|verslaafd|ziek, mother|father|son|daughter|wife|husband .. ill|cancer|dementia|hospital|dying`,
	},
	{
		class: "illness",
		rule: "illness.english",
		why: disease,
		unless: specific,
		words: `cancer, breast cancer, diagnosed with, diagnosis of, suffers from, suffering from, injury, injured, car accident, accident .. left|since|after, sleep problems, sleeps badly, on disability, stroke survivor, had .. stroke, heart attack, heart condition, heart disease, arthritis, asthma, herniated, slipped disc, back pain, chronic pain,
		back|neck|shoulder|knee|hip injury|problems|trouble|surgery, migraine, migraines, headaches, epilepsy, seizure, seizures, diabetic, concussion, brain injury, multiple sclerosis, fatigue, exhaustion, miscarriage, tumour, tumor, fracture, broken <bodyEn>,
		<bodyEn> hurts|hurt|injured, pain in .. <bodyEn>, medical condition, health problems|issues|condition|reasons, medical reasons, disability, disabled, wheelchair, deaf in, blind in, infection, illness, chronic illness, allergic to nuts|latex|pollen, high blood pressure, long covid, tires quickly, insomnia, memory .. poor|problems|loss|bad, memory loss, heart problems, collapsed, dizzy, dizziness`,
	},
];
