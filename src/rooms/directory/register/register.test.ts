/** What the establishment register says, whose it is, and what it would change: without a database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { OrganisationId, SiteId } from '#ground/ids.ts'
import { establishment, type RegisterRow, registerOf } from '#test/registers.ts'
import { openTable } from '../../../house-tables.ts'
import { sortKeyOf } from '../actions/organisations.ts'
import type { Organisation } from '../organisation.ts'
import type { Site } from '../site.ts'
import { type Choice, PHASES, RegisterRefused } from './establishment.ts'
import { overwrites, type Proposal, proposalsFor } from './propose.ts'
import { knownOf, readRegister } from './reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'connexions-register-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HERE: Choice = { authorities: ['381'], phases: PHASES }
let files = 0

async function readFile(bytes: Uint8Array, choice = HERE, organisations: readonly Organisation[] = []) {
  const path = join(folder, `register-${++files}.csv`)
  writeFileSync(path, bytes)
  return readRegister(await openTable(path), choice, knownOf(organisations))
}

const organisation = (id: string, name: string, more: Partial<Organisation> = {}): Organisation => ({
  id: id as OrganisationId,
  name,
  kind: 'school',
  discloses: 0,
  urn: null,
  laestab: null,
  ukprn: null,
  phone: '',
  state: 'open',
  closedOn: null,
  successorId: null,
  version: 1,
  ...more,
})

const site = (of: string, more: Partial<Site> = {}): Site => ({
  id: `site-of-${of}` as SiteId,
  organisationId: of as OrganisationId,
  name: 'Main site',
  address: '1 Example Road\nSampleton',
  postcode: 'HX1 9ZZ',
  phone: '',
  openingHours: '',
  hasPrivateRoom: 'yes',
  isAccessible: 'yes',
  closedOn: null,
  version: 1,
  ...more,
})

async function proposed(
  rows: readonly RegisterRow[],
  organisations: readonly Organisation[],
  sites: readonly Site[] = organisations.map(o => site(o.id)),
): Promise<string[]> {
  const { establishments } = await readFile(registerOf(rows), HERE, organisations)
  return proposalsFor(establishments, organisations, sites, sortKeyOf).map(wordOf)
}

function wordOf(one: Proposal): string {
  const mark = overwrites(one) ? '!' : ''
  switch (one.what) {
    case 'add':
      return `add ${one.name}`
    case 'change':
      return `${mark}${one.field} of ${one.name}: ${one.to}`
    case 'site':
      return `${mark}site of ${one.name}: ${one.to}`
    default:
      return `close ${one.name} on ${one.on} for ${one.successor?.name ?? 'nothing'}`
  }
}

const ONE = (otherwise: RegisterRow = {}) => establishment('990001', 'Sample Dyke School', otherwise)

describe('The establishment register', () => {
  it('is read by authority and phase, and what it is decides the kind and what its name tells', async () => {
    const rows = [
      ONE(),
      establishment('990002', 'Sample Elsewhere School', { 'LA (code)': '999' }),
      establishment('990003', 'Sample Infants', { 'PhaseOfEducation (code)': '2', StatutoryHighAge: '7' }),
      establishment('990004', 'Ysgol Siân Example', { 'PhaseOfEducation (code)': '7' }),
      establishment('990005', 'Sample Sixth-Form College', {
        'PhaseOfEducation (code)': '6',
        'TypeOfEstablishment (code)': '18',
        'EstablishmentTypeGroup (code)': '1',
      }),
      establishment('990006', 'Sample College', {
        'PhaseOfEducation (code)': '0',
        'TypeOfEstablishment (code)': '18',
        'EstablishmentTypeGroup (code)': '1',
        EstablishmentNumber: '8001',
      }),
      establishment('990007', 'Sample Hospital School', { 'TypeOfEstablishment (code)': '07' }),
      establishment('990008', 'Sample Short Stay', { 'TypeOfEstablishment (code)': '14' }),
      establishment('990009', 'Sample House', { 'TypeOfEstablishment (code)': '24', EstablishmentNumber: '' }),
      establishment('990010', 'Sample Special Infants', { 'TypeOfEstablishment (code)': '7', StatutoryHighAge: '11' }),
      establishment('990011', 'Sample Planned School', { 'EstablishmentStatus (code)': '4' }),
      establishment('990012', 'Sample Gone School', { 'EstablishmentStatus (code)': '2' }),
    ]
    const read = await readFile(registerOf(rows))
    expect(read).toMatchObject({ rows: 12, faultCount: 0 })
    expect(read.establishments.map(e => [e.row, e.name, e.kind, e.tells, e.mayTell])).toEqual([
      [2, 'Sample Dyke School', 'school', null, false],
      [5, 'Ysgol Siân Example', 'school', null, false],
      [6, 'Sample Sixth-Form College', 'sixth-form-college', null, false],
      [7, 'Sample College', 'college', null, false],
      [8, 'Sample Hospital School', 'special-school', 'health', true],
      [9, 'Sample Short Stay', 'pupil-referral-unit', null, true],
      [10, 'Sample House', 'special-school', 'offending', true],
    ])
    expect(read.establishments[0]).toMatchObject({
      urn: '990001',
      laestab: '3810001',
      ukprn: '19990001',
      address: '1 Example Road\nSampleton',
      postcode: 'HX1 9ZZ',
    })
    const fewer = await readFile(registerOf(rows), { authorities: ['381'], phases: ['colleges', 'sixteen-plus'] })
    expect(fewer.establishments.map(e => e.name)).toEqual(['Sample Sixth-Form College', 'Sample College'])
    expect((await readFile(registerOf(rows), { authorities: [], phases: PHASES })).establishments).toEqual([])
  })

  it('says of every row it does not take which it is and why', async () => {
    const ragged = Buffer.concat([
      registerOf([
        ONE({ URN: '12' }),
        ONE({ 'EstablishmentStatus (code)': '9' }),
        ONE({ 'LA (code)': 'X' }),
        ONE({ EstablishmentNumber: '12345' }),
        ONE({ EstablishmentName: '' }),
        ONE({ UKPRN: '2' }),
        ONE({ Postcode: 'nowhere' }),
        ONE({ CloseDate: '31-02-2020' }),
        ONE(),
        ONE(),
      ]),
      Buffer.from('990099,381\r\n'),
    ])
    const read = await readFile(ragged)
    expect(read.faults.map(f => [f.row, f.trouble])).toEqual([
      [2, 'urn'],
      [3, 'status'],
      [4, 'authority'],
      [5, 'number'],
      [6, 'name'],
      [7, 'ukprn'],
      [8, 'postcode'],
      [9, 'closed-on'],
      [11, 'urn-twice'],
      [12, 'cells'],
    ])
    expect(read).toMatchObject({ rows: 11, faultCount: 10 })
    expect(read.establishments).toHaveLength(1)
  })

  it.each([
    ['another table', 'URN,Name\n1,Ann\n', 'no column “LA (code)”'],
    ['nothing', '', 'empty'],
    ['a workbook', 'PK\u0003\u0004', 'spreadsheet'],
  ])('is refused with a sentence where it is %s', async (_, text, words) => {
    const trouble = await readFile(Buffer.from(text)).catch((caught: unknown) => caught)
    expect(trouble).toBeInstanceOf(RegisterRefused)
    expect((trouble as RegisterRefused).sentence).toContain(words)
  })
})

describe('What the register would change', () => {
  const A = organisation('a', 'Sample Dyke School', { urn: '990001', laestab: '381/0001', ukprn: '19990001' })

  it('is nothing where the directory says the same', async () => {
    expect(await proposed([ONE()], [A])).toEqual([])
    expect(await proposed([ONE()], [{ ...A, state: 'closed' }])).toEqual([])
  })

  it('is what is not there, and what says something else is marked', async () => {
    const [add, ...more] = await proposed([ONE()], [])
    expect([add, more]).toEqual(['add Sample Dyke School', []])
    expect(await proposed([ONE()], [{ ...A, name: 'Dyke School', ukprn: null, laestab: '3819999' }])).toEqual([
      '!name of Dyke School: Sample Dyke School',
      '!laestab of Dyke School: 3810001',
      'ukprn of Dyke School: 19990001',
    ])
    expect(await proposed([ONE()], [A], [])).toEqual(['site of Sample Dyke School: 1 Example Road, Sampleton, HX1 9ZZ'])
    expect(await proposed([ONE({ Street: '2 Example Road' })], [A])).toEqual([
      '!site of Sample Dyke School: 2 Example Road, Sampleton, HX1 9ZZ',
    ])
  })

  it('finds an organisation by URN, else LAESTAB, else UKPRN, else by the name of one without a number', async () => {
    for (const known of [{ laestab: '381/0001' }, { ukprn: '19990001' }])
      expect(
        await proposed([ONE()], [organisation('b', 'Sample Dyke School', known)]),
        JSON.stringify(known),
      ).toContain('urn of Sample Dyke School: 990001')
    expect(await proposed([ONE()], [organisation('b', 'SAMPLE dyke school')])).toContain(
      'urn of SAMPLE dyke school: 990001',
    )
    // Whose kind is none of a place of learning is somebody else of the same name.
    expect(await proposed([ONE()], [organisation('b', 'Sample Dyke School', { kind: 'voluntary' })])).toEqual([
      'add Sample Dyke School, Sampleton',
    ])
  })

  it('takes an academy of the same number for what took the place of the school, and not for the school', async () => {
    const academy = establishment('990021', 'Sample Dyke School', { EstablishmentNumber: '0001' })
    const gone = ONE({ 'EstablishmentStatus (code)': '2', CloseDate: '31-08-2026' })
    expect(await proposed([gone, academy], [A])).toEqual([
      'close Sample Dyke School on 2026-08-31 for Sample Dyke School',
      'add Sample Dyke School',
    ])
    const other = establishment('990022', 'Sample Academy', {
      'PreviousLA (code)': '381',
      PreviousEstablishmentNumber: '1',
    })
    expect(await proposed([gone, other], [A])).toEqual([
      'close Sample Dyke School on 2026-08-31 for Sample Academy',
      'add Sample Academy',
    ])
    expect(await proposed([gone], [A])).toEqual(['close Sample Dyke School on 2026-08-31 for nothing'])
  })

  it('tells two of one name apart by the town, and keeps to that when it is read again', async () => {
    const two = [ONE(), establishment('990031', 'Sample Dyke School', { Town: 'Otherton' })]
    expect(await proposed(two, [])).toEqual(['add Sample Dyke School', 'add Sample Dyke School, Otherton'])
    const there = organisation('c', 'Sample Dyke School, Otherton', {
      urn: '990031',
      laestab: '3810031',
      ukprn: '19990031',
    })
    const at = site('c', { address: '31 Example Road\nOtherton' })
    expect(await proposed(two, [A, there], [site('a'), at])).toEqual([])
  })
})
