# tests/cli/test-resolve.py: decisions on who is the same, as a user takes, applies and undoes them
import json
import os
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
TINY = os.path.join(tap.ROOT, 'fixtures', 'tiny-chain')
MAPPING = ['--mapping', os.path.join(TINY, 'parties.mapping')]
INPUTS = [os.path.join(TINY, 'parties.csv'), os.path.join(TINY, 'roles.csv')]
TARGET = ['--target', 'programme:DPRK', '--limit', '0', '--format', 'json']
SAME = 'left,right,verdict,who\nimo-company:9709116,imo-company:9709120,same,Ada\n'

CASES = []


def case(function):
    """Its name is the name of the case; a failed assertion fails it"""
    CASES.append(function)
    return function


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def done(*arguments):
    code, out, err = run(*arguments)
    assert code == 0, err
    return out


def fails(result, *words):
    code, out, err = result
    assert (code, out) == (2, ''), result
    for word in words:
        assert word in err, '%r is not in %r' % (word, err)


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def ranked(*arguments):
    return json.loads(done('rank', *MAPPING, *TARGET, *arguments, *INPUTS))['results']


# ---- decisions of every command ----

@case
def decisions_join_and_no_merge_shows_what_was():
    with tempfile.TemporaryDirectory() as name:
        path = write(name, 'decisions.csv', SAME)
        plain, merged = ranked(), ranked('--decisions', path)
        assert len(merged) == len(plain) - 1, (plain, merged)
        both = [row for row in merged
                if row['identifiers'].get('imo-company') == ['9709116', '9709120']]
        assert len(both) == 1, merged
        assert ranked('--decisions', path, '--no-merge') == plain


@case
def bad_decisions_are_told_by_line_before_anything_is_read():
    with tempfile.TemporaryDirectory() as name:
        path = write(name, 'decisions.csv', SAME + 'imo:1,imo:2,perhaps,Ada\n')
        fails(run('check', '--decisions', path, '/no/such/file.csv'), 'decisions.csv:3: ',
              'same, different or undecided')
        fails(run('check', '--decisions', os.path.join(name, 'none.csv'), *INPUTS), 'none.csv')


@case
def a_decision_on_nobody_known_is_an_issue():
    with tempfile.TemporaryDirectory() as name:
        path = write(name, 'decisions.csv', 'left,right,verdict\nx:1,imo-company:9709116,same\n')
        out = done('check', *MAPPING, '--format', 'csv', '--decisions', path, *INPUTS)
        assert 'decision-unknown' in out and 'decisions.csv:2: x:1' in out, out


# ---- decisions that a case keeps ----

def make_case(folder, name='a.fairlead'):
    path = os.path.join(folder, name)
    done('import', *MAPPING, path, *INPUTS)
    return path


def ranked_case(path, *arguments):
    return json.loads(done('rank', *TARGET, *arguments, path))['results']


def without_sources(rows):
    return [{**row, 'evidence': None, 'sources': None} for row in rows]


@case
def a_case_keeps_decisions_and_every_command_applies_them():
    with tempfile.TemporaryDirectory() as name:
        path, decisions = make_case(name), write(name, 'decisions.csv', SAME)
        plain = ranked_case(path)
        err = run('resolve', '--import', decisions, path)[2]
        assert '1 decisions added' in err, err
        merged = ranked_case(path)
        assert without_sources(merged) == without_sources(ranked('--decisions', decisions)), merged
        assert len(merged) == len(plain) - 1
        assert ranked_case(path, '--no-merge') == plain
        record = 'imo-company:9709116  described'
        assert record in done('show', 'imo-company:9709120', path)
        assert record not in done('show', '--no-merge', 'imo-company:9709120', path)
        assert ranked_case(path, '--decisions', write(
            name, 'more.csv', SAME.replace('same', 'different'))) == plain
        err = run('resolve', '--import', decisions, path)[2]
        assert '0 decisions added' in err and '1 were there before' in err, err


@case
def decisions_of_a_case_survive_a_newer_edition_and_are_undone_exactly():
    with tempfile.TemporaryDirectory() as name:
        path = make_case(name)
        done('resolve', '--import', write(name, 'decisions.csv', SAME), path)
        newer = write(name, 'parties.csv', read(INPUTS[0]) + '\n')
        done('import', *MAPPING, path, newer, INPUTS[1])
        assert len(ranked_case(path)) == len(ranked_case(path, '--no-merge')) - 1
        before = ranked_case(path, '--no-merge')
        undone = done('resolve', '--undo', '1', '--who', 'Bo', path)
        assert 'undone' in undone, undone
        assert ranked_case(path) == before
        fails(run('resolve', '--undo', '1', path), 'undone before')
        log = json.loads(done('resolve', '--log', '--format', 'json', path))['decisions']
        assert [row['state'] for row in log] == ['undone'], log
        assert log[0]['who'] == 'Ada' and log[0]['undone_by'] == 'Bo', log


@case
def decisions_go_out_of_a_case_and_into_another():
    with tempfile.TemporaryDirectory() as name:
        one, other = make_case(name), make_case(name, 'b.fairlead')
        done('resolve', '--import', write(name, 'first.csv', SAME), one)
        done('resolve', '--undo', 'last', '--who', 'Bo', one)
        done('resolve', '--import', write(name, 'next.csv', SAME.replace('Ada', 'Cy')), one)
        log = done('resolve', '--log', '--format', 'csv', one)
        assert log.count('\n') == 3 and 'Bo' in log, log
        done('resolve', '--import', write(name, 'log.csv', log), other)
        assert done('resolve', '--log', '--format', 'csv', other) == log
        assert ranked_case(one) == ranked_case(other)
        # a bare file takes decisions in as well
        done('resolve', '--import', write(name, 'log.csv', log), '--decisions',
             os.path.join(name, 'new.csv'))
        assert read(os.path.join(name, 'new.csv')) == log.replace('\r\n', '\n')


@case
def whose_decisions_are_written_is_never_in_doubt():
    with tempfile.TemporaryDirectory() as name:
        one, other = make_case(name), make_case(name, 'b.fairlead')
        decisions = write(name, 'decisions.csv', SAME)
        fails(run('resolve', '--undo', '1', '--decisions', decisions, one), '--import takes those')
        fails(run('resolve', '--apply', one, other), '2 cases are given')
        fails(run('resolve', '--import', os.path.join(name, 'none.csv'), one), 'none.csv')
        fails(run('resolve', '--undo', '3', one), 'no decision 3')
        done('resolve', '--import', decisions, one)
        assert 'Ada' in done('resolve', '--made-by', 'imo-company:9709120', one)


@case
def a_made_by_tells_the_names_of_the_records_themselves():
    with tempfile.TemporaryDirectory() as name:
        path = make_case(name)
        plain = {row['id']: row['name'] for row in ranked_case(path)}
        done('resolve', '--import', write(name, 'decisions.csv', SAME), path)
        made = json.loads(done('resolve', '--format', 'json', '--made-by', 'imo-company:9709120',
                               path))['decisions']
        assert len(made) == 1 and made[0]['number'] == 1, made
        for end in ('left', 'right'):
            assert plain[made[0][end]['id']] == made[0][end]['name'], made


# ---- resolve ----

def resolve(*arguments):
    return run('resolve', *MAPPING, *arguments)


@case
def resolve_proposes_in_every_form():
    pair = ['--least', '0', *INPUTS]
    table = done('resolve', *MAPPING, '--explain', *pair)
    assert 'pairs compared' in table and 'a question, not a finding' in table, table
    found = json.loads(done('resolve', *MAPPING, '--format', 'json', *pair))
    assert found['threshold'] == 0.98 and isinstance(found['proposals'], list), found
    rows = done('resolve', *MAPPING, '--format', 'csv', '--limit', '0', *pair)
    assert rows.startswith('left,right,verdict,probability,'), rows


@case
def decisions_are_logged_explained_and_undone():
    with tempfile.TemporaryDirectory() as name:
        path = write(name, 'decisions.csv', SAME)
        log = done('resolve', '--log', '--decisions', path)
        assert 'stands' in log and 'Ada' in log and 'imo-company:9709116' in log, log
        made = done('resolve', *MAPPING, '--decisions', path, '--made-by',
                    'imo-company:9709120', *INPUTS)
        assert 'Ada' in made and 'same' in made, made
        before = ranked()
        assert ranked('--decisions', path) != before
        undone = done('resolve', '--undo', '1', '--who', 'Bo', '--decisions', path)
        assert 'undone' in undone, undone
        assert ranked('--decisions', path) == before
        assert 'Bo' in read(path), read(path)
        fails(run('resolve', '--undo', '1', '--decisions', path), 'undone before')
        fails(run('resolve', '--undo', 'last', '--decisions', path), 'no decision stands')


@case
def applying_writes_decisions_and_is_done_once():
    with tempfile.TemporaryDirectory() as name:
        path = os.path.join(name, 'decisions.csv')
        arguments = ['--apply', '--threshold', '0', '--least', '0', '--decisions', path, *INPUTS]
        code, _, err = resolve(*arguments)
        assert code == 0 and 'joined without asking' in err, err
        first = read(path)
        assert first.startswith('left,right,verdict,who,when,why,probability,'), first
        code, _, err = resolve(*arguments)
        assert code == 0 and read(path).startswith(first), err


@case
def resolve_tells_what_is_wrong():
    fails(resolve(), 'no input file')
    fails(resolve('--threshold', '2', *INPUTS), '--threshold')
    fails(resolve('--limit', '-1', *INPUTS), '--limit -1')
    fails(resolve('--kind', 'port', *INPUTS), '--kind port')
    fails(resolve('--apply', *INPUTS), '--decisions FILE is missing', 'no case is given')
    fails(resolve('--ask', '--decisions', 'x.csv', *INPUTS), '--ask needs a terminal')
    fails(resolve('--apply', '--log', '--decisions', 'x.csv', *INPUTS), 'exclude each other')
    fails(run('resolve', '--undo', 'x', '--decisions', '/no/such.csv'), 'such.csv')


tap.run_cases('/cli/resolve', CASES)
