/* output/write/html.h: HTML written as it goes
 *
 * Text and values of attributes are made visible (output/write/text.h) and escaped, so that no name
 * can end an element, begin one, or turn the line around it. */
#pragma once
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadSink *sink;
	GPtrArray *open; /* of const char: names of the open elements, static */
} FairleadHtml;

/* Writes the document type */
void fairlead_html_init (FairleadHtml *self, FairleadSink *sink);
void fairlead_html_clear (FairleadHtml *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadHtml, fairlead_html_clear)

/* @name is static. Then names and values of attributes, and NULL. */
void fairlead_html_begin (FairleadHtml *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* Of an element that has no content and no end: img, input, meta */
void fairlead_html_empty (FairleadHtml *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void fairlead_html_end (FairleadHtml *self);
/* Ends so many */
void fairlead_html_end_all (FairleadHtml *self, guint n);

void fairlead_html_text (FairleadHtml *self, const char *text);
/* Never for floating-point numbers, which would follow the locale */
void fairlead_html_printf (FairleadHtml *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A name from a file, kept from turning what stands around it */
void fairlead_html_name (FairleadHtml *self, const char *name);
/* A whole element with text; @css: a class, or NULL */
void fairlead_html_put (FairleadHtml *self, const char *name, const char *css, const char *text);
/* Of our own: styles, scripts, data that is escaped already */
void fairlead_html_raw (FairleadHtml *self, const char *text, gsize length);

G_END_DECLS
