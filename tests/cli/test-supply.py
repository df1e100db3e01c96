# tests/cli/test-supply.py: deliveries against the caps, as a user asks for them
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import tap

PROGRAM = sys.argv[1]
FOLDER = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
MAPPINGS = [word for name in ('companies', 'officers', 'ships', 'supplies', 'transfers')
            for word in ('--mapping', os.path.join(FOLDER, name + '.mapping'))]
INPUTS = [os.path.join(FOLDER, name) for name in (
    'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv', 'officers.csv',
    'ships.csv', 'supplies.csv', 'transfers.csv')]
EVENTS = os.path.join(FOLDER, 'events.csv')
CAP = ['--cap', 'refined', '--year', '2023']
CASES = []


def case(function):
    CASES.append(function)
    return function


def same(found, expected):
    assert found == expected, '%.600r instead of %.600r' % (found, expected)


def run(command, *arguments):
    done = subprocess.run([PROGRAM, command, '--quiet', *arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=100, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def ask(*arguments):
    code, out, err = run('supply', '--format', 'json', *arguments)
    assert code == 0, err
    return json.loads(out)


def story(*arguments):
    return ask(*CAP, *MAPPINGS, *arguments, *INPUTS, EVENTS)


def factors(folder, change):
    _, text, _ = run('supply', '--print-factors')
    path = os.path.join(folder, 'own.factors')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(change(text))
    return path


def days(answer):
    return [answer['totals'][scenario]['passed_on'] for scenario in ('low', 'middle', 'high')]


@case
def the_case_passes_the_cap_on_stated_days():
    answer = story()
    same(days(answer), ['2023-11-06', '2023-08-03', '2023-04-30'])
    same((answer['first'], answer['last']), ('2023-01-01', '2023-12-31'))
    for scenario in ('low', 'middle', 'high'):
        total = sum(delivery['amount'][scenario] for delivery in answer['deliveries'])
        assert abs(total - answer['totals'][scenario]['amount']) < 1e-3, scenario
    same(sorted(drop['reason'] for drop in answer['dropped']),
         ['ballast', 'over-deadweight', 'same-call', 'same-cargo', 'unseen'])
    assert all(drop['source'].startswith(EVENTS + ':') for drop in answer['dropped'])


@case
def eighty_nine_calls_of_2018():
    # 182,423.37 t at 8.33 barrels a tonne are a capacity of 1,519,586.67 barrels
    tonnes = ['2049.7'] * 88 + ['%.2f' % (182423.37 - 88 * 2049.7)]
    with tempfile.TemporaryDirectory() as folder:
        ships, calls = os.path.join(folder, 'ships.csv'), os.path.join(folder, 'calls.csv')
        mapping = os.path.join(folder, 'ships.mapping')
        with open(ships, 'w', encoding='utf-8') as file:
            file.write('id,dwt,type\n' + ''.join(
                '%d,%s,Oil Products Tanker\n' % row for row in enumerate(tonnes, 1)))
        with open(calls, 'w', encoding='utf-8') as file:
            file.write('event,vessel,other,place,date\n' + ''.join(
                'port-call,ship:%d,,KPNAM,2018-%02d-%02d\n' % (i + 1, 1 + i // 20, 1 + i % 20)
                for i in range(89)))
        with open(mapping, 'w', encoding='utf-8') as file:
            file.write('[mapping]\nname=s\n[entity s]\nkind=vessel\nkey=ship:{id}\n'
                       'deadweight={dwt}\nvessel-type={type}\n')
        own = factors(folder, lambda text: text.replace('per-tonne=7.90 8.115 8.33',
                                                        'per-tonne=8.33 8.33 8.33', 1))
        answer = ask('--cap', 'refined', '--year', '2018', '--factors', own, '--mapping', mapping,
                     ships, calls)
    same(len(answer['deliveries']), 89)
    same(round(answer['totals']['high']['amount']), 1367628)
    same(round(answer['totals']['low']['amount']), 506529)
    same(round(answer['totals']['middle']['amount']), 759793)


@case
def refined_and_crude_years_differ():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.csv')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('event,vessel,other,date,commodity,quantity,unit,notified\n'
                       'delivery,,,2017-12-25,crude oil,525000,t,yes\n'
                       'delivery,,,2017-12-25,diesel,100,t,yes\n'
                       'delivery,,,2018-12-25,crude oil,1,t,yes\n'
                       'delivery,,,2018-12-25,diesel,200,t,yes\n')
        crude = ask('--cap', 'crude', '--year', '2018', path)
        refined = ask('--cap', 'refined', '--year', '2018', path)
    same((crude['first'], crude['last']), ('2017-12-22', '2018-12-21'))
    same(round(crude['totals']['middle']['amount']), 4000000)
    same(days(crude), [None] * 3)
    same([delivery['day'] for delivery in refined['deliveries']], ['2018-12-25'])


@case
def forms_agree():
    answer = story()
    code, out, err = run('supply', *CAP, '--format', 'csv', *MAPPINGS, *INPUTS, EVENTS)
    same(code, 0)
    rows = list(csv.DictReader(io.StringIO(out)))
    counted = [row for row in rows if row['state'] == 'counts']
    same([row['source'] for row in counted], [one['source'] for one in answer['deliveries']])
    assert abs(float(counted[-1]['sum_high']) - answer['totals']['high']['amount']) < 1e-3
    same([row['reason'] for row in rows if row['state'] != 'counts'],
         [one['reason'] for one in answer['dropped']])
    code, out, err = run('supply', *CAP, *MAPPINGS, *INPUTS, EVENTS)
    same(code, 0)
    for words in ('cap passed on', '2023-08-03', '854,798', 'laden 0.3333, 0.5, 0.9',
                  'source: UN Security Council resolution 2397'):
        assert words in out, out


@case
def order_and_case_do_not_matter():
    with tempfile.TemporaryDirectory() as folder:
        kept = os.path.join(folder, 'a.fairlead')
        code, _, err = run('import', *MAPPINGS, kept, *INPUTS, EVENTS)
        same(code, 0)
        one, other = (run('supply', *CAP, '--format', form, *MAPPINGS, EVENTS, *reversed(INPUTS))
                      for form in ('csv', 'json'))
        same(run('supply', *CAP, '--format', 'csv', *MAPPINGS, *INPUTS, EVENTS), one)
        same(run('supply', *CAP, '--format', 'csv', kept), one)
        same(run('supply', *CAP, '--format', 'json', kept), other)


@case
def charts():
    with tempfile.TemporaryDirectory() as folder:
        svg, png, pdf = (os.path.join(folder, 'a.' + ending) for ending in ('svg', 'png', 'PDF'))
        for path in (svg, png, pdf):
            code, _, err = run('supply', *CAP, '--chart', path, *MAPPINGS, *INPUTS, EVENTS)
            # fontconfig grumbles where it has no place for its cache
            said = [line for line in err.splitlines() if not line.startswith('Fontconfig')]
            same((code, said), (0, []))
        drawing = xml.etree.ElementTree.parse(svg).getroot()
        texts = [text.text for text in drawing.iter('{http://www.w3.org/2000/svg}text')]
        assert 'cap: 500,000' in texts and 'middle: 854,798' in texts, texts
        assert any('high 2023-04-30' in text for text in texts), texts
        same(len(list(drawing.iter('{http://www.w3.org/2000/svg}path'))), 3)
        with open(pdf, 'rb') as image:
            assert image.read(5) == b'%PDF-'
        with open(png, 'rb') as image:
            head = image.read(24)
        same((head[:8], head[16:24]),
             (b'\x89PNG\r\n\x1a\n', (1840).to_bytes(4, 'big') + (960).to_bytes(4, 'big')))


def rank(target, *inputs):
    code, out, err = run('rank', '--format', 'json', '--draws', '0', '--target', target,
                         *MAPPINGS, *INPUTS, *inputs)
    assert code == 0, err
    return [result['name'] for result in json.loads(out)['results']]


@case
def events_move_the_ranking():
    before, after = rank('programme:DPRK'), rank('programme:DPRK', EVENTS)
    name = 'Quillon Tide Ship Management Pte. Ltd.'
    same((before.index(name), after.index(name)), (3, 1))
    assert after.index('JUNO AMBER') < 5 <= before.index('JUNO AMBER')


@case
def who_stands_behind_the_ships_that_delivered():
    names = rank('supply', EVENTS)
    same(names[:2], ['SAEBYOK HAESONG SHPG CO', 'Quillon Tide Ship Management Pte. Ltd.'])
    same(rank('supply:refined', EVENTS), names)
    assert rank('supply:crude', EVENTS) != names
    code, out, err = run('rank', '--target', 'supply', *MAPPINGS, *INPUTS)
    same((code, out), (2, ''))
    assert 'no event of these inputs counts as a delivery' in err, err


@case
def goods_flow_in_time():
    """Over a feeder to a buyer: found only where the delivery is not before the transfer"""
    for delivered, found in (('2019-03-20', 1), ('2019-03-01', 0)):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'a.csv')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('event,vessel,vessel_name,other,other_name,date\n'
                           'transfer,3112048,A,3117232,B,2019-03-10\n'
                           'delivery,3117232,B,register:1,BUYER,%s\n' % delivered)
            code, out, err = run('path', '--in-order', '--format', 'json', 'imo:3112048',
                                 'register:1', path)
            assert code == 0, err
            same(len(json.loads(out)['paths']), found)


@case
def what_cannot_be():
    for words, arguments in [
            ('--cap is missing', ['--year', '2023']),
            ('--year is missing', ['--cap', 'refined']),
            ('not possible', ['--cap', 'refined', '--year', '0']),
            ('no cap is named rice (there are refined, crude, coal, munitions)',
             ['--cap', 'rice', '--year', '2023']),
            ('expected .svg, .png or .pdf', [*CAP, '--chart', 'a.gif']),
            ('No such file', [*CAP, '--factors', 'nowhere.factors']),
            ('a.factors', ['--cap', './a.factors', '--year', '2023'])]:
        code, out, err = run('supply', *arguments, EVENTS)
        same((code, out), (2, ''))
        assert words in err, err


@case
def a_cap_of_ones_own():
    with tempfile.TemporaryDirectory() as folder:
        own = factors(folder, lambda text: text[:text.index('[cap crude]')].replace(
            'limit=500000', 'limit=2000000') + text[text.index('[unit barrel]'):])
        answer = ask('--cap', own, '--year', '2023', *MAPPINGS, *INPUTS, EVENTS)
    same(answer['cap']['limit'], 2000000)
    same(days(answer)[:2], [None, None])


tap.run_cases('/cli/supply', CASES)
