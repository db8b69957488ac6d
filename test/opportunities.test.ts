/** Opportunities over HTTP and down to the row: kept by staff, suggested to a young person, and step by step to a first day. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { markDeath, protectAddress, sealPerson, setAddress } from '#rooms/people/index.ts'
import { setActivity } from '#rooms/tracking/index.ts'
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
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let lena: TestColleague
let admin: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ admin, leader, dana, mair, owen, lena } = await staffOf(
    partnership,
    'admin',
    'leader',
    'dana',
    'mair',
    'owen',
    'lena',
  ))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

const NOBODY = '01a00000-0000-7000-8000-000000000000'
const TYPED = {
  ...{ title: 'Apprentice joiner', kind: 'apprenticeship', organisation: '', employer: 'Sample Joinery' },
  ...{ town: 'Sampleton', 'min-age': '16', 'max-age': '18', fits: 'part-time' },
}
let made = 0
async function offer(fields: Record<string, string> = {}, by: TestColleague = dana): Promise<string> {
  house.clock.advance(1000)
  const title = `Apprentice joiner ${(made += 1)}`
  const { status, to = '', body } = await by.post('/opportunities/new', { ...TYPED, title, ...fields })
  house.clock.advance(1000)
  if (status !== 303) throw new Error(body.slice(0, 3000))
  return to.split('/').at(-1) ?? ''
}
const opportunityOf = (id: string) =>
  test.owner
    .selectFrom('opportunity')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()

/** Somebody of seventeen who looks for work. */
async function seeker(
  family: string,
  of: { lead?: TestColleague; code?: string; born?: string } = {},
): Promise<PersonId> {
  const id = await addPerson(house, partnership, { family, born: of.born ?? '2009-09-04', lead: of.lead ?? dana })
  await house.command(partnership.id, tx =>
    setActivity(
      tx,
      id,
      {
        ...{ code: of.code ?? '619', organisationId: null, detail: '', startedOn: toDay('2026-09-01') },
        verifiedOn: tx.acting.today,
      },
      { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
    ),
  )
  house.clock.advance(1000)
  return id
}

const SAID = { why: 'They like wood', needs: 'part-time' }
async function suggested(id: PersonId, opportunity: string, by: TestColleague = dana): Promise<string> {
  house.clock.advance(1000)
  const { status, to = '', body } = await by.post(`/people/${id}/opportunities/${opportunity}`, SAID)
  house.clock.advance(1000)
  if (status !== 303) throw new Error(body.slice(0, 3000))
  return to.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('application')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
async function step(by: TestColleague, id: string, move: string, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await by.post(`/applications/${id}/${move}`, { version: String((await rowOf(id)).version), ...fields })
  house.clock.advance(1000)
  return answer
}
const PUT = { ...dayFields('put-on', [2026, 11, 23]), tells: 'name' }
async function putForward(id: PersonId, opportunity: string): Promise<string> {
  const one = await suggested(id, opportunity)
  expect((await step(dana, one, 'want', { wants: 'yes' })).status).toBe(303)
  expect((await step(dana, one, 'put-forward', PUT)).status).toBe(303)
  return one
}

describe('Opportunities', () => {
  it('are kept by advisers and data officers and read by all staff, with what is wrong said at its box', async () => {
    const empty = await dana.post('/opportunities/new', { employer: 'Sample Joinery', entry: 'Likes 🪵 and خشب' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['#title', '#kind', '#min-age', '#max-age', '#town']),
    )
    expect(empty.body).toContain('Likes 🪵 and خشب')
    const nobody = await dana.post('/opportunities/new', { ...TYPED, employer: '' })
    expect(summaryOf(nobody.body)[0]).toContain('#organisation Choose who offers it')
    const past = await dana.post('/opportunities/new', { ...TYPED, ...dayFields('apply-by', [2026, 11, 22]) })
    expect(summaryOf(past.body)[0]).toContain('#apply-by-day The last day to apply must be today or later')
    const one = await offer({}, owen)
    for (const who of [dana, lena, owen]) expect((await who.get(`/opportunities/${one}`)).status).toBe(200)
    expect((await lena.get('/opportunities')).body).toContain(`/opportunities/${one}`)
    expect((await lena.get('/opportunities/new')).status).toBe(404)
    expect((await lena.get(`/opportunities/${one}/suits`)).status).toBe(404)
  })

  it('stand with what ends first first, can be filtered, and are over once their last day has passed', async () => {
    const last = await offer({ title: 'Zither maker', town: 'Farville', ...dayFields('apply-by', [2026, 12, 20]) })
    const first = await offer({ title: 'Abacus maker', town: 'Farville', ...dayFields('apply-by', [2026, 12, 1]) })
    const rolls = await offer({ title: 'Accordion maker', town: 'Farville', kind: 'course' })
    const shown = (body: string) => [...body.matchAll(/href="\/opportunities\/([0-9a-f-]{36})"/g)].map(m => m[1])
    expect(shown((await dana.get('/opportunities?where=farville')).body)).toEqual([first, last, rolls])
    expect(shown((await dana.get('/opportunities?where=FARVILLE&kind=course')).body)).toEqual([rolls])
    expect(shown((await dana.get('/opportunities?q=z%C3%AFther&where=farville')).body)).toEqual([last])
    expect(shown((await dana.get('/opportunities?where=farville&start=any-time')).body)).toEqual([first, last, rolls])
    await test.owner
      .updateTable('opportunity')
      .set({ apply_by: toDay('2026-11-22') })
      .where('id', '=', first as RowId)
      .execute()
    expect(shown((await dana.get('/opportunities?where=farville')).body)).toEqual([last, rolls])
    expect(shown((await dana.get('/opportunities?where=farville&show=over')).body)).toEqual([first])
    expect((await dana.get(`/opportunities/${first}`)).body).toContain('Last day has passed')
    const refused = await dana.post(`/people/${await seeker('Latesample')}/opportunities/${first}`, SAID)
    expect([refused.status, summaryOf(refused.body)[0]]).toEqual([422, expect.stringContaining('no longer open')])
  })

  it('changed by two at once: theirs is shown, what was typed is kept, and saved again it stands', async () => {
    const one = await offer()
    const mine = { ...TYPED, title: 'Mine', version: '1' }
    expect((await owen.post(`/opportunities/${one}/change`, { ...mine, title: 'Theirs' })).status).toBe(303)
    house.clock.advance(1000)
    const stale = await dana.post(`/opportunities/${one}/change`, mine)
    expect(stale.status).toBe(409)
    for (const words of ['Theirs', 'value="Mine"', 'name="version" value="2"']) expect(stale.body).toContain(words)
    expect((await dana.post(`/opportunities/${one}/change`, { ...mine, version: '2' })).status).toBe(303)
    expect((await opportunityOf(one)).title).toBe('Mine')
  })

  it('that are filled tell whoever put somebody forward, and can be opened again', async () => {
    const one = await offer()
    const put = await putForward(await seeker('Filledsample'), one)
    const filled = await owen.post(`/opportunities/${one}/state`, { state: 'filled', version: '1' })
    expect(filled.status).toBe(303)
    house.clock.advance(1000)
    // Pressed twice it is done once; from an older page it is refused.
    expect((await owen.post(`/opportunities/${one}/state`, { state: 'filled', version: '1' })).status).toBe(303)
    expect((await owen.post(`/opportunities/${one}/state`, { state: 'closed', version: '1' })).status).toBe(409)
    expect((await dana.get('/')).body).toContain('you put somebody forward for is no longer open')
    expect((await dana.get(`/applications/${put}`)).status).toBe(200)
    expect((await owen.post(`/opportunities/${one}/state`, { state: 'open', version: '2' })).status).toBe(303)
    expect(await opportunityOf(one)).toMatchObject({ state: 'open', over_on: null })
  })
})

describe('Whom an opportunity may suit', () => {
  it('is proposed of one’s own caseload only, with its reasons in words and no number', async () => {
    const one = await offer()
    const own = await seeker('Ownseeker')
    const others = await seeker('Otherseeker', { lead: mair })
    const young = await seeker('Youngseeker', { born: '2012-01-01' })
    const { body } = await dana.get(`/opportunities/${one}/suits`)
    const proposed = body.slice(body.indexOf('<table'), body.indexOf('</table'))
    expect(proposed).toContain('Ownseeker')
    expect(proposed).toContain('The right age; looks for work or learning now')
    expect(proposed).not.toContain('Youngseeker')
    expect(body).toContain(`/people/${young}/opportunities/${one}`)
    expect(body).not.toContain('Otherseeker')
    expect(body).not.toMatch(/score|per cent|%|likel/i)
    const events = (await eventsOf(test, { target: one })).filter(e => e.action === 'opportunity.suits-viewed')
    const about = events.at(-1)?.person_ids ?? []
    expect(about).toContain(own)
    expect(about).not.toContain(others)
  })

  it('is never by health, family, faith or custody, though the adviser may see those', async () => {
    const one = await offer()
    for (const code of ['640', '650', '660', '670', '620', '630', '710'])
      await seeker(`Code${'abcdefg'[Number(code) % 7]}sample`, { code })
    const { body } = await dana.get(`/opportunities/${one}/suits`)
    const proposed = body.slice(body.indexOf('<table'), body.indexOf('</table'))
    expect(proposed).not.toMatch(/Code.sample/)
  })

  it('says where they live only while that is not protected (K4)', async () => {
    const one = await offer({ town: 'Lanternby' })
    const id = await seeker('Lanternsample')
    await house.command(partnership.id, tx =>
      setAddress(
        tx,
        id,
        {
          line1: '1 Example Row',
          line2: '',
          town: 'lanternby',
          postcode: null,
          isProtected: false,
        },
        { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
      ),
    )
    house.clock.advance(1000)
    const lineOf = async () => (await dana.get(`/opportunities/${one}/suits`)).body
    expect(await lineOf()).toContain('lives in the town')
    await house.command(partnership.id, tx => protectAddress(tx, id, 'A test'))
    house.clock.advance(1000)
    expect(await lineOf()).not.toContain('lives in the town')
  })

  it('shows those that are open on the page of a young person, page by page', async () => {
    const own = await house.partnership()
    const { mair: adviser } = await staffOf(own, 'mair')
    const id = await addPerson(house, own, { family: 'Manysample', born: '2009-09-04', lead: adviser })
    await sql`insert into app.opportunity (partnership_id, id, title, kind, employer, min_age, max_age, recorded_at)
      select ${own.id}, gen_random_uuid(), 'Sample place ' || n, 'course', 'Sample Joinery', 16, 18, now()
      from generate_series(1, 102) n`.execute(test.owner)
    const pages = await Promise.all([1, 2, 3].map(page => adviser.get(`/people/${id}/opportunities?page=${page}`)))
    const shown = pages.map(({ body }) => [...body.matchAll(/>\s*(Sample place \d+)/g)].map(found => found[1]))
    expect(shown.map(those => those.length)).toEqual([50, 50, 2])
    expect(new Set(shown.flat()).size).toBe(102)
    expect(pages[2]?.body).toContain('102 opportunities')
  })

  it('takes what they asked for last time into account, and says what a place does not offer', async () => {
    const id = await seeker('Needsample')
    const first = await suggested(id, await offer({ fits: 'step-free' }))
    expect((await dana.get(`/applications/${first}`)).body).toContain('the place does not say it can: part time')
    const { body } = await dana.get(`/opportunities/${await offer()}/suits`)
    expect(body).toContain('asked for: part time')
  })
})

describe('Putting somebody forward', () => {
  it('goes from suggestion to first day, each step with its day, and stands on the record and the list', async () => {
    const id = await seeker('Waysample')
    const one = await suggested(id, await offer({ ...dayFields('apply-by', [2026, 12, 1]) }))
    expect(await rowOf(one)).toMatchObject({ state: 'suggested', class: 16, due_on: '2026-11-30' })
    expect((await dana.get('/applications')).body).toContain(`/applications/${one}`)
    expect((await dana.get(`/people/${id}`)).body).toContain('Suggested: Apprentice joiner')
    const bare = await step(dana, one, 'want', { 'own-words': 'I like wood' })
    expect([bare.status, summaryOf(bare.body)[0]]).toEqual([422, '#wants Select whether they want it'])
    expect(bare.body).toContain('I like wood')
    expect((await step(dana, one, 'want', { wants: 'yes', 'own-words': 'I like wood' })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'wanted', due_on: '2026-11-26', own_words: 'I like wood' })
    // Nothing is told of them that they did not agree to.
    const untold = await step(dana, one, 'put-forward', dayFields('put-on', [2026, 11, 23]))
    expect(summaryOf(untold.body)[0]).toContain('#tells Select what the place is told')
    const ahead = await step(dana, one, 'put-forward', { ...PUT, ...dayFields('put-on', [2026, 11, 24]) })
    expect(summaryOf(ahead.body)[0]).toContain('#put-on-day It must be today or before')
    expect((await step(dana, one, 'put-forward', PUT)).status).toBe(303)
    const KIT = { 'kit-clothes': 'somebody-else', 'kit-papers': 'young-person' }
    const meeting = {
      ...dayFields('interview-on', [2026, 11, 27]),
      'with-them': 'adviser',
      journey: 'By bus together',
      ...KIT,
    }
    const badTime = await step(dana, one, 'interview', { ...meeting, 'interview-at': 'noonish' })
    expect(summaryOf(badTime.body)[0]).toContain('#interview-at Enter a time')
    expect((await step(dana, one, 'interview', { ...meeting, 'interview-at': '9.30am' })).status).toBe(303)
    const kit = { clothes: 'somebody-else', papers: 'young-person' }
    expect(await rowOf(one)).toMatchObject({ state: 'interview', interview_at: '09:30', due_on: '2026-12-01', kit })
    const shown = (await dana.get(`/applications/${one}`)).body
    for (const words of ['Clothes for the day', 'Somebody else', 'Papers to bring']) expect(shown).toContain(words)
    const odd = await step(dana, one, 'interview', { ...meeting, 'kit-money': 'nobody' })
    expect(summaryOf(odd.body)[0]).toContain('#kit-money Choose one of those offered')
    // It stands in the diary of whoever leads for them, in the days that are shown, and in nobody else's.
    const week = (await dana.get('/diary?view=week&on=2026-11-27')).body
    expect(week).toContain('Interview: Apprentice joiner')
    expect(week).toContain('09:30')
    expect((await dana.get('/diary?view=week&on=2026-12-14')).body).not.toContain('Interview: Apprentice joiner')
    expect((await mair.get('/diary?view=week&on=2026-11-27')).body).not.toContain('Interview: Apprentice joiner')
    expect((await step(dana, one, 'prepare', { prepared: 'first-day' })).status).toBe(303)
    expect((await step(dana, one, 'result', { offered: 'yes', 'result-words': 'Bring a pen' })).status).toBe(303)
    expect((await step(dana, one, 'accept', dayFields('starts-on', [2026, 11, 30]))).status).toBe(303)
    const early = await step(dana, one, 'start', { started: 'yes' })
    expect(summaryOf(early.body)[0]).toContain('The first day has not come yet')
    await test.owner
      .updateTable('application')
      .set({ starts_on: toDay('2026-11-23') })
      .where('id', '=', one as RowId)
      .execute()
    expect((await step(dana, one, 'start', { started: 'yes' })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'started', due_on: null, over_on: '2026-11-23' })
    const { body } = await dana.get(`/applications/${one}`)
    for (const words of ['Bring a pen', 'By bus together', 'Say what they do now', 'Step by step'])
      expect(body).toContain(words)
    const steps = await test.owner
      .selectFrom('application_step')
      .select('step')
      .where('application_id', '=', one as RowId)
      .execute()
    expect(steps.map(s => s.step)).toEqual([
      'suggested',
      'wanted',
      'put-forward',
      'interview',
      'prepared',
      'offered',
      'accepted',
      'started',
    ])
  })

  it('ends when they do not want it, in their own words, and can be taken back at any time with why', async () => {
    const opportunity = await offer()
    const one = await suggested(await seeker('Nosample'), opportunity)
    expect((await step(dana, one, 'want', { wants: 'no', 'own-words': 'Too far' })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'not-wanted', due_on: null })
    const id = await seeker('Backsample')
    const two = await putForward(id, opportunity)
    const bare = await step(dana, two, 'withdraw')
    expect(summaryOf(bare.body)[0]).toContain('#reason Select why')
    expect((await step(dana, two, 'withdraw', { reason: 'another-place' })).status).toBe(303)
    expect((await step(dana, two, 'result', { offered: 'yes' })).status).toBe(409)
    // What was taken back can be suggested again.
    await suggested(id, opportunity)
  })

  it('sent twice is one, and from an older page it is refused with what was typed', async () => {
    const id = await seeker('Twicesample')
    const opportunity = await offer()
    const one = await suggested(id, opportunity)
    const again = await dana.post(`/people/${id}/opportunities/${opportunity}`, SAID)
    expect([again.status, summaryOf(again.body)[0]]).toEqual([422, expect.stringContaining('suggested to them before')])
    const want = { version: '1', wants: 'yes', 'own-words': 'Yes please' }
    expect((await dana.post(`/applications/${one}/want`, want)).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.post(`/applications/${one}/want`, want)).status).toBe(303)
    const stale = await dana.post(`/applications/${one}/withdraw`, {
      ...{ version: '1', reason: 'not-right', 'withdraw-words': 'Kept words' },
    })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Kept words')
    expect((await rowOf(one)).state).toBe('wanted')
  })

  it('corrected from the page before is never dropped: refused, with what was typed and what stands', async () => {
    const one = await suggested(await seeker('Correctsample'), await offer())
    const post = async (move: string, fields: Record<string, string | string[]>) => {
      const answer = await dana.post(`/applications/${one}/${move}`, fields)
      house.clock.advance(1000)
      return answer
    }
    const want = { version: '1', wants: 'yes', 'own-words': 'Said at first', needs: ['part-time', 'step-free'] }
    expect((await post('want', want)).status).toBe(303)
    const other = await post('want', { ...want, 'own-words': 'Said after all', needs: 'part-time' })
    expect(other.status).toBe(409)
    for (const words of ['Said at first', 'Said after all', 'What you typed', 'Step-free'])
      expect(other.body).toContain(words)
    expect((await post('want', { ...want, wants: 'no' })).status).toBe(409)
    expect(await rowOf(one)).toMatchObject({ state: 'wanted', version: 2, needs: ['part-time', 'step-free'] })
    const put = { ...PUT, version: '2', tells: ['name', 'phone'] }
    expect((await post('put-forward', put)).status).toBe(303)
    expect((await post('put-forward', put)).status).toBe(303)
    expect((await post('put-forward', { ...put, tells: 'name' })).status).toBe(409)
    expect((await rowOf(one)).tells).toEqual(['name', 'phone'])
    const meeting = { ...dayFields('interview-on', [2026, 11, 27]), 'interview-at': '9.30am', 'with-them': 'adviser' }
    expect((await post('interview', { ...meeting, version: '3', journey: 'By bus' })).status).toBe(303)
    expect((await post('interview', { ...meeting, version: '3', journey: 'By bus' })).status).toBe(303)
    const moved = await post('interview', { ...meeting, version: '3', journey: 'On foot' })
    expect(moved.status).toBe(409)
    for (const words of ['By bus', 'On foot', 'name="version" value="4"']) expect(moved.body).toContain(words)
    // What can be said again is: from the page as it stands now.
    expect((await post('interview', { ...meeting, version: '4', journey: 'On foot' })).status).toBe(303)
    const back = { version: '5', reason: 'not-right', 'withdraw-words': 'Too far' }
    expect((await post('withdraw', back)).status).toBe(303)
    expect((await post('withdraw', back)).status).toBe(303)
    expect((await post('withdraw', { ...back, 'withdraw-words': 'Too early' })).status).toBe(409)
    expect(await rowOf(one)).toMatchObject({ state: 'withdrawn', version: 6, journey: 'On foot' })
  })

  it('stops when they have died: no step, no reminder, no list', async () => {
    const id = await seeker('Diedsample')
    const opportunity = await offer()
    const one = await suggested(id, opportunity)
    await test.database.transaction(dana.acting(), tx =>
      markDeath(tx, id, tx.acting.today, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    house.clock.advance(1000)
    expect((await dana.get('/applications')).body).not.toContain(one)
    expect((await dana.get(`/applications/${one}`)).body).not.toContain('Do they want it?')
    expect((await step(dana, one, 'want', { wants: 'yes' })).status).toBe(409)
    expect((await dana.get(`/people/${id}/opportunities/${opportunity}`)).status).toBe(404)
  })
})

describe('What was suggested to somebody', () => {
  it('reads as nothing to who may not see what guidance they had (K8)', async () => {
    const id = await seeker('Hiddensample')
    const opportunity = await offer()
    const one = await suggested(id, opportunity)
    const nothing = withoutTokens(await mair.get(`/applications/${NOBODY}`))
    expect(withoutTokens(await mair.get(`/applications/${one}`))).toBe(nothing)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES.filter(c => c !== 'guidance') })
    expect(withoutTokens(await mair.get(`/applications/${one}`))).toBe(nothing)
    expect((await mair.get(`/people/${id}/opportunities`)).status).toBe(404)
    for (const page of [`/people/${id}`, `/opportunities/${opportunity}`, '/applications'])
      expect((await mair.get(page)).body).not.toContain(one)
    expect((await step(mair, one, 'want', { wants: 'yes' })).status).toBe(404)
    // A data officer reads the opportunity, and of nobody who was put forward for it.
    expect((await owen.get(`/opportunities/${opportunity}`)).body).not.toContain('Hiddensample')
  })

  it('of an opportunity whose very name tells more has its class, and is not suggested by who may not know that (K6)', async () => {
    const opportunity = await offer({ title: 'Ward assistant for those in treatment', discloses: 'health' })
    const id = await seeker('Wardsample')
    expect((await dana.post(`/people/${id}/opportunities/${opportunity}`, SAID)).status).toBe(404)
    expect((await dana.get(`/people/${id}/opportunities`)).body).not.toContain('Ward assistant')
    const { body } = await dana.get(`/opportunities/${opportunity}/suits`)
    expect(body).toContain('its name tells something private')
    expect(body).not.toContain('Wardsample')
    await letSee(house, partnership, { id, by: mair, classes: [...ADVISER_CLASSES, 'health'] })
    const one = await suggested(id, opportunity, mair)
    expect((await rowOf(one)).class).toBe(256)
    expect((await dana.get(`/applications/${one}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}`)).body).not.toContain('Ward assistant')
    // Said later of another, it goes for all of its applications and their steps.
    const plain = await offer()
    const two = await suggested(id, plain)
    const change = { ...TYPED, title: 'Plain no more', discloses: 'care', version: '1' }
    expect((await owen.post(`/opportunities/${plain}/change`, change)).status).toBe(303)
    expect((await rowOf(two)).class).toBe(1024)
    expect((await dana.get(`/applications/${two}`)).status).toBe(404)
  })

  it('of an organisation of the directory whose name tells more has that class too (K6)', async () => {
    const clinic = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Clinic', kind: 'health' }),
    )
    const refused = await dana.post('/opportunities/new', { ...TYPED, employer: '', organisation: clinic })
    expect(summaryOf(refused.body)[0]).toContain('#organisation')
    const one = await offer()
    await test.owner
      .updateTable('opportunity')
      .set({ organisation_id: clinic, employer: '' })
      .where('id', '=', one as RowId)
      .execute()
    expect((await dana.post(`/people/${await seeker('Clinicsample')}/opportunities/${one}`, SAID)).status).toBe(404)
  })

  it('of an organisation whose name begins to tell more is closed at once, and again when the opportunity is saved (K6)', async () => {
    const organisation = { name: 'Made-up Valley Works', kind: 'college' as const }
    const works = await house.command(partnership.id, tx => addOrganisation(tx, organisation))
    const opportunity = await offer({ employer: '', organisation: works })
    const id = await seeker('Worksample')
    const one = await suggested(id, opportunity)
    const plain = await suggested(id, await offer())
    const named = { ...organisation, discloses: 'care', version: '1' }
    expect((await admin.post(`/organisations/${works}/edit`, named)).status).toBe(303)
    house.clock.advance(1000)
    const classes = async () => {
      const steps = await test.owner
        .selectFrom('application_step')
        .select('class')
        .where('application_id', '=', one as RowId)
        .execute()
      return [(await rowOf(one)).class, ...steps.map(s => s.class)]
    }
    expect(await classes()).toEqual([1024, 1024])
    expect((await rowOf(plain)).class).toBe(16)
    expect((await dana.get(`/applications/${one}`)).status).toBe(404)
    for (const page of [`/people/${id}`, `/people/${id}/opportunities`, '/applications']) {
      const { status, body } = await dana.get(page)
      expect([page, status, body.includes('Made-up Valley Works')]).toEqual([page, 200, false])
    }
    expect((await dana.get(`/opportunities/${opportunity}`)).body).not.toContain('Worksample')
    // Those from before it was followed are closed when the opportunity is saved, though nothing of it changes.
    for (const table of ['application', 'application_step'] as const)
      await test.owner.updateTable(table).set({ class: 16 }).where('person_id', '=', id).execute()
    const { title } = await opportunityOf(opportunity)
    const same = { ...TYPED, title, employer: '', organisation: works, version: '1' }
    expect((await owen.post(`/opportunities/${opportunity}/change`, same)).status).toBe(303)
    expect(await classes()).toEqual([1024, 1024])
  })

  it('is gone for whoever a barrier shuts out, on every page and in every notice (K4)', async () => {
    const id = await seeker('Shutsample')
    const opportunity = await offer()
    const one = await putForward(id, opportunity)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: dana.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await dana.get(`/applications/${one}`)).status).toBe(404)
    for (const page of ['/applications', `/opportunities/${opportunity}`, `/opportunities/${opportunity}/suits`])
      expect((await dana.get(page)).body).not.toContain('Shutsample')
    await owen.post(`/opportunities/${opportunity}/state`, { state: 'closed', version: '1' })
    const notices = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('target_id', '=', one as RowId)
      .execute()
    expect(notices).toEqual([])
  })

  it('about the wrong young person is gone with its steps, and who read it is told (K9)', async () => {
    const id = await seeker('Wrongsample')
    const one = await suggested(id, await offer())
    await dana.get(`/applications/${one}`)
    expect((await dana.post(`/people/${id}/misfiled/application/${one}`, { why: 'It was her twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/applications/${one}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}`)).body).not.toContain('Suggested:')
    const steps = await test.owner
      .selectFrom('application_step')
      .select('sealed_at')
      .where('application_id', '=', one as RowId)
      .execute()
    expect(steps.every(s => s.sealed_at !== null)).toBe(true)
  })
})

describe('A step that is late', () => {
  it('is told to whoever leads, and three working days on to the leader of their team', async () => {
    const one = await suggested(await seeker('Chasesample'), await offer())
    const after = async (dueOn: string) => {
      await test.owner
        .updateTable('application')
        .set({ due_on: toDay(dueOn) })
        .where('id', '=', one as RowId)
        .execute()
      await turnOf(test, house)
      return rowOf(one)
    }
    expect(await after('2026-11-23')).toMatchObject({ chased_at: null })
    expect(await after('2026-11-20')).toMatchObject({ chased_at: expect.anything(), escalated_at: null })
    expect(await after('2026-11-18')).toMatchObject({ escalated_at: expect.anything() })
    expect((await dana.get('/')).body).toContain('waits for the next step, and it is yours')
    expect((await leader.get('/')).body).toContain('in your team still waits for the next step')
    // What is done is due anew, and nobody is reminded of what was.
    expect((await step(dana, one, 'want', { wants: 'yes' })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ chased_at: null, escalated_at: null })
  })

  it('that is nobody’s to be told of is marked, tells nobody, and stands in the way of no other', async () => {
    const id = await seeker('Nobodysample')
    const alone = await suggested(id, await offer())
    const sealedId = await seeker('Sealedsample')
    const sealed = await suggested(sealedId, await offer())
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: dana.accountId, reason: 'A test' }))
    expect(await test.database.transaction(dana.acting(), tx => sealPerson(tx, sealedId, 'A test'))).toBe(true)
    for (const [due, mark] of [
      ['2026-11-20', 'chased_at'],
      ['2026-11-18', 'escalated_at'],
    ] as const) {
      await test.owner
        .updateTable('application')
        .set({ due_on: toDay(due) })
        .where('id', 'in', [alone as RowId, sealed as RowId])
        .execute()
      await turnOf(test, house)
      expect(await rowOf(alone)).toMatchObject({ [mark]: expect.anything() })
    }
    expect(await rowOf(sealed)).toMatchObject({ chased_at: null, escalated_at: null })
    const told = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('target_id', 'in', [alone, sealed])
      .execute()
    expect(told).toEqual([])
    const events = [...(await eventsOf(test, { target: alone })), ...(await eventsOf(test, { target: sealed }))]
    expect(events.filter(e => /reminded|escalated/.test(e.action))).toEqual([])
  })
})
