/** The timeline as one story: chosen from, and printed exactly as whoever prints it sees it. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { addDays, toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, CLASS_BITS, setBarrier } from '#rooms/access/index.ts'
import { setGoal } from '#rooms/plans/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { readPdf } from '#test/read-pdf.ts'
import { staffOf } from '#test/staff.ts'
import type { TimelineItem } from '../src/rooms/desk/record.ts'
import { storyDocument } from '../src/rooms/desk/story/document.ts'
import { chosen, MOST_PRINTED } from '../src/rooms/desk/story/story.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
})

const CONTACT = { kind: 'meeting', purpose: 'support', outcome: 'done' }
let made = 0
/** Somebody with two contacts, of now and of the spring, and a plan that was talked through. */
async function storied(): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Tova', family: `Storysample${(made += 1)}`, lead: dana })
  const contact = async (day: [number, number, number], notes: string, own = '') => {
    house.clock.advance(1000)
    const fields = { ...CONTACT, ...dayFields('on', day), notes, 'own-words': own }
    expect(await dana.post(`/people/${id}/contacts/new`, fields)).toMatchObject({ status: 303 })
  }
  await contact([2026, 4, 14], 'Talked of *bricklaying* #panic()')
  await contact([2026, 11, 20], 'Rang the college', 'I want to go ÷ 5 🎓')
  house.clock.advance(1000)
  await dana.post(`/people/${id}/plan/goals/new`, { words: 'A trade' })
  house.clock.advance(1000)
  const agree = `/people/${id}/plan/agree`
  const stamp = /name="stamp" value="([^"]*)"/.exec((await dana.get(agree)).body)?.[1] ?? ''
  const said = { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]), stamp }
  expect(await dana.post(agree, said)).toMatchObject({ status: 303 })
  house.clock.advance(1000)
  return id
}

/** Titles of the entries on a page. */
function titlesOn(body: string): string[] {
  return [...body.matchAll(/<h4 class="cx-timeline__title">([\s\S]*?)<\/h4>/g)].map(([, title = '']) =>
    title.replaceAll(/<[^>]*>/g, '').trim(),
  )
}

/** What the timeline of a page says. */
function entriesOn(body: string): string {
  return /<div class="cx-timeline">[\s\S]*?<div class="cx-columns__side">/.exec(body)?.[0] ?? ''
}

describe('A printed story', () => {
  it('holds what stands on the page, entry for entry, and says whose name is on it', async () => {
    const id = await storied()
    const page = await dana.get(`/people/${id}`)
    const print = await dana.get(`/people/${id}/story.pdf`)
    expect(print.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="story.pdf"',
    })
    const titles = titlesOn(page.body)
    expect(titles.length).toBeGreaterThanOrEqual(3)
    for (const title of titles) expect(print.body).toContain(title)
    for (const words of ['Talked of *bricklaying* #panic()', '“I want to go ÷ 5 🎓”', 'Everything, from the beginning'])
      expect(print.body).toContain(words)
    const read = await readPdf(print.file ?? Buffer.of())
    expect(read).toMatchObject({ isTagged: true, isUa: true, language: 'en-GB' })
    expect(read.tags.filter(tag => tag.endsWith('TH')).length).toBeGreaterThanOrEqual(2)
    expect(read.outline).toEqual(expect.arrayContaining(['April 2026', 'November 2026']))
    expect(print.body.match(/Printed by Dana Testcase, [^.]*\. It holds a young person’s data\./g)).toHaveLength(
      read.pages,
    )
    const [event] = await eventsOf(test, { requestId: print.requestId })
    expect(event).toMatchObject({ action: 'record.printed', actor_id: dana.accountId, person_ids: [id] })
  })

  it('is chosen from as the page is: by what, and by how far back', async () => {
    const id = await storied()
    for (const [query, inIt, notInIt] of [
      ['show=contacts', 'Rang the college', 'Plan agreed'],
      ['show=plans', 'Plan agreed', 'Rang the college'],
      ['months=3', 'Rang the college', 'bricklaying'],
      ['show=contacts&months=12', 'bricklaying', 'Plan agreed'],
    ] as const) {
      const page = (await dana.get(`/people/${id}?${query}`)).body
      const print = (await dana.get(`/people/${id}/story.pdf?${query}`)).body
      for (const body of [page, print]) expect(body, query).toContain(inIt)
      expect(print, query).not.toContain(notInIt)
      expect(entriesOn(page), query).not.toContain(notInIt)
      expect(page).toContain(`story.pdf?${query.replace('&', '&amp;')}`)
    }
    const none = await dana.get(`/people/${id}?show=agencies`)
    expect(none.body).toContain('Nothing of that kind')
    expect(none.body).toContain('Show everything')
    expect((await dana.get(`/people/${id}/story.pdf?show=agencies`)).to).toBe(`/people/${id}`)
    // What is no choice of ours is none.
    expect((await dana.get(`/people/${id}/story.pdf?show=1&months=x`)).body).toContain('Rang the college')
  })

  it('holds nothing its reader may not see: what is kept close, and of whom they may not know there is none (K4, K8)', async () => {
    const id = await storied()
    await test.owner
      .updateTable('contact')
      .set({ class: CLASS_BITS.restricted, notes: 'Quillworta told in confidence' })
      .where('person_id', '=', id)
      .where('notes', '=', 'Rang the college')
      .execute()
    const without = await dana.get(`/people/${id}/story.pdf`)
    expect(without.body).toContain('bricklaying')
    expect(without.body).not.toContain('Quillworta')
    await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    expect((await dana.get(`/people/${id}/story.pdf`)).body).toContain('Quillworta')
    const nothing = withoutTokens(await mair.get('/nowhere'))
    const answer = await mair.get(`/people/${id}/story.pdf`)
    expect([answer.status, withoutTokens(answer)]).toEqual([404, nothing])
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: dana.accountId, reason: 'a test' }))
    expect((await dana.get(`/people/${id}/story.pdf`)).status).toBe(404)
  })

  it('says that there are older contacts than those in it, as the page does', async () => {
    const id = await storied()
    await sql`
      insert into contact select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'happened_on', date '2020-01-01' + n))).*
      from contact c, generate_series(1, 199) n where c.person_id = ${id} and c.notes = 'Rang the college'`.execute(
      test.owner,
    )
    for (const path of [`/people/${id}`, `/people/${id}/story.pdf`])
      expect((await dana.get(path)).body).toContain('The newest 200 contacts are here. Older ones are not.')
  })

  it('stops at as many entries as the rule says, and says how many there are', async () => {
    const item = (n: number): TimelineItem => ({
      ...{ key: `${n}`, on: addDays(toDay('2026-11-01'), -n), shape: 'dot', tone: 'brand', title: `Entry ${n}` },
      ...{ text: [], ownWords: '', by: null, href: null, part: 'contacts' },
    })
    const all = Array.from({ length: MOST_PRINTED + 12 }, (_, n) => item(n))
    const kept = chosen(all, { show: '', months: '' }, toDay('2026-11-23'))
    const document = storyDocument({
      ...{ name: 'Tova Storysample', items: kept.slice(0, MOST_PRINTED), all: kept.length, names: new Map() },
      ...{
        filter: { show: '', months: '' },
        hasOlder: false,
        printedBy: 'Dana',
        at: toInstant('2026-11-23T09:00:00Z'),
      },
    })
    expect(JSON.stringify(document)).toContain('The newest 500 of 512')
  })
})

it('a goal that is set is in nobody’s story until it was agreed', async () => {
  const id = await addPerson(house, partnership, { given: 'Tova', family: `Storysample${(made += 1)}`, lead: dana })
  await test.database.transaction(dana.acting(), tx => setGoal(tx, id, dana.accountId, 'Wexelbrook words'))
  expect((await dana.get(`/people/${id}/story.pdf`)).body).not.toContain('Wexelbrook')
})
