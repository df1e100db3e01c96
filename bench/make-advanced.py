# bench/make-advanced.py: an OFAC Advanced file of any size, of invented parties
#
# usage: make-advanced.py [--size MB] [--seed N] FILE
#
# The proportions are near those of the full published file: a document, a relation and an entry to
# most parties, three names to each, and about 7.5 kB of XML a party. Same size and seed, same bytes.
import argparse
import random

HEAD = '''<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Sanctions xmlns="https://lists.example/advanced" Version="1">
  <DateOfIssue CalendarTypeID="1"><Year>2031</Year><Month>4</Month><Day>9</Day></DateOfIssue>
'''
VALUES = {
    'AliasType': ['Name', 'A.K.A.', 'F.K.A.'],
    'CalendarType': ['Gregorian'],
    'Country': ['Korea, North', 'Panama', 'Palau', 'Togo', 'Belize', 'Mongolia', 'Tuvalu'],
    'DetailReference': ['Crude Oil Tanker', 'Chemical/Products Tanker', 'Male', 'Female'],
    'DocNameStatus': ['Primary Latin', 'Others'],
    'EntryEventType': ['Created'],
    'FeatureType': ['Location', 'Birthdate', 'Place of Birth', 'Nationality Country', 'Gender',
                    'VESSEL TYPE', 'Vessel Flag', 'Vessel Call Sign', 'Vessel Tonnage', 'Website',
                    'Email Address', 'Additional Sanctions Information -'],
    'IDRegDocType': ['Passport', 'Tax ID No.', 'Registration Number', 'National ID No.',
                     'Vessel Registration Identification'],
    'LegalBasis': ['Executive Order 99999 (Nowhere)', 'Harbour Act'],
    'List': ['SDN List'],
    'LocPartType': ['ADDRESS1', 'CITY', 'STATE/PROVINCE', 'POSTAL CODE'],
    'NamePartType': ['Last Name', 'First Name', 'Middle Name', 'Entity Name', 'Vessel Name'],
    'PartyType': ['Individual', 'Entity', 'Transport'],
    'RelationQuality': ['Unknown'],
    'RelationType': ['Owned or Controlled By', 'Providing support to',
                     'Acting for or on behalf of', 'Leader or official of'],
    'SanctionsType': ['Block', 'Program'],
    'Validity': ['Valid', 'Fraudulent'],
}
SUBTYPES = [('Unknown', 1), ('Unknown', 2), ('Vessel', 3)]
PERSON, COMPANY, VESSEL = 1, 2, 3
SYLLABLES = 'ba do ke lin mar no pa ri sol ta un ver yon zu gre hal ister am'.split()
BYTES_A_PARTY = 7530


def word(rng):
    return ''.join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))


def imo(number):
    digits = '%06d' % (number % 1000000)
    return digits + str(sum(int(d) * w for d, w in zip(digits, range(7, 1, -1))) % 10)


def reference_sets(out):
    out.write('  <ReferenceValueSets>\n')
    for element, texts in VALUES.items():
        out.write('    <%sValues>\n' % element)
        for number, text in enumerate(texts, 1):
            out.write('      <%s ID="%d">%s</%s>\n' % (element, number, text, element))
        out.write('    </%sValues>\n' % element)
    out.write('    <PartySubTypeValues>\n')
    for number, (text, party) in enumerate(SUBTYPES, 1):
        out.write('      <PartySubType ID="%d" PartyTypeID="%d">%s</PartySubType>\n'
                  % (number, party, text))
    out.write('    </PartySubTypeValues>\n  </ReferenceValueSets>\n')


def ident(element, text):
    return VALUES[element].index(text) + 1


def location(out, rng, number):
    out.write('    <Location ID="%d">\n' % number)
    out.write('      <LocationCountry CountryID="%d" CountryRelevanceID="1" />\n'
              % rng.randint(1, len(VALUES['Country'])))
    parts = ['%d %s Street, Floor %d' % (rng.randint(1, 900), word(rng).title(),
                                         rng.randint(1, 40)),
             word(rng).title(), word(rng).title(), str(rng.randint(10000, 99999))]
    for kind, text in enumerate(parts, 1):
        out.write('      <LocationPart LocPartTypeID="%d">\n'
                  '        <LocationPartValue Primary="true" LocPartValueTypeID="1"'
                  ' LocPartValueStatusID="1">\n'
                  '          <Comment />\n          <Value>%s</Value>\n'
                  '        </LocationPartValue>\n      </LocationPart>\n' % (kind, text))
    out.write('      <FeatureVersionReference FeatureVersionID="%d" />\n    </Location>\n' % number)


def document(out, rng, number, identity, kind):
    doc = 5 if kind == VESSEL else rng.choice([1, 2, 4] if kind == PERSON else [2, 3])
    text = 'IMO ' + imo(identity) if kind == VESSEL else '%s%09d' % (word(rng)[0].upper(), number)
    out.write('    <IDRegDocument ID="%d" IDRegDocTypeID="%d" IdentityID="%d"'
              ' IssuedBy-CountryID="%d" ValidityID="%d">\n'
              '      <Comment />\n      <IDRegistrationNo>%s</IDRegistrationNo>\n'
              '      <IssuingAuthority />\n'
              '      <DocumentedNameReference DocumentedNameID="%d" />\n    </IDRegDocument>\n'
              % (number, doc, identity, rng.randint(1, len(VALUES['Country'])),
                 2 if rng.random() < .02 else 1, text, identity))


def name_parts(rng, kind):
    if kind == PERSON:
        return [(1, word(rng).upper()), (2, word(rng).title()), (3, word(rng).title())]
    return [(4 if kind == COMPANY else 5, ' '.join(word(rng).upper() for _ in range(3)))]


def identity(out, rng, number, kind):
    groups = []
    out.write('        <Identity ID="%d" FixedRef="%d" Primary="true" False="false">\n'
              % (number, number))
    for alias in range(rng.randint(1, 6)):
        out.write('          <Alias FixedRef="%d" AliasTypeID="%d" Primary="%s"'
                  ' LowQuality="%s">\n            <DocumentedName ID="%d" FixedRef="%d"'
                  ' DocNameStatusID="%d">\n'
                  % (number, 1 if alias == 0 else rng.randint(2, 3),
                     'true' if alias == 0 else 'false',
                     'true' if rng.random() < .1 else 'false', number * 10 + alias, number,
                     1 if alias == 0 else 2))
        for part, text in name_parts(rng, kind):
            groups.append((number * 100 + len(groups), part))
            out.write('              <DocumentedNamePart>\n                <NamePartValue'
                      ' NamePartGroupID="%d" ScriptID="1" ScriptStatusID="1" Acronym="false">'
                      '%s</NamePartValue>\n              </DocumentedNamePart>\n'
                      % (groups[-1][0], text))
        out.write('            </DocumentedName>\n          </Alias>\n')
    out.write('          <NamePartGroups>\n')
    for group in groups:
        out.write('            <MasterNamePartGroup>\n              <NamePartGroup ID="%d"'
                  ' NamePartTypeID="%d" />\n            </MasterNamePartGroup>\n' % group)
    out.write('          </NamePartGroups>\n        </Identity>\n')


def point(element, day):
    return ('                <%s>\n                  <Year>%d</Year>\n'
            '                  <Month>%d</Month>\n                  <Day>%d</Day>\n'
            '                </%s>\n' % ((element,) + day + (element,)))


def birth(rng):
    year = rng.randint(1930, 2000)
    fixed = 'YearFixed="false" MonthFixed="false" DayFixed="false"'
    exact = (year, rng.randint(1, 12), rng.randint(1, 28))
    first, last = (exact, exact) if rng.random() < .7 else ((year, 1, 1), (year, 12, 31))
    text = '            <DatePeriod CalendarTypeID="1" %s>\n' % fixed
    for side, day in (('Start', first), ('End', last)):
        text += '              <%s Approximate="false" %s>\n' % (side, fixed)
        text += point('From', day) + point('To', day) + '              </%s>\n' % side
    return text + '            </DatePeriod>\n            <VersionDetail DetailTypeID="1" />\n'


def detail(text):
    return '            <VersionDetail DetailTypeID="3">%s</VersionDetail>\n' % text


def looked_up(number):
    return '            <VersionDetail DetailTypeID="2" DetailReferenceID="%d" />\n' % number


def place(number):
    return '            <VersionLocation LocationID="%d" />\n' % number


def features(rng, number, kind):
    note = detail('Subject to Secondary Sanctions Pursuant to the %s Regulations'
                  % word(rng).title())
    yield 'Location', place(number)
    yield 'Additional Sanctions Information -', note
    if kind == PERSON:
        yield 'Birthdate', birth(rng)
        yield 'Place of Birth', detail(word(rng).title())
        yield 'Nationality Country', place(number)
        yield 'Gender', looked_up(rng.randint(3, 4))
    elif kind == VESSEL:
        yield 'VESSEL TYPE', looked_up(rng.randint(1, 2))
        yield 'Vessel Flag', detail(rng.choice(VALUES['Country']))
        yield 'Vessel Call Sign', detail(word(rng).upper())
        yield 'Vessel Tonnage', detail(str(rng.randint(900, 160000)))
    else:
        yield 'Website', detail('www.%s.example' % word(rng))
        yield 'Email Address', detail('%s@%s.example' % (word(rng), word(rng)))


def party(out, rng, number, kind):
    out.write('    <DistinctParty FixedRef="%d">\n      <Comment />\n'
              '      <Profile ID="%d" PartySubTypeID="%d">\n' % (number, number, kind))
    identity(out, rng, number, kind)
    for order, (feature, body) in enumerate(features(rng, number, kind)):
        out.write('        <Feature ID="%d" FeatureTypeID="%d">\n'
                  '          <FeatureVersion ID="%d" ReliabilityID="1">\n            <Comment />\n'
                  '%s          </FeatureVersion>\n          <IdentityReference IdentityID="%d"'
                  ' IdentityFeatureLinkTypeID="1" />\n        </Feature>\n'
                  % (number * 10 + order, ident('FeatureType', feature), number * 10 + order, body,
                     number))
    out.write('      </Profile>\n    </DistinctParty>\n')


def relation(out, rng, number, n_parties):
    out.write('    <ProfileRelationship ID="%d" From-ProfileID="%d" To-ProfileID="%d"'
              ' RelationTypeID="%d" RelationQualityID="1" Former="false" SanctionsEntryID="%d">\n'
              '      <Comment />\n    </ProfileRelationship>\n'
              % (number, number, rng.randint(1, n_parties), rng.randint(1, 4), number))


def entry(out, rng, number):
    out.write('    <SanctionsEntry ID="%d" ProfileID="%d" ListID="1">\n'
              '      <EntryEvent ID="%d" EntryEventTypeID="1" LegalBasisID="%d">\n'
              '        <Comment />\n        <Date CalendarTypeID="1">\n'
              '          <Year>%d</Year>\n          <Month>%d</Month>\n          <Day>%d</Day>\n'
              '        </Date>\n      </EntryEvent>\n'
              % (number, number, number, rng.randint(1, 2), rng.randint(1995, 2030),
                 rng.randint(1, 12), rng.randint(1, 28)))
    for measure, comment in ((1, ''), (2, '        <Comment>GREY%d</Comment>\n'
                                      % rng.randint(1, 40))):
        out.write('      <SanctionsMeasure ID="%d" SanctionsTypeID="%d">\n%s'
                  '        <DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true"'
                  ' DayFixed="true" />\n      </SanctionsMeasure>\n' % (number, measure, comment))
    out.write('    </SanctionsEntry>\n')


def section(out, name, write_all):
    out.write('  <%s>\n' % name)
    write_all()
    out.write('  </%s>\n' % name)


def write(out, size, seed):
    rng = random.Random(seed)
    n = max(1, size // BYTES_A_PARTY)
    kinds = rng.choices((PERSON, COMPANY, VESSEL), (45, 47, 8), k=n + 1)
    numbers = range(1, n + 1)
    out.write(HEAD)
    reference_sets(out)
    section(out, 'Locations', lambda: [location(out, rng, i) for i in numbers])
    section(out, 'IDRegDocuments',
            lambda: [document(out, rng, i * 4 + copy, i, kinds[i]) for i in numbers
                     for copy in range(rng.randint(0, 2))])
    section(out, 'DistinctParties', lambda: [party(out, rng, i, kinds[i]) for i in numbers])
    section(out, 'ProfileRelationships',
            lambda: [relation(out, rng, i, n) for i in numbers if i % 2])
    section(out, 'SanctionsEntries', lambda: [entry(out, rng, i) for i in numbers])
    out.write('  <SanctionsEntryLinks />\n</Sanctions>\n')


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--size', type=int, default=500, help='in millions of bytes, about')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('file')
    given = options.parse_args()
    with open(given.file, 'w', encoding='utf-8', newline='\n') as out:
        write(out, given.size * 1000000, given.seed)


main()
