/** Absences over HTTP and down to the row: told by a place, taken in hand, answered, and no more heard back than was agreed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { assignLead, createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { enrol } from '#test/on-roll.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let hana: TestColleague
let other: TestColleague
let school: OrganisationId
let college: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair } = await staffOf(partnership, 'leader', 'dana', 'mair'))
  const place = (name: string) => house.command(partnership.id, tx => addOrganisation(tx, { name, kind: 'school' }))
  school = await place('Made-up High')
  college = await place('Made-up Academy')
  hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
  other = await partnership.colleague('partner-practitioner', 'Odd Testcase', college)
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

let made = 0
async function onRoll(
  lead: TestColleague | undefined = dana,
  of: readonly OrganisationId[] = [school],
): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Abe', family: `Absample${(made += 1)}`, lead })
  for (const organisationId of of) await enrol(house, partnership, id, organisationId)
  return id
}

const TOLD = {
  kind: 'absent',
  ...dayFields('last-seen', [2026, 11, 18]),
  reason: 'not-known',
  words: 'The phone is off',
  tried: 'Rang home',
}
async function tellBy(by: TestColleague, id: PersonId, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await by.post(`/people/${id}/absences/new`, { ...TOLD, ...fields })
  house.clock.advance(1000)
  return answer
}
async function told(id: PersonId, by: TestColleague = hana): Promise<string> {
  const { status, to = '', body } = await tellBy(by, id)
  if (status !== 303) throw new Error(body.slice(0, 3000))
  return to.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('absence_report')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
async function step(by: TestColleague, id: string, move: string, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await by.post(`/absences/${id}/${move}`, { version: String((await rowOf(id)).version), ...fields })
  house.clock.advance(1000)
  return answer
}

describe('A place that tells of an absence', () => {
  it('is asked what happened, when and why, and keeps what it typed', async () => {
    const id = await onRoll()
    const empty = await hana.post(`/people/${id}/absences/new`, { words: 'The phone is off' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(['#kind', '#last-seen-day', '#reason'])
    expect(empty.body).toContain('The phone is off')
    const ahead = await tellBy(hana, id, dayFields('last-seen', [2026, 11, 30]))
    expect(summaryOf(ahead.body)[0]).toContain('must be today or before')
  })

  it('has it with the lead adviser at once, with a clock; told twice it is one', async () => {
    const id = await onRoll()
    const one = await told(id)
    expect(await rowOf(one)).toMatchObject({ state: 'told', due_on: '2026-11-25', class: 4 })
    expect((await dana.get('/')).body).toContain('somebody does not come any more')
    expect((await dana.get('/absences')).body).toContain(`/absences/${one}`)
    expect((await dana.get(`/people/${id}`)).body).toContain('The phone is off')
    const again = await tellBy(hana, id)
    expect([again.status, summaryOf(again.body)[0]]).toEqual([422, expect.stringContaining('told of them already')])
  })

  it('tells only of whom it has on its roll', async () => {
    const id = await onRoll(dana, [])
    expect(withoutTokens(await tellBy(hana, id))).toBe(
      withoutTokens(await tellBy(hana, '01a00000-0000-7000-8000-000000000000' as PersonId)),
    )
    expect((await dana.get(`/people/${id}/absences/new`)).status).toBe(404)
  })

  it('hears that it is in hand and by whom, and what was agreed that it hears, and nothing else', async () => {
    const id = await onRoll()
    const one = await told(id)
    expect((await hana.get(`/absences/${one}`)).body).toContain('Nobody has taken it in hand yet')
    expect((await step(dana, one, 'take')).status).toBe(303)
    expect((await hana.get(`/absences/${one}`)).body).toContain('Dana Testcase, since 23 November 2026')
    const bare = await step(dana, one, 'answer', { 'outcome-words': 'They mind a brother' })
    expect([bare.status, summaryOf(bare.body)[0]]).toEqual([422, '#outcome Select what became of it'])
    expect(bare.body).toContain('They mind a brother')
    const answer = { outcome: 'coming-back', 'outcome-words': 'They mind a brother', 'back-words': 'Back on Thursday' }
    expect((await step(dana, one, 'answer', answer)).status).toBe(303)
    const heard = (await hana.get(`/absences/${one}`)).body
    for (const words of ['They come back on an agreed day', 'Back on Thursday']) expect(heard).toContain(words)
    expect(heard).not.toContain('They mind a brother')
    expect((await hana.get('/')).body).toContain('You were answered about somebody who was absent')
    expect((await dana.get(`/absences/${one}`)).body).toContain('They mind a brother')
    const actions = (await eventsOf(test, { target: one })).map(event => event.action)
    expect(actions).toEqual(expect.arrayContaining(['absence.told', 'absence.taken', 'absence.answered']))
  })

  it('takes it back when they are there', async () => {
    const one = await told(await onRoll())
    expect((await step(hana, one, 'withdraw')).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'withdrawn', due_on: null })
    expect((await dana.get('/')).body).toContain('took back that somebody is absent')
    expect((await step(dana, one, 'answer', { outcome: 'back' })).status).toBe(409)
  })
})

describe('What one place told', () => {
  it('is not another place’s to see, though they have the young person too (K3)', async () => {
    const id = await onRoll(dana, [school, college])
    const one = await told(id)
    expect((await other.get(`/people/${id}`)).status).toBe(200)
    expect((await other.get(`/absences/${one}`)).status).toBe(404)
    for (const page of [`/people/${id}`, '/absences'])
      expect((await other.get(page)).body).not.toContain('The phone is off')
    const second = await told(id, other)
    expect((await hana.get(`/absences/${second}`)).status).toBe(404)
    expect((await step(other, one, 'withdraw')).status).toBe(404)
  })

  it('is seen by whoever sees their learning, and not by who does not', async () => {
    const id = await onRoll()
    const one = await told(id)
    expect((await mair.get(`/absences/${one}`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES.filter(c => c !== 'learning') })
    expect((await mair.get(`/absences/${one}`)).status).toBe(404)
    expect((await mair.get(`/people/${id}`)).body).not.toContain('The phone is off')
  })

  it('of a place whose very name tells more has its class, and is told to whoever may know that (K6)', async () => {
    const surgery = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Surgery School', kind: 'health' }),
    )
    const nurse = await partnership.colleague('partner-practitioner', 'Wyn Testcase', surgery)
    const refused = await tellBy(nurse, await onRoll(dana, [surgery]))
    expect([refused.status, summaryOf(refused.body)[0]]).toEqual([422, expect.stringContaining('Nobody here leads')])
    const imran = await partnership.colleague('intensive-adviser', 'Imran Testcase')
    const id = await onRoll(undefined, [surgery])
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: imran.accountId, isIntensive: true, reason: 'A test' }),
    )
    house.clock.advance(1000)
    const one = await told(id, nurse)
    expect((await rowOf(one)).class).toBe(256)
    expect((await imran.get('/')).body).toContain('somebody does not come any more')
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/absences/${one}`)).status).toBe(404)
    expect((await mair.get(`/people/${id}`)).body).not.toContain('The phone is off')
  })

  it('is gone for the place once a barrier shuts it out (K4)', async () => {
    const id = await onRoll()
    const one = await told(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: school, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await hana.get(`/absences/${one}`)).status).toBe(404)
    expect((await hana.get('/absences')).body).not.toContain(one)
    await step(dana, one, 'take')
    const notices = await test.owner.selectFrom('notice').select('kind').where('target_id', '=', one).execute()
    expect(notices.map(n => n.kind)).toEqual(['absence.told'])
  })

  it('about the wrong young person is gone, and who read it is told (K9)', async () => {
    const id = await onRoll()
    const one = await told(id)
    await dana.get(`/absences/${one}`)
    expect((await dana.post(`/people/${id}/misfiled/absence/${one}`, { why: 'It was her twin' })).status).toBe(303)
    house.clock.advance(1000)
    for (const who of [dana, hana]) expect((await who.get(`/absences/${one}`)).status).toBe(404)
  })
})

describe('An absence nobody takes in hand', () => {
  it('is told to whoever leads, and three working days on to the leader of their team', async () => {
    const one = await told(await onRoll())
    const after = async (dueOn: string) => {
      await test.owner
        .updateTable('absence_report')
        .set({ due_on: toDay(dueOn) })
        .where('id', '=', one as RowId)
        .execute()
      await turnOf(test, house)
      return rowOf(one)
    }
    expect(await after('2026-11-23')).toMatchObject({ chased_at: null })
    expect(await after('2026-11-20')).toMatchObject({ chased_at: expect.anything(), escalated_at: null })
    expect(await after('2026-11-18')).toMatchObject({ escalated_at: expect.anything() })
    expect((await dana.get('/')).body).toContain('Somebody who is absent waits for you')
    expect((await leader.get('/')).body).toContain('still waits for their adviser')
  })

  it('of whom nobody leads for goes to whoever is deployed there', async () => {
    const sent = await leader.post('/deployments/new', {
      ...{ adviser: mair.accountId, institution: school, hours: '' },
      ...dayFields('from', [2026, 11, 23]),
    })
    expect(sent.status).toBe(303)
    house.clock.advance(1000)
    const id = await addPerson(house, partnership, { given: 'Abe', family: `Absample${(made += 1)}` })
    await enrol(house, partnership, id, school)
    const one = await told(id)
    expect((await mair.get('/')).body).toContain('somebody does not come any more')
    expect((await mair.get('/absences')).body).toContain(`/absences/${one}`)
  })
})
