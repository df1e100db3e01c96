/* output/fact-words.h: a fact in words, for tables that show facts of several kinds */
#pragma once
#include "graph/facts/facts.h"
G_BEGIN_DECLS

/* What it is about: `alias`, `birth date`, `OFAC DPRK4`, `held by Salt Lantern Ltd` */
char *fairlead_fact_dup_field (const FairleadFact *fact);
/* What it says: the name, the number, `about 1962`, `since 2017-10-03`, `60 %, since 2016-07` */
char *fairlead_fact_dup_value (const FairleadFact *fact);

G_END_DECLS
