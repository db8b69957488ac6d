import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, DUTY_CLASSES, INTENSIVE_CLASSES, liftBarrier, setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'
import { deploy, endCover, endDeployment, endDuty, setCover, setDuty } from './index.ts'

const START = '2026-11-23T09:52:00Z'
const test = await openTestDatabase()
const house = await openTestHouse(test, { at: START })
let partnership: TestPartnership
const { command, newPerson, newSchool, onRoll, offRoll, leads, seen, as } = openPostings(test, house, () => partnership)

let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let imran: TestColleague
let mair: TestColleague
let school: OrganisationId
const today = toDay('2026-11-23')

/** A partnership for each group of promises, so that nobody sees more than it gave them. */
async function newPartnership(): Promise<void> {
  house.clock.set(START)
  partnership = await house.partnership()
  ;({ leader, other, dana, imran, mair } = await staffOf(partnership, 'leader', 'other', 'dana', 'imran', 'mair'))
  school = await newSchool('Example Academy')
}

const at = (text: string) => house.clock.set(text)
const dayFields = (name: string, day: Day | null) => {
  const [year = '', month = '', dayOfMonth = ''] = day === null ? [] : day.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const sorted = (classes: readonly string[]) => classes.toSorted((a, b) => a.localeCompare(b))

/** Whatever a posting opens, a barrier shuts; lifted again it opens. */
async function holdsBefore(who: TestColleague, personId: PersonId): Promise<void> {
  const open = await seen(who, personId)
  expect(open.length).toBeGreaterThan(0)
  for (const holderId of [null, who.accountId]) {
    await command(tx => setBarrier(tx, personId, { holderId, reason: 'a test' }))
    expect(await seen(who, personId)).toEqual([])
    await command(tx => liftBarrier(tx, personId, holderId, 'a test'))
    expect(await seen(who, personId)).toEqual(open)
  }
}

describe('A deployment', () => {
  beforeAll(newPartnership)
  const send = (who: TestColleague, from: Day, lastOn: Day | null, where = school) =>
    as(leader, tx => deploy(tx, { accountId: who.accountId, organisationId: where, hours: 'Mondays', from, lastOn }))

  it('is refused to somebody who advises nobody, to a place without a roll, for oneself, and twice at once', async () => {
    const desk = await partnership.colleague('front-desk')
    const justice = await command(tx => addOrganisation(tx, { name: 'Example justice', kind: 'youth-offending-team' }))
    expect(await send(desk, today, null)).toEqual({ ok: false, why: 'no-such-adviser' })
    expect(await send(dana, today, null, justice)).toEqual({ ok: false, why: 'no-such-institution' })
    expect(await send(dana, today, null, partnership.organisationId)).toEqual({ ok: false, why: 'no-such-institution' })
    expect(await send(leader, today, null)).toEqual({ ok: false, why: 'own-access' })
    expect((await send(imran, today, null)).ok).toBe(true)
    expect(await send(imran, addDays(today, 5), addDays(today, 6))).toEqual({ ok: false, why: 'already-deployed' })
  })

  it('opens who is on the roll and nobody else, and leaving the roll shuts it', async () => {
    const here = await newPerson('Amira', 'Example')
    const elsewhere = await newPerson('Bryn', 'Example')
    await onRoll(school, here)
    expect(await seen(dana, here)).toEqual([])
    expect((await send(dana, today, null)).ok).toBe(true)
    expect(sorted(await seen(dana, here))).toEqual(sorted(ADVISER_CLASSES))
    expect(await seen(dana, elsewhere)).toEqual([])
    await holdsBefore(dana, here)
    await offRoll(school, here)
    expect(await seen(dana, here)).toEqual([])
    await onRoll(school, elsewhere)
    expect(await seen(dana, elsewhere)).not.toEqual([])
  })

  it('opens on its first day, not a moment before, and shuts after its last', async () => {
    const personId = await newPerson('Carys', 'Example')
    await onRoll(school, personId)
    expect((await send(mair, toDay('2026-11-25'), toDay('2026-11-26'))).ok).toBe(true)
    for (const [moment, open] of [
      ['2026-11-24T23:59:59.999Z', false],
      ['2026-11-25T00:00:00.000Z', true],
      ['2026-11-26T23:59:59.999Z', true],
      ['2026-11-27T00:00:00.000Z', false],
    ] as const) {
      at(moment)
      expect((await seen(mair, personId)).length > 0, moment).toBe(open)
    }
    at(START)
  })

  it('ended, shuts at once; ended before it began, never opens', async () => {
    const personId = await newPerson('Dewi', 'Example')
    await onRoll(school, personId)
    const soon = await send(other, addDays(today, 2), null)
    const now = await send(other, today, addDays(today, 1))
    if (!soon.ok || !now.ok) throw new Error('not deployed')
    expect(await seen(other, personId)).not.toEqual([])
    at('2026-11-23T12:00:00Z')
    expect((await as(leader, tx => endDeployment(tx, now.value, 'a test'))).ok).toBe(true)
    expect(await seen(other, personId)).toEqual([])
    expect((await as(leader, tx => endDeployment(tx, soon.value, 'a test'))).ok).toBe(true)
    at('2026-11-26T12:00:00Z')
    expect(await seen(other, personId)).toEqual([])
    expect(await as(leader, tx => endDeployment(tx, now.value, 'again'))).toEqual({ ok: false, why: 'unknown' })
    at(START)
  })

  it('is set on a page that says at the field what is wrong, and is listed and ended there', async () => {
    const empty = await leader.post('/deployments/new', {}, '/deployments/new')
    expect([empty.status, summaryOf(empty.body)]).toEqual([
      422,
      ['#adviser Select an adviser', '#institution Select a place of learning', '#from-day Enter the first day'],
    ])
    const college = await command(tx => addOrganisation(tx, { name: 'Example College', kind: 'college' }))
    const fields = { adviser: dana.accountId, institution: college, hours: 'Fridays', ...dayFields('from', today) }
    const backwards = await leader.post(
      '/deployments/new',
      { ...fields, ...dayFields('last', addDays(today, -1)) },
      '/deployments/new',
    )
    expect(summaryOf(backwards.body)).toEqual(['#last-day The last day must be the first day or later'])
    expect((await leader.post('/deployments/new', fields, '/deployments/new')).to).toBe('/deployments')
    const list = await leader.get('/deployments')
    for (const words of ['Example College', 'Fridays', 'Dana Testcase', 'until further notice'])
      expect(list.body).toContain(words)
    expect((await dana.get('/institutions')).body).toContain('Example College')
    const row = new RegExp(`/deployments/([^/]+)/end`).exec(list.body.slice(list.body.indexOf('Example College')))?.[1]
    expect((await leader.post(`/deployments/${row}/end`, {}, '/deployments')).to).toBe('/deployments')
    expect((await dana.get('/institutions')).body).not.toContain('Example College')
    expect((await eventsOf(test, { target: row ?? '' })).map(e => e.action)).toContain('deployment.ended')
  })

  it('shows the pupils of the place to whoever is deployed there now, and is no page to anybody else', async () => {
    const sixthForm = await newSchool('Sample Sixth Form')
    const mine = await newPerson('Elin', 'Example', mair)
    const shut = await newPerson('Ffion', 'Hiddenpupil')
    await onRoll(sixthForm, mine, shut)
    await command(tx => setBarrier(tx, shut, { holderId: null, reason: 'a test' }))
    expect((await dana.get(`/institutions/${sixthForm}`)).status).toBe(404)
    await send(dana, today, null, sixthForm)
    const page = await dana.get(`/institutions/${sixthForm}`)
    expect(page.body).toContain('Pupils of Sample Sixth Form')
    for (const words of ['Example, Elin', 'Mair Testcase', '1 young person', 'Mondays'])
      expect(page.body).toContain(words)
    expect(page.body).not.toContain('Hiddenpupil')
    expect((await dana.get(`/institutions/${sixthForm}?lead=none`)).body).toContain('Nobody fits this filter')
    expect((await dana.get(`/institutions/${sixthForm}?q=elin%20exa`)).body).toContain('Example, Elin')
    expect((await mair.get(`/institutions/${sixthForm}`)).status).toBe(404)
    expect((await eventsOf(test, { requestId: page.requestId }))[0]?.person_ids).toEqual([mine])
  })
})

describe('A posting that is taken back before it began', () => {
  beforeAll(newPartnership)

  it('is in no list any more, and can be set anew', async () => {
    const from = addDays(today, 20)
    const send = () =>
      as(leader, tx => deploy(tx, { accountId: dana.accountId, organisationId: school, hours: '', from, lastOn: null }))
    const sent = await send()
    const cover = await as(leader, tx =>
      setCover(tx, {
        awayId: dana.accountId,
        accountId: mair.accountId,
        reason: 'Leave',
        from,
        lastOn: addDays(from, 3),
      }),
    )
    if (!sent.ok || !cover.ok) throw new Error('the posting was refused')
    for (const [path, id] of [
      ['/deployments', sent.value],
      ['/covers', cover.value],
    ] as const) {
      expect((await leader.get(path)).body).toContain(`${path}/${id}/end`)
      expect((await leader.post(`${path}/${id}/end`, {}, path)).to).toBe(path)
      expect((await leader.get(path)).body).not.toContain(`${path}/${id}/end`)
    }
    expect((await send()).ok).toBe(true)
  })
})

describe('Cover', () => {
  beforeAll(newPartnership)
  const cover = (away: TestColleague, by: TestColleague, from: Day, lastOn: Day, set = leader) =>
    as(set, tx => setCover(tx, { awayId: away.accountId, accountId: by.accountId, reason: 'On leave', from, lastOn }))

  it('is refused without two advisers, for oneself, for too long, and twice at once', async () => {
    const desk = await partnership.colleague('front-desk')
    expect(await cover(dana, dana, today, today)).toEqual({ ok: false, why: 'same-person' })
    expect(await cover(dana, desk, today, today)).toEqual({ ok: false, why: 'no-such-adviser' })
    expect(await cover(desk, dana, today, today)).toEqual({ ok: false, why: 'nobody-away' })
    expect(await cover(dana, leader, today, today)).toEqual({ ok: false, why: 'own-access' })
    expect(await cover(dana, mair, today, addDays(today, 90))).toEqual({ ok: false, why: 'too-long' })
    expect((await cover(dana, other, today, today)).ok).toBe(true)
    expect(await cover(dana, other, today, addDays(today, 5))).toEqual({ ok: false, why: 'already-covered' })
  })

  it('is set by the leader of the team of the one who is away, not by another leader', async () => {
    const admin = await partnership.colleague('administrator')
    const team = (await admin.post('/teams/new', { name: 'Led', leader: leader.accountId }, '/teams/new')).to ?? ''
    const away = await partnership.colleague('universal-adviser', 'Away Testcase')
    await admin.post(`${team}/members`, { adviser: away.accountId }, team)
    expect(await cover(away, mair, today, today, other)).toEqual({ ok: false, why: 'not-your-team' })
    expect((await cover(away, mair, today, today, leader)).ok).toBe(true)
  })

  it('opens the caseload of the one who is away, with who comes to it, and without who leaves it', async () => {
    const first = await newPerson('Amira', 'Example', imran, true)
    const notTheirs = await newPerson('Bryn', 'Example', dana)
    expect(await seen(mair, first)).toEqual([])
    expect((await cover(imran, mair, today, addDays(today, 13))).ok).toBe(true)
    expect(sorted(await seen(mair, first))).toEqual(sorted(INTENSIVE_CLASSES))
    expect(await seen(mair, notTheirs)).toEqual([])
    await holdsBefore(mair, first)
    at('2026-11-24T10:00:00Z')
    const comes = await newPerson('Carys', 'Example', imran, true)
    expect(await seen(mair, comes)).not.toEqual([])
    await leads(first, dana)
    expect(await seen(mair, first)).toEqual([])
    at(START)
  })

  it('of a universal adviser opens no more than they see themselves', async () => {
    const personId = await newPerson('Dewi', 'Example', dana)
    await cover(dana, imran, today, today)
    expect(sorted(await seen(imran, personId))).toEqual(sorted(ADVISER_CLASSES))
  })

  it('begins on its first day, ends by itself, and can be ended early', async () => {
    const away = await partnership.colleague('universal-adviser', 'Elsewhere Testcase')
    const personId = await newPerson('Elin', 'Example', away)
    await cover(away, mair, toDay('2026-12-01'), toDay('2026-12-02'))
    for (const [moment, open] of [
      ['2026-11-30T23:59:59.999Z', false],
      ['2026-12-01T00:00:00.000Z', true],
      ['2026-12-02T23:59:59.999Z', true],
      ['2026-12-03T00:00:00.000Z', false],
    ] as const) {
      at(moment)
      expect((await seen(mair, personId)).length > 0, moment).toBe(open)
    }
    at(START)
    const now = await cover(away, dana, today, addDays(today, 30))
    if (!now.ok) throw new Error(now.why)
    expect(await seen(dana, personId)).not.toEqual([])
    at('2026-11-23T12:00:00Z')
    await as(leader, tx => endCover(tx, now.value, 'a test'))
    expect(await seen(dana, personId)).toEqual([])
    at(START)
  })

  it('is a page of its own to the one who covers, marked with its end, and nothing to anybody else', async () => {
    const away = await partnership.colleague('universal-adviser', 'Gone Testcase')
    await newPerson('Ffion', 'Coveredname', away)
    const set = await cover(away, dana, today, addDays(today, 6))
    if (!set.ok) throw new Error(set.why)
    const link = `/caseload/cover/${set.value}`
    expect((await dana.get('/caseload')).body).toContain(link)
    const page = await dana.get(link)
    expect(page.body).toContain('You cover for Gone Testcase until 29 Nov')
    expect(page.body).toContain('Coveredname, Ffion')
    for (const nobody of [mair, away, leader]) expect((await nobody.get(link)).status).toBe(404)
  })

  it('is set on a page that says at the field what is wrong', async () => {
    const empty = await leader.post('/covers/new', {}, '/covers/new')
    expect(summaryOf(empty.body)).toEqual([
      '#away Select who is away',
      '#covers Select who covers',
      '#reason Enter why cover is needed',
      '#from-day Enter the first day',
      '#last-day Enter the last day',
    ])
    const fields = { away: mair.accountId, covers: imran.accountId, reason: 'On a course', ...dayFields('from', today) }
    const long = await leader.post(
      '/covers/new',
      { ...fields, ...dayFields('last', addDays(today, 200)) },
      '/covers/new',
    )
    expect(summaryOf(long.body)).toEqual(['#last-day Cover lasts at most 90 days. Enter an earlier last day'])
    const set = await leader.post('/covers/new', { ...fields, ...dayFields('last', addDays(today, 2)) }, '/covers/new')
    expect(set.to).toBe('/covers')
    expect((await leader.get('/covers')).body).toContain('On a course')
  })
})

describe('The duty desk', () => {
  beforeAll(newPartnership)
  const duty = (who: TestColleague, onDay: Day) => as(leader, tx => setDuty(tx, { accountId: who.accountId, onDay }))

  it('is refused for the past, too far ahead, oneself, others than advisers, and twice', async () => {
    const desk = await partnership.colleague('front-desk')
    expect(await duty(dana, addDays(today, -1))).toEqual({ ok: false, why: 'past' })
    expect(await duty(dana, addDays(today, 61))).toEqual({ ok: false, why: 'too-far' })
    expect(await duty(leader, today)).toEqual({ ok: false, why: 'own-access' })
    expect(await duty(desk, today)).toEqual({ ok: false, why: 'no-such-adviser' })
    expect((await duty(other, today)).ok).toBe(true)
    expect(await duty(other, today)).toEqual({ ok: false, why: 'on-duty' })
  })

  it('opens the partnership from midnight to midnight of its day, and no restricted record', async () => {
    const personId = await newPerson('Amira', 'Example')
    expect((await duty(mair, toDay('2026-11-24'))).ok).toBe(true)
    for (const [moment, open] of [
      ['2026-11-23T23:59:59.999Z', false],
      ['2026-11-24T00:00:00.000Z', true],
      ['2026-11-24T23:59:59.999Z', true],
      ['2026-11-25T00:00:00.000Z', false],
    ] as const) {
      at(moment)
      expect((await seen(mair, personId)).length > 0, moment).toBe(open)
    }
    at('2026-11-24T10:00:00Z')
    expect(sorted(await seen(mair, personId))).toEqual(sorted(DUTY_CLASSES))
    await holdsBefore(mair, personId)
    at(START)
  })

  it('tells the one who is on it, and not when the day was taken back', async () => {
    expect((await dana.get('/')).body).not.toContain('You are on the duty desk today')
    const set = await duty(dana, today)
    if (!set.ok) throw new Error(set.why)
    expect((await dana.get('/')).body).toContain('You are on the duty desk today')
    const personId = await newPerson('Bryn', 'Example')
    expect((await dana.get(`/people/${personId}`)).body).toContain(
      'on the duty desk, since 23 Nov 2026, until 23 Nov 2026',
    )
    at('2026-11-23T10:00:00Z')
    expect((await as(leader, tx => endDuty(tx, set.value, 'a test'))).ok).toBe(true)
    expect((await dana.get(`/people/${personId}`)).status).toBe(404)
    expect((await dana.get('/')).body).not.toContain('You are on the duty desk today')
    at(START)
  })

  it('has a rota on a page that says at the field what is wrong', async () => {
    const empty = await leader.post('/duty', {}, '/duty')
    expect(summaryOf(empty.body)).toEqual(['#adviser Select an adviser', '#on-day Enter the day'])
    const late = await leader.post(
      '/duty',
      { adviser: imran.accountId, ...dayFields('on', addDays(today, -3)) },
      '/duty',
    )
    expect(summaryOf(late.body)).toEqual(['#on-day The day must be today or later'])
    const set = await leader.post('/duty', { adviser: imran.accountId, ...dayFields('on', addDays(today, 3)) }, '/duty')
    expect(set.to).toBe('/duty')
    const rota = (await leader.get('/duty')).body
    expect(rota).toContain('26 November 2026')
    const row = /\/duty\/([^/]+)\/end/.exec(rota.slice(rota.indexOf('26 November 2026')))?.[1]
    expect((await leader.post(`/duty/${row}/end`, {}, '/duty')).to).toBe('/duty')
    expect((await leader.get('/duty')).body).not.toContain('26 November 2026')
  })
})

describe('Why somebody sees a record', () => {
  beforeAll(newPartnership)

  it('names deployment and cover with where or whom, and until when', async () => {
    const personId = await newPerson('Amira', 'Example', dana)
    await onRoll(school, personId)
    await as(leader, tx =>
      deploy(tx, {
        accountId: mair.accountId,
        organisationId: school,
        hours: '',
        from: today,
        lastOn: addDays(today, 7),
      }),
    )
    await as(leader, tx =>
      setCover(tx, {
        awayId: dana.accountId,
        accountId: imran.accountId,
        reason: 'A reason that is for leaders',
        from: today,
        lastOn: addDays(today, 9),
      }),
    )
    const who = (await mair.get(`/people/${personId}/who`)).body
    for (const words of [
      'Adviser for their place of learning: Example Academy',
      '30 Nov 2026',
      'Covering for a colleague: Dana Testcase',
      '2 Dec 2026',
    ])
      expect(who).toContain(words)
    expect(who).not.toContain('A reason that is for leaders')
    expect((await imran.get(`/people/${personId}`)).body).toContain(
      'covering for a colleague, since 23 Nov 2026, until 2 Dec 2026',
    )
    // Information governance sees who somebody is, not where they learn (K6).
    const governance = await partnership.colleague('information-governance')
    const seenBy = (await governance.get(`/people/${personId}/who`)).body
    expect(seenBy).toContain('Adviser for their place of learning')
    expect(seenBy).not.toContain('place of learning: Example Academy')
  })
})

describe('When somebody stops', () => {
  beforeAll(newPartnership)

  it.each([
    ['the membership ends', (who: TestColleague) => `/accounts/${who.accountId}/memberships/${who.membershipId}/end`],
    ['the account is switched off', (who: TestColleague) => `/accounts/${who.accountId}/disable`],
  ])('working because %s, deployment, cover and duty days end too', async (words, path) => {
    house.clock.advance(60_000)
    const admin = await partnership.colleague('administrator')
    const leaver = await partnership.colleague('universal-adviser', `Leaver ${words}`)
    const pupil = await newPerson('Amira', 'Example')
    const covered = await newPerson('Bryn', 'Example', dana)
    await onRoll(school, pupil)
    const { accountId } = leaver
    await as(leader, async tx => {
      const from = tx.acting.today
      for (const done of [
        await deploy(tx, { accountId, organisationId: school, hours: '', from, lastOn: null }),
        await setCover(tx, { awayId: dana.accountId, accountId, reason: 'On leave', from, lastOn: addDays(from, 5) }),
        await setDuty(tx, { accountId, onDay: from }),
        await setDuty(tx, { accountId, onDay: addDays(from, 1) }),
      ])
        expect(done.ok).toBe(true)
    })
    for (const personId of [pupil, covered]) expect(await seen(leaver, personId)).not.toEqual([])
    house.clock.advance(60_000)
    expect((await admin.post(path(leaver), {}, '/accounts')).to).toBe('/accounts')
    for (const moment of [0, 24 * 3_600_000]) {
      house.clock.advance(moment)
      for (const personId of [pupil, covered]) expect(await seen(leaver, personId)).toEqual([])
    }
    at(START)
  })
})

// The first is saved and not kept yet while the second asks: neither sees the other's.
describe('Two people who save the same posting at the same instant', () => {
  beforeAll(newPartnership)

  async function atOnce<T>(
    first: () => Parameters<typeof as<T>>[1],
    second: () => Promise<{ status: number; body: string }>,
  ) {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let saved = () => {}
    const isSaved = new Promise<void>(resolve => {
      saved = resolve
    })
    const one = as(leader, async tx => {
      const outcome = await first()(tx)
      saved()
      await held
      return outcome
    })
    await isSaved
    const two = second()
    await new Promise(resolve => setTimeout(resolve, 300))
    release()
    return [await one, await two] as const
  }
  const grantsOf = async (who: TestColleague) =>
    (
      await test.owner
        .selectFrom('access_grant')
        .select(['started_at', 'ended_at'])
        .where('holder_id', '=', who.accountId)
        .execute()
    ).filter(g => g.ended_at === null || String(g.ended_at) > String(g.started_at))

  it('deploy once: the second reads at the field that it is there already', async () => {
    const fields = { adviser: dana.accountId, institution: school, hours: '', ...dayFields('from', today) }
    const [one, two] = await atOnce(
      () => tx =>
        deploy(tx, { accountId: dana.accountId, organisationId: school, hours: '', from: today, lastOn: null }),
      () => other.post('/deployments/new', fields, '/deployments/new'),
    )
    expect(one.ok).toBe(true)
    expect(two.status).toBe(422)
    expect(summaryOf(two.body)).toEqual([
      '#from-day They are deployed there on some of these days already. End that first, or choose other days',
    ])
    expect(await grantsOf(dana)).toHaveLength(1)
  })

  it('set a cover once', async () => {
    const until = addDays(today, 5)
    const fields = {
      away: mair.accountId,
      covers: imran.accountId,
      reason: 'On a course',
      ...dayFields('from', today),
      ...dayFields('last', until),
    }
    const [one, two] = await atOnce(
      () => tx =>
        setCover(tx, {
          awayId: mair.accountId,
          accountId: imran.accountId,
          reason: 'Made up',
          from: today,
          lastOn: until,
        }),
      () => other.post('/covers/new', fields, '/covers/new'),
    )
    expect(one.ok).toBe(true)
    expect(two.status).toBe(422)
    expect(summaryOf(two.body)).toHaveLength(1)
    expect(summaryOf(two.body)[0]).toMatch(/^#from-day /)
    expect(await grantsOf(imran)).toHaveLength(1)
  })
})
