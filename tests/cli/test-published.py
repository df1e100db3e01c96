# tests/cli/test-published.py: the published files, each whole: without an error, and with the counts that
# were taken of it by hand; and the invented ones, in any order
import csv
import functools
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
FIXTURES = os.path.join(tap.ROOT, 'fixtures')
PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')
OFAC = ['ofac-sdn-csv-2021/' + name for name in ('sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv')]
ANNEXES = 'eu-dprk-annexes/32017R1509.csv'

# Of each file: its format, its records, and what else was counted
FILES = {
    OFAC[0]: ('ofac-sdn-csv', 8976, {'vessel': 406, 'aircraft': 277}, {'OFAC': 10759}),
    OFAC[1]: ('ofac-sdn-csv', 11910, {}, {}),
    OFAC[2]: ('ofac-sdn-csv', 13837, {}, {}),
    OFAC[3]: ('ofac-sdn-csv', 5, {}, {}),
    'ofac-relations-2024/profile_relationships.csv': ('ofac-relations', 6148, {}, {}),
    'ofac-relations-2024/distinct_party.csv': (
        'ofac-parties', None, {'vessel': 816, 'aircraft': 382, 'company': 6525, 'person': 6713}, {}),
    'ofac-relations-2024/sanctions_entries.csv': ('ofac-sanctions-entries', 10760, {}, {}),
    'ofac-advanced-xml-2020/cons_advanced.xml': ('ofac-advanced-xml', 375 + 276 + 759, {}, {}),
    'un-consolidated-xml/consolidated_2018-10.xml': (
        'un-xml', 1093, {'person': 703, 'company': 390}, {'UN': 1093}),
    'un-consolidated-xml/consolidated_2020-04.xml': (
        'un-xml', 1014, {'person': 709, 'company': 305}, {'UN': 1014}),
    ANNEXES: ('eu-annex-csv', 326, {'vessel': 61}, {'EU': 326}),
    'uk-hmt-conlist-2014/sanctionsconlist.csv': (
        'hmt-conlist-csv', 8950, {'person': 1337, 'company': 2297 - 1337}, {}),
    'uk-hmt-conlist-2014/uksl_excerpt_2026-08.xml': ('uk-sl-xml', 3, {'vessel': 1}, {'UK': 3}),
    'uk-hmt-conlist-2014/uksl_header_and_one_ship_2026-10.csv': (
        'uk-sl-csv', 1, {'vessel': 1}, {'UK': 1}),
    'canada-sema/sema-lmes.xml': (
        'sema-xml', 1369, {'person': 985, 'company': 384}, {'SEMA': 1369}),
    'gleif/20260123-0800-gleif-goldencopy-rr-golden-copy-subset-large.csv': (
        'gleif-rr-csv', 4102, {}, {}),
    'gleif/lei-data.xml': ('gleif-lei-xml', 13, {}, {}),
    'gleif/lei-updates-data2.xml': ('gleif-lei-xml', 12, {}, {}),
    'gleif/lei-updates-data2-new.xml': ('gleif-lei-xml', 12, {}, {}),
    'gleif/rr-data.xml': ('gleif-rr-xml', 10, {}, {}),
    'gleif/rr-updates-data2.xml': ('gleif-rr-xml', 11, {}, {}),
    'gleif/rr-updates-data2-new.xml': ('gleif-rr-xml', 10, {}, {}),
    'icij/All-nodes.csv': ('icij-drawing', 710, {}, {}),
    'icij/All-edges.csv': ('icij-drawing', 889, {}, {}),
}


def published(*names):
    paths = [os.path.join(PUBLISHED, name) for name in names]
    if not all(os.path.exists(path) for path in paths):
        raise tap.Skip('the published files are not beside this checkout')
    return paths


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def check(*paths):
    return json.loads(run('check', '--format', 'json', *paths))


def assert_counts(name):
    form, n_records, entities, designations = FILES[name]
    found = check(*published(name))
    assert found['inputs'][0]['format'] == form, (name, found['inputs'])
    assert n_records in (None, found['inputs'][0]['records']), (name, found['inputs'])
    for kind, count in entities.items():
        assert found['entities'][kind] == count, (name, found['entities'])
    for sanctions, count in designations.items():
        assert found['designations'][sanctions] == count, (name, found['designations'])
    serious = [issue for issue in found['issues'] if issue['severity'] == 'serious']
    assert not serious, (name, serious)


def each_file_has_its_counts():
    published('.')
    for name in FILES:
        assert_counts(name)


def packages_of_statements_are_nineteen():
    folder, = published('bods')
    names = sorted(name for name in os.listdir(folder) if name.endswith('.json'))
    assert len(names) == 19, names
    for name in names:
        assert check(os.path.join(folder, name))['inputs'][0]['format'] == 'bods-json', name


# ---- ships ----

def cells(name, column):
    with open(published(name)[0], encoding='utf-8-sig', newline='') as rows:
        return [row for row in csv.DictReader(rows) if row[column]]


def annex_ships():
    """What the annexes say of each ship: its numbers, by name"""
    rows = [row for row in cells(ANNEXES, 'schema') if row['schema'] == 'Vessel']
    assert len(rows) == 75, len(rows)
    return rows


def ships_of_the_annexes_are_sixty_one():
    rows = annex_ships()
    numbers = {row['imoNumber'] for row in rows if row['imoNumber'].isdigit()}
    others = {row['imoNumber'] for row in rows} - numbers
    assert (len(numbers), others) == (60, {'Does not exist'}), (len(numbers), others)
    assert len(ships_by_number(ANNEXES)) == 60


def ships_by_number(*names):
    """The vessels of these files that have an IMO number, as an export has them"""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'ships.graphml')
        run('export', '--output', path, *published(*names))
        with open(path, encoding='utf-8') as text:
            graph = text.read()
    keys = dict(re.findall(r'<key id="([a-z]+[0-9]+)" for="node" attr.name="([^"]+)"', graph))
    found = {}
    for node in re.findall(r'<node id="[^"]*">(.*?)</node>', graph, re.DOTALL):
        data = {keys[key]: value for key, value in re.findall(r'<data key="([^"]+)">([^<]*)', node)}
        if data['kind'] == 'vessel' and data.get('id_imo'):
            for number in data['id_imo'].split('; '):
                assert number not in found, '%s is of two vessels' % number
                found[number] = data
        assert not (data['kind'] == 'vessel' and data.get('id_imo_company')), data
        assert data['kind'] == 'vessel' or not data.get('id_imo'), data
    return found


def ships_of_both_lists_are_one_vessel_each():
    """Of the 60 numbers OFAC has 51: 50 of them behind the word IMO, and that of RYONG GUN BONG,
    which stands without it"""
    annexes, sdn = set(ships_by_number(ANNEXES)), set(ships_by_number(*OFAC))
    both = ships_by_number(ANNEXES, *OFAC)
    common = annexes & sdn
    assert set(both) == annexes | sdn
    assert all('EU' in both[number]['designations'] and 'OFAC' in both[number]['designations']
               for number in common)
    with open(published(OFAC[0])[0], encoding='utf-8', errors='replace') as text:
        behind_the_word = set(re.findall(r'IMO ([0-9]{7})', text.read()))
    assert (len(annexes), len(common), len(common & behind_the_word)) == (60, 51, 50), (
        len(annexes), len(common), len(common & behind_the_word))
    other, = common - behind_the_word
    assert 'RYONG GUN BONG' in both[other]['label'] or 'RYONG GUN BONG' in str(both[other]), both[other]


# ---- any order ----

@functools.lru_cache
def known_fixtures():
    """A file of each format, and the mapped ones that are shipped: what is read without a mapping"""
    paths = []
    for folder, _, names in sorted(os.walk(FIXTURES)):
        paths += [os.path.join(folder, name) for name in sorted(names)
                  if not name.startswith(('README', 'expected'))
                  and not name.endswith(('.expected', '.mapping', '.graphml'))]
    done = [subprocess.run([PROGRAM, 'check', path], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=False).returncode for path in paths]
    return [path for path, code in zip(paths, done) if code == 0]


def outputs(paths):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'whole.graphml')
        target = ['--target', 'programme:DPRK']
        run('export', '--output', path, *target, *paths)
        with open(path, 'rb') as graph:
            return (graph.read(),
                    run('check', '--format', 'json', '--max-examples', '10000', *paths),
                    run('rank', '--format', 'json', '--explain', '--limit', '0',
                        '--include-targets', *target, *paths))


def order_of_files_changes_no_byte():
    paths = known_fixtures()
    formats = {row['format'] for row in check(*paths)['inputs']}
    assert len(paths) > 50 and len(formats) > 25, (len(paths), formats)
    expected = outputs(paths)
    source = random.Random(1)
    for number in range(2):
        shuffled = paths[::-1] if number == 0 else source.sample(paths, len(paths))
        for found, wanted in zip(outputs(shuffled), expected):
            assert found == wanted, shuffled


def without_names(paths):
    """Ranks and facts, without what a file's name or place decides: which spelling comes first"""
    found = check(*paths)
    rows = json.loads(run('rank', '--format', 'json', '--limit', '0', '--include-targets',
                          '--target', 'programme:DPRK', *paths))['results']
    return (found['entities'], found['links'], found['designations'],
            sorted((issue['tag'], issue['count']) for issue in found['issues']),
            [(row['rank'], row['id'], row['kind'], row['score'], row['components'],
              row['identifiers']) for row in rows])


def names_of_files_change_no_fact():
    """The order of reading follows the names, so that other names are another order"""
    paths = known_fixtures()
    source = random.Random(2)
    expected = without_names(paths)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1):
            places = source.sample(range(len(paths)), len(paths))
            links = [os.path.join(folder, '%d-%03d' % (number, place)) for place in places]
            for path, link in zip(paths, links):
                os.symlink(path, link)
            for found, wanted in zip(without_names(links), expected):
                assert found == wanted, (places, found, wanted)


tap.run_cases('/published', [
    each_file_has_its_counts,
    packages_of_statements_are_nineteen,
    ships_of_the_annexes_are_sixty_one,
    ships_of_both_lists_are_one_vessel_each,
    order_of_files_changes_no_byte,
    names_of_files_change_no_fact,
])
