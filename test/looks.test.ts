/** Who looked: each odd look says in words why it is worth asking about, to information governance alone. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { setAddress, setAdult } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const NO_REASON = 'opened by their role alone, and nothing done within 7 days'
const ADULT = 'has the name of an adult round them'
const OWN_ADDRESS = 'lives at the same postcode'

let partnership: TestPartnership
let governance: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  governance = await partnership.colleague('information-governance', 'Gwen Testcase')
})

const newPerson = (family: string, lead: TestColleague): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Lena', family, lead })

describe('Who looked', () => {
  it('says in words what was done, and of a try that nothing was saved or that it was refused', async () => {
    const adviser = await partnership.colleague('universal-adviser', 'Dee Testcase')
    const stranger = await partnership.colleague('universal-adviser', 'Una Testcase')
    const id = await newPerson('Wordsample', adviser)
    await adviser.get(`/people/${id}`)
    expect((await adviser.post(`/people/${id}/alerts`, { kind: '', first: '', more: '' })).status).toBe(422)
    expect((await stranger.get(`/people/${id}`)).status).toBe(404)
    for (const page of ['/who-looked', `/who-looked/${id}`]) {
      const { body } = await governance.get(page)
      for (const said of ['Opened the record', 'Opened the record (refused)', 'Added an alert (not saved)'])
        expect(body, page).toMatch(new RegExp(`>${said.replaceAll(/[()]/g, String.raw`\$&`)}<`))
      expect(body, page).not.toMatch(/record[.:] ?viewed|alert[ -]set/)
    }
  })
})

describe('An odd look', () => {
  it('by a role alone is marked until something is done, and one of the lead adviser is not', async () => {
    const adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
    const officer = await partnership.colleague('data-officer', 'Owen Testcase')
    const id = await newPerson('Rolesample', adviser)
    await adviser.get(`/people/${id}`)
    expect((await governance.get(`/who-looked/${id}`)).body).not.toContain(NO_REASON)
    await officer.get(`/people/${id}`)
    expect((await governance.get(`/who-looked/${id}`)).body).toContain(NO_REASON)
    const alert = { kind: 'note', first: 'Made up', more: '', told: 'yes', ...dayFields('review', [2027, 2, 1]) }
    expect((await officer.post(`/people/${id}/alerts`, alert)).status).toBe(303)
    expect((await governance.get(`/who-looked/${id}`)).body).not.toContain(NO_REASON)
  })

  it('by somebody with the name of an adult round them is marked; the adult is named to nobody by it', async () => {
    const parent = await partnership.colleague('universal-adviser', 'Pat Homesample')
    const id = await newPerson('Othersample', parent)
    await parent.get(`/people/${id}`)
    expect((await governance.get(`/who-looked/${id}`)).body).not.toContain(ADULT)
    await house.command(partnership.id, async tx => {
      const adult = {
        relationship: 'parent',
        responsibility: 'yes',
        evidence: '',
        courtOrder: '',
        mayBeTold: 'yes',
        phone: '',
      } as const
      const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
      for (const name of ['Pat Homesample', 'Unlooked Auntsample']) await setAdult(tx, id, { ...adult, name }, source)
    })
    const { body } = await governance.get(`/who-looked/${id}`)
    expect(body).toContain(ADULT)
    expect(body).not.toContain('Unlooked Auntsample')
  })

  it('at their own address is marked once they gave their postcode, a protected address too, and the postcode is in no page', async () => {
    const near = await partnership.colleague('universal-adviser', 'Nia Testcase')
    const id = await newPerson('Nearsample', near)
    await house.command(partnership.id, tx =>
      setAddress(
        tx,
        id,
        { line1: '1 Made-up Street', line2: '', town: 'Sampletown', postcode: 'HX7 7ZZ', isProtected: true },
        { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
      ),
    )
    await near.get(`/people/${id}`)
    expect((await governance.get(`/who-looked/${id}`)).body).not.toContain(OWN_ADDRESS)
    expect((await near.post('/account/home', { postcode: 'HX7' }, '/account')).status).toBe(422)
    expect((await near.post('/account/home', { postcode: 'hx7 7zz' }, '/account')).status).toBe(303)
    const looked = await governance.get(`/who-looked/${id}`)
    expect(looked.body).toContain(OWN_ADDRESS)
    const account = await near.get('/account')
    expect(account.body).toContain('A postcode is kept')
    for (const body of [looked.body, account.body]) expect(body.toUpperCase()).not.toMatch(/HX7 ?7ZZ/)
    const { home_postcode } = await test.owner
      .selectFrom('account')
      .select('home_postcode')
      .where('id', '=', near.accountId)
      .executeTakeFirstOrThrow()
    expect(String(home_postcode)).not.toContain('HX7')
    await near.post('/account/home', { postcode: '' }, '/account')
    expect((await governance.get(`/who-looked/${id}`)).body).not.toContain(OWN_ADDRESS)
  })

  it('is not marked by an adult or an address that was somebody else’s and was taken off (K9)', async () => {
    const wrong = await partnership.colleague('universal-adviser', 'Wyn Wrongsample')
    await wrong.post('/account/home', { postcode: 'HX6 6ZZ' }, '/account')
    const id = await newPerson('Takensample', wrong)
    const source = { kind: 'staff' as const, organisationId: null, saidOn: toDay('2026-11-20') }
    await house.command(partnership.id, async tx => {
      await setAdult(
        tx,
        id,
        {
          name: 'Wyn Wrongsample',
          relationship: 'parent',
          responsibility: 'yes',
          evidence: '',
          courtOrder: '',
          mayBeTold: 'yes',
          phone: '',
        },
        source,
      )
      await setAddress(
        tx,
        id,
        { line1: '1 Made-up Street', line2: '', town: '', postcode: 'HX6 6ZZ', isProtected: false },
        source,
      )
    })
    await wrong.get(`/people/${id}`)
    const before = (await governance.get(`/who-looked/${id}`)).body
    for (const mark of [ADULT, OWN_ADDRESS]) expect(before).toContain(mark)
    for (const [what, table] of [
      ['adult', 'person_adult'],
      ['address', 'person_address'],
    ] as const) {
      const row = await test.owner.selectFrom(table).select('id').where('person_id', '=', id).executeTakeFirstOrThrow()
      expect((await wrong.post(`/people/${id}/misfiled/${what}/${row.id}`, { why: 'Made up' })).status).toBe(303)
    }
    const after = (await governance.get(`/who-looked/${id}`)).body
    for (const mark of [ADULT, OWN_ADDRESS]) expect(after).not.toContain(mark)
  })
})
