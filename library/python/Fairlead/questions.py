# library/python/Fairlead/questions.py
"""Rows of what is asked of lists: gaps, differences, names, proposals, AIS"""
import datetime
import os

from gi.repository import Gio, GLib

from .base import Fairlead, overriding, paths, public


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


AisParty = overriding(AisParty)


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


AisEvent = overriding(AisEvent)


def _time(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


@public
def find_ais_events(*inputs, rules=None, includes_all=False, ports=None, parameters=None,
                    cancellable=None, progress=None):
    """Encounters, silences, jumps and conflicts of identity in files of AIS positions.

        events = Fairlead.find_ais_events('AIS_2023_03_18.zip',
                                          rules=Fairlead.AisRules.ENCOUNTERS)
    """
    return Fairlead.AisEvents.find(paths(inputs), Fairlead.AisRules(rules or 0), includes_all,
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


Difference = overriding(Difference)


class FactChange(Fairlead.FactChange):
    """A fact that was added, removed, or took the place of another."""

    before = property(Fairlead.FactChange.dup_before, doc='the earlier fact, or None')
    after = property(Fairlead.FactChange.dup_after, doc='the later fact, or None')


FactChange = overriding(FactChange)


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


Gap = overriding(Gap)


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


Screened = overriding(Screened)


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


Screening = overriding(Screening)


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


Hit = overriding(Hit)


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


Proposal = overriding(Proposal)


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


Decision = overriding(Decision)


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
Decisions = overriding(Decisions)
Decisions.open = staticmethod(_open_decisions)
