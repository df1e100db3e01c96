/* graph/resolve/name/words.c */
#include "graph/resolve/name/words.h"

#include <string.h>

/* Words of one class, between bars; an abbreviation or number is followed by what it means */
typedef struct {
	FairleadWordClass word_class;
	FairleadForm form;
	gboolean only_last;
	const char *words;
} Row;

/* Forms as company registers write them; ISO 20275 lists their owners. Those of two letters, and
 * those that are words of names, count behind other words only. */
static const Row rows[] = {
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_LIMITED, FALSE,
	  "ltd|limited|co ltd|company limited|company ltd|co limited|corp ltd|pte ltd|"
	  "pte limited|private limited|pvt ltd|pvt limited|private ltd|p ltd|pty ltd|"
	  "pty limited|pty|pte|pvt|proprietary limited|co pte ltd|co pvt ltd|sdn bhd|"
	  "sendirian berhad|llc|limited liability company|limited liability co|co llc|"
	  "ltd liability co|wll|w l l|with limited liability|fze|fz e|fzco|fz co|fz llc|fzc|"
	  "dmcc|dmccc|free zone establishment|free zone company|lda|limitada|ltda|gmbh|g m b h|"
	  "mbh|gesellschaft mit beschrankter haftung|ggmbh|ug|besloten vennootschap|bvba|sprl|"
	  "aps|ehf|sarl|eurl|societe a responsabilite limitee|srl|"
	  "sociedad de responsabilidad limitada|s de rl|s de r l|s de rl de cv|slu|eirl|eireli|"
	  "ooo|obshchestvo s ogranichennoy otvetstvennostyu|"
	  "obshchestvo s ogranichennoi otvetstvennostyu|tov|too|odo|chup|eood|ood|doo|d o o|"
	  "sro|spol s r o|s r o|sp z o o|sp zoo|spolka z ograniczona odpowiedzialnoscia|sia|"
	  "uab|ou|osauhing|kft|epe|ike|limited sirketi|ltd sti|ltd sirketi|sti|yugen kaisha|"
	  "godo kaisha|yuhan hoesa|yuhanhoesa|you xian gong si|youxian gongsi|cong ty tnhh|"
	  "tnhh" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_SHARES, FALSE,
	  "bhd|berhad|plc|public limited company|pjsc|psc|jsc|ojsc|cjsc|joint stock company|"
	  "joint stock co|open joint stock company|closed joint stock company|"
	  "public joint stock company|private joint stock company|aktiengesellschaft|kgaa|"
	  "naamloze vennootschap|asa|oyj|societe anonyme|sociedad anonima|societa per azioni|"
	  "sas|sasu|sal|spa|sa de cv|s a de c v|sau|sapi|oao|zao|pao|nao|aozt|oaozt|vat|prat|"
	  "pat|aktsionernoe obshchestvo|aktsionernoye obshchestvo|oado|ead|dd|spolka akcyjna|"
	  "zrt|nyrt|anonim sirketi|a s|tbk|kk|k k|kabushiki kaisha|kabushiki gaisha|jusikhoesa|"
	  "chusik hoesa|gufen youxian gongsi|cong ty co phan|co phan" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_ANY, FALSE,
	  "est|establishment|inc|incorporated|corp|corporation|co|company|co inc|cie|compagnie|"
	  "compania|cia|ibc|aktiebolag|sirketi|pt|perseroan terbatas|gong si|gongsi|cong ty|"
	  "sharikat|sherkat|sherkate|shirkat" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_PARTNERSHIP, FALSE,
	  "llp|lllp|limited liability partnership|limited partnership|gmbh co kg|"
	  "gmbh and co kg|ohg|gbr|vof|kommanditbolag|scs|snc|gomei kaisha|goshi kaisha" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_PARTNERSHIP, TRUE, "lp|kg|bt" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_SHARES, TRUE, "ag|nv|hf|sa|ao|ad|ae" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_BODY, TRUE, "ev" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_BODY, FALSE,
	  "stiftung|anstalt|fundacion|gie|fgup|gup|federal state unitary enterprise|"
	  "unitary enterprise|rup|foundation|trust" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_LIMITED, TRUE, "bv|sl" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_ANY, TRUE, "cv|ab|as|oy" },
	{ FAIRLEAD_WORD_SHORT, FAIRLEAD_FORM_ANY, FALSE,
	  "shpg=shipping|shipg=shipping|shg=shipping|shpng=shipping|trdg=trading|trd=trading|"
	  "tradg=trading|mgmt=management|mngt=management|mgt=management|"
	  "mngmt=management|mgnt=management|mgr=manager|intl=international|int l=international|"
	  "inter l=international|intern l=international|internat=international|bros=brothers|"
	  "mfg=manufacturing|mfrs=manufacturers|dev=development|devt=development|ind=industry|"
	  "inds=industry|industries=industry|industrial=industry|tech=technology|"
	  "technologies=technology|technol=technology|gen=general|genl=general|eng=engineering|"
	  "engg=engineering|engrg=engineering|univ=university|dept=department|min=ministry|"
	  "natl=national|nat l=national|govt=government|assn=association|assoc=association|"
	  "inst=institute|grp=group|hldg=holding|hldgs=holding|holdings=holding|svc=service|"
	  "svcs=service|services=service|serv=service|ent=enterprise|enterprises=enterprise|"
	  "exp=export|imp=import|impex=import export|transp=transport|transportation=transport|"
	  "nav=navigation|navig=navigation|marit=marine|petr=petroleum|petrol=petroleum|"
	  "chem=chemical|chemicals=chemical|chems=chemical|elec=electric|electr=electronic|"
	  "electronics=electronic|mach=machinery|equip=equipment|constr=construction|"
	  "const=construction|invest=investment|invt=investment|invests=investment|"
	  "investments=investment|logist=logistics|log=logistics|agcy=agency|"
	  "agencies=agency|agy=agency|bk=bank|prod=production|prods=production|"
	  "products=production|sci=science|sciences=science|res=research|acad=academy|"
	  "op=operation|fin=finance|financial=finance|comm=commercial|commerc=commercial|"
	  "coop=cooperative|hk=hong kong|maritime=marine|"
	  "lines=line|centre=center|defence=defense|organisation=organization|org=organization|"
	  "labour=labor|companies=company|branches=branch|br=branch" },
	{ FAIRLEAD_WORD_TITLE, FAIRLEAD_FORM_ANY, FALSE,
	  "mr|mrs|ms|miss|dr|prof|professor|sir|lord|general|lieutenant|lt|major|maj|colonel|"
	  "col|brigadier|brig|admiral|captain|capt|haji|hajji|hadji|alhaj|sheikh|shaykh|shaikh|"
	  "mullah|mawlawi|maulavi|qari|ayatollah|engineer|phd|jr|sr" },
	{ FAIRLEAD_WORD_SHIP, FAIRLEAD_FORM_ANY, FALSE,
	  "mv|m v|mt|m t|ss|s s|fv|f v|mts|mtr|vessel|motor vessel|motor tanker|lpg c|my|m y" },
	{ FAIRLEAD_WORD_PARTICLE, FAIRLEAD_FORM_ANY, FALSE,
	  "and|und|et|e|y|i|of|the|for|in|de|del|der|des|di|da|do|dos|du|la|le|les|los|las|van|"
	  "von|den|zu|al|el|ul|bin|ibn|ben|bint|a k a|aka" },
	{ FAIRLEAD_WORD_NUMBER, FAIRLEAD_FORM_ANY, FALSE,
	  "one=1|two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|ten=10|eleven=11|"
	  "twelve=12|first=1|second=2|third=3|fourth=4|fifth=5|sixth=6|seventh=7|eighth=8|"
	  "ninth=9|tenth=10|1st=1|2nd=2|3rd=3|ii=2|iii=3|iv=4|vi=6|vii=7|viii=8|ix=9|xi=11|"
	  "xii=12" },
	{ FAIRLEAD_WORD_SIDE, FAIRLEAD_FORM_ANY, FALSE,
	  "north=north|south=south|east=east|west=west|northern=north|southern=south|"
	  "eastern=east|western=west|upper=upper|lower=lower" },
};

static void
free_word (gpointer data)
{
	FairleadWord *word = data;

	g_free (word->means);
	g_free (word);
}

static void
add_word (GHashTable *table, const Row *row, const char *text)
{
	const char *equals = strchr (text, '=');
	FairleadWord *word = g_new0 (FairleadWord, 1);

	word->word_class = row->word_class;
	word->form = row->form;
	word->only_last = row->only_last;
	word->means = equals == NULL ? NULL : g_strdup (equals + 1);
	g_hash_table_insert (
		table, equals == NULL ? g_strdup (text) : g_strndup (text, (gsize) (equals - text)),
		word);
}

static void
add_row (GHashTable *table, const Row *row)
{
	g_auto (GStrv) texts = g_strsplit (row->words, "|", -1);

	for (guint i = 0; texts[i] != NULL; i++)
		add_word (table, row, texts[i]);
}

GHashTable *
fairlead_words_new (void)
{
	GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word);

	for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
		add_row (table, &rows[i]);
	return table;
}

/* Longer ones first: 股份有限公司 holds 有限公司. Each becomes words of the table above. */
static const struct {
	const char *native;
	const char *latin;
} native_forms[] = {
	{ "股份有限公司", " jsc " },
	{ "股份公司", " jsc " },
	{ "有限责任公司", " llc " },
	{ "有限責任公司", " llc " },
	{ "有限公司", " ltd " },
	{ "集团", " group " },
	{ "集團", " group " },
	{ "公司", " co " },
	{ "株式会社", " kk " },
	{ "株式會社", " kk " },
	{ "有限会社", " ltd " },
	{ "有限會社", " ltd " },
	{ "合同会社", " llc " },
	{ "合名会社", " gomei kaisha " },
	{ "合資会社", " goshi kaisha " },
	{ "주식회사", " jusikhoesa " },
	{ "유한책임회사", " llc " },
	{ "유한회사", " ltd " },
	{ "㈜", " jusikhoesa " },
	{ "(주)", " jusikhoesa " },
	{ "(株)", " kk " },
	{ "㈱", " kk " },
	{ "회사", " co " },
	{ "총회사", " corp " },
	{ "บริษัท", " co " },
	{ "จำกัด", " ltd " },
	{ "شركة", " co " },
	{ "شرکت", " co " },
	{ "ذ.م.م", " llc " },
	{ "ش.م.م", " llc " },
};

char *
fairlead_words_dup_spaced (const char *text)
{
	g_autoptr (GString) spaced = NULL;

	if (g_str_is_ascii (text))
		return g_strdup (text);
	spaced = g_string_new (text);
	for (guint i = 0; i < G_N_ELEMENTS (native_forms); i++)
		if (strstr (spaced->str, native_forms[i].native) != NULL)
			g_string_replace (spaced, native_forms[i].native, native_forms[i].latin, 0);
	return g_strdup (spaced->str);
}
