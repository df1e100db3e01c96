# library/python/Fairlead/ships.py
"""Who owns and runs ships, and what they show"""
import math

from .base import Fairlead, overriding


class Stake(Fairlead.Stake):
    """What one party holds of another, or how it stands under a rule."""

    entity = property(Fairlead.Stake.dup_entity, doc='the owner, or what is owned')
    share = property(Fairlead.Stake.dup_share, doc='through all chains, from its lower bound')
    hops = property(Fairlead.Stake.get_hops, doc='fewest holdings between the two')
    verdict = property(Fairlead.Stake.get_verdict, doc="'clear', 'possible', 'definite', 'listed'")

    @property
    def power(self):
        """How often it decides, 0 to 1; None where that was not asked"""
        power = self.get_power()
        return None if math.isnan(power) else power

    def __repr__(self):
        return '<Fairlead.Stake %s %s>' % (self.entity.id, self.verdict)


Stake = overriding(Stake)


class FleetShip(Fairlead.FleetShip):
    """A ship, and who runs her."""

    ship = property(Fairlead.FleetShip.dup_ship, doc='the ship')
    runner = property(Fairlead.FleetShip.dup_runner, doc='who runs her, or None')
    owner = property(Fairlead.FleetShip.dup_owner, doc='the registered owner, or None')
    through = property(Fairlead.FleetShip.get_through, doc="as what: 'owner', 'ISM manager', ...")
    is_shell = property(Fairlead.FleetShip.get_is_shell, doc='whether the owner has this ship alone')
    link = property(Fairlead.FleetShip.dup_link, doc='that says so, or None')

    def __repr__(self):
        return '<Fairlead.FleetShip %s %s>' % (self.ship.id,
                                               self.runner.id if self.runner else '-')


FleetShip = overriding(FleetShip)


class Signal(Fairlead.Signal):
    """A fact about a ship that networks of evasion often show: a question, not a finding."""

    ship = property(Fairlead.Signal.dup_ship, doc='the ship')
    of = property(Fairlead.Signal.dup_of, doc='the ship, or who owns or runs her')
    name = property(Fairlead.Signal.get_name, doc="'flag-hopping', 'renaming', ...")
    words = property(Fairlead.Signal.get_words, doc='what it is in this case')
    caution = property(Fairlead.Signal.get_caution, doc='what else may be behind it')
    value = property(Fairlead.Signal.get_value, doc='what was counted')
    threshold = property(Fairlead.Signal.get_threshold, doc='what that was held against')
    sources = property(Fairlead.Signal.dup_sources, doc='where it stands, file:line')

    def __repr__(self):
        return '<Fairlead.Signal %s %s>' % (self.ship.id, self.name)


Signal = overriding(Signal)
