/** Ordinary words, Dutch and English, that are one slip away from a word of the lexicon. */
export const ordinary = `
aangebeden aangebrand aangebrande aangekant aangeland aangelande aangelanden aangemaand aangemaande aangeraakt aangeraasd
aangeraden aangeregen aangerend aangerende aangetreden aangezand aangieten aankomst aankomsten abilities ability abilitys
aborteuse aborts addenoi addition additions afatisch afatische afbikken afdoening afdoeningen affikken afgaan afgebikt
afgebikte afgekit afgekitte afgekookt afgekookte afgelikt afgelikte afgemikt afgepikt afgepikte afgerand afgerande afgereden
afgetikt afgetikte afhouding afhoudingen afkeken afkickt afkickten afkiezen afkijken afkitten afkoken afkomt aflikken aflikte
aflikten afmikken afpikken afpikte afpikten aftikken aftikte aftikten alleviate anemisch angstogen apathie apathy apathys
apotheekketen armkracht armsgaten armvollen arresteer arresteerde arresteerden arresten asexual asperge asperges astatisch
astatische attestatie attestaties attested baanverlies bakerde bakerden baptism baptisme baptisms baptize baptized baptizes
batist batisten battiest beaded beadem beademen beasemd beekeeping beekeepings beeldend beeldende beenkracht beerving befallen
befouling begeerde begeerden behandelbare beheerde beheerden behooving bekeerling bekeerlinge bekeerlingen bekend bekende
bekenden bekeren bekering bekeurde bekeurden bekeuring bekeuringen beklaagd beklaagt bekoorde bekoorden bekoring bekoringen
beleerde belofte bemaling bemalingen bemerking bemerkingen benijdend benijdende bepaling bepalingen bepeins berberissen
bereidende berijdend berijdende beroerde beroerden beroeren beroete bestraat bestraffing bestraffingen bestraft
bestralingsduur bestrating bestratingen betaling betalingen betalings beteerde beterde beterden betering bettering bevalen
bevallen bevallig bevallige bevatting beveling bevelling bewalling bewandeld bewandelde bewandelden bewandelt beweerde
beweerden bewegen beweging bewering beweringen bewerking bewerkingen bezeerde bezeerden bezuren bickering bieden biopsied
blaasgaten blaaspijp blaaspijpen bladdikte bladschade bladverlies blastoff blastoffs bleeding bleedings blesseren blessuur
blikschade blikvernauwing blikvernauwingen bloedig bloedige bloedlijn bloedlijnen bloedpens bloedrijk bloedrijke bloedstalen
bloedvaten bloedwijn bloedwijnen bloedzuiger bloedzuigers bloemsuiker blokdruk blokdrukken blooding bloodying boeddhisten
bondsleden bootsman bootsmannen borend borrelt borstlijn bouwhandeling bracken brakken buiklijn burned burnous burnouss
bushiest cachetteren canaries canarys canker carcinogeen carcinogen carpal carpals carpoolen cashing catalyze caterer caterers
celbeschadiging celesta celestas cerise cerises cesuren checkvlucht chipje chipjes chirurgie chirurgijn christin christinnen
cirrhosis cirrhosiss cities citizen civilly  clinchs clings clinici clinicus clinks clonisch clonische coalities
cockiness cockinesss collaties collieries collierys collisies comitys concert concerten concertje concerto conclusion
conclusions confection confections conflicted confusion confusions contusions convection convections cooties copies coppice
councillor councillors councilor councilors counselor counselors creoles crushing cussing cycled cycles cynische cyrillisch
cyrillische cytologisch cytology cytologys dabbed damprobleem daybed decentie degressie degressief degressieve detectie
detection detections detente detentes dialectisch dialectische dialed dialysiss diciest dirtiest dissecties distaal ditties
dittys divines dizziest doctores doctoressen dodoes dofheid dolheid domheid donken dooddoen doodlach doodlachen doodlag
doodsla doodslaan doodslaat doodsslaap doorbelasting doorslag doorslagen doorslepen doorsliepen doorslijpen doorslippen
doorstappen doorstomen doorstoom dopheide draagzak draagzakken dranken drenken drinken drinkprobleem drongen droogzak
droogzakken drugdealer drugdealers drughandel drugkoerier drugkoeriers drugprobleem drunken dufheid duikelingen economie
eetbui embodies embody embolden factie facturen factuur falangist falangisten fasten fattige fermheid fibrose fietsprobleem
flauwvielen fonisch fonische footloose forward forwarden forwards foutloos foutloze fractie functie geattesteerd geattesteerde
gebloed gebloeid gebloeide geblogd geblokt gebloosd gebloot geboterd gecoopereerd gedaald gedaalde gedaalden gedaan gedateerd
gedateerde gedeeld gedeelde gedeelden gedeformeerd gedeformeerde gedeponeerd gedeponeerde gedept gedessineerd gedessineerde
gedetoneerd gedetoneerde gediept gedipt gedobberd gedoceerd gedoceerde gedocht gedoft gedokkerd gedokt gedokte gedokterd
gedokterde gedold gedoleerd gedompt gedoneerd gedoneerde gedood gedoofd gedoogd gedoogt gedooid gedoold gedoomd gedopt gedord
gedoseerd gedoseerde gedost gedoste gedoteerd gedoteerde gedozerd gedraald gedropt gedropte gedropten gedwaald gedwaalde
gefleurd gefluit gefopt gefopte gefopten geheugenvakken gehoopt gehoopte gehoorzalen gehopt geinjecteerd geinjecteerde
geinverteerd geinverteerde geinverteerden geinvesteerd geinvesteerde gekeurd gekeurde gekeurden gekleumd gekleund gekopt
gekopte gekoterd gekotterd geleegd geleegde gelegd gelegde gelegden geleurd geleurde geloofd gelucht geluchte geluchten
gemeenteraadsleden generische genoopt genoopte genopt genopte genoteerd genoteerde genoteerden geotterd geplaagd geplaagde
geplaagden geplagd geplagde geplekt geplengd geplet gepleurd geploegd geploegde geplugd gepresteerd gepresteerde geresteerd
gerichter gerichtere geropt geropte geroteerd geroteerde gescholen geseald gesealde geslecht gesleurd gesleurde gesopt gesopte
gesopten gestolen gestolene getopt gevlagd gevlecht gevlochten gevolgd gevolgde gevoteerd gevoteerde gewichtsverlies
gewichtverlies gewoond gezwolgen gezwommen gezworen gezworene gezworenen gipsen gisten gistten glaucoma glaucomas glisten
glistens grapje grapjes greepje greepjes grieten grietje grietjes griften grinten gripes grippe grippen grippes grissen griste
haarverlies handballen handkracht handlijn handlijnen handscanners handspinnen handvollen handzetsel hartlijn hartlijnen
heeling helling hellingen herbelegging herbeleggingen herbelening heroieke heroins heroische hersenkracht hersenkwabben
hersenpannen herwinnen herziene heterosexuals heupen histories historisch historische historys homofilie hoofdboek hoofddek
hoofddoel hoofddoelen hoofdlijn hoofdlijnen hoofdreeks hoofdreken hormooninjectie hormooninjecties hospessen hospikken
hospitaliseren huidkleur huidkleuren huidlijn huiskleur huiskleuren huiswaarts humaanst humanest hypoglycemie hysterese
inbakken inbrak inbreek inbreken incurred indicated inducted inductie inflection inflections infuse infusen ingestopt
ingestopte ingestoten ingestuurd ingress ingresss ingrijp ingrijpen injects injure injures instantie instanties instootte
instopte instopten instore instormen instoten insured insureds introductie inured invaart invaarten invectief inventie
inventies invention inventions islamistisch islamistische junkys kaderleden kanaal kanaries kandidaatraadsleden kansen kantoor
kasjeren katalyse katheder katheders kathodische kennisprobleem kennisslijtage kennisverlies kerkenpad kerkleden kerklied
kerkzanger kerkzangers kerndienst kernlid keuken keukens kinderhart klaagden klaagtonen klaagtoon klaar klacht klachten
klachtenbeleid klachtengeld klagen klakten klant klanten klapten klinken klonisch klonische kluchten knabbeltje knabbeltjes
knippen knokkeltje knokkeltjes kokkinnen kookiness kookinesss koorts korstig korstige kosher koshers koster kosters krachten
krachtens kraken krakken kreken kreukel kreukelen kreukels kreuken krieken krikken kroken krokken krolse kruchen kruiken
kruispand kruispanden krullen kunstkennis kurken lesbos lesbus levensprobleem levensproblemen longkwabben longpijp longpijpen
longvaten loonschade loonverlies lymfklier lymfklieren lymphoma lymphomas machiavellisten machtsprobleem machtsverlies
manieren marokijn marokijnen mediation mediations medically medicine medics meditatie meditaties meditation meditations
meevieren meneren meniede menige menigeen messenhandel middellijk middellijke minnelijk minnelijke misdreef misdreven
mishandled mishandling miskwam moffinnen mollusken mooiheid moraine moraines morion mormoonse morons narcosiss nazistisch
nazistische necrologen necroloog necrose neervallen neuriet neuron neuronen neurons neurosiss obesitys oeverval oevervallen
offergaven omgepakt omgepakte omvallen omvervallen ongebrand ongebrande ongeneselijk ongeneselijke ongeschokt ongeschokte
onthecht onthechte onthechten onthechtte onthuld onthult onthuts ontkenning ontkenningen ontlening ontleningen ontlucht
ontluchten ontluchtte ontluchtten ontstaken ontsteken ontstemming ontstemmingen ontstoffen ontstolen ontstoppen ontstoren
onverwerkt onverwerkte oogballen oorarts oorartsen opener openers openneer openneren operaatje operate operates operation
operationeel operations operative operette opgebracht opgebraden opgebrast opgehakt opgehakte opgemaakt opgemaakte opgepast
opgepaste opgepikt opgepikte opgeplakt opgeplakte opgepookt opgepookte opgeraakt opgeschikt opgeschikte opgezakt opgezakte
ophalen opperen opperheer opvallen orderlies orderlys orthodoxie oudleerling oudleerlinge oudleerlingen ovalen overal overall
overalls overallss overals overfull overgaven overhaal overhalen overheers overhoophalen overleest overleven overlies
oversparen overtal overvaar overvaren overvet overvette overviel overvielen overvol overvolle overwal overwerk overwerken
pakkerd palletje palletjes paring paringen parings parring parrying partijleden paying peacemaker peacemakers pedologen
pedoloog peesblad pelletje pelletjes penitentiarys perikels pestprobleem pestproblemen pettenprobleem phonies phonys picked
picker pickerel pickerels pickers picket pickets piekend pieker piekerde piekerden piekuren piekuur pielen pieltje pieltjes
piggies piggys pikeer pikeerde pikeert pikers pikette piketten pikkelen pikkels pikkelt pikker pikkers pilootje pilootjes
pinkeren pinkert pinnetje pinnetjes pipetje pipetjes playing pleetje pleetjes pleurisys pokeren pokert polletje polletjes
polyps pomologen pomoloog pontwachter pontwachters praaien prangen prating preparatie prescriberen preying prickles prikkel
prikkelde prikkelden prikkelen prikkelt prikker prikkers processen processes procure productie professen professes progressief
progressieve progressiever progressive progressives promesse promessen promesses proscribed prostheses protease protege
protegee protegees proteges protest protesten protests prothesis protsen prying psychic psychics psychogeen psychos psychoten
pulletje pulletjes quashing raadslieden reclamering recover recovers redactie reductie reeruggen refuge refugie refugies
refuse refuses refute refutes relingen reparatie reprocess restrictie restricties revalideerden revues roentgen roentgens
rollingen rongen rookstoel rookstoelen rotator rotators rouwklaagde rouwklagen ruglijn ruilingen sanctie sapkuren sapkuur
sarcoma sarcomas scepsis schelling schellingen schisms schists schoothond schoothonden schouderophalen schuiven scooter
scooteren scooters score scoren scores scythes seksslaven sektes selling sentence sentences serest shelling shooter shooters
sicked sicken sickens sickles sickness sicknesss siervissen sikjes sikken singer singers sinologisch siropen sissies sissys
slaapduur slapie slapies slijpmiddel slijpmiddelen slinger slingeren slingers slotheer slotheren sluiven smelling smithies
smithys smoother smother smothers sniffen snotter snotteren snotters snottert snuffen snuiten snuiver snuivers soberheid
sokjes somatische somberde somberst sombert sommelier sommeliers sommige spalking spastics spaties speling spelingen spelling
spellingen spellings spiekbriefje spiekbriefjes spierballen spierkracht spierkrachten spiralen spotter spotters stacking
stafbureau stafbureaus staker stakers staking stakingen stakker stakkers staler staling stalkaars stalked stalken stalling
stallingen staminee staminees stancher starker startverbod stater staters statine steeling stelling stellingen sterk sterke
stinger stingers stockeren stoere stoffeer stoffeert stoffer stofferen stoffers stoker stokers stomer stomers stommer stommerd
stommere stoner stoners stootkar stootkarren stootkussen stootte stootten stopper stoppers stories stornos storys stoten
stotend stoter stotterde stotterden stouter stouterd stoutere straatgras strossen stuiven sturgeon sturgeons stutter stutters
subside subsides suikerbeest suikerbeesten suisde suisden swagger swaggers swanker sweeping sweepings sweepingss swilling
swingen switcher synthese synthesen taalhulp taalhulpen tekenset tekensets terminal terminals terminate terrapin terrapins
teruggevallen terughaal terughalen terugvaren terugviel terugvielen tingeling tinseling tinselling tirette tirettes totally
toured tractie transcendeer transcenderen transplant transsexuals trappist trappisten trekbeen trekkebekken trombone trombones
ufologe ufologen ufoloog uitgemalen uitgeput uitgevaren uitzakking uitzakkingen uitzing uitzingen urologisch urology urologys
vakbondsleden vakterm vaktermen valtijden vangnet vangnetten vastgebeten vastten veerkracht veerkrachtig veerkrachtige
veldleger verachte verachten verachtte verachtten verbouwden verbreden verbreedden verdaagd verdaagde verdaagden verdaagt
verdagen verdichte verdichten verdichtte verdichtten verdord verdorde verdorden verdort verdraagt vereerd vereerde vereerden
vereert verfaarde verfoeid verfoeide verfoeiden verfoeit vergaard vergaarde vergaarden vergaart verhaard verhaarde verhaarden
verhaart verhard verhardde verhardden verharde verharden verhardt verhoed verhoedde verhoedden verhoede verhoeden verhoedt
verhoerd verhoerde verhoert verhoogd verhoogde verhoogden verhoogt verhoopt verhoort verhouden verhuurd verhuurde verhuurden
verhuurt verjaard verjaarde verjaarden verjaart verkilling verkonding verkort verkrapt verkrapte verkrijgt verlading
verladingen verlaging verlagingen verlating verlijming verloop verlopen vermaard vermaarde vermaardheid vermeid vermeide
vermeiden vermeit vermijd vermijden vermijdt vermocht vermoed vermoedde vermoedden vermoede vermoeden vermoedt vermoei
vermoeien vermomd vermomde vermomden vermomt vermooid vermooide vermooit vermoord vermoordde vermoordden vermoorde vermoorden
vermoordt vernachten vernachtte vernachtten vernauwden verordend verordende verordenden verordening verordeningen verpachte
verpachten verpachtte verpachtten verpleger verplegers verponding verpondingen verroerd verroerde verroerden verroert verrold
verrolde verrolden verrolt verrookt verrot verruiling verruilingen verruim verruimd verruimde verruimden verruimen verruimt
verschaffing verschaft verslaand verslaande verslaapt verslaat verslapping verslappingen verslapt versloft verssoort
verstikking verstikkingen verstrikking verstrikkingen verstuiving verstuivingen verteerden vertraagd vertraagt vertraden
vertrekken vertrouwden vervaard vervaarde vervaarden vervaardheid vervaart vervlocht vervoegd vervoegde vervoegden vervoeging
vervoegingen vervoegt vervolg vervolgd vervolgde vervolgdeel vervolgen vervolgt vervracht vervrachten vervrachting
vervrachtingen vervrachtte verwaaid verwaaide verwaaiden verwaait verwaand verwaande verwaandheid verwacht verwachte
verwachten verwachtte verwachtten verwant verwar verwarm verwarmd verwarmde verwarmden verwarmen verwarmt verwarren verwast
verweerd verweerde verweerden verweert verwerd verwerden verwoord verwoordde verwoordden verwoorde verwoorden verwoording
verwoordingen verwoordt verword verworden verwording verwordt verzacht verzachte verzachten verzachtte verzachtten verzuild
verzuilde verzuilen verzuip verzuipen verzuipt verzwaard verzwaarde verzwaarden verzwaart vetverlies vingerdikte viproom
viprooms vochtprobleem vochtproblemen vochtschade vochtverlies voetballen voorkauwden voortreden voorwaarde voorwaarden
vraatschade vrijspreek vrijspreken vuurkracht vuurkrachten wanbeleid wandelde wandelden wandelt wanhoopt wanhoopte wanhoopten
wankelde wankelden wankelt werking werksters wietpassen zaakjes zakjes zanger zangers zaniness zaninesss zeeotter zeeotters
zelling zellingen zenith zeniths zenits zenuwkracht zielloze zijmuren zinger zingers zitjes zondagrust zoombereik zotter
zwager zwagers zwagerschap zwalker zwalkers zwembanden zweving zwevingen zwikjes zwingel zwingelen zwingen zymose
bakoven bakovens visioen janeevraag janeevragen nekaannekrace
`;
