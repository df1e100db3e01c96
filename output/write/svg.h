/* output/write/svg.h: drawings as SVG: boxes, lines, words, each with a class of style
 *
 * Numbers have a point in every locale, words are made visible and escaped. What this has no call
 * for is written through @xml, in the coordinates that number() writes. */
#pragma once
#include "output/write/xml-writer.h"
G_BEGIN_DECLS

typedef struct {
	FairleadXmlWriter xml;
} FairleadSvg;

/* Liberation Sans has the widths that output/write/measure.h counts with, the others come close */
#define FAIRLEAD_SVG_FONTS \
	"'Liberation Sans',Arial,Helvetica,'Noto Sans','Noto Sans CJK SC',sans-serif"

/* What most drawings have in common: text, `title`, `small`, `tick`, `line` */
#define FAIRLEAD_SVG_STYLE                         \
	"text{font-family:" FAIRLEAD_SVG_FONTS ";" \
	"font-size:12px;fill:#1a1a1a}"             \
	".title{font-size:16px;font-weight:bold}"  \
	".small{font-size:11px;fill:#444}"         \
	".tick{stroke:#ddd;stroke-width:1}"        \
	".line{stroke:#999;stroke-width:1}"

/* About the width of a column of text in it, which no reader of SVG tells beforehand */
#define FAIRLEAD_SVG_COLUMN 7.2

/* Begins the drawing, on white or what @css says of `ground`, with the rules of @css
 * (FAIRLEAD_SVG_STYLE and more) */
void fairlead_svg_init (FairleadSvg *self, FairleadSink *sink, double width, double height,
                        const char *css);
/* Ends it */
void fairlead_svg_finish (FairleadSvg *self);
void fairlead_svg_clear (FairleadSvg *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadSvg, fairlead_svg_clear)

/* Into the element that was begun last, to a hundredth */
void fairlead_svg_number (FairleadSvg *self, const char *name, double value);
/* `M12.5 3` */
void fairlead_svg_append_point (GString *path, const char *before, double x, double y);

/* @css is a class or several, empty for none. @anchor: NULL, or `middle` or `end` */
void fairlead_svg_text (FairleadSvg *self, double x, double y, const char *css, const char *anchor,
                        const char *text);
void fairlead_svg_box (FairleadSvg *self, double x, double y, double width, double height,
                       const char *css);
void fairlead_svg_rounded_box (FairleadSvg *self, double x, double y, double width, double height,
                               double radius, const char *css);
void fairlead_svg_line (FairleadSvg *self, double x1, double y1, double x2, double y2,
                        const char *css);
void fairlead_svg_dot (FairleadSvg *self, double x, double y, double radius, const char *css);
/* @path: as append_point() writes it; not closed or filled unless @css says so */
void fairlead_svg_path (FairleadSvg *self, const char *path, const char *css);
/* What a pointer on it shows */
void fairlead_svg_hint (FairleadSvg *self, const char *text);
void fairlead_svg_begin_group (FairleadSvg *self, const char *css);
void fairlead_svg_end_group (FairleadSvg *self);

G_END_DECLS
