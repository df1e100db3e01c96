/* ingest/grammar/port.c: ports of the DPRK, those that its trade goes through, and transfer areas
 *
 * Debian packages no list of ports. The codes are those of UN/LOCODE (UNECE Recommendation 16,
 * https://unece.org/trade/uncefact/unlocode), the names and areas those that the reports of the UN
 * Panel of Experts under resolution 1874 (2009) use. What the table lacks keeps the code or name
 * that its source gives. */
#include "ingest/grammar/port.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"

/* code, name, other spellings */
static const FairleadPort ports[] = {
	{ "KPCHO", "Chongjin", "|ch ongjin|cheongjin|seishin|" },
	{ "KPHAE", "Haeju", "|" },
	{ "KPHGM", "Hungnam", "|heungnam|hamhung|" },
	{ "KPNAM", "Nampo", "|nampho|namp o|nam po|chinnampo|nampo lock gate|" },
	{ "KPFNJ", "Pyongyang", "|p yongyang|" },
	{ "KPRJN", "Rajin", "|najin|rason|rajin port|" },
	{ "KPSON", "Songnim", "|song nim|kyomipo|" },
	{ "KPWON", "Wonsan", "|genzan|gensan|" },
	{ "CNDAL", "Dalian", "|dairen|dalian pt|" },
	{ "CNDDG", "Dandong", "|dandong pt|" },
	{ "CNLYG", "Lianyungang", "|lianyun gang|" },
	{ "CNZOS", "Zhoushan", "|ningbo zhoushan|" },
	{ "HKHKG", "Hong Kong", "|" },
	{ "KRPUS", "Busan", "|pusan|" },
	{ "KRUSN", "Ulsan", "|" },
	{ "KRYOS", "Yeosu", "|yosu|" },
	{ "RUNJK", "Nakhodka", "|" },
	{ "RUVVO", "Vladivostok", "|" },
	{ "RUVYP", "Vostochny", "|vostochnyy|vostochniy|vostochny port|" },
	{ "SGSIN", "Singapore", "|" },
	{ "TWKHH", "Kaohsiung", "|gaoxiong|" },
	{ "TWTXG", "Taichung", "|" },
};

/* Where ships met, by the Panel's reports: S/2018/171, S/2019/171, S/2020/151, S/2021/211,
 * S/2022/132, S/2023/171 */
static const char *const areas[] = {
	"east china sea", "yellow sea", "west sea barrage",
	"sea of japan",   "east sea",   "south china sea",
	"gulf of tonkin", "korea bay",  "ningbo zhoushan area",
	"taiwan strait",  "sansha bay", "peter the great gulf",
};

static gboolean
is_country (const char *code)
{
	const char country[] = { code[0], code[1], '\0' };

	return fairlead_country_name (country) != NULL;
}

gboolean
fairlead_locode_normalise (const char *text, char code[6])
{
	char found[6];
	guint n = 0;

	for (; *text != '\0'; text++) {
		if (n == 2 && (*text == ' ' || *text == '-'))
			continue;
		if (n == 5 || !(n < 2 ? g_ascii_isalpha (*text) : g_ascii_isalnum (*text)))
			return FALSE;
		found[n++] = g_ascii_toupper (*text);
	}
	found[5] = '\0';
	if (n != 5 || !is_country (found))
		return FALSE;
	memcpy (code, found, sizeof found);
	return TRUE;
}

static const FairleadPort *
find_code (const char *code)
{
	for (guint i = 0; i < G_N_ELEMENTS (ports); i++)
		if (strcmp (ports[i].code, code) == 0)
			return &ports[i];
	return NULL;
}

static gboolean
has_name (const FairleadPort *port, const char *folded)
{
	g_autofree char *name = fairlead_name_fold (port->name);
	g_autofree char *spelling = g_strconcat ("|", folded, "|", NULL);

	return strcmp (name, folded) == 0 || strstr (port->spellings, spelling) != NULL;
}

const FairleadPort *
fairlead_port_find (const char *text, const char *country)
{
	g_autofree char *folded = fairlead_name_fold (text);
	char code[6];

	for (guint i = 0; *folded != '\0' && i < G_N_ELEMENTS (ports); i++)
		if ((country == NULL || g_ascii_strncasecmp (ports[i].code, country, 2) == 0)
		    && has_name (&ports[i], folded))
			return &ports[i];
	return fairlead_locode_normalise (text, code) ? find_code (code) : NULL;
}

gboolean
fairlead_is_sea_area (const char *text)
{
	g_autofree char *folded = fairlead_name_fold (text);

	for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
		if (strcmp (areas[i], folded) == 0)
			return TRUE;
	return FALSE;
}
