/* output/chart/theme.c
 *
 * Dashes tell confidence, words tell kinds: nothing is told by colour alone. */
#include "output/chart/theme.h"

#include "output/palette.h"

/* Liberation Sans has the widths that measure.c counts with; the others come close */
#define FONTS "font-family:'Liberation Sans',Arial,Helvetica,'Noto Sans',sans-serif"

static const char paper[] =
	"text{" FONTS ";font-size:10px;fill:#1a1a1a}.ground{fill:#fff}"
	".lane0{fill:#f4f6f8}.lane1{fill:#fff}.rule-box{fill:#9aa5b1}"
	".lane-name{font-size:11px;font-weight:bold;fill:#4a5560}"
	".card{fill:#fff;stroke:#6b7681;stroke-width:1}.asked{stroke:#1a1a1a;stroke-width:2.6}"
	".icon{stroke:#1a1a1a;stroke-width:.8;stroke-linejoin:round}"
	".name{font-size:12px;font-weight:bold}.small{fill:#4a5560}"
	".badge{fill:#8c1d18}.badge-text{fill:#fff}.rank{font-weight:bold;fill:#1a1a1a}"
	".label{fill:#fff;stroke:#c3cad1;stroke-width:.6}.line{fill:none}"
	".title{font-size:18px;font-weight:bold}.closing{font-size:12px;font-weight:bold}"
	".head{font-size:10.5px;font-weight:bold}"
	".note{font-size:8.5px;fill:#333}.many{font-size:7px}";

static const char dark[] =
	"text{" FONTS ";font-size:10px;fill:#eceff1}.ground{fill:#14181c}"
	".lane0{fill:#1d2329}.lane1{fill:#14181c}.rule-box{fill:#5d6974}"
	".lane-name{font-size:11px;font-weight:bold;fill:#b5c0ca}"
	".card{fill:#262d34;stroke:#8b97a3;stroke-width:1}.asked{stroke:#fff;stroke-width:2.6}"
	".icon{stroke:#eceff1;stroke-width:.8;stroke-linejoin:round}"
	".name{font-size:12px;font-weight:bold}.small{fill:#b5c0ca}"
	".badge{fill:#f2b8b0}.badge-text{fill:#3b0a07}.rank{font-weight:bold}"
	".label{fill:#14181c;stroke:#4a5560;stroke-width:.6}.line{fill:none}"
	".title{font-size:18px;font-weight:bold}.closing{font-size:12px;font-weight:bold}"
	".head{font-size:10.5px;font-weight:bold}"
	".note{font-size:8.5px;fill:#cfd6dc}.many{font-size:7px}";

static const char *const icons[FAIRLEAD_N_KINDS] = {
	[FAIRLEAD_KIND_UNKNOWN] = "M10 1L19 10L10 19L1 10Z",
	[FAIRLEAD_KIND_PERSON] = "M10 1.5A4.3 4.3 0 1 1 9.99 1.5ZM1.5 19C1.5 13 5 11.5 10 11.5"
				 "S18.5 13 18.5 19Z",
	[FAIRLEAD_KIND_COMPANY] = "M2 19V6H7V1.5H18V19ZM10 4.5V7H12V4.5ZM14 4.5V7H16V4.5ZM10 9.5V12"
				  "H12V9.5ZM14 9.5V12H16V9.5ZM4 9.5V12H6V9.5ZM11 19V15H15V19Z",
	[FAIRLEAD_KIND_PUBLIC_BODY] = "M1.5 7L10 1.5L18.5 7ZM3 7H6V16H3ZM8.5 7H11.5V16H8.5ZM14 7"
				      "H17V16H14ZM1.5 16H18.5V19H1.5Z",
	[FAIRLEAD_KIND_VESSEL] = "M1 12H19L16 18.5H4ZM5 12V8H8V3H12V8H15V12Z",
	[FAIRLEAD_KIND_AIRCRAFT] = "M9 1.5H11L12 8L19 12V14L12 12.5V16L14.5 18V19H5.5V18L8 16V12.5"
				   "L1 14V12L8 8Z",
	[FAIRLEAD_KIND_ADDRESS] = "M10 19C6 13 3.5 11 3.5 7.5A6.5 6.5 0 1 1 16.5 7.5C16.5 11 14 13"
				  " 10 19ZM10 5A2.5 2.5 0 1 0 10.01 5Z",
	[FAIRLEAD_KIND_PORT] = "M8.8 6.6A3 3 0 1 1 11.2 6.6V9H14V11H11.2V16.5C14 16 16 14.5 16.5"
			       " 12.5L18.5 14C17 17.5 13.5 19 10 19S3 17.5 1.5 14L3.5 12.5C4 14.5"
			       " 6 16 8.8 16.5V11H6V9H8.8Z",
};

const char *
fairlead_chart_style (gboolean is_dark)
{
	return is_dark ? dark : paper;
}

const char *
fairlead_chart_icon (FairleadKind kind)
{
	return icons[kind];
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
