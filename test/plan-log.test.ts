/** What was done towards a step of a plan, over HTTP and down to the row: written, corrected, in one story, at both walls, joined and taken off. Row 189. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, OWN_ROLL_CLASSES, openGrant, setBarrier } from '#rooms/access/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { enterLink, madeIn } from '#test/linking.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair, imran, owen } = await staffOf(partnership, 'leader', 'dana', 'mair', 'imran', 'owen'))
})

type Fields = Readonly<Record<string, string>>
/** The test's clock stands on Monday 23 November 2026. */
const DID = { on: [2026, 11, 23] } as const
const SAID: Fields = { words: 'Rang the vet 🐎 and asked', by: 'young-person', ...dayFields('on', DID.on) }

async function post(path: string, fields: Fields, by = dana) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields)
  house.clock.advance(1000)
  return answer
}

let made = 0
/** Somebody with a step, and where what was done towards it stands. */
async function someone(step: Fields = {}, lead = dana) {
  const family = `Logsample${(made += 1)}`
  const id = await addPerson(house, partnership, { given: 'Avery', family, lead, isIntensive: lead === imran })
  const { to = '' } = await post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' }, lead)
  expect(await post(to, { what: 'Ring the vet', owner: 'young-person', ...step }, lead)).toMatchObject({ status: 303 })
  const [target] = await targetsOf(id)
  const targetId = target?.id ?? ''
  return { id, targetId, goalId: target?.goal_id ?? '', at: `/people/${id}/plan/targets/${targetId}/log` }
}

const targetsOf = (id: PersonId) =>
  test.owner.selectFrom('plan_target').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('plan_log').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const versionsOf = (rowId: string) =>
  test.owner.selectFrom('plan_version').selectAll().where('row_id', '=', rowId).orderBy('version').execute()

async function written(step: Fields = {}, fields: Fields = {}, lead = dana) {
  const one = await someone(step, lead)
  const saved = await post(one.at, { ...SAID, ...fields }, lead)
  expect(saved, summaryOf(saved.body).join()).toMatchObject({ status: 303, to: one.at })
  const [row] = await rowsOf(one.id)
  return { ...one, entry: row?.id ?? '', path: `${one.at}/${row?.id}` }
}

describe('What was done towards a step', () => {
  it('is written down with its event, and the last of it stands on the plan and in its review', async () => {
    const { id, targetId, entry, at } = await written({}, { by: 'other', name: 'Jo Made-up' })
    expect((await rowsOf(id))[0]).toMatchObject({
      ...{ class: 64, also_class: null, target_id: targetId, done_on: '2026-11-23', done_by: 'other' },
      ...{ doer_name: 'Jo Made-up', words: 'Rang the vet 🐎 and asked', written_by: dana.accountId },
    })
    expect((await eventsOf(test, { target: entry })).map(one => one.action)).toEqual(['plan-log.written'])
    await post(at, { ...SAID, words: 'Went there' })
    for (const path of ['/plan', '/plan/review'])
      expect((await dana.get(`/people/${id}${path}`)).body, path).toMatch(/23 Nov[^<]*Went there/)
    const record = (await dana.get(`/people/${id}`)).body
    expect(record).toContain('Something was done towards a step. By: Jo Made-up')
    expect(record).toContain(`href="${at}"`)
    const page = await dana.get(at)
    for (const words of ['Jo Made-up', 'Rang the vet 🐎', 'Went there', 'Set as a step by Dana Testcase'])
      expect(page.body, words).toContain(words)
    expect((await eventsOf(test, { target: targetId })).at(-1)).toMatchObject({ action: 'plan-log.viewed' })
  })

  it.each([
    ['without a day', { 'on-day': '', 'on-month': '', 'on-year': '' }, '#on'],
    ['on a day that is no day', { 'on-day': '31' }, '#on'],
    ['on a day to come', dayFields('on', [2026, 11, 24]), '#on-day It cannot be done on a day that is still to come'],
    ['before there was a goal', dayFields('on', [2026, 11, 22]), '#on-day The goal was set on 23 November 2026'],
    ['without who did it', { by: '' }, '#by'],
    ['by somebody without a name', { by: 'other', name: ' ' }, '#name'],
    ['without words', { words: ' ' }, '#words Write what was done'],
    ['in ten thousand words', { words: 'word '.repeat(10_000) }, '#words Use at most 2,000 characters'],
  ])('is refused %s at the field, and nothing that was typed is lost', async (_what, fields, told) => {
    const { id, at } = await someone()
    const answer = await post(at, { ...SAID, ...fields })
    expect([answer.status, summaryOf(answer.body)[0]]).toEqual([422, expect.stringContaining(told)])
    if (!('words' in fields)) expect(answer.body).toContain('Rang the vet 🐎 and asked')
    else expect(answer.body).toContain(fields.words.trim().slice(0, 9000))
    expect(await rowsOf(id)).toEqual([])
  })

  it('sent twice is one, and may be written of a step that was answered by now', async () => {
    const { id, targetId, at } = await written()
    expect(await post(at, SAID)).toMatchObject({ status: 303 })
    expect(await rowsOf(id)).toHaveLength(1)
    await test.owner
      .updateTable('plan_target')
      .set({ state: 'met', answered_on: toDay('2026-11-23') })
      .where('id', '=', targetId)
      .execute()
    expect(await post(at, { ...SAID, words: 'And told us afterwards' })).toMatchObject({ status: 303 })
    expect((await dana.get(at)).body).toContain('Met')
  })

  it('is corrected from the version the page showed; old and new are kept, and a stale save loses nothing', async () => {
    const { entry, at, path } = await written()
    const corrected = { ...SAID, words: 'Rang the yard', version: '1' }
    for (const _ of [1, 2]) expect(await post(path, corrected)).toMatchObject({ status: 303, to: at })
    const body = (await dana.get(at)).body
    expect([body.includes('Rang the yard'), body.includes('Rang the vet 🐎')]).toEqual([true, true])
    expect((await versionsOf(entry)).map(one => [one.version, one.class])).toEqual([[1, 64]])
    expect((await eventsOf(test, { target: entry })).map(one => one.action)).toContain('plan-log.corrected')
    const stale = await post(path, { ...SAID, words: 'Mine, typed here', version: '1' })
    expect([stale.status, stale.body.includes('Mine, typed here'), stale.body.includes('Rang the yard')]).toEqual([
      ...[409, true, true],
    ])
    const ahead = await post(path, { ...corrected, version: '2', ...dayFields('on', [2027, 1, 1]) })
    expect(ahead.status).toBe(422)
  })

  it('nothing is written of somebody who has died, and what was is still read', async () => {
    const { id, at, path } = await written()
    await test.owner
      .updateTable('person')
      .set({ died_on: toDay('2026-11-23') })
      .where('id', '=', id)
      .execute()
    expect((await dana.get(at)).body).not.toContain('Write down what was done')
    expect((await post(at, { ...SAID, words: 'More' })).status).toBe(404)
    expect(await post(path, { ...SAID, words: 'More', version: '1' })).toMatchObject({ status: 303, to: at })
    expect(await rowsOf(id)).toHaveLength(1)
  })
})

describe('The story', () => {
  it('says what is on record already: the contact it came from, changes, what a partner said, what they said by their link', async () => {
    const { id, goalId } = await someone()
    const arranged = { ...dayFields('on', [2026, 11, 23]), time: '14:00', minutes: '45', kind: 'meeting', both: 'yes' }
    await post(`/people/${id}/appointments/new`, { ...arranged, place: 'Room 4', purpose: 'review' })
    const meeting = await test.owner
      .selectFrom('appointment')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const came = { came: 'came', outcome: 'done', notes: 'We met', version: '1', purpose: 'review', minutes: '45' }
    const step = {
      'next-step': 'Ask the stables',
      goal: goalId,
      owner: 'adviser',
      ...dayFields('next-on', [2026, 12, 1]),
    }
    const saved = await post(`/appointments/${meeting.id}/outcome`, { ...arranged, ...came, ...step })
    expect(saved, summaryOf(saved.body).join()).toMatchObject({ status: 303 })
    const target = (await targetsOf(id)).find(one => one.what === 'Ask the stables')
    const edit = `/people/${id}/plan/targets/${target?.id}`
    const partner = { what: 'Ask the stables', owner: 'partner', 'owner-name': 'Made-up Stables', version: '1' }
    expect(await post(edit, { ...partner, ...dayFields('due', [2026, 12, 8]) })).toMatchObject({ status: 303 })
    const told = { how: 'told', who: 'Sal Made-up', says: 'yes', words: 'From Tuesday', version: '2' }
    expect(await post(`${edit}/partner`, { ...told, ...dayFields('on', [2026, 11, 23]) })).toMatchObject({
      status: 303,
    })
    const link = madeIn(
      (await dana.post(`/people/${id}/plan/link`, { ...dayFields('review-on', [2027, 2, 1]), pages: ['plan'] })).body,
    )
    house.clock.advance(1000)
    const phone = await enterLink(house, link, 'plan')
    const stamp = /name="stamp" value="([^"]*)"/.exec((await phone.get(`${link.path}/plan`)).body)?.[1] ?? ''
    const own = { stamp, agreement: 'agreed', words: 'I like it', [`step-${target?.id}`]: 'stretch' }
    expect(await phone.post(`${link.path}/plan`, own, `${link.path}/plan`)).toMatchObject({ status: 303 })
    house.clock.advance(1000)
    const body = (await dana.get(`${edit}/log`)).body
    for (const words of [
      'It came out of a contact',
      'The step was changed by Dana Testcase',
      '1 December 2026 → 8 December 2026',
      'Sal Made-up takes it on',
      '“From Tuesday”',
      'They said by their link how big it is',
      'They said: “I like it”',
    ])
      expect(body, words).toContain(words)
  })

  it('K6: a colleague who may not see contacts reads of none', async () => {
    const { id, at } = await written()
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'plan'] })
    const page = await mair.get(at)
    expect([page.status, page.body.includes('Rang the vet'), page.body.includes('contact it')]).toEqual([
      ...[200, true, false],
    ])
  })
})

describe('Who reads it', () => {
  it('K6, K8: what works on health is read by whoever sees health; to others there is no such page', async () => {
    const { id, at, path } = await written({ factor: 'emotional-health' }, {}, imran)
    expect((await rowsOf(id))[0]).toMatchObject({ class: 256, also_class: null })
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    for (const one of [at, path]) expect((await mair.get(one)).status).toBe(404)
    expect((await post(at, SAID, mair)).status).toBe(404)
    for (const page of ['', '/plan'])
      expect((await mair.get(`/people/${id}${page}`)).body, page).not.toContain('Rang the vet')
  })

  it('K6: goes with its step when that is kept close, with what it said before, and comes back to nobody too many', async () => {
    const { id, targetId, entry, at, path } = await written()
    await post(path, { ...SAID, words: 'Rang the yard', version: '1' })
    await letSee(house, partnership, { id, by: dana, classes: ['restricted'] })
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(at)).body).toContain('Rang the yard')
    const edit = `/people/${id}/plan/targets/${targetId}`
    const step = { what: 'Ring the vet', owner: 'young-person' }
    expect(await post(edit, { ...step, close: 'yes', version: '1' })).toMatchObject({ status: 303 })
    expect((await rowsOf(id)).map(one => [one.class, one.also_class])).toEqual([[4096, 64]])
    expect((await versionsOf(entry)).map(one => one.class)).toEqual([4096])
    expect((await mair.get(at)).status).toBe(404)
    expect((await dana.get(at)).body).toContain('does not read this by a link')
    // Opened again, what was said while it was kept close stays so.
    expect(await post(edit, { ...step, version: '2' })).toMatchObject({ status: 303 })
    expect((await mair.get(at)).body).not.toContain('Rang the yard')
    expect((await dana.get(at)).body).toContain('Rang the yard')
  })

  it('K3, K4: no roll opens it, and whoever is shut out knows of none', async () => {
    const { id, at } = await written()
    const hana = await partnership.colleague('partner-practitioner')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        ...{ scope: { kind: 'person', personId: id }, holderId: hana.accountId, basis: 'public-task' },
        ...{ source: 'own-roll', classes: OWN_ROLL_CLASSES },
      }),
    )
    house.clock.advance(1000)
    expect((await hana.get(at)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(at)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(at)).status).toBe(404)
  })

  it('whoever reads the plan and does not write it reads it, and writes nothing', async () => {
    const { id, at, path } = await written()
    await letSee(house, partnership, { id, by: owen, classes: ADVISER_CLASSES })
    const page = await owen.get(at)
    expect([page.status, page.body.includes('Rang the vet'), page.body.includes('Write it down')]).toEqual([
      ...[200, true, false],
    ])
    expect((await post(at, SAID, owen)).status).toBe(404)
    expect((await owen.get(path)).status).toBe(404)
    await letSee(house, partnership, { id, by: leader, classes: ADVISER_CLASSES })
    expect(await post(at, { ...SAID, words: 'By the leader', by: 'adviser' }, leader)).toMatchObject({ status: 303 })
  })

  it('one step’s entry is found under no other', async () => {
    const { path } = await written()
    const other = await someone()
    expect((await dana.get(`${other.at}/${path.split('/').at(-1)}`)).status).toBe(404)
  })

  it('they read the day and the words by their link, where they read the step; a parent does not (K11)', async () => {
    const { id } = await written({}, { by: 'other', name: 'Named Nobody' })
    const kept = await targetsOf(id)
    await letSee(house, partnership, { id, by: dana, classes: ['restricted'] })
    const close = { what: 'A close step', owner: 'adviser', close: 'yes' }
    await post(`/people/${id}/plan/goals/${kept[0]?.goal_id}/targets/new`, close)
    const closeStep = (await targetsOf(id)).find(one => one.what === 'A close step')
    await post(`/people/${id}/plan/targets/${closeStep?.id}/log`, { ...SAID, words: 'Hidden words' })
    const made_ = await dana.post(`/people/${id}/plan/link`, {
      ...dayFields('review-on', [2027, 2, 1]),
      pages: ['plan'],
    })
    const link = madeIn(made_.body)
    house.clock.advance(1000)
    const phone = await enterLink(house, link, 'plan')
    const { body } = await phone.get(`${link.path}/plan`)
    expect(body).toContain('Done on 23 November 2026: Rang the vet 🐎 and asked')
    for (const words of ['Named Nobody', 'Hidden words', 'A close step']) expect(body, words).not.toContain(words)
    expect((await dana.get(`/people/${id}/plan/copy`)).body).not.toContain('Rang the vet 🐎')
  })
})

describe('Filed on the wrong young person, and records that are joined', () => {
  it.each(['plan-log', 'target', 'goal'])(
    'K9: it goes off view with what it said before, taken off as a %s',
    async what => {
      const { id, targetId, goalId, entry, at, path } = await written()
      await post(path, { ...SAID, words: 'Rang the yard', version: '1' })
      await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
      await mair.get(at)
      house.clock.advance(1000)
      const row = { 'plan-log': entry, target: targetId, goal: goalId }[what] ?? ''
      expect(await post(`/people/${id}/misfiled/${what}/${row}`, { why: 'A twin' })).toMatchObject({ status: 303 })
      expect((await rowsOf(id)).map(one => one.sealed_at !== null)).toEqual([true])
      expect((await versionsOf(entry)).map(one => one.sealed_at !== null)).toEqual([true])
      expect((await dana.get(path)).status).toBe(404)
      const shown = await dana.get(at)
      expect(shown.status).toBe(what === 'plan-log' ? 200 : 404)
      expect(shown.body).not.toContain('Rang the yard')
      const told = await test.owner
        .selectFrom('notice')
        .select('account_id')
        .where('person_id', '=', id)
        .where('account_id', '=', mair.accountId)
        .execute()
      expect(told.length).toBeGreaterThan(0)
    },
  )

  it.each(['plan-log', 'target', 'goal'])(
    'K9: whoever read it in the story alone is told that it was taken off as a %s',
    async what => {
      const { id, targetId, goalId, entry } = await written()
      await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
      expect((await mair.get(`/people/${id}`)).body).toContain('Rang the vet')
      house.clock.advance(1000)
      const row = { 'plan-log': entry, target: targetId, goal: goalId }[what] ?? ''
      expect(await post(`/people/${id}/misfiled/${what}/${row}`, { why: 'A twin' })).toMatchObject({ status: 303 })
      const told = await test.owner
        .selectFrom('notice')
        .select('kind')
        .where('person_id', '=', id)
        .where('account_id', '=', mair.accountId)
        .execute()
      expect(told.map(one => one.kind)).toEqual(['misfiled.seen'])
    },
  )

  it('goes along with its step when two records are joined, and back when they are taken apart', async () => {
    const { id, targetId } = await written()
    const other = await addPerson(house, partnership, { given: 'Averie', family: `Logsample${made}`, lead: dana })
    const merged = await test.database.transaction(owen.acting(), async tx => {
      const seen = await compare(tx, { keep: other, join: id }, undefined)
      const wanted = { choices: {}, reason: 'A test', despite: 'A test', stamp: seen?.stamp ?? '' }
      return mergePeople(tx, { keep: other, join: id, ...wanted }, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    const at = `/people/${other}/plan/targets/${targetId}/log`
    expect((await dana.get(at)).body).toContain('Rang the vet 🐎')
    expect(await post(at, { ...SAID, words: 'Written since' })).toMatchObject({ status: 303 })
    expect(await rowsOf(other)).toHaveLength(2)
    const parted = await test.database.transaction(owen.acting(), tx =>
      unmergePeople(tx, merged.value as RowId, { reason: 'A test', choices: {} }),
    )
    expect(parted.ok).toBe(true)
    expect((await rowsOf(id)).map(one => one.words)).toEqual(['Rang the vet 🐎 and asked', 'Written since'])
    expect(await rowsOf(other)).toEqual([])
  })
})
