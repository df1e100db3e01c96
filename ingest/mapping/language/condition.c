/* ingest/mapping/language/condition.c: whether a reference is filled, or has a value */
#include <string.h>

#include "ingest/mapping/language/template.h"
#include "ingest/record/error.h"

/* Past the `}` that closes the reference at @text, NULL where none does */
static const char *
find_end_of_reference (const char *text)
{
	gboolean quoted = FALSE;

	for (; *text != '\0'; text++) {
		if (*text == '"')
			quoted = !quoted;
		else if (*text == '}' && !quoted)
			return text + 1;
	}
	return NULL;
}

static gboolean
refuse (const FairleadTemplateScope *scope, const char *text, GError **error)
{
	return fairlead_set_error_at (
		error, scope->path, scope->line, FAIRLEAD_ERROR_SYNTAX,
		"\"%s\" is no condition (expected {x}, !{x}, {x}=A;B or {x}!=A;B)", text);
}

/* `=A;B`, `!=A;B` or nothing, behind the reference */
static gboolean
parse_values (FairleadCondition *self, const char *text)
{
	gboolean differs = text[0] == '!' && text[1] == '=';

	if (*text == '\0')
		return TRUE;
	if (self->is_negated || (!differs && *text != '='))
		return FALSE;
	self->is_negated = differs;
	self->values = g_strsplit (text + (differs ? 2 : 1), ";", -1);
	for (char **value = self->values; *value != NULL; value++)
		if (*g_strstrip (*value) == '\0')
			return FALSE;
	return self->values[0] != NULL;
}

FairleadCondition *
fairlead_condition_parse (const char *text, const FairleadTemplateScope *scope, GError **error)
{
	g_autoptr (FairleadCondition) self = g_new0 (FairleadCondition, 1);
	g_autofree char *reference = NULL;
	const char *start = text, *end;

	if (*start == '!') {
		self->is_negated = TRUE;
		start++;
	}
	end = *start == '{' && start[1] != '{' ? find_end_of_reference (start) : NULL;
	if (end == NULL || !parse_values (self, end)) {
		refuse (scope, text, error);
		return NULL;
	}
	reference = g_strndup (start, (gsize) (end - start));
	self->template = fairlead_template_parse (reference, scope, error);
	return self->template != NULL ? g_steal_pointer (&self) : NULL;
}

void
fairlead_condition_free (FairleadCondition *self)
{
	g_clear_pointer (&self->template, fairlead_template_free);
	g_strfreev (self->values);
	g_free (self);
}
