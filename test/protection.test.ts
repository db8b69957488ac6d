import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import { inviteColleague, ROLES } from '#rooms/identity/index.ts'
import { listAddresses, setAddress } from '#rooms/people/index.ts'
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
const WHY = { ground: 'domestic-abuse', reason: 'A made-up court order' }

let partnership: TestPartnership
let governance: TestColleague
let adviser: TestColleague
let colleague: TestColleague
let safeguarding: TestColleague
let made = 0

beforeAll(async () => {
  partnership = await house.partnership()
  governance = await partnership.colleague('information-governance', 'Gwen Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  colleague = await partnership.colleague('universal-adviser', 'Mair Testcase')
  safeguarding = await partnership.colleague('safeguarding-lead', 'Ruth Testcase')
})

const newPerson = (family: string): Promise<PersonId> =>
  addPerson(house, partnership, { given: `Vera${++made}`, family, lead: adviser })

const restrictTo = (id: string, named: TestColleague) =>
  governance.post(`/protection/${id}/restrict`, { ...WHY, named: named.accountId })

describe('Restricting a record', () => {
  it('shuts it to everybody but the people named, who keep what they saw', async () => {
    const id = await newPerson('Restrictsample')
    const before = await test.database.transaction(adviser.acting(), tx => classesOn(tx, id))
    const officer = await partnership.colleague('data-officer')
    expect((await officer.get(`/people/${id}`)).status).toBe(200)
    const done = await restrictTo(id, adviser)
    expect(done.status).toBe(303)
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
    const after = await test.database.transaction(adviser.acting(), tx => classesOn(tx, id))
    expect([...after].toSorted()).toEqual([...before, 'restricted' as const].toSorted())
    expect((await officer.get(`/people/${id}`)).status).toBe(404)
    expect(await eventsOf(test, { requestId: done.requestId })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'access.barred', actor_id: governance.accountId, person_ids: [id] }),
        expect.objectContaining({ action: 'access.opened', person_ids: [id] }),
      ]),
    )
    const told = await test.owner
      .selectFrom('notice')
      .select(['kind', 'account_id'])
      .where('person_id', '=', id)
      .execute()
    expect(told).toContainEqual({ kind: 'record.named', account_id: adviser.accountId })
  })

  it.each(ROLES)('makes it read to a %s who is not named like nothing, byte for byte', async role => {
    const id = await newPerson('Bytesample')
    await restrictTo(id, safeguarding)
    const who = await partnership.colleague(role)
    const nothing = withoutTokens(await who.get('/nowhere'))
    for (const path of [
      `/people/${id}`,
      `/people/${id}/details`,
      `/who-looked/${id}`,
      `/protection/${id}`,
      `/protection/${id}/restrict`,
    ])
      expect(withoutTokens(await who.get(path)), path).toBe(nothing)
    expect((await who.get('/find?q=Bytesample')).body.replaceAll('Bytesample"', '')).not.toContain('Vera')
  })

  it('lets information governance find it again by the restriction, and lift it with a reason', async () => {
    const id = await newPerson('Liftsample')
    const { to } = await restrictTo(id, safeguarding)
    expect(to).not.toContain(id)
    const list = await governance.get('/protection')
    expect(list.body).toContain(to)
    expect(list.body).not.toContain('Liftsample')
    const one = await governance.get(to ?? '')
    expect(one.body).toContain('Liftsample')
    expect(one.body).toContain('Ruth Testcase')
    expect(await eventsOf(test, { requestId: one.requestId })).toMatchObject([
      { action: 'protection.viewed', person_ids: [id] },
    ])
    const lift = `${to}/lift/${to?.split('/').at(-1)}`
    expect(summaryOf((await governance.post(lift, { reason: '' })).body)).toEqual(['#reason Enter why'])
    expect((await adviser.get(`/people/${id}`)).status).toBe(404)
    expect(await governance.post(lift, { reason: 'The order ended' })).toMatchObject({
      status: 303,
      to: `/protection/${id}`,
    })
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
    expect((await safeguarding.get(`/people/${id}`)).status).toBe(404)
    expect((await governance.get(to ?? '')).status).toBe(404)
  })

  it('is found by its exact name and birth date, and by nothing less', async () => {
    const id = await newPerson('Exactsample')
    const { to } = await restrictTo(id, safeguarding)
    const asked = {
      given: `Vera${made}`,
      family: 'Exactsample',
      'born-day': '4',
      'born-month': '9',
      'born-year': '2010',
    }
    expect(await governance.post('/protection', asked)).toMatchObject({ status: 303, to })
    const near = await governance.post('/protection', { ...asked, family: 'Exactsampl' })
    expect([near.status, summaryOf(near.body)]).toEqual([
      422,
      ['No record fits exactly. Check the spelling and the birth date'],
    ])
  })

  it('asks what it is about, why, and for at least one who keeps access; nothing is restricted before', async () => {
    const id = await newPerson('Errorsample')
    const page = await governance.get(`/protection/${id}/restrict`)
    expect(page.body).toContain('Ruth Testcase')
    expect(page.body).not.toContain('Errorsample note')
    const empty = await governance.post(`/protection/${id}/restrict`, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([
      422,
      ['#ground Select what it is about', '#reason Enter why'],
    ])
    const none = await governance.post(`/protection/${id}/restrict`, WHY)
    expect(summaryOf(none.body)).toEqual(['#named Select at least one person who keeps access'])
    const stranger = await governance.post(`/protection/${id}/restrict`, { ...WHY, named: governance.accountId })
    expect(stranger.status).toBe(422)
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
  })

  it('never opens it to the one who restricts, though they are an adviser too: another officer names them', async () => {
    const both = await partnership.colleague('information-governance', 'Una Testcase')
    await house.command(partnership.id, tx =>
      inviteColleague(tx, {
        email: both.email,
        name: both.name,
        role: 'universal-adviser',
        jobTitle: '',
        organisationId: partnership.organisationId,
      }),
    )
    const id = await newPerson('Selfsample')
    const path = `/protection/${id}/restrict`
    expect((await both.get(path)).body).not.toContain('Una Testcase, universal adviser')
    for (const chosen of [{ named: both.accountId }, { another: both.accountId }])
      expect((await both.post(path, { ...WHY, ...chosen })).status).toBe(422)
    expect((await governance.get(path)).body).toContain('Una Testcase, universal adviser')
    expect((await governance.post(path, { ...WHY, another: both.accountId })).status).toBe(303)
  })

  it('can name more people later, without restricting twice', async () => {
    const id = await newPerson('Moresample')
    const { to } = await restrictTo(id, adviser)
    expect(await governance.post(`${to}/restrict`, { another: colleague.accountId })).toMatchObject({ status: 303, to })
    expect((await colleague.get(`/people/${id}`)).status).toBe(200)
    const standing = await test.owner.selectFrom('access_barrier').select('id').where('person_id', '=', id).execute()
    expect(standing).toHaveLength(1)
  })
})

describe('Shutting somebody out', () => {
  const shut = (to: string, who: string) => governance.post(`${to}/shut-out`, { ...WHY, ground: 'own-family', who })

  it('hides the record from that one whatever rights they have, until it is lifted', async () => {
    const id = await newPerson('Shutsample')
    expect(await shut(`/protection/${id}`, adviser.accountId)).toMatchObject({ status: 303 })
    expect((await adviser.get(`/people/${id}`)).status).toBe(404)
    const again = await shut(`/protection/${id}`, adviser.accountId)
    expect(summaryOf(again.body)).toEqual(['#who They are shut out already. Select somebody else'])
    const { body } = await governance.get(`/protection/${id}`)
    expect(body).toContain('Shut out: Dana Testcase')
    const lift = new RegExp(`/protection/${id}/lift/[0-9a-f-]+`).exec(body)?.[0] ?? ''
    expect((await governance.post(lift, { reason: 'A mistake' })).status).toBe(303)
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
  })

  it('never leaves a restricted record to nobody', async () => {
    const id = await newPerson('Lastsample')
    const { to = '' } = await restrictTo(id, adviser)
    const last = await shut(to, adviser.accountId)
    expect(summaryOf(last.body)).toEqual(['#who They are the last one named. Name somebody else first'])
    await governance.post(`${to}/restrict`, { named: safeguarding.accountId })
    expect(await shut(to, adviser.accountId)).toMatchObject({ status: 303 })
    expect((await adviser.get(`/people/${id}`)).status).toBe(404)
  })

  it('of information governance hides the record and the barrier from that one too', async () => {
    const parent = await partnership.colleague('information-governance', 'Pat Testcase')
    const id = await newPerson('Ownsample')
    await shut(`/protection/${id}`, parent.accountId)
    const list = await parent.get('/protection')
    expect(list.body).not.toContain(id)
    expect(list.body).not.toContain('Ownsample')
    expect((await parent.get(`/protection/${id}`)).status).toBe(404)
    const asked = { given: `Vera${made}`, family: 'Ownsample', 'born-day': '4', 'born-month': '9', 'born-year': '2010' }
    expect((await parent.post('/protection', asked)).status).toBe(422)
  })

  it('asks who and why', async () => {
    const id = await newPerson('Whosample')
    const empty = await governance.post(`/protection/${id}/shut-out`, {})
    expect(summaryOf(empty.body)).toEqual([
      '#who Select who is shut out',
      '#ground Select what it is about',
      '#reason Enter why',
    ])
  })
})

describe('Protecting an address', () => {
  const seenBy = (who: TestColleague, id: PersonId) =>
    test.database.transaction(who.acting(), tx => listAddresses(tx, id))
  const move = (id: PersonId, line1: string) =>
    house.command(partnership.id, tx =>
      setAddress(
        tx,
        id,
        { line1, line2: '', town: 'Sampleton', postcode: null, isProtected: false },
        { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
      ),
    )

  it('holds for an address that comes later, and is lifted for all of them', async () => {
    const id = await newPerson('Addresssample')
    expect(await governance.post(`/protection/${id}/address`, WHY)).toMatchObject({ status: 303 })
    await move(id, '1 Made-up Lane')
    expect(await seenBy(adviser, id)).toEqual([])
    const { body } = await governance.get(`/protection/${id}`)
    expect(body).toContain('Protected address')
    expect(body).not.toContain('Made-up Lane')
    const lift = new RegExp(`/protection/${id}/lift/[0-9a-f-]+`).exec(body)?.[0] ?? ''
    expect((await governance.post(lift, { reason: 'They asked for it' })).status).toBe(303)
    expect(await seenBy(adviser, id)).toMatchObject([{ line1: '1 Made-up Lane', isProtected: false }])
  })

  it('asks what it is about and why', async () => {
    const id = await newPerson('Addresserror')
    const empty = await governance.post(`/protection/${id}/address`, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([
      422,
      ['#ground Select what it is about', '#reason Enter why'],
    ])
  })
})
