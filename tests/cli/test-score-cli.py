# tests/cli/test-score-cli.py: what a ranking depends on, as a user sets it and sees it
import json
import os
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
TARGET = ['--target', 'programme:DPRK']
MAPPINGS = [word for name in ('companies', 'officers', 'ships', 'supplies', 'transfers')
            for word in ('--mapping', os.path.join(STRAIT, name + '.mapping'))]
INPUTS = [os.path.join(STRAIT, name) for name in (
    'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv',
    'officers.csv', 'ships.csv', 'supplies.csv', 'transfers.csv')]


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=100, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def succeed(*arguments):
    code, out, err = run(*arguments)
    assert code == 0, err
    return out


def rank(*arguments):
    return json.loads(succeed('rank', '--format', 'json', *TARGET, *MAPPINGS, *arguments, *INPUTS))


def fails(result, *words):
    code, out, err = result
    assert (code, out) == (2, ''), (code, out)
    for word in words:
        assert word in err, err


def with_file(text, use):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'own.parameters')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return use(path)


# ---- parameters ----

def printed_parameters_change_nothing():
    text = succeed('rank', '--print-parameters')
    assert '[conductance]\nregistered-owner=1\n' in text, text
    assert with_file(text, lambda path: rank('--parameters', path)) == rank()


def parameters_replace_the_shipped_ones():
    def use(path):
        printed = succeed('rank', '--parameters', path, '--print-parameters')
        assert '\nrestart=0.35\n' in printed and '\nhop-loss=0.1\n' in printed, printed
        return rank('--parameters', path)
    own = with_file('[walk]\nrestart=0.35\n', use)
    shipped = rank()
    assert own['parameters']['hash'] != shipped['parameters']['hash']
    scores = [[row['components']['proximity'] for row in whole['results']]
              for whole in (own, shipped)]
    assert scores[0] != scores[1]


def parameters_hold_for_paths_too():
    ends = ['imo:3112048', 'list:OFAC']
    common = ['path', '--format', 'json', *MAPPINGS]
    shipped = json.loads(succeed(*common, *ends, *INPUTS))
    own = with_file('[paths]\nhop-loss=0.5\n', lambda path: json.loads(
        succeed(*common, '--parameters', path, *ends, *INPUTS)))
    assert own['parameters'] != shipped['parameters']
    assert own['paths'][0]['strength'] < shipped['paths'][0]['strength']


def bad_parameters_are_refused_with_their_line():
    with_file('[walk]\nrestart=2\n', lambda path: fails(
        run('rank', *TARGET, '--parameters', path, *INPUTS), ':2: restart=2 is out of range'))
    fails(run('rank', *TARGET, '--parameters', '/nowhere/own', *INPUTS), '/nowhere/own: ')


# ---- days ----

def ranking_of_a_day():
    whole = rank('--as-of', '2023-01-01')
    assert whole['as_of'] == '2023-01-01'
    assert whole['left_out']['links_later'] > 0, whole['left_out']
    now = {row['id']: row for row in rank('--limit', '0')['results']}
    # the supplies began in February 2023
    trader = next(row for row in whole['results'] if row['id'] == 'register:AE2515934')
    assert trader['degree'] < now[trader['id']]['degree'], trader
    assert 'as_of' not in rank()


def bad_days_are_refused():
    for command in ('rank', 'export'):
        fails(run(command, *TARGET, '--as-of', '2017', *INPUTS), '--as-of 2017 is no day')


def footer_tells_what_was_left_out():
    text = succeed('rank', *TARGET, *MAPPINGS, '--as-of', '2023-01-01', *INPUTS)
    assert '\nas of 2023-01-01, without ' in text, text


# ---- measures ----

def every_measure_is_a_column():
    names = [line.split()[0] for line in succeed('rank', '--list-measures').splitlines()]
    assert len(names) == 17, names
    chosen = [word for name in names for word in ('--measure', name)]
    rows = rank('--limit', '0', *chosen)['results']
    assert all(list(row['measures']) == names for row in rows)
    assert all(row['measures']['degree'] == row['degree'] for row in rows)
    for name in names:
        assert len({row['measures'][name] for row in rows}) > 1, name
    heading = succeed('rank', '--format', 'csv', *TARGET, *MAPPINGS, *chosen, *INPUTS)
    assert ',degree,' + ','.join(names) + ',rank_low,' in heading.splitlines()[0], heading[:400]
    table = succeed('rank', *TARGET, *MAPPINGS, '--measure', 'katz', *INPUTS)
    assert 'KATZ' in table.splitlines()[0].split(), table[:200]


def betweenness_can_be_sampled():
    options = ['--measure', 'betweenness', '--limit', '0']
    exact, sampled, again, other = (
        rank(*options, *more) for more in ([], ['--sampling-error', '0.05'],
                                           ['--sampling-error', '0.05'],
                                           ['--sampling-error', '0.05', '--seed', '2']))
    assert 'sampling' not in exact, exact['sampling']
    assert sampled == again
    assert sampled['sampling']['error'] <= 0.05 and sampled['sampling']['confidence'] == 0.9
    assert other['sampling']['seed'] == 2
    pairs = list(zip(exact['results'], sampled['results'], other['results']))
    assert all(abs(one['measures']['betweenness'] - two['measures']['betweenness'])
               <= sampled['sampling']['error'] for one, two, _ in pairs)
    assert any(two['measures'] != three['measures'] for _, two, three in pairs)
    assert max(one['measures']['betweenness'] for one, _, _ in pairs) > 0.1
    table = succeed('rank', *TARGET, *MAPPINGS, *options, '--sampling-error', '0.05', *INPUTS)
    assert 'DEG' in table and 'pairs drawn with seed 1; with 90 % confidence' in table, table
    for wrong in ('-1', '1', 'nan', 'x'):
        fails(run('rank', *TARGET, '--sampling-error', wrong, *INPUTS), 'sampling-error')


def roles_go_by_groups():
    options = ['--measure', 'gatekeeper', '--limit', '0']
    sides, countries = ([row['measures'] for row in rank(*options, '--groups', by)['results']]
                        for by in ('side', 'jurisdiction'))
    assert sides != countries


def unknown_measures_are_refused():
    start = ['rank', *TARGET]
    fails(run(*start, '--measure', 'kats', *INPUTS), 'did you mean "katz"?')
    fails(run(*start, '--measure', 'katz', '--measure', 'katz', *INPUTS), 'twice')
    fails(run(*start, '--groups', 'colour', *INPUTS), '--groups colour')


# ---- draws, sources, explanations ----

SURE = '[draws]\nmost-sure=1\n[recorded]\n' + ''.join('%s=1\n' % name for name in (
    'ownership', 'control', 'management', 'office', 'service', 'location', 'family', 'trade',
    'association'))

def draws_give_intervals():
    whole = rank('--limit', '15')
    assert (whole['seed'], whole['stability']['draws']) == (1, 200), whole['stability']
    assert rank('--limit', '15') == whole
    for row in whole['results']:
        low, high = row['interval']
        assert 1 <= low <= high and 0 <= row['top_probability'] <= 1, row
    assert any(row['interval'][0] < row['interval'][1] for row in whole['results'])
    other = rank('--limit', '15', '--seed', '2', '--draws', '50')
    assert other['seed'] == 2 and other['results'] != whole['results']
    none = rank('--draws', '0')
    assert 'seed' not in none and 'interval' not in none['results'][0]
    sure = with_file(SURE, lambda path: rank('--parameters', path))
    mine = next(row for row in sure['results'] if row['rank'] == 1)
    assert mine['interval'][0] == 1, mine
    fails(run('rank', *TARGET, '--draws', '-1', *INPUTS), '--draws -1')


LISTS = os.path.join(tap.ROOT, 'fixtures', 'four-lists')
FOUR = ['--target', 'list:OFAC', '--mapping', os.path.join(LISTS, 'register.mapping'),
        *(os.path.join(LISTS, name) for name in ('sdn.csv', 'add.csv', 'alt.csv', 'un.xml',
                                                  'conlist.csv', 'annexes.csv', 'roles.csv',
                                                  'register.csv'))]


def rank_lists(*arguments):
    return json.loads(succeed('rank', '--format', 'json', *arguments, *FOUR))


def merges_are_drawn_where_asked():
    plain, merged = rank_lists(), rank_lists('--draw-merges')
    assert plain['stability']['merges'] == 0 and merged['stability']['merges'] > 0
    assert rank_lists('--draw-merges') == merged
    assert [row['score'] for row in plain['results']] == [row['score'] for row in merged['results']]
    assert plain['results'] != merged['results']
    assert 'draws of links and merges' in succeed('rank', '--draw-merges', *FOUR)
    fails(run('rank', '--draw-merges', '--draws', '0', *FOUR), '--draw-merges')


def an_undecided_merge_is_to_be_collected():
    first = rank_lists('--collect', '1')['collect'][0]
    assert first['unknown'] == 'merge' and first['chance'] > 0.9, first
    assert {first['party']['name'].upper(), first['other']['name'].upper()} == {
        'GARNET HERON SHIPPING COMPANY, LIMITED'}, first


def what_to_collect_next():
    whole = rank('--collect', '6')
    asked = whole['collect']
    assert 1 <= len(asked) <= 6, asked
    values = [entry['chance'] * entry['change'] for entry in asked]
    assert values == sorted(values, reverse=True), values
    assert {entry['unknown'] for entry in asked} <= {'owner', 'merge', 'source'}
    assert all('links' in entry for entry in asked if entry['unknown'] == 'source')
    assert rank('--collect', '6')['collect'] == asked
    assert 'collect' not in rank()
    text = succeed('rank', *TARGET, *MAPPINGS, '--collect', '6', *INPUTS)
    assert 'what to collect next' in text and 'places change' in text, text
    fails(run('rank', *TARGET, '--collect', '-1', *INPUTS), '--collect -1')
    fails(run('rank', *TARGET, '--collect', '1', '--format', 'csv', *INPUTS), '--collect')


def who_serves_many_is_held_to_them():
    rows = {row['id']: row for row in rank('--limit', '0')['results']}
    free = with_file('[hubs]\nprovider-clients=inf\n',
                     lambda path: rank('--parameters', path, '--limit', '0'))['results']
    assert all(row['provider_factor'] == 1 for row in free)
    for row in free:
        mine = rows[row['id']]
        assert abs(mine['score'] - row['score'] * mine['provider_factor']) < 2e-5, mine
    held = [row for row in rows.values() if row['provider_factor'] < 1]
    assert held and all(row['clients'] > 6 and row['exposure'] < 0.5 for row in held), held


def one_source_less():
    whole = rank('--drop-source', 'transfers.csv', '--limit', '0')
    assert whole['without']['links'] == 13, whole['without']
    ship = next(row for row in whole['results'] if row['id'] == 'imo:3112048')
    assert ship['rank_without'] > ship['rank'], ship
    assert 'WITHOUT: the rank without the 13 links of transfers.csv' in succeed(
        'rank', *TARGET, *MAPPINGS, '--drop-source', 'transfers.csv', *INPUTS)
    fails(run('rank', *TARGET, *MAPPINGS, '--drop-source', 'ransfers.csv', *INPUTS),
          'no input ends in "ransfers.csv"')


def without_what_is_not_there_nothing_changes():
    """A file that states no link: the ranks are those of the whole"""
    whole = rank('--drop-source', 'alt.csv', '--limit', '30')
    assert whole['without']['links'] == 0
    assert all(row['rank_without'] == row['rank'] for row in whole['results'])


def explain(*arguments):
    return run('explain', *arguments, *TARGET, *MAPPINGS, *INPUTS)


def explanation_of_the_trader():
    code, out, err = explain('register:AE2515934', '--format', 'json')
    assert code == 0, err
    told = json.loads(out)
    row = next(row for row in rank()['results'] if row['id'] == told['id'])
    assert (told['rank'], told['score'], told['exposure']) == (
        row['rank'], row['score'], row['exposure'])
    assert told['exposure_class'] in ('dedicated', 'mixed', 'incidental')
    assert abs(sum(part['share'] for part in told['components'].values()) - 1) < 1e-5
    assert told['components']['brokerage']['rank'] == 1
    steps = told['counterfactual']
    assert 1 <= len(steps) <= 3 and steps[-1]['rank_without'] > told['rank'], steps
    assert steps[0]['removed'][0]['sources'], steps
    text = explain('register:AE2515934')[1]
    assert 'rank %d because of ' % told['rank'] in text, text
    assert text.endswith('A high rank is a question, not a finding.\n')


def explanations_need_one_ranked_party():
    fails(explain('list:OFAC'), 'is not ranked')
    fails(explain('name:NOBODY'), 'selects nothing')
    fails(explain('register:AE2515934', '--format', 'csv'), 'csv')
    fails(run('explain', 'imo:3112048', *INPUTS), '--target is missing')


tap.run_cases('/score', [
    printed_parameters_change_nothing,
    parameters_replace_the_shipped_ones,
    parameters_hold_for_paths_too,
    bad_parameters_are_refused_with_their_line,
    ranking_of_a_day,
    bad_days_are_refused,
    footer_tells_what_was_left_out,
    every_measure_is_a_column,
    betweenness_can_be_sampled,
    roles_go_by_groups,
    unknown_measures_are_refused,
    draws_give_intervals,
    merges_are_drawn_where_asked,
    an_undecided_merge_is_to_be_collected,
    what_to_collect_next,
    who_serves_many_is_held_to_them,
    one_source_less,
    without_what_is_not_there_nothing_changes,
    explanation_of_the_trader,
    explanations_need_one_ranked_party,
])
