# tests/cli/test-path-clients.py: igraph and NetworkX find the same paths, and count as many
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
K = 10
HOP_LOSS = 0.1
# Links of this kind let everything through and are never damped
MAPPING = '''[mapping]
name=pairs
[entity a]
key=test:{a}
name={a}
[entity b]
key=test:{b}
name={b}
[link l]
from=a
to=b
kind=controller
confidence={c}
'''


class Network:
    """A random one, as edges with their confidence, and in the files that fairlead reads"""

    def __init__(self, folder, seed, n, n_links):
        chance = random.Random(seed)
        self.edges = {}
        while len(self.edges) < n_links:
            a, b = sorted(chance.sample(range(n), 2))
            self.edges[(a, b)] = chance.randrange(1, 17) / 16
        self.n = n
        self.file = os.path.join(folder, 'pairs.csv')
        self.mapping = os.path.join(folder, 'pairs.mapping')
        with open(self.mapping, 'w') as out:
            out.write(MAPPING)
        with open(self.file, 'w') as out:
            out.write('a,b,c\n')
            for (a, b), confidence in self.edges.items():
                out.write('n%d,n%d,%r\n' % (a, b, confidence))

    def cost(self, edge):
        return -math.log(self.edges[edge] * (1 - HOP_LOSS))

    def ask(self, *arguments):
        done = subprocess.run([PROGRAM, arguments[0], '--quiet', '--format', 'json', '--mapping',
                               self.mapping, *arguments[1:], self.file], check=True,
                              stdout=subprocess.PIPE, timeout=60)
        return json.loads(done.stdout)

    def strengths(self, *arguments):
        return [path['strength'] for path in self.ask('path', *arguments)['paths']]


def with_networks(check):
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(4):
            network = Network(folder, seed, 60, 110)
            for start, end in ((0, 1), (2, 3), (4, 5)):
                check(network, start, end)


def agree(found, expected):
    assert len(found) == len(expected), '%r instead of %r' % (found, expected)
    for ours, theirs in zip(found, expected):
        assert math.isclose(ours, theirs, rel_tol=1e-5), '%r instead of %r' % (found, expected)


def networkx_graph(network):
    try:
        import networkx
    except ImportError:
        raise tap.Skip('NetworkX is not there')
    graph = networkx.Graph()
    graph.add_nodes_from(range(network.n))
    for edge in network.edges:
        graph.add_edge(*edge, cost=network.cost(edge))
    return networkx, graph


def networkx_finds_the_same():
    def check(network, start, end):
        networkx, graph = networkx_graph(network)
        try:
            paths = list(itertools.islice(
                networkx.shortest_simple_paths(graph, start, end, weight='cost'), K))
        except networkx.NetworkXNoPath:
            paths = []
        agree(network.strengths('-n', str(K), 'test:n%d' % start, 'test:n%d' % end),
              [math.exp(-networkx.path_weight(graph, path, 'cost')) for path in paths])
    with_networks(check)


def networkx_counts_as_many():
    def check(network, start, end):
        networkx, graph = networkx_graph(network)
        found = network.ask('path', '--by', 'hops', '--all-shortest', '--count',
                            'test:n%d' % start, 'test:n%d' % end)
        try:
            paths = {tuple(path) for path in networkx.all_shortest_paths(graph, start, end)}
        except networkx.NetworkXNoPath:
            paths = set()
        ours = {(start,) + tuple(int(hop['to'].split(':n')[1]) for hop in path['hops'])
                for path in found['paths']}
        assert ours == paths, '%r instead of %r' % (ours, paths)
        assert found['n_cheapest'] == len(paths)
    with_networks(check)


def igraph_finds_the_same():
    try:
        import igraph
    except ImportError:
        raise tap.Skip('igraph is not there')

    def check(network, start, end):
        edges = list(network.edges)
        weights = [network.cost(edge) for edge in edges]
        graph = igraph.Graph(network.n, edges)
        paths = graph.get_k_shortest_paths(start, end, k=K, weights=weights, output='epath')
        agree(network.strengths('-n', str(K), 'test:n%d' % start, 'test:n%d' % end),
              [math.exp(-sum(weights[edge] for edge in path)) for path in paths if path])
    with_networks(check)


def a_tree_is_within_its_bound():
    def check(network, start, end):
        networkx, graph = networkx_graph(network)
        ends = [start, end, 7, 11]
        found = network.ask('common', *('test:n%d' % vertex for vertex in ends))['trees']
        part = networkx.node_connected_component(graph, start)
        assert (len(found) == 1) == all(vertex in part for vertex in ends)
        if len(found) > 1:
            return
        tree = networkx.Graph([(hop['from'], hop['to']) for hop in found[0]['hops']])
        theirs = networkx.algorithms.approximation.steiner_tree(
            graph.subgraph(part), ends, weight='cost')
        assert networkx.is_tree(tree)
        assert all('test:n%d' % vertex in tree for vertex in ends)
        # theirs is no better than the best, and ours no worse than twice that
        assert -math.log(found[0]['strength']) <= 2 * theirs.size(weight='cost') + 1e-4
    with_networks(check)


tap.run_cases('/path/clients', [networkx_finds_the_same, networkx_counts_as_many,
                                igraph_finds_the_same, a_tree_is_within_its_bound])
