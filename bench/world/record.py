# bench/world/record.py: what of a world comes into files: missing, wrong and doubled records, and the
# list, which finds those first who can be seen
import math

from world.model import RECORDED, day

WRONG = 0.02          # of the links stand at a wrong party of the same kind
UNDATED = 0.08        # have no day
SPLIT_PERSONS = 0.04  # have a second number in the register, for half of what they do
NO_CROSS_NUMBER = 0.12  # of ship companies lack their IMO number in the company register


def publish(world):
    """When each true link would be published; which are, and which are put wrongly"""
    everybody = {}
    for party in world.parties:
        everybody.setdefault(party.kind, []).append(party)
    for link in world.links:
        chance, lag = RECORDED[link.kind]
        link.is_recorded = world.chance(chance)
        link.published = link.since + int(world.random.expovariate(1 / lag))
        link.is_undated = world.chance(UNDATED)
        if link.is_recorded and world.chance(WRONG):
            link.is_wrong = True
    wrong = []
    for link in world.links:
        if link.is_wrong:
            copy = type(link)(link.kind, link.a, world.pick(everybody[link.b.kind]), link.since,
                              link.until, link.share)
            if copy.kind in ('Registered owner', 'ISM Manager', 'Commercial manager'):
                world.on_ship_register(copy.a)
            copy.published, copy.is_wrong = link.published, True
            wrong.append(copy)
            link.is_wrong, link.is_recorded = False, False
    world.links += wrong
    for party in world.parties:
        party.has_imo_in_register = not world.chance(NO_CROSS_NUMBER)


def split_persons(world):
    """Party number to second number: the register did not see that they are one"""
    return {party.number for party in world.parties
            if party.kind == 'person' and world.chance(SPLIT_PERSONS)}


# ---- the list ----

def list_targets(world):
    for party in world.parties:
        if party.is_target:
            early = world.chance(0.95)
            party.listed = (world.between(day(2009), world.as_of) if early
                            else world.between(world.as_of + 1, day(2023)))


def neighbours(world):
    near = {}
    for link in world.links:
        if link.is_recorded:
            near.setdefault(link.a.number, []).append((link.b, link.published))
            near.setdefault(link.b.number, []).append((link.a, link.published))
    return near


def visibility(party, near, now):
    """Attention: who is seen with the listed, who is large, and ships, which satellites see"""
    seen = [other for other, published in near.get(party.number, ()) if published <= now]
    listed = sum(1 for other in seen if other.listed and other.listed <= now)
    ship = 1.6 if party.kind == 'vessel' else 1.0
    return ship * (0.15 + listed) * (1 + math.log1p(len(seen)))


def wave(world, near, open_cases, now, n):
    """One round of designations: some cases are found, and half of a found cell comes along"""
    listed = []
    for _ in range(n):
        cases = [p for p in open_cases if not p.listed and p.born <= now]
        if not cases:
            return
        weights = [visibility(p, near, now) for p in cases]
        found = world.random.choices(cases, weights)[0]
        found.listed = now
        listed.append(found)
    for found in listed:
        for other in open_cases:
            if other.cell == found.cell and not other.listed and other.born <= now \
                    and world.chance(0.12):
                other.listed = now


def list_facilitators(world):
    near = neighbours(world)
    open_cases = [party for party in world.parties if party.is_facilitator]
    first, last = day(2016, 3), world.until
    n_waves = 12
    for i in range(n_waves):
        now = first + (last - first) * i // n_waves + world.between(0, 60)
        wave(world, near, open_cases, now, max(1, len(open_cases) // 40))


def list_others(world):
    """Other regimes list whom they list, and this one sometimes errs"""
    licit = [p for p in world.parties if not p.is_facilitator and not p.is_target and not p.is_hub]
    for _ in range(max(2, len(licit) // 400)):
        world.pick(licit).other_list = world.between(day(2010), world.until)
    for _ in range(max(1, world.size // 3000)):
        world.pick(licit).listed = world.between(day(2014), world.until)


def make_records(world):
    publish(world)
    list_targets(world)
    list_facilitators(world)
    list_others(world)
