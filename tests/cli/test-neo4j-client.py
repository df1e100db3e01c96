# tests/cli/test-neo4j-client.py: a Neo4j loads the tables of an export by both ways, and has all of them
import json
import os
import subprocess
import tempfile

import outside
import tap
from hostile import LINKS, PARTIES, RANKED, Exported, need, same

# What it is to a JVM: quick to start rather than quick
FLAGS = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx600m',
         '--add-opens=java.base/java.nio=ALL-UNNAMED', '--add-opens=java.base/java.lang=ALL-UNNAMED']


def load(script):
    java, jars = outside.find_java(), outside.path_of('neo4j')
    need(java and jars, 'Neo4j, or a JDK,')
    program = os.path.join(tap.ROOT, 'tests', 'clients', 'LoadByNeo4j.java')
    tables = [script.replace('.cypher', '-neo4j-%s.csv' % what) for what in ('nodes', 'links')]
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run([java, *FLAGS, '-cp', os.path.join(jars, '*'), program, script,
                               *tables, home], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[:2000]
    return [json.loads(line) for line in done.stdout.decode().split('\n') if line.startswith('{')]


def by_id(database):
    return {node['values']['entity'].removeprefix('String '): node for node in database['nodes']}


def sorted_texts(items):
    return sorted(json.dumps(item, sort_keys=True) for item in items)


def check_nodes(database):
    nodes = by_id(database)
    same({key: node['values']['label'] for key, node in nodes.items()},
         {key: 'String ' + party['name'] for key, party in PARTIES.items()})
    for key, node in nodes.items():
        assert 'Entity' in node['labels'] and len(node['labels']) == 2, node
        assert ('parties.csv:%d' % (int(PARTIES[key]['id']) + 1)) in node['values']['sources']
        for name, kind in (('rank', 'Long'), ('score', 'Double'), ('is_target', 'Boolean')):
            assert node['values'][name].startswith(kind + ' '), node


def check_links(database):
    same(len(database['links']), len(LINKS))
    for link in database['links']:
        line = LINKS[int(link['values']['source'].rpartition(':')[2]) - 2]
        same((link['from'], link['to']), ('hostile:' + line['left'], 'hostile:' + line['right']))
        same(link['type'], link['values']['kind'].removeprefix('String ').upper().replace('-', '_'))
        assert link['values']['confidence'].startswith('Double '), link
        if line['share'] == '60':
            same(link['values']['share_low'], 'Double 0.6')


def neo4j_has_all_by_script_and_in_bulk():
    with Exported('a.cypher', *RANKED) as script:
        loaded = load(script)
    same(len(loaded), 2)
    for database in loaded:
        check_nodes(database)
        check_links(database)
    for part in ('nodes', 'links'):
        same(*[sorted_texts(database[part]) for database in loaded])


tap.run_cases('/clients/neo4j', [neo4j_has_all_by_script_and_in_bulk])
