/* ingest/mapping/language/template.c */
#include "ingest/mapping/language/template.h"

#include <string.h>

#include "ingest/mapping/run/filter.h"
#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

/* ---- fields ---- */

void
fairlead_field_free (FairleadField *self)
{
	g_clear_pointer (&self->path, fairlead_path_free);
	g_free (self->name);
	g_free (self);
}

/* ---- parsing ---- */

typedef struct {
	const char *whole;
	const char *at;
	const FairleadTemplateScope *scope;
} Parse;

static gboolean G_GNUC_PRINTF (3, 4)
	refuse (const Parse *parse, GError **error, const char *format, ...)
{
	g_autofree char *words = NULL;
	va_list arguments;

	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	return fairlead_set_error_at (error, parse->scope->path, parse->scope->line,
	                              FAIRLEAD_ERROR_SYNTAX, "\"%s\": %s", parse->whole, words);
}

static void
skip_blanks (Parse *parse)
{
	while (g_ascii_isspace (*parse->at))
		parse->at++;
}

/* A word up to one of @stops, without outer blanks; or what stands in quotes */
static gboolean
parse_word (Parse *parse, const char *stops, char **word, gboolean *quoted, GError **error)
{
	gsize length;

	skip_blanks (parse);
	*quoted = *parse->at == '"';
	if (!*quoted) {
		length = strcspn (parse->at, stops);
		*word = g_strchomp (g_strndup (parse->at, length));
		parse->at += length;
		return TRUE;
	}
	length = strcspn (parse->at + 1, "\"");
	if (parse->at[length + 1] == '\0')
		return refuse (parse, error, "a quote is not closed");
	*word = g_strndup (parse->at + 1, length);
	parse->at += length + 2;
	skip_blanks (parse);
	return TRUE;
}

/* ---- names of fields ---- */

typedef struct {
	char *name; /* (owned) */
	guint occurrence;
	gboolean is_optional;
} FieldName;

static void
field_name_clear (FieldName *self)
{
	g_free (self->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FieldName, field_name_clear)

/* `#2` at the end of the text: its number, and where it begins; 0 for none */
static guint
find_occurrence (const char *text, gsize *length)
{
	gsize start = *length;

	while (start > 0 && g_ascii_isdigit (text[start - 1]))
		start--;
	if (start == *length || *length - start > 4 || start < 2 || text[start - 1] != '#')
		return 0;
	*length = start - 1;
	return (guint) g_ascii_strtoull (text + start, NULL, 10);
}

/* `name`, `name?`, `name#2`, `name#2?`; quotes make a name of what they hold, marks may follow */
static gboolean
parse_field_name (Parse *parse, FieldName *field, GError **error)
{
	g_autofree char *word = NULL;
	g_autofree char *marks = NULL;
	const char *text;
	gboolean quoted, marks_quoted;
	gsize length;

	if (!parse_word (parse, "|}", &word, &quoted, error))
		return FALSE;
	if (quoted && !parse_word (parse, "|}", &marks, &marks_quoted, error))
		return FALSE;
	text = quoted ? marks : word;
	length = strlen (text);
	if (length > 0 && text[length - 1] == '?') {
		field->is_optional = TRUE;
		length--;
	}
	/* in quotes the marks stand alone: `"name"#2` */
	field->occurrence = quoted && length > 1 && *text == '#'
	                            ? (guint) g_ascii_strtoull (text + 1, NULL, 10)
	                            : find_occurrence (text, &length);
	field->name = quoted ? g_steal_pointer (&word) : g_strchomp (g_strndup (word, length));
	if (quoted && length > 0 && (*text != '#' || field->occurrence == 0))
		return refuse (parse, error, "\"%s\" behind the quoted name is no #number", text);
	if (*field->name == '\0')
		return refuse (parse, error, "{} names no %s",
		               parse->scope->is_xml ? "element" : "column");
	field->occurrence = MAX (field->occurrence, 1);
	return TRUE;
}

static gboolean
add_path (const Parse *parse, FairleadField *field, GError **error)
{
	g_autofree char *problem = NULL;

	if (!parse->scope->is_xml)
		return TRUE;
	field->path = fairlead_path_parse (field->name, &problem);
	return field->path != NULL || refuse (parse, error, "%s", problem);
}

/* The row of the field table with this name, new where it is not there yet */
static gboolean
find_field (const Parse *parse, const FieldName *name, guint *found, GError **error)
{
	GPtrArray *fields = parse->scope->fields;
	FairleadField *field;

	if (strcmp (name->name, ".") == 0) {
		*found = FAIRLEAD_FIELD_ITEM;
		return parse->scope->has_item || parse->scope->is_xml
		       || refuse (parse, error,
		                  "{.} is the value of each=, and the group has none");
	}
	if (parse->scope->is_xml && name->occurrence > 1)
		return refuse (parse, error, "#%u is for columns that share a name, not for XML",
		               name->occurrence);
	for (guint i = 0; i < fields->len; i++) {
		field = g_ptr_array_index (fields, i);
		if (field->occurrence != name->occurrence || strcmp (field->name, name->name) != 0)
			continue;
		field->is_optional = field->is_optional && name->is_optional;
		*found = i;
		return TRUE;
	}
	field = g_new0 (FairleadField, 1);
	field->name = g_strdup (name->name);
	field->occurrence = name->occurrence;
	field->is_optional = name->is_optional;
	field->line = parse->scope->line;
	*found = fields->len;
	g_ptr_array_add (fields, field);
	return add_path (parse, field, error);
}

/* ---- filters ---- */

static void
free_filter (gpointer data)
{
	FairleadFilter *filter = data;

	g_free (filter->argument);
	g_clear_pointer (&filter->regex, g_regex_unref);
	g_clear_pointer (&filter->where, fairlead_condition_free);
	g_free (filter);
}

static gboolean
take_regex (const Parse *parse, FairleadFilter *filter, GError **error)
{
	g_autoptr (GError) problem = NULL;

	/* Not as machine code: that reads past the ends of texts, as nothing else here may */
	filter->regex = g_regex_new (filter->argument, 0, 0, &problem);
	return filter->regex != NULL || refuse (parse, error, "%s", problem->message);
}

static gboolean
take_condition (const Parse *parse, FairleadFilter *filter, GError **error)
{
	const char *start = filter->argument + (*filter->argument == '!');
	gsize name_length = strcspn (start, "!=");
	g_autofree char *name = g_strndup (start, name_length);
	g_autofree char *text = g_strdup_printf ("%s{%s}%s", start > filter->argument ? "!" : "",
	                                         name, start + name_length);

	if (strpbrk (name, "|{}") != NULL)
		return refuse (parse, error, "if: takes a plain name (expected if:%s=value)",
		               parse->scope->is_xml ? "Element" : "column");
	filter->where = fairlead_condition_parse (text, parse->scope, error);
	return filter->where != NULL;
}

static gboolean
take_field (const Parse *parse, FairleadFilter *filter, GError **error)
{
	Parse inner = { parse->whole, filter->argument, parse->scope };
	g_auto (FieldName) name = { NULL, 0, FALSE };

	if (!parse_field_name (&inner, &name, error))
		return FALSE;
	if (*inner.at != '\0')
		return refuse (parse, error, "%s: takes a plain name (expected %s:%s)",
		               filter->info->name, filter->info->name,
		               parse->scope->is_xml ? "Element" : "column");
	return find_field (parse, &name, &filter->field, error);
}

static gboolean
take_number (const Parse *parse, FairleadFilter *filter, GError **error)
{
	guint64 number;

	if (!g_ascii_string_to_unsigned (filter->argument, 10, 1, FAIRLEAD_PAD_MAX, &number, NULL))
		return refuse (parse, error, "%s:%s is not possible (expected a length, 1 to %u)",
		               filter->info->name, filter->argument, FAIRLEAD_PAD_MAX);
	filter->number = (guint) number;
	return TRUE;
}

/* A name that is none of the keys of a table of groups */
static gboolean
refuse_name (const Parse *parse, const char *type, const char *name, GHashTable *known,
             GError **error)
{
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (name);
	g_autofree char *hint = NULL;
	GHashTableIter iter;
	gpointer other;

	g_hash_table_iter_init (&iter, known);
	while (g_hash_table_iter_next (&iter, &other, NULL))
		fairlead_suggestion_offer (&near, other);
	hint = fairlead_suggestion_dup_text (&near);
	return fairlead_set_error_at (
		error, parse->scope->path, parse->scope->line, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		"\"%s\": there is no group [%s %s]%s", parse->whole, type, name, hint);
}

static gboolean
take_map (const Parse *parse, FairleadFilter *filter, GError **error)
{
	filter->map = g_hash_table_lookup (parse->scope->maps, filter->argument);
	return filter->map != NULL
	       || refuse_name (parse, "map", filter->argument, parse->scope->maps, error);
}

static gboolean
take_lookup (const Parse *parse, FairleadFilter *filter, GError **error)
{
	if (parse->scope->is_xml)
		return refuse (parse, error, "lookup: is for CSV");
	if (parse->scope->lookups == NULL)
		return refuse (parse, error, "lookup: has no meaning in [mapping] and [lookup]");
	filter->lookup = g_hash_table_lookup (parse->scope->lookups, filter->argument);
	if (filter->lookup == NULL)
		return refuse_name (parse, "lookup", filter->argument, parse->scope->lookups,
		                    error);
	*parse->scope->looks_up = TRUE;
	return TRUE;
}

static gboolean
take_nothing (const Parse *parse, FairleadFilter *filter, GError **error)
{
	(void) parse;
	(void) filter;
	(void) error;
	return TRUE;
}

static gboolean
take_argument (const Parse *parse, FairleadFilter *filter, GError **error)
{
	static gboolean (*const take[]) (const Parse *, FairleadFilter *, GError **) = {
		[FAIRLEAD_ARGUMENT_NONE] = take_nothing,
		[FAIRLEAD_ARGUMENT_TEXT] = take_nothing,
		[FAIRLEAD_ARGUMENT_MAP] = take_map,
		[FAIRLEAD_ARGUMENT_LOOKUP] = take_lookup,
		[FAIRLEAD_ARGUMENT_REGEX] = take_regex,
		[FAIRLEAD_ARGUMENT_CONDITION] = take_condition,
		[FAIRLEAD_ARGUMENT_FIELD] = take_field,
		[FAIRLEAD_ARGUMENT_NUMBER] = take_number,
	};
	const char *name = filter->info->name;

	if (filter->info->argument == FAIRLEAD_ARGUMENT_NONE && filter->argument != NULL)
		return refuse (parse, error, "the filter %s takes no argument", name);
	if (filter->info->argument != FAIRLEAD_ARGUMENT_NONE
	    && (filter->argument == NULL || *filter->argument == '\0'))
		return refuse (parse, error, "the filter %s needs an argument (expected %s:...)",
		               name, name);
	if (filter->info->needs_item && !parse->scope->has_item)
		return refuse (parse, error,
		               "the filter %s has a meaning in groups with each= only", name);
	filter->length = filter->argument != NULL ? strlen (filter->argument) : 0;
	return take[filter->info->argument](parse, filter, error);
}

static gboolean
find_filter (const Parse *parse, const char *name, FairleadFilter *filter, GError **error)
{
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (name);
	g_autofree char *hint = NULL;

	for (const FairleadFilterInfo *info = fairlead_filters; info->name != NULL; info++) {
		if (strcmp (info->name, name) == 0) {
			filter->info = info;
			return TRUE;
		}
		fairlead_suggestion_offer (&near, info->name);
	}
	hint = fairlead_suggestion_dup_text (&near);
	return refuse (parse, error, "there is no filter \"%s\"%s", name, hint);
}

static gboolean
parse_filter (Parse *parse, FairleadPiece *piece, GError **error)
{
	FairleadFilter *filter = g_new0 (FairleadFilter, 1);
	g_autofree char *name = NULL;
	gboolean quoted;

	if (piece->filters == NULL)
		piece->filters = g_ptr_array_new_with_free_func (free_filter);
	g_ptr_array_add (piece->filters, filter);
	if (!parse_word (parse, ":|}", &name, &quoted, error)
	    || !find_filter (parse, name, filter, error))
		return FALSE;
	if (*parse->at == ':') {
		parse->at++;
		if (!parse_word (parse, "|}", &filter->argument, &quoted, error))
			return FALSE;
	}
	return take_argument (parse, filter, error);
}

/* ---- pieces ---- */

static void
free_piece (gpointer data)
{
	FairleadPiece *piece = data;

	g_free (piece->literal);
	g_clear_pointer (&piece->filters, g_ptr_array_unref);
	g_free (piece);
}

static gboolean
note_many (const Parse *parse, FairleadTemplate *self, const FairleadPiece *piece, GError **error)
{
	gboolean has_many = FALSE;

	for (guint i = 0; piece->filters != NULL && i < piece->filters->len; i++) {
		const FairleadFilter *filter = g_ptr_array_index (piece->filters, i);

		if (filter->info->yield != FAIRLEAD_YIELD_AS_MANY)
			has_many = filter->info->yield == FAIRLEAD_YIELD_SEVERAL;
	}
	if (++self->n_references > FAIRLEAD_TEMPLATE_MAX_REFERENCES)
		return refuse (parse, error, "more than %u references",
		               FAIRLEAD_TEMPLATE_MAX_REFERENCES);
	self->has_many = self->has_many || has_many;
	return TRUE;
}

/* At a `{` */
static gboolean
parse_reference (Parse *parse, FairleadTemplate *self, GError **error)
{
	FairleadPiece *piece = g_new0 (FairleadPiece, 1);
	g_auto (FieldName) name = { NULL, 0, FALSE };

	g_ptr_array_add (self->pieces, piece);
	parse->at++;
	if (!parse_field_name (parse, &name, error)
	    || !find_field (parse, &name, &piece->field, error))
		return FALSE;
	piece->is_optional = name.is_optional;
	while (*parse->at == '|') {
		parse->at++;
		if (!parse_filter (parse, piece, error))
			return FALSE;
	}
	if (*parse->at != '}')
		return refuse (parse, error,
		               *parse->at == '\0' ? "a { is not closed"
		                                  : "a } is wanting behind a quote");
	parse->at++;
	return note_many (parse, self, piece, error);
}

/* Text up to the next reference; `{{` and `}}` stand for the braces themselves */
static gboolean
parse_literal (Parse *parse, FairleadTemplate *self, GError **error)
{
	g_autoptr (GString) literal = g_string_new (NULL);
	FairleadPiece *piece;

	for (; *parse->at != '\0'; parse->at++) {
		gboolean doubled = parse->at[0] == parse->at[1];

		if (*parse->at == '{' && !doubled)
			break;
		if (*parse->at == '}' && !doubled)
			return refuse (parse, error,
			               "a } has no { before it (write }} for the sign)");
		if (*parse->at == '{' || *parse->at == '}')
			parse->at++;
		g_string_append_c (literal, *parse->at);
	}
	piece = g_new0 (FairleadPiece, 1);
	piece->literal = g_strdup (literal->str);
	g_ptr_array_add (self->pieces, piece);
	return TRUE;
}

FairleadTemplate *
fairlead_template_parse (const char *text, const FairleadTemplateScope *scope, GError **error)
{
	g_autoptr (FairleadTemplate) self = g_new0 (FairleadTemplate, 1);
	Parse parse = { text, text, scope };

	self->pieces = g_ptr_array_new_with_free_func (free_piece);
	self->line = scope->line;
	while (*parse.at != '\0') {
		gboolean is_reference = parse.at[0] == '{' && parse.at[1] != '{';

		if (is_reference ? !parse_reference (&parse, self, error)
		                 : !parse_literal (&parse, self, error))
			return NULL;
	}
	return g_steal_pointer (&self);
}

void
fairlead_template_free (FairleadTemplate *self)
{
	g_ptr_array_unref (self->pieces);
	g_free (self);
}

const char *
fairlead_template_get_constant (const FairleadTemplate *self)
{
	const FairleadPiece *piece;

	if (self->pieces->len != 1)
		return self->pieces->len == 0 ? "" : NULL;
	piece = g_ptr_array_index (self->pieces, 0);
	return piece->literal;
}

const FairleadMap *
fairlead_template_get_map (const FairleadTemplate *self)
{
	const FairleadPiece *piece =
		self->pieces->len == 1 ? g_ptr_array_index (self->pieces, 0) : NULL;
	const FairleadFilter *last;

	if (piece == NULL || piece->filters == NULL)
		return NULL;
	last = g_ptr_array_index (piece->filters, piece->filters->len - 1);
	return last->map;
}
