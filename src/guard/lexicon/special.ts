import type { Group } from "../lexicon.ts";

const unless = ["surname", "work", "others"] as const;

/** Special categories besides health (AVG 9): origin, belief, union, politics, orientation, biometrics. */
export const specials: readonly Group[] = [
	{
		class: "special",
		rule: "special.origin",
		why: { nl: "Afkomst of etniciteit.", en: "Origin or ethnicity." },
		unless,
		words: `van .. <land> afkomst|komaf|origine|achtergrond|bloed, <land> afkomst|komaf|origine|achtergrond|roots|wortels|nationaliteit|familie|ouders|moeder|vader|gezin|gemeenschap|cultuur|man|vrouw|jongen|meisje|kandidaat|meneer|mevrouw|dame|heer, heeft <land> ouders|roots, is|was .. half <land>, is <land>, is van .. <land>, afkomst, etniciteit, etnisch*, etnische achtergrond|minderheid, migratieachtergrond, huidskleur, donkere|zwarte huid*, donker getint, getint, gekleurd, =allochtoon, allochtoon, allochtone, bicultureel*, rassen*
		komt|kwam|komen|afkomstig|gevlucht|vluchtte|vluchten|geboren|getogen|stamt .. uit|in|naar .. <country>, uit <country>, gevlucht uit, vluchteling-, vluchtelingen, vluchtelingenstatus, statushouder, asielzoeker, asielprocedure, asielaanvraag, asielstatus, in de asielprocedure, =azc, =AZC, gevlucht, vluchtverhaal, verblijfsstatus, verblijfsvergunning asiel|bepaalde, ongedocumenteerd, illegaal in .. land|nederland, generaal pardon
		turkse, marokkaan, marokkaanse, turk, surinamer, surinaamse, antilliaan, antilliaanse, syrier, syrische, somalier, somalische, eritreeer, eritrese, afghaan, afghaanse, irakees, iraakse, iranier, iraanse, molukker, molukse, chinees .. afkomst, hindoestaan, hindoestaanse, creool, creoolse, javaan, javaanse, koerd, koerdische, berber, berberse, roma, sinti, zigeuner, woonwagenbewoner, woonwagenkamp, koerdisch, tamil, palestijn, palestijnse, jezidi, oeigoer
		als <land>, als <nation>, is een <nation>, is <nation>, als roma|sinti|vluchteling|surinaamse|marokkaan|turk|antilliaan, als <land> vrouw|man|jongen, donkere man|vrouw|jongen, zwarte man|vrouw, racism* .. hem|haar, vanwege .. huidskleur|afkomst
		is|came|comes|family|parents|originally .. from <country>, originally from, ethnicity, ethnic background|origin|minority, of turkish|moroccan|syrian|african|surinamese|asian|somali|iranian|iraqi|afghan descent|origin|background, refugee, asylum seeker, asylum, fled from, fled, born in .. <country>, comes from <country>, her|his skin colour, is moroccan|turkish|syrian|somali|roma|kurdish`,
	},
	{
		class: "special",
		rule: "special.belief",
		why: { nl: "Geloof of levensovertuiging.", en: "Religion or belief." },
		unless,
		words: `moslim-, moslima, =moslum, =moslims, islamitisch, islam, moskee-, ramadan, suikerfeest, offerfeest, koran, halal eten|eet, imam, bekeerd tot, bekeerde, bidt .. , gebedsruimte, gebed, gebedstijden, bidden, bidt, hoofddoek-, hidjab, hijab, niqab, boerka, vastenmaand, vast .. ramadan, salafist*, vasten, het vasten, bedevaart, hadj, naar mekka, koranles, alevitisch, aleviet, sjiitisch, sjiiet, soennitisch, soenniet, soefi
		christen, gereformeerd, hervormd, katholiek, rooms-katholiek, protestant, protestants, evangelisch, pinkstergemeente, baptist, baptisten, oud-gereformeerd, refo, reformatorisch, bevindelijk, orthodox-*, orthodox, belijdend, kerkelijk, kerklid, kerklidmaatschap, doopbewijs, doop, gedoopt, doopsgezind, belijdenis, kerkganger, kerkdienst, gaat naar .. kerk, haar|zijn kerk, lid van .. kerk|gemeente, actief in .. kerk, ouderling, diaken, dominee van, zondagsrust, zondagsheiliging, jehova-, jehova's getuige, jehovagetuige, jehovas, mormoon, mormonen, zevendedagsadventist, adventist, antroposoof, scientology
		joods, jodin, joodse, =jood, sabbat, sjabbat, synagoge, koosjer, boeddhist*, boeddhisme, hindoe, hindoeistisch, hindoeisme, sikh, vrijmetselaar, atheist, atheistisch, gelovig, ongelovig, niet-gelovig, streng gelovig, diepgelovig, geloofsovertuiging, levensovertuiging, geloof, haar|zijn geloof, geloofsgemeenschap, geloofsredenen, religie, religieus, religieuze, bekering, om religieuze redenen, vanwege .. geloof, uit .. geloofsovertuiging, humanist, bijbelstudie, bijbelkring, kerkenraad, priester geworden, wicca, koptisch, kopt, syrisch-orthodox
		muslim, is|a|as|devout|practising christian, christian faith|church, jewish, hindu, sikh, catholic, protestant, buddhist, jehovah's witness, mosque, synagogue, church, religious, religion, faith, prays, praying, headscarf, sabbath, atheist, converted to`,
	},
	{
		class: "special",
		rule: "special.union",
		why: { nl: "Lidmaatschap van een vakbond.", en: "Union membership." },
		unless: ["surname"],
		words: `lid|lit van .. <union>, <union> lid|lit, <union> lid, vakbondslid, vakbondslidmaatschap, vakbondsman, vakbondsvrouw, kaderlid-, fnv-lid, cnv-lid, bondslid, fnv'er, fnver, lidmaatschap .. <union>, aangesloten bij .. <union>, <who> .. via .. <union>, haar|zijn vakbond, haar|zijn bond, actief in|bij|voor .. vakbond|bond|fnv|cnv, staakte mee, meegestaakt, staking .. meegedaan, deelgenomen aan .. staking, union member, member of .. union, union membership, trade unionist, union rep, shop steward, joined .. union, member of fnv|cnv, kader van .. <union>`,
	},
	{
		class: "special",
		rule: "special.politics",
		why: { nl: "Politieke gezindheid.", en: "Political opinion." },
		unless: ["surname"],
		words: `lid van .. <party>, <party>-lid, stemt|stemde|stemmen .. <party>|links|rechts|wilders|baudet|klaver|rutte|timmermans, stemt <party>, <party> stemmer, raadslid-, raadslid voor, <party> raadslid, kandidaat-raadslid, gemeenteraadslid, statenlid, wethouder|raadslid|statenlid|kamerlid|burgemeester .. voor|namens|van .. <party>, actief voor|bij|in .. <party>, partijlid, lid van .. politieke partij, politiek actief, politieke voorkeur|overtuiging|gezindheid|mening|opvatting, is .. sgp'er|vvd'er|pvv'er|pvda'er|d66'er|cda'er|sp'er|communist|anarchist|socialist, sgper, vvder, pvver, pvdaer, cdaer, kieslijst, op de lijst van|voor .. <party>, activist bij|voor, extinction rebellion, links-extremist*, rechts-extremist*, extreemrechts, extreemlinks, forum voor democratie, votes for, voted for, member of .. party, political views|party|opinions|activist, city councillor for, campaigns for`,
	},
	{
		class: "special",
		rule: "special.orientation",
		why: { nl: "Seksuele geaardheid of gender.", en: "Sexual orientation or gender." },
		unless: ["surname"],
		words: `homo, homoseksueel, homoseksualiteit, homoseksuele, homofiel, homostel, homorelatie, homohuwelijk, homoman, lesbisch, lesbienne, biseksueel, bi-seksueel, heteroseksueel, aseksueel, panseksueel, queer, lhbti-, =lhbt, lhbtiq, transgender-, transseksueel, transman, transvrouw, transvrouw, =trans, genderdysforie, gendertransitie, transitie van man|vrouw, non-binair, nonbinair, geslachtsverandering, uit de kast, coming-out, coming out, polyamor*, partner is .. ook een man|vrouw, geaardheid, seksuele geaardheid|orientatie|voorkeur, houdt van mannen|jongens, houdt van vrouwen .. zelf, van jongens houdt, op jongens|mannen valt, haar vrouw, zijn man, gay, lesbian, bisexual, homosexual, transgender, her wife, his husband, came out as, sexual orientation, seksleven, sekswerk*, sekswerker, prostitutie, prostituee, swinger`,
	},
	{
		class: "special",
		rule: "special.biometrics",
		why: { nl: "Biometrische of genetische gegevens.", en: "Biometric or genetic data." },
		unless: ["surname"],
		words: `vingerafdruk, vingerafdrukken, vingerscan, irisscan, gezichtsherkenning, gezichtsscan, handpalmscan, biometrisch*, biometrie, dna-*, dna, =DNA, dna-test, genetisch*, genetische, erfelijk belast, stemherkenning van, fingerprint, fingerprints, facial recognition, iris scan, biometric*, genetic test`,
	},
];
