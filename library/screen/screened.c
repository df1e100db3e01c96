/* library/screen/screened.c */
#include <math.h>

#include "library/network/network-private.h"
#include "library/screen/screening-private.h"
#include "library/table/row-class.h"

DEFINE_ROW (FleadScreened, flead_screened, FleadScreening)

static const char *
cell_of (FleadScreened *self, guint column)
{
	g_return_val_if_fail (flead_screened_is_made (self), NULL);
	return flead_screening_get_row (self->owner, self->row)->cells.cells[column];
}

static double
number_of (FleadScreened *self, guint column)
{
	const char *cell = cell_of (self, column);

	return cell != NULL && *cell != '\0' ? g_ascii_strtod (cell, NULL) : (double) NAN;
}

guint64
flead_screened_get_line (FleadScreened *self)
{
	g_return_val_if_fail (flead_screened_is_made (self), 0);
	return g_ascii_strtoull (cell_of (self, FAIRLEAD_SCREEN_COLUMN_LINE), NULL, 10);
}

const char *
flead_screened_get_reference (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_ID);
}

const char *
flead_screened_get_name (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_NAME);
}

FleadScreenVerdict
flead_screened_get_verdict (FleadScreened *self)
{
	g_return_val_if_fail (flead_screened_is_made (self), FLEAD_SCREEN_VERDICT_NOT_SCREENED);
	return (FleadScreenVerdict) flead_screening_get_row (self->owner, self->row)->cells.verdict;
}

FleadEntity *
flead_screened_dup_match (FleadScreened *self)
{
	FairleadVertex match;

	g_return_val_if_fail (flead_screened_is_made (self), NULL);
	match = flead_screening_get_row (self->owner, self->row)->match;
	return match == FAIRLEAD_NO_VERTEX
	               ? NULL
	               : flead_entity_new (flead_screening_get_network (self->owner), match);
}

double
flead_screened_get_similarity (FleadScreened *self)
{
	return number_of (self, FAIRLEAD_SCREEN_COLUMN_SIMILARITY);
}

double
flead_screened_get_evidence (FleadScreened *self)
{
	return number_of (self, FAIRLEAD_SCREEN_COLUMN_EVIDENCE);
}

const char *
flead_screened_get_lists (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_LISTS);
}

const char *
flead_screened_get_ownership (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_OWNERSHIP);
}

const char *
flead_screened_get_path (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_PATH);
}

const char *
flead_screened_get_why (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_WHY);
}

const char *
flead_screened_get_why_not (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_WHY_NOT);
}

const char *
flead_screened_get_issue (FleadScreened *self)
{
	return cell_of (self, FAIRLEAD_SCREEN_COLUMN_ISSUE);
}
