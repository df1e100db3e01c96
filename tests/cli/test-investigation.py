# tests/cli/test-investigation.py: investigation files: checked, run, run again, and proved
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

import tap

PROGRAM = os.path.abspath(sys.argv[1])
STRAIT = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
MAPPINGS = ['companies', 'officers', 'ships', 'supplies', 'transfers']
INPUTS = ['sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv',
          *(name + '.csv' for name in MAPPINGS)]
OPTIONS = ['--target', 'programme:DPRK', *('--mapping=%s.mapping' % name for name in MAPPINGS)]

SMALL = '''# a comment
[investigation]
target=programme:DPRK
outputs=results

[input sanctions]
file=sanctions.xml

[input roles]
file=roles.csv

[step ranking]
command=rank
limit=0
draws=0
output=ranking.csv

[step links]
command=path
arguments=imo:3112048;list:OFAC
output=deep/links.jsonl
'''


class Place:
    """A folder with a copy of the case, removed at the end"""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='fairlead-test-')
        for name in os.listdir(STRAIT):
            shutil.copy(os.path.join(STRAIT, name), self.folder)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, text, name='small.investigation'):
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()

    def call(self, *words, code=0, env=None):
        done = subprocess.run([PROGRAM, *words], cwd=self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120, check=False,
                              env={**os.environ, **(env or {})})
        assert done.returncode == code, '%d: %s' % (done.returncode, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def run(self, *words, code=0, env=None):
        return self.call('run', *words, 'small.investigation', code=code, env=env)

    def hidden(self):
        return [name for _, folders, names in os.walk(self.folder) for name in folders + names
                if name.startswith('.')]


def complaints(place, text, *words):
    place.write(text)
    errors = place.run(*words, code=2)[1].splitlines()
    assert not os.path.exists(place.path('results')), 'something was run'
    return [line.removeprefix('fairlead: error: ') for line in errors]


# ---- running ----

def same_ranking_as_the_command_line():
    with Place() as place:
        groups = ''.join('[input %s]\nfile=%s\n' % (name.split('.')[0] + '-x', name)
                         for name in INPUTS)
        mapping = ';'.join(name + '.mapping' for name in MAPPINGS)
        forms = {'ranking.csv': 'csv', 'ranking.json': 'json', 'ranking.jsonl': 'jsonl',
                 'ranking.txt': 'table'}
        steps = ''.join('[step %s]\ncommand=rank\nlimit=0\noutput=%s\n' % (form, name)
                        for name, form in forms.items())
        place.write('[investigation]\ntarget=programme:DPRK\nmapping=%s\n%s%s'
                    % (mapping, groups, steps))
        errors = place.run(env={'COLUMNS': '40', 'LC_ALL': 'C'})[1]
        assert 'inputs were read 1 time' in errors, errors
        for name, form in forms.items():
            direct = place.call('rank', *OPTIONS, '--limit', '0', '--format', form, *INPUTS,
                                env={'LC_ALL': 'C.UTF-8'})[0]
            assert place.read(name).decode() == direct, name


def steps_that_share_the_network_give_what_each_gives_alone():
    commands = {
        'check': ('check', [], []), 'explain': ('explain', [], ['imo-company:9702357']),
        'own': ('own', ['--all-listed'], []), 'gaps': ('gaps', [], []),
        'show': ('show', [], ['imo:3112048']), 'vessel': ('vessel', [], ['imo:3112048']),
        'common': ('common', [], ['imo:3112048', 'imo:3113779']),
        'search': ('search', [], ['amber']), 'disrupt': ('disrupt', ['--budget=2'], []),
    }
    takes_target = ('explain', 'disrupt', 'vessel')
    names = INPUTS[:5]
    with Place() as place:
        text = '[investigation]\ntarget=programme:DPRK\n' + ''.join(
            '[input i%d]\nfile=%s\n' % pair for pair in enumerate(names))
        for name, (command, options, arguments) in commands.items():
            text += '[step %s]\ncommand=%s\noutput=%s.json\n' % (name, command, name)
            if arguments:
                text += 'arguments=%s\n' % ';'.join(arguments)
            for option in options:
                key, _, value = option[2:].partition('=')
                text += '%s=%s\n' % (key, value or 'true')
        place.write(text)
        place.run()
        for name, (command, options, arguments) in commands.items():
            target = ['--target=programme:DPRK'] if name in takes_target else []
            alone = place.call(command, '--format=json', *target, *options, *arguments, *names)[0]
            assert place.read(name + '.json').decode() == alone, name


def steps_that_write_files_of_their_own_write_what_the_commands_do():
    steps = {
        'chart.svg': ['chart', '--target=programme:DPRK', '--around=imo:3112048'],
        'case.html': ['report', '--target=programme:DPRK', '--draws=0'],
        'network.graphml': ['export', '--target=programme:DPRK'],
        'network.gexf': ['export', '--target=programme:DPRK'],
    }
    names = [*INPUTS[:5], 'events.csv']
    with Place() as place:
        text = '[investigation]\noutputs=results\n' + ''.join(
            '[input i%d]\nfile=%s\n' % pair for pair in enumerate(names))
        for name, (command, *options) in steps.items():
            text += '[step %s]\ncommand=%s\noutput=%s\n%s\n' % (
                name, command, name, '\n'.join(option[2:] for option in options))
        text += '[step cap]\ncommand=supply\ncap=refined\nyear=2023\nchart=cap.svg\noutput=cap.csv\n'
        place.write(text)
        place.run()
        for name, (command, *options) in steps.items():
            place.call(command, '--output=' + name, *options, *names)
            assert place.read('results/' + name) == place.read(name), name
        alone = place.call('supply', '--cap=refined', '--year=2023', '--chart=cap.svg',
                           '--format=csv', *names)[0]
        assert place.read('results/cap.csv').decode() == alone
        assert place.read('results/cap.svg') == place.read('cap.svg')


def only_what_changed_is_run():
    with Place() as place:
        place.write(SMALL)
        plan = place.run('--dry-run')[0].splitlines()
        assert plan == ['run   ranking, because it was not run before',
                        'run   links, because it was not run before'], plan
        assert not os.path.exists(place.path('results')), 'a dry run wrote'
        place.run()
        assert place.run('--dry-run')[0].splitlines() == ['keep  ranking', 'keep  links']
        plan = place.run('-n', '--set', 'ranking.limit=3')[0].splitlines()
        assert plan == ['run   ranking, because what it asks for has changed',
                        'keep  links'], plan
        with open(place.path('results/ranking.csv'), 'a', encoding='utf-8') as file:
            file.write('x')
        plan = place.run('-n')[0].splitlines()
        assert plan[0] == 'run   ranking, because results/ranking.csv was changed since', plan
        os.remove(place.path('results/deep/links.jsonl'))
        plan = place.run('-n')[0].splitlines()
        assert plan[1] == 'run   links, because results/deep/links.jsonl is not there', plan
        place.run()
        with open(place.path('roles.csv'), 'a', encoding='utf-8') as file:
            file.write('\n')
        plan = place.run('-n')[0].splitlines()
        assert plan == ['run   ranking, because roles.csv has changed',
                        'run   links, because roles.csv has changed'], plan
        plan = place.run('-n', '--force')[0].splitlines()
        assert all(line.endswith('because it is forced') for line in plan), plan


def a_file_that_an_option_names_is_an_input_too():
    with Place() as place:
        with open(place.path('who.txt'), 'w', encoding='utf-8') as file:
            file.write('programme:DPRK\n')
        place.write(SMALL)
        place.run('--set', 'investigation.target=@who.txt')
        with open(place.path('who.txt'), 'a', encoding='utf-8') as file:
            file.write('# another\n')
        plan = place.run('-n', '--set', 'investigation.target=@who.txt')[0].splitlines()
        assert plan == ['run   ranking, because who.txt has changed', 'keep  links'], plan


def a_step_that_fails_leaves_what_the_others_wrote():
    with Place() as place:
        place.write(SMALL.replace('imo:3112048;', 'name:Nobody at all;'))
        errors = place.run(code=2)[1]
        assert 'small.investigation:18: step links: ' in errors, errors
        assert place.read('results/ranking.csv'), 'the first step left nothing'
        assert not os.path.exists(place.path('results/deep')), 'the failing step left something'
        assert not place.hidden(), place.hidden()
        manifest = json.loads(place.read('small.manifest.json'))
        assert not manifest['complete'] and len(manifest['steps']) == 1, manifest
        assert place.call('verify', 'small.manifest.json', code=1)


def issues_that_are_forbidden_are_told_each_time():
    with Place() as place:
        bad = place.read('roles.csv').decode().replace('\n3112048', '\n3112049', 1)
        place.write(bad, 'roles.csv')
        place.write(SMALL.replace('draws=0', 'draws=0\nmax-issues=0'))
        place.run(code=1)
        assert place.read('results/ranking.csv'), 'no result'
        plan = place.run('-n')[0]
        assert 'run   ranking, because it found issues that are forbidden' in plan, plan


# ---- checking ----

def all_mistakes_are_told_at_once_with_their_lines():
    with Place() as place:
        text = SMALL.replace('target=', 'tarket=').replace('limit=0', 'limti=0')
        text = text.replace('file=roles.csv', 'file=nowhere.csv')
        text = text.replace('file=sanctions.xml', 'file=sanctions.xml\nsha256=' + '0' * 64)
        text = text.replace('command=path', 'command=psth') + '\n[setp more]\ncommand=rank\n'
        found = complaints(place, text)
        sha256 = hashlib.sha256(place.read('sanctions.xml')).hexdigest()
        expected = [
            'small.investigation:3: tarket is no key of [investigation] (did you mean "target"?)',
            'small.investigation:8: sanctions.xml is another file now: its SHA-256 is ' + sha256,
            'small.investigation:11: ', 'small.investigation:15: limti is no option of rank (did'
            ' you mean "limit"?)', 'small.investigation:20: command psth is no step (',
            'small.investigation:24: [setp more] is not known (expected [investigation],'
            ' [input NAME] or [step NAME])', 'small.investigation: 6 mistakes; nothing was run']
        assert len(found) == len(expected), found
        for line, beginning in zip(found, expected):
            assert line.startswith(beginning), (line, beginning)


def values_are_held_to_the_command():
    wrong = {
        'draws=-1': 'small.investigation:15: step ranking: --draws -1 is not possible',
        'draws=many': 'small.investigation:15: draws=many is no whole number',
        'explain=maybe': 'small.investigation:15: explain is neither true nor false',
        'measure=katz;kats': 'small.investigation:15: step ranking: --measure kats is not known',
        'format=pdf': 'small.investigation:15: step ranking: --format pdf is not known',
        'apply=true': 'small.investigation:15: apply has no place',
        'inputs=roles;rolls': 'small.investigation:15: there is no [input rolls]',
        'parameters=none.parameters': 'small.investigation:15: none.parameters: ',
    }
    with Place() as place:
        for line, beginning in wrong.items():
            found = complaints(place, SMALL.replace('draws=0', line))
            assert found[0].startswith(beginning) and len(found) == 2, found
        for text, beginning in (
                ('as-of=2023-99-01', 'small.investigation:5: step ranking: --as-of 2023-99-01'),
                ('outputs=/tmp', 'small.investigation:5: outputs stands'),
                ('outputs', 'small.investigation:5: outputs stands twice')):
            found = complaints(place, SMALL.replace('outputs=results', 'outputs=results\n' + text))
            assert found[0].startswith(beginning.split(': outputs')[0]), found


def results_stay_in_their_folder():
    with Place() as place:
        for output in ('../out.csv', '/tmp/out.csv', 'a/../../out.csv', '.hidden.csv'):
            found = complaints(place, SMALL.replace('ranking.csv', output))
            assert 'is no path below' in found[0], found
        found = complaints(place, SMALL.replace('deep/links.jsonl', 'ranking.csv'))
        assert 'is what step ranking writes already' in found[0], found


def settings_are_named_where_they_are_wrong():
    with Place() as place:
        for setting, words in (('nothing', 'expected group.key=value'),
                               ('nobody.limit=3', 'no group is called nobody'),
                               ('ranking.limit=x', 'limit=x is no whole number'),
                               ('ranking.limti=3', 'limti is no option of rank')):
            found = complaints(place, SMALL, '--set', setting)
            assert found[0].startswith('--set %s: %s' % (setting, words)), found


def hostile_files_are_refused():
    with Place() as place:
        for text in (b'\xff\xfe[x]', b'[investigation]\ntarget=\xff\n', b'a' * (2 << 20),
                     b'[a\n]b[\n', b'=\n', b'', b'[investigation]\n\x00\n', b'[]\n[ ]\n',
                     b'[step x]\ncommand=run\noutput=a\n', b'key=1\n'):
            with open(place.path('small.investigation'), 'wb') as file:
                file.write(text)
            errors = place.run(code=2)[1]
            assert errors.startswith('fairlead: error: small.investigation'), errors
        for path in ('/dev/zero', '.', 'nowhere'):
            assert place.call('run', path, code=2)[1].startswith('fairlead: error: ' + path)


# ---- proving ----

def verify_proves_and_tells_what_differs():
    with Place() as place:
        place.write(SMALL)
        place.run('--set', 'ranking.limit=4')
        lines = place.call('verify', '--again', 'small.manifest.json')[0].splitlines()
        assert [line.split() for line in lines] == [
            ['same', 'investigation', 'small.investigation'], ['same', 'input', 'sanctions.xml'],
            ['same', 'input', 'roles.csv'], ['same', 'output', 'results/ranking.csv'],
            ['same', 'output', 'results/deep/links.jsonl'],
            ['same', 'again', 'results/ranking.csv'],
            ['same', 'again', 'results/deep/links.jsonl']], lines
        with open(place.path('results/ranking.csv'), 'a', encoding='utf-8') as file:
            file.write('x')
        os.remove(place.path('results/deep/links.jsonl'))
        rows = json.loads(place.call('verify', '--again', '-f', 'json', 'small.manifest.json',
                                     code=1)[0])['files']
        assert [row['state'] for row in rows] == ['same'] * 3 + ['differs', 'missing'] \
            + ['same'] * 2, rows
        with open(place.path('roles.csv'), 'a', encoding='utf-8') as file:
            file.write('\n')
        out = place.call('verify', '--again', 'small.manifest.json', code=1)[0]
        assert 'differs  input          roles.csv' in out and 'not run' in out, out
        assert not place.hidden(), place.hidden()


def the_manifest_says_what_was_done():
    with Place() as place:
        place.write(SMALL)
        place.run()
        manifest = json.loads(place.read('small.manifest.json'))
        assert manifest['complete'] and manifest['seed'] == 1, manifest
        assert {'glib', 'igraph', 'libxml2', 'icu', 'sqlite'} <= set(manifest['libraries'])
        assert len(manifest['parameters']['hash']) == 16, manifest['parameters']
        step = manifest['steps'][0]
        again = place.call(*step['command'])[0]
        assert again.encode() == place.read('results/ranking.csv'), 'the command line is another'
        assert step['outputs'][0]['sha256'] == hashlib.sha256(again.encode()).hexdigest()
        assert step['standard_output'] == 'results/ranking.csv', step


def bad_manifests_are_refused():
    with Place() as place:
        place.write(SMALL)
        place.run()
        good = place.read('small.manifest.json').decode()
        for text in ('', '{', '[]', '{}', '[' * 5000, good.replace('"sha256"', '"sha"'),
                     good.replace('"small.investigation"', '"../small.investigation"'),
                     good.replace('"steps": [', '"steps": [1, ')):
            place.write(text, 'bad.manifest.json')
            assert 'bad.manifest.json' in place.call('verify', 'bad.manifest.json', code=2)[1]


# ---- init ----

def init_writes_what_run_takes():
    with Place() as place:
        mappings = ['--mapping=%s.mapping' % name for name in MAPPINGS]
        place.call('init', '--output', 'small.investigation', *mappings, *INPUTS)
        text = place.read('small.investigation').decode()
        for name in INPUTS:
            assert hashlib.sha256(place.read(name)).hexdigest() in text, name
        assert '\ntarget=programme:DPRK' in text and '# ofac-advanced' in text, text
        place.run('--set', 'ranking.draws=0', '--set', 'evidence.draws=0')
        assert place.read('results/ranking.csv').count(b'\n') > 20
        place.call('init', '--output', 'small.investigation', *INPUTS[:4], code=2)
        os.mkdir(place.path('below'))
        place.call('init', '--output', 'below/x.investigation', 'roles.csv')
        assert 'file=../roles.csv' in place.read('below/x.investigation').decode()


def the_example_runs():
    with Place() as place:
        shutil.copy(os.path.join(tap.ROOT, 'docs', 'examples', 'strait.investigation'),
                    place.path('small.investigation'))
        text = place.read('small.investigation').decode()
        place.write(text.replace('../../fixtures/amber-strait/', ''))
        place.run()
        direct = place.call('rank', *OPTIONS, '--limit=0', '--format=csv', *INPUTS)[0]
        assert place.read('results/ranking.csv').decode() == direct, 'another ranking'
        assert b'<svg' in place.read('results/refined.svg')


def main():
    cases = [
        same_ranking_as_the_command_line, steps_that_share_the_network_give_what_each_gives_alone,
        steps_that_write_files_of_their_own_write_what_the_commands_do,
        only_what_changed_is_run, a_file_that_an_option_names_is_an_input_too,
        a_step_that_fails_leaves_what_the_others_wrote,
        issues_that_are_forbidden_are_told_each_time,
        all_mistakes_are_told_at_once_with_their_lines, values_are_held_to_the_command,
        results_stay_in_their_folder, settings_are_named_where_they_are_wrong,
        hostile_files_are_refused, verify_proves_and_tells_what_differs,
        the_manifest_says_what_was_done, bad_manifests_are_refused, init_writes_what_run_takes,
        the_example_runs]
    tap.run_cases('/cli/investigation', cases)


if __name__ == '__main__':
    main()
