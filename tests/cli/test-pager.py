# tests/cli/test-pager.py: long tables on a terminal go through the reader's pager, nothing else does
import os
import subprocess
import sys
import tempfile

import tap
import terminal

PROGRAM = sys.argv[1]
TINY = os.path.join(tap.ROOT, 'fixtures', 'tiny-chain')
RANK = ['rank', '--mapping', os.path.join(TINY, 'parties.mapping'), '--target', 'programme:DPRK',
        '--color', 'never', '--draws', '0', os.path.join(TINY, 'parties.csv'),
        os.path.join(TINY, 'roles.csv')]
# Says that it was there, and which LESS it was given
PAGER = '#!/bin/sh\necho "pager: $LESS $*"\nexec cat\n'


def on_terminal(*arguments, **environment):
    """What a terminal shows, and the exit code"""
    surroundings = {key: value for key, value in os.environ.items()
                    if key not in ('LESS', 'PAGER', 'FAIRLEAD_PAGER', 'COLUMNS')}
    surroundings.update(TERM='xterm', LC_ALL='C.UTF-8', **environment)
    code, shown, _ = terminal.run([PROGRAM, *arguments], 89, surroundings)
    return shown, code


def plain():
    return subprocess.run([PROGRAM, *RANK], stdout=subprocess.PIPE, check=True,
                          env={**os.environ, 'COLUMNS': '89', 'LC_ALL': 'C.UTF-8'}).stdout.decode()


with tempfile.TemporaryDirectory() as folder:
    script = os.path.join(folder, 'my pager')
    with open(script, 'w', encoding='utf-8') as out:
        out.write(PAGER)
    os.chmod(script, 0o755)
    named = {'PAGER': "'%s' one 'two three'" % script}

    def is_shown(head, *arguments, code=0, **environment):
        shown, found = on_terminal(*(arguments or RANK), **environment)
        assert found == code, (found, shown)
        assert shown == head + plain() if not arguments else shown.startswith(head), shown

    def goes_through():
        is_shown('pager: FRX one two three\n', **named)
        is_shown('pager: N one two three\n', LESS='N', **named)

    def own_variable_first():
        is_shown('', FAIRLEAD_PAGER='', **named)
        is_shown('', FAIRLEAD_PAGER='cat', **named)
        is_shown('pager: FRX \n', PAGER='cat', FAIRLEAD_PAGER="'%s'" % script)

    def none_where_it_cannot_be_started():
        is_shown('', PAGER='no-such-program-here')
        is_shown('', PAGER="'not closed")

    def not_for_others():
        for option in ('--no-pager', '--format=json', '--format=csv'):
            shown, code = on_terminal(*RANK, option, **named)
            assert code == 0 and 'pager:' not in shown, (option, shown)
        done = subprocess.run([PROGRAM, *RANK], stdout=subprocess.PIPE, check=True,
                              env={**os.environ, **named})
        assert b'pager:' not in done.stdout

    def reader_may_leave():
        shown, code = on_terminal(*RANK, PAGER='head -n 1')
        assert code == 0 and len(shown.splitlines()) == 1, (code, shown)

    tap.run_cases('/cli/pager', [goes_through, own_variable_first,
                                 none_where_it_cannot_be_started, not_for_others,
                                 reader_may_leave])
