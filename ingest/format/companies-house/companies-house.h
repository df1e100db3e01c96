/* ingest/format/companies-house/companies-house.h: the UK register's bulk files */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_companies_house_data;
extern const FairleadFormat fairlead_format_companies_house_psc;

/* Key schemes: of companies, and of persons of significant control, by the id of the notice */
#define COMPANIES_HOUSE_SCHEME "gb-coh"
#define COMPANIES_HOUSE_PSC_SCHEME "gb-psc"

#define COMPANIES_HOUSE_NUMBER_SIZE 9

/* The number in its eight characters: `12345` is 00012345, `sc1234` is SC001234. FALSE where the
 * text cannot be one. */
gboolean fairlead_companies_house_number (const char *text, char *buffer);

/* The company with this number, made with its identifier where it is new; %FAIRLEAD_NO_ENTITY with
 * an issue where the text is no number */
FairleadEntity fairlead_companies_house_refer (FairleadRecords *records, const char *number,
                                               FairleadSource source);

/* Appends the texts that are there, each NULL or empty where absent, with commas */
char *fairlead_companies_house_join (const char *const *texts, guint n_texts);

G_END_DECLS
