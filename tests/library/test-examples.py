# tests/library/test-examples.py: the examples of docs/examples compile, run, and say what the
# program says; and so does a program in Vala
import os
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
FOLDER = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
INPUTS = [os.path.join(FOLDER, name) for name in ('sdn.csv', 'alt.csv', 'add.csv', 'roles.csv')]
TARGET = 'imo:3112048'


def output_of(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, '%s: %s' % (command[0], done.stderr)
    return done.stdout


def example(name):
    return os.path.join(tap.ROOT, 'docs', 'examples', name)


def first_names(n):
    text = output_of(PROGRAM, 'rank', '--quiet', '--target', TARGET, '--draws', '0', '--limit',
                     str(n), '--format', 'csv', *INPUTS)
    return [line.split(',')[2] for line in text.splitlines()[1:]]


def the_program_in_c_compiles_by_pkg_config_and_ranks():
    compiler = shutil.which('cc') or shutil.which('gcc')
    if compiler is None or shutil.which('pkg-config') is None:
        raise tap.Skip('there is no compiler or no pkg-config here')
    flags = output_of('pkg-config', '--cflags', '--libs', 'fairlead-1').split()
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, 'facilitators')
        output_of(compiler, '-Wall', '-Werror', example('facilitators.c'), '-o', program, *flags)
        text = output_of(program, TARGET, *INPUTS)
        failed = subprocess.run([program, TARGET, '/no/such/file'], stderr=subprocess.PIPE)
    ranked = [line[14:] for line in text.splitlines() if not line.startswith('        ')]
    assert ranked == first_names(5), (ranked, first_names(5))
    assert any('roles.csv:' in line for line in text.splitlines()), text
    assert failed.returncode == 2 and b'/no/such/file' in failed.stderr


def the_script_in_python_ranks():
    try:
        import gi
        import networkx
        import pandas
    except ImportError as error:
        raise tap.Skip(str(error))
    text = output_of(sys.executable, example('facilitators.py'), TARGET, *INPUTS)
    assert all(name in text for name in first_names(3)), text
    assert 'roles.csv:' in text and 'most links:' in text, text


def a_program_in_vala_compiles():
    vapi = os.environ['GI_TYPELIB_PATH']
    if shutil.which('valac') is None or not os.path.exists(os.path.join(vapi, 'fairlead-1.vapi')):
        raise tap.Skip('there is no valac here, or the library is not described to it')
    with tempfile.TemporaryDirectory() as folder:
        source = shutil.copy(os.path.join(tap.ROOT, 'tests', 'library', 'test-vala.vala'), folder)
        output_of('valac', '-C', '--vapidir', vapi, '--pkg', 'gio-2.0', '--pkg', 'fairlead-1',
                  '--directory', folder, source)
        program = os.path.join(folder, 'count')
        output_of('cc', '-w', os.path.join(folder, 'test-vala.c'), '-o', program,
                  *output_of('pkg-config', '--cflags', '--libs', 'fairlead-1').split())
        assert output_of(program, INPUTS[-1]) == '93\n'


tap.run_cases('/library/examples', [
    the_program_in_c_compiles_by_pkg_config_and_ranks,
    the_script_in_python_ranks,
    a_program_in_vala_compiles,
])
