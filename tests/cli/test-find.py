# tests/cli/test-find.py: show, gaps and diff on the invented lists, and on published ones where they are
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import tap

PROGRAM = sys.argv[1]
LISTS = os.path.join(tap.ROOT, 'fixtures', 'four-lists')
PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')


def lists(*names):
    return [os.path.join(LISTS, name) for name in names]


FOUR = lists('sdn.csv', 'alt.csv', 'add.csv', 'un.xml', 'annexes.csv', 'conlist.csv')
ALL = FOUR + lists('roles.csv')


def published(*names):
    paths = [os.path.join(PUBLISHED, name) for name in names]
    if not all(os.path.exists(path) for path in paths):
        raise tap.Skip('no published files beside the checkout')
    return paths


def run(*arguments, code=0):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'COLUMNS': '160'}, timeout=100,
                          check=False)
    assert done.returncode == code, (arguments, done.stderr.decode())
    return done.stderr.decode() if code == 2 else done.stdout.decode()


def ask(*arguments):
    return json.loads(run(*arguments, '--format', 'json'))


def same(found, expected):
    assert found == expected, '%.900r instead of %.900r' % (found, expected)


CASES = []


def case(function):
    CASES.append(function)
    return function


# ---- show ----

@case
def show_tells_all_with_sources():
    ship, = ask('show', 'imo:9311000', *ALL)['entities']
    same((ship['id'], ship['name'], ship['kind']), ('imo:9311000', 'SAEBAM 5', 'vessel'))
    same([(one['list'], one.get('programme'), one['since']) for one in ship['designations']],
         [('EU', 'EU-PRK', '2018-04-20'), ('OFAC', 'DPRK4', None)])
    same(ship['names'][0]['sources'],
         [os.path.join(LISTS, 'annexes.csv') + ':3', os.path.join(LISTS, 'sdn.csv') + ':2'])
    owner = [link for link in ship['links'] if link['kind'] == 'owned-by']
    same([(link['other'], link['class'], link['since'], link['from_other']) for link in owner],
         [('imo-company:5711001', 'ownership', '2016-02-01', True)])
    assert {'attribute': 'year-built', 'value': '1988', 'circa': False,
            'sources': [os.path.join(LISTS, 'sdn.csv') + ':2']} in ship['attributes'], ship
    same([record['key'] for record in ship['records']], ['imo:9311000', 'ofac:91002'])
    same(ship['disagreements'], [])


@case
def show_says_who_says_what():
    """The register and the list give the same ship another year of build and another flag"""
    mapping = os.path.join(LISTS, 'register.mapping')
    register = os.path.join(LISTS, 'register.csv')
    ship, = ask('show', '--mapping', mapping, 'imo:9311000', register, *ALL)['entities']
    same([(one['about'], [(claim['value'], [os.path.basename(source) for source in
                                            claim['sources']]) for claim in one['claims']])
          for one in ship['disagreements']],
         [('flag', [('KP', ['annexes.csv:3']), ('TG', ['register.csv:2'])]),
          ('year-built', [('1988', ['sdn.csv:2']), ('1991', ['register.csv:2'])])])
    table = run('show', '--mapping', mapping, 'imo:9311000', register, *ALL)
    assert table.index('THE SOURCES DISAGREE ON') < table.index('LISTED BY'), table


@case
def show_formats_hold_the_same():
    facts = list(csv.DictReader(io.StringIO(run('show', '--format', 'csv', 'imo:9311000', *ALL))))
    ship, = ask('show', 'imo:9311000', *ALL)['entities']
    same(len(facts), sum(len(ship[key]) for key in ('names', 'identifiers', 'attributes',
                                                    'designations', 'links')))
    table = run('show', 'imo:9311000', *ALL)
    for fact in facts:
        assert fact['value'] in table, fact


@case
def show_takes_many_and_misses_none():
    entities = ask('show', 'list:UN', *ALL)['entities']
    same(len(entities), 4)
    assert 'selects nothing' in run('show', 'imo:9074729', *ALL, code=2)
    assert '1 entity expressions are wanted' in run('show', *ALL, code=2)


@case
def order_of_files_changes_no_byte():
    for command in (['show', 'list:OFAC', 'list:EU'], ['gaps', '--all']):
        for form in ('table', 'csv', 'json'):
            same(run(*command, '--format', form, *ALL),
                 run(*command, '--format', form, *reversed(ALL)))


# ---- gaps ----

def gaps_by_party(*arguments):
    """(name, first body): state of each other body"""
    found = {}
    for gap in ask('gaps', '--all', *arguments)['gaps']:
        bodies = {one['body']: 'listed' for one in gap['listed']}
        bodies.update({one['body']: one['state'] for one in gap['absent']})
        found[gap['name'], gap['listed'][0]['body']] = bodies
    return found


@case
def gaps_are_those_worked_by_hand():
    found = gaps_by_party('--programme', 'dprk', *ALL)
    same(found['SAEBAM 5', 'EU'], {'OFAC': 'listed', 'EU': 'listed', 'UN': 'not listed',
                                   'UK': 'earlier edition'})
    same(found['WHITE SILLION', 'EU'], {'EU': 'listed', 'OFAC': 'not listed', 'UN': 'not listed',
                                        'UK': 'earlier edition'})
    same(found['MORNING PLOVER', 'OFAC'], {'OFAC': 'listed', 'EU': 'not listed',
                                           'UN': 'not listed', 'UK': 'not listed'})
    same(found['TIDEMARK BUNKER PTE', 'OFAC'], {'OFAC': 'listed', 'EU': 'not listed',
                                                'UN': 'not listed', 'UK': 'not listed'})


@case
def gaps_count_days():
    gap, = [gap for gap in ask('gaps', *FOUR)['gaps'] if gap['name'] == 'WHITE SILLION']
    same([(one['body'], one.get('lag_days')) for one in gap['absent']],
         [('OFAC', None), ('UK', None), ('UN', {'low': 721, 'high': 721})])


@case
def gaps_find_the_owned_and_the_run():
    held = ask('gaps', *ALL)['owned_or_run']
    same([(one['id'], one['how'], [hold['holder'] for hold in one['holds']]) for one in held],
         [('imo:9311048', 'owned', ['imo-company:5711001', 'imo-company:5711001']),
          ('imo:9311036', 'run', ['imo-company:5711014'])])
    source = os.path.join(LISTS, 'roles.csv') + ':5'
    same([(hold['certainty'], hold['rule'], hold['rule_from'], hold['threshold'], hold['ground'],
           hold['source'], hold['sources']) for hold in held[0]['holds']],
         [('definite', rule, day, '50 % or more', 'shares', source, [source])
          for rule, day in (('EU-2024', '2024-07-03'), ('OFAC-2014', '2014-08-13'))])
    assert 'rule' not in held[1]['holds'][0]


@case
def gaps_say_under_which_rule():
    assert ('owned, 100 %: definite under the OFAC 50 Percent Rule of 2014-08-13'
            in run('gaps', *ALL)), run('gaps', *ALL)
    rows = csv.DictReader(io.StringIO(run('gaps', '--format', 'csv', *ALL)))
    same([(row['id'], row['certainty'], row['rule'], row['rule_from'], row['share_low'])
          for row in rows if row['finding'] in ('owned', 'run')],
         [('imo:9311048', 'definite', 'EU-2024', '2024-07-03', '1'),
          ('imo:9311048', 'definite', 'OFAC-2014', '2014-08-13', '1'),
          ('imo:9311036', '', '', '', '')])


# A listed party has something between a quarter and three quarters
PERHAPS = """[mapping]
name=perhaps
[entity owner]
key=imo-company:{owner}
[entity owned]
kind=company
key=name:{owned}
name={owned}
[link holding]
from=owner
to=owned
kind=shareholder
share={percent}
"""


def perhaps(folder):
    paths = [os.path.join(folder, name) for name in ('a.mapping', 'a.csv', 'names.csv')]
    for path, text in zip(paths, (PERHAPS, 'owner,owned,percent\n5711001,Halfway Barges,25-75\n',
                                  'Ref,Name\nb1,Halfway Barges\n')):
        with open(path, 'w', encoding='utf-8') as out:
            out.write(text)
    return paths


@case
def what_is_owned_perhaps_is_possible():
    with tempfile.TemporaryDirectory() as folder:
        mapping, holdings, names = perhaps(folder)
        inputs = ['--mapping', mapping, holdings, *ALL]
        (held,) = [one for one in ask('gaps', *inputs)['owned_or_run']
                   if one['name'] == 'Halfway Barges']
        same([(hold['how'], hold['certainty'], hold['rule'], hold['rule_from'], hold['share'],
               hold['sources']) for hold in held['holds']],
             [('possibly owned', 'possible', rule, day, {'low': 0.25, 'high': 0.75},
               [holdings + ':2'])
              for rule, day in (('EU-2024', '2024-07-03'), ('OFAC-2014', '2014-08-13'))])
        words = ('owned, between 25 % and 75 %: possible under the OFAC 50 Percent Rule of'
                 ' 2014-08-13')
        assert '\n    ' + words + '\n' in run('gaps', *inputs), run('gaps', *inputs)
        table = run('screen', names, *inputs)
        assert '\n      ' + words + '\n' in table and 'possibly owned 50 % or more by listed' in table, table
        assert '1 owned 50 % or more by listed' in table and 'of the owned 1 possibly' in table
        (row,) = ask('screen', names, *inputs)['results']
        same((row['verdict'], row['certainty'], row['rule'], row['rule_from'], row['ground'],
              row['ownership']),
             ('owned 50 % or more by listed', 'possible', 'OFAC-2014 (50 % or more)', '2014-08-13',
              'shares', words))
        assert holdings + ':2' in row['sources'], row


@case
def the_rule_of_the_day_is_asked():
    with tempfile.TemporaryDirectory() as folder:
        mapping, holdings, names = perhaps(folder)
        with open(holdings, 'w', encoding='utf-8') as out:
            out.write('owner,owned,percent\n5711001,Halfway Barges,50\n')
        inputs = ['--mapping', mapping, holdings, *ALL]
        for day, rules in (('2024-07-02', ['OFAC-2014']), ('2024-07-03', ['EU-2024', 'OFAC-2014']),
                           (None, ['EU-2024', 'OFAC-2014'])):
            as_of = ['--as-of', day] if day else []
            found = ask('gaps', *as_of, *inputs)
            (held,) = [one for one in found['owned_or_run'] if one['name'] == 'Halfway Barges']
            same([hold['rule'] for hold in held['holds']], rules)
            same(found.get('as_of'), day)
            (row,) = ask('screen', *as_of, names, *inputs)['results']
            same((row['rule'], row['certainty']), ('OFAC-2014 (50 % or more)', 'definite'))
        assert 'as of 2024-07-02' in run('gaps', '--as-of', '2024-07-02', *inputs)
        assert 'as of 2024-07-02' in run('screen', '--as-of', '2024-07-02', names, *inputs)
        # before anybody was listed, nobody owns anything for them
        early = ask('gaps', '--as-of', '1990-01-01', *inputs)
        same((early['gaps'], row['line']), ([], row['line']))
        assert 'is no day' in run('gaps', '--as-of', '2024', *inputs, code=2)
        assert 'is no day' in run('screen', '--as-of', '2024', names, *inputs, code=2)


@case
def gaps_are_asked_between_bodies():
    rows = list(csv.DictReader(io.StringIO(
        run('gaps', '--between', 'UN, GB', '--format', 'csv', *ALL))))
    same({row['body'] for row in rows if row['finding'] in ('listed', 'not listed', 'unclear',
                                                             'earlier edition')}, {'UN', 'UK'})
    assert 'is one body' in run('gaps', '--between', 'UN', *ALL, code=2)
    assert 'names nobody' in run('gaps', '--between', 'UN,', *ALL, code=2)
    assert '"SECO"' in run('gaps', '--between', 'UN,CH', *ALL, code=2).replace('CH', 'SECO')
    assert 'no programme' in run('gaps', '--programme', 'cheese', *ALL, code=2)


@case
def gaps_say_what_they_compared():
    table = run('gaps', *ALL)
    for words in ('compared: EU; OFAC; UK; UN', 'NPWMD: OFAC', 'EU; OFAC\n',
                  'A gap is a question, not a finding.'):
        assert words in table, table


# ---- diff ----

@case
def diff_of_editions_is_field_by_field():
    found = ask('diff', *lists('un-earlier.xml', 'un.xml'))
    same(found['same'], 1)
    same([(one['change'], one['name'], one.get('matched_by'),
           [(change['field'], change['old'] and change['old']['value'],
             change['new'] and change['new']['value']) for change in one['changes']]
           if one['change'] == 'changed' else None) for one in found['differences']],
         [('added', 'SONU MYONG', None, None),
          ('removed', 'DORMER OFFICE', None, None),
          ('changed', 'GARNET HERON SHIPPING COMPANY, LIMITED', 'un:XPe.020',
           [('alias name', None, 'KUMBAEK SHIPPING')]),
          ('changed', 'PAEM CHOL SU', 'un:XPi.013',
           [('birth date', '1961-03-21', '1961-03-12')])])
    change = found['differences'][3]['changes'][0]
    same([os.path.basename(change[side]['sources'][0]) for side in ('old', 'new')],
         ['un-earlier.xml:6', 'un.xml:6'])


@case
def diff_of_one_edition_is_empty():
    same(ask('diff', *lists('un.xml', 'un.xml')),
         {'fairlead': ask('diff', *lists('un.xml', 'un.xml'))['fairlead'], 'same': 4,
          'differences': []})
    assert '0 added, 0 removed, 0 changed, 4 the same' in run('diff', *lists('un.xml', 'un.xml'))


@case
def diff_takes_two():
    assert 'two inputs' in run('diff', *lists('un.xml'), code=2)
    assert 'two inputs' in run('diff', *lists('un.xml', 'sdn.csv', 'alt.csv'), code=2)
    rows = list(csv.DictReader(io.StringIO(
        run('diff', '--format', 'csv', *lists('un-earlier.xml', 'un.xml')))))
    same({row['change'] for row in rows}, {'added', 'removed', 'changed'})


@case
def diff_of_published_editions():
    """Reference numbers of the two files, counted by grep: 23 new and 102 gone"""
    found = ask('diff', *published('un-consolidated-xml/consolidated_2018-10.xml',
                                   'un-consolidated-xml/consolidated_2020-04.xml'))
    kinds = [one['change'] for one in found['differences']]
    same((kinds.count('added'), kinds.count('removed')), (23, 102))
    same(found['same'] + kinds.count('changed'), 991)


def differences(*arguments):
    found = ask('diff', *arguments)
    return found['same'], found['differences']


@case
def diff_of_editions_of_a_case_is_that_of_their_files():
    earlier, later = lists('un-earlier.xml', 'un.xml')
    with tempfile.TemporaryDirectory() as folder:
        kept, back_again = (os.path.join(folder, name) for name in ('a.fairlead', 'third.xml'))
        with open(earlier, encoding='utf-8') as old, open(back_again, 'w', encoding='utf-8') as new:
            new.write(re.sub('dateGenerated="[0-9-]+', 'dateGenerated="2029-01-01', old.read()))
        run('import', kept, earlier, *lists('sdn.csv', 'alt.csv'))
        for path in (later, back_again):
            run('import', '--as', 'un-xml', kept, path)
        there, back = differences(earlier, later), differences(later, back_again)
        same(differences('--from', 'un-xml:1', '--to', 'un-xml:2', kept), there)
        same(differences('--from', 'un-xml:2', kept), back)
        same(differences('--from', 'un-xml:2', '--to', 'un-xml:3', kept), back)
        same(differences('--from', 'un-xml:1', '--to', 'un-xml:3', kept)[1], [])
        same(differences('--from', '1', '--to', '2', kept)[1], there[1])
        same(differences('--from', '2', kept)[1], back[1])
        same(differences('--from', 'ofac-sdn-csv:1', kept)[1], [])
        for wrong, words in (('un-xml:4', 'un-xml:1 to un-xml:3'), ('7', 'it has 3'),
                             ('nobody', 'ofac-sdn-csv/alt, ofac-sdn-csv/sdn, un-xml')):
            assert words in run('diff', '--from', wrong, kept, code=2), wrong
        assert '--to needs --from' in run('diff', '--to', '1', kept, code=2)
        assert 'which is a case' in run('diff', '--from', '1', earlier, code=2)


# ---- search and screen ----

def found(text, *arguments):
    return [(one['id'], one['found_by']) for one in ask('search', *arguments, text, *ALL)['results']]


@case
def search_finds_names_in_any_script_with_errors():
    heron = 'imo-company:5711001'
    assert (heron, 'name') in found('garnet hreon shiping'), found('garnet hreon shiping')
    assert (heron, 'name') in found('KUMBAEK SHPG')
    assert ('ofac:91003', 'name') in found('\ubc40\ucca0\uc218')
    same(found('Saebam5')[0], ('imo:9311000', 'name'))
    same(found('zzzzqqqq'), [])


@case
def search_finds_numbers_and_addresses():
    for text in ('9311000', 'IMO 9311000', 'imo:9311000'):
        same(found(text)[0], ('imo:9311000', 'number'))
    same({by for _, by in found('14 Quay Road, Nampo')}, {'address'})
    same(found('Saebam 5', '--kind', 'company'), [])
    same(len(found('PAEM Chol Su', '--limit', '1')), 1)
    assert '--kind' in run('search', '--kind', 'cheese', 'x', *ALL, code=2)
    assert 'a text and at least one input' in run('search', 'x', code=2)


@case
def search_looks_for_addresses_of_the_kind():
    head = ('id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,'
            'emails,program_ids,dataset,first_seen,last_seen,last_change\n')
    row = 'NK-%d,%s,%s,,,kp,%s,,,,,,Invented List,2023-01-01,2024-01-01,2023-01-01\n'
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'targets.simple.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(head + row % (1, 'Person', 'PAEM Chol Su', 'Upper Lantern Street')
                       + row % (2, 'Company', 'Garnet Works', 'Upper Lantern Street Nampo'))
        for kind, who in (('person', 'person'), ('company', 'company')):
            answer = ask('search', '--kind', kind, '--limit', '1', 'Upper Lantern Street', path)
            same([one['kind'] for one in answer['results']], [who])


NAMES = lists('names.csv')


@case
def screen_gives_one_verdict_a_row():
    rows = list(csv.DictReader(io.StringIO(run('screen', '--format', 'csv', *NAMES, *ALL))))
    same([(row['id'], row['verdict'], row['match']) for row in rows], [
        ('a1', 'listed', 'imo:9311000'),
        ('a2', 'listed', 'imo-company:5711001'),
        ('a3', 'listed', 'ofac:91003'),
        ('a4', 'near match', 'eu:39999R1509/XIII.A/3'),
        ('a5', 'owned 50 % or more by listed', 'imo:9311048'),
        ('a6', 'near match', 'ofac:91004' if rows[5]['match'].startswith('ofac') else
         'imo-company:5711014'),
        ('a7', 'not screened', ''),
        ('a8', 'none', ''),
        ('a9', 'none', ''),
        ('a10', 'linked', 'imo:9311036')])
    same([row['line'] for row in rows], [str(line) for line in range(2, 12)])
    assert rows[3]['why_not'].startswith('born otherwise'), rows[3]
    same((rows[4]['certainty'], rows[4]['share_low'], rows[4]['rule_from'], rows[4]['ownership']),
         ('definite', '1', '2014-08-13',
          'owned, 100 %: definite under the OFAC 50 Percent Rule of 2014-08-13'))
    assert os.path.join(LISTS, 'roles.csv') + ':5' in rows[4]['sources'], rows[4]
    assert 'wrong check digit' in rows[7]['issue'] and 'fewer cells' in rows[8]['issue']
    assert 'TIDEMARK' in rows[9]['path'] and rows[9]['links'] == '1', rows[9]


@case
def screen_takes_columns_by_name():
    rows = ask('screen', '--column', 'name=Ref', *NAMES, *ALL)['results']
    same(rows[0]['name'], 'a1')
    assert 'does not have' in run('screen', '--column', 'name=Cheese', *NAMES, *ALL, code=2)
    assert 'no field' in run('screen', '--column', 'cheese=Ref', *NAMES, *ALL, code=2)
    assert 'FIELD=HEADER' in run('screen', '--column', 'name', *NAMES, *ALL, code=2)
    assert 'none of .csv' in run('screen', '--output', 'a.doc', *NAMES, *ALL, code=2)
    assert 'wanted' in run('screen', *NAMES, code=2)


@case
def screen_writes_workbooks_without_formulas():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'result.xlsx')
        run('screen', '--output', path, *NAMES, *ALL)
        with zipfile.ZipFile(path) as book:
            results = book.read('xl/worksheets/sheet1.xml').decode()
            assert book.read('xl/worksheets/sheet2.xml').decode().count('<row ') > 10
            assert 'Parameters' in book.read('xl/workbook.xml').decode()
        same(results.count('<row '), 11)
        assert 'state="frozen"' in results and '<f>' not in results and '=cmd' in results


tap.run_cases('/find', CASES)
