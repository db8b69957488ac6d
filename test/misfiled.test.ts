/** Wrong person (K9): off view and history by one action, whoever saw it told, a sealed stub kept, the breach log opened. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { ROLES, roleMay } from '#rooms/identity/index.ts'
import { addIdentifier, setAddress, setAdult, setAlert, setContactDetail } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const WHY = { why: 'Two of the same name' }
const CONTACT = {
  'on-day': '20',
  'on-month': '11',
  'on-year': '2026',
  kind: 'phone',
  purpose: 'support',
  outcome: 'more-needed',
  notes: 'Words about somebody else',
  'next-step': 'Ring the wrong college',
  'next-on-day': '24',
  'next-on-month': '11',
  'next-on-year': '2026',
}

let partnership: TestPartnership
let governance: TestColleague
let adviser: TestColleague
let officer: TestColleague
let made = 0

beforeAll(async () => {
  partnership = await house.partnership()
  governance = await partnership.colleague('information-governance', 'Gwen Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

const newPerson = (family: string, lead = adviser, born = '2010-09-04'): Promise<PersonId> =>
  addPerson(house, partnership, { given: `Dev${++made}`, family, born, lead })

async function newContact(id: PersonId): Promise<string> {
  expect((await adviser.post(`/people/${id}/contacts/new`, CONTACT)).status).toBe(303)
  return (await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).executeTakeFirstOrThrow()).id
}

const breachOf = (id: PersonId) =>
  test.owner.selectFrom('breach').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()
const kindsTold = async (who: TestColleague, id: PersonId) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', who.accountId)
      .where('person_id', '=', id)
      .execute()
  ).map(n => n.kind)

describe('A contact on the wrong young person', () => {
  it('leaves the record, its history, my day and the database’s answers by one action', async () => {
    const id = await newPerson('Contactsample')
    const contact = await newContact(id)
    await adviser.post(`/contacts/${contact}`, { ...CONTACT, notes: 'Words changed', why: 'A test', version: '1' })
    const done = await adviser.post(`/people/${id}/misfiled/contact/${contact}`, WHY)
    expect(done).toMatchObject({ status: 303, to: `/people/${id}` })
    for (const path of [`/people/${id}`, `/people/${id}/details`, '/', '/caseload'])
      expect((await adviser.get(path)).body, path).not.toMatch(/Words about|Words changed|wrong college/)
    expect((await adviser.get(`/contacts/${contact}`)).status).toBe(404)
    const left = await test.database.transaction(adviser.acting(), async tx => [
      (await sql`select 1 from contact where id = ${contact}`.execute(tx.db)).rows.length,
      (await sql`select 1 from contact_version where contact_id = ${contact}`.execute(tx.db)).rows.length,
    ])
    expect(left).toEqual([0, 0])
    expect(await eventsOf(test, { requestId: done.requestId })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'record.misfiled', person_ids: [id], target_id: contact }),
      ]),
    )
  })

  it('is told to whoever saw it, and to nobody who could not see its class', async () => {
    const id = await newPerson('Seensample')
    const looker = await partnership.colleague('universal-adviser', 'Mair Testcase')
    const school = await partnership.colleague('front-desk', 'Sam Testcase')
    const grant = (holderId: string, classes: typeof OWN_ROLL_CLASSES) =>
      house.command(partnership.id, tx =>
        openGrant(tx, {
          scope: { kind: 'person', personId: id },
          holderId,
          classes,
          basis: 'public-task',
          source: 'referral',
        }),
      )
    await grant(looker.accountId, ['identity', 'sessions'])
    // A look before it was filed does not count.
    expect((await officer.get(`/people/${id}`)).status).toBe(200)
    const contact = await newContact(id)
    house.clock.advance(1000)
    expect((await looker.get(`/people/${id}`)).status).toBe(200)
    expect((await school.get(`/people/${id}`)).status).toBe(200)
    await adviser.post(`/people/${id}/misfiled/contact/${contact}`, WHY)
    expect(await kindsTold(looker, id)).toEqual(['misfiled.seen'])
    for (const other of [school, officer]) expect(await kindsTold(other, id)).toEqual([])
    expect((await breachOf(id)).seen_by).toEqual([looker.accountId])
    expect((await looker.get('/')).body).toContain('href="/misfiled"')
    expect((await looker.get('/misfiled')).status).toBe(200)
    expect((await governance.get('/')).body).toContain(`/breaches/${(await breachOf(id)).id}`)
  })

  it('can be filed on the right one instead, whom the one who moves it may see', async () => {
    const wrong = await newPerson('Wrongsample')
    const right = await newPerson('Rightsample')
    const contact = await newContact(wrong)
    const path = `/people/${wrong}/misfiled/contact/${contact}`
    const asked = await adviser.post(path, { ...WHY, right: 'Rightsample' })
    expect([asked.status, summaryOf(asked.body)]).toEqual([422, ['#to Select who it is about']])
    expect(asked.body).toContain(right)
    expect((await adviser.post(path, { ...WHY, right: 'Rightsample', to: right })).status).toBe(303)
    expect((await adviser.get(`/people/${right}`)).body).toContain('Words about somebody else')
    expect((await adviser.get(`/people/${wrong}`)).body).not.toContain('Words about somebody else')
    expect((await breachOf(wrong)).moved).toBe(true)
  })

  it('is not filed on somebody who may not be seen: they read as nobody', async () => {
    const wrong = await newPerson('Fromsample')
    const other = await partnership.colleague('universal-adviser', 'Ned Testcase')
    const hidden = await newPerson('Xyloquest', other)
    const contact = await newContact(wrong)
    const path = `/people/${wrong}/misfiled/contact/${contact}`
    const to = { ...WHY, right: 'Xyloquest', to: hidden }
    const refused = await adviser.post(path, to)
    const nobody = await adviser.post(path, { ...to, right: 'Brimbaxter' })
    expect(refused.status).toBe(422)
    expect(withoutTokens(refused)).toBe(withoutTokens(nobody).replaceAll('Brimbaxter', 'Xyloquest'))
    expect((await adviser.get(`/people/${wrong}`)).body).toContain('Words about somebody else')
  })

  it('is not taken off before it is said why, nor twice', async () => {
    const id = await newPerson('Whysample')
    const contact = await newContact(id)
    const path = `/people/${id}/misfiled/contact/${contact}`
    const empty = await adviser.post(path, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([422, ['#why Enter what happened']])
    expect((await adviser.post(path, WHY)).status).toBe(303)
    expect((await adviser.post(path, WHY)).status).toBe(404)
    expect(await test.owner.selectFrom('breach').select('id').where('person_id', '=', id).execute()).toHaveLength(1)
  })
})

describe('Other things on the wrong young person', () => {
  const rows = {
    alert: 'person_alert',
    adult: 'person_adult',
    'contact-detail': 'person_contact_detail',
    identifier: 'person_identifier',
    address: 'person_address',
  } as const

  it.each(Object.entries(rows))('%s leaves the details and their history', async (what, table) => {
    const id = await newPerson('Othersample')
    const words = ['Wrongalert', 'Wrongaunt', 'wrong@sample.example', '1000000043', 'Wrong Lane']
    await test.database.transaction(adviser.acting(), async tx => {
      const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
      await setAlert(tx, id, { kind: 'note', firstWords: 'Wrongalert', words: '', finishedOn: null, from: 'staff' })
      await setAdult(
        tx,
        id,
        {
          name: 'Wrongaunt',
          relationship: 'aunt',
          responsibility: 'not-known',
          evidence: '',
          courtOrder: '',
          mayBeTold: 'no',
          phone: '',
        },
        source,
      )
      await setContactDetail(tx, id, { kind: 'email', value: 'wrong@sample.example', note: '' }, source)
      await addIdentifier(tx, id, { kind: 'uln', value: '1000000043' }, source)
      await setAddress(tx, id, { line1: 'Wrong Lane', line2: '', town: '', postcode: null, isProtected: false }, source)
    })
    const before = (await adviser.get(`/people/${id}/details`)).body
    for (const word of words) expect(before).toContain(word)
    const row = await test.owner.selectFrom(table).select('id').where('person_id', '=', id).executeTakeFirstOrThrow()
    const path = `/people/${id}/misfiled/${what}/${row.id}`
    expect(before).toContain(path)
    expect((await adviser.get(path)).status).toBe(200)
    house.clock.advance(1000)
    expect((await officer.get(`/people/${id}/details`)).status).toBe(200)
    expect((await adviser.post(path, WHY)).status).toBe(303)
    const after = (await adviser.get(`/people/${id}/details`)).body
    const gone = words.filter(word => !after.includes(word))
    expect(gone).toEqual([words[Object.keys(rows).indexOf(what)]])
    const seen = await test.database.transaction(adviser.acting(), tx =>
      sql`select 1 from ${sql.table(table)} where id = ${row.id}`.execute(tx.db),
    )
    expect(seen.rows).toEqual([])
    // The data officer sees no adults, so is not told that there was one.
    expect(await kindsTold(officer, id)).toEqual(what === 'adult' ? [] : ['misfiled.seen'])
    expect(await breachOf(id)).toMatchObject({ what, row_id: row.id, filed_by: adviser.accountId })
  })

  it('a protected address, taken off, protects no other: the next one is as open as any', async () => {
    const id = await newPerson('Guardsample')
    const source = { kind: 'staff' as const, organisationId: null, saidOn: toDay('2026-11-20') }
    const lane = { line1: 'Wrong Lane', line2: '', town: '', postcode: null }
    await test.database.transaction(adviser.acting(), tx => setAddress(tx, id, { ...lane, isProtected: true }, source))
    const row = await test.owner
      .selectFrom('person_address')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    // Who holds the key to it takes it off.
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId: id },
        holderId: adviser.accountId,
        classes: ['restricted'],
        basis: 'public-task',
        source: 'protection',
      }),
    )
    expect((await adviser.post(`/people/${id}/misfiled/address/${row.id}`, WHY)).status).toBe(303)
    await test.database.transaction(adviser.acting(), tx =>
      setAddress(tx, id, { ...lane, line1: 'Right Lane', isProtected: false }, source),
    )
    expect((await officer.get(`/people/${id}/details`)).body).toContain('Right Lane')
  })

  it('cannot be taken off by somebody who may not see their class', async () => {
    const id = await newPerson('Classsample')
    await adviser.post(`/people/${id}/adults`, {
      name: 'Some Aunt',
      relationship: 'aunt',
      responsibility: 'not-known',
      told: 'no',
    })
    const row = await test.owner
      .selectFrom('person_adult')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const path = `/people/${id}/misfiled/adult/${row.id}`
    expect((await officer.post(path, WHY)).status).toBe(404)
    expect(withoutTokens(await officer.get(path))).toBe(withoutTokens(await officer.get('/nowhere')))
    expect((await adviser.get(path)).status).toBe(200)
  })
})

describe('The breach log', () => {
  async function newBreach(family: string) {
    const id = await newPerson(family)
    const contact = await newContact(id)
    await adviser.post(`/people/${id}/misfiled/contact/${contact}`, WHY)
    return { id, path: `/breaches/${(await breachOf(id)).id}` }
  }
  const whole = {
    consequence: 'None: nobody acted on it',
    'told-person': 'no',
    'told-person-why': 'No high risk',
    'told-regulator': 'yes',
    'told-regulator-why': 'Rang on Monday at nine',
  }

  it('shows who, when and what kind with the hours left, and never the content', async () => {
    const { path } = await newBreach('Stubsample')
    expect((await governance.get('/breaches')).body).toMatch(/7[12] hours left/)
    const { body } = await governance.get(path)
    for (const said of ['A contact', 'Stubsample', 'Dana Testcase', 'Two of the same name'])
      expect(body).toContain(said)
    expect(body).not.toContain('Words about somebody else')
  })

  it.each(ROLES.filter(role => !roleMay(role, 'breach.handle')))('is not there for a %s', async role => {
    const { path } = await newBreach('Rolesample')
    const who = await partnership.colleague(role)
    const nothing = withoutTokens(await who.get('/nowhere'))
    for (const asked of ['/breaches', path]) expect(withoutTokens(await who.get(asked)), asked).toBe(nothing)
  })

  it('is saved half done, and closed only when it says all the law asks for', async () => {
    const { id, path } = await newBreach('Closesample')
    expect((await governance.post(path, { consequence: 'None', version: '1', then: 'save' })).status).toBe(303)
    const early = await governance.post(path, { consequence: '', version: '2', then: 'close' })
    expect([early.status, summaryOf(early.body)]).toEqual([
      422,
      [
        '#consequence Enter the likely consequence, or that there is none',
        '#told-person Select whether the young person was told',
        '#told-regulator Select whether the regulator was told',
      ],
    ])
    expect((await governance.post(path, { ...whole, version: '2', then: 'close' })).status).toBe(303)
    expect(await breachOf(id)).toMatchObject({ told_regulator: 'yes', closed_by: governance.accountId })
    const { body } = await governance.get(path)
    expect(body).toContain('Rang on Monday at nine')
    expect(body).not.toContain('<textarea')
  })

  it('saved by two at once shows both, and loses neither', async () => {
    const { id, path } = await newBreach('Stalesample')
    await governance.post(path, { consequence: 'Theirs', version: '1', then: 'save' })
    const stale = await governance.post(path, { consequence: 'Mine', version: '1', then: 'save' })
    expect(stale.status).toBe(409)
    for (const said of ['Theirs', 'Mine']) expect(stale.body).toContain(said)
    expect((await breachOf(id)).consequence).toBe('Theirs')
  })

  it('keeps its stub as it was: the program cannot change what, when and by whom', async () => {
    const { id } = await newBreach('Sealsample')
    await expect(
      test.database.transaction(governance.acting(), tx =>
        sql`update breach set filed_by = null where person_id = ${id}`.execute(tx.db),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
