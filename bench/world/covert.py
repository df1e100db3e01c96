# bench/world/covert.py: the listed buyer and its organs, the cells that supply it, and innocents
# who stand beside both
from world.model import OFFSHORE, TARGET_COUNTRY, day


class Covert:
    def __init__(self, world, licit):
        self.world, self.licit = world, licit
        size = world.size
        self.make_target(max(18, min(400, int(size * 0.03))))
        self.cells = []
        self.shared_agency = self.shared_manager = None
        for cell in range(max(3, round(3 * (size / 500) ** 0.6))):
            self.make_cell(cell)
        self.make_innocents()

    # ---- the target ----

    def own(self, party):
        party.is_target = True
        return party

    def make_target(self, n):
        world = self.world
        organs = [self.own(world.company('organ', TARGET_COUNTRY)) for _ in range(max(2, n // 40))]
        self.companies, self.officials, self.ships = list(organs), [], []
        while len(self.companies) + len(self.officials) + len(self.ships) < n:
            owner = self.own(world.company('target shipping', TARGET_COUNTRY))
            official = self.own(world.person('official', TARGET_COUNTRY))
            organ = world.pick(organs)
            world.link('shareholder', organ, owner, owner.born)
            world.link('director', official, owner, owner.born)
            if world.chance(0.3):
                world.link('director', official, organ, owner.born)
            self.companies.append(owner)
            self.officials.append(official)
            for _ in range(world.between(0, 4)):
                self.target_ship(owner)

    def target_ship(self, owner):
        """Bought second-hand from a licit owner, whom the register keeps on file"""
        world, licit = self.world, self.licit
        ship = self.own(world.vessel('target ship', TARGET_COUNTRY))
        since = world.between(day(2006), day(2017))
        world.link('Registered owner', owner, ship, since)
        world.link('ISM Manager', world.pick(self.companies), ship, since)
        world.link('Registered owner', world.pick(licit.owners), ship, since - 2500, since)
        world.link('ISM Manager', world.skewed(licit.managers), ship, since - 2500, since)
        world.link('class-society', world.skewed(licit.societies, 1.5), ship, since - 2500, since)
        world.link('insurer', world.skewed(licit.insurers, 1.5), ship, since - 2500, since)
        self.ships.append(ship)

    # ---- a cell ----

    def helper(self, party, cell):
        party.is_facilitator, party.cell = True, cell
        return party

    def make_cell(self, number):
        """A broker, a trading front, shells with a ship each, and who runs them"""
        world = self.world
        start = world.between(day(2014), day(2020))
        cell = {'number': number, 'start': start}
        self.cells.append(cell)
        cell['broker'] = broker = self.helper(world.person('broker'), number)
        cell['front'] = front = self.helper(
            world.company('front', born=start - world.between(30, 700)), number)
        world.seat(front, self.licit.agents, self.licit.addresses, True)
        world.link('director', broker if world.chance(0.6) else self.straw(cell), front, front.born)
        world.link('beneficial-owner', broker, front, front.born)
        if world.chance(0.5):
            world.link('shareholder', broker, front, front.born, share='75-100')
        self.find_manager(cell)
        self.find_agency(cell)
        for _ in range(world.between(2, 6)):
            self.cell_ship(cell)
        self.deal(cell)
        self.cover(cell)

    def straw(self, cell):
        """A dedicated nominee, or one of a provider who has hundreds of clients"""
        world = self.world
        if world.chance(0.5):
            return world.skewed(self.licit.nominees)
        if 'straw' not in cell:
            cell['straw'] = self.helper(world.person('nominee director'), cell['number'])
        return cell['straw']

    def find_manager(self, cell):
        """An own one, another cell's, or a licit one who knows of nothing"""
        world = self.world
        chance = world.random.random()
        if chance < 0.45:
            manager = self.helper(world.company('dedicated manager', born=cell['start'] - 400),
                                  cell['number'])
            world.seat(manager, self.licit.agents, self.licit.addresses, False)
            world.link('director', self.straw(cell), manager, manager.born)
            for ship in [world.pick(self.licit.ships) for _ in range(world.heavy(1, 15, 1.0))]:
                world.link('ISM Manager', manager, ship, cell['start'])
            self.shared_manager = manager
        elif chance < 0.6 and self.shared_manager:
            manager = self.shared_manager
        else:
            manager = world.skewed(self.licit.managers)
        cell['manager'] = manager

    def find_agency(self, cell):
        world = self.world
        chance = world.random.random()
        cell['agency'] = None
        if chance < 0.45:
            agency = self.helper(world.company('care-of agency', born=cell['start'] - 1200),
                                 cell['number'])
            world.link('director', world.person('agency staff'), agency, agency.born)
            for owner in [world.pick(self.licit.owners) for _ in range(world.heavy(2, 25, 1.0))]:
                world.link('care-of', agency, owner, cell['start'] - 300)
            if world.chance(0.6):
                world.link('care-of', agency, world.pick(self.companies), cell['start'])
            cell['agency'] = self.shared_agency = agency
        elif chance < 0.6 and self.shared_agency:
            cell['agency'] = self.shared_agency
        elif chance < 0.85:
            cell['agency'] = world.skewed(self.licit.agencies)

    def cell_ship(self, cell):
        world, licit = self.world, self.licit
        bought = world.between(cell['start'], cell['start'] + 900)
        shell = self.helper(world.company('shell', world.pick(OFFSHORE),
                                          bought - world.between(10, 330)), cell['number'])
        ship = self.helper(world.vessel('smuggling ship'), cell['number'])
        world.seat(shell, licit.agents, licit.addresses, True)
        world.link('director', cell['broker'] if world.chance(0.2) else self.straw(cell), shell,
                   shell.born)
        world.link('beneficial-owner', cell['broker'], shell, shell.born)
        if world.chance(0.3):
            world.link('shareholder', cell['front'], shell, shell.born)
        if cell['agency'] and world.chance(0.8):
            world.link('care-of', cell['agency'], shell, shell.born)
        world.link('Registered owner', shell, ship, bought)
        world.link('Registered owner', world.pick(licit.owners), ship, bought - 3000, bought)
        world.link('ISM Manager', cell['manager'], ship, bought)
        if world.chance(0.5):
            world.link('Commercial manager', cell['manager'], ship, bought)
        licit.serve(ship, bought)
        self.voyages(ship, bought)

    def voyages(self, ship, bought):
        """Cargo comes from a licit ship and goes to a listed one; in between, licit errands"""
        world, ships = self.world, self.licit.ships
        for _ in range(world.between(1, 4)):
            world.link('transfer', ship, world.pick(self.ships), self.when(bought))
        for _ in range(world.between(1, 4)):
            world.link('transfer', world.skewed(ships, 3), ship, self.when(bought))
        for _ in range(world.between(0, 4)):
            world.link('transfer', ship, world.pick(ships), self.when(bought))

    def when(self, start):
        return self.world.between(start, max(start + 200, self.world.until))

    def deal(self, cell):
        world, licit = self.world, self.licit
        front, start = cell['front'], cell['start']
        for _ in range(world.between(1, 3)):
            world.link('supplier', front, world.pick(self.companies), self.when(start))
        for _ in range(world.between(1, 4)):
            world.link('supplier', world.skewed(licit.traders, 2), front, self.when(start))
        if world.chance(0.5):
            world.link('broker', cell['broker'], world.pick(self.companies), self.when(start))
        if world.chance(0.3):
            world.link('relative', cell['broker'], world.pick(self.officials), start)
        if len(self.cells) > 1 and world.chance(0.4):
            world.link('director', cell['broker'], world.pick(self.cells[:-1])['front'], start)

    def cover(self, cell):
        """Licit trade and licit boards, as many as licit traders and brokers have"""
        world, licit = self.world, self.licit
        for _ in range(world.heavy(1, 40, 1.2)):
            world.link('supplier', cell['front'], world.pick(licit.traders), self.when(cell['start']))
        for _ in range(world.heavy(1, 8, 1.4) - 1):
            world.link('director', cell['broker'], world.pick(licit.traders), cell['start'])

    # ---- innocents ----

    def make_innocents(self):
        """Who deals with the target and helps nobody: each of them has a link, and some have many"""
        world, licit = self.world, self.licit
        for company in self.companies:
            if world.chance(0.35):
                world.link('supplier', world.skewed(licit.traders, 2), company,
                           world.between(day(2005), day(2013)))
            if world.chance(0.2):
                world.link('care-of', world.skewed(licit.agencies), company,
                           world.between(day(2008), day(2017)))
            if world.chance(0.12):
                company.address = world.skewed(
                    licit.addresses[world.skewed(licit.agents).number], 2)
        for ship in self.ships:
            for _ in range(world.heavy(1, 6, 1.5) - 1 + world.chance(0.5)):
                world.link('transfer', world.skewed(licit.ships, 2), ship,
                           world.between(day(2012), world.until))
        for official in self.officials:
            if world.chance(0.3):
                world.link('director', official, world.pick(licit.traders),
                           world.between(day(2004), day(2012)), day(2014))
