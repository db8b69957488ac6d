/** What somebody says of themselves: each field dated, with who said so; what stood before is kept. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { openGrant } from '#rooms/access/index.ts'
import { returnedGender } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

const newPerson = (family: string): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Ada', family, lead: adviser })

const versionIn = (body: string) => /name="version" value="([^"]*)"/.exec(body)?.[1] ?? ''
const rowsOf = (id: PersonId) =>
  test.owner
    .selectFrom('person_detail')
    .select(['field', 'value', 'class', 'source_kind', 'replaced_at'])
    .where('person_id', '=', id)
    .where('field', '<>', 'born-on')
    .orderBy('recorded_at')
    .execute()

describe('What somebody says of themselves', () => {
  it('is saved field by field with who said so, and changing one keeps what stood before', async () => {
    const id = await newPerson('Aboutsample')
    const path = `/people/${id}/about`
    const first = { sex: 'F', ethnicity: 'WBRI', interpreter: 'yes', said: 'young-person' }
    const version = versionIn((await adviser.get(path)).body)
    expect(await adviser.post(path, { ...first, version })).toMatchObject({ status: 303, to: `/people/${id}/details` })
    const saved = (await rowsOf(id)).map(r => `${r.field} ${r.value} ${r.class}`)
    expect(new Set(saved)).toEqual(new Set(['ethnicity WBRI 4', 'interpreter yes 2', 'sex F 1']))
    house.clock.advance(1000)
    const next = versionIn((await adviser.get(path)).body)
    await adviser.post(path, { ...first, ethnicity: 'MWBC', gender: 'W', version: next })
    const rows = await rowsOf(id)
    expect(rows.filter(r => r.field === 'ethnicity').map(r => [r.value, r.replaced_at === null])).toEqual([
      ['WBRI', false],
      ['MWBC', true],
    ])
    expect(rows.filter(r => r.field === 'sex')).toHaveLength(1)
    expect(rows.every(r => r.source_kind === 'young-person')).toBe(true)
    const { body } = await adviser.get(`/people/${id}/details`)
    for (const said of ['White and Black Caribbean', 'Ethnicity: White British', 'Withheld', 'Interpreter needed'])
      expect(body).toContain(said)
  })

  it('saved by two at once shows both, loses neither, and saves when asked again', async () => {
    const id = await newPerson('Twosample')
    const path = `/people/${id}/about`
    const version = versionIn((await adviser.get(path)).body)
    expect((await officer.post(path, { pronouns: 'they', said: 'staff', version })).status).toBe(303)
    const stale = await adviser.post(path, { pronouns: 'she', said: 'young-person', version })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('they')
    expect(stale.body).toContain('value="she"')
    const again = { pronouns: 'she', said: 'young-person', version: versionIn(stale.body) }
    expect((await adviser.post(path, again)).status).toBe(303)
    expect((await rowsOf(id)).map(r => r.value)).toEqual(['they', 'she'])
  })

  it('asks who says so, and takes no code the return does not have', async () => {
    const id = await newPerson('Codesample')
    const path = `/people/${id}/about`
    const version = versionIn((await adviser.get(path)).body)
    const refused = await adviser.post(path, { ethnicity: 'WIRT', version })
    expect([refused.status, summaryOf(refused.body)]).toEqual([
      422,
      ['#ethnicity Select one from the list', '#said Select who says so'],
    ])
    expect(await rowsOf(id)).toEqual([])
  })

  it('is shown and taken only in the classes one sees', async () => {
    const id = await newPerson('Classsample')
    const path = `/people/${id}/about`
    const other = await partnership.colleague('universal-adviser', 'Mair Testcase')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId: id },
        holderId: other.accountId,
        classes: ['identity'],
        basis: 'public-task',
        source: 'referral',
      }),
    )
    const before = (await other.get(path)).body
    expect(before).not.toMatch(/Ethnicity|First language/)
    const version = versionIn((await adviser.get(path)).body)
    await adviser.post(path, { ethnicity: 'WBRI', said: 'staff', version })
    // What one does not see is no reason to be told of a save in between.
    const mine = { pronouns: 'she', ethnicity: 'CHNE', said: 'staff', version: versionIn(before) }
    expect((await other.post(path, mine)).status).toBe(303)
    expect((await rowsOf(id)).map(r => [r.field, r.value])).toEqual([
      ['ethnicity', 'WBRI'],
      ['pronouns', 'she'],
    ])
  })

  it.each([
    [undefined, 'U'],
    ['', 'U'],
    ['F', 'F'],
    ['W', 'W'],
  ])('gender %s goes into the return as %s, whatever the sex', (gender, code) => {
    expect(returnedGender(gender)).toBe(code)
  })
})
