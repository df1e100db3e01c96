# tests/cli/test-backtest.py: a backtest by hand, and over invented worlds
import csv
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import tap

PROGRAM = sys.argv[1]
SIMULATE = os.path.join(tap.ROOT, 'bench', 'simulate')
TABLES = ('ships', 'companies', 'officers', 'dealings')
FOLDER = tempfile.TemporaryDirectory()
CASES = []


def case(function):
    """Its name is the name of the case; a failed assertion fails it"""
    CASES.append(function)
    return function


def same(found, expected):
    assert found == expected, '%.400r instead of %.400r' % (found, expected)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def backtest(*arguments):
    code, out, err = run('backtest', '--quiet', '--format', 'json', *arguments)
    same((code, err), (0, ''))
    return json.loads(out)


def measures(result):
    return {row['name']: row for row in result['measures']}


# ---- by hand ----

# T, listed in 2010, is linked to A, and A to B and E. A was listed in 2018, C, whom nobody knew
# before 2019, and B in 2021. Z has nothing to do with it.
LINKS = '''from,to,since
T,A,2011-01-01
A,B,2012-01-01
A,E,2012-01-01
T,C,2019-03-01
Y,Z,
'''
LISTED = '''party,listed
T,2010-05-01
A,2018-02-01
C,2019-06-01
B,2021-01-01
'''
MAPPINGS = {'links': '''[mapping]
name=hand-links
[entity one]
kind=company
key=hand:{from}
name={from}
[entity other]
kind=company
key=hand:{to}
name={to}
[link joined]
kind=director
from=one
to=other
start={since}
''', 'listed': '''[mapping]
name=hand-listed
[entity party]
kind=company
key=hand:{party}
[designation listed]
of=party
list=HAND
programme=X
start={listed}
'''}


def write(name, text):
    path = os.path.join(FOLDER.name, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def by_hand(*arguments):
    inputs = [write('links.csv', LINKS), write('listed.csv', LISTED)]
    for name, text in MAPPINGS.items():
        inputs += ['--mapping', write(name + '.mapping', text)]
    return [*arguments, *inputs]


HAND = ('--as-of', '2017-12-31', '--target', 'programme:X')


@case
def by_hand_as_the_comment_says():
    """A is the first of A, B, E, Y, Z; C was not reachable, and B was listed after --until"""
    result = backtest(*by_hand(*HAND, '--labels', 'programme:X', '--until', '2020-12-31'))
    labels = {row['id']: row for row in result['labels'].pop('parties')}
    same(result['labels'], {'expressions': ['programme:X'], 'size': 2, 'ranked': 1,
                            'listed-before': 0, 'unreachable': 1})
    same(labels['hand:A'], {'id': 'hand:A', 'name': 'A', 'kind': 'company', 'fate': 'ranked',
                            'listed': '2018-02-01', 'rank': 1, 'score': labels['hand:A']['score']})
    same((labels['hand:C']['fate'], labels['hand:C'].get('rank')), ('unreachable', None))
    score = measures(result)['score']
    same((score['all']['judged'], score['all']['labelled']), (5, 1))
    same((score['all']['average_precision'], score['all']['auc']), (1, 1))
    same(score['lead_time_days'], 32)
    chance = measures(result)['random']['all']  # of one of five: (1 + 1/2 + 1/3 + 1/4 + 1/5) / 5
    same((chance['average_precision'], chance['auc']), (0.456667, 0.5))
    same(measures(result)['random']['lead_time_days'], 32)  # all five are among the first 50
    # links T A, A B, A E; the names of T, A, B, E on their rows. C's row is later, with his name.
    # T's listing is dated, and three are later.
    files = {os.path.basename(row.pop('file')): row for row in result['files']}
    same(files['links.csv'], {'dated': 7, 'undated': 3, 'after': 2, 'published_after': 0})
    same(files['listed.csv'], {'dated': 1, 'undated': 0, 'after': 3, 'published_after': 0})


@case
def labels_by_name_need_no_list():
    result = backtest(*by_hand(*HAND, '--labels', 'name:B', '--labels', 'name:E'))
    fates = {row['id']: (row['fate'], row.get('listed')) for row in result['labels']['parties']}
    same(fates, {'hand:B': ('ranked', '2021-01-01'), 'hand:E': ('ranked', None)})
    result = backtest(*by_hand('--as-of', '2019-12-31', '--target', 'programme:X', '--labels', 'name:A',
                               '--labels', 'name:B'))
    same((result['labels']['ranked'], result['labels']['listed-before']), (1, 1))


@case
def what_cannot_be_dated_may_be_left_out():
    result = backtest(*by_hand(*HAND, '--labels', 'programme:X', '--drop-undated'))
    same(result['undated_kept'], False)
    same(measures(result)['score']['all']['judged'], 3)


@case
def mistakes_are_named():
    for options, words in (
            (('--target', 'programme:X', '--labels', 'programme:X'), '--as-of is missing'),
            (('--as-of', '2017', *HAND[2:], '--labels', 'programme:X'), '--as-of 2017 is no day'),
            (HAND, '--labels is missing'),
            ((*HAND[:2], '--labels', 'programme:X'), '--target is missing'),
            ((*HAND, '--labels', 'programme:X', '--until', '2016-01-01'), 'is not after'),
            ((*HAND, '--labels', 'programme:X', '--draws', '-1'), '--draws -1'),
            ((*HAND, '--labels', 'programme:Y'), 'selects nothing'),
            ((*HAND, '--labels', 'name:T'), 'none of the 1 labels can be judged'),
            ((*HAND, '--labels', 'name:C'), 'none of the 1 labels can be judged'),
            ((*HAND, '--labels', 'programme:X', '--chart', '/nowhere/x.svg'), '/nowhere/x.svg')):
        code, out, err = run('backtest', *by_hand(*options))
        same((code, out), (2, ''))
        assert words in err, (words, err)


# ---- over a world ----

def world(seed, *options):
    folder = os.path.join(FOLDER.name, 'world-%d%s' % (seed, ''.join(options)))
    if not os.path.isdir(folder):
        subprocess.run([sys.executable, SIMULATE, '--size', '500', '--seed', str(seed), *options,
                        folder], check=True, timeout=60)
    return folder


def inputs(folder):
    files = [os.path.join(folder, name + '.csv') for name in (*TABLES, 'roles', 'sanctions')]
    for name in TABLES:
        files += ['--mapping', os.path.join(folder, name + '.mapping')]
    return files


TARGET = ['--as-of', '2019-01-01', '--target', 'programme:The Norland']


def facilitators(folder):
    return ['--labels', '@' + os.path.join(folder, 'facilitators.txt')]


@case
def a_world_is_the_same_each_time():
    first, second = world(1), os.path.join(FOLDER.name, 'again')
    subprocess.run([sys.executable, SIMULATE, '--size', '500', second], check=True, timeout=60)
    for name in sorted(os.listdir(first)):
        with open(os.path.join(first, name), 'rb') as one, \
                open(os.path.join(second, name), 'rb') as other:
            assert one.read() == other.read(), name


@case
def order_of_files_changes_nothing():
    folder = world(1)
    files = inputs(folder)
    moved = files[5::-1] + files[6:]
    same(*(run('backtest', *TARGET, *facilitators(folder), *order)[1] for order in (files, moved)))


@case
def labels_are_never_dropped():
    folder = world(1)
    result = backtest(*TARGET, '--labels', 'programme:The Norland', *inputs(folder))
    with open(os.path.join(folder, 'truth.csv'), encoding='utf-8') as file:
        later = [row for row in csv.DictReader(file) if row['listed'] > '2019-01-01']
    labels = result['labels']
    same(labels['size'], len(later))
    same(labels['ranked'] + labels['listed-before'] + labels['unreachable'], labels['size'])
    labels = backtest(*TARGET, *facilitators(folder), *inputs(folder))['labels']
    with open(os.path.join(folder, 'facilitators.txt'), encoding='utf-8') as file:
        same(labels['size'], len(file.readlines()))
    same(labels['ranked'] + labels['listed-before'] + labels['unreachable'], labels['size'])
    assert labels['unreachable'] > 0, labels


@case
def every_kind_is_judged_and_every_party_written():
    folder = world(1)
    parties = os.path.join(FOLDER.name, 'parties.csv')
    result = backtest(*TARGET, *facilitators(folder), '--parties', parties, *inputs(folder))
    score = measures(result)['score']
    for field in ('judged', 'labelled'):
        same(sum(score[kind][field] for kind in ('person', 'company', 'vessel')
                 if kind in score), score['all'][field])
    with open(parties, encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    same(len(rows), score['all']['judged'])
    same(sum(row['labelled'] == 'true' for row in rows), score['all']['labelled'])
    best = sorted(rows, key=lambda row: -float(row['degree']))
    assert float(best[0]['degree']) > 20, best[0]


# ---- how good it is: bench/fit does the same over more and larger worlds ----

HELD_OUT = (3001, 3002, 3003, 3004)
BASELINES = ('degree', 'one-hop', 'pagerank', 'personalised-pagerank', 'katz', 'betweenness')


def judged_worlds():
    for seed in HELD_OUT:
        folder = world(seed)
        parties = os.path.join(folder, 'parties.out')
        yield folder, parties, measures(backtest(*TARGET, *facilitators(folder), '--draws', '0',
                                                 '--parties', parties, *inputs(folder)))


@case
def the_score_beats_the_best_baseline_by_a_third():
    found = {}
    for _, _, measured in judged_worlds():
        for name in ('score', 'random', *BASELINES):
            found.setdefault(name, []).append(measured[name]['all']['average_precision'])
    means = {name: sum(values) / len(values) for name, values in found.items()}
    best = max(BASELINES, key=means.get)
    assert means['score'] > 4 / 3 * means[best], means
    assert means['score'] > 0.2, means
    assert means[best] > means['random'], means  # or nothing would be beaten


@case
def licit_hubs_do_not_lead():
    """Agents, insurers, class societies and secretaries never; managers and nominee directors seldom"""
    n_others = 0
    for folder, parties, _ in judged_worlds():
        with open(os.path.join(folder, 'truth.csv'), encoding='utf-8') as file:
            roles = {row['name']: row['role'] for row in csv.DictReader(file) if row['hub'] == 'yes'}
        with open(parties, encoding='utf-8') as file:
            top = [roles[row['name']] for row in list(csv.DictReader(file))[:20]
                   if row['name'] in roles]
        n_others += len(top)
        for role in ('formation agent', 'insurer', 'class society', 'secretary'):
            assert role not in top, (folder, top)
    assert n_others <= 2 * len(HELD_OUT), n_others


@case
def csv_and_table_say_the_same():
    folder = world(1)
    arguments = [*TARGET, *facilitators(folder), *inputs(folder)]
    score = measures(backtest(*arguments))['score']['all']
    table = run('backtest', *arguments)[1]
    rows = list(csv.DictReader(run('backtest', '--format', 'csv', *arguments)[1].splitlines()))
    row = next(row for row in rows if row['measure'] == 'score' and row['kind'] == 'all')
    same(float(row['average_precision']), score['average_precision'])
    same(float(row['recall_50']), score['at'][2]['recall'])
    assert '%.3f' % score['average_precision'] in table, table
    assert 'not reachable' in table and 'UNDATED' in table, table


@case
def a_chart_has_a_curve_for_each_measure():
    folder = world(1)
    chart = os.path.join(FOLDER.name, 'recall.svg')
    result = backtest(*TARGET, *facilitators(folder), '--chart', chart, *inputs(folder))
    tree = xml.parse(chart).getroot()
    same(tree.tag, '{http://www.w3.org/2000/svg}svg')
    curves = tree.findall('{http://www.w3.org/2000/svg}path')
    same(len(curves), len(result['measures']))
    texts = [text.text for text in tree.findall('{http://www.w3.org/2000/svg}text')]
    assert any(text.startswith('score (AP ') for text in texts), texts
    same(curves[-1].get('d').split()[-1], '64')  # all are found at the end


tap.run_cases('/cli/backtest', CASES)
