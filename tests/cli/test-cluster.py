# tests/cli/test-cluster.py: rankings by a cluster of processes: the same as by this machine, written for
# a scheduler, and gone on with where they were killed
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import tap

PROGRAM = sys.argv[1]
PARCELS = sys.argv[2] if len(sys.argv) > 2 else None
CASE = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
PUBLISHED = os.path.join(tap.ROOT, '..', 'shared', 'data')
OFAC = ['ofac-sdn-csv-2021/sdn.csv', 'ofac-sdn-csv-2021/add.csv',
        'ofac-relations-2024/profile_relationships.csv']
# Ranks that wait leave the processors to others; what Open MPI never frees is no leak of ours
ENVIRONMENT = dict(os.environ, OMPI_MCA_mpi_yield_when_idle='1',
                   ASAN_OPTIONS=os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0')


def amber():
    arguments = []
    for name in ('companies', 'officers', 'ships', 'transfers', 'supplies'):
        arguments += ['--mapping', os.path.join(CASE, name + '.mapping')]
    return arguments + [os.path.join(CASE, name) for name in (
        'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv',
        'officers.csv', 'ships.csv', 'transfers.csv', 'supplies.csv')]


def run(*arguments, code=0):
    done = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=110, check=False, env=ENVIRONMENT)
    assert done.returncode == code, (done.returncode, done.stderr.decode())
    return done.stdout, done.stderr.decode()


def rank(*arguments, **others):
    return run('rank', '--target', 'programme:DPRK', '--draws', '0', *arguments, **others)


def need_cluster():
    if not shutil.which('mpiexec') or not shutil.which('fairlead-cluster'):
        raise tap.Skip('fairlead-cluster is not built, or mpiexec not there')


def assert_same(ours, theirs):
    """Ranks, scores and evidence the same; values may differ in the last of the six digits printed,
    where they lie on a border of rounding"""
    first, second = json.loads(ours), json.loads(theirs)
    rows, others = first.pop('results'), second.pop('results')
    assert first == second
    assert len(rows) == len(others) > 0
    for row, other in zip(rows, others):
        values, compared = row.pop('components'), other.pop('components')
        for name, value in values.items():
            assert abs(value - compared[name]) <= 1e-5 * abs(value), (name, row)
        assert row == other, (row, other)


def the_invented_case_ranks_the_same():
    need_cluster()
    asked = ['--format', 'json', '--limit', '0', '--explain', '--include-targets'] + amber()
    ours = rank(*asked)[0]
    for ranks in (1, 3):
        assert_same(ours, rank('--engine', 'cluster', '--ranks', str(ranks), *asked)[0])


def published_lists_rank_the_same():
    need_cluster()
    paths = [os.path.join(PUBLISHED, name) for name in OFAC]
    if not all(os.path.exists(path) for path in paths):
        raise tap.Skip('the published files are not beside this checkout')
    asked = ['--format', 'json', '--limit', '0'] + paths
    assert_same(rank(*asked)[0], rank('--engine', 'cluster', '--ranks', '2', '--partition',
                                      *asked)[0])


def a_job_is_written_run_and_collected():
    need_cluster()
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "it's a job")
        asked = ['--format', 'json', '--limit', '0'] + amber()
        out, said = rank('--engine', 'cluster', '--ranks', '2', '--job-file', script, *asked)
        assert out == b'' and 'wrote' in said, said
        with open(script, encoding='utf-8') as text:
            assert '#SBATCH --ntasks=2\n' in text.read()
        said = rank('--engine', 'cluster', '--collect-job', script, *asked, code=2)[1]
        assert 'proximity.values' in said, said
        subprocess.run(['sh', script], check=True, stdout=subprocess.DEVNULL, timeout=110,
                       env=ENVIRONMENT)
        collected = rank('--engine', 'cluster', '--collect-job', script, *asked)[0]
        assert_same(rank(*asked)[0], collected)
        said = rank('--engine', 'cluster', '--collect-job', script, '--format', 'json',
                    *amber()[:-1], code=2)[1]
        assert 'answers another question' in said, said


def numbers_rank_as_records_do():
    """Of an arc file alone: what numbers have is the same, by this machine and by a cluster"""
    with tempfile.TemporaryDirectory() as folder:
        arcs, ids = os.path.join(folder, 'amber.arcs'), os.path.join(folder, 'target')
        run('export', '--quiet', '--output', arcs, *amber())
        asked = ['--format', 'json', '--limit', '0', '--explain', '--include-targets']
        records = json.loads(rank(*asked, *amber())[0])['results']
        with open(ids, 'w', encoding='utf-8') as text:
            text.write('# the target\n')
            text.writelines('id:%s\n' % row['id'] for row in records if row['is_target'])
        numbers = ['rank', '--target', '@' + ids, *asked, arcs]
        ours = run(*numbers)[0]
        rows = {row['id']: row for row in json.loads(ours)['results']}
        assert len(rows) == len(records) > 100
        for row in records:
            other = rows[row['id']]
            for name in ('proximity', 'brokerage', 'necessity'):
                value = row['components'][name]
                assert abs(value - other['components'][name]) <= 1e-5 * abs(value), (name, row)
            chains = [[hop['to'] for hop in path['hops']] for path in row['evidence']]
            found = [[hop['to'] for hop in path['hops']] for path in other['evidence']]
            assert found == chains[:len(found)], (row['id'], found, chains)
        need_cluster()
        for ranks in ('1', '3'):
            assert run(*numbers, '--engine', 'cluster', '--ranks', ranks)[0] == ours


def what_numbers_have_not_is_said():
    with tempfile.TemporaryDirectory() as folder:
        arcs = os.path.join(folder, 'amber.arcs')
        run('export', '--quiet', '--output', arcs, *amber())
        for option in (['--as-of', '2020-01-01'], ['--draws', '7'], ['--measure', 'degree'],
                       ['--collect', '3'], ['--drop-source', 'x'], ['--groups', 'side']):
            said = run('rank', '--target', 'id:x', *option, arcs, code=2)[1]
            assert option[0] + ' means nothing for an arc file' in said, said
        assert '"x" is no line' in run('rank', '--target', 'id:x', arcs, code=2)[1]
        assert '--engine cluster' in run('rank', '--memory-limit', '10K', '--target', 'id:x', arcs,
                                         code=2)[1]
        with open(arcs + '.ids', 'a', encoding='ascii') as ids:
            ids.write('one more\n')
        assert 'not one for each' in run('rank', '--target', 'id:x', arcs, code=2)[1]
        os.unlink(arcs + '.ids')
        assert 'amber.arcs.ids' in run('rank', '--target', 'id:x', arcs, code=2)[1]


def write_links(path, n):
    """A network on which the second step takes some seconds"""
    state = 1
    with open(path, 'w', encoding='ascii') as rows:
        rows.write('from,to,strength\n')
        for i in range(3 * n):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
            rows.write('v%06d,v%06d,0.%d\n' % (i % n, (state >> 33) % n, 1 + (state >> 20) % 9))


def write_job(folder, steps):
    with open(os.path.join(folder, 'job'), 'w', encoding='ascii') as text:
        text.write('[job]\nversion=1\narcs=links.arcs\n')
        text.write(''.join('[step %s]\n%s\n' % step for step in steps))


def start(*arguments, program='fairlead-cluster', ranks=2):
    return subprocess.Popen(
        ['mpiexec', '--allow-run-as-root', '--oversubscribe', '-n', str(ranks), program,
         *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True)


def children_of(process):
    with open('/proc/%d/task/%d/children' % (process, process), encoding='ascii') as text:
        return [int(word) for word in text.read().split()]


def few_ranks_and_many_send_the_same():
    """Beyond 64 ranks they speak otherwise, which no machine of a test has"""
    need_cluster()
    if PARCELS is None:
        raise tap.Skip('fairlead-cluster is not of this build')
    for ranks in (1, 2, 5):
        done = start(program=PARCELS, ranks=ranks)
        said, errors = done.communicate(timeout=100)
        assert done.returncode == 0 and said == '%d ranks agree\n' % ranks, (said, errors)


def a_killed_job_goes_on():
    need_cluster()
    with tempfile.TemporaryDirectory() as folder:
        links = os.path.join(folder, 'links.csv')
        write_links(links, 4000)
        done = start('--import', links, '--output', os.path.join(folder, 'links.arcs'))
        assert done.communicate(timeout=100) and done.returncode == 0
        write_job(folder, [('near', 'measure=walk\nseeds=7 100\n'),
                           ('between', 'measure=betweenness\nseeds=parties\nothers=parties\n'
                                       'samples=64\nbatch=4\ntop=3\n')])
        job, values = os.path.join(folder, 'job'), os.path.join(folder, 'near.values')
        running = start(job)
        for line in running.stdout:
            if line.startswith('share '):
                break
        os.kill(children_of(running.pid)[1], signal.SIGKILL)
        errors = running.communicate(timeout=100)[1]
        assert running.returncode != 0 and 'signal 9' in errors, errors
        assert os.path.exists(values)
        assert not os.path.exists(os.path.join(folder, 'between.values'))
        stamp = os.stat(values).st_mtime_ns
        again = start(job)
        said = again.communicate(timeout=100)[0]
        assert again.returncode == 0 and 'there 1 2 near\n' in said, said
        assert os.stat(values).st_mtime_ns == stamp
        with open(os.path.join(folder, 'between.top.csv'), encoding='ascii') as rows:
            assert len(rows.read().splitlines()) == 4


def what_does_not_converge_is_an_error():
    need_cluster()
    with tempfile.TemporaryDirectory() as folder:
        links = os.path.join(folder, 'links.csv')
        write_links(links, 50)
        done = start('--import', links, '--output', os.path.join(folder, 'links.arcs'))
        assert done.communicate(timeout=100) and done.returncode == 0
        write_job(folder, [('near', 'measure=walk\nseeds=7\ntolerance=1e-15\nrestart=0.001\n')])
        failed = start(os.path.join(folder, 'job'))
        errors = failed.communicate(timeout=100)[1]
        assert failed.returncode != 0 and 'did not converge' in errors, errors
        assert not os.path.exists(os.path.join(folder, 'near.values'))


def what_is_too_large_is_said_before():
    said = rank('--memory-limit', '150K', *amber(), code=2)[1]
    assert 'links take some' in said and 'fairlead rank --engine cluster --ranks N' in said, said
    rank('--memory-limit', '1G', *amber())
    for text in ('none', '-1', '0', '1X', '1e30'):
        assert 'is no size' in rank('--memory-limit=' + text, *amber(), code=2)[1]


def what_is_too_large_is_not_read():
    """The end of the file is no text at all, which nobody comes to see; nor what packed files hold"""
    rows = (b'name,owner,share\n' + b'Marrow Quay Ltd,Evander Hawkesquill,55\n' * 4000
            + b'\0\xff' * 100)
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, 'rows.csv')
        with open(plain, 'wb') as file:
            file.write(rows)
        with gzip.open(plain + '.gz', 'wb') as file:
            file.write(rows)
        with tarfile.open(plain + '.tar', 'w') as packed:
            packed.add(plain, 'rows.csv')
        with zipfile.ZipFile(plain + '.zip', 'w', zipfile.ZIP_DEFLATED) as packed:
            packed.write(plain, 'rows.csv')
        os.mkdir(os.path.join(folder, 'within'))
        shutil.copy(plain, os.path.join(folder, 'within'))
        for ending in ('rows.csv', 'rows.csv.gz', 'rows.csv.tar', 'rows.csv.zip', 'within'):
            for engine in ('local', 'cluster'):
                said = rank('--engine', engine, '--memory-limit', '150K',
                            os.path.join(folder, ending), code=2)[1]
                assert ('the inputs, %.1f kB, take at least some %.1f kB once they are read, more '
                        'than 70 %% of the memory, 150.0 kB'
                        % (len(rows) / 1e3, len(rows) * 0.75 / 1e3)) in said, (ending, said)
                assert 'fairlead-cluster --import LINKS.csv --output FILE.arcs' in said, said


def a_case_is_counted_by_its_entities():
    with tempfile.TemporaryDirectory() as folder:
        case = os.path.join(folder, 'amber.fairlead')
        run('import', '--quiet', case, *amber())
        said = rank('--memory-limit', '50K', case, code=2)[1]
        assert 'take at least some' in said and ' kB once they are read' in said, said
        rank('--memory-limit', '1G', case)


def options_mean_something():
    for option in (['--ranks', '2'], ['--partition'], ['--job-file', 'x'], ['--collect-job', 'x']):
        assert 'means nothing without --engine cluster' in rank(*option, *amber(), code=2)[1]
    assert 'is not known' in rank('--engine', 'grid', *amber(), code=2)[1]
    assert 'negative' in rank('--engine', 'cluster', '--ranks', '-1', *amber(), code=2)[1]
    assert 'go together' in rank('--engine', 'cluster', '--job-file', 'x', '--collect-job', 'y',
                                 *amber(), code=2)[1]


tap.run_cases('/cluster', [
    options_mean_something, what_is_too_large_is_said_before, what_is_too_large_is_not_read,
    a_case_is_counted_by_its_entities, the_invented_case_ranks_the_same,
    numbers_rank_as_records_do, what_numbers_have_not_is_said,
    published_lists_rank_the_same, a_job_is_written_run_and_collected,
    few_ranks_and_many_send_the_same, a_killed_job_goes_on,
    what_does_not_converge_is_an_error])
