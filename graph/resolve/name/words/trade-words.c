/* graph/resolve/name/words/trade-words.c: words by which companies say what they do, one for
 * each idea
 *
 * They tell little: each is of very many companies, and who translates, shortens or leaves one out
 * means the same company still. The first of a row stands for the others, which are what it is in
 * the languages of those who trade with the listed, and how shippers shorten it. Words that are
 * names as often (Tejarat, Saderat) are not here. */
#include "graph/resolve/name/words/words.h"

const FairleadTradeRow fairlead_trade_words[] = {
	/* What very many do, and is left out first */
	{ "trading", FALSE,
	  "trade|trades|trader|traders|trdg|trd|tradg|merchandise|muyok|muyeok|"
	  "muyok hoesa|maoyi|mao yi|boueki|boeki|thuong mai|ticaret|ticareti|tic|"
	  "dis ticaret|bazargani|tijara|tijarat|comercializadora|comercio|commerce|"
	  "negoce|handel|handels|handelsgesellschaft|torgovyi dom|torgovy dom|"
	  "torgovaya|torgovlya|trading house|trgovina|perdagangan|commercio" },
	{ "shipping", FALSE,
	  "shpg|shipg|shg|shpng|ship|ships|haeun|haiyun|hai yun|hangyun|hang yun|"
	  "chuanwu|chuan wu|kaiun|denizcilik|kashtirani|keshtirani|naviera|"
	  "navieras|sudokhodstvo|sudokhodnaya|reederei|schiffahrt|schifffahrt|"
	  "scheepvaart|rederi|perkapalan|pelayaran|van tai bien|shipping lines|"
	  "shipping line" },
	{ "marine", FALSE,
	  "maritime|marit|maritima|maritimo|morskoy|morskoi|morskaya|bahri|"
	  "denizcilik isletmeleri" },
	{ "navigation", FALSE, "nav|navig|navegacion|navegacao|navigazione" },
	{ "lines", FALSE, "line|linee|lineas|linien" },
	{ "management", FALSE,
	  "mgmt|mngt|mgt|mngmt|mgnt|mgr|manager|managers|managing|upravlenie|"
	  "guanli|yonetim|gestion|quan ly|administradora" },
	{ "international", FALSE,
	  "intl|int l|inter l|intern l|internat|internationale|internacional|"
	  "internazionale|internasional|guoji|guo ji|kukje|gukje|kokusai|"
	  "mezhdunarodny|mezhdunarodnyi|mezhdunarodnaya|uluslararasi|beynelmilel|"
	  "quoc te|miedzynarodowy" },
	{ "national", FALSE,
	  "natl|nat l|nacional|nationale|natsionalny|natsionalnyi|natsionalnaya|"
	  "nazionale|quoc gia" },
	{ "industry", FALSE,
	  "industries|industrial|ind|inds|industria|industrias|industrie|"
	  "industriel|industrielle|industrielles|promyshlennost|promyshlennaya|"
	  "sanayi|sanayii|sanaye|sanayeh|sanat|shiye|gongye|kongop|gongeop|san oop|"
	  "kogyo|cong nghiep|industri" },
	{ "manufacturing", FALSE,
	  "mfg|mfrs|manufacturer|manufacturers|manufacture|manufacturas|factory|"
	  "factories|plant|plants|works|mill|mills|zavod|fabrika|fabrik|fabrica|"
	  "kongjang|gongchang|kojo|imalat|zavodu" },
	{ "complex", FALSE, "kompleks|kombinat|mojtama|mojtame" },
	{ "production", FALSE,
	  "prod|prods|products|product|producers|produccion|proizvodstvo|uretim|"
	  "productos" },
	{ "development", FALSE,
	  "dev|devt|developments|desarrollo|desenvolvimento|developpement|razvitie|"
	  "fazhan|kaebal|gaebal|kaihatsu|gelistirme|phat trien|entwicklung" },
	{ "technology", FALSE,
	  "tech|technologies|technol|technical|technik|technique|tecnologia|"
	  "tecnologias|tekhnologii|tekhnologiya|teknoloji|keji|ke ji|jishu|ji shu|"
	  "kisul|gisul|gijutsu|fanavari|fanavaran|cong nghe" },
	{ "general", FALSE, "gen|genl|generale|generales" },
	{ "engineering", FALSE,
	  "eng|engg|engrg|engineers|ingenieria|ingenierie|inzhiniring|muhendislik|"
	  "mohandesi|gongcheng" },
	{ "group", FALSE,
	  "grp|grupo|groupe|gruppe|gruppa|gruppo|jituan|ji tuan|tap doan|grubu|"
	  "grup|kumpulan" },
	{ "holding", FALSE, "hldg|hldgs|holdings|kholding|beteiligungs|konggu" },
	{ "service", FALSE,
	  "svc|svcs|services|serv|servicios|servicos|servizi|hizmetleri|khadamat|"
	  "khadamate|uslugi|dienste" },
	{ "enterprise", FALSE,
	  "ent|enterprises|entreprise|empresa|empresas|predpriyatie|pidpryemstvo|"
	  "isletmeleri|qiye|gieop|unternehmen|doanh nghiep" },
	{ "export", FALSE,
	  "exp|exports|exporter|exporters|exportadora|ihracat|chukou|suchul|"
	  "saderati" },
	{ "import", FALSE, "imp|imports|importer|importers|importadora|ithalat|jinkou" },
	{ "import export", FALSE,
	  "impex|imex|impexp|export import|jinchukou|jin chu kou|susuip|suchulip|"
	  "xuat nhap khau|eksport import" },
	{ "transport", FALSE,
	  "transp|transportation|transports|transportes|trasporti|transporte|"
	  "nakliyat|tasimacilik|unsu|yunshu|van tai|hamlonaghl|spedition|haulage" },
	{ "logistics", FALSE,
	  "logist|logistic|log|logistica|logistik|logistika|lojistik|wuliu|mullyu" },
	{ "forwarding", FALSE, "forwarders|forwarder|fwdg" },
	{ "agency", FALSE,
	  "agcy|agencies|agy|agencia|agence|agentur|agentstvo|acentelik|acenteligi|"
	  "agent|agents" },
	{ "equipment", FALSE,
	  "equip|equipments|equipos|shebei|solbi|ekipman|tajhizat|oborudovanie" },
	{ "investment", FALSE,
	  "invest|invt|invests|investments|investing|investors|inversiones|"
	  "inversion|investimentos|investissement|investitsii|yatirim|touzi|tou zi|"
	  "tuja|dau tu|sarmayegozari" },
	{ "finance", FALSE,
	  "fin|financial|finances|financing|financiera|financiere|finans|jinrong|"
	  "kumyung|geumyung" },
	{ "commercial", FALSE,
	  "comm|commerc|commerciale|comercial|kommerchesky|kommercheski|"
	  "kommercheskiy|kommercheskii|tijari" },
	{ "cooperative", FALSE, "coop|co op|cooperativa|cooperatives|kooperatif|taavoni|taavon" },
	{ "office", FALSE, "offices|oficina" },
	{ "association", FALSE,
	  "assn|assoc|associations|asociacion|associacao|verein|jamiat|jamiyat|"
	  "jamia|society" },
	{ "organization", FALSE,
	  "org|organisation|organizations|organizacion|organizatsiya|sazman|"
	  "sazmane|munazzamat|orgutu" },
	{ "center", FALSE, "centre|centro|zentrum|tsentr|markaz|merkezi|zhongxin" },
	{ "branch", FALSE, "br|branches|sucursal|succursale|filial|subesi" },
	{ "operation", FALSE, "op|ops|operations|operating|operator|operators|operaciones" },
	{ "project", FALSE, "projects|proyectos|projet|projets|proje" },
	{ "system", FALSE, "systems|sistemas|sistemi|sistem|systemes" },
	{ "solution", FALSE, "solutions|soluciones" },
	{ "resource", FALSE, "resources|recursos|ressources|resursy|ziyuan" },
	{ "metal", FALSE, "metals|metales|metall|metallurgy|metalurji|kumsok|jinshu|felezat" },
	{ "material", FALSE, "materials|materiales|ziliao|cailiao" },
	{ "supply", FALSE, "supplies|supplier|suppliers|suministros|procurement|purchasing" },
	{ "distribution", FALSE,
	  "distributor|distributors|distributing|distribuidora|dagitim|"
	  "distribuciones" },
	{ "marketing", FALSE, "mktg|pazarlama|mercadeo" },
	{ "consulting", FALSE,
	  "consultancy|consultants|consultant|consult|consultores|consultoria|"
	  "danismanlik|konsalting|advisory|advisors" },
	{ "money", FALSE, "currency" },
	{ "transfer", FALSE, "transfers|remittance|remittances|hawala|hawalah|hawilah" },
	{ "central", FALSE, "markazi|merkez|centrale|tsentralny|tsentralnyi|zentral|zentrale" },
	{ "global", FALSE, "globalny|worldwide|world wide|mondial|mondiale|mundial" },
	{ "state", FALSE,
	  "gosudarstvenny|gosudarstvennyi|gosudarstvennaya|gosudarstvennoe|"
	  "derzhavny|dowlati|devlet|estatal" },
	{ "charity", FALSE,
	  "charitable|khayriyah|khayriya|khairiya|welfare|relief|humanitarian|"
	  "philanthropic" },
	{ "brothers", FALSE, "bros|freres|hermanos|gebruder|fratelli|kardesler|irmaos" },
	{ "sons", FALSE, "son|hijos|fils|sohne|ogullari|figli|filhos" },
	{ "partners", FALSE, "partner|associates|asociados|partenaires|ortaklari" },
	/* What somebody is: a bank is hardly ever named without that */
	{ "petroleum", TRUE,
	  "petr|petrol|oil|petroleos|petroleo|petrole|petroli|neft|nefti|naft|"
	  "shiyou|sogyu|sekiyu" },
	{ "chemical", TRUE,
	  "chem|chems|chemicals|chemistry|quimica|quimicos|chimie|khimicheskaya|"
	  "kimya|huagong|hwahak|shimi" },
	{ "petrochemical", TRUE, "petrochem|petrochemicals|petroquimica|neftekhim|petroshimi" },
	{ "electric", TRUE, "elec|electrical|electrics|electrica|elektrik" },
	{ "electronic", TRUE,
	  "electr|electronics|electronica|elektronik|elektronika|dianzi|chonja|"
	  "jeonja" },
	{ "machinery", TRUE,
	  "mach|machine|machines|machineries|makina|makine|maschinen|maschinenbau|"
	  "jixie|kigye|gigye|mashinostroenie|mashinostroeniya" },
	{ "construction", TRUE,
	  "constr|const|constructions|constructora|construcciones|construccion|"
	  "construtora|costruzioni|stroitelstvo|insaat|geonseol|jianshe|jianzhu|"
	  "kensetsu|xay dung|sakhteman" },
	{ "bank", TRUE,
	  "bk|banque|banco|banca|banka|banki|bankasi|unhaeng|eunhaeng|yinhang|"
	  "ginko|masraf|ngan hang" },
	{ "insurance", TRUE,
	  "insurances|assurance|assurances|seguros|sigorta|strakhovanie|"
	  "strakhovaya|versicherung|versicherungs|bimeh|pohom|baoxian|bao hiem" },
	{ "exchange", TRUE,
	  "exch|exchanger|exchangers|sarafi|sarrafi|sarafy|saraf|sarafa|sarrafa|"
	  "cambio" },
	{ "science", TRUE, "sci|sciences|scientific|kwahak|gwahak|kexue|nauka|nauchny|nauchnyi" },
	{ "research", TRUE,
	  "researches|investigacion|issledovaniy|yonguso|yeonguso|yanjiu|forschung|"
	  "recherche|recherches" },
	{ "institute", TRUE,
	  "inst|institut|instituto|istituto|enstitusu|moassese|moasseseh|yanjiuyuan" },
	{ "academy", TRUE, "acad|akademiya|academia|akademie" },
	{ "university", TRUE,
	  "univ|universitet|universite|universidad|universitat|daneshgah|taehak|"
	  "daehak|daxue|jamiah" },
	{ "department", TRUE,
	  "dept|departments|departamento|departement|departament|directorate|"
	  "division|bureau|byuro|buro" },
	{ "automobile", TRUE,
	  "auto|autos|automobiles|automotive|motor|motors|car|cars|otomotiv|khodro|"
	  "avto" },
	{ "ministry", TRUE, "min|ministerio|ministere|ministerstvo|ministerium|vezarat|wizarat" },
	{ "committee", TRUE, "comite|komitet|committees|wiwonhoe" },
	{ "energy", TRUE, "energies|energia|energie|energiya|energetika|enerji|nengyuan|power" },
	{ "mining", TRUE, "mines|mineria|minera|mineral|minerals|madencilik|kwangop|kuangye" },
	{ "steel", TRUE, "stal|celik|gangtie|kangchol|foulad|fulad|acero|acier|iron and steel" },
	{ "agriculture", TRUE,
	  "agricultural|agro|agricola|agricole|tarim|nongye|keshavarzi|farming" },
	{ "food", TRUE, "foods|foodstuff|foodstuffs|alimentos|gida|shipin|sikpum" },
	{ "medical", TRUE, "medico|medicos|tibbi|medizin|medicine" },
	{ "pharmaceutical", TRUE,
	  "pharma|pharm|pharmaceuticals|farma|farmaceutica|darou|jeyak|yaopin" },
	{ "textile", TRUE, "textiles|tekstil|textil|textiliers" },
	{ "aviation", TRUE, "avia|aviacion|aviatsiya|havacilik" },
	{ "airlines", TRUE,
	  "airline|airways|airway|aircompany|aviakompaniya|aviakompania|aerolineas|"
	  "hava yollari|hangkong|air lines" },
	{ "travel", TRUE, "travels|tourism|tours|tour|turizm|turismo|viajes|voyages|seyahat" },
	{ "real estate", TRUE,
	  "realty|inmobiliaria|inmobiliarias|immobilier|immobiliare|immobilien|"
	  "property|properties|emlak|gayrimenkul" },
	{ "communications", TRUE,
	  "communication|telecom|telecoms|telecommunication|telecommunications|"
	  "telekom|comunicaciones|iletisim|tongxin|svyaz" },
	{ "television", TRUE, "tv|channel|station|network|satellite" },
	{ "store", TRUE, "stores|shop|supermarket|market" },
};

const gsize fairlead_n_trade_words = G_N_ELEMENTS (fairlead_trade_words);
