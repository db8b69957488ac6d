/** What other agencies' tools said, over HTTP and down to the row: described, changed, ended; beside our factors and never one of our ratings. Row 193; K6, K8, K9. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, openGrant } from '#rooms/access/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
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
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
})

let made = 0
const young = (given = 'Ada'): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Toolsample${(made += 1)}`, lead: dana, born: '2009-03-03' })

type Fields = Readonly<Record<string, string>>
async function post(path: string, fields: Fields, by = dana) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields, '/')
  house.clock.advance(1000)
  return answer
}

const WHEEL = {
  ...{ kind: 'early-help', part: 'assessment', scale: 'last', steps: 'Fine\nA little\nVery stuck' },
  ...{ 'heading-1': 'Where I live', 'factor-1': 'housing', 'heading-2': 'What I take', 'factor-2': 'substance-use' },
  ...{ 'heading-3': 'The moon' },
}

/** Describes a tool and gives where it stands. */
async function tool(fields: Fields = {}): Promise<{ at: string; id: string; name: string }> {
  const name = `Made-up Wheel ${(made += 1)}`
  const saved = await post('/other-tools/new', { ...WHEEL, name, ...fields }, owen)
  if (saved.status !== 303) throw new Error(summaryOf(saved.body).join('; '))
  const at = saved.to ?? ''
  return { at, id: at.split('/').at(-1) ?? '', name }
}
const editionsOf = (id: string) =>
  test.owner
    .selectFrom('other_tool_edition')
    .selectAll()
    .where('tool_id', '=', id as RowId)
    .orderBy('number')
    .execute()
const editionOf = async (id: string) => (await editionsOf(id)).at(-1)?.id ?? ''
const sayingsOf = (id: PersonId) =>
  test.owner.selectFrom('tool_saying').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const findingsOf = (id: PersonId) =>
  test.owner
    .selectFrom('tool_finding')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('code')
    .execute()

const SAID = { ...dayFields('said-on', [2026, 5, 4]), 'said-by': 'Jo, early help' }
const UNDER = { 'step-1': '3', 'words-1': 'Sleeps at a friend’s 🏠 مرحبا' }
const listOf = (id: PersonId) => `/people/${id}/other-tools`

async function said(id: PersonId, edition: string, fields: Fields = UNDER, by = dana): Promise<string> {
  const saved = await post(`${listOf(id)}/new`, { ...SAID, edition, ...fields }, by)
  if (saved.status !== 303) throw new Error(`${saved.status} ${summaryOf(saved.body).join('; ')}`)
  return (await sayingsOf(id)).at(-1)?.entry_id ?? ''
}
const stampIn = (body: string) => /name="stamp" value="([^"]*)"/.exec(body)?.[1] ?? ''
const named = async (action: string, target: string) =>
  (await eventsOf(test, { target })).filter(one => one.action === action)

/** Imran sees youth justice by name. */
async function nameForOffending(id: PersonId): Promise<void> {
  await house.command(partnership.id, tx =>
    openGrant(tx, {
      ...({ scope: { kind: 'person', personId: id }, holderId: imran.accountId, classes: ['offending'] } as const),
      ...({ basis: 'public-task', source: 'named-class', reason: 'Made up for this test' } as const),
      until: addMs(house.clock.now(), 90 * 24 * 3600_000),
    }),
  )
  house.clock.advance(1000)
}

async function groupPage(id: PersonId, group = 'home', by = dana): Promise<string> {
  const begun = await post(`/people/${id}/assessment/begin`, { depth: 'initial' }, by)
  return (begun.to ?? '').replace('education', group)
}

describe('A tool', () => {
  it('is described by a data officer, read by all staff, and nobody else describes one', async () => {
    const one = await tool()
    expect((await dana.get(one.at)).body).toContain('Very stuck')
    expect((await dana.get(one.at)).body).toContain('this partnership’s own reading')
    expect((await dana.get('/other-tools')).body).toContain(one.name)
    expect((await dana.get('/other-tools/new')).status).toBe(404)
    for (const path of ['/other-tools/new', `${one.at}/change`, `${one.at}/end`])
      expect((await post(path, { ...WHEEL, name: 'Mine', version: '1' })).status).toBe(404)
    const partner = await partnership.colleague('partner-practitioner', 'Hana Testcase')
    for (const path of ['/other-tools', one.at]) expect((await partner.get(path)).status).toBe(404)
    expect(await named('other-tool.added', one.id)).toHaveLength(1)
  })

  it('pressed twice is one, and two of one name are refused', async () => {
    const { name, at } = await tool()
    expect((await post('/other-tools/new', { ...WHEEL, name }, owen)).to).toBe(at)
    const same = await post('/other-tools/new', { ...WHEEL, name: name.toUpperCase(), steps: 'A\nB' }, owen)
    expect(same.status).toBe(422)
    expect(summaryOf(same.body)[0]).toContain('#name')
  })

  it('keeps what was typed where it is refused: nothing, too much, a part its agency tells of already', async () => {
    const empty = await post('/other-tools/new', {}, owen)
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(['#name', '#kind', '#part', '#scale'])
    const wrong = await post('/other-tools/new', { ...WHEEL, name: 'Made-up Order', kind: 'youth-justice' }, owen)
    expect(summaryOf(wrong.body)[0]).toContain('Youth justice')
    expect(wrong.body).toContain('Made-up Order')
    const long = await post('/other-tools/new', { ...WHEEL, name: 'word '.repeat(10_000) }, owen)
    expect(long.status).toBe(422)
  })

  it('described anew keeps what was said under the one before, and a save over another’s is shown both', async () => {
    const one = await tool()
    const id = await young()
    await said(id, await editionOf(one.id))
    const anew = { ...WHEEL, name: one.name, steps: 'Good\nBad', version: '1' }
    expect((await post(`${one.at}/change`, anew, owen)).status).toBe(303)
    // Sent twice it is one.
    expect((await post(`${one.at}/change`, anew, owen)).status).toBe(303)
    expect((await editionsOf(one.id)).map(row => row.steps)).toEqual([
      ['Fine', 'A little', 'Very stuck'],
      ['Good', 'Bad'],
    ])
    const page = (await dana.get(one.at)).body
    expect(page).toContain('As it was described before')
    expect((await dana.get(listOf(id))).body).toContain('Very stuck')
    const late = await post(`${one.at}/change`, { ...anew, steps: 'Mine\nOnly' }, owen)
    expect(late.status).toBe(409)
    expect(late.body).toContain('Mine\nOnly')
    expect(late.body).toContain('Somebody else described it anew meanwhile')
    expect((await post(`${one.at}/end`, { version: '1' }, owen)).status).toBe(409)
  })

  it('is ended once, offered no more, and what it said stays', async () => {
    const one = await tool()
    const id = await young()
    await said(id, await editionOf(one.id))
    for (const _ of [1, 2]) expect((await post(`${one.at}/end`, { version: '1' }, owen)).status).toBe(303)
    expect(await named('other-tool.ended', one.id)).toHaveLength(1)
    expect((await dana.get(`${listOf(id)}/new`)).body).not.toContain(one.name)
    expect((await dana.get(listOf(id))).body).toContain(one.name)
    expect((await dana.get(one.at)).body).toContain('Ended on 23 November 2026')
    // Its name is free again.
    expect((await post('/other-tools/new', { ...WHEEL, name: one.name }, owen)).status).toBe(303)
  })
})

describe('What one said', () => {
  it('is written down with its heading, step and words, and stands on the list and beside the factor, marked as not ours', async () => {
    const one = await tool()
    const id = await young()
    const record = (await dana.get(`/people/${id}/assessment`)).body
    expect(record).toContain(`href="${listOf(id)}"`)
    const entry = await said(id, await editionOf(one.id), { ...UNDER, 'words-3': 'Far away' })
    expect(await sayingsOf(id)).toMatchObject([
      { class: 32, said_on: '2026-05-04', entry_id: entry, replaced_at: null },
    ])
    expect(await findingsOf(id)).toMatchObject([
      { class: 32, code: 1, step: 3, words: 'Sleeps at a friend’s 🏠 مرحبا' },
      { class: 32, code: 3, step: null, words: 'Far away' },
    ])
    const list = (await dana.get(listOf(id))).body
    for (const part of ['Very stuck', 'Step 3 of 3, where 3 is the hardest', 'Far away', 'not our rating'])
      expect(list).toContain(part)
    const at = await groupPage(id)
    const group = (await dana.get(at)).body
    expect(group).toContain(`${one.name}, 4 May 2026: <strong>Very stuck</strong> – Sleeps at a friend’s`)
    expect(group).not.toContain('Far away')
    expect(group).not.toContain('More than a year old')
    // It is no rating: nothing of it is on the wheel, and nothing can be agreed by it.
    expect(await test.owner.selectFrom('assessment_rating').select('id').where('person_id', '=', id).execute()).toEqual(
      [],
    )
    expect((await dana.get(`/people/${id}/assessment`)).body).not.toContain('Very stuck')
    expect(await named('tool-said.added', entry)).toHaveLength(1)
  })

  it('stands newest first, and what is older than a year says so', async () => {
    const one = await tool()
    const id = await young()
    const edition = await editionOf(one.id)
    await said(id, edition, { ...dayFields('said-on', [2025, 11, 22]), 'step-1': '1' })
    await said(id, edition, { ...dayFields('said-on', [2026, 11, 23]), 'step-1': '2' })
    await said(id, edition, { ...dayFields('said-on', [2026, 1, 5]), 'step-1': '3' })
    const body = (await dana.get(await groupPage(id))).body
    const order = [...body.matchAll(/<strong>(Fine|A little|Very stuck)<\/strong>/g)].map(found => found[1])
    expect(order).toEqual(['A little', 'Very stuck', 'Fine'])
    expect(body.match(/More than a year old/g)).toHaveLength(1)
    expect(body).toContain('One more that is older')
  })

  it('is refused ahead, before they were born, with nothing in it, and too long; what was typed stays', async () => {
    const one = await tool()
    const id = await young()
    const edition = await editionOf(one.id)
    const send = async (fields: Fields) => {
      const answer = await post(`${listOf(id)}/new`, { ...SAID, edition, ...UNDER, ...fields })
      return { status: answer.status, first: summaryOf(answer.body)[0]?.split(' ')[0], body: answer.body }
    }
    const cases: readonly (readonly [Fields, string])[] = [
      [dayFields('said-on', [2026, 11, 24]), '#said-on-day'],
      [dayFields('said-on', [2009, 3, 2]), '#said-on-day'],
      [{ 'step-1': '', 'words-1': '' }, '#words'],
      [{ 'said-by': '' }, '#said-by'],
      [{ 'step-1': '9' }, '#step-1'],
      [{ 'words-1': 'word '.repeat(10_000) }, '#words-1'],
    ]
    for (const [fields, first] of cases) {
      const answer = await send(fields)
      expect(answer).toMatchObject({ status: 422, first })
    }
    expect((await send(dayFields('said-on', [2026, 11, 24]))).body).toContain('Sleeps at a friend’s 🏠 مرحبا')
    expect(await sayingsOf(id)).toEqual([])
    expect((await post(`${listOf(id)}/new`, { ...SAID, ...UNDER, edition: 'moon' })).status).toBe(404)
  })

  it('pressed twice is one', async () => {
    const one = await tool()
    const id = await young()
    for (const _ of [1, 2]) await said(id, await editionOf(one.id))
    expect(await sayingsOf(id)).toHaveLength(1)
    expect(await findingsOf(id)).toHaveLength(1)
  })

  it('of a tool that was ended or described anew meanwhile is not saved, and what was typed stays', async () => {
    const one = await tool()
    const id = await young()
    const edition = await editionOf(one.id)
    const anew = { ...WHEEL, name: one.name, 'heading-3': 'The sun', version: '1' }
    expect((await post(`${one.at}/change`, anew, owen)).status).toBe(303)
    const typed = { ...SAID, edition, ...UNDER, 'words-3': 'Far away' }
    const late = await post(`${listOf(id)}/new`, typed)
    expect(late.status).toBe(409)
    for (const part of ['Sleeps at a friend’s', 'no longer in it', 'Far away', 'The sun', 'Jo, early help'])
      expect(late.body).toContain(part)
    const now = /name="edition" value="([^"]*)"/.exec(late.body)?.[1] ?? ''
    expect(now).toBe(await editionOf(one.id))
    expect((await post(`${one.at}/end`, { version: '2' }, owen)).status).toBe(303)
    const ended = await post(`${listOf(id)}/new`, { ...typed, edition: now })
    expect(ended.status).toBe(409)
    expect(ended.body).toContain('This tool was ended meanwhile')
    expect(ended.body).toContain('Sleeps at a friend’s')
    expect(await sayingsOf(id)).toEqual([])
  })

  it('is put right: old and new are kept, a save over another’s is shown both, and one sent twice is one', async () => {
    const one = await tool()
    const id = await young()
    const entry = await said(id, await editionOf(one.id))
    const at = `/tools-said/${entry}`
    const stamp = stampIn((await dana.get(at)).body)
    const right = { ...SAID, stamp, 'step-1': '2', 'words-1': 'With an aunt' }
    for (const _ of [1, 2]) expect((await post(at, right)).status).toBe(303)
    expect((await findingsOf(id)).map(row => [row.step, row.replaced_at === null])).toEqual([
      [3, false],
      [2, true],
    ])
    expect(await sayingsOf(id)).toHaveLength(1)
    const list = (await dana.get(listOf(id))).body
    expect(list).toContain('What stood here before it was put right')
    expect(list).toContain('With an aunt')
    const late = await post(at, { ...right, 'words-1': 'In a tent' })
    expect(late.status).toBe(409)
    for (const part of ['In a tent', 'With an aunt', 'Somebody else put this right']) expect(late.body).toContain(part)
    const again = await post(at, { ...SAID, stamp: stampIn(late.body), 'said-by': 'Sam', 'words-1': 'In a tent' })
    expect(again.status).toBe(303)
    expect((await sayingsOf(id)).map(row => [row.said_by, row.replaced_at === null])).toEqual([
      ['Jo, early help', false],
      ['Sam', true],
    ])
    expect(await named('tool-said.corrected', entry)).toHaveLength(2)
  })

  it('stops with a death', async () => {
    const one = await tool()
    const id = await young()
    const entry = await said(id, await editionOf(one.id))
    await letSee(house, partnership, { id, by: owen, classes: ['identity'] })
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await dana.get(`${listOf(id)}/new`)).status).toBe(404)
    expect((await post(`${listOf(id)}/new`, { ...SAID, ...UNDER, edition: await editionOf(one.id) })).status).toBe(404)
    expect((await dana.get(`/tools-said/${entry}`)).to).toBe(listOf(id))
    expect((await dana.get(listOf(id))).body).toContain('Very stuck')
  })
})

describe('K6 and K8: whoever may not see a part of the record', () => {
  it('reads every page as if a tool of that part had said nothing', async () => {
    const order = await tool({ kind: 'youth-justice', part: 'offending', 'factor-2': '', 'heading-2': 'What I did' })
    const [told, plain] = [await young('Bea'), await young('Bea')]
    for (const id of [told, plain]) {
      await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
      await nameForOffending(id)
    }
    const entry = await said(told, await editionOf(order.id), UNDER, imran)
    expect(await findingsOf(told)).toMatchObject([{ class: 512 }])
    expect((await imran.get(listOf(told))).body).toContain('Very stuck')
    const alike = async (path: (id: PersonId) => string) => {
      const [a, b] = [await dana.get(path(told)), await dana.get(path(plain))]
      const clean = (answer: typeof a, id: PersonId) =>
        withoutTokens(answer)
          .replaceAll(id, 'ID')
          .replaceAll(/Toolsample\d+/g, 'NAME')
          .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ROW')
      expect(clean(a, told)).toBe(clean(b, plain))
    }
    await alike(listOf)
    await alike(id => `${listOf(id)}/new`)
    await alike(id => `/people/${id}/assessment`)
    const groups = new Map([
      [told, await groupPage(told)],
      [plain, await groupPage(plain)],
    ])
    await alike(id => groups.get(id) ?? '')
    expect((await dana.get(`${listOf(told)}/new`)).body).not.toContain(order.name)
    for (const path of [`/tools-said/${entry}`, `/people/${told}/misfiled/tool-said/${entry}`])
      expect((await dana.get(path)).status).toBe(404)
    const sent = await post(`${listOf(told)}/new`, { ...SAID, ...UNDER, edition: await editionOf(order.id) })
    expect(sent.status).toBe(404)
  })

  it('sees of a tool that others may read only what they may, and nothing at all where that is nothing; what they put right leaves the rest', async () => {
    const one = await tool()
    const id = await young()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    const edition = await editionOf(one.id)
    const hidden = await said(id, edition, { 'step-2': '3', 'words-2': 'Drinks alone' }, imran)
    expect(await findingsOf(id)).toMatchObject([{ class: 256 }])
    expect((await dana.get(listOf(id))).body).toContain('Nothing is written down yet')
    expect((await dana.get(`/tools-said/${hidden}`)).status).toBe(404)
    const both = { ...dayFields('said-on', [2026, 6, 1]), ...UNDER, 'step-2': '2', 'words-2': 'On Fridays' }
    const entry = await said(id, edition, both, imran)
    const form = (await dana.get(`/tools-said/${entry}`)).body
    expect(form).not.toContain('What I take')
    expect((await dana.get(listOf(id))).body).not.toContain('On Fridays')
    // What somebody else writes where they do not see it is no change to them.
    const at = `/tools-said/${entry}`
    const imrans = { ...SAID, ...both, 'words-2': 'At weekends', stamp: stampIn((await imran.get(at)).body) }
    expect((await post(at, imrans, imran)).status).toBe(303)
    expect(stampIn((await dana.get(at)).body)).toBe(stampIn(form))
    expect((await dana.get(listOf(id))).body).not.toContain('before it was put right')
    const danas = { ...SAID, ...both, 'step-2': '', 'words-2': '', 'words-1': 'A room now', stamp: stampIn(form) }
    expect((await post(at, danas)).status).toBe(303)
    const list = (await imran.get(listOf(id))).body
    for (const part of ['A room now', 'At weekends']) expect(list).toContain(part)
    // Nor is a heading written under by whoever would not read it again.
    expect((await post(at, { ...danas, 'step-2': '1', stamp: 'x', 'words-1': 'A room now' })).status).toBe(303)
    expect(
      (await findingsOf(id)).filter(row => row.code === 2 && row.replaced_at === null && row.entry_id === entry),
    ).toMatchObject([{ words: 'At weekends' }])
    expect((await dana.get(await groupPage(id, 'health'))).body).not.toContain('At weekends')
    expect((await imran.get(await groupPage(id, 'health'))).body).toContain('At weekends')
  })

  it('has no such page without the assessment; a colleague without a right none at all', async () => {
    const one = await tool()
    const id = await young()
    const entry = await said(id, await editionOf(one.id))
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'plan'] })
    for (const path of [listOf(id), `${listOf(id)}/new`, `/tools-said/${entry}`])
      for (const by of [mair, owen]) expect((await by.get(path)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(listOf(id))).status).toBe(200)
  })
})

describe('K9: on the wrong young person', () => {
  it('it is gone with all that was said in it, also what whoever takes it off does not see', async () => {
    const one = await tool()
    const id = await young()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    const entry = await said(id, await editionOf(one.id), { ...UNDER, 'step-2': '2' }, imran)
    const at = `/people/${id}/misfiled/tool-said/${entry}`
    expect((await dana.get(at)).body).toContain(one.name)
    expect((await post(at, { why: 'A twin' })).status).toBe(303)
    for (const by of [dana, imran]) {
      expect((await by.get(listOf(id))).body).toContain('Nothing is written down yet')
      expect((await by.get(`/tools-said/${entry}`)).status).toBe(404)
    }
    expect((await findingsOf(id)).every(row => row.sealed_at !== null)).toBe(true)
    expect((await dana.get(await groupPage(id))).body).not.toContain('Very stuck')
  })
})

describe('Records joined and taken apart', () => {
  it('an entry goes along with all of it, and back with what was put right while they were one', async () => {
    const one = await tool()
    const [stays, goes] = [await young('Kit'), await young('Lou')]
    const entry = await said(goes, await editionOf(one.id))
    const officer = <T>(work: (tx: Tx) => Promise<T>) => test.database.transaction(owen.acting(), work)
    const joined = await officer(async tx => {
      const pair = { keep: stays, join: goes }
      const seen = await compare(tx, pair, undefined)
      const wanted = { ...pair, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!joined.ok) throw new Error(joined.why)
    house.clock.advance(1000)
    expect((await dana.get(listOf(stays))).body).toContain('Very stuck')
    const at = `/tools-said/${entry}`
    const right = { ...SAID, 'said-by': 'Sam', 'step-1': '2', stamp: stampIn((await dana.get(at)).body) }
    expect((await post(at, right)).status).toBe(303)
    const parted = await officer(tx => unmergePeople(tx, joined.value, { reason: 'A test', choices: {} }))
    expect(parted.ok).toBe(true)
    house.clock.advance(1000)
    expect([(await sayingsOf(stays)).length, (await findingsOf(stays)).length]).toEqual([0, 0])
    expect([(await sayingsOf(goes)).length, (await findingsOf(goes)).length]).toEqual([2, 2])
    expect((await dana.get(listOf(stays))).body).not.toContain(one.name)
  })
})
