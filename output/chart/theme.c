/* output/chart/theme.c
 *
 * Dashes tell confidence, words tell kinds: nothing is told by colour alone. */
#include "output/chart/theme.h"

#include "output/palette.h"
#include "output/write/svg.h"

#define FONTS "font-family:" FAIRLEAD_SVG_FONTS

#define LISTED FAIRLEAD_CSS (RED)
#define LISTED_ON_DARK FAIRLEAD_CSS (LIGHT_RED)
#define ON_LISTED FAIRLEAD_CSS (DEEP_RED)

static const char paper[] =
	"text{" FONTS ";font-size:10px;fill:#1a1a1a}.ground{fill:#fff}"
	".lane0{fill:#f4f6f8}.lane1{fill:#fff}.rule-box{fill:#9aa5b1}"
	".lane-name{font-size:11px;font-weight:bold;fill:#4a5560}"
	".card{fill:#fff;stroke:#6b7681;stroke-width:1}.asked{stroke:#1a1a1a;stroke-width:2.6}"
	".icon{stroke:#1a1a1a;stroke-width:.8;stroke-linejoin:round}"
	".name{font-size:12px;font-weight:bold}.small{fill:#4a5560}"
	".badge{fill:" LISTED "}.badge-text{fill:#fff}.rank{font-weight:bold;fill:#1a1a1a}"
	".label{fill:#fff;stroke:#c3cad1;stroke-width:.6}.line{fill:none}"
	".title{font-size:18px;font-weight:bold}.closing{font-size:12px;font-weight:bold}"
	".head{font-size:10.5px;font-weight:bold}"
	".note{font-size:8.5px;fill:#333}.of-compact{font-size:10.5px}";

static const char dark[] =
	"text{" FONTS ";font-size:10px;fill:#eceff1}.ground{fill:#14181c}"
	".lane0{fill:#1d2329}.lane1{fill:#14181c}.rule-box{fill:#5d6974}"
	".lane-name{font-size:11px;font-weight:bold;fill:#b5c0ca}"
	".card{fill:#262d34;stroke:#8b97a3;stroke-width:1}.asked{stroke:#fff;stroke-width:2.6}"
	".icon{stroke:#eceff1;stroke-width:.8;stroke-linejoin:round}"
	".name{font-size:12px;font-weight:bold}.small{fill:#b5c0ca}"
	".badge{fill:" LISTED_ON_DARK "}.badge-text{fill:" ON_LISTED "}.rank{font-weight:bold}"
	".label{fill:#14181c;stroke:#4a5560;stroke-width:.6}.line{fill:none}"
	".title{font-size:18px;font-weight:bold}.closing{font-size:12px;font-weight:bold}"
	".head{font-size:10.5px;font-weight:bold}"
	".note{font-size:8.5px;fill:#cfd6dc}.of-compact{font-size:10.5px}";

const char *
fairlead_chart_style (gboolean is_dark)
{
	return is_dark ? dark : paper;
}

/* Rec. 709 weights, without gamma: near enough to tell light from dark */
static double
lightness (guint32 colour)
{
	return (0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff)
	        + 0.0722 * (colour & 0xff))
	       / 255.0;
}

static guint32
mix (guint32 colour, guint32 towards)
{
	guint32 mixed = 0;

	for (guint shift = 0; shift < 24; shift += 8)
		mixed |= ((3 * (colour >> shift & 0xff) + (towards >> shift & 0xff)) / 4) << shift;
	return mixed;
}

char *
fairlead_chart_dup_class_colour (FairleadLinkClass link_class, gboolean is_dark)
{
	guint32 colour = fairlead_palette_of_class (link_class);
	GString *text = g_string_new (NULL);

	while (is_dark ? lightness (colour) < 0.45 : lightness (colour) > 0.55)
		colour = mix (colour, is_dark ? 0xffffff : 0x000000);
	fairlead_palette_append (text, colour);
	return g_string_free (text, FALSE);
}
