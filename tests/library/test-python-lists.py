# tests/library/test-python-lists.py: questions to the lists, from Python
import os
import subprocess
import tempfile

import tap
from python_case import Fairlead, GLib, Gio, LISTS, PROGRAM, need

def gaps_are_told():
    network = Fairlead.load(*LISTS)
    gaps = network.find_gaps('dprk', ['UN', 'EU'])
    assert gaps.dup_bodies() == ['EU', 'UN'] and gaps[0].finding == 'listed'
    gap = [gap for gap in gaps if gap.entity.name == 'SAEBAM 5'][-1]
    assert gap.finding == 'not listed' and gap.bodies == ['UN'] and gap.lag == (700, 700)
    assert gaps[0].lag == (None, None) and gaps[0].period.dup_start() == '2014-07-28'
    held = network.find_gaps()[-1]
    assert held.finding == 'run' and held.holder.is_listed and held.link.kind == 'ism-manager'
    need('pandas')
    frame = gaps.to_pandas()
    assert len(frame) == len(gaps) and frame['finding'].dtype.name == 'category'
    assert str(frame['since'].dtype).startswith('datetime') and frame['lag_days_low'].max() >= 700


def names_are_screened():
    network = Fairlead.load(*LISTS)
    names = os.path.join(tap.ROOT, 'fixtures', 'four-lists', 'names.csv')
    screening = network.screen(names)
    assert [one.verdict.value_nick for one in screening][3:5] == ['near', 'owned']
    assert screening[0].match == network['imo:9311000'] and screening.counts['not-screened'] == 1
    assert [one.verdict for one in network.screen(['TIDEMARK BUNKER PTE', 'Nobody'])] == [
        Fairlead.ScreenVerdict.LISTED, Fairlead.ScreenVerdict.NONE]
    pandas = need('pandas')
    frame = pandas.read_csv(names, dtype=str).rename(columns={'Vessel Name': 'Kunde'})
    again = network.screen(frame, columns={'name': 'Kunde'}).to_pandas()
    expected = screening.to_pandas()
    assert list(again['match']) == list(expected['match'])
    assert expected['verdict'].dtype.name == 'category' and expected['line'][0] == 2
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'screened.xlsx')
        try:
            screening.to_excel(path)
        except GLib.Error as error:
            assert error.matches(Fairlead.error_quark(), Fairlead.Error.USAGE), error
        else:
            with open(path, 'rb') as file:
                assert file.read(2) == b'PK'


def editions_are_compared():
    folder = os.path.join(tap.ROOT, 'fixtures', 'four-lists')
    with tempfile.TemporaryDirectory() as scratch:
        kept = os.path.join(scratch, 'un.fairlead')
        for name in ('un-earlier.xml', 'un.xml'):
            Fairlead.Case(os.path.join(folder, name)).keep(kept)
        diff = Fairlead.load(kept, edition='un-xml:1').diff(Fairlead.load(kept))
    assert [one.kind.value_nick for one in diff] == [
        'added', 'removed', 'changed', 'changed'], list(diff)
    assert diff[0].before is None and diff[1].after is None and diff.get_n_same() == 1
    born = [change for change in diff[3] if change.before and change.after][0]
    assert born.before.get_value() != born.after.get_value()
    need('pandas')
    frame = diff.to_pandas()
    assert len(frame) == sum(len(one) for one in diff) and frame['change'][0] == 'added'


def proposals_are_decided():
    with tempfile.TemporaryDirectory() as folder:
        kept = os.path.join(folder, 'four.fairlead')
        Fairlead.Case(*LISTS).keep(kept)
        network = Fairlead.load(kept)
        proposals = network.propose()
        first = proposals[0]
        assert first.action == 'join' and 'in all' in first.reasons[-1] and first.asks == ''
        with Fairlead.Decisions.open(kept) as decisions:
            decisions.accept(first, who='Ida')
            decisions.reject(proposals[1], who='Ida', why='two ships')
            decisions.undo(who='Ida')
            assert decisions.apply(proposals, who='Ida') == 3 and len(decisions) == 5
        joined = Fairlead.load(kept)
        assert joined[first.left.id] == joined[first.right.id]
        log = Fairlead.Decisions.open(kept).log(joined)
        assert [one.state for one in log][:2] == ['replaced', 'undone'], list(log)
        assert log[1].verdict == Fairlead.Sameness.DIFFERENT and log[1].why == 'two ships'
        try:
            with Fairlead.Decisions.open(kept) as decisions:
                decisions.undo(99)
            assert False, 'there is no such decision'
        except GLib.Error as error:
            assert error.matches(Fairlead.error_quark(), Fairlead.Error.UNKNOWN_REFERENCE), error
        assert len(Fairlead.Decisions.open(kept)) == 5
    need('pandas')
    frame = proposals.to_pandas()
    assert len(frame) == len(proposals) and frame['probability'].is_monotonic_decreasing
    assert list(log.to_pandas()['state'])[:2] == ['replaced', 'undone']


def texts_are_searched():
    network = Fairlead.load(*LISTS)
    hits = network.search('tidemrk bunkr')
    assert hits[0].entity == network['imo-company:5711014'] and hits[0].found_by == 'name'
    assert 'alike' in hits[0].why and str(hits[0].source).endswith('roles.csv:3')
    assert network.search('9311000')[0].scheme == 'imo' and not len(network.search('xyzzy qqq'))
    need('pandas')
    assert list(hits.to_pandas()['id']) == [hit.entity.id for hit in hits]


def large_cases_are_searched_by_their_index():
    told, words = [], ('Amber', 'Brass', 'Cedar', 'Dune', 'Ember')
    with tempfile.TemporaryDirectory() as folder:
        roles, kept = os.path.join(folder, 'roles.csv'), os.path.join(folder, 'a.fairlead')
        with open(roles, 'w', encoding='utf-8') as text:
            text.write('ship_imo,company_imo,role,company_name,company_address,date_of_effect\n')
            for i in range(26000):
                text.write('9074729,%07d,Ship manager,%s %d Shipping Ltd,"%d Quay Road",\n'
                           % (1000000 + i * 7, words[i % 5], i // 5, i))
            text.write('9074729,5000011,Ship manager,Ōpahu Wave Lines,"3 Sail Street",\n')
        Fairlead.Case(roles).keep(kept)
        hits = Fairlead.Case(kept).search('opaho waves lines', limit=3,
                                          progress=lambda *words: told.append(words))
        assert hits[0].text == 'Ōpahu Wave Lines'
        assert hits.to_json() == subprocess.run(
            [PROGRAM, 'search', '--format', 'json', '--limit', '3', 'opaho waves lines', kept],
            check=True, stdout=subprocess.PIPE).stdout.decode()
        # Nothing was loaded, and what was indexed are those that may be meant
        assert not any(kept in what for what, *_ in told), told
        assert all(total < 10000 for _, _, total, *_ in told), told
        # But of files
        files = Fairlead.Case(roles).search('opaho waves lines', limit=1,
                                            progress=lambda *words: told.append(words))
        assert files[0].text == 'Ōpahu Wave Lines' and any(roles in what for what, *_ in told)


def ais_events_are_found():
    folder = os.path.join(tap.ROOT, 'fixtures', 'ais')
    files = [os.path.join(folder, name) for name in ('noaa.csv', 'danish.csv')]
    told = []
    events = Fairlead.find_ais_events(*files, ports=os.path.join(folder, 'ports.csv'),
                                      progress=lambda *words: told.append(words))
    met = [event for event in events if event.kind == 'encounter'][0]
    assert (met.end - met.start).total_seconds() >= 7200 and met.metres <= 500 and told
    assert met.ship.key != met.other.key and 'AIS rows' in met.note and met.reason == ''
    assert met.start.utcoffset().total_seconds() == 0 and abs(met.place[0]) <= 90
    only = Fairlead.find_ais_events(*files, rules=Fairlead.AisRules.JUMPS, includes_all=True)
    assert {event.kind for event in only} == {'ais-jump'}
    pandas = need('pandas')
    frame = events.to_pandas()
    assert len(frame) == len(events) and frame['hours'].max() >= 2
    assert pandas.to_datetime(frame['start'])[0] == events[0].start


def questions_to_the_lists_are_documented():
    for name in ('AisEvent', 'Decisions', 'Difference', 'Gap', 'Hit', 'Proposal', 'Screened',
                 'Screening', 'find_ais_events'):
        thing = getattr(Fairlead, name)
        assert thing.__doc__ and not thing.__doc__.startswith('Object'), name
    for method in ('diff', 'find_gaps', 'propose', 'screen', 'search', 'find_fleets', 'find_signals'):
        assert getattr(Fairlead.Network, method).__doc__, method


def questions_to_lists_are_given_up():
    network, cancellable = Fairlead.load(*LISTS), Gio.Cancellable()
    cancellable.cancel()
    for ask in (lambda: network.diff(network, cancellable=cancellable),
                lambda: network.find_gaps('dprk', cancellable=cancellable),
                lambda: network.search('tidemrk bunkr', cancellable=cancellable)):
        try:
            ask()
            assert False, 'it went on'
        except GLib.Error as error:
            assert error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED), error
    assert len(network.search('tidemrk bunkr')) and not len(network.diff(network))


tap.run_cases('/library/python-lists', [
    gaps_are_told,
    editions_are_compared,
    names_are_screened,
    proposals_are_decided,
    texts_are_searched,
    large_cases_are_searched_by_their_index,
    ais_events_are_found,
    questions_to_the_lists_are_documented,
    questions_to_lists_are_given_up,
])
