/** Looking at a made-up record through somebody else's eyes: exactly what they see, nothing of it kept, and never a real record. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type GroupId, newId, type OrganisationId, type PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers, setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { insertEnrolments } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  type Answered,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { enterLink, madeIn } from '#test/linking.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let hana: TestColleague
let youth: TestColleague
let school: OrganisationId
let layla: PersonId

beforeAll(async () => {
  partnership = await house.partnership({ isDemo: true })
  ;({ leader, dana, mair } = await staffOf(partnership, 'leader', 'dana', 'mair'))
  const place = (name: string, kind: 'school' | 'youth-offending-team') =>
    house.command(partnership.id, tx => addOrganisation(tx, { name, kind }))
  school = await place('Made-up High', 'school')
  hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
  youth = await partnership.colleague(
    'partner-practitioner',
    'Yusuf Testcase',
    await place('Made-up YJS', 'youth-offending-team'),
  )
  layla = await recorded('Layla', 'Lookedsample')
})

/** Somebody Dana leads for, on the school's roll, whom the leader may see as cover. */
async function recorded(given: string, family: string): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family, lead: dana })
  await letSee(house, partnership, { id, by: leader, classes: ADVISER_CLASSES })
  await house.command(partnership.id, async tx => {
    const row = {
      id: newId<'row'>(tx.acting.at),
      personId: id,
      organisationId: school,
      classBit: 4,
      yearGroup: 11,
      course: '',
    }
    await insertEnrolments(tx, [{ ...row, startedOn: tx.acting.today, finishedOn: null, leftReason: '' }], {
      kind: 'partner-list',
      organisationId: school,
      saidOn: tx.acting.today,
    })
    await addMembers(tx, school as string as GroupId, [id])
  })
  house.clock.advance(1000)
  return id
}

const look = (by: TestColleague, as: TestColleague, person: PersonId | '' = '') =>
  by.post('/view-as', { membership: as.membershipId, person }, '/view-as')
const stop = (by: TestColleague) => by.post('/view-as/stop', {}, '/')

/** A page without the bar that says whose eyes it is. */
function bare(answer: Answered): string {
  return withoutTokens(answer).replace(/<aside class="cx-looking"[\s\S]*?<\/aside>/, '')
}

/** What the leader gets of some pages while looking as somebody, beside what that one gets. */
async function beside(as: TestColleague, paths: readonly string[]) {
  expect(await look(leader, as)).toMatchObject({ status: 303, to: '/' })
  const pairs: { path: string; seen: Answered; own: Answered }[] = []
  for (const path of paths) pairs.push({ path, seen: await leader.get(path), own: await as.get(path) })
  await stop(leader)
  return pairs
}

const rows = async (table: 'contact' | 'secure_link' | 'access_grant' | 'plan_agreement') =>
  (await test.owner.selectFrom(table).select('id').where('partnership_id', '=', partnership.id).execute()).length

describe('Looking as others', () => {
  it('shows each page exactly as they get it: the school, the youth justice worker, a colleague', async () => {
    for (const as of [hana, youth, mair, dana]) {
      const paths = [`/people/${layla}`, '/', `/people/${layla}/who`, '/find?q=Lookedsample']
      for (const { path, seen, own } of await beside(as, paths)) {
        expect(seen.status, `${as.name} ${path}`).toBe(own.status)
        expect(bare(seen), `${as.name} ${path}`).toBe(bare(own))
        expect(seen.body).toContain(`You are looking as ${as.name}`)
      }
    }
  })

  it('K8: what they may not know is the page of what is not there, byte for byte as theirs', async () => {
    const hidden = await addPerson(house, partnership, { given: 'Hid', family: 'Hiddensample', lead: mair })
    const [one] = await beside(hana, [`/people/${hidden}`])
    expect(one?.seen.status).toBe(404)
    expect(one && bare(one.seen)).toBe(one && bare(one.own))
    expect(one?.seen.body).not.toContain('Hiddensample')
  })

  it('keeps nothing: no button works, and what a page writes is undone', async () => {
    const before = { contacts: await rows('contact'), grants: await rows('access_grant') }
    await look(leader, dana, layla)
    const saved = await leader.post(
      `/people/${layla}/contacts/new`,
      { kind: 'phone', note: 'Must not be kept' },
      `/people/${layla}/contacts/new`,
    )
    expect(saved.status).toBe(403)
    expect(saved.body).toContain('Nothing was saved')
    expect((await leader.get('/account')).status).toBe(403)
    expect((await leader.post('/account/keys', { on: 'yes' }, '/')).status).toBe(403)
    await stop(leader)
    expect({ contacts: await rows('contact'), grants: await rows('access_grant') }).toEqual(before)
  })

  it('is written down as who really sat there, and through whose eyes', async () => {
    await look(leader, hana)
    const { requestId } = await leader.get(`/people/${layla}`)
    await stop(leader)
    const event = await test.owner
      .selectFrom('audit_event as e')
      .innerJoin('audit_payload as p', 'p.event_id', 'e.id')
      .select(['e.action', 'e.actor_id', 'e.person_ids', 'p.payload'])
      .where('e.request_id', '=', requestId)
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({ action: 'record.viewed', actor_id: leader.accountId, person_ids: [layla] })
    expect(event.payload).toContain(`"as":"${hana.accountId}"`)
  })

  it('is for those who may, as somebody who is here, and never where anybody real is on record', async () => {
    expect((await dana.get('/view-as')).status).toBe(404)
    expect((await look(dana, leader)).status).toBe(404)
    const gone = await look(leader, { ...hana, membershipId: newId<'row'>(house.clock.now()) })
    expect(gone.status).toBe(422)
    expect(summaryOf(gone.body)[0]).toContain('cannot be looked as')
    const live = await house.partnership()
    const staff = await staffOf(live, 'leader', 'dana')
    const real = await addPerson(house, live, { family: 'Realsample', lead: staff.dana })
    await letSee(house, live, { id: real, by: staff.leader, classes: ADVISER_CLASSES })
    expect((await staff.leader.get(`/people/${real}/view-as/young-person`)).status).toBe(404)
    for (const path of ['/view-as', `/view-as?person=${real}`])
      expect((await staff.leader.get(path)).body, path).toContain('Nobody here is made up')
    expect((await look(staff.leader, staff.dana)).status).toBe(422)
    expect((await staff.leader.get('/')).body).not.toContain('You are looking as')
    expect((await staff.leader.get(`/people/${real}`)).body).not.toContain('Look as others')
    // Somebody of another partnership is nobody here.
    expect((await look(leader, staff.dana)).status).toBe(422)
  })

  it('K4: of a restricted record it says who does not know of it, and whoever may not know it finds nothing', async () => {
    const kept = await recorded('Rest', 'Restrictedsample')
    const open = await leader.get(`/view-as?person=${kept}`)
    expect(sightOf(open.body, 'Hana Testcase')).toContain('who they are, learning')
    expect(sightOf(open.body, 'Yusuf Testcase')).toContain('Does not know that there is such a record')
    await house.command(partnership.id, tx => setBarrier(tx, kept, { holderId: null, reason: 'Made up' }))
    await letSee(house, partnership, { id: kept, by: leader, classes: [...ADVISER_CLASSES, 'restricted'] })
    const shut = await leader.get(`/view-as?person=${kept}`)
    for (const name of ['Hana', 'Dana', 'Mair'])
      expect(sightOf(shut.body, `${name} Testcase`), name).toContain('Does not know that there is such a record')
    const other = await partnership.colleague('team-leader', 'Nell Testcase')
    expect((await other.get(`/view-as?person=${kept}`)).status).toBe(404)
    expect((await other.get(`/people/${kept}/view-as/young-person`)).status).toBe(404)
  })

  it('shows what the young person would have on their phone, and makes no link and no right of it', async () => {
    await dana.post(`/people/${layla}/plan/goals/new`, { words: 'I want to build boats' })
    house.clock.advance(1000)
    const before = { links: await rows('secure_link'), grants: await rows('access_grant') }
    const seen = await leader.get(`/people/${layla}/view-as/young-person`)
    expect(seen.status).toBe(200)
    expect(seen.body).toContain('I want to build boats')
    expect({ links: await rows('secure_link'), grants: await rows('access_grant') }).toEqual(before)
    house.clock.advance(1000)
    const made = await dana.post(`/people/${layla}/plan/link`, {
      ...dayFields('review-on', [2027, 2, 23]),
      pages: ['plan', 'file'],
    })
    const link = madeIn(made.body)
    house.clock.advance(1000)
    const phone = await enterLink(house, link, 'plan')
    const own = await phone.get(`${link.path}/plan`)
    const plain = (answer: Answered) => bare(answer).replaceAll(/\/open\/[\w-]+/g, '/open/TOKEN')
    expect(plain(seen)).toBe(plain(own))
  })

  it('shows what a parent would read, by what was last chosen for them, and keeps nothing of it', async () => {
    const fields = { name: 'Noor Carer', relationship: 'Mother', responsibility: 'yes', told: 'yes' }
    await dana.post(`/people/${layla}/adults`, fields, `/people/${layla}`)
    house.clock.advance(1000)
    const at = async (table: 'person_adult' | 'plan_goal') =>
      (await test.owner.selectFrom(table).select('id').where('person_id', '=', layla).executeTakeFirstOrThrow()).id
    const [adult, goal] = [await at('person_adult'), await at('plan_goal')]
    expect((await leader.get(`/view-as?person=${layla}`)).body).toContain('Nothing: nobody has let them read anything')
    const eyes = `/people/${layla}/view-as/adult/${adult}`
    expect((await leader.get(eyes)).body).toContain('There would be nothing behind the link')
    const shown = await dana.get(`/people/${layla}/plan/adult/shown?adult=${adult}&goals=${goal}`)
    const stamp = /name="stamp" value="([^"]*)"/.exec(shown.body)?.[1] ?? ''
    house.clock.advance(1000)
    const wanted = { adult, goals: goal, stamp, says: 'agreed' }
    const link = madeIn((await dana.post(`/people/${layla}/plan/adult/make`, wanted)).body)
    house.clock.advance(1000)
    const before = { links: await rows('secure_link'), grants: await rows('access_grant') }
    expect((await leader.get(`/view-as?person=${layla}`)).body).toContain('Look as Noor Carer')
    const seen = await leader.get(eyes)
    expect(seen.body).toContain('I want to build boats')
    expect({ links: await rows('secure_link'), grants: await rows('access_grant') }).toEqual(before)
    const phone = await enterLink(house, link, 'shared')
    const own = await phone.get(`${link.path}/shared`)
    const plain = (answer: Answered) => bare(answer).replaceAll(/\/open\/[\w-]+/g, '/open/TOKEN')
    expect(plain(seen)).toBe(plain(own))
    expect((await leader.get(`/people/${layla}/view-as/adult/${goal}`)).status).toBe(404)
  })

  it('is over after an hour, when they stop, and when they may no longer', async () => {
    await look(leader, hana)
    expect((await leader.get('/')).body).toContain('You are looking as Hana')
    house.clock.advance(59 * 60_000)
    expect((await leader.get('/')).body).toContain('You are looking as Hana')
    house.clock.advance(60_000)
    expect((await leader.get('/')).body).not.toContain('You are looking as')
    const mem = await partnership.colleague('partner-practitioner', 'Mem Testcase', school)
    await look(leader, mem)
    await test.owner.updateTable('account').set({ state: 'disabled' }).where('id', '=', mem.accountId).execute()
    expect((await leader.get('/')).body).not.toContain('You are looking as')
    await look(leader, hana)
    expect((await leader.post('/view-as/stop', { person: layla }, '/')).to).toBe(`/view-as?person=${layla}`)
    expect((await leader.get('/')).body).not.toContain('You are looking as')
  })
})

/** What stands in the row of somebody. */
function sightOf(body: string, name: string): string {
  return (
    body
      .split('<tr>')
      .slice(1)
      .find(row => row.includes(name)) ?? ''
  )
}
