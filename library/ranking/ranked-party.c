/* library/ranking/ranked-party.c */
#include "library/network/network-private.h"
#include "library/ranking/ranking-private.h"

struct _FleadRankedParty {
	GObject parent;
	FleadRanking *ranking;
	guint row;
};

G_DEFINE_FINAL_TYPE (FleadRankedParty, flead_ranked_party, G_TYPE_OBJECT)

#define SAME(component) \
	G_STATIC_ASSERT ((int) FLEAD_COMPONENT_##component == (int) FAIRLEAD_COMPONENT_##component)
SAME (PROXIMITY);
SAME (BROKERAGE);
SAME (NECESSITY);
SAME (CONTROL);
SAME (SIGNALS);

static void
flead_ranked_party_finalize (GObject *object)
{
	g_clear_object (&FLEAD_RANKED_PARTY (object)->ranking);
	G_OBJECT_CLASS (flead_ranked_party_parent_class)->finalize (object);
}

static void
flead_ranked_party_class_init (FleadRankedPartyClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_ranked_party_finalize;
}

static void
flead_ranked_party_init (FleadRankedParty *self)
{
	(void) self;
}

FleadRankedParty *
flead_ranked_party_new (FleadRanking *ranking, guint row)
{
	FleadRankedParty *self = g_object_new (FLEAD_TYPE_RANKED_PARTY, NULL);

	self->ranking = g_object_ref (ranking);
	self->row = row;
	return self;
}

static gboolean
is_made (FleadRankedParty *self)
{
	return FLEAD_IS_RANKED_PARTY (self) && self->ranking != NULL;
}

static const FairleadRankedRow *
row_of (FleadRankedParty *self)
{
	guint n;

	return &fairlead_ranking_get_rows (flead_ranking_get_inner (self->ranking), &n)[self->row];
}

FleadEntity *
flead_ranked_party_dup_entity (FleadRankedParty *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_entity_new (flead_ranking_get_network (self->ranking), row_of (self)->vertex);
}

guint
flead_ranked_party_get_rank (FleadRankedParty *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return row_of (self)->rank;
}

double
flead_ranked_party_get_score (FleadRankedParty *self)
{
	g_return_val_if_fail (is_made (self), 0.0);
	return row_of (self)->score;
}

double
flead_ranked_party_get_component (FleadRankedParty *self, FleadComponent component)
{
	g_return_val_if_fail (is_made (self), 0.0);
	g_return_val_if_fail ((guint) component < FAIRLEAD_N_COMPONENTS, 0.0);
	return row_of (self)->components[component];
}

guint
flead_ranked_party_get_degree (FleadRankedParty *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return row_of (self)->degree;
}

gboolean
flead_ranked_party_get_is_target (FleadRankedParty *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return row_of (self)->is_target;
}

gboolean
flead_ranked_party_get_spread (FleadRankedParty *self, guint *low, guint *high, double *top)
{
	const FairleadDraws *draws;
	const FairleadSpread *spread;

	g_return_val_if_fail (is_made (self), FALSE);
	draws = flead_ranking_get_draws (self->ranking);
	if (draws == NULL)
		return FALSE;
	spread = &g_array_index (draws->spreads, FairleadSpread, self->row);
	if (spread->low == 0)
		return FALSE;
	if (low != NULL)
		*low = spread->low;
	if (high != NULL)
		*high = spread->high;
	if (top != NULL)
		*top = spread->top;
	return TRUE;
}
