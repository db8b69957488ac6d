/** Wrong person (K9): a place of learning or an activity taken off takes with it what came only from it, for every reader. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { classesOn, OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { assignLead, deploy } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { csv, givenOf, openLists, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,Date of birth,Postcode,Year,Reg group'
const WHY = { why: 'Two of the same name' }

let partnership: TestPartnership
let adviser: TestColleague
let leader: TestColleague
let officer: TestColleague
let school: OrganisationId
let serial = 0

beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  leader = await partnership.colleague('team-leader', 'Lena Testcase')
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  school = await lists.partner(partnership, 'school')
})

const rowOf = (given: string, family: string, n: number) => `${upn(n)},${family},${given},03/09/2010,HX1 1AA,11,11A`

/** Somebody a roll brought, led for by the adviser, with a place and an activity from the list. */
async function onRoll(family: string, place = school) {
  const mine = ++serial
  const list = csv(HEADER, rowOf(givenOf(mine), family, mine))
  const run = await lists.take(officer, place, list)
  const person = await test.owner
    .selectFrom('person')
    .select('id')
    .where('partnership_id', '=', partnership.id)
    .where('known_family', '=', family)
    .executeTakeFirstOrThrow()
  const id = person.id as PersonId
  await house.command(partnership.id, tx =>
    assignLead(tx, id, { accountId: adviser.accountId, isIntensive: false, reason: 'Made up' }),
  )
  const one = (table: 'enrolment' | 'activity_spell') =>
    test.owner.selectFrom(table).selectAll().where('person_id', '=', id).where('sealed_at', 'is', null).execute()
  return { id, run, list, one }
}

async function takeOff(id: PersonId, what: 'place' | 'activity', rowId: string | undefined) {
  const path = `/people/${id}/misfiled/${what}/${rowId}`
  expect((await adviser.get(`/people/${id}/details`)).body).toContain(path)
  expect((await adviser.get(path)).status).toBe(200)
  house.clock.advance(1000)
  expect((await adviser.post(path, WHY)).to).toBe(`/people/${id}`)
  return path
}

const may = (who: TestColleague, id: PersonId) =>
  test.database.transaction(who.acting(), async tx => [...(await classesOn(tx, id))])

describe('A place of learning on the wrong young person', () => {
  it('leaves the record and its history, and the database’s answers to the program', async () => {
    const { id, one } = await onRoll('Placesample')
    const [place] = await one('enrolment')
    const name = (
      await test.owner.selectFrom('organisation').select('name').where('id', '=', school).executeTakeFirstOrThrow()
    ).name
    expect((await adviser.get(`/people/${id}`)).body).toContain('11A')
    expect((await officer.get(`/people/${id}/details`)).body).toContain(name)
    const path = await takeOff(id, 'place', place?.id)
    const { body } = await adviser.get(`/people/${id}`)
    expect(body).not.toContain('11A')
    expect(body).toContain('Not known where they learn')
    expect((await adviser.get(`/people/${id}/details`)).body).toContain('Not known where they learn')
    expect((await adviser.post(path, WHY)).status).toBe(404)
    const left = await test.database.transaction(adviser.acting(), tx =>
      sql`select 1 from enrolment where id = ${place?.id}`.execute(tx.db),
    )
    expect(left.rows).toEqual([])
    const breach = await test.owner
      .selectFrom('breach')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(breach).toMatchObject({ what: 'place', row_id: place?.id, filed_by: null })
    expect(breach.seen_by.toSorted()).toEqual([adviser.accountId, officer.accountId].toSorted())
  })

  it('shuts what only the roll opened: the partner’s own, and an adviser’s who is deployed there', async () => {
    const { id, one } = await onRoll('Openedsample')
    const teacher = await partnership.colleague('partner-practitioner', 'Hana Testcase')
    const deployed = await partnership.colleague('universal-adviser', 'Imran Testcase')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'group', groupId: school as never },
        holderId: teacher.accountId,
        classes: OWN_ROLL_CLASSES,
        basis: 'public-task',
        source: 'own-roll',
      }),
    )
    await test.database.transaction(leader.acting(), tx =>
      deploy(tx, {
        accountId: deployed.accountId,
        organisationId: school,
        hours: '',
        from: tx.acting.today,
        lastOn: null,
      }),
    )
    expect(await may(teacher, id)).toContain('identity')
    expect(await may(deployed, id)).toContain('identity')
    await takeOff(id, 'place', (await one('enrolment'))[0]?.id)
    for (const who of [teacher, deployed]) {
      expect(await may(who, id)).toEqual([])
      expect(withoutTokens(await who.get(`/people/${id}`))).toBe(withoutTokens(await who.get('/nowhere')))
    }
    expect(await may(adviser, id)).toContain('identity')
  })

  it('leaves the roll to who is there by another row', async () => {
    const { id, one } = await onRoll('Twicesample')
    const [place] = await one('enrolment')
    await sql`
      insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'course', 'Truly theirs'))).*
      from enrolment e where e.id = ${place?.id}`.execute(test.owner)
    await takeOff(id, 'place', place?.id)
    const roll = await test.owner
      .selectFrom('access_member')
      .select('id')
      .where('person_id', '=', id)
      .where('group_id', '=', school)
      .where('ended_at', 'is', null)
      .execute()
    expect(roll).toHaveLength(1)
    expect((await adviser.get(`/people/${id}`)).body).toContain('Truly theirs')
  })

  it('is not missed from the next list, nor put back by undoing one', async () => {
    const place = await lists.partner(partnership, 'school')
    const { id, one, list } = await onRoll('Missedsample', place)
    const other = ++serial
    // A list that says they left: it ends the place and the roll, so that undoing it would bring both back.
    const leaving = csv(`${HEADER},Leaving date`, `${rowOf(givenOf(other - 1), 'Missedsample', other - 1)},20/11/2026`)
    const left = await lists.take(officer, place, leaving)
    expect(left.state).toBe('applied')
    const [ended] = await one('enrolment')
    expect(ended?.finished_on).not.toBeNull()
    await takeOff(id, 'place', ended?.id)
    expect((await lists.undo(officer, left)).state).toBe('undone')
    expect(await one('enrolment')).toEqual([])
    const roll = () =>
      test.owner
        .selectFrom('access_member')
        .select('id')
        .where('person_id', '=', id)
        .where('group_id', '=', place)
        .where('ended_at', 'is', null)
        .execute()
    expect(await roll()).toEqual([])
    const next = await lists.take(officer, place, csv(HEADER, rowOf('Sal', 'Othersample', other)))
    expect(next.state).toBe('applied')
    expect(await test.owner.selectFrom('intake_question').select('id').where('run_id', '=', next.id).execute()).toEqual(
      [],
    )
    // Said again, it is filed again: the partner must be told.
    await lists.take(officer, place, list)
    expect(await one('enrolment')).toHaveLength(1)
    expect(await roll()).toHaveLength(1)
  })

  it('is compared with nothing when lists come in: neither as open nor as once ended', async () => {
    const place = await lists.partner(partnership, 'school')
    const { id, one } = await onRoll('Comparedsample', place)
    await takeOff(id, 'place', (await one('enrolment'))[0]?.id)
    const leaver = csv(`${HEADER},Leaving date`, `${rowOf(givenOf(serial), 'Comparedsample', serial)},20/11/2026`)
    await lists.take(officer, place, leaver)
    // A known place would have been ended; here the partner tells of one for the first time.
    expect(await one('enrolment')).toMatchObject([{ finished_on: '2026-11-20' }])
  })
})

describe('An activity on the wrong young person', () => {
  it('leaves the record, the caseload and the counts, and what they do is not known', async () => {
    const { id, one } = await onRoll('Doingsample')
    const [spell] = await one('activity_spell')
    expect(spell).toMatchObject({ code: '110', finished_on: null })
    const shown = () =>
      test.database.transaction(adviser.acting(), async tx => {
        const found = await sql<{ code: string | null }>`
          select activity_code as code from people_in_brief(array[${id}::uuid], ${tx.acting.today})`.execute(tx.db)
        return found.rows.map(r => r.code)
      })
    expect(await shown()).toEqual(['110'])
    const counted = async () => (await leader.get('/counts')).body.replaceAll(/\s+/g, ' ')
    const before = await counted()
    await takeOff(id, 'activity', spell?.id)
    expect(await shown()).toEqual([null])
    expect(await counted()).not.toBe(before)
    for (const path of [`/people/${id}`, `/people/${id}/details`])
      expect((await adviser.get(path)).body.replaceAll(/<[^>]+>/g, ''), path).toMatch(/Current activity\s*Not known/)
    expect((await adviser.get('/caseload?activity=not-known')).body).toContain('Doingsample')
    const left = await test.database.transaction(adviser.acting(), tx =>
      sql`select 1 from activity_spell where id = ${spell?.id}`.execute(tx.db),
    )
    expect(left.rows).toEqual([])
    expect(
      await test.owner.selectFrom('breach').select(['what', 'row_id']).where('person_id', '=', id).execute(),
    ).toEqual([{ what: 'activity', row_id: spell?.id }])
  })

  it('reopens nothing: the one before stays ended, and a new one may begin on any day of it', async () => {
    const { id, one } = await onRoll('Beforesample')
    const set = (code: string, day: string) =>
      adviser.post(`/people/${id}/activity`, {
        ...{ code, said: 'provider', 'from-day': day, 'from-month': '10', 'from-year': '2026' },
      })
    expect((await set('540', '1')).status).toBe(303)
    const wrong = (await one('activity_spell')).find(s => s.code === '540')
    await takeOff(id, 'activity', wrong?.id)
    expect(await one('activity_spell')).toMatchObject([{ code: '110', finished_on: '2026-10-01' }])
    expect((await set('550', '1')).status).toBe(303)
    expect((await adviser.get(`/people/${id}`)).body).not.toContain(`(540)`)
    expect((await one('activity_spell')).filter(s => s.finished_on === null)).toMatchObject([
      { code: '550', started_on: toDay('2026-10-01') },
    ])
  })

  it('of a class the asker does not see is no page to them, and nobody without the class is told', async () => {
    const { id } = await onRoll('Classsample')
    await adviser.post(`/people/${id}/activity`, {
      said: 'provider',
      code: '710',
      'from-day': '1',
      'from-month': '10',
      'from-year': '2026',
    })
    const spell = await test.owner
      .selectFrom('activity_spell')
      .select('id')
      .where('person_id', '=', id)
      .where('code', '=', '710')
      .executeTakeFirstOrThrow()
    const path = `/people/${id}/misfiled/activity/${spell.id}`
    expect(withoutTokens(await adviser.get(path))).toBe(withoutTokens(await adviser.get('/nowhere')))
    expect((await adviser.post(path, WHY)).status).toBe(404)
  })
})

describe('Anything on the wrong young person that a list replaced', () => {
  it('does not stand again when the list is undone', async () => {
    const place = await lists.partner(partnership, 'school')
    const { id } = await onRoll('Undonesample', place)
    const was = await test.owner
      .selectFrom('person_address')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const moved = rowOf(givenOf(serial), 'Undonesample', serial).replace('HX1 1AA', 'HX2 2AB')
    const second = await lists.take(officer, place, csv(HEADER, moved))
    house.clock.advance(1000)
    expect((await adviser.post(`/people/${id}/misfiled/address/${was.id}`, WHY)).status).toBe(303)
    expect((await lists.undo(officer, second)).state).toBe('undone')
    const standing = await test.owner
      .selectFrom('person_address')
      .select('postcode')
      .where('person_id', '=', id)
      .where('replaced_at', 'is', null)
      .execute()
    expect(standing).toEqual([])
  })
})
