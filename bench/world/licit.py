# bench/world/licit.py: the licit world: fleets and their managers, trade, and the hubs of both
#
# Single-ship companies, nominee directors, agents' addresses, care-of clients and busy brokers are
# the custom of licit shipping too: none of them tells a facilitator by itself.
from world.model import OFFSHORE, day


class Licit:
    def __init__(self, world, n):
        self.world = world
        self.make_hubs(n)
        self.companies, self.owners, self.ships, self.traders, self.people = [], [], [], [], []
        self.make_fleets(int(n * 0.55))
        self.make_trade(int(n * 0.3))
        self.fill(n)

    def hubs(self, n, role, make):
        made = [make(role) for _ in range(max(2, n))]
        for party in made:
            party.is_hub = True
        return made

    def make_hubs(self, n):
        world = self.world
        self.agents = self.hubs(n // 400, 'formation agent', world.company)
        self.addresses = {
            agent.number: ['%d %s House, %s' % (10 + i, world.pick(world.words), agent.name)
                           for i in range(1 + n // 4000)] for agent in self.agents}
        self.insurers = self.hubs(min(9, n // 300), 'insurer', world.company)
        self.societies = self.hubs(min(8, n // 300), 'class society', world.company)
        self.nominees = self.hubs(n // 250, 'nominee provider', world.person)
        self.secretaries = self.hubs(n // 500, 'secretary', world.company)
        self.managers = self.hubs(n // 120, 'ship manager', world.company)
        self.agencies = self.hubs(n // 250, 'shipping agency', world.company)

    # ---- ships ----

    def officers(self, company, people, p_nominee):
        """One to three directors, one of them perhaps lent by a provider"""
        world = self.world
        for _ in range(1 + world.chance(0.5) + world.chance(0.2)):
            if world.chance(p_nominee):
                world.link('nominee' if world.chance(0.3) else 'director',
                           world.skewed(self.nominees), company, company.born)
            else:
                world.link('director', world.pick(people), company, company.born)
        if world.chance(0.4):
            world.link('secretary', world.skewed(self.secretaries), company, company.born)

    def serve(self, ship, since):
        world = self.world
        world.link('insurer', world.skewed(self.insurers, 1.5), ship, since)
        world.link('class-society', world.skewed(self.societies, 1.5), ship, since)

    def owner(self, group, people):
        world = self.world
        owner = world.company('ship owner', world.pick(OFFSHORE))
        world.seat(owner, self.agents, self.addresses, True)
        world.link('shareholder', group, owner, owner.born, share='75-100')
        self.officers(owner, people, 0.35)
        if world.chance(0.25):
            world.link('care-of', world.skewed(self.agencies), owner, owner.born)
        self.owners.append(owner)
        return owner

    def fleet(self, group, people):
        world = self.world
        manager = group if world.chance(0.35) else world.skewed(self.managers)
        owner = None
        for _ in range(world.heavy(1, 60, 1.1)):
            if owner is None or world.chance(0.65):
                owner = self.owner(group, people)
            ship = world.vessel('ship')
            since = world.between(owner.born, world.as_of)
            world.link('Registered owner', owner, ship, since)
            world.link('ISM Manager', manager, ship, since)
            if world.chance(0.5):
                world.link('Commercial manager', group if world.chance(0.6) else manager, ship, since)
            self.serve(ship, since)
            self.ships.append(ship)

    def make_fleets(self, n):
        world = self.world
        end = len(world.parties) + n
        while len(world.parties) < end:
            group = world.company('shipping group')
            people = [world.person('shipping') for _ in range(world.heavy(1, 8, 1.5))]
            self.people += people
            self.companies.append(group)
            self.officers(group, people, 0.05)
            world.link('shareholder', people[0], group, group.born, share='50-75')
            self.fleet(group, people)

    # ---- trade ----

    def make_trade(self, n):
        """Sales follow who sells much already; some brokers sit on many boards"""
        world = self.world
        brokers = [world.person('trade broker') for _ in range(max(3, n // 60))]
        end = len(world.parties) + n
        while len(world.parties) < end:
            trader = world.company('trader')
            owner = world.person('trade') if world.chance(0.7) else world.skewed(brokers)
            world.seat(trader, self.agents, self.addresses, False)
            world.link('shareholder', owner, trader, trader.born, share='75-100')
            self.officers(trader, [owner], 0.1)
            self.traders.append(trader)
            self.people.append(owner)
            for _ in range(world.heavy(1, 40, 1.2) if len(self.traders) > 3 else 0):
                self.sale(world.skewed(self.traders, 2), trader)
        for _ in range(len(self.ships) // 2):
            giver, taker = world.skewed(self.ships, 3), world.pick(self.ships)
            if giver is not taker:
                world.link('transfer', giver, taker, world.between(day(2015), world.until))
        self.brokers = brokers

    def sale(self, seller, buyer):
        world = self.world
        if seller is not buyer:
            world.link('supplier', seller, buyer, world.between(day(2013), world.until))

    def fill(self, n):
        """Companies and people of other trades, so that the share of ships is that of life"""
        world = self.world
        while len(world.parties) < n:
            company = world.company('other', world.pick(OFFSHORE) if world.chance(0.4) else None)
            people = [world.person('other') for _ in range(world.heavy(1, 6, 1.4))]
            world.seat(company, self.agents, self.addresses, company.country in OFFSHORE)
            self.officers(company, people, 0.15)
            if world.chance(0.3) and self.companies:
                world.link('shareholder', world.pick(self.companies), company, company.born)
            self.companies.append(company)
            self.people += people
