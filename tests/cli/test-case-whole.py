# tests/cli/test-case-whole.py: cases as a user meets them: killed imports, full disks, readers beside a
# writer, and the same results as from the files
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import tap

PROGRAM = sys.argv[1]
FIXTURES = os.path.join(tap.ROOT, 'fixtures')
PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')
STRAIT = os.path.join(FIXTURES, 'amber-strait')
N_ROLES = 4000


def start(*arguments, **keywords):
    return subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            **keywords)


def run(*arguments, **keywords):
    process = start(*arguments, **keywords)
    out, err = process.communicate(timeout=200)
    return process.returncode, out, err.decode()


def done(*arguments):
    code, out, err = run(*arguments)
    assert code == 0, '%s: %s' % (arguments[0], err)
    return out


def write_roles(path, edition):
    with open(path, 'w') as text:
        text.write('ship_imo,company_imo,role,company_name,company_address,date_of_effect\n')
        for i in range(N_ROLES):
            text.write('9074729,%07d,Ship manager,Manager %d of edition %d,"%d Quay Road, Panama",'
                       'since 01/02/%d\n' % (1000000 + i * 7, i, edition if i % 3 == 0 else 0, i,
                                             2000 + i % 20))


class Place:
    """A folder with a case of a first edition, and what is read of it before and after a second"""

    def __enter__(self):
        self.folder = tempfile.mkdtemp()
        self.first, self.second = self.path('first.csv'), self.path('second.csv')
        self.kept, self.case = self.path('kept.fairlead'), self.path('a.fairlead')
        write_roles(self.first, 1)
        write_roles(self.second, 2)
        done('import', self.kept, self.first)
        self.restore()
        self.before = self.read()
        begin = time.monotonic()
        done('import', self.case, self.second)
        self.seconds = time.monotonic() - begin
        self.after = self.read()
        assert self.before != self.after
        self.restore()
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def restore(self):
        for ending in ('', '-wal', '-shm', '-journal'):
            if os.path.exists(self.case + ending):
                os.unlink(self.case + ending)
        shutil.copyfile(self.kept, self.case)

    def read(self):
        return hashlib.sha256(done('check', '--format', 'json', self.case)).hexdigest()

    def assert_whole(self, *states):
        assert self.read() in states
        with sqlite3.connect(self.case) as db:
            assert db.execute('PRAGMA integrity_check').fetchone() == ('ok',)
            assert not db.execute('PRAGMA foreign_key_check').fetchall()


def survives_kill_at_any_point():
    dice = random.Random(7)
    n_killed = 0
    with Place() as place:
        for _ in range(12):
            place.restore()
            process = start('import', place.case, place.second)
            time.sleep(dice.random() * place.seconds)
            process.kill()
            process.communicate()
            n_killed += process.returncode == -signal.SIGKILL
            place.assert_whole(place.before, place.after)
        assert n_killed > 0
        done('import', place.case, place.second)
        place.assert_whole(place.after)


def survives_kill_of_a_first_import():
    with tempfile.TemporaryDirectory() as folder:
        roles, case = os.path.join(folder, 'a.csv'), os.path.join(folder, 'a.fairlead')
        write_roles(roles, 1)
        for wait in (0.05, 0.1, 0.2, 0.4):
            process = start('import', case, roles)
            time.sleep(wait)
            process.kill()
            process.communicate()
            if not os.path.exists(case):
                continue
            assert json.loads(done('check', '--format', 'json', case))['links']
            os.unlink(case)
        # What a killed one leaves is taken over
        with open(case + '-new', 'w') as left:
            left.write('half a case')
        done('import', case, roles)
        assert json.loads(done('check', '--format', 'json', case))['links']
        assert sorted(os.listdir(folder)) == ['a.csv', 'a.fairlead'], os.listdir(folder)


def is_stopped_by_interrupt():
    with Place() as place:
        for part in (0.3, 0.6):
            place.restore()
            process = start('import', place.case, place.second)
            time.sleep(part * place.seconds)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
            # by the signal itself where it comes before the program listens for it
            assert process.returncode in (0, 2, -signal.SIGINT), err
            if process.returncode == 2:
                assert b'interrupted' in err
            place.assert_whole(place.after if process.returncode == 0 else place.before)


def leaves_the_case_where_the_disk_is_full():
    with Place() as place:
        size = os.path.getsize(place.case)
        n_refused = 0
        for room in (size // 16, size // 8, size // 4, size // 2):
            place.restore()

            def bound():
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

            # SIGXFSZ stays ignored, as Python has it: writing fails instead
            code, _, err = run('import', place.case, place.second, preexec_fn=bound,
                               restore_signals=False)
            assert code == 0 or (code == 2 and 'error' in err), err
            n_refused += code == 2
            place.assert_whole(place.before if code == 2 else place.after)
        assert n_refused > 1


def broken_input_changes_nothing():
    with Place() as place:
        broken = place.path('broken.xml')
        with open(os.path.join(FIXTURES, 'un-xml', 'consolidated.xml'), 'rb') as whole:
            text = whole.read()
        with open(broken, 'wb') as cut:
            cut.write(text[:len(text) * 2 // 3])
        code, _, err = run('import', place.case, place.second, broken)
        assert code == 2 and 'broken.xml' in err, err
        place.assert_whole(place.before)


def two_read_while_one_writes():
    with Place() as place:
        place.restore()
        writer = start('import', place.case, place.second)
        n_during = 0
        while writer.poll() is None:
            readers = [start('check', '--format', 'json', place.case) for _ in range(2)]
            for reader in readers:
                out, err = reader.communicate(timeout=60)
                assert reader.returncode == 0, err
                assert hashlib.sha256(out).hexdigest() in (place.before, place.after)
            n_during += writer.poll() is None
        writer.communicate()
        assert writer.returncode == 0 and n_during > 0
        place.assert_whole(place.after)


def same_results(folder, arguments, inputs, target):
    """Rank and GraphML from the files and from a case of them"""
    case = os.path.join(folder, 'same.fairlead')
    raw, kept = os.path.join(folder, 'raw.graphml'), os.path.join(folder, 'kept.graphml')
    done('import', *arguments, case, *inputs)
    rank = ['rank', '--format', 'json', '--explain', '--limit', '50', '--draws', '4', '--target',
            target]
    assert done(*rank, *arguments, *inputs) == done(*rank, case), 'the ranks differ'
    done('export', '--target', target, '--output', raw, *arguments, *inputs)
    done('export', '--target', target, '--output', kept, case)
    with open(raw, 'rb') as first, open(kept, 'rb') as second:
        assert first.read() == second.read(), 'the networks differ'
    # And from the rows, without what was made of them to be quick
    with sqlite3.connect(case) as db:
        db.execute('DELETE FROM cache')
    assert done(*rank, *arguments, *inputs) == done(*rank, case), 'the ranks of the rows differ'


def ranks_as_the_files_do():
    mappings = [word for name in ('companies', 'officers', 'ships', 'supplies', 'transfers')
                for word in ('--mapping', os.path.join(STRAIT, name + '.mapping'))]
    inputs = [os.path.join(STRAIT, name) for name in (
        'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv',
        'officers.csv', 'ships.csv', 'supplies.csv', 'transfers.csv')]
    with tempfile.TemporaryDirectory() as folder:
        same_results(folder, mappings, inputs, 'programme:DPRK')


def ranks_published_lists_as_the_files_do():
    names = ['ofac-sdn-csv-2021/' + name
             for name in ('sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv')]
    names += ['un-consolidated-xml/consolidated_2020-04.xml', 'eu-dprk-annexes/32017R1509.csv',
              'uk-hmt-conlist-2014/sanctionsconlist.csv']
    inputs = [os.path.join(PUBLISHED, name) for name in names]
    if not all(map(os.path.exists, inputs)):
        raise tap.Skip('the published files are not beside this checkout')
    with tempfile.TemporaryDirectory() as folder:
        same_results(folder, [], inputs, 'programme:DPRK')


def keeps_editions_of_a_published_list():
    inputs = [os.path.join(PUBLISHED, 'un-consolidated-xml', name)
              for name in ('consolidated_2018-10.xml', 'consolidated_2020-04.xml')]
    if not all(map(os.path.exists, inputs)):
        raise tap.Skip('the published files are not beside this checkout')
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, 'un.fairlead')
        done('import', case, inputs[0])
        report = json.loads(done('import', '--format', 'json', case, inputs[1]))['data_sets'][0]
        assert report['edition'] == 2 and report['kept'] > report['added'] > 0, report
        assert (done('check', '--format', 'json', case)
                == done('check', '--format', 'json', inputs[1]))
        code, _, err = run('import', case, inputs[0])
        assert code == 2 and 'newer edition' in err, err
        again = json.loads(done('import', '--format', 'json', case, inputs[1]))['data_sets'][0]
        assert again['unchanged'] and again['edition'] == 2, again


tap.run_cases('/cli/case', [
    survives_kill_at_any_point, survives_kill_of_a_first_import, is_stopped_by_interrupt,
    leaves_the_case_where_the_disk_is_full, broken_input_changes_nothing,
    two_read_while_one_writes, ranks_as_the_files_do, ranks_published_lists_as_the_files_do,
    keeps_editions_of_a_published_list])
