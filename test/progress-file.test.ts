/** The Progress File over HTTP and down to the row: theirs alone under a word of theirs, shared, taken back, evidence of a target. */
import { beforeAll, describe, expect, it } from 'vitest'
import { query, type Tx } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { ROLES } from '#rooms/identity/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  type TestVisitor,
} from '#test/house.ts'
import { enterLink, type MadeTestLink, madeIn } from '#test/linking.ts'
import { addPerson, letSee } from '#test/people.ts'
import { readPdf } from '#test/read-pdf.ts'
import { registerLines } from '#test/register.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
})

const WORD = 'purple kettle'
const ENTRY = { kind: 'experience', did: 'Ran the stall at the fair 🎪 #panic()', shows: 'I can count money' }
const REVIEWED = { agreement: 'agreed', copy: 'pdf', ...dayFields('review-on', [2027, 2, 1]) }

let made = 0
type Young = { readonly id: PersonId; readonly targetId: RowId }
/** Somebody with a goal and one step. */
async function young(): Promise<Young> {
  const id = await addPerson(house, partnership, { given: 'Pia', family: `Filesample${(made += 1)}`, lead: dana })
  const tick = () => house.clock.advance(1000)
  tick()
  const at = (await dana.post(`/people/${id}/plan/goals/new`, { words: 'A job with people' })).to ?? ''
  tick()
  await dana.post(at, { what: 'Try a stall', owner: 'young-person', ...dayFields('due', [2026, 12, 10]), then: 'plan' })
  tick()
  const { id: targetId } = await test.owner
    .selectFrom('plan_target')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, targetId: targetId as RowId }
}

type Phone = { readonly on: TestVisitor; readonly link: MadeTestLink; readonly file: string }
async function phoneOf(id: PersonId): Promise<Phone> {
  house.clock.advance(1000)
  const link = madeIn(
    (await dana.post(`/people/${id}/plan/link`, { ...dayFields('review-on', [2027, 2, 1]), pages: ['plan', 'file'] }))
      .body,
  )
  house.clock.advance(1000)
  return { on: await enterLink(house, link, 'plan'), link, file: `${link.path}/file` }
}

/** A form sent from the page of the file. */
async function send(phone: Phone, part: string, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await phone.on.post(`${phone.file}${part}`, fields, phone.file)
  house.clock.advance(1000)
  return answer
}

/** A phone on which the word was chosen, and one thing written. */
async function written(id: PersonId, fields: Record<string, string> = {}): Promise<Phone & { entry: RowId }> {
  const phone = await phoneOf(id)
  expect(await send(phone, '/new-word', { 'new-word': WORD })).toMatchObject({ status: 303, to: phone.file })
  expect(await send(phone, '', { ...ENTRY, ...fields })).toMatchObject({ status: 303, to: phone.file })
  const [row] = await rowsOf(id)
  return { ...phone, entry: row?.id as RowId }
}

const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('progress_entry').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const evidenceOf = (id: PersonId) =>
  test.owner.selectFrom('progress_evidence').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const actionsOf = async (target: RowId) => (await eventsOf(test, { target })).map(one => one.action)

describe('What they write', () => {
  it('is theirs alone: on no page of any colleague, and to no account in the database', async () => {
    const { id } = await young()
    const phone = await written(id)
    expect((await phone.on.get(phone.file)).body).toContain('Ran the stall')
    expect((await phone.on.get(phone.file)).body).toContain('Only you can read this')
    for (const path of ['', '/plan', '/plan/file', '/plan/review', '/story.pdf'])
      expect((await dana.get(`/people/${id}${path}`)).body, path).not.toContain('Ran the stall')
    expect((await dana.get(`/people/${id}/plan/file`)).body).toContain('Nothing is shared')
    // Wall two: with every class there is, and the link's own right besides the word.
    const holders = [dana.accountId, partnership.organisationId]
    await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'restricted', 'health', 'care'] })
    const seen = () =>
      test.database.transaction(acting({ ...dana.acting(), holders, at: house.clock.now() }), tx =>
        query(tx, `select id from progress_entry where person_id = $1`, [id]),
      )
    expect(await seen()).toEqual([])
    expect(await actionsOf(phone.entry)).toEqual(['progress.written-by-link'])
    const [event] = await eventsOf(test, { target: phone.entry })
    expect(JSON.stringify(event)).not.toContain('stall')
    await send(phone, `/${phone.entry}/share`)
    expect(await seen()).toHaveLength(1)
  })

  it('opens by their word alone: whoever made the link and gives its code reads none of it', async () => {
    const { id } = await young()
    await written(id)
    const other = await phoneOf(id)
    const shut = (await other.on.get(other.file)).body
    expect(shut).toContain('Give your word')
    expect(shut).not.toContain('Ran the stall')
    expect((await other.on.get(`${other.file}.pdf`)).to).toBe(other.file)
    const wrong = await send(other, '/word', { word: 'green kettle' })
    expect([wrong.status, summaryOf(wrong.body)]).toEqual([422, ['#word That is not the word']])
    expect(wrong.body).not.toContain('green kettle')
    for (let i = 0; i < 4; i += 1) await send(other, '/word', { word: `green kettle ${i}` })
    // By another link too, and though it is right.
    const third = await phoneOf(id)
    expect(summaryOf((await send(third, '/word', { word: WORD })).body)).toEqual([
      '#word Too many wrong words were given today. Try again tomorrow',
    ])
    // The next day.
    await test.owner
      .updateTable('progress_lock')
      .set({ tried_on: toDay('2026-11-01') })
      .where('person_id', '=', id)
      .execute()
    const next = await phoneOf(id)
    expect((await send(next, '/word', { word: WORD })).status).toBe(303)
    expect((await next.on.get(next.file)).body).toContain('Ran the stall')
    const { word_hash } = await test.owner
      .selectFrom('progress_lock')
      .select('word_hash')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(word_hash).not.toContain(WORD)
    const reading = test.database.transaction(dana.acting(), tx => query(tx, 'select word_hash from progress_lock'))
    await expect(reading).rejects.toThrow(/permission denied/)
  })

  it('under a word that was forgotten stays shut, and opens again when they remember it', async () => {
    const { id } = await young()
    await written(id)
    const anew = await phoneOf(id)
    const short = await send(anew, '/new-word', { 'new-word': 'abc' })
    expect(summaryOf(short.body)).toEqual(['#new-word Use at least 6 characters'])
    await send(anew, '/new-word', { 'new-word': 'another word' })
    expect((await anew.on.get(anew.file)).body).not.toContain('Ran the stall')
    await send(anew, '', { ...ENTRY, did: 'Swam a mile' })
    const later = await phoneOf(id)
    await send(later, '/word', { word: WORD })
    const body = (await later.on.get(later.file)).body
    expect([body.includes('Ran the stall'), body.includes('Swam a mile')]).toEqual([true, false])
  })

  it('under the first word is never left out: of twenty words there is no other, and the first still opens', async () => {
    const { id } = await young()
    await written(id)
    for (let i = 1; i < 20; i++)
      expect((await send(await phoneOf(id), '/new-word', { 'new-word': `other word ${i}` })).status).toBe(303)
    const last = await phoneOf(id)
    const more = await send(last, '/new-word', { 'new-word': 'one too many' })
    expect(summaryOf(more.body)[0]).toContain('as many words as there can be')
    expect((await send(last, '/word', { word: WORD })).status).toBe(303)
    expect((await last.on.get(last.file)).body).toContain('Ran the stall')
  })

  it('is told at the field when something is missing, nothing is lost, and twice is once', async () => {
    const { id } = await young()
    const phone = await written(id)
    const none = await send(phone, '', { shows: 'Kept words', did: '' })
    expect(none.status).toBe(422)
    expect(summaryOf(none.body)).toEqual(['#kind Select what it is', '#did Write what you did'])
    expect(none.body).toContain('Kept words')
    const ahead = await send(phone, '', { ...ENTRY, did: 'Ahead', ...dayFields('on', [2027, 3, 3]) })
    expect(summaryOf(ahead.body)[0]).toContain('The day must be today or earlier')
    await send(phone, '', ENTRY)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('is kept whole: ten thousand signs are refused at the field, any writing is taken, and read back in Welsh', async () => {
    const { id } = await young()
    const phone = await written(id, { did: 'כתבתי שיר 诗 <b>x</b>' })
    expect(summaryOf((await send(phone, '', { ...ENTRY, did: 'x'.repeat(10_000) })).body)[0]).toContain('2,000')
    phone.on.cookies.set('connexions-language', 'cy')
    const body = (await phone.on.get(phone.file)).body
    for (const words of ['Fy Ffeil Gynnydd', 'כתבתי שיר 诗 &lt;b>x', 'A Welsh speaker has not checked this page yet'])
      expect(body).toContain(words)
  })
})

describe('A word that is private', () => {
  it('stands in no output of any role, whatever of the record it may see (K4)', async () => {
    const { id } = await young()
    const phone = await written(id, { did: 'Quillworta Umberlochner', shows: 'Brackenthor' })
    const lines = registerLines().filter(line => line.method === 'GET' && line.path.includes(':personId'))
    for (const role of ROLES) {
      const colleague = await partnership.colleague(role)
      await letSee(house, partnership, { id, by: colleague, classes: [...ADVISER_CLASSES, 'restricted', 'health'] })
      for (const line of lines) {
        const path = line.path.replace(':personId', id).replaceAll(/:\w+/g, phone.entry)
        const { body } = await colleague.get(path)
        for (const word of ['Quillworta', 'Brackenthor']) expect(body, `${role} ${path}`).not.toContain(word)
      }
    }
    expect((await phone.on.get(phone.file)).body).toContain('Quillworta')
  })
})

describe('Records that are joined', () => {
  it('carry a file under its word, with what is evidence, and back', async () => {
    const [keep, join] = [await young(), await young()]
    const phone = await written(join.id)
    await send(phone, '', { ...ENTRY, did: 'Swam a mile' })
    const [, second] = await rowsOf(join.id)
    await send(phone, `/${second?.id}/share`)
    await send(phone, `/${second?.id}/evidence`, { [`target-${second?.id}`]: join.targetId })
    const officer = <T>(work: (tx: Tx) => Promise<T>) => test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const pair = { keep: keep.id, join: join.id }
      const seen = await compare(tx, pair, undefined)
      const wanted = { ...pair, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    const opens = async (id: PersonId) => {
      const one = await phoneOf(id)
      const before = (await one.on.get(one.file)).body
      await send(one, '/word', { word: WORD })
      const { body } = await one.on.get(one.file)
      return [before, body].map(page => [page.includes('Ran the stall'), page.includes('Swam a mile')])
    }
    expect(await opens(keep.id)).toEqual([
      [false, true],
      [true, true],
    ])
    expect((await dana.get(`/people/${keep.id}/plan`)).body).toContain('Swam a mile')
    expect(await officer(tx => unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }))).toMatchObject({
      ok: true,
    })
    house.clock.advance(1000)
    expect([(await rowsOf(keep.id)).length, (await rowsOf(join.id)).length]).toEqual([0, 2])
    expect((await evidenceOf(join.id)).length).toBe(1)
    expect((await opens(join.id))[1]).toEqual([true, true])
  })
})

describe('What they share', () => {
  it('their adviser reads until they take it back, and twice is once', async () => {
    const { id } = await young()
    const phone = await written(id)
    await send(phone, `/${phone.entry}/share`)
    await send(phone, `/${phone.entry}/share`)
    expect((await dana.get('/')).body).toContain('A young person shared something of their Progress File')
    const page = (await dana.get(`/people/${id}/plan/file`)).body
    for (const words of ['Ran the stall', 'I can count money', 'Written and shared by them'])
      expect(page).toContain(words)
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('1 entry is shared')
    // Taken back by another link, though the word is forgotten.
    const other = await phoneOf(id)
    expect((await other.on.get(other.file)).body).toContain('Shared with your adviser')
    await send(other, `/${phone.entry}/take-back`)
    expect((await dana.get(`/people/${id}/plan/file`)).body).not.toContain('Ran the stall')
    expect((await other.on.get(other.file)).body).not.toContain('Ran the stall')
    expect(await rowsOf(id)).toMatchObject([{ state: 'private', shared_on: null }])
    expect(await actionsOf(phone.entry)).toEqual(['progress.written-by-link', 'progress.shared', 'progress.taken-back'])
  })

  it('is for those who see the plan: no school, nobody shut out (K3, K4, K8)', async () => {
    const { id } = await young()
    const phone = await written(id)
    await send(phone, `/${phone.entry}/share`)
    expect((await mair.get(`/people/${id}/plan/file`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/people/${id}/plan/file`)).body).toContain('Ran the stall')
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(`/people/${id}/plan/file`)).status).toBe(404)
  })

  it('taken out it is on no page any more', async () => {
    const { id } = await young()
    const phone = await written(id)
    await send(phone, `/${phone.entry}/take-out`)
    expect((await phone.on.get(phone.file)).body).not.toContain('Ran the stall')
    expect(await rowsOf(id)).toMatchObject([{ state: 'out' }])
    await send(phone, `/${phone.entry}/share`)
    expect(await rowsOf(id)).toMatchObject([{ state: 'out' }])
  })

  it('nobody moves what is another’s, or under a word that was not given', async () => {
    const [a, b] = [await young(), await young()]
    const [own, other] = [await written(a.id), await written(b.id)]
    await send(other, `/${own.entry}/share`)
    const shut = await phoneOf(a.id)
    await send(shut, `/${own.entry}/share`)
    expect(await rowsOf(a.id)).toMatchObject([{ state: 'private' }])
    const stranger = house.visitor()
    for (const path of [own.file, `${own.file}.pdf`]) expect((await stranger.get(path)).to).toBe(own.link.path)
  })

  it('is a file of their own, tagged, with what is open on the page and nothing else', async () => {
    const { id } = await young()
    const phone = await written(id)
    const print = await phone.on.get(`${phone.file}.pdf`)
    expect(print.headers['content-disposition']).toBe('attachment; filename="my-progress-file.pdf"')
    for (const words of ['My Progress File', ENTRY.did, 'I can count money']) expect(print.body).toContain(words)
    const read = await readPdf(print.file ?? Buffer.of())
    expect(read).toMatchObject({ isTagged: true, isUa: true, language: 'en-GB' })
    expect(read.outline).toEqual(['My Progress File', ENTRY.did])
  })
})

describe('Evidence of a target', () => {
  it('is chosen by them, stands beside the target, and leaves when they take it back that there was some (K2)', async () => {
    const { id, targetId } = await young()
    const phone = await written(id)
    const choose = () => send(phone, `/${phone.entry}/evidence`, { [`target-${phone.entry}`]: targetId })
    await choose()
    expect(await evidenceOf(id)).toEqual([])
    await send(phone, `/${phone.entry}/share`)
    await choose()
    await choose()
    expect(await evidenceOf(id)).toMatchObject([{ chosen_by: 'young-person', target_id: targetId }])
    expect((await phone.on.get(phone.file)).body).toContain('It shows: Try a stall')
    for (const path of ['/plan', '/plan/review'])
      expect((await dana.get(`/people/${id}${path}`)).body, path).toContain('Ran the stall')
    await send(phone, `/${phone.entry}/take-back`)
    for (const path of ['/plan', '/plan/review', '/plan/file']) {
      const { body } = await dana.get(`/people/${id}${path}`)
      expect(body, path).not.toContain('Ran the stall')
      if (path !== '/plan/file') expect(body, path).toContain('taken back by them')
    }
    // Shared anew it is evidence only when it is chosen anew.
    await send(phone, `/${phone.entry}/share`)
    expect((await dana.get(`/people/${id}/plan`)).body).not.toContain('Ran the stall')
    await choose()
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Ran the stall')
    expect(await evidenceOf(id)).toHaveLength(2)
  })

  it('is chosen by the adviser at a review, of what is shared alone, and stands with the answer afterwards', async () => {
    const { id, targetId } = await young()
    const phone = await written(id)
    const review = `/people/${id}/plan/review`
    const answers = { [`answer-${targetId}`]: 'met', [`became-${targetId}`]: 'Done' }
    const stamp = async () => /name="stamp" value="([^"]*)"/.exec((await dana.get(review)).body)?.[1] ?? ''
    const close = async (evidence: string) =>
      dana.post(review, { ...REVIEWED, ...answers, [`evidence-${targetId}`]: evidence, stamp: await stamp() })
    const hidden = await close(phone.entry)
    expect(summaryOf(hidden.body)).toEqual([`#evidence-${targetId} That is not shared any more. Choose again`])
    expect(await evidenceOf(id)).toEqual([])
    await send(phone, `/${phone.entry}/share`)
    house.clock.advance(1000)
    expect((await close(phone.entry)).status).toBe(303)
    expect(await evidenceOf(id)).toMatchObject([{ chosen_by: 'adviser', target_id: targetId, class: 64 }])
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Ran the stall')
    // What is over takes no more.
    await send(phone, '', { ...ENTRY, did: 'Another thing' })
    const [, second] = await rowsOf(id)
    await send(phone, `/${second?.id}/share`)
    await send(phone, `/${second?.id}/evidence`, { [`target-${second?.id}`]: targetId })
    expect(await evidenceOf(id)).toHaveLength(1)
    await send(phone, `/${phone.entry}/take-back`)
    const plan = (await dana.get(`/people/${id}/plan`)).body
    expect([plan.includes('Ran the stall'), plan.includes('taken back by them')]).toEqual([false, true])
  })

  it('undoes nothing and chooses nothing where the review is refused', async () => {
    const { id, targetId } = await young()
    const phone = await written(id)
    await send(phone, `/${phone.entry}/share`)
    const answer = await dana.post(`/people/${id}/plan/review`, {
      ...REVIEWED,
      ...{ [`answer-${targetId}`]: 'met', [`evidence-${targetId}`]: phone.entry, stamp: 'of another page' },
    })
    expect(answer.status).toBe(409)
    expect(await evidenceOf(id)).toEqual([])
  })
})

describe('What a colleague writes down with them', () => {
  it('says so, is shared by nature, and is theirs to read and not to take back', async () => {
    const { id } = await young()
    const at = `/people/${id}/plan/file`
    const none = await dana.post(at, { kind: 'strength', did: '' })
    expect([none.status, summaryOf(none.body)]).toEqual([422, ['#did Write what they did']])
    for (let i = 0; i < 2; i += 1)
      expect((await dana.post(at, { ...ENTRY, ...dayFields('on', [2026, 10, 1]) })).status).toBe(303)
    house.clock.advance(1000)
    expect(await rowsOf(id)).toMatchObject([{ state: 'shared', written_by: dana.accountId, link_id: null }])
    expect((await dana.get(at)).body).toContain('Written down for them by Dana')
    const phone = await phoneOf(id)
    const [row] = await rowsOf(id)
    expect((await phone.on.get(phone.file)).body).toContain('wrote this down for you, and reads it too.')
    for (const move of ['take-back', 'take-out']) await send(phone, `/${row?.id}/${move}`)
    expect(await rowsOf(id)).toMatchObject([{ state: 'shared' }])
  })

  it('on the wrong young person is taken off with what it was evidence of; what they wrote themselves never is (K9)', async () => {
    const { id, targetId } = await young()
    await dana.post(`/people/${id}/plan/file`, ENTRY)
    house.clock.advance(1000)
    const [row] = await rowsOf(id)
    const phone = await phoneOf(id)
    await send(phone, `/${row?.id}/evidence`, { [`target-${row?.id}`]: targetId })
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Ran the stall')
    const off = `/people/${id}/misfiled/progress-entry`
    expect((await dana.post(`${off}/${row?.id}`, { why: 'A twin' }, '/')).status).toBe(303)
    house.clock.advance(1000)
    for (const path of ['/plan', '/plan/file'])
      expect((await dana.get(`/people/${id}${path}`)).body, path).not.toContain('Ran the stall')
    expect((await phone.on.get(phone.file)).body).not.toContain('Ran the stall')
    await send(phone, '/new-word', { 'new-word': WORD })
    await send(phone, '', { ...ENTRY, did: 'My own' })
    const own = (await rowsOf(id)).at(-1)
    await send(phone, `/${own?.id}/share`)
    expect((await dana.post(`${off}/${own?.id}`, { why: 'A twin' }, '/')).status).toBe(404)
  })

  it('stops with a death, and so does the file', async () => {
    const { id } = await young()
    const phone = await written(id)
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await dana.post(`/people/${id}/plan/file`, ENTRY)).to).toBe(`/people/${id}/plan`)
    expect((await phone.on.get(phone.file)).body).not.toContain('Ran the stall')
    await send(phone, '', { ...ENTRY, did: 'After' })
    expect(await rowsOf(id)).toHaveLength(1)
  })
})
