# tests/cli/test-graphml-clients.py: igraph, NetworkX and graphology read from an export what
# stands in the file
import importlib.util
import json
import math
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import outside
import tap

PROGRAM = sys.argv[1]
CASES = {
    'tiny-chain': (['parties.csv', 'roles.csv'], ['parties.mapping']),
    'amber-strait': (['roles.csv'], []),
    'hostile-names': (['parties.csv', 'links.csv'], ['parties.mapping', 'links.mapping']),
}
TARGETS = {'tiny-chain': 'programme:DPRK', 'amber-strait': 'imo:3112048', 'hostile-names': 'id:3'}
GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'
READERS = {'string': str, 'double': float, 'int': int, 'boolean': 'true'.__eq__}


def export(name, path):
    inputs, mappings = CASES[name]
    folder = os.path.join(tap.ROOT, 'fixtures', name)
    subprocess.run([PROGRAM, 'export', '--quiet', '--target', TARGETS[name], '--output', path]
                   + ['--mapping=' + os.path.join(folder, mapping) for mapping in mappings]
                   + [os.path.join(folder, file) for file in inputs], check=True)


def values_of(element, keys):
    """Attribute values by name, typed as the keys say"""
    values = {}
    for data in element.findall(GRAPHML + 'data'):
        name, kind = keys[data.get('key')]
        values[name] = READERS[kind](data.text or '')
    return values


class Expected:
    """The file as the standard library reads it"""

    def __init__(self, path):
        root = xml.etree.ElementTree.parse(path).getroot()
        keys = {key.get('id'): (key.get('attr.name'), key.get('attr.type'))
                for key in root.findall(GRAPHML + 'key')}
        graph = root.find(GRAPHML + 'graph')
        self.nodes = {node.get('id'): values_of(node, keys)
                      for node in graph.findall(GRAPHML + 'node')}
        self.edges = {edge.get('id'): (edge.get('source'), edge.get('target'),
                                       values_of(edge, keys))
                      for edge in graph.findall(GRAPHML + 'edge')}


def agree(found, expected):
    if isinstance(expected, float):
        return math.isclose(found, expected, rel_tol=1e-14)
    return found == expected


def differences(where, found, expected):
    return ['%s: %s is %r instead of %r' % (where, name, found.get(name), value)
            for name, value in expected.items() if not agree(found.get(name), value)]


def read_by_igraph(path):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs['id']
    return (dict(zip(ids, (vertex.attributes() for vertex in graph.vs))),
            {edge['id']: (ids[edge.source], ids[edge.target], edge.attributes())
             for edge in graph.es})


def read_by_networkx(path):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    return (dict(graph.nodes(data=True)),
            {key: (source, target, values)
             for source, target, key, values in graph.edges(keys=True, data=True)})


GRAPHOLOGY = """
const { MultiDirectedGraph } = require('graphology');
const graph = require('graphology-graphml').parse(
    MultiDirectedGraph, require('fs').readFileSync(process.argv[1], 'utf8'));
const edges = {};
graph.forEachEdge((edge, values, from, to) => { edges[edge] = [from, to, values]; });
const nodes = {};
graph.forEachNode((node, values) => { nodes[node] = values; });
console.log(JSON.stringify([nodes, edges]));
"""


def read_by_graphology(path):
    nodes, edges = json.loads(outside.run_node(GRAPHOLOGY, path))
    for values in nodes.values():  # it makes one colour of three columns
        values.update(zip('rgb', bytes.fromhex(values['color'].lstrip('#'))))
    return nodes, {key: tuple(edge) for key, edge in edges.items()}


def is_importable(name):
    return importlib.util.find_spec(name) is not None


READERS_OF = [
    ('igraph', is_importable, read_by_igraph),
    ('networkx', is_importable, read_by_networkx),
    ('graphology-graphml', outside.has_node_package, read_by_graphology),
]


def offences(read, name):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.graphml')
        export(name, path)
        expected = Expected(path)
        nodes, edges = read(path)
    if len(nodes) != len(expected.nodes) or set(edges) != set(expected.edges):
        return ['%d nodes and %d edges instead of %d and %d'
                % (len(nodes), len(edges), len(expected.nodes), len(expected.edges))]
    if not expected.edges:
        return ['nothing to compare']
    found = []
    for key, values in expected.nodes.items():
        found += differences(key, nodes[key], values)
    for key, (source, target, values) in expected.edges.items():
        found += ['%s: other ends' % key] * (edges[key][:2] != (source, target))
        found += differences(key, edges[key][2], values)
    return found


def main():
    readers = {name: read for name, is_there, read in READERS_OF if is_there(name)}
    if not readers:
        print('1..0 # SKIP no program that reads GraphML is there')
        return
    tap.report([('/clients/%s-reads-%s' % (reader, name), offences(read, name))
                for reader, read in readers.items() for name in CASES])


main()
