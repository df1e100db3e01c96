# tests/cli/test-disrupt.py: whom to designate, as a user asks for it
import csv
import io
import json
import os
import subprocess
import sys

import tap

PROGRAM = sys.argv[1]
FOLDER = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
MAPPINGS = [word for name in ('companies', 'officers', 'ships', 'supplies', 'transfers')
            for word in ('--mapping', os.path.join(FOLDER, name + '.mapping'))]
INPUTS = [os.path.join(FOLDER, name) for name in (
    'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv', 'officers.csv',
    'ships.csv', 'supplies.csv', 'transfers.csv')]
TARGET = ['--target', 'programme:DPRK']
CASES = []


def case(function):
    CASES.append(function)
    return function


def same(found, expected):
    assert found == expected, '%.600r instead of %.600r' % (found, expected)


def run(*arguments):
    done = subprocess.run([PROGRAM, 'disrupt', '--quiet', *MAPPINGS, *arguments, *INPUTS],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=100, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def ask(*arguments):
    code, out, err = run('--format', 'json', *arguments)
    assert code == 0, err
    return json.loads(out)


@case
def greedy_loses_no_less_than_brokerage():
    for budget in (1, 3):
        answer = ask(*TARGET, '--budget', str(budget), '--candidates', '40')
        same(len(answer['parties']), budget)
        assert answer['loss'] >= answer['loss_by_brokerage'] > 0, answer
        assert answer['loss_after_answer'] <= answer['loss'], answer
        assert answer['cut']['least_cost'] == len(answer['cut']['parties']) > budget
        assert any('1 / hops' in line for line in answer['assumptions'])


@case
def one_designation_is_exact():
    answer = ask(*TARGET, '--budget', '1')
    assert answer['exact'] and not answer['bounded'], answer
    (party,) = answer['parties']
    same(party['loss_alone'], answer['loss'])


@case
def the_protected_are_not_chosen():
    first = ask(*TARGET, '--budget', '1')['parties'][0]['id']
    answer = ask(*TARGET, '--budget', '1', '--protect', first)
    assert answer['parties'][0]['id'] != first
    dear = ask(*TARGET, '--budget', '2', '--candidates', '40', '--cost', '2=' + first)
    assert sum(party['cost'] for party in dear['parties']) <= 2, dear['parties']


@case
def links_are_cut():
    answer = ask(*TARGET, '--budget', '2', '--links', '--candidates', '40')
    same([sorted(link)[:2] for link in answer['links']], [['cost', 'from']] * 2)
    assert 'cut' not in answer and 0 < answer['loss'] < 1


@case
def outreach_names_roles_and_places():
    answer = ask(*TARGET, '--budget', '2', '--candidates', '40', '--limit', '0')
    roles = {row['role'] for row in answer['outreach']}
    assert 'flag-registry' in roles, roles
    for row in answer['outreach']:
        assert row.get('exposure', 0) <= 0.5 and row['dealings'] > 0, row
    places = [row['jurisdiction'] for row in answer['outreach'] if row['jurisdiction']]
    same(places, sorted(places))
    code, out, _ = run(*TARGET, '--budget', '2', '--candidates', '40', '--format', 'csv',
                       '--limit', '0')
    rows = list(csv.DictReader(io.StringIO(out)))
    same((code, [row['what'] for row in rows].count('warn')), (0, len(answer['outreach'])))


@case
def a_table_prints_its_assumptions():
    code, out, _ = run(*TARGET, '--budget', '1')
    same(code, 0)
    answer = ask(*TARGET, '--budget', '1')
    needed = 'at least %d designations are needed' % len(answer['cut']['parties'])
    assert needed in out, out
    # by their number only where all cost the same
    dear = run(*TARGET, '--budget', '1', '--cost', '2=' + answer['parties'][0]['id'])[1]
    assert 'designations that cost ' in dear and 'designations are needed' not in dear, dear
    for words in ('at once: ', 'after the network\'s answer: ', 'at the same budget: ', 'at least',
                  'to be warned first', 'assumed: access is the sum of 1 / hops'):
        assert words in out, (words, out)
    same(run(*TARGET, '--budget', '1')[1], out)


@case
def the_whole_network_without_a_target():
    answer = ask('--budget', '1', '--candidates', '20')
    assert answer['target'] == [] and 'cut' not in answer and answer['loss'] > 0


@case
def what_cannot_be_is_refused():
    for words, arguments in [
            ('--budget 0 is not possible', ['--budget', '0']),
            ('--cost x is not N=EXPRESSION', ['--cost', 'x']),
            ('--cost 0=name:A is not N=EXPRESSION', ['--cost', '0=name:A']),
            ('are for designations', ['--links', '--protect', 'list:OFAC']),
            ('imo:1', ['--target', 'imo:1'])]:
        code, out, err = run(*arguments)
        same((code, out), (2, ''))
        assert words in err, err


tap.run_cases('/cli/disrupt', CASES)
