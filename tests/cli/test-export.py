# tests/cli/test-export.py: fairlead export as a user meets it: forms, filters, and what is refused
import json
import os
import re
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
AMBER = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
MAPPED = ['companies.csv', 'officers.csv', 'ships.csv', 'transfers.csv', 'supplies.csv']
FILES = ['sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv'] + MAPPED
INPUTS = (['--mapping=' + os.path.join(AMBER, name.replace('.csv', '.mapping'))
           for name in MAPPED] + [os.path.join(AMBER, name) for name in FILES])
TARGET = ['--target', 'programme:DPRK']
CASES = []


def case(function):
    CASES.append(function)
    return function


def same(found, expected):
    assert found == expected, '%.900r instead of %.900r' % (found, expected)


def run(*arguments, code=0):
    done = subprocess.run([PROGRAM, 'export', *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=100, check=False)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stderr.decode() if code or done.stderr else done.stdout.decode()


def export(name, *options, inputs=INPUTS):
    """The bytes of each file written, by name, and what was said"""
    with tempfile.TemporaryDirectory() as folder:
        said = run('--output', os.path.join(folder, name), *options, *inputs)
        files = {}
        for file in sorted(os.listdir(folder)):
            with open(os.path.join(folder, file), 'rb') as written:
                files[file] = written.read()
        return files, said


def counts(*options):
    """Nodes and edges of the DOT of it, as the program says, too"""
    files, said = export('a.dot', *options)
    lines = files['a.dot'].decode().split('\n')
    found = (sum(re.match(r'\tn\d+ \[', line) is not None for line in lines),
             sum(' -> ' in line.split('[')[0] for line in lines))
    assert 'wrote %d entities and %d links' % found in said, said
    return found


def names(*options):
    return re.findall(r'^\tn\d+ \[entity="[^"]*", label="([^"]*)"',
                      export('a.dot', *options)[0]['a.dot'].decode(), re.MULTILINE)


@case
def forms_are_told_by_ending_or_format():
    same(list(export('a.graphml')[0]), ['a.graphml'])
    same(list(export('A.GEXF')[0]), ['A.GEXF'])
    same(list(export('a.csv')[0]), ['a-edges.csv', 'a-nodes.csv'])
    same(list(export('a.cypher')[0]), ['a-neo4j-links.csv', 'a-neo4j-nodes.csv', 'a.cypher'])
    same(list(export('out', '--format', 'csv')[0]), ['out-edges.csv', 'out-nodes.csv'])
    files, _ = export('network.txt', '--format', 'ftm')
    same(list(files), ['network.txt'])
    same(export('a.ftm.json')[0]['a.ftm.json'], files['network.txt'])
    assert all(json.loads(line)['schema'] for line in files['network.txt'].decode().splitlines())
    assert export('a.xlsx')[0]['a.xlsx'].startswith(b'PK')


@case
def same_inputs_give_the_same_bytes():
    for name in ['a.graphml', 'a.gexf', 'a.dot', 'a.csv', 'a.cypher', 'a.ftm', 'a.xlsx']:
        same(export(name, *TARGET)[0],
             export(name, *TARGET, inputs=INPUTS[:5] + INPUTS[:4:-1])[0])


@case
def around_takes_what_is_near():
    same(counts('--around', 'imo:3112048', '--hops', '0'), (1, 0))
    near = names('--around', 'imo:3112048', '--hops', '1')
    assert 'Hesper Amber Shipping Ltd' in near and 'Evander HAWKESQUILL' not in near, near
    two = names('--around', 'imo:3112048')
    assert set(near) < set(two) and 'Evander HAWKESQUILL' in two, two
    same(two, names('--around', 'imo:3112048', '--hops', '2'))


@case
def top_takes_the_first_with_their_evidence():
    first = names(*TARGET, '--top', '3')
    for name in ['Hesper Amber Shipping Ltd', 'Juno Amber Shipping Ltd', 'Vellmare Commodities FZE']:
        assert name in first, first
    assert any('Taemal' in name for name in first) and len(first) < 20, first
    assert counts(*TARGET, '--top', '1') < counts(*TARGET, '--top', '10')


@case
def kinds_components_and_days_are_filters():
    dot = export('a.dot', '--kinds', 'company, vessel')[0]['a.dot'].decode()
    same(set(re.findall(r'kind="(\w[\w-]*)", ', dot)) & {'person', 'address', 'company', 'vessel'},
         {'company', 'vessel'})
    whole = counts()
    first, second = counts('--component', '1'), counts('--component', '2')
    assert whole[0] >= first[0] + second[0] and first[0] >= second[0], (whole, first, second)
    same(counts('--component', '100000'), (0, 0))
    then = counts('--as-of', '2015-01-01')
    assert then[1] < whole[1], (then, whole)
    # All of them together
    few = names(*TARGET, '--kinds', 'company,vessel', '--component', '1', '--around',
                'imo:3112048', '--top', '4')
    assert 'HESPER AMBER' in few and 'Evander HAWKESQUILL' not in few, few


@case
def places_are_left_out_when_asked():
    assert b'viz:position' in export('a.gexf')[0]['a.gexf']
    assert b'viz:position' not in export('a.gexf', '--no-layout')[0]['a.gexf']
    assert b'attr.name="x"' not in export('a.graphml', '--no-layout')[0]['a.graphml']


@case
def a_drawing_too_large_to_read_has_no_places():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'owners.csv')
        with open(path, 'w', encoding='utf-8') as rows:
            rows.write('owner,owned,percent\nHub,P0,1\n'
                       + ''.join('P%d,Q%d,60\n' % (i, i) for i in range(10000)))
        mapping = os.path.join(tap.ROOT, 'docs', 'examples', 'owners.mapping')
        files, said = export('a.gexf', inputs=['--mapping', mapping, path])
    assert 'wrote 20001 entities' in said and 'without places' in said and '20000' in said, said
    assert b'viz:position' not in files['a.gexf'] and b'viz:size' in files['a.gexf']


@case
def every_node_and_edge_has_its_sources():
    graph = export('a.graphml')[0]['a.graphml'].decode()
    keys = dict(re.findall(r'<key id="(\w+)" for="\w+" attr.name="(sources?)"', graph))
    for element in re.findall(r'<(?:node|edge) id=.*?</(?:node|edge)>', graph, re.DOTALL):
        assert any(re.search(r'<data key="%s">[^<]+:\d+' % key, element) for key in keys), element


@case
def mistakes_are_told():
    for words, arguments in [
            ('--output is missing', INPUTS),
            ('no format has this ending', ['--output', 'a.doc', *INPUTS]),
            ('--format pdf is not known', ['--output', 'a', '--format', 'pdf', *INPUTS]),
            ('"cheese" is no kind', ['--output', 'a.dot', '--kinds', 'cheese', *INPUTS]),
            ('--hops means nothing', ['--output', 'a.dot', '--hops', '2', *INPUTS]),
            ('--hops must be at least 0', ['--output', 'a.dot', '--around', 'imo:3112048',
                                           '--hops', '-2', *INPUTS]),
            ('--top means nothing', ['--output', 'a.dot', '--top', '2', *INPUTS]),
            ('--component must be', ['--output', 'a.dot', '--component', '0', *INPUTS]),
            ('imo:9999999', ['--output', 'a.dot', '--around', 'imo:9999999', *INPUTS]),
            ('no/such', ['--output', 'no/such/a.dot', *INPUTS])]:
        said = run(*arguments, code=2)
        assert words in said, (words, said)
    assert not os.path.exists('a.dot')


@case
def a_failure_leaves_no_file():
    """Of three files the last cannot be made: the others do not appear"""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, 'a-neo4j-links.csv'))
        run('--output', os.path.join(folder, 'a.cypher'), *INPUTS, code=2)
        same(os.listdir(folder), ['a-neo4j-links.csv'])


tap.run_cases('/export', CASES)
