/* ingest/record/records.c: the tables, and the few rules that every reader shares */
#include "ingest/record/records.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/record/id-table.h"

/* A country as it was written before; few are */
typedef struct {
	FairleadText written;
	FairleadText code; /* 0 where it is not known */
} KnownCountry;

/* Texts that are short repeat themselves (a status, a legal form); longer ones seldom do */
#define SHORT_TEXT 32

struct _FairleadRecords {
	GObject parent;
	FairleadStrings *strings;
	FairleadPeriodTable periods;
	FairleadIdTable keys; /* entity by key */
	GString *key;         /* the key being built */
	KnownCountry countries[256];
	GArray *files;        /* of FairleadFileRow */
	GArray *entities;     /* of FairleadEntityRow */
	GArray *names;        /* of FairleadNameRow */
	GArray *identifiers;  /* of FairleadIdRow */
	GArray *attributes;   /* of FairleadAttributeRow */
	GArray *links;        /* of FairleadLinkFact */
	GArray *designations; /* of FairleadDesignationRow */
	GArray *issues;       /* of FairleadIssueRow */
};

G_DEFINE_FINAL_TYPE (FairleadRecords, fairlead_records, G_TYPE_OBJECT)

FairleadRecords *
fairlead_records_new (void)
{
	return g_object_new (FAIRLEAD_TYPE_RECORDS, NULL);
}

static FairleadEntityRow *
entity_row (FairleadRecords *self, FairleadEntity entity)
{
	return &g_array_index (self->entities, FairleadEntityRow, entity);
}

static FairleadText
add_text (FairleadRecords *self, const char *text)
{
	return text == NULL ? 0 : fairlead_strings_add (self->strings, text, strlen (text));
}

FairleadText
fairlead_records_intern (FairleadRecords *self, const char *text)
{
	return text == NULL ? 0 : fairlead_strings_intern (self->strings, text, strlen (text));
}

gboolean
fairlead_records_is_full (FairleadRecords *self)
{
	return fairlead_strings_is_full (self->strings);
}

guint32
fairlead_records_add_file (FairleadRecords *self, const char *path)
{
	FairleadFileRow row = { .path = add_text (self, path) };

	g_array_append_val (self->files, row);
	return self->files->len - 1;
}

/* ---- entities ---- */

static gboolean
has_key (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	FairleadRecords *self = (FairleadRecords *) user_data;
	const char *text = fairlead_strings_get (self->strings, entity_row (self, row)->key);

	return strncmp (text, key, length) == 0 && text[length] == '\0';
}

/* As long as the arena keeps it: what is cut there would never be found again */
static void
bound_key (FairleadRecords *self)
{
	g_string_truncate (self->key,
	                   fairlead_text_bounded_length (self->key->str, self->key->len));
}

static FairleadEntity
find_key (FairleadRecords *self, guint32 hash)
{
	return fairlead_id_table_find (&self->keys, hash, self->key->str, self->key->len, has_key,
	                               self);
}

/* In the order of paths and lines, which does not depend on what was loaded first */
static gboolean
source_is_before (FairleadRecords *self, FairleadSource source, FairleadSource than)
{
	const FairleadFileRow *files = (const FairleadFileRow *) (gpointer) self->files->data;

	if (source.file == than.file)
		return source.line < than.line;
	return strcmp (fairlead_strings_get (self->strings, files[source.file].path),
	               fairlead_strings_get (self->strings, files[than.file].path))
	       < 0;
}

FairleadEntity
fairlead_records_refer (FairleadRecords *self, const char *scheme, const char *id,
                        FairleadSource source)
{
	FairleadEntityRow row = { .flags = FAIRLEAD_ENTITY_STUB, .source = source };
	FairleadEntity entity;
	guint32 hash;

	g_string_assign (self->key, scheme);
	g_string_append_c (self->key, ':');
	g_string_append (self->key, id);
	bound_key (self);
	hash = fairlead_id_table_hash (self->key->str, self->key->len);
	entity = find_key (self, hash);
	if (entity != FAIRLEAD_ID_TABLE_NONE) {
		FairleadEntityRow *known = entity_row (self, entity);

		if ((known->flags & FAIRLEAD_ENTITY_STUB)
		    && source_is_before (self, source, known->source))
			known->source = source;
		return entity;
	}
	row.key = fairlead_strings_add (self->strings, self->key->str, self->key->len);
	g_array_append_val (self->entities, row);
	fairlead_id_table_insert (&self->keys, hash, self->entities->len - 1);
	return self->entities->len - 1;
}

/* What two records say of one entity, whichever comes first: of kinds that agree the more exact,
 * else the one that stands first in the table */
static void
merge_kind (FairleadEntityRow *row, FairleadKind kind)
{
	if (fairlead_kinds_agree (row->kind, kind)) {
		row->kind = (guint8) MAX (row->kind, kind);
		return;
	}
	row->flags |= FAIRLEAD_ENTITY_DISPUTED;
	row->kind = (guint8) MIN (row->kind, kind);
}

void
fairlead_records_set_kind (FairleadRecords *self, FairleadEntity entity, FairleadKind kind)
{
	FairleadEntityRow *row = entity_row (self, entity);

	if (!(row->flags & FAIRLEAD_ENTITY_KIND_STATED))
		merge_kind (row, kind);
}

static void
state_kind (FairleadEntityRow *row, FairleadKind kind)
{
	if (kind == FAIRLEAD_KIND_UNKNOWN)
		return;
	if (row->flags & FAIRLEAD_ENTITY_KIND_STATED) {
		merge_kind (row, kind);
		return;
	}
	row->kind = (guint8) kind;
	row->flags |= FAIRLEAD_ENTITY_KIND_STATED;
	row->flags &= (guint8) ~FAIRLEAD_ENTITY_DISPUTED;
}

FairleadEntity
fairlead_records_describe (FairleadRecords *self, const char *scheme, const char *id,
                           FairleadKind kind, FairleadSource source)
{
	FairleadEntity entity = fairlead_records_refer (self, scheme, id, source);
	FairleadEntityRow *row = entity_row (self, entity);

	if ((row->flags & FAIRLEAD_ENTITY_STUB) || source_is_before (self, source, row->source))
		row->source = source;
	row->flags &= (guint8) ~FAIRLEAD_ENTITY_STUB;
	state_kind (row, kind);
	return entity;
}

FairleadEntity
fairlead_records_refer_by_name (FairleadRecords *self, const char *list, const char *name,
                                FairleadSource source)
{
	g_autofree char *scheme = g_strconcat (list, FAIRLEAD_NAME_SCHEME_SUFFIX, NULL);
	g_autofree char *folded = fairlead_name_fold (name);
	guint n_before = self->entities->len;
	FairleadEntity entity;

	if (fairlead_name_is_placeholder (name)) {
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_PLACEHOLDER, source, "\"%s\"",
		                            name);
		return FAIRLEAD_NO_ENTITY;
	}
	entity = fairlead_records_refer (self, scheme, folded, source);
	if (self->entities->len > n_before) {
		entity_row (self, entity)->flags |= FAIRLEAD_ENTITY_NAMED;
		fairlead_records_add_name (self, entity, name, FAIRLEAD_NAME_PRIMARY, FALSE,
		                           source);
	}
	return entity;
}

FairleadEntity
fairlead_records_find (FairleadRecords *self, const char *key)
{
	guint32 found;

	g_string_assign (self->key, key);
	bound_key (self);
	found = find_key (self, fairlead_id_table_hash (self->key->str, self->key->len));
	return found == FAIRLEAD_ID_TABLE_NONE ? FAIRLEAD_NO_ENTITY : found;
}

/* ---- facts ---- */

void
fairlead_records_add_name (FairleadRecords *self, FairleadEntity entity, const char *text,
                           FairleadNameType type, gboolean weak, FairleadSource source)
{
	FairleadNameRow row = {
		.entity = entity, .type = (guint8) type, .weak = weak != FALSE, .source = source
	};

	if (text == NULL || *text == '\0' || fairlead_name_is_placeholder (text))
		return;
	row.text = add_text (self, text);
	g_array_append_val (self->names, row);
}

void
fairlead_records_add_identifier (FairleadRecords *self, FairleadEntity entity,
                                 FairleadIdScheme scheme, const char *number, const char *issuer,
                                 FairleadSource source)
{
	const char *title = fairlead_id_scheme_info (scheme)->title;
	FairleadIdRow row = { .entity = entity, .scheme = (guint8) scheme, .source = source };
	char normal[128];

	if (number == NULL || *number == '\0')
		return;
	if (!fairlead_identifier_normalise (scheme, number, normal, sizeof normal)) {
		if (fairlead_name_is_placeholder (number)
		    || fairlead_identifier_is_placeholder (scheme, number)) {
			fairlead_records_add_issue (self, FAIRLEAD_ISSUE_PLACEHOLDER, source,
			                            "%s \"%s\"", title, number);
			return;
		}
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_BAD_IDENTIFIER, source,
		                            "%s \"%s\"", title, number);
		row.number = add_text (self, number);
	} else {
		row.valid = fairlead_identifier_check (scheme, normal);
		if (!row.valid)
			fairlead_records_add_issue (self, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT, source,
			                            "%s %s", title, normal);
		row.number = add_text (self, normal);
	}
	row.issuer = fairlead_records_intern (self, issuer);
	g_array_append_val (self->identifiers, row);
}

static void
read_country (FairleadRecords *self, FairleadAttributeRow *row, FairleadPeriod *period,
              const char *text)
{
	FairleadText written = fairlead_records_intern (self, text);
	KnownCountry *known = &self->countries[written % G_N_ELEMENTS (self->countries)];

	(void) period;
	if (known->written != written) {
		const char *code = fairlead_country_code (text);

		known->written = written;
		known->code = fairlead_records_intern (self, code);
	}
	row->text = known->code != 0 ? known->code : written;
	if (known->code == 0)
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY, row->source,
		                            "\"%s\"", text);
}

static void
read_date (FairleadRecords *self, FairleadAttributeRow *row, FairleadPeriod *period,
           const char *text)
{
	gboolean circa = FALSE;

	row->text = fairlead_records_intern (self, text);
	/* A reader that knows the days gives them */
	if (!fairlead_date_is_unknown (period->start))
		return;
	if (!fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &period->start, &circa))
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_BAD_DATE, row->source, "\"%s\"",
		                            text);
	if (circa)
		period->flags |= FAIRLEAD_PERIOD_START_CIRCA;
}

/* `8310`, `8,310`, `27.5`; nothing behind it, for `8 tons` and `8 knots` are not 8 */
static gboolean
is_number (const char *text)
{
	g_auto (GStrv) groups = g_strsplit (text, ",", -1);
	g_autofree char *digits = NULL;
	char *end = NULL;

	for (guint i = 1; groups[0] != NULL && groups[i] != NULL; i++)
		if (strspn (groups[i], "0123456789") != 3 || strlen (groups[i - 1]) > 3)
			return FALSE;
	digits = g_strjoinv ("", groups);
	g_strstrip (digits);
	if (strspn (digits, "+-.0123456789") != strlen (digits))
		return FALSE;
	g_ascii_strtod (digits, &end);
	return end != digits && *end == '\0';
}

static void
read_number (FairleadRecords *self, FairleadAttributeRow *row, FairleadPeriod *period,
             const char *text)
{
	(void) period;
	row->text = fairlead_records_intern (self, text);
	if (!is_number (text))
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_BAD_NUMBER, row->source, "\"%s\"",
		                            text);
}

static void
read_text (FairleadRecords *self, FairleadAttributeRow *row, FairleadPeriod *period,
           const char *text)
{
	(void) period;
	row->text = strnlen (text, SHORT_TEXT + 1) > SHORT_TEXT
	                    ? add_text (self, text)
	                    : fairlead_records_intern (self, text);
}

void
fairlead_records_add_attribute (FairleadRecords *self, FairleadEntity entity,
                                FairleadAttribute attribute, const char *text,
                                const FairleadPeriod *period, FairleadSource source)
{
	static void (*const read_value[]) (FairleadRecords *, FairleadAttributeRow *,
	                                   FairleadPeriod *, const char *) = {
		[FAIRLEAD_TYPE_TEXT] = read_text,
		[FAIRLEAD_TYPE_COUNTRY] = read_country,
		[FAIRLEAD_TYPE_DATE] = read_date,
		[FAIRLEAD_TYPE_NUMBER] = read_number,
	};
	FairleadAttributeRow row = { .entity = entity,
		                     .attribute = (guint8) attribute,
		                     .source = source };
	FairleadPeriod held = period != NULL ? *period : FAIRLEAD_PERIOD_UNKNOWN;

	if (text == NULL || *text == '\0')
		return;
	read_value[fairlead_attribute_info (attribute)->type](self, &row, &held, text);
	row.period = fairlead_period_table_add (&self->periods, &held);
	g_array_append_val (self->attributes, row);
}

FairleadLinkRow
fairlead_link_row (FairleadEntity from, FairleadLinkKind kind, FairleadEntity to,
                   FairleadSource source)
{
	return (FairleadLinkRow){
		.from = from,
		.to = to,
		.kind = (guint8) kind,
		.share = FAIRLEAD_SHARE_UNKNOWN,
		.period = FAIRLEAD_PERIOD_UNKNOWN,
		.confidence = 1.0f,
		.source = source,
	};
}

void
fairlead_records_add_link (FairleadRecords *self, const FairleadLinkRow *link)
{
	FairleadLinkFact fact = {
		.from = link->from,
		.to = link->to,
		.share = link->share,
		.confidence = link->confidence,
		.period = fairlead_period_table_add (&self->periods, &link->period),
		.note = link->note,
		.source = link->source,
		.kind = link->kind,
	};

	if (link->from == FAIRLEAD_NO_ENTITY || link->to == FAIRLEAD_NO_ENTITY)
		return;
	if (link->from == link->to)
		fairlead_records_add_issue (
			self, FAIRLEAD_ISSUE_SELF_LINK, link->source, "%s",
			fairlead_strings_get (self->strings, entity_row (self, link->from)->key));
	g_array_append_val (self->links, fact);
}

void
fairlead_records_add_designation (FairleadRecords *self, FairleadEntity entity, const char *list,
                                  const char *programme, const char *basis,
                                  const FairleadPeriod *period, FairleadSource source)
{
	FairleadDesignationRow row = {
		.entity = entity,
		.list = fairlead_records_intern (self, list),
		.programme = fairlead_records_intern (self, programme),
		.basis = fairlead_records_intern (self, basis),
		.source = source,
	};

	if (period != NULL)
		row.period = fairlead_period_table_add (&self->periods, period);
	g_array_append_val (self->designations, row);
}

/* ---- issues ---- */

void
fairlead_records_add_issue (FairleadRecords *self, FairleadIssueTag tag, FairleadSource source,
                            const char *format, ...)
{
	g_autofree char *text = NULL;
	FairleadIssueRow row = { .tag = (guint8) tag, .source = source };
	va_list arguments;

	va_start (arguments, format);
	text = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	row.text = add_text (self, text);
	g_array_append_val (self->issues, row);
}

/* ---- reading ---- */

const char *
fairlead_records_get_text (FairleadRecords *self, FairleadText text)
{
	return fairlead_strings_get (self->strings, text);
}

const FairleadPeriod *
fairlead_records_get_period (FairleadRecords *self, FairleadPeriodId period)
{
	return fairlead_period_table_get (&self->periods, period);
}

char *
fairlead_records_dup_source_text (FairleadRecords *self, FairleadSource source)
{
	const FairleadFileRow *file = &g_array_index (self->files, FairleadFileRow, source.file);
	const char *path = fairlead_strings_get (self->strings, file->path);

	return source.line == 0 ? g_strdup (path) : g_strdup_printf ("%s:%u", path, source.line);
}

#define TABLE(Row, name, qualifier)                                                  \
	qualifier Row *fairlead_records_get_##name (FairleadRecords *self, guint *n) \
	{                                                                            \
		*n = self->name->len;                                                \
		return (qualifier Row *) (gpointer) self->name->data;                \
	}

TABLE (FairleadFileRow, files, )
TABLE (FairleadEntityRow, entities, const)
TABLE (FairleadNameRow, names, const)
TABLE (FairleadIdRow, identifiers, const)
TABLE (FairleadAttributeRow, attributes, const)
TABLE (FairleadLinkFact, links, const)
TABLE (FairleadDesignationRow, designations, const)
TABLE (FairleadIssueRow, issues, const)

/* ---- object ---- */

static void
fairlead_records_init (FairleadRecords *self)
{
	self->strings = fairlead_strings_new ();
	fairlead_period_table_init (&self->periods);
	fairlead_id_table_init (&self->keys);
	self->key = g_string_new (NULL);
	self->files = g_array_new (FALSE, FALSE, sizeof (FairleadFileRow));
	self->entities = g_array_new (FALSE, FALSE, sizeof (FairleadEntityRow));
	self->names = g_array_new (FALSE, FALSE, sizeof (FairleadNameRow));
	self->identifiers = g_array_new (FALSE, FALSE, sizeof (FairleadIdRow));
	self->attributes = g_array_new (FALSE, FALSE, sizeof (FairleadAttributeRow));
	self->links = g_array_new (FALSE, FALSE, sizeof (FairleadLinkFact));
	self->designations = g_array_new (FALSE, FALSE, sizeof (FairleadDesignationRow));
	self->issues = g_array_new (FALSE, FALSE, sizeof (FairleadIssueRow));
}

static void
fairlead_records_finalize (GObject *object)
{
	FairleadRecords *self = FAIRLEAD_RECORDS (object);
	GArray *tables[] = { self->files,        self->entities,   self->names,
		             self->identifiers,  self->attributes, self->links,
		             self->designations, self->issues };

	for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
		g_array_unref (tables[i]);
	g_string_free (self->key, TRUE);
	fairlead_id_table_clear (&self->keys);
	fairlead_period_table_clear (&self->periods);
	fairlead_strings_free (self->strings);
	G_OBJECT_CLASS (fairlead_records_parent_class)->finalize (object);
}

static void
fairlead_records_class_init (FairleadRecordsClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_records_finalize;
}
