import { formsOf } from "../inflect.ts";
import type { Sets } from "../phrase.ts";

const list = (words: string) => words.split(/[,\s]+/).filter(Boolean);
const all = (words: string) => list(words).flatMap(formsOf);

/** Choices that phrases share, written once. */
export const sets: Sets = {
	own: list("haar zijn zn mijn dr zijne een de het der 'r m'n z'n her his the my their"),
	body: all(
		`rug nek schouder arm elleboog pols hand vinger duim heup knie enkel voet teen been bekken borst buik maag darm lever nier hart long keel hoofd oog oor
		kaak kies rechterarm linkerarm rechterbeen linkerbeen rechterhand linkerhand rechterknie linkerknie onderrug spier gewricht pees zenuw blaas huid gezicht
		rechterschouder linkerschouder onderarm bovenarm onderbeen bovenbeen ruggengraat wervel tussenwervelschijf rib nekwervel lijf achillespees meniscus
		slijmbeurs alvleesklier schildklier baarmoeder prostaat luchtwegen gal galblaas aorta heiligbeen stuitje hiel scheenbeen sleutelbeen ogen oren armen ribben`,
	),
	bodyEn: list(
		"back neck shoulder arm elbow wrist hand hands finger fingers hip knee knees ankle foot feet leg legs stomach liver kidney heart lung lungs head eye eyes ear skin spine",
	),
	trouble: all(
		"klacht pijn last probleem problemen aandoening blessure letsel kwaal ontsteking steken stijfheid artrose slijtage kramp zwelling verkleving",
	),
	bad: list(
		"kapot versleten ontstoken gebroken gekneusd verstuikt stijf pijnlijk geblesseerd verlamd verbrijzeld lam slecht stuk gescheurd versleten overbelast opgezet gevoelloos doof",
	),
	sore: list(
		"stijve kapotte gebroken versleten ontstoken gekneusde pijnlijke lamme zwakke zere gevoelige open kromme gescheurde verlamde verstuikte geblesseerde dikke opgezette overbelaste beschadigde slechte verbrijzelde geamputeerde verminkte bevroren geopereerde hernia verrekte trillende",
	),
	organ: list(
		`rug nek schouder arm elleboog pols hand vinger heup knie enkel voet been bekken borst buik maag darm lever nier hart long keel oog oor huid spier gewricht pees zenuw blaas hersen
		wervel vaat bloedvat luchtweg schildklier prostaat baarmoeder onderrug gebit geheugen gehoor spraak evenwicht stofwisseling hormoon bloed meniscus achillespees kruisband`,
	),
	pills: list(
		`medicatie medicijnen medicijn pillen pil antidepressiva antidepressivum slaappillen slaapmiddelen slaapmedicatie pijnstillers kalmeringsmiddelen oxazepam lyrica ritalin concerta sertraline citalopram prednison
		lithium morfine tramadol oxycodon methadon insuline meds antipsychotica opiaten temazepam diazepam puffer inhalator pufjes plaspillen bloedverdunners`,
	),
	family: all(
		"moeder vader zoon dochter zoontje dochtertje kind man vrouw partner broer zus opa oma ouders ouder vriend vriendin echtgenoot echtgenote kinderen baby schoonmoeder schoonvader tweeling",
	),
	who: list(
		"hij zij ze kandidaat kandidate knd betrokkene klant meneer mevrouw werknemer werkneemster deelnemer deelneemster mw dhr clt ie he she candidate belanghebbende",
	),
	has: list(
		"heeft had kreeg krijgt kampt worstelt lijdt leed hield houdt houden hebben gehad overgehouden opgelopen ontwikkelde ondervindt ervaart has had suffers suffered",
	),
	ill: list(
		"ziek zieke chronisch ernstig ongeneeslijk psychotisch depressief overspannen opgebrand manisch suicidaal dement verslaafd burnout invalide gehandicapt",
	),
	caring: list(
		"haptonoom ergotherapeut revalidatiearts oogarts tandarts psychologe psychotherapeut verpleegkundige internist longarts reumatoloog gynaecoloog verloskundige praktijkondersteuner ggz ziekenhuis poli polikliniek huisarts psycholoog psychiater therapeut fysiotherapeut specialist neuroloog cardioloog orthopeed arts dokter internist chirurg behandelaar therapeute logopedist dietist",
	),
	land: all(
		`turks marokkaans surinaams antilliaans syrisch somalisch eritrees afghaans iraaks iraans pools bulgaars roemeens oekraiens russisch ghanees nigeriaans kaapverdisch
		indonesisch moluks chinees vietnamees pakistaans indiaas koerdisch berbers jemenitisch soedanees ethiopisch congolees angolees egyptisch tunesisch algerijns libanees palestijns
		armeens azerbeidzjaans georgisch servisch bosnisch kroatisch albanees kosovaars hongaars tsjetsjeens tamil javaans hindoestaans creools afrikaans aziatisch arabisch
		latijnsamerikaans braziliaans colombiaans venezolaans arubaans curacaos caribisch oosteuropees nietwesters buitenlands moors`,
	),
	country: list(
		`turkije marokko suriname curacao aruba syrie somalie eritrea afghanistan irak iran polen bulgarije roemenie oekraine rusland ghana nigeria indonesie china vietnam pakistan india
		jemen soedan ethiopie congo angola egypte tunesie algerije libanon palestina armenie azerbeidzjan georgie servie bosnie kroatie albanie kosovo hongarije tsjetsjenie srilanka gambia
		kaapverdie bangladesh myanmar nepal venezuela colombia guinee togo kameroen rwanda burundi liberia sierra oeganda syria turkey morocco iraq somalia ukraine afghanistan`,
	),
	nation: list(
		`pool poolse bulgaar bulgaarse roemeen roemeense rus russin oekrainer oekraiense ghanees ghanese nigeriaan nigeriaanse somalier chinees chinese indier indiase pakistaan pakistaanse iraki irakees
		iraner iranier afghaan syrier eritreeer ethiopier soedanees egyptenaar tunesier algerijn libanees palestijn armenier georgier servier bosnier kroaat albanees kosovaar hongaar tsjetsjeen braziliaan colombiaan
		venezolaan arubaan curacaoenaar antilliaan surinamer marokkaan turk turkse marokkaanse surinaamse antilliaanse koerd koerdische molukker molukse roma sinti berber tamil jood joodse moslim moslima christen hindoe boeddhist vluchteling statushouder asielzoeker`,
	),
	union: list("fnv cnv vakbond vakbonden vakvereniging vcp nu91 nu'91 aob bond vakcentrale ond union"),
	party: list(
		"vvd pvda d66 cda sp groenlinks gl pvv fvd bbb sgp sgp'er cu christenunie volt denk ja21 partijvoordedieren pvdd nsc vvder sper cdaer d66er pvvr labour",
	),
	trait: list(
		`neuroticisme neurotisch extraversie extravert extravertie introversie introvert consciëntieusheid conscientieusheid zorgvuldigheid vriendelijkheid altruisme openheid
		emotionele dominantie prestatiemotivatie stressbestendigheid narcisme impulsiviteit angst volharding inschikkelijkheid ordelijkheid
		neuroticism extraversion introversion agreeableness conscientiousness openness dominance`,
	),
	instrument: list(
		`neo neopir neopir neoffi neopi3 mbti disc big bigfive vijf hexaco 16pf wais waisiv mmpi mmpi2 npv npvj insights enneagram ccp ocai opq mcti belbin iq intelligentietest persoonlijkheidstest
		persoonlijkheidsvragenlijst persoonlijkheidsonderzoek capaciteitentest assessment utb ubos scl90 bdi cito`,
	),
	lift: all(
		"tillen dragen bukken knielen hurken reiken traplopen klimmen klauteren duwen trekken staan lopen zitten torderen typen rijden autorijden fietsen gebogen bovenhands lezen concentreren autorijd",
	),
	liftEn: list(
		"lift lifting carry carrying bend bending kneel kneeling reach stand standing sit sitting walk walking climb climbing drive driving push pushing pull",
	),
	height: list(
		"trap trappen ladder ladders steiger steigers heftruck hef kraan hoogwerker reachtruck vrachtwagen stelling dak tractor scooter",
	),
	demand: [
		...all(
			`nachtdienst avonddienst ploegendienst wisseldienst weekenddienst piketdienst klantcontact patientencontact conflictsituatie eindverantwoordelijkheid tilwerk sjouwwerk loopwerk beeldschermwerk schermwerk
			computerwerk typewerk bandwerk piekbelasting nachtwerk werkdag werkweek schouderhoogte`,
		),
		...list(
			`sjouwen tillen bukken knielen hurken reiken klimmen klauteren traplopen autorijden chaufferen multitasken multitasking tijdsdruk prikkels lawaai kou koude hitte trillingen
			nachten onderbrekingen storingen aandacht concentreren concentratie stressbestendigheid`,
		),
	],
	stimuli: list(
		"geluid lawaai geluiden drukte prikkels stof kou koude warmte hitte stress licht tocht druk tijdsdruk deadlines herrie rumoer damp dampen lucht geuren trillingen nattigheid",
	),
	work: list("werk werkzaamheden arbeid taken functies functie handelingen administratie klussen"),
	hours: list("uur uren u uurtjes dagdeel dagdelen hours hour ochtenden middagen dagen ochtend middag uurt"),
};
