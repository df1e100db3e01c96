/* library/input/case-private.h: what the library knows of a case */
#pragma once
#include <fairlead/case.h>
G_BEGIN_DECLS

/* (transfer full): one that says the same */
FleadCase *flead_case_copy (FleadCase *self);

G_END_DECLS
