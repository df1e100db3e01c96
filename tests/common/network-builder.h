/* tests/common/network-builder.h: small networks written as one line of text, and random ones */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/network/network.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/**
 * test_records_add:
 * @text: statements between semicolons, each of words:
 *   `A registered-owner B`: A and B by their letters, keyed `test:A`, linked; then in any order
 *   `60%` (share), `ended`, `c=0.5` (confidence), `since=2019`, `until=2020`;
 *   `A is vessel`, `A named Some Words`, `A alias Some Words`, `A imo 3113000`,
 *   `A registration KY/12345`, `A listed OFAC/DPRK4` (or `A delisted ...`)
 *   In place of A: `?Seller_One`, the party of that name, or `other:A`, a party of another list.
 *
 * Each statement is a line of @file, in order. An unknown word stops the test.
 */
void test_records_add (FairleadRecords *records, guint32 file, const char *text);
/* One statement, at a line of its own choice */
void test_records_add_at (FairleadRecords *records, FairleadSource source, const char *text);

/* One file, `test.csv`, of format `test` */
FairleadRecords *test_records_from (const char *text);
FairleadNetwork *test_network_from (const char *text);

/* A new row of the file table, with its format */
guint32 test_add_file (FairleadRecords *records, const char *path, const char *format);
FairleadVertex test_vertex (FairleadNetwork *network, const char *letters);

/* A linked party conducts as much as its confidence, and no hub is damped */
void test_plain_parameters (FairleadParameters *parameters);
FairleadAdjacency *test_plain_adjacency (FairleadNetwork *network);

/* @n_links links between two of @n entities `test:V000` ..., each a linked party with a confidence
 * in 0.1 .. 1, in eighths where @coarse, so that paths tie. No self links. */
FairleadNetwork *test_random_network (GRand *random, guint n, guint n_links, gboolean coarse);

/* Distinct vertices of @n, ascending: of FairleadVertex */
GArray *test_random_vertices (GRand *random, guint n, guint n_wanted);

/* n x n conductances, row by row; 0 where there is no edge */
double *test_dense_conductance (const FairleadAdjacency *graph);

G_END_DECLS
