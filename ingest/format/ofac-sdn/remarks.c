/* ingest/format/ofac-sdn/remarks.c: Remarks taken apart into facts */
#include "ingest/format/ofac-sdn/remarks.h"

#include <string.h>

#include "ingest/format/ofac-sdn/facts.h"

/* No alias is longer; bounds the search for a quote that is never closed */
#define ALIAS_MAX 512u

static gboolean
ends_fact (const char *text)
{
	return text[0] == ';' || text[0] == '\0' || (text[0] == '.' && text[1] == '\0');
}

/* The closing quote of a weak alias is the first that ends a fact, for names have apostrophes */
static gsize
quoted_alias_length (const char *text)
{
	if (*text == '\0' || strncmp (text + 1, ".k.a. '", 7) != 0)
		return 0;
	for (gsize i = 8; text[i] != '\0' && i < ALIAS_MAX; i++) {
		if (text[i] == '\'' && ends_fact (text + i + 1))
			return i + 1;
	}
	return 0;
}

/* Where parentheses do not pair up, none of them protects a semicolon */
static gboolean
parentheses_pair (const char *text)
{
	guint depth = 0;

	for (; *text != '\0'; text++) {
		if (*text == ')' && depth-- == 0)
			return FALSE;
		depth += *text == '(';
	}
	return depth == 0;
}

static gsize
fact_length (const char *text, gboolean pairs)
{
	guint depth = 0;
	gsize i = quoted_alias_length (text);

	for (; text[i] != '\0'; i++) {
		if (text[i] == ';' && depth == 0)
			break;
		if (!pairs)
			continue;
		depth += text[i] == '(';
		depth -= text[i] == ')' && depth > 0;
	}
	return i;
}

static gsize
blank_length (const char *text)
{
	return strspn (text, " \t\r\n;");
}

/* The last fact ends with the full stop of the whole, which `S.A.` shares */
static char *
dup_fact (const char *text, gsize length, gboolean is_last)
{
	char *fact = g_strchomp (g_strndup (text, length));
	gsize end = strlen (fact);
	gboolean abbreviated = end > 2 && g_ascii_isalpha (fact[end - 2]) && fact[end - 3] == '.';

	if (is_last && !abbreviated && g_str_has_suffix (fact, "."))
		fact[end - 1] = '\0';
	return fact;
}

void
fairlead_ofac_remarks_read (const FairleadOfacRemarks *self, FairleadRecords *records)
{
	const char *at = self->text + blank_length (self->text);
	gboolean pairs = parentheses_pair (at);

	while (*at != '\0') {
		gsize length = fact_length (at, pairs);
		const char *next = at + length + blank_length (at + length);
		g_autofree char *text = dup_fact (at, length, *next == '\0');
		gboolean continued = (gsize) (at - self->text) >= self->continued_at;
		FairleadOfacFact fact = { records, self->entity, self->kind,
			                  continued ? self->continued_source : self->source, text };

		fairlead_ofac_fact_read (&fact);
		at = next;
	}
}

gboolean
fairlead_ofac_remarks_is_likely (const char *text)
{
	const char *at = strchr (text, ';');

	for (; at != NULL; at = strchr (at, ';')) {
		at += blank_length (at);
		if (fairlead_ofac_fact_is_known (at))
			return TRUE;
	}
	return FALSE;
}
