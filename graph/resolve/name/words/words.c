/* graph/resolve/name/words/words.c */
#include "graph/resolve/name/words/words.h"

#include <string.h>

static const FairleadWordRow plain_rows[] = {
	{ FAIRLEAD_WORD_SHORT, FAIRLEAD_FORM_ANY, FALSE,
	  "hk=hong kong|co operation=cooperation|"
	  "russian federation=russia|rossiyskoy federatsii=russia|rossiyskoi federatsii=russia|"
	  "rossiiskoi federatsii=russia|defence=defense|labour=labor|american=america|"
	  "belarusian=belarus|"
	  "belorussian=belarus|chinese=china|cuban=cuba|egyptian=egypt|german=germany|"
	  "indian=india|iranian=iran|iraqi=iraq|japanese=japan|jordanian=jordan|korean=korea|"
	  "choson=korea|chosun=korea|joson=korea|chosen=korea|lebanese=lebanon|libyan=libya|"
	  "malaysian=malaysia|pakistani=pakistan|palestinian=palestine|persian=persia|"
	  "russian=russia|rossiya=russia|rossii=russia|somali=somalia|sudanese=sudan|"
	  "syrian=syria|turkish=turkey|turkiye=turkey|ukrainian=ukraine|venezuelan=venezuela|"
	  "vietnamese=vietnam|viet nam=vietnam|yemeni=yemen|islamiyya=islamic|"
	  "islamiyyah=islamic|islamiyah=islamic|islamiya=islamic|islami=islamic|"
	  "harakat=movement|harakatul=movement|liwa=brigade|brigades=brigade|battalion=brigade|"
	  "battalions=brigade|katiba=brigade|jabhat=front|hizb=party" },
	{ FAIRLEAD_WORD_TITLE, FAIRLEAD_FORM_ANY, FALSE,
	  "mr|mrs|ms|miss|dr|prof|professor|sir|lord|general|lieutenant|lt|major|maj|colonel|"
	  "col|brigadier|brig|admiral|captain|capt|haji|hajji|hadji|alhaj|sheikh|shaykh|shaikh|"
	  "mullah|mawlawi|maulavi|qari|ayatollah|engineer|phd|jr|sr" },
	{ FAIRLEAD_WORD_SHIP, FAIRLEAD_FORM_ANY, FALSE,
	  "mv|m v|mt|m t|ss|s s|fv|f v|mts|mtr|vessel|motor vessel|motor tanker|lpg c|my|m y" },
	{ FAIRLEAD_WORD_PARTICLE, FAIRLEAD_FORM_ANY, FALSE,
	  "and|und|et|e|y|i|of|the|for|in|de|del|der|des|di|da|do|dos|du|la|le|les|los|las|van|"
	  "von|den|zu|al|el|ul|bin|ibn|ben|bint|a k a|aka|f k a|fka|n k a|nka|d b a|dba|"
	  "formerly known as|"
	  "also known as" },
	{ FAIRLEAD_WORD_NUMBER, FAIRLEAD_FORM_ANY, FALSE,
	  "one=1|two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|ten=10|eleven=11|"
	  "twelve=12|first=1|second=2|third=3|fourth=4|fifth=5|sixth=6|seventh=7|eighth=8|"
	  "ninth=9|tenth=10|1st=1|2nd=2|3rd=3|ii=2|iii=3|iv=4|vi=6|vii=7|viii=8|ix=9|xi=11|"
	  "xii=12|xiii=13|xiv=14|xv=15|thirteen=13|fourteen=14|fifteen=15|sixteen=16|seventeen=17|"
	  "eighteen=18|nineteen=19|twenty=20|eleventh=11|twelfth=12|thirteenth=13|"
	  "fourteenth=14|fifteenth=15|sixteenth=16|seventeenth=17|eighteenth=18|nineteenth=19|"
	  "twentieth=20|erste=1|zweite=2|dritte=3|vierte=4|funfte=5|primera=1|primero=1|"
	  "segunda=2|segundo=2|tercera=3|tercero=3|premier=1|premiere=1|deuxieme=2|"
	  "troisieme=3|pervyi=1|pervy=1|vtoroi=2|vtoroy=2|tretii=3|tretiy=3" },
	{ FAIRLEAD_WORD_SIDE, FAIRLEAD_FORM_ANY, FALSE,
	  "north=north|south=south|east=east|west=west|northern=north|southern=south|"
	  "eastern=east|western=west|upper=upper|lower=lower|vostok=east|vostochny=east|"
	  "vostochnyi=east|iztok=east|shargh=east|sharq=east|oriente=east|oriental=east|"
	  "zapad=west|zapadny=west|zapadnyi=west|gharb=west|oeste=west|ouest=west|sever=north|"
	  "severny=north|severnyi=north|shomal=north|norte=north|nord=north|yuzhny=south|"
	  "yuzhnyi=south|jonub=south|sur=south|sud=south|southeast=south east|"
	  "southwest=south west|northeast=north east|northwest=north west" },
};

static void
free_word (gpointer data)
{
	FairleadWord *word = data;

	g_free (word->means);
	g_free (word);
}

static void
add_word (GHashTable *table, const FairleadWordRow *row, const char *text)
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
add_row (GHashTable *table, const FairleadWordRow *row)
{
	g_auto (GStrv) texts = g_strsplit (row->words, "|", -1);

	for (guint i = 0; texts[i] != NULL; i++)
		add_word (table, row, texts[i]);
}

static void
add_trade_word (GHashTable *table, const FairleadTradeRow *row, const char *text)
{
	FairleadWord *word = g_new0 (FairleadWord, 1);

	word->word_class = FAIRLEAD_WORD_SHORT;
	word->is_trade = TRUE;
	word->is_sector = row->is_sector;
	word->means = g_strdup (row->means);
	g_hash_table_insert (table, g_strdup (text), word);
}

static void
add_trade (GHashTable *table, const FairleadTradeRow *row)
{
	g_auto (GStrv) texts = g_strsplit (row->words, "|", -1);

	add_trade_word (table, row, row->means);
	for (guint i = 0; texts[i] != NULL; i++)
		add_trade_word (table, row, texts[i]);
}

/* What is a legal form, too, is that */
GHashTable *
fairlead_words_new (void)
{
	GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word);

	for (guint i = 0; i < fairlead_n_trade_words; i++)
		add_trade (table, &fairlead_trade_words[i]);
	for (guint i = 0; i < G_N_ELEMENTS (plain_rows); i++)
		add_row (table, &plain_rows[i]);
	for (guint i = 0; i < fairlead_n_legal_forms; i++)
		add_row (table, &fairlead_legal_forms[i]);
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
	{ "총회사", " general corp " },
	{ "회사", " co " },
	{ "무역", " trading " },
	{ "해운", " shipping " },
	{ "선박", " shipping " },
	{ "은행", " bank " },
	{ "기술", " technology " },
	{ "국제", " international " },
	{ "进出口", " import export " },
	{ "進出口", " import export " },
	{ "贸易", " trading " },
	{ "貿易", " trading " },
	{ "海运", " shipping " },
	{ "海運", " shipping " },
	{ "航运", " shipping " },
	{ "航運", " shipping " },
	{ "船务", " shipping " },
	{ "船務", " shipping " },
	{ "国际", " international " },
	{ "國際", " international " },
	{ "技术", " technology " },
	{ "技術", " technology " },
	{ "科技", " technology " },
	{ "投资", " investment " },
	{ "投資", " investment " },
	{ "实业", " industry " },
	{ "實業", " industry " },
	{ "机械", " machinery " },
	{ "機械", " machinery " },
	{ "港口", " port " },
	{ "物流", " logistics " },
	{ "石油", " petroleum " },
	{ "银行", " bank " },
	{ "銀行", " bank " },
	{ "บริษัท", " co " },
	{ "จำกัด", " ltd " },
	{ "شركة", " co " },
	{ "شرکت", " co " },
	{ "مؤسسة", " foundation " },
	{ "بنیاد", " foundation " },
	{ "للتجارة", " trading " },
	{ "بازرگانی", " trading " },
	{ "کشتیرانی", " shipping " },
	{ "صرافی", " exchange " },
	{ "بانک", " bank " },
	{ "مصرف", " bank " },
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
