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


tap.run_cases('/cli/resolve', CASES)
