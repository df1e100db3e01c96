# tests/cli/test-export-clients.py: the programs of others read from an export what the case has
import csv
import importlib.util
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import outside
import tap
from hostile import LINKS, PARTIES, PROGRAM, RANKED, Exported, need, same, seen

GEXF = '{http://gexf.net/1.3}'
VIZ = '{http://gexf.net/1.3/viz}'
CASES = []


def case(function):
    CASES.append(function)
    return function


# ---- Gephi ----

def read_by_gephi(*paths):
    java, jar = outside.find_java(), outside.path_of('gephi-toolkit.jar')
    need(java and jar, "Gephi's toolkit, or a JDK,")
    program = os.path.join(tap.ROOT, 'tests', 'clients', 'ReadByGephi.java')
    done = subprocess.run([java, '-Djava.awt.headless=true', '-cp', jar, program, *paths],
                          check=True, capture_output=True)
    return [json.loads(line) for line in done.stdout.decode().split('\n')
            if line.startswith('{')]


def day(text):
    """Milliseconds since 1970, as Gephi keeps dates"""
    import datetime
    moment = datetime.datetime.fromisoformat(text + 'T00:00:00+00:00')
    return moment.timestamp() * 1000


# The days that fixtures/hostile-names/links.csv allows for each line
SPELLS = {
    2: ('2016-07-01', '2018-03-31'),
    3: ('2016-01-01', None),
    4: (None, '2019-12-31'),
    5: ('2018-03-02', None),
    6: (None, None),
    7: ('2021-01-01', '2021-12-31'),
    8: ('2018-07-09', None),
    9: (None, None),
    10: ('2012-01-01', '2014-06-30'),
    11: (None, None),
    12: ('2019-01-01', None),
}


def check_interval(interval, spell):
    if spell == (None, None):
        same(interval, [])
        return
    low = -math.inf if spell[0] is None else day(spell[0])
    high = math.inf if spell[1] is None else day(spell[1])
    same([float(end) for end in interval], [low, high])


def check_gephi_nodes(read):
    same(len(read['nodes']), len(PARTIES))
    for node in read['nodes'].values():
        party = PARTIES[node['values']['entity']]
        same(node['label'], seen(party['name']))
        assert ('parties.csv:%d' % (int(party['id']) + 1)) in node['values']['sources']


@case
def gephi_reads_gexf():
    with Exported('a.gexf', *RANKED) as path:
        read, = read_by_gephi(path)
        expected = xml.etree.ElementTree.parse(path).getroot()
    check_gephi_nodes(read)
    same(read['format'], 'DATE')
    assert not [words for words in read['issues'] if 'GEXF version' not in words], read['issues']
    for name, kind in [('entity', 'String'), ('rank', 'Integer'), ('score', 'Double'),
                       ('is_target', 'Boolean'), ('sources', 'String')]:
        same(read['node_columns'][name], kind)
    for name, kind in [('share_low', 'Double'), ('is_over', 'Boolean'), ('source', 'String')]:
        same(read['edge_columns'][name], kind)
    for node in expected.iter(GEXF + 'node'):
        found = read['nodes'][node.get('id')]
        place = node.find(VIZ + 'position')
        same(found['color'], [int(node.find(VIZ + 'color').get(part)) for part in 'rgb'])
        assert all(math.isclose(at, float(place.get(axis)), rel_tol=1e-5)
                   for at, axis in zip(found['place'], 'xy'))
        assert math.isclose(found['size'], float(node.find(VIZ + 'size').get('value')),
                            rel_tol=1e-6)
    same(len({tuple(node['place']) for node in read['nodes'].values()}), len(PARTIES))


@case
def gephi_reads_the_periods_of_gexf():
    """As a user opens it, with the choices that the window of the import makes: what merges edges
    merges none of these, though two of one kind lead from 1 to 3"""
    with Exported('a.gexf') as path:
        read, = read_by_gephi(path)
        root = xml.etree.ElementTree.parse(path).getroot()
    same(len(read['edges']), len(LINKS))
    expected = {edge.get('id'): float(edge.get('weight')) for edge in root.iter(GEXF + 'edge')}
    for name, edge in read['edges'].items():
        assert math.isclose(edge['weight'], expected[name], rel_tol=1e-6), (name, edge)
        line = int(edge['values']['source'].rpartition(':')[2])
        check_interval(edge['interval'], SPELLS[line])
        same(edge['directed'], True)
        same(read['nodes'][edge['from']]['values']['entity'],
             'hostile:' + LINKS[line - 2]['left'])
    lives = {node['values']['entity']: node['interval'] for node in read['nodes'].values()}
    check_interval(lives['hostile:1'], ('2015-03-01', None))
    # Dissolved at the end of 2019; its link of 2012, before it was formed, widens it
    check_interval(lives['hostile:4'], ('2012-01-01', '2019-12-31'))
    check_interval(lives['hostile:5'], (None, None))


@case
def gephi_reads_graphml():
    with Exported('a.graphml') as path:
        read, = read_by_gephi(path)
    check_gephi_nodes(read)
    same(len(read['edges']), len(LINKS))
    assert all(node['color'] != [153, 153, 153] or node['values']['kind'] == 'unknown'
               for node in read['nodes'].values())
    same(len({tuple(node['place']) for node in read['nodes'].values()}), len(PARTIES))


@case
def gexf_itself_says_the_periods():
    """Where no Gephi is: the same of the file, by the standard library"""
    with Exported('a.gexf') as path:
        root = xml.etree.ElementTree.parse(path).getroot()
    found = {}
    for edge in root.iter(GEXF + 'edge'):
        source, = [value.get('value') for value in edge.iter(GEXF + 'attvalue')
                   if value.get('for') == 'source']
        spells = [(spell.get('start'), spell.get('end')) for spell in edge.iter(GEXF + 'spell')]
        found[int(source.rpartition(':')[2])] = spells[0] if spells else (None, None)
        assert len(spells) < 2
    same(found, SPELLS)
    ends = [tuple(edge.get(name) for name in ('source', 'target', 'kind'))
            for edge in root.iter(GEXF + 'edge')]
    same(len(set(ends)), len(LINKS))
    same([kind for _, _, kind in ends if kind.endswith(' 2')], ['registered-owner 2'])
    same({node.get('label') for node in root.iter(GEXF + 'node')},
         {seen(party['name']) for party in PARTIES.values()})


# ---- graphology, which Gephi Lite reads with ----

GRAPHOLOGY = """
const { MultiDirectedGraph } = require('graphology');
const graph = require('graphology-gexf').parse(
    MultiDirectedGraph, require('fs').readFileSync(process.argv[1], 'utf8'));
console.log(JSON.stringify([graph.nodes().map(node => graph.getNodeAttributes(node)),
    graph.edges().map(edge => graph.getEdgeAttributes(edge))]));
"""


@case
def graphology_reads_gexf():
    need(outside.has_node_package('graphology-gexf'), 'graphology-gexf')
    with Exported('a.gexf', *RANKED) as path:
        nodes, edges = json.loads(outside.run_node(GRAPHOLOGY, path))
    same(len(edges), len(LINKS))
    same({node['entity']: node['label'] for node in nodes},
         {key: seen(party['name']) for key, party in PARTIES.items()})
    for node in nodes:
        assert re.fullmatch(r'#[0-9a-f]{6}|rgba?\([0-9, .]+\)', node['color']), node['color']
        assert isinstance(node['x'], (int, float)) and isinstance(node['size'], (int, float))
        assert isinstance(node['score'], (int, float)) and isinstance(node['is_target'], bool)
    assert all(':' in edge['source'] and edge['weight'] > 0 for edge in edges)


# ---- schemas ----

def validate(path, schema):
    need(shutil.which('xmllint'), 'xmllint')
    need(outside.path_of('schemas', schema), schema)
    done = subprocess.run(['xmllint', '--nonet', '--noout', '--schema',
                           outside.path_of('schemas', schema), path], check=False,
                          capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[:2000]


@case
def graphml_is_valid():
    with Exported('a.graphml', *RANKED) as path:
        validate(path, 'graphml.xsd')


@case
def gexf_is_valid_but_for_what_1_3_adds():
    """The schema that a registry has is that of 1.2: what 1.3 adds is taken off before"""
    with Exported('a.gexf', *RANKED) as path:
        with open(path, encoding='utf-8') as text:
            old = text.read().replace('http://gexf.net/1.3', 'http://www.gexf.net/1.2draft')
        for new, instead in [('version="1.3"', 'version="1.2"'), ('<viz:', '<'), ('</viz:', '</'),
                             (' timerepresentation="interval"', '')]:
            assert new in old or new == '</viz:', new
            old = old.replace(new, instead)
        old = re.sub(r'(<edge id="[^"]*") kind="[^"]*"', r'\1', old)
        with open(path, 'w', encoding='utf-8') as text:
            text.write(old)
        validate(path, 'gexf.xsd')


DAY, NUMBER, BYTE = r'\d{4}-\d\d-\d\d', r'-?\d+(\.\d+)?(e[-+]?\d+)?', r'\d{1,3}'
TYPES = ('integer|long|double|float|boolean|short|byte|char|bigdecimal|biginteger|string|anyURI|'
         'list(string|boolean|integer|long|float|double|byte|short|char|bigdecimal|biginteger)')
LIFE = {'start': DAY, 'end': DAY, 'intervals': '.+', 'timestamp': DAY, 'timestamps': '.+'}
# What GEXF 1.3 lets stand in each element (primer of 1.3, and its grammars of data, dynamics and viz):
# elements in their order, and attributes with what they are; those that must stand end in !
GEXF_1_3 = {
    'gexf': ('meta? graph', {'version!': '1.3', 'variant': '.*'}),
    'meta': ('creator? keywords? description?', {'lastmodifieddate': DAY}),
    'creator': ('', {}), 'keywords': ('', {}), 'description': ('', {}),
    'graph': ('attributes* nodes? edges?', {
        'defaultedgetype': 'directed|undirected|mutual', 'idtype': 'integer|string',
        'mode': 'static|dynamic|slice', 'timeformat': 'integer|double|date|dateTime',
        'timerepresentation': 'interval|timestamp', 'timezone': '.+', 'start': DAY, 'end': DAY,
        'timestamp': DAY}),
    'attributes': ('attribute*', {'class!': 'node|edge', 'mode': 'static|dynamic'}),
    'attribute': ('', {'id!': '.+', 'title!': '.+', 'type!': TYPES}),
    'nodes': ('node*', {'count': r'\d+'}), 'edges': ('edge*', {'count': r'\d+'}),
    'node': ('attvalues? spells? viz:color? viz:position? viz:size? viz:shape?',
             {'id!': '.+', 'label': '(?s).*', **LIFE}),
    'edge': ('attvalues? spells? viz:color? viz:thickness? viz:shape?',
             {'id!': '.+', 'source!': '.+', 'target!': '.+', 'label': '(?s).*', 'kind': '.+',
              'type': 'directed|undirected|mutual', 'weight': NUMBER, **LIFE}),
    'attvalues': ('attvalue*', {}),
    'attvalue': ('', {'for!': '.+', 'value!': '(?s).*', 'start': DAY, 'end': DAY,
                      'timestamp': DAY}),
    'spells': ('spell+', {}), 'spell': ('', {'start': DAY, 'end': DAY, 'timestamp': DAY}),
    'viz:color': ('', {'r!': BYTE, 'g!': BYTE, 'b!': BYTE, 'a': r'[01](\.\d+)?'}),
    'viz:position': ('', {'x!': NUMBER, 'y!': NUMBER, 'z': NUMBER}),
    'viz:size': ('', {'value!': NUMBER}), 'viz:thickness': ('', {'value!': NUMBER}),
    'viz:shape': ('', {'value!': 'disc|square|triangle|diamond|image|solid|dotted|dashed|double'}),
}


def assert_in_grammar(element):
    name = element.tag.replace(VIZ, 'viz:').replace(GEXF, '')
    order, attributes = GEXF_1_3[name]
    children = [child.tag.replace(VIZ, 'viz:').replace(GEXF, '') for child in element]
    pattern = ''.join('(%s )%s' % re.fullmatch(r'([a-z:]+)([*?+]?)', word).groups()
                      for word in order.split())
    assert re.fullmatch(pattern, ''.join(child + ' ' for child in children)), (name, children)
    known = {key.rstrip('!'): value for key, value in attributes.items()}
    for key, value in element.attrib.items():
        if not key.startswith('{http://www.w3.org/2001/XMLSchema-instance}'):
            assert key in known and re.fullmatch(known[key], value), (name, key, value)
    for key in attributes:
        assert not key.endswith('!') or key[:-1] in element.attrib, (name, key)
    for child in element:
        assert_in_grammar(child)


@case
def gexf_has_what_1_3_has_and_nothing_else():
    with Exported('a.gexf', *RANKED) as path:
        root = xml.etree.ElementTree.parse(path).getroot()
    assert_in_grammar(root)
    attributes = {(of.get('class'), one.get('id')): one.get('type')
                  for of in root.iter(GEXF + 'attributes') for one in of}
    kinds = {'boolean': 'true|false', 'double': NUMBER, 'integer': r'-?\d+', 'string': '(?s).*'}
    for name in ('node', 'edge'):
        elements = list(root.iter(GEXF + name))
        same(len({element.get('id') for element in elements}), len(elements))
        for element in elements:
            for value in element.iter(GEXF + 'attvalue'):
                assert re.fullmatch(kinds[attributes[name, value.get('for')]], value.get('value'))
            for spell in element.iter(GEXF + 'spell'):
                assert spell.attrib and spell.get('start', '') <= spell.get('end', '9999')
    nodes = {node.get('id') for node in root.iter(GEXF + 'node')}
    assert all(edge.get(end) in nodes for edge in root.iter(GEXF + 'edge')
               for end in ('source', 'target'))


# ---- Graphviz ----

@case
def graphviz_reads_dot():
    need(shutil.which('dot'), 'Graphviz')
    with Exported('a.dot', *RANKED) as path:
        drawn = subprocess.run(['dot', '-Tsvg', path], check=True, capture_output=True)
    assert b'rror' not in drawn.stderr and b'yntax' not in drawn.stderr, drawn.stderr
    texts = [''.join(text.itertext()) for text in
             xml.etree.ElementTree.fromstring(drawn.stdout).iter('{http://www.w3.org/2000/svg}text')]
    for party in PARTIES.values():
        assert re.sub(' +', ' ', seen(party['name'])) in [
            text.replace('\xa0', ' ') for text in texts], party['name']


# ---- tables ----

def table_of(path):
    with open(path, encoding='utf-8', newline='') as text:
        return list(csv.DictReader(text))


@case
def tables_hold_every_node_and_edge():
    with Exported('a.csv', *RANKED) as path:
        nodes = table_of(path.replace('.csv', '-nodes.csv'))
        edges = table_of(path.replace('.csv', '-edges.csv'))
        assert not os.path.exists(path)
    formulas = ('=', '+', '-', '@')
    for node in nodes:
        name = seen(PARTIES[node['entity']]['name'])
        same(node['label'], "'" + name if name.startswith(formulas) else name)
    same(len(edges), len(LINKS))
    assert all('links.csv:' in edge['source'] for edge in edges)
    assert all(edge['Source'] in {node['Id'] for node in nodes} for edge in edges)


@case
def tables_for_neo4j_are_verbatim():
    with Exported('a.cypher', *RANKED) as path:
        with open(path, encoding='utf-8') as text:
            script = text.read()
        nodes = table_of(path.replace('.cypher', '-neo4j-nodes.csv'))
        links = table_of(path.replace('.cypher', '-neo4j-links.csv'))
    same({node['entity:ID']: node['label:string'] for node in nodes},
         {key: party['name'] for key, party in PARTIES.items()})
    same(sorted({node[':LABEL'] for node in nodes}),
         ['Entity;Aircraft', 'Entity;Company', 'Entity;Person', 'Entity;PublicBody',
          'Entity;Unknown', 'Entity;Vessel'])
    assert all(link[':START_ID'] in PARTIES and link[':END_ID'] in PARTIES for link in links)
    same(len(links), len(LINKS))
    for node in nodes:
        assert "row.`:LABEL` = '%s'" % node[':LABEL'] in script
    for link in links:
        assert 'CREATE (a)-[r:%s]->(b)' % link[':TYPE'] in script
    assert 'a-neo4j-nodes.csv' in script and script.count('{') == script.count('}')


# ---- Follow the Money ----

FTM = """
import json, sys, unicodedata
from followthemoney import model
from followthemoney.types import registry
names, problems = {}, []
def plain(text):  # its cleaning composes accents, and drops what is not seen
    return ''.join(sign for sign in unicodedata.normalize('NFC', text)
                   if unicodedata.category(sign) not in ('Cc', 'Cf'))
lines = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]
schemas = {line['id']: model.get(line['schema']) for line in lines}
for line in lines:
    schema = model.get(line['schema'])
    try:
        schema.validate(line)
    except Exception as error:
        problems.append([line, str(getattr(error, 'errors', error))])
    for name, values in line['properties'].items():
        property = schema.get(name)
        if property is None:
            problems.append([line['schema'], name, 'no such property'])
        elif property.type == registry.entity:
            for value in values:
                if value not in schemas or not schemas[value].is_a(property.range):
                    problems.append([line['schema'], name, str(schemas.get(value))])
    proxy = model.get_proxy(line, cleaned=False)  # loses what it takes for no value
    for name, values in line['properties'].items():
        if sorted(map(plain, proxy.get(name))) != sorted(map(plain, values)):
            problems.append([name, values, proxy.get(name)])
    if not schema.edge:
        names[line['id']] = line['properties'].get('name')
print(json.dumps([problems, names, [line['schema'] for line in lines]]))
"""


def read_by_ftm(path):
    python = outside.path_of('python', 'bin', 'python')
    need(python, 'followthemoney')
    done = subprocess.run([python, '-c', FTM, path], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)


@case
def followthemoney_finds_its_objects_valid():
    with Exported('a.ftm', *RANKED) as path:
        problems, names, schemas = read_by_ftm(path)
    same(problems, [])
    same(sorted(name for values in names.values() for name in values),
         sorted(party['name'] for party in PARTIES.values()))
    for schema in ['Ownership', 'Directorship', 'Family', 'Representation', 'UnknownLink']:
        assert schema in schemas, schema


@case
def the_objects_come_back():
    """Read again, they make the same parties, and links between them of the same ends"""
    with Exported('a.ftm') as path:
        checked = subprocess.run([PROGRAM, 'check', '--format', 'json', path], check=True,
                                 capture_output=True)
    read = json.loads(checked.stdout)
    same(sum(read['links'].values()), len(LINKS))
    same(sum(read['entities'].values()), len(PARTIES))


# ---- workbooks ----

WORKBOOK = """
import json, sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title, str(sheet.freeze_panes),
    [[cell.value for cell in row] for row in sheet.iter_rows()],
    sorted({cell.data_type for row in sheet.iter_rows() for cell in row}),
    {cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row
     if cell.hyperlink}] for sheet in book]))
"""


def read_by_openpyxl(path):
    pythons = [sys.executable] if importlib.util.find_spec('openpyxl') else []
    pythons += filter(None, [outside.path_of('python', 'bin', 'python')])
    need(pythons, 'openpyxl')
    done = subprocess.run([pythons[0], '-c', WORKBOOK, path], check=True, capture_output=True)
    return {title: sheet for title, *sheet in json.loads(done.stdout)}


def columns_of(rows):
    return {heading: [row[i] for row in rows[1:]] for i, heading in enumerate(rows[0])}


@case
def openpyxl_reads_the_workbook():
    with Exported('a.xlsx', *RANKED) as path:
        book = read_by_openpyxl(path)
    same(list(book), ['Ranking', 'Evidence', 'Entities', 'Links', 'Issues', 'Parameters'])
    for frozen, _, types, _ in book.values():
        same(frozen, 'A2')
        assert 'f' not in types, 'a formula'
    entities = columns_of(book['Entities'][1])
    same(dict(zip(entities['Entity'], entities['Name'])),
         {key: seen(party['name']) for key, party in PARTIES.items()})
    same(len(book['Links'][1]), len(LINKS) + 1)
    assert any(row[1] == 'unknown-country' for row in book['Issues'][1])
    names = {row[0] for row in book['Parameters'][1]}
    assert {'fairlead', 'target', 'parameters', 'input'} <= names, names


@case
def links_between_sheets_lead_to_whom_they_name():
    with Exported('a.xlsx', *RANKED) as path:
        book = read_by_openpyxl(path)
    checked = 0
    for _, rows, _, links in book.values():
        for at, location in links.items():
            title, row = re.fullmatch(r"'?(\w+)'?!A(\d+)", location).groups()
            column, line = re.fullmatch(r'([A-Z]+)(\d+)', at).groups()
            text = rows[int(line) - 1][ord(column) - ord('A')]
            assert text in book[title][1][int(row) - 1], (at, text, location)
            checked += 1
    assert checked > 20, checked


# Every sheet as CSV, formulas as what they come to
LIBREOFFICE = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'


def read_by_libreoffice(path, folder):
    need(shutil.which('soffice'), 'LibreOffice (libreoffice-calc-nogui)')
    done = subprocess.run(
        ['soffice', '--headless', '-env:UserInstallation=file://' + os.path.join(folder, 'profile'),
         '--convert-to', LIBREOFFICE, '--outdir', folder, path], check=False, capture_output=True,
        timeout=100)
    assert done.returncode == 0, done.stderr.decode()
    sheets = {}
    for name in os.listdir(folder):
        if name.endswith('.csv'):
            with open(os.path.join(folder, name), encoding='utf-8', newline='') as table:
                sheets[name.removeprefix('a-').removesuffix('.csv')] = list(csv.reader(table))
    return sheets


@case
def libreoffice_opens_the_workbook():
    with Exported('a.xlsx', *RANKED) as path, tempfile.TemporaryDirectory() as folder:
        sheets = read_by_libreoffice(path, folder)
    same(set(sheets), {'Ranking', 'Evidence', 'Entities', 'Links', 'Issues', 'Parameters'})
    entities = columns_of(sheets['Entities'])
    same(dict(zip(entities['Entity'], entities['Name'])),
         {key: seen(party['name']) for key, party in PARTIES.items()})
    same(len(sheets['Links']), len(LINKS) + 1)
    ranking = columns_of(sheets['Ranking'])
    same(set(ranking['All of it']), set(PARTIES))
    assert [float(score) for score in ranking['Score']] == sorted(
        map(float, ranking['Score']), reverse=True), ranking['Score']
    cells = [cell for rows in sheets.values() for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(('Err:', '#'))], 'an error in a cell'


tap.run_cases('/clients/export', CASES)
