/* graph/resolve/name/frequency.c: how rare a word is, by a shipped prior and a network */
#include <math.h>
#include <string.h>

#include "graph/resolve/name/parts.h"

/* How many of 20,000 parties have a word in a name: counted once over the lists of OFAC (2021), the
 * UN (2020) and HMT (2014) together; some 90 common surnames and words of the trades, which these
 * lists happen to lack, were put in by estimate. Words that are not here count as one party's. */
#define PRIOR_PARTIES 20000.0
static const char prior[] =
	"abbas=52|abd=387|abdallah=166|abdel=65|abdul=425|abdullah=199|abou=106|abu=573|"
	"abubakar=31|adam=39|adel=33|administration=49|africa=34|ag=39|agency=80|agha=46|"
	"agricultural=37|ahmad=418|ahmed=327|air=62|airlines=31|akhund=59|aktsionernoe=65|"
	"al=2469|alberto=72|aleksandr=90|aleksandrovich=63|alexander=80|ali=636|aliaksandr=41|"
	"allah=31|alvarez=34|amin=67|amir=80|and=814|andrei=33|andrew=50|andrey=49|angel=36|"
	"anna=60|ansar=60|antonio=117|ao=36|aqsa=39|arab=44|army=91|arturo=33|asia=50|assad=34|"
	"association=63|aviation=42|aziz=111|bakr=34|bank=285|barzan=39|bashir=50|ben=246|"
	"bin=146|bong=40|branch=52|brown=40|building=34|bureau=41|capital=37|carlos=99|"
	"castillo=37|castro=34|cement=39|center=90|central=47|centre=44|chang=42|charitable=34|"
	"charles=60|chemical=31|chen=120|china=90|choe=80|chol=93|chong=46|chun=44|cia=91|"
	"co=687|colombia=31|comercializadora=65|commercial=83|committee=46|company=1471|"
	"complex=50|construction=80|constructora=33|corp=83|corporation=230|credit=34|"
	"daniel=60|darya=31|david=120|de=812|defense=39|del=124|department=41|development=212|"
	"diaz=29|din=86|directorate=50|dr=50|east=55|eduardo=34|el=270|electronic=33|elena=40|"
	"en=50|energy=90|engineering=103|enrique=46|enterprise=163|eood=37|ep=228|equipment=34|"
	"establishment=143|exchange=83|export=90|farm=41|fernando=36|financial=34|flores=50|"
	"for=483|force=46|forces=42|foundation=138|francisco=34|fuad=31|fze=49|garcia=60|"
	"gas=47|general=230|george=80|ghadir=42|global=80|gmbh=140|gold=40|golden=60|gomez=47|"
	"gonzalez=90|group=363|grupo=67|gul=37|gutierrez=31|habib=49|hadi=42|hafiz=36|haj=42|"
	"haji=112|hajji=31|hamad=34|hamda=33|hamid=78|hamza=33|haqqani=55|harakat=34|"
	"haramain=59|hasan=199|hassan=249|hernandez=54|ho=36|holding=120|holdings=42|hong=100|"
	"hossein=67|hotel=33|huang=60|husayn=72|hussain=33|hussein=129|ibrahim=269|igor=49|"
	"il=52|imam=33|import=90|in=132|inc=99|industrial=142|industries=259|industry=150|"
	"inmobiliaria=57|institute=80|internacional=39|international=273|inversiones=99|"
	"investment=150|investments=57|iran=197|iranian=103|iraq=47|iraqi=49|islam=37|"
	"islami=29|islamic=246|islamiya=31|ismael=31|ismail=72|ivan=60|ivanovich=36|jamal=42|"
	"james=120|jan=50|jang=34|javier=44|jesus=88|jihad=73|john=150|joint=135|jones=50|"
	"jong=120|jorge=67|jose=195|joseph=60|jsc=88|juan=72|julio=31|kang=50|karim=55|kg=50|"
	"khaled=34|khalid=65|khalil=60|khan=120|kim=250|kish=49|kong=90|korea=168|kumar=70|"
	"la=120|latif=36|lee=150|li=150|liability=37|liberation=50|limited=669|lin=80|lines=42|"
	"liu=90|llc=249|logistics=60|lopez=81|los=36|ltd=778|ltda=265|luis=98|machinery=31|"
	"mahdi=41|mahmoud=104|mahmud=77|majid=63|management=120|mansour=33|mansur=34|manuel=59|"
	"manufacturing=46|maria=120|marine=120|mario=42|maritime=57|mark=60|martinez=41|"
	"masri=39|mejia=34|michael=120|miguel=50|mikhail=36|mikhailovich=37|military=34|"
	"mining=33|ministry=50|mohamad=86|mohamed=389|mohammad=596|mohammed=412|mohd=31|"
	"mohsen=39|money=59|mostafa=33|movement=62|muhamad=33|muhammad=703|muhammed=59|"
	"muhsin=31|mullah=54|muller=30|musa=47|mustafa=88|myong=31|na=31|nam=49|nasser=41|"
	"national=127|new=52|nguyen=100|nikolaevich=41|no=34|noor=44|nuclear=31|oao=47|"
	"obshchestvo=107|ocean=93|of=666|offshore=37|ogranichennoi=47|oil=125|ojsc=33|oleg=36|"
	"omar=127|ood=36|ooo=90|open=31|organisation=31|organization=249|otvetstvennostyu=49|"
	"ould=41|pacific=50|pak=120|park=80|pars=57|party=37|paul=80|peoples=42|perez=62|"
	"peter=80|petrochemical=83|petroleum=60|private=50|production=46|projects=33|"
	"properties=33|pte=33|public=33|qadhafi=47|qasim=41|rahim=47|rahman=138|ramirez=50|"
	"ramon=36|rashid=59|rawi=31|rehman=33|relief=31|republic=52|research=78|"
	"revolutionary=41|reza=109|ri=150|richard=60|robert=100|rodriguez=72|sa=34|sabawi=34|"
	"sad=31|saddam=34|saeed=39|said=109|sal=63|salah=50|salam=49|saleh=88|salem=41|"
	"salih=70|salim=86|salman=36|samir=34|san=60|sanchez=52|sarl=36|sayed=60|sayyed=44|"
	"sayyid=34|schmidt=30|sea=60|security=49|sergei=68|sergey=67|service=120|services=109|"
	"servicios=37|seyed=42|seyyed=36|shah=40|shahid=83|shaykh=50|sheikh=75|ship=42|"
	"shipping=360|singapore=40|singh=80|smith=80|sociedad=34|society=49|song=90|south=42|"
	"star=60|state=356|steel=63|stock=120|su=34|sulayman=39|sultan=41|syria=34|syrian=65|"
	"taha=39|tahir=31|technologies=33|technology=100|the=363|thomas=80|tikriti=177|to=44|"
	"torres=50|trade=114|trading=412|tran=50|transport=34|transportation=37|trust=49|ul=60|"
	"uladzimiravich=36|umar=72|ur=54|va=41|valencia=36|valle=31|vargas=33|victor=42|"
	"viktor=57|viktorovich=41|vladimir=65|vladimirovich=73|wa=31|wali=42|walid=41|wang=120|"
	"william=100|world=60|wu=60|yahya=52|yang=80|yk=62|yong=100|youssef=36|yusuf=55|yv=90|"
	"zhang=120";

/* Names beyond so many are sampled, by what they say and not by where they stand */
#define SAMPLE_NAMES 200000u

static void
add_to_word (GHashTable *frequency, const char *word, guint n)
{
	guint before = GPOINTER_TO_UINT (g_hash_table_lookup (frequency, word));

	g_hash_table_insert (frequency, g_strdup (word), GUINT_TO_POINTER (before + n));
}

static void
add_prior (GHashTable *frequency)
{
	g_auto (GStrv) rows = g_strsplit (prior, "|", -1);

	for (guint i = 0; rows[i] != NULL; i++) {
		char *equals = strchr (rows[i], '=');

		*equals = '\0';
		add_to_word (frequency, rows[i], (guint) g_ascii_strtoull (equals + 1, NULL, 10));
	}
}

/* ---- the names of a network ---- */

typedef struct {
	FairleadNameScorer *scorer;
	GHashTable *last; /* word -> 1 + the vertex that had it last: one party counts it once */
	guint32 n_parties;
} Counting;

static void
count_name (Counting *counting, const char *text, FairleadVertex vertex)
{
	g_autofree char *folded = fairlead_name_dup_comparable (counting->scorer, text);
	g_auto (GStrv) words = g_strsplit (folded, " ", -1);

	for (guint i = 0; words[i] != NULL; i++) {
		gpointer mark = GUINT_TO_POINTER (vertex + 1);

		if (g_hash_table_lookup (counting->last, words[i]) == mark)
			continue;
		g_hash_table_insert (counting->last, g_strdup (words[i]), mark);
		add_to_word (counting->scorer->frequency, words[i], 1);
	}
}

static void
count_party (Counting *counting, FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows rows = fairlead_network_get_names (network, vertex);
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (records, &n);

	for (guint i = 0; i < rows.n; i++)
		count_name (counting, fairlead_records_get_text (records, names[rows.rows[i]].text),
		            vertex);
	counting->n_parties++;
}

void
fairlead_frequency_init (FairleadNameScorer *self, FairleadNetwork *network)
{
	g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	Counting counting = { self, last, 0 };
	guint32 n = network == NULL ? 0 : fairlead_network_get_n_vertices (network);
	guint32 step = n / SAMPLE_NAMES + 1;

	self->frequency = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	add_prior (self->frequency);
	/* Vertices are in the order of their ids, whatever the order of the files */
	for (FairleadVertex vertex = 0; vertex < n; vertex += step)
		if (fairlead_network_is_party (network, vertex))
			count_party (&counting, network, vertex);
	self->n_parties = PRIOR_PARTIES + counting.n_parties;
}

double
fairlead_frequency_bits (const FairleadNameScorer *self, const char *word)
{
	guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->frequency, word));

	return log2 (self->n_parties / MAX (n, 1));
}
