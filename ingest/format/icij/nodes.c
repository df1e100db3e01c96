/* ingest/format/icij/nodes.c */
#include "ingest/format/icij/nodes.h"

#include <string.h>

#define PAGE_BITS 16u
#define PAGE_SIZE (1u << PAGE_BITS)
#define N_PAGES (1u << (32 - PAGE_BITS))

/* An entity with its flags above, so that 0 is a number of no node */
#define SEEN (1u << 31)
#define DESCRIBED (1u << 30)
#define NOBODY (1u << 29)
#define ENTITY (NOBODY - 1)

struct _FairleadIcijNodes {
	const char *scheme;
	guint32 **pages;      /* N_PAGES of them, NULL until used; owned */
	GHashTable *nobodies; /* set of entities */
	guint32 n_checked;    /* entities of the records that are of another scheme, or ours */
	gboolean is_shared;   /* others made some of this scheme: only the records know them all */
};

FairleadIcijNodes *
fairlead_icij_nodes_new (const char *scheme)
{
	FairleadIcijNodes *self = g_new0 (FairleadIcijNodes, 1);

	self->scheme = scheme;
	self->pages = g_new0 (guint32 *, N_PAGES);
	self->nobodies = g_hash_table_new (NULL, NULL);
	return self;
}

void
fairlead_icij_nodes_free (FairleadIcijNodes *self)
{
	for (guint i = 0; i < N_PAGES; i++)
		g_free (self->pages[i]);
	g_free (self->pages);
	g_hash_table_unref (self->nobodies);
	g_free (self);
}

/* Where the node with this number stands; NULL for an id that is no plain number of 32 bits, of
 * which the records' own table knows */
static guint32 *
find_place (FairleadIcijNodes *self, const char *id)
{
	guint64 number = 0;
	guint32 page;

	if (*id < '1' || *id > '9')
		return NULL;
	for (guint digit; (digit = (guint) (*id - '0')) <= 9 && number <= G_MAXUINT32; id++)
		number = number * 10 + digit;
	if (*id != '\0' || number > G_MAXUINT32)
		return NULL;
	page = (guint32) number >> PAGE_BITS;
	if (self->pages[page] == NULL)
		self->pages[page] = g_new0 (guint32, PAGE_SIZE);
	return &self->pages[page][number & (PAGE_SIZE - 1)];
}

void
fairlead_icij_nodes_expect (FairleadIcijNodes *self, const char *id)
{
	const guint32 *place = find_place (self, id);

	if (place != NULL)
		__builtin_prefetch (place, 1);
}

static FairleadIcijNode
node_of (guint32 place)
{
	return (FairleadIcijNode){
		.entity = place & ENTITY,
		.flags = (guint8) ((place & DESCRIBED ? FAIRLEAD_ICIJ_DESCRIBED : 0)
		                   | (place & NOBODY ? FAIRLEAD_ICIJ_NOBODY : 0)),
	};
}

/* Entities past half a thousand million are not kept here */
static void
keep (FairleadIcijNodes *self, guint32 *place, FairleadEntity entity, guint32 flags)
{
	if (place != NULL && entity <= ENTITY)
		*place |= entity | SEEN | flags;
	self->is_shared |= entity > ENTITY;
}

static void
check_entities (FairleadIcijNodes *self, FairleadRecords *records)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);
	gsize length = strlen (self->scheme);

	for (; self->n_checked < n; self->n_checked++) {
		const char *key = fairlead_records_get_text (records, rows[self->n_checked].key);

		self->is_shared |= strncmp (key, self->scheme, length) == 0 && key[length] == ':';
	}
}

/* A number never seen is of a new entity, as long as nobody else makes any of the scheme */
static FairleadEntity
add_entity (FairleadIcijNodes *self, FairleadRecords *records, const guint32 *place, const char *id,
            FairleadSource source)
{
	FairleadEntity entity;

	check_entities (self, records);
	entity = place == NULL || self->is_shared
	                 ? fairlead_records_refer (records, self->scheme, id, source)
	                 : fairlead_records_add_entity (records, self->scheme, id, source);
	self->n_checked = MAX (self->n_checked, entity + 1);
	return entity;
}

FairleadIcijNode
fairlead_icij_nodes_refer (FairleadIcijNodes *self, FairleadRecords *records, const char *id,
                           FairleadSource source)
{
	guint32 *place = find_place (self, id);
	FairleadEntity entity;

	if (place != NULL && *place & SEEN)
		return node_of (*place);
	entity = add_entity (self, records, place, id, source);
	keep (self, place, entity, 0);
	return (FairleadIcijNode){ .entity = entity };
}

FairleadIcijNode
fairlead_icij_nodes_describe (FairleadIcijNodes *self, FairleadRecords *records, const char *id,
                              FairleadKind kind, FairleadSource source)
{
	guint32 *place = find_place (self, id);
	guint8 flags = place == NULL ? 0 : node_of (*place).flags;
	FairleadEntity entity = place != NULL && *place & SEEN
	                                ? *place & ENTITY
	                                : add_entity (self, records, place, id, source);

	fairlead_records_describe_entity (records, entity, kind, source);
	keep (self, place, entity, DESCRIBED);
	return (FairleadIcijNode){ .entity = entity, .flags = flags };
}

void
fairlead_icij_nodes_set_nobody (FairleadIcijNodes *self, const char *id, FairleadEntity entity)
{
	g_hash_table_add (self->nobodies, GUINT_TO_POINTER (entity));
	keep (self, find_place (self, id), entity, NOBODY);
}

gboolean
fairlead_icij_nodes_is_nobody (FairleadIcijNodes *self, FairleadEntity entity)
{
	return g_hash_table_contains (self->nobodies, GUINT_TO_POINTER (entity));
}
