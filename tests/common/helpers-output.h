/* tests/common/helpers-output.h: what the tests of outputs share */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/* What was written to a memory stream, as text; owned by the stream */
const char *test_written (GOutputStream *memory);

/* Everything that a hostile name can hold: markup, quotes, a formula, an escape sequence, a
 * right-to-left override, wide and combining characters */
#define TEST_HOSTILE_NAME "=Grey <Heron> & \"Sons\"\x1b[31m \u202egnp.exe \U0001f6a2 \u6d77e\u0301"

/* Three parties in a row, invented: the company of the hostile name manages the listed ship AMBER
 * TIDE, and a person whom no file describes directs the company */
FairleadRecords *test_tiny_chain (void);
/* The same, ranked with the ship as the target and among the ranked */
FairleadRanking *test_rank_tiny_chain (void);

G_END_DECLS
