import type { Group } from "../lexicon.ts";

const why = { nl: "Iemand die de kandidaat behandelt.", en: "Somebody who treats the candidate." };

/** Who treats the candidate. As a trade, vacancy or place of work the same words are left alone (`role`). */
export const practitioners: readonly Group[] = [
	{
		class: "practitioner",
		rule: "practitioner",
		why,
		unless: ["surname", "role"],
		words: `huisarts-, dokter, dokteres, =HA, ha belt|zegt|vindt|wil|adviseert, bij|naar|van de ha, huisdokter, specialist in het ziekenhuis, medisch specialist, behandelend arts|specialist|psycholoog|psychiater|sector, behandelende, behandelaar, behandelaarster, hoofdbehandelaar, medebehandelaar, allergoloog, hepatoloog, seksuoloog, audioloog, audicien, klinisch geriater, vaatchirurg, plastisch chirurg, opticien .. oogmeting, regiebehandelaar, zorgverlener, hulpverlener, zorgprofessional
		psycholoog-, psychologe, -psycholoog, psychiater, -psychiater, psychotherapeut, therapeut, therapeute, -therapeut, traumatherapeut, gezinstherapeut, relatietherapeut, orthopedagoog, praktijkondersteuner, =poh, =POH, pohggz, poh-ggz, =spv, sociaal psychiatrisch, verslavingsarts, verslavingsdeskundige, haptonoom, gz-psycholoog, klinisch psycholoog, hypnotherapeut, psych, =psy
		fysiotherapeut, fysiotherapeute, -fysiotherapeut, manueel therapeut, ergotherapeut, logopedist, logopediste, dietist, dietiste, osteopaat, chiropractor, acupuncturist, homeopaat, podotherapeut, podoloog, oefentherapeut, cesartherapeut, revalidatiearts, optometrist, oogarts, tandarts, orthodontist, kaakchirurg, kno-arts, kno arts, kaakspecialist, mondhygienist
		neuroloog, cardioloog, orthopeed, orthopedisch, internist, chirurg, -chirurg, oncoloog, dermatoloog, huidarts, reumatoloog, longarts, gynaecoloog, verloskundige, uroloog, radioloog, anesthesioloog, mdl-arts, maag-darm-leverarts, hematoloog, endocrinoloog, geriater, kinderarts, pijnspecialist,  longverpleegkundige, diabetesverpleegkundige, -verpleegkundige, wijkverpleegkundige, wijkverpleging, mammacare, oncologieverpleegkundige, wondverpleegkundige, praktijkverpleegkundige, nefroloog, immunoloog, slaapcentrum, apotheker, casemanager van .. ggz, ambulant behandelaar, verslavingsbegeleider, huisartsenpost
		curatieve sector, behandelend sector, de behandelsector, haar|zijn arts, <who> .. arts, arts in .. ziekenhuis, the specialist|doctor told|said|advised|wants|thinks, haar|zijn dokter, de arts in .. ziekenhuis, arts van .. ziekenhuis, haar|zijn specialist, van de dokter, zn dokter, dr dokter, medicus`,
	},
	{
		class: "practitioner",
		rule: "practitioner.treats",
		why,
		unless: ["surname"],
		words: `moet|mag|moest|mocht .. van .. dokter|arts|specialist|<caring>, dokter|arts|specialist|<caring> .. zegt|zei|adviseert|adviseerde|raadt|raadde|vindt|vond|schrijft|stelde|denkt|belde|verwees|verwijst|constateerde|concludeert|behandelt, doorverwezen|doorgestuurd|verwezen|verwijzing .. naar .. specialist|dokter|arts|<caring>, consult|controle|intake|sessie|sessies|spreekuur .. bij|met .. specialist|arts|<caring>, loopt .. bij|met .. <caring>, bij .. <caring> loopt|geweest, op advies van .. arts|dokter|specialist|<caring>, gezien|behandeld|begeleid|geholpen|onderzocht|gecontroleerd door .. *therapeut|*deskundige|*arts|*psycholoog|<caring>, fysio|psych|psy|ha|spv|poh|hap .. zegt|zei|wil|wilde|vindt|vond|adviseert|raadt|adv, volgens .. dokter|arts|specialist|<caring>`,
	},
	{
		class: "practitioner",
		rule: "practitioner.colloquial",
		why,
		unless: ["surname", "role"],
		words: `poher, pohers, poh-er, poh-jeugd, slaapdeskundige, gedragsdeskundige, pijndeskundige, traumadeskundige, verslavingsdeskundige, natuurgeneeskundige, natuurarts, natuurgenezer, iriscopist, kruidendokter, =magnetiseur, voetreflexoloog, masseur voor, pedicure voor .. diabet*|voeten, =coassistent, =co-assistent, =arts-assistent, physician assistant, nurse practitioner, verpleegkundig specialist, -verpleegkundige, mdl-arts, kno, =sportarts, =vaatarts, huidtherapeut, haptotherapeut, seksuologe, cardiologe, neurologe, dermatologe, reumatologe, orthopediste, oncologe, psychotherapeute, relatietherapeute, verslavingstherapeut, verslavingspsycholoog, vrijgevestigde psycholoog|therapeut, zielenknijper, hersenarts, hersendokter, =botdokter, =bottendokter, =vrouwenarts, =vrouwendokter, oogdokter, huiddokter, plasdokter, pijnarts, pijndokter, slaaparts, longdokter, hartspecialist, rugspecialist, kniespecialist, schouderspecialist, handchirurg, rugchirurg
		casemanager .. crisisdienst|ggz|fact|iht|verslaving*|kliniek|psychiatrie, begeleider van|bij .. ggz|fact|crisisdienst|kliniek, ambulant begeleider|hulpverlener|werker|verpleegkundige, arts aan de lijn|telefoon, de arts over .. uitslag|behandeling|medicatie|operatie|scan, arts .. recept|uitslag|verwijsbrief|verwijz*, uitslag .. van|bij .. arts|dokter|specialist, second opinion, andere|nieuwe|vaste specialist|arts|behandelaar|therapeut|dokter|psych, rondje|langs .. dokters|specialisten|artsen, bij .. dokters|specialisten|artsen gelopen|geweest, <caring> gesproken|gebeld, maatschappelijk werker van|bij .. ggz|ziekenhuis|kliniek, verpleegkundige .. aan huis|komt|thuis langs, naar|bij|langs de specialist, brief|bericht|advies|oproep|verklaring van de specialist|behandelaar|arts, bij|naar|van|langs|via de cardio|ortho|neuro|mdl|gyn|gynae|onco|uro|derma|chirurg|internist|oogheelkunde|orthopedie|trauma|wond*|pijn*|reuma|psych|psy|hap|huisartsenpost, fysio .. die|zegt|zei|wil|vindt|adviseert|adv|raadt|komt|belt, ha .. schrijft|schreef|belde|stuurt|stuurde|verwijst|verwees|zegt|geeft|adv, bij ha|psych|poh|spv|gz geweest|langs|gesproken, gz psych*, psych .. vindt|zegt|wil|adviseert|adv|raadt, ber|bericht van .. behandelr|behandelaar|psych|ha|specialist`,
	},
	{
		class: "practitioner",
		rule: "practitioner.english",
		why,
		unless: ["surname", "role"],
		words: `=GP, dentist, =doctor, =doctors, general practitioner, psychologist, psychiatrist, therapist, physiotherapist, physical therapist, neurologist, cardiologist, surgeon, oncologist, consultant at .. clinic, specialist nurse, counselor, dietician, osteopath, chiropractor, psych, nurse practitioner, her|his specialist|consultant|nurse, sees|seeing a specialist|counsellor|therapist, her|his doctor, doctor .. advised|says|said|told, doctor's appointment, counsellor, shrink, dermatologist, rheumatologist, midwife, consultant at .. hospital`,
	},
];
