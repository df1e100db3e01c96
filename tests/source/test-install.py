# tests/source/test-install.py: what is installed below a folder works from there, and is gone when uninstalled
import json
import os
import shutil
import subprocess
import sys
import tempfile

import tap

BUILD = os.path.abspath(sys.argv[1])
COMPILER = sys.argv[2].split(';')
LOG = os.path.join(BUILD, 'meson-logs', 'install-log.txt')
PROGRAM = '''#include <fairlead.h>
int
main (int argc, char **argv)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadCase) plan = flead_case_new ((const char *const *) argv + 1);
	g_autoptr (FleadNetwork) network = flead_case_load (plan, NULL, NULL, NULL, &error);

	if (argc < 2 || network == NULL)
		return 1;
	g_print ("%s %u\\n", flead_get_version (), flead_network_get_n_entities (network));
	return 0;
}
'''
kept = {}


def run(command, **more):
    done = subprocess.run(command, check=False, capture_output=True, text=True, **more)
    assert done.returncode == 0, '%s: %s' % (command[0], done.stdout + done.stderr)
    return done.stdout


def find(name, folder=''):
    """The one file of that name below the folder, in one that ends so"""
    found = [os.path.join(where, name) for where, _, names in os.walk(kept['folder'])
             if name in names and where.endswith(folder)]
    assert len(found) == 1, '%s: %s' % (name, found)
    return found[0]


def environment():
    """Libraries are looked for below the folder first"""
    return dict(os.environ, LC_ALL='C.UTF-8',
                LD_LIBRARY_PATH=os.path.dirname(find('libfairlead-1.so')))


def is_whole():
    """Whether all is built that will be installed"""
    plan = json.loads(run(['meson', 'introspect', '--install-plan', BUILD]))
    return all(os.path.exists(path) for path in plan['targets'])


def installs_below_a_folder():
    run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', kept['folder']])
    listed = [line for line in tap.read_lines(LOG) if line.startswith('/')]
    assert len(listed) > 5, listed
    for path in listed:
        assert (path + '/').startswith(kept['folder'] + '/'), path + ' is outside'
        assert os.path.lexists(path), path + ' is not there'


def program_ranks_from_there():
    found = run([find('fairlead', '/bin'), 'check', '--format', 'json',
                 os.path.join(tap.ROOT, 'fixtures', 'amber-strait', 'roles.csv')],
                env=environment())
    assert '"registered-owner"' in found, found
    assert run([find('fairlead', '/bin'), '--version'], env=environment()).startswith('fairlead ')


def manual_page_is_beside_it():
    assert os.path.getsize(find('fairlead.1')) > 10000


def flags():
    """As pkg-config gives them to a user, the prefix being below the folder"""
    with open(find('fairlead-1.pc'), encoding='utf-8') as text:
        lines = text.read().split('\n')
    prefix = next(line[len('prefix='):] for line in lines if line.startswith('prefix='))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'fairlead-1.pc'), 'w', encoding='utf-8') as moved:
            moved.write('\n'.join(lines).replace('prefix=' + prefix,
                                                 'prefix=' + kept['folder'] + prefix, 1))
        paths = [folder, os.environ.get('PKG_CONFIG_PATH')]
        return run(['pkg-config', '--cflags', '--libs', 'fairlead-1'],
                   env=dict(os.environ, PKG_CONFIG_PATH=':'.join(filter(None, paths)))).split()


def c_program_finds_headers_and_library():
    if shutil.which('pkg-config') is None:
        raise tap.Skip('pkg-config is not there')
    source, program = (os.path.join(kept['work'], name) for name in ('user.c', 'user'))
    with open(source, 'w', encoding='utf-8') as text:
        text.write(PROGRAM)
    run([*COMPILER, '-std=gnu11', '-Wall', '-Wextra', '-Wpedantic', '-Werror', source, '-o',
         program, *flags()])
    found = run([program, os.path.join(tap.ROOT, 'fixtures', 'amber-strait', 'roles.csv')],
                env=environment()).split()
    version = run([find('fairlead', '/bin'), '--version'], env=environment()).split()[1]
    assert found[0] == version and int(found[1]) > 90, found


def uninstalling_leaves_nothing():
    """By the command that `ninja uninstall` stands for, which a ninja around this test shall not
    meet"""
    command = run(['ninja', '-C', BUILD, '-t', 'commands', 'uninstall']).strip().split('\n')[-1]
    run(['sh', '-c', command], cwd=BUILD)
    left = [os.path.join(where, name) for where, _, names in os.walk(kept['folder'])
            for name in names]
    assert not left, left


def read_log():
    """What the user's own install wrote, by which it will be uninstalled; None without one"""
    if not os.path.exists(LOG):
        return None
    with open(LOG, 'rb') as text:
        return text.read()


def put_back(log):
    if log is None:
        os.remove(LOG)
    else:
        with open(LOG, 'wb') as text:
            text.write(log)


def main():
    if not is_whole():
        print('1..0 # SKIP not all is built: ninja -C ' + BUILD)
        return
    log = read_log()
    with tempfile.TemporaryDirectory() as work:
        kept.update(work=work, folder=os.path.join(work, 'root'))
        try:
            tap.run_cases('/install', [
                installs_below_a_folder, program_ranks_from_there, manual_page_is_beside_it,
                c_program_finds_headers_and_library, uninstalling_leaves_nothing,
            ])
        finally:
            put_back(log)


main()
