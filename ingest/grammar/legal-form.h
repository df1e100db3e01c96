/* ingest/grammar/legal-form.h: whether a name says that it is a company's */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/**
 * fairlead_name_has_legal_form:
 *
 * Whether the last word is a legal form that is no word of persons' names: `Ltd`, `S.A.`, `GmbH`.
 * Forms of two letters count with their dots only (`S.A.`), for names end in `Sa` and `As`.
 */
gboolean fairlead_name_has_legal_form (const char *text);

G_END_DECLS
