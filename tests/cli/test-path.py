# tests/cli/test-path.py: fairlead path and common as a user meets them
import csv
import io
import json

import tap
from program import ESC, INPUTS, MAPPING, fails, run, same

CASES = []


def case(function):
    """Its name is the name of the case; a failed assertion fails it"""
    CASES.append(function)
    return function


def path(*arguments, ends=('imo:3119008', 'imo:3119010'), **keywords):
    return run('path', *MAPPING, *arguments, *ends, *INPUTS, **keywords)


@case
def path_shows_each_hop_with_its_source():
    code, out, err = path('--format', 'json')
    same((code, err), (0, ''))
    answer = json.loads(out)
    same([hop['to'] for hop in answer['paths'][0]['hops']], ['imo-company:9709116', 'imo:3119010'])
    hop = answer['paths'][0]['hops'][0]
    same((hop['kind'], hop['since'], hop['until'], hop['confidence']),
         ('ism-managed-by', '2016-07-03', None, 1))
    assert hop['sources'][0].endswith('roles.csv:2'), hop['sources']
    # 0.9 for an ISM manager, and 0.9 left by the loss of a hop, twice
    same(answer['paths'][0]['strength'], 0.6561)
    same(answer['bounded_by'], None)


@case
def path_is_safe_on_a_terminal_and_in_a_sheet():
    code, out, err = path(ends=('imo:3119008', 'imo:3119010'))
    same((code, err), (0, ''))
    assert ESC not in out and '\u202e'.encode() not in out
    code, out, err = path('--format', 'csv', ends=('imo:3119008', 'imo-company:9709120'))
    rows = list(csv.DictReader(io.StringIO(out.decode())))
    same(rows[0]['to'], 'imo-company:9709120')
    assert rows[0]['to_name'].startswith("'="), rows[0]


@case
def path_asks_for_kind_class_day_and_time():
    def count(*arguments):
        return len(json.loads(path('--format', 'json', *arguments)[1])['paths'])

    same(count(), 3)
    same(count('-n', '2'), 2)
    same(count('--kind', 'ism-manager'), 1)
    same(count('--class', 'management', '--in-order'), 1)
    same(count('--class', 'ownership'), 0)
    same(count('--as-of', '2016-07-02'), 2)
    same(count('--as-of', '2016-07-03', '--overlapping'), 3)
    same(count('--max-hops', '2'), 1)
    same(count('--max-hops', '1'), 0)
    same(count('--max-degree', '1'), 0)
    same(json.loads(path('--by', 'hops', '--count', '--format', 'json')[1])['n_cheapest'], 1)


@case
def path_says_what_it_does_not_find():
    code, out, err = path('--class', 'family')
    same((code, err), (0, ''))
    assert b'no path was found' in out, out


@case
def path_tells_what_is_wrong():
    fails(run('path', *MAPPING, 'imo:3119008', *INPUTS), '2 entity expressions', 'there are 1')
    fails(run('path', *MAPPING, 'imo:3119008', 'imo:3119010'), 'no input file')
    fails(path(ends=('imo:3119008', 'imo:9999999')), 'imo:9999999')
    fails(path('--kind', 'boss'), '--kind boss is not known')
    fails(path('--class', 'boss'), '--class boss', 'ownership')
    fails(path('--as-of', '2016'), '--as-of 2016 is no day')
    fails(path('--by', 'luck'), '--by luck')
    fails(path('--paths', '0'), '--paths 0')
    fails(path('--max-hops', '-1'), '--max-hops -1')
    fails(path('--max-degree', '-1'), '--max-degree -1')
    fails(path('--overlapping', '--in-order'), 'exclude each other')
    fails(path('--count', '--max-hops', '3'), '--count')


@case
def common_connects_what_is_named():
    code, out, err = run('common', *MAPPING, '-f', 'json', 'imo:3119008', 'imo:3119010',
                         'imo-company:9709120', *INPUTS)
    same((code, err), (0, ''))
    trees = json.loads(out)['trees']
    same(len(trees), 1)
    reached = {trees[0]['hops'][0]['from']}
    for hop in trees[0]['hops']:
        assert hop['from'] in reached and hop['to'] not in reached, hop
        reached.add(hop['to'])
    assert {'imo:3119008', 'imo:3119010', 'imo-company:9709120'} <= reached, reached


@case
def common_tells_what_nothing_joins():
    code, out, err = run('common', *MAPPING, 'imo:3119008', 'imo:3119022', *INPUTS)
    same((code, err), (0, ''))
    assert b'in 2 parts that no link joins; 2 of them stand alone' in out, out
    fails(run('common', *MAPPING, 'imo:3119008', *INPUTS), '1 entities', '2 to 1000')


@case
def paths_are_the_same_whatever_the_order_of_the_files():
    for command in ('path', 'common'):
        ends = ['imo:3119008', 'imo:3119010']
        one = run(command, *MAPPING, *ends, *INPUTS)
        other = run(command, *MAPPING, *ends, *reversed(INPUTS))
        same(one, other)


tap.run_cases('/cli/path', CASES)
