/* tests/common/engine-networks.h: networks on which both engines must agree */
#pragma once
#include "graph/engine/engine.h"
G_BEGIN_DECLS

#define TEST_N_ENGINE_CASES 6u

typedef struct {
	const char *name;
	FairleadArcs *(*make) (GRand *random);
	const char *seeds; /* places of vertices */
} EngineCase;

extern const EngineCase test_engine_cases[TEST_N_ENGINE_CASES];

/* Links between any two, parallel ones and self links too; some vertices are isolated */
FairleadArcs *test_make_mixed (GRand *random);
/* Rings of companies of which little leaves, each held from outside and by the next */
FairleadArcs *test_make_rings (GRand *random);
/* Fewer vertices than ranks: some ranks have none */
FairleadArcs *test_make_two (GRand *random);

G_END_DECLS
