# library/python/Fairlead.py: what makes the library read like Python
#
# PyGObject loads it with 'from gi.repository import Fairlead', from gi/overrides. numpy, pandas,
# NetworkX and igraph are imported when a method needs them.
"""Networks of sanctions lists, ship and company registers, ranked.

    from gi.repository import Fairlead
    network = Fairlead.load('sdn.csv', 'alt.csv', 'add.csv')
    frame = network.rank('programme:DPRK').to_pandas()
"""
import contextlib
import csv
import datetime
import os
import select
import signal
import tempfile
import threading
import time

from gi.repository import Gio, GLib

from ..module import get_introspection_module
from ..overrides import override

Fairlead = get_introspection_module('Fairlead')
__all__ = []


def _public(thing):
    __all__.append(thing.__name__)
    return thing


def _texts(value):
    """One text or several, as a list; None stays None"""
    if value is None:
        return None
    return [value] if isinstance(value, (str, os.PathLike)) else [str(one) for one in value]


def _paths(value):
    return None if value is None else [os.fspath(one) for one in _several(value)]


def _one_by_one(values):
    """What was given as arguments, or as one list"""
    if len(values) == 1 and isinstance(values[0], (list, tuple)):
        return values[0]
    return values


def _several(value):
    return [value] if isinstance(value, (str, os.PathLike)) else list(value)


# ---- tables ----

def _decode(data, offsets):
    """The texts of a column: letters are decoded at once, and cut where the offsets say"""
    import numpy
    text = data.decode('utf-8')
    if len(text) != len(data):
        begins = (numpy.frombuffer(data, dtype=numpy.uint8) & 0xC0) != 0x80
        letters = numpy.zeros(len(data) + 1, dtype=numpy.int64)
        numpy.cumsum(begins, out=letters[1:])
        offsets = letters[offsets]
    cuts = offsets.tolist()
    texts = numpy.empty(len(cuts) - 1, dtype=object)
    texts[:] = [text[begin:end] for begin, end in zip(cuts, cuts[1:])]
    return texts


class Column(Fairlead.Column):
    """One column of a table, in plain memory."""

    def __len__(self):
        return self.get_n_rows()

    def __getitem__(self, row):
        row = row + len(self) if row < 0 else row
        if not 0 <= row < len(self):
            raise IndexError('there is no row %d' % row)
        return self.dup_cell(row)

    def to_numpy(self):
        """The cells as an array: numbers and words without a copy of each, texts as str.

        Integers, numbers and truths are int64, float64 and bool; days are datetime64[D], NaT where
        there is none; words are their numbers (int32, -1 where there is none: see get_words());
        texts are objects.
        """
        import numpy
        kind = self.get_column_type()
        data = self.get_values().get_data() or b''
        if kind == Fairlead.ColumnType.TEXT:
            offsets = numpy.frombuffer(self.get_offsets().get_data(), dtype=numpy.int64)
            return _decode(data, offsets)
        if kind == Fairlead.ColumnType.DAY:
            days = numpy.frombuffer(data, dtype=numpy.int32)
            dates = days.astype('datetime64[D]')
            dates[days == GLib.MININT32] = numpy.datetime64('NaT')
            return dates
        return numpy.frombuffer(data, dtype={
            Fairlead.ColumnType.INTEGER: numpy.int64,
            Fairlead.ColumnType.NUMBER: numpy.float64,
            Fairlead.ColumnType.TRUTH: numpy.bool_,
            Fairlead.ColumnType.WORD: numpy.int32,
        }[kind])

    def to_pandas(self):
        """The same as pandas has it: words are categories, integers that may be absent Int64.

        pandas before 2 holds days from 1677 to 2262 only; others are NaT there.
        """
        import numpy
        import pandas
        kind, cells = self.get_column_type(), self.to_numpy()
        if kind == Fairlead.ColumnType.WORD:
            return pandas.Categorical.from_codes(cells, self.get_words())
        if kind == Fairlead.ColumnType.INTEGER and len(cells) > 0 and cells.min() < 0:
            return pandas.arrays.IntegerArray(cells.copy(), cells < 0)
        if kind == Fairlead.ColumnType.DAY:
            if int(pandas.__version__.split('.')[0]) >= 2:
                return cells.astype('datetime64[s]')
            held = (cells >= numpy.datetime64('1677-09-22')) & (
                cells <= numpy.datetime64('2262-04-11'))
            return numpy.where(held, cells, numpy.datetime64('NaT')).astype('datetime64[ns]')
        return cells


Column = override(Column)
_public(Column)


class Table(Fairlead.Table):
    """Columns of one length: table['score'] is one of them, table[0] too."""

    def __getitem__(self, key):
        if not isinstance(key, str):
            return super().__getitem__(key)
        column = self.get_column(key)
        if column is None:
            raise KeyError(key)
        return column

    def keys(self):
        """The headings"""
        return [column.get_name() for column in self]

    def to_numpy(self):
        """A dict of arrays by heading; see Column.to_numpy()"""
        return {column.get_name(): column.to_numpy() for column in self}

    def to_pandas(self):
        """A DataFrame. No object is made for a cell but for the texts."""
        import pandas
        return pandas.DataFrame({column.get_name(): column.to_pandas() for column in self},
                                copy=False)


Table = override(Table)
_public(Table)


class Result(Fairlead.Result):
    """What can be had by columns, and written as CSV and JSON."""

    def to_table(self):
        """All of it by columns"""
        return self.dup_table()

    def to_pandas(self):
        """All of it as a DataFrame"""
        return self.dup_table().to_pandas()

    def to_csv(self):
        """The text that the command line writes with --format csv"""
        return self.dup_text(Fairlead.Format.CSV)

    def to_json(self):
        """The text that the command line writes with --format json"""
        return self.dup_text(Fairlead.Format.JSON)


Result = override(Result)
_public(Result)


# ---- entities and links ----

class Entity(Fairlead.Entity):
    """A party, ship, address or port. Equal to another object of the same entity."""

    id = property(Fairlead.Entity.get_id, doc='its id, as outputs print it')
    name = property(Fairlead.Entity.get_name, doc='its primary name')
    kind = property(Fairlead.Entity.get_kind, doc='what it is, in a word')
    is_stub = property(Fairlead.Entity.get_is_stub, doc='whether it is only referred to')
    is_listed = property(Fairlead.Entity.get_is_listed, doc='whether a designation stands')
    position = property(Fairlead.Entity.get_position, doc='its place in the network')

    @property
    def facts(self):
        """Its names, numbers, attributes and listings, with everybody who says each"""
        return self.dup_facts()

    @property
    def links(self):
        """The links that go from it or to it"""
        return self.dup_links()

    def timeline(self, target=None, cancellable=None, progress=None):
        """Of a ship: her life, as a VesselTimeline"""
        return self.find_timeline(_texts(target), cancellable, progress)

    def __eq__(self, other):
        return isinstance(other, Fairlead.Entity) and self.equal(other)

    def __hash__(self):
        return hash(self.get_id())

    def __repr__(self):
        return '<Fairlead.Entity %s %r>' % (self.get_id(), self.get_name())


Entity = override(Entity)
_public(Entity)


class Link(Fairlead.Link):
    """What one source says of two entities: from_ is KIND of to."""

    kind = property(Fairlead.Link.get_kind, doc='a word: shareholder, director')
    confidence = property(Fairlead.Link.get_confidence, doc='0 to 1')
    note = property(Fairlead.Link.get_note, doc="the source's own words")
    is_over = property(Fairlead.Link.get_is_over, doc='whether it had ended')
    from_ = property(Fairlead.Link.dup_from, doc='who is KIND of the other')
    to = property(Fairlead.Link.dup_to, doc='the other')
    share = property(Fairlead.Link.dup_share, doc='how much is held')
    period = property(Fairlead.Link.dup_period, doc='from when to when it held')
    source = property(Fairlead.Link.dup_source, doc='who says it')

    def __repr__(self):
        return '<Fairlead.Link %s %s %s>' % (self.from_.id, self.kind, self.to.id)


Link = override(Link)
_public(Link)


class Source(Fairlead.Source):
    """Where something stands; str() is file:line."""

    def __str__(self):
        return self.to_string()


Source = override(Source)
_public(Source)


class Issue(Fairlead.Issue):
    """What is doubtful about one record."""

    tag = property(Fairlead.Issue.get_tag, doc='its kind, in a word')
    severity = property(Fairlead.Issue.get_severity, doc='how bad it is')
    text = property(Fairlead.Issue.get_text, doc='what it is in this record')
    meaning = property(Fairlead.Issue.get_meaning, doc='what the tag means')
    source = property(Fairlead.Issue.dup_source, doc='where the record stands')

    def __repr__(self):
        return '<Fairlead.Issue %s %s>' % (self.tag, self.source)


Issue = override(Issue)
_public(Issue)


class RankedParty(Fairlead.RankedParty):
    """One row of a ranking."""

    rank = property(Fairlead.RankedParty.get_rank, doc='from 1')
    score = property(Fairlead.RankedParty.get_score, doc='0 to 1')
    degree = property(Fairlead.RankedParty.get_degree, doc='distinct neighbours')
    is_target = property(Fairlead.RankedParty.get_is_target, doc='whether it is of the target')
    entity = property(Fairlead.RankedParty.dup_entity, doc='who it is')

    @property
    def components(self):
        """What the score is made of, by name"""
        return {one: self.get_component(getattr(Fairlead.Component, one.upper()))
                for one in ('proximity', 'brokerage', 'necessity', 'control', 'signals')}

    @property
    def interval(self):
        """The ranks at 5 and 95 % of the draws; None where it took part in none"""
        took_part, low, high, _ = self.get_spread()
        return (low, high) if took_part else None

    def __repr__(self):
        return '<Fairlead.RankedParty %d %s>' % (self.rank, self.entity.id)


RankedParty = override(RankedParty)
_public(RankedParty)


class Path(Fairlead.Path):
    """A chain of links: a list of hops."""

    confidence = property(Fairlead.Path.get_confidence, doc='product over the hops')
    strength = property(Fairlead.Path.get_strength, doc='the order of paths')


Path = override(Path)
_public(Path)


class Hop(Fairlead.Hop):
    """One step of a path: a list of the links that say so."""

    from_ = property(Fairlead.Hop.dup_from, doc='where the path comes from')
    to = property(Fairlead.Hop.dup_to, doc='where it goes to')


Hop = override(Hop)
_public(Hop)


# ---- questions to the lists ----

class AisParty(Fairlead.AisParty):
    """A ship of an AIS event, as it was heard."""

    key = property(Fairlead.AisParty.dup_key, doc="'imo:9311000' or 'mmsi:273123456'")
    mmsi = property(Fairlead.AisParty.get_mmsi, doc='the number of its radio')
    imo = property(Fairlead.AisParty.get_imo, doc='as it says it')
    name = property(Fairlead.AisParty.get_name, doc='as it says it')
    call_sign = property(Fairlead.AisParty.get_call_sign, doc='as it says it')
    first = property(Fairlead.AisParty.dup_first, doc='the first row of it')
    last = property(Fairlead.AisParty.dup_last, doc='the last row of it')

    def __repr__(self):
        return '<Fairlead.AisParty %s %r>' % (self.key, self.name)


AisParty = override(AisParty)
_public(AisParty)


class AisEvent(Fairlead.AisEvent):
    """One event in AIS data. Times are datetimes in UTC."""

    kind = property(Fairlead.AisEvent.get_kind, doc="'encounter', 'ais-gap', ...")
    reason = property(Fairlead.AisEvent.get_reason, doc='an everyday one that it has, or empty')
    ship = property(Fairlead.AisEvent.dup_ship, doc='an AisParty')
    other = property(Fairlead.AisEvent.dup_other, doc='an AisParty, or None')
    place = property(Fairlead.AisEvent.get_place, doc='latitude and longitude in degrees')
    end_place = property(Fairlead.AisEvent.get_end_place, doc='where it was heard next')
    metres = property(Fairlead.AisEvent.get_metres, doc='between the two, or NaN')
    knots = property(Fairlead.AisEvent.get_knots, doc='that it would take, or NaN')
    port = property(Fairlead.AisEvent.get_port, doc='that is near, or None')
    note = property(Fairlead.AisEvent.dup_note, doc='in words, with the rows')

    @property
    def start(self):
        """When it began"""
        return _time(self.get_start())

    @property
    def end(self):
        """When it ended, or was still so when the data ends"""
        return _time(self.get_end())

    def __repr__(self):
        return '<Fairlead.AisEvent %s %s %s>' % (self.kind, self.ship.key, self.start.isoformat())


AisEvent = override(AisEvent)
_public(AisEvent)


def _time(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


@_public
def find_ais_events(*inputs, rules=None, includes_all=False, ports=None, parameters=None,
                    cancellable=None, progress=None):
    """Encounters, silences, jumps and conflicts of identity in files of AIS positions.

        events = Fairlead.find_ais_events('AIS_2023_03_18.zip',
                                          rules=Fairlead.AisRules.ENCOUNTERS)
    """
    return Fairlead.AisEvents.find(_paths(inputs), Fairlead.AisRules(rules or 0), includes_all,
                                   None if ports is None else os.fspath(ports),
                                   None if parameters is None else os.fspath(parameters),
                                   cancellable, progress)


class Difference(Fairlead.Difference):
    """What became of one party: a list of FactChange."""

    kind = property(Fairlead.Difference.get_kind, doc='a Fairlead.DiffKind')
    before = property(Fairlead.Difference.dup_before, doc='in the earlier network, or None')
    after = property(Fairlead.Difference.dup_after, doc='in the later network, or None')
    matched_by = property(Fairlead.Difference.get_matched_by, doc='what both have')
    same_name = property(Fairlead.Difference.dup_same_name, doc='of the same name on the other side')

    def __repr__(self):
        return '<Fairlead.Difference %s %s>' % (self.kind.value_nick, (self.after or self.before).id)


Difference = override(Difference)
_public(Difference)


class FactChange(Fairlead.FactChange):
    """A fact that was added, removed, or took the place of another."""

    before = property(Fairlead.FactChange.dup_before, doc='the earlier fact, or None')
    after = property(Fairlead.FactChange.dup_after, doc='the later fact, or None')


FactChange = override(FactChange)
_public(FactChange)


class Gap(Fairlead.Gap):
    """What one body says of a party, or who listed holds one on no list."""

    finding = property(Fairlead.Gap.get_finding, doc="'listed', 'not listed', 'owned', ...")
    entity = property(Fairlead.Gap.dup_entity, doc='whom it is about')
    regime = property(Fairlead.Gap.get_regime, doc="'dprk'; None of one on no list")
    bodies = property(Fairlead.Gap.dup_bodies, doc='the body, or those that list the holder')
    programmes = property(Fairlead.Gap.dup_programmes, doc='under which the body lists it')
    period = property(Fairlead.Gap.dup_period, doc='since when, and until when')
    namesakes = property(Fairlead.Gap.dup_namesakes, doc='of the same name, on its lists')
    holder = property(Fairlead.Gap.dup_holder, doc='who is listed and holds it, or None')
    link = property(Fairlead.Gap.dup_link, doc='the link that says so, or None')
    share = property(Fairlead.Gap.dup_share, doc='the share that counts')
    rule = property(Fairlead.Gap.get_rule, doc='the id of the rule that it falls under, or None')
    verdict = property(Fairlead.Gap.get_verdict, doc="'possible' or 'definite', or None")
    sources = property(Fairlead.Gap.dup_sources, doc='where it stands, file:line')

    @property
    def lag(self):
        """Days behind the first that listed it, (fewest, most); None where the dates are open"""
        low, high = self.get_lag()
        return (None if low == GLib.MININT32 else low,
                None if high == GLib.MAXINT32 else high)

    def __repr__(self):
        return '<Fairlead.Gap %s: %s %s>' % (self.entity.id, self.finding, ', '.join(self.bodies))


Gap = override(Gap)
_public(Gap)


class Screened(Fairlead.Screened):
    """One row of a file of names, with its verdict."""

    line = property(Fairlead.Screened.get_line, doc='on which the row begins')
    reference = property(Fairlead.Screened.get_reference, doc="the asker's own id")
    name = property(Fairlead.Screened.get_name, doc='as the file has it')
    verdict = property(Fairlead.Screened.get_verdict, doc='a Fairlead.ScreenVerdict')
    match = property(Fairlead.Screened.dup_match, doc='who it is, or nearly is, or None')
    similarity = property(Fairlead.Screened.get_similarity, doc='of the names, 0 to 1, or NaN')
    evidence = property(Fairlead.Screened.get_evidence, doc='in bits, or NaN')
    lists = property(Fairlead.Screened.get_lists, doc='where the match is listed')
    ownership = property(Fairlead.Screened.get_ownership, doc='under which rule it is owned')
    path = property(Fairlead.Screened.get_path, doc='the chain to the listed party')
    why = property(Fairlead.Screened.get_why, doc='what speaks for the match')
    why_not = property(Fairlead.Screened.get_why_not, doc='what speaks against it')
    issue = property(Fairlead.Screened.get_issue, doc='what is wrong with the row')

    def __repr__(self):
        return '<Fairlead.Screened %d %r: %s>' % (self.line, self.name, self.verdict.value_nick)


Screened = override(Screened)
_public(Screened)


class Screening(Fairlead.Screening):
    """Verdicts on a file of names, row by row."""

    @property
    def counts(self):
        """How many rows have each verdict, by its name"""
        verdicts = (Fairlead.ScreenVerdict.LISTED, Fairlead.ScreenVerdict.OWNED,
                    Fairlead.ScreenVerdict.LINKED, Fairlead.ScreenVerdict.NEAR,
                    Fairlead.ScreenVerdict.NONE, Fairlead.ScreenVerdict.NOT_SCREENED)
        return {verdict.value_nick: self.count(verdict) for verdict in verdicts}

    def to_excel(self, path):
        """Writes a workbook: the results, and what they depend on"""
        stream = Gio.File.new_for_path(os.fspath(path)).replace(None, False, 0, None)
        self.write_workbook(stream, None)
        stream.close(None)


Screening = override(Screening)
_public(Screening)


class Hit(Fairlead.Hit):
    """An entity that a text may mean, with the reason."""

    entity = property(Fairlead.Hit.dup_entity, doc='whom or what it may mean')
    text = property(Fairlead.Hit.get_text, doc='its name, number or address that fits best')
    found_by = property(Fairlead.Hit.get_found_by, doc="'number', 'name' or 'address'")
    scheme = property(Fairlead.Hit.get_scheme, doc='of a number, or None')
    similarity = property(Fairlead.Hit.get_similarity, doc='0 to 1')
    evidence = property(Fairlead.Hit.get_evidence, doc='in bits, or NaN')
    why = property(Fairlead.Hit.get_why, doc='in words')
    source = property(Fairlead.Hit.dup_source, doc='where the text stands')

    def __repr__(self):
        return '<Fairlead.Hit %s %r>' % (self.entity.id, self.text)


Hit = override(Hit)
_public(Hit)


class Proposal(Fairlead.Proposal):
    """Two parties that may be one."""

    left = property(Fairlead.Proposal.dup_left, doc='the one')
    right = property(Fairlead.Proposal.dup_right, doc='the other')
    probability = property(Fairlead.Proposal.get_probability, doc='that they are one')
    similarity = property(Fairlead.Proposal.get_similarity, doc='of their names, 0 to 1')
    evidence = property(Fairlead.Proposal.get_evidence, doc='how much that says, in bits')
    action = property(Fairlead.Proposal.get_action, doc="'join', 'follows' or 'ask'")
    asks = property(Fairlead.Proposal.get_asks, doc='why it is not joined without asking')
    reasons = property(Fairlead.Proposal.dup_reasons, doc='what each feature adds to the log odds')

    def __repr__(self):
        return '<Fairlead.Proposal %.3f %s %s>' % (self.probability, self.left.id, self.right.id)


Proposal = override(Proposal)
_public(Proposal)


class Decision(Fairlead.Decision):
    """What somebody decided on two parties."""

    number = property(Fairlead.Decision.get_number, doc='from 1')
    state = property(Fairlead.Decision.get_state, doc="'stands', 'undone' or 'replaced'")
    verdict = property(Fairlead.Decision.get_verdict, doc='a Fairlead.Sameness')
    left = property(Fairlead.Decision.get_left, doc='the key of the one')
    right = property(Fairlead.Decision.get_right, doc='the key of the other')
    who = property(Fairlead.Decision.get_who, doc='who decided')
    when = property(Fairlead.Decision.get_when, doc='when')
    why = property(Fairlead.Decision.get_why, doc='why, in words')
    probability = property(Fairlead.Decision.get_probability, doc='as it was proposed, or NaN')
    undone_by = property(Fairlead.Decision.get_undone_by, doc='who undid it, or None')
    undone_on = property(Fairlead.Decision.get_undone_on, doc='when, or None')

    def __repr__(self):
        return '<Fairlead.Decision %d %s %s %s: %s>' % (
            self.number, self.left, self.verdict.value_nick, self.right, self.state)


Decision = override(Decision)
_public(Decision)


class Decisions(Fairlead.Decisions):
    """What was decided, in a kept case or a CSV file. It is saved where a block ends well:

        with Fairlead.Decisions.open('dprk.fairlead') as decisions:
            decisions.accept(network.propose()[0])
    """

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.save()
        return False

    def __len__(self):
        return self.get_n()

    def accept(self, proposal, who=None, why=None):
        """The two of a proposal are one"""
        return self.answer(proposal, Fairlead.Sameness.SAME, who, why)

    def reject(self, proposal, who=None, why=None):
        """The two of a proposal are not one"""
        return self.answer(proposal, Fairlead.Sameness.DIFFERENT, who, why)

    def decide(self, left, right, verdict, who=None, why=None):
        """Decides on two keys: decide('ofac:17068', 'un:KPe.001', Fairlead.Sameness.SAME)"""
        return super().decide(left, right, verdict, who, why)

    def apply(self, proposals, who=None):
        """All that join without asking are one; how many these are"""
        return super().apply(proposals, who)[1]

    def undo(self, number=0, who=None):
        """Undoes a decision by its number, or the last"""
        return super().undo(number, who)

    def take_in(self, other):
        """Adds the decisions of others that are not here; how many were added"""
        return super().take_in(other)[0]

    def save(self, cancellable=None):
        """Writes what is new, whole or not at all"""
        return super().save(cancellable)

    def log(self, network=None, of=None):
        """All decisions, or those that made an entity what it is, as a list and result"""
        return self.dup_log(network, of)


def _open_decisions(path, cancellable=None):
    return _open_inner(os.fspath(path), cancellable)


_open_inner = Fairlead.Decisions.open
Decisions = override(Decisions)
Decisions.open = staticmethod(_open_decisions)
_public(Decisions)


@contextlib.contextmanager
def _file_of_names(names):
    """The path of a file of names: of one, of a DataFrame, or of a list of names"""
    if isinstance(names, (str, os.PathLike)):
        yield os.fspath(names)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'names.csv')
        if hasattr(names, 'to_csv') and hasattr(names, 'columns'):
            names.to_csv(path, index=False)
        else:
            with open(path, 'w', encoding='utf-8', newline='') as file:
                rows = csv.writer(file)
                rows.writerow(['name'])
                rows.writerows([str(name)] for name in names)
        yield path


# ---- cases and networks ----

class Case(Fairlead.Case):
    """What is read: Case('sdn.csv', 'alt.csv', mappings=[...], as_of='2017-02-28')"""

    def __init__(self, *inputs, mappings=None, decisions=None, merges=True, hashes=False,
                 as_of=None, edition=None, **more):
        inputs = more.pop('inputs', _one_by_one(inputs))
        super().__init__(inputs=_paths(inputs), mappings=_paths(mappings),
                         decisions=None if decisions is None else os.fspath(decisions),
                         merges=merges, hashes=hashes,
                         as_of=None if as_of is None else str(as_of),
                         edition=None if edition is None else str(edition), **more)

    def load(self, cancellable=None, progress=None):
        """Reads all inputs into a Network. progress(what, done, total) is told how far it is."""
        return super().load(cancellable, progress)

    def keep(self, path, data_set=None, cancellable=None, progress=None):
        """Imports all inputs into one file, which is an input like any other."""
        return super().keep(os.fspath(path), data_set, cancellable, progress)


Case = override(Case)
_public(Case)


@_public
def load(*inputs, cancellable=None, progress=None, **how):
    """Reads inputs into a Network; see Case for what else may be said."""
    return Case(*inputs, **how).load(cancellable, progress)


class Network(Fairlead.Network):
    """Entities and links: network['imo:7937317'] is an entity, network[0] too."""

    def __getitem__(self, key):
        if not isinstance(key, str):
            return super().__getitem__(key)
        entity = self.find(key)
        if entity is None:
            raise KeyError(key)
        return entity

    def __contains__(self, key):
        if isinstance(key, str):
            return self.find(key) is not None
        return isinstance(key, Fairlead.Entity) and self.find(key.get_id()) == key

    def select(self, *expressions):
        """The entities that any of the expressions stands for: 'programme:DPRK', 'imo:7937317'"""
        return super().select(_texts(_one_by_one(expressions)))

    @property
    def issues(self):
        """What is doubtful about the inputs"""
        return self.dup_issues()

    def rank(self, *target, cancellable=None, progress=None, **question):
        """Ranks every party by how it connects the target to the market.

        What else is asked are the properties of Question: limit, draws, seed, market, measures,
        include_targets, parameters, paths, draw_merges.
        """
        if len(target) == 1 and isinstance(target[0], Fairlead.Question):
            return super().rank(target[0], cancellable, progress)
        for name in ('market', 'measures'):
            if name in question:
                question[name] = _texts(question[name])
        target = question.pop('target', _one_by_one(target))
        asked = Fairlead.Question(target=_texts(target), **question)
        return super().rank(asked, cancellable, progress)

    def find_paths(self, from_, to, n=10, max_hops=0, time=Fairlead.PathTime.ANY_TIME,
                   by_hops=False, cancellable=None, progress=None):
        """The best paths between those whom two expressions stand for"""
        return super().find_paths(from_, to, n, max_hops, time, by_hops, cancellable, progress)

    def find_ownership(self, entity=None, is_down=False, rules=None, as_of=None, limit=0,
                       cancellable=None, progress=None):
        """Who owns an entity, what it owns, or, without one, all who fall under the rules"""
        return super().find_ownership(entity, is_down, _texts(rules),
                                      None if as_of is None else str(as_of), limit, cancellable,
                                      progress)

    def estimate_supply(self, cap, year, factors=None, cancellable=None, progress=None):
        """What was delivered against a cap in its twelve months"""
        return super().estimate_supply(cap, year, None if factors is None else os.fspath(factors),
                                       cancellable, progress)

    def diff(self, later):
        """What a later network has that this one has not: two editions of a list"""
        return super().diff(later)

    def find_gaps(self, programme=None, bodies=None, includes_all=False):
        """Whom one body lists and another does not: find_gaps('dprk', ['UN', 'EU'])"""
        return super().find_gaps(programme, _texts(bodies), includes_all)

    def screen(self, names, columns=None, max_hops=3, cancellable=None, progress=None):
        """Verdicts on names: the path of a CSV file, a DataFrame, or a list of names.

        columns says which header is what where that is not clear: {'name': 'Kunde'}.
        """
        said = None if columns is None else ['%s=%s' % one for one in dict(columns).items()]
        with _file_of_names(names) as path:
            return super().screen(path, said, max_hops, cancellable, progress)

    def propose(self, kind=None, threshold=Fairlead.RESOLVE_THRESHOLD,
                least=Fairlead.RESOLVE_LEAST, limit=0, cancellable=None, progress=None):
        """Pairs that may be one party, the most probable first; see Decisions for what then"""
        return super().propose(kind, threshold, least, limit, cancellable, progress)

    def search(self, text, kind=None, limit=20):
        """Entities that a text may mean: a name, with typing errors too, a number, an address"""
        return super().search(text, kind, limit)

    def chart(self, from_=None, to=None, n=5, around=None, hops=2, ranking=None,
              parameters=None, cancellable=None):
        """A Chart of the best paths between two, or of what is around one"""
        if (from_ is None) != (to is None) or (from_ is None) == (around is None):
            raise ValueError('either from_ with to, or around is needed')
        if around is not None:
            return super().chart_around(_texts(around), hops, ranking, cancellable)
        return super().chart_paths(_texts(from_), _texts(to), n,
                                   None if parameters is None else os.fspath(parameters),
                                   cancellable)

    def export(self, path, form=Fairlead.ExportForm.BY_ENDING, ranking=None, places=True,
               parameters=None, cancellable=None, **part):
        """Writes it for another program: export('near.gexf', around='imo:7937317', hops=1)

        The form is told by the ending: .graphml, .gexf, .dot, .csv, .cypher, .ftm, .xlsx, .arcs.
        Which part of the network are the properties of Part: around, hops, kinds, component, and
        top, of a ranking. Returns the Export, which says how much was written.
        """
        export = Fairlead.Export.new(self, ranking, _part(part),
                                     None if parameters is None else os.fspath(parameters))
        export.save(form, os.fspath(path), places, cancellable)
        return export

    def disrupt(self, *target, cancellable=None, **question):
        """Which few designations cost a target most of its access, as a Disruption

        What else is asked are the properties of DisruptQuestion: budget, links, protect, costs,
        market, max_hops, candidates, answers, limit, parameters.
        """
        asked = _asked(Fairlead.DisruptQuestion, ('market', 'protect', 'costs'), target, question)
        return super().disrupt(asked, cancellable)

    def backtest(self, as_of, target, labels, cancellable=None, progress=None, **question):
        """How well a ranking of that day finds those who were listed later, as a Backtest

        What else is asked are the properties of BacktestQuestion: until, market, drop_undated,
        draws, seed, parameters.
        """
        question.update(as_of=str(as_of), labels=labels)
        asked = _asked(Fairlead.BacktestQuestion, ('market', 'labels'), target, question)
        return super().backtest(asked, cancellable, progress)

    def links_to_pandas(self):
        """All links as a DataFrame; from and to are positions of entities"""
        return self.dup_links().to_pandas()

    def to_networkx(self):
        """A networkx.MultiDiGraph: nodes are ids, with what is known of entities and links"""
        import networkx
        graph = networkx.MultiDiGraph()
        entities = _rows(self.dup_table())
        ids = [entity.pop('id') for entity in entities]
        graph.add_nodes_from(zip(ids, entities))
        links = _rows(self.dup_links())
        graph.add_edges_from((ids[link.pop('from')], ids[link.pop('to')], link) for link in links)
        return graph

    def to_igraph(self):
        """An igraph.Graph, directed, with the same as attributes"""
        import igraph
        entities, links = _lists(self.dup_table()), _lists(self.dup_links())
        ends = list(zip(links.pop('from'), links.pop('to')))
        graph = igraph.Graph(n=len(self), edges=ends, directed=True)
        for name, values in entities.items():
            graph.vs[name] = values
        for name, values in links.items():
            graph.es[name] = values
        return graph


def _asked(kind, several, target, properties):
    """A question with these properties, of which some are lists of texts"""
    for name in several:
        if name in properties:
            properties[name] = _texts(properties[name])
    return kind(target=_texts(target) or None, **properties)


def _part(properties):
    """A Part with these properties; None where there are none"""
    for name in ('around', 'kinds'):
        if name in properties:
            properties[name] = _texts(properties[name])
    return Fairlead.Part(**properties) if properties else None


def _lists(table):
    """A list of plain values for each column; days as ISO 8601 or None"""
    lists = {}
    for column in table:
        cells = column.to_numpy()
        kind = column.get_column_type()
        if kind == Fairlead.ColumnType.WORD:
            words = list(column.get_words()) + [None]
            lists[column.get_name()] = [words[number] for number in cells.tolist()]
        elif kind == Fairlead.ColumnType.DAY:
            lists[column.get_name()] = [None if day is None else day.isoformat()
                                        if hasattr(day, 'isoformat') else str(day)
                                        for day in cells.tolist()]
        else:
            lists[column.get_name()] = cells.tolist()
    return lists


def _rows(table):
    """A dict of plain values for each row"""
    lists = _lists(table)
    return [dict(zip(lists, values)) for values in zip(*lists.values())]


Network = override(Network)
_public(Network)


class Ranking(Fairlead.Ranking):
    """Parties in order: ranking[0] is the first."""

    network = property(Fairlead.Ranking.get_network, doc='whose parties are ranked')

    def evidence(self, entity, n=3):
        """The strongest chains of links from an entity to the target"""
        return self.dup_evidence(entity, n)

    def explain(self, entity, n=3, cancellable=None):
        """Why an entity, or the one of an id, ranks where it does: an Explanation"""
        entity = self.network[entity] if isinstance(entity, str) else entity
        return super().explain(entity, n, cancellable)

    def chart(self, top=5, n=2, cancellable=None):
        """A Chart of the first ranked, and of n paths each that lead to the target"""
        return self.chart_first(top, n, cancellable)

    def report(self, path, title=None, limit=100, top=10, collect=20, cancellable=None, **part):
        """Writes one HTML file that holds all, as the command line writes it

        Which part of the network can be searched in it are the properties of Part. Load with
        hashes=True for the hashes of the sources, rank with draws for the intervals.
        """
        report = Fairlead.Report(title=title, limit=limit, top=top, collect=collect)
        return report.save(self, _part(part), os.fspath(path), cancellable)

    def export(self, path, **how):
        """Writes the network with ranks, scores and components: see Network.export()"""
        return self.network.export(path, ranking=self, **how)


Ranking = override(Ranking)
_public(Ranking)


# ---- pictures ----

class Chart(Fairlead.Chart):
    """A chart of evidence: a notebook shows it as it is."""

    title = property(Fairlead.Chart.get_title, doc='what was asked, in words')
    n_left_out = property(Fairlead.Chart.get_n_left_out, doc='parties that had no room')

    def _draw(self, picture, lanes, dark, cancellable):
        lanes = getattr(Fairlead.Lanes, lanes.upper()) if isinstance(lanes, str) else lanes
        return self.draw(picture, lanes, dark, cancellable).get_data()

    def to_svg(self, lanes='side', dark=False, cancellable=None):
        """The drawing as a text; lanes are 'side', 'jurisdiction' or 'none'"""
        return self._draw(Fairlead.Picture.SVG, lanes, dark, cancellable).decode('utf-8')

    def to_png(self, lanes='side', dark=False, cancellable=None):
        """The drawing as the bytes of a PNG"""
        return self._draw(Fairlead.Picture.PNG, lanes, dark, cancellable)

    def to_pdf(self, lanes='side', dark=False, cancellable=None):
        """The drawing as the bytes of a PDF, to print"""
        return self._draw(Fairlead.Picture.PDF, lanes, dark, cancellable)

    def save(self, path, lanes='side', dark=False, picture=Fairlead.Picture.BY_ENDING,
             cancellable=None):
        """Draws it into a file: .svg, .png or .pdf"""
        lanes = getattr(Fairlead.Lanes, lanes.upper()) if isinstance(lanes, str) else lanes
        return super().save(picture, os.fspath(path), lanes, dark, cancellable)

    def _repr_svg_(self):
        return self.to_svg()

    def __repr__(self):
        return '<Fairlead.Chart %r>' % self.title


Chart = override(Chart)
_public(Chart)


class Backtest(Fairlead.Backtest):
    """How well each measure finds the labelled: a notebook shows recall by depth."""

    def to_svg(self):
        """Recall by depth, a line for each measure"""
        return self.draw(None).get_data().decode('utf-8')

    def _repr_svg_(self):
        return self.to_svg()


Backtest = override(Backtest)
_public(Backtest)


class Explanation(Fairlead.Explanation):
    """Why a party ranks where it does: a list of the paths that are its evidence."""

    party = property(Fairlead.Explanation.dup_party, doc='its row of the ranking')
    signals = property(Fairlead.Explanation.dup_signals, doc='signals of evasion that hold')
    exposure = property(Fairlead.Explanation.get_exposure, doc='to the target, 0 to 1')

    @property
    def shares(self):
        """Which part of the score comes from each component, by name"""
        return {one: self.get_share(getattr(Fairlead.Component, one.upper()))
                for one in ('proximity', 'brokerage', 'necessity', 'control', 'signals')}

    @property
    def ranks_without(self):
        """The rank without the first hop of the evidence, without the first two, ..."""
        return [self.get_rank_without(n + 1) for n in range(self.get_n_removed())]


Explanation = override(Explanation)
_public(Explanation)


class Disruption(Fairlead.Disruption):
    """Whom to designate, or which links to cut, and whom to warn before: a list of moves."""

    access = property(Fairlead.Disruption.get_access, doc='what is reached before')
    left = property(Fairlead.Disruption.get_left, doc='what is reached when all is done')
    after_answer = property(Fairlead.Disruption.get_after_answer,
                            doc='what is reached when the network has answered')


Disruption = override(Disruption)
_public(Disruption)


class Move(Fairlead.Move):
    """One row of a disruption."""

    what = property(Fairlead.Move.get_what, doc="'designate', 'cut' or 'warn'")
    entity = property(Fairlead.Move.dup_entity, doc='who, or one end of a link')
    other = property(Fairlead.Move.dup_other, doc='the other end, or with whom it deals')
    loss = property(Fairlead.Move.get_loss, doc='of the access, by it alone')

    def __repr__(self):
        return '<Fairlead.Move %s %s>' % (self.what, self.entity.id if self.entity else '-')


Move = override(Move)
_public(Move)


# ---- long work ----

@_public
class interruptible:
    """Long work that Ctrl-C ends, and a number of seconds.

        with Fairlead.interruptible(seconds=60) as cancellable:
            network = Fairlead.load('big.csv', cancellable=cancellable)

    Ctrl-C raises KeyboardInterrupt, the end of the time TimeoutError. Python itself hears of a
    signal only when the library returns, so that without this work goes on until it is done.
    """

    def __init__(self, seconds=None):
        self.seconds = seconds

    def __enter__(self):
        self.cancellable = Gio.Cancellable()
        self.is_late = False
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.writer, False)
        self.is_main = threading.current_thread() is threading.main_thread()
        self.is_interrupted = False
        if self.is_main:
            # Raised when all is put back: in the middle it would end the making of an error
            self.handler = signal.signal(signal.SIGINT, self._hear)
            self.before = signal.set_wakeup_fd(self.writer, warn_on_full_buffer=False)
        self.thread = threading.Thread(target=self._wait, daemon=True)
        self.thread.start()
        return self.cancellable

    def _hear(self, number, frame):
        self.is_interrupted = True

    def _wait(self):
        end = None if self.seconds is None else time.monotonic() + self.seconds
        while True:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self.reader], [], [], left)[0]:
                self.is_late = True
                self.cancellable.cancel()
                return
            heard = os.read(self.reader, 1)[0]
            if heard == 0:
                return
            if heard == signal.SIGINT:
                self.cancellable.cancel()
                return

    def __exit__(self, kind, error, trace):
        if self.is_main:
            signal.set_wakeup_fd(self.before)
            signal.signal(signal.SIGINT, self.handler)
        os.write(self.writer, b'\0')
        self.thread.join()
        os.close(self.reader)
        os.close(self.writer)
        if self.is_interrupted:
            raise KeyboardInterrupt from None
        if self.is_late and isinstance(error, GLib.Error) and error.matches(
                Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED):
            raise TimeoutError('not done after %g seconds' % self.seconds) from None
        return False
