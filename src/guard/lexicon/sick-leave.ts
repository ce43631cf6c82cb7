import type { Group } from "../lexicon.ts";

/** The bare fact of sick leave, and what only somebody who is ill gets. */
export const sickLeaves: readonly Group[] = [
	{
		class: "sickLeave",
		rule: "sickLeave",
		why: { nl: "Zegt dat iemand ziek gemeld is of was.", en: "Says that somebody is or was off sick." },
		unless: ["surname", "denied", "supposed", "colleague", "general"],
		words: `ziek, zieke, zieken, ziekjes, ziekgemeld, ziekmelding, ziekmelden, ziekteverlof, ziekteverzuim, ziekteperiode, ziektedag, ziektejaar, ziekteweek, ziekteduur, ziekbriefje, ziekteuitkering, ziekte-uitkering, ziektewet-, ziektewetuitkering, ziektegeld, ziekengeld, vangnetter, ziekte, ziekgeweest, ziektes
		meldt|meldde|gemeld .. ziek, ziek gemeld|thuis|geweest|geworden|uit dienst, is|was|werd|wordt .. ziek, zit|zat|is .. ziek thuis, in de ziektewet, in de zw, in zw, zw-uitkering, zw uitkering, =ZW, uit dienst .. ziek, uitval, thuis zit .. met|door|wegens|vanwege|ivm, zit|zat .. thuis .. met|door|wegens|vanwege|ivm, thuis komen te zitten, wegens|vanwege|ivm|door ziekte, niet lekker, ziek in bed, langdurig ziek|afwezig|uitgevallen|verzuim, uitgevallen uit|sinds|op|in, <who> .. uitgevallen, <who> .. viel|valt .. uit, uitgevallen, viel uit|weg .. met|door|wegens, valt .. vaak|steeds|regelmatig|weer uit, thuis .. griep, thuis ziek, ziektewetter, loondoorbetaling bij ziekte, afwezig wegens|door ziekte, griepje, uitkering wegens|ivm|vanwege ziekte|arbeidsongeschiktheid, uitval van kandidaat|hem|haar, haar|zijn uitval, zm per, beter melden, betermelding
		verzuim, verzuimt, verzuimduur, verzuimdag, verzuimperiode, verzuimmelding, verzuimhistorie, verzuimde, frequent verzuim, kort verzuim, arbeidsverzuim
		beter gemeld, betergemeld, herstelmelding, hersteldmelding, hersteld gemeld, # procent|% hersteld, gedeeltelijk hersteld, volledig hersteld, deels hersteld, <who> herstelt .. langzaam|goed|voorspoedig, haar|zijn herstel, voor .. herstel, haar herstel, zijn herstel, herstel verloopt|vordert|gaat|duurt, aan .. herstel werken
		arbeidsongeschikt-, arbeidsongeschiktheid, =AO, ao-percentage, volledig ongeschikt, ongeschikt voor .. eigen|werk, ongeschikt bevonden|verklaard, <who> .. afgekeurd, afgekeurd voor|wegens|vanwege|door, goedgekeurd door .. keuring, arbeidstherapeutisch, therapeutisch werken, arbeidstherapeutische basis, op arbeidstherapeutische basis, herkeuring, medische keuring, volgens .. keuring, keuring .. uwv, uwv-keuring, wia-keuring, verzekeringsarts
		wia-, =WIA, =wia, wia-uitkering, wia-aanvraag, =WGA, =wga, wga-, =IVA, =iva, iva-uitkering, =WAO, =wao, wao-, wao'er, wajong-, =wajong, wajonger, wajonguitkering, =WAZ, waz-uitkering, waz, arbeidsongeschiktheidsuitkering, arbeidsongeschiktheidspercentage, aov-uitkering, =ziektewet, eerste ziektedag, eerste ziektejaar, tweede ziektejaar, weken ziek|ziekte, 104 weken, loonsanctie, einde wachttijd, poortwachter-, wachttijd wia
		on sick leave, sick leave, sickness absence, sickness benefit, called in sick, reported sick, reported .. sick, off sick, at home ill|sick, home ill|sick, is sick, been sick, was sick, calls in sick, fell ill, is ill, been ill, was ill, off work .. illness|sick, signed off, unfit for work, incapacitated, incapacity benefit, disability benefit, disability pension, long-term absence, recovered from illness|surgery|cancer|flu|her|his, absent through illness, sick note, absence since, medical leave, back from sick leave`,
	},
	{
		class: "sickLeave",
		rule: "sickLeave.recovery",
		why: { nl: "Zegt dat iemand van ziekte herstelt.", en: "Says that somebody recovers from illness." },
		unless: ["colleague"],
		words: `is|was|nog|weer|bijna|al|zich .. hersteld, hersteld gemeld|verklaard|melden|van, # procent|% hersteld, procent hersteld, niet hersteld, herstelmelding-, hersteldmelding, beter gemeld|verklaard, nog niet .. beter, weer helemaal beter, hersteldatum, hersteld per, betermelding, 1e ziektedag, sinds|vanaf .. ziek geworden, ziek geworden, ziek uit dienst, in de ziektewet, in de zw`,
	},
];
