# tests/test-resolve.py: decisions on who is the same, as a user takes, applies and undoes them
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
    fails(resolve('--apply', *INPUTS), '--decisions FILE is missing')
    fails(resolve('--ask', '--decisions', 'x.csv', *INPUTS), '--ask needs a terminal')
    fails(resolve('--apply', '--log', '--decisions', 'x.csv', *INPUTS), 'exclude each other')
    fails(run('resolve', '--undo', 'x', '--decisions', '/no/such.csv'), 'such.csv')


tap.run_cases('/cli/resolve', CASES)
