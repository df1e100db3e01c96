# tests/common/program.py: the program run as a user would, on the fixture of tiny-chain where nothing else
# is named; sys.argv[1] is its path
import os
import subprocess
import sys

import tap

PROGRAM = sys.argv[1]
TINY = os.path.join(tap.ROOT, 'fixtures', 'tiny-chain')
MAPPING = ['--mapping', os.path.join(TINY, 'parties.mapping')]
INPUTS = [os.path.join(TINY, 'parties.csv'), os.path.join(TINY, 'roles.csv')]
TARGET = ['--target', 'programme:DPRK']
RANK = ['rank', *MAPPING, *TARGET, *INPUTS]
ESC = b'\x1b'


def run(*arguments, stdout=subprocess.PIPE, **environment):
    surroundings = {key: value for key, value in os.environ.items()
                    if key not in ('COLUMNS', 'NO_COLOR', 'LC_ALL', 'LANG', 'LC_CTYPE')}
    surroundings.update({'LC_ALL': 'C.UTF-8', **environment})
    done = subprocess.run([PROGRAM, *arguments], stdout=stdout, stderr=subprocess.PIPE,
                          env=surroundings, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def rank(*arguments, **keywords):
    return run('rank', *MAPPING, *TARGET, *arguments, *INPUTS, **keywords)


def same(found, expected):
    assert found == expected, '%.400r instead of %.400r' % (found, expected)


def fails(result, *words):
    code, out, err = result
    same(code, 2)
    same(out, b'')
    assert err.startswith('fairlead: error: ') and err.count('\n') == 1, err
    for word in words:
        assert word in err, '%r is not in %r' % (word, err)
