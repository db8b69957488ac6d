import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { openLog } from '#ground/log.ts'
import { ADVISER_CLASSES, openGrant, setBarrier } from '#rooms/access/index.ts'
import type { Role } from '#rooms/identity/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  headingOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { registerLines } from '#test/register.ts'
import { startClockwork } from '../../clockwork.ts'
import { escalateUnread } from './index.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lines = registerLines()
const MINUTE = 60_000
/** Nothing of ours holds this word: wherever it is found, a concern was read. */
const PLANTED = 'zanzibarquartz'
const OTHERS: readonly Role[] = [
  'administrator',
  'data-officer',
  'tracking-officer',
  'universal-adviser',
  'intensive-adviser',
  'team-leader',
  'front-desk',
  'manager',
  'information-governance',
  'partner-practitioner',
]

let partnership: TestPartnership
let lead: TestColleague
let deputy: TestColleague
let adviser: TestColleague
let person: PersonId

beforeAll(async () => {
  partnership = await house.partnership()
  lead = await partnership.colleague('safeguarding-lead', 'Ruth Testcase')
  deputy = await partnership.colleague('safeguarding-deputy', 'Tomasz Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  person = await newPerson()
  await lets(adviser, person)
})

describe('Raising a concern', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['with nothing in it', {}],
    ['with half a sentence', { what: 'They said that' }],
    ['with a name only', { 'about-name': 'The tall one in the second row' }],
    ['about an id that is none', { about: 'not-an-id', what: 'They said that' }],
  ])('%s is taken, and the lead and the deputy are told at once, here and by the outbox', async (_words, fields) => {
    const id = await raise(adviser, fields)
    const notices = await told(id)
    expect(notices.notice.toSorted(byText)).toEqual([lead.accountId, deputy.accountId].toSorted(byText))
    expect(notices.outbox.toSorted(byText)).toEqual([lead.accountId, deputy.accountId].toSorted(byText))
    expect(await concern(id)).toMatchObject({
      state: 'raised',
      what: fields['what'] ?? '',
      about_name: fields['about-name'] ?? '',
      raised_by: adviser.accountId,
      person_id: null,
    })
    const events = await eventsOf(test, { target: id })
    expect(events).toMatchObject([{ action: 'concern.raised', outcome: 'done', actor_id: adviser.accountId }])
  })

  it.each(OTHERS)('is for everyone: a %s may', async role => {
    const someone = await partnership.colleague(role)
    expect((await someone.get('/concerns/new')).status).toBe(200)
    expect(headingOf((await someone.get(`/concerns/${await raise(someone, {})}/receipt`)).body)).toBe(
      'The safeguarding lead has been told',
    )
  })

  it('keeps every word when one field is too long, and sends nothing', async () => {
    const long = 'word '.repeat(2100)
    const answer = await adviser.post('/concerns/new', { what: long, 'done-so-far': PLANTED, about: person })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toMatch(/^#what This is too long/)
    expect(answer.body).toContain(PLANTED)
    expect(answer.body).toContain('word word word')
  })

  it.each([
    ['a page of ours', '/people/1/assessment?q=secret#top', '/people/1/assessment'],
    ['another site', 'https://elsewhere.example/people/1', ''],
    ['what a browser reads as another site', '//elsewhere.example/x', ''],
    ['no page', `/${'x'.repeat(400)}`, ''],
  ])('takes along the page it was raised from: %s', async (_words, from, kept) => {
    const id = await raise(adviser, { from, what: 'They said that' })
    expect((await concern(id))?.raised_from).toBe(kept)
    const shown = (await lead.get(`/concerns/${id}`)).body
    if (kept === '') expect(shown).not.toContain('Open the page it was raised from')
    else expect(shown).toContain(`href="${kept}"`)
  })

  it('takes along what was half written on a page, to be changed before it is sent, and sends nothing by itself', async () => {
    const before = (await lead.get('/concerns')).body.split(PLANTED).length
    const form = await adviser.post('/concerns/new/along', {
      about: person,
      from: `/people/${person}/assessment`,
      what: `What they said: ${PLANTED}\r\n${'long '.repeat(4000)}`,
    })
    expect(form.status).toBe(200)
    expect(form.body).toContain(PLANTED)
    expect(form.body).toContain(`value="/people/${person}/assessment"`)
    expect(form.body).toContain('nothing on it is lost')
    expect((await lead.get('/concerns')).body.split(PLANTED).length).toBe(before)
    const typed = /<textarea[^>]*name="what"[^>]*>([^<]*)</.exec(form.body)?.[1] ?? ''
    const sent = await raise(adviser, { about: person, from: `/people/${person}/assessment`, what: typed })
    expect((await concern(sent))?.what).toContain(PLANTED)
  })

  it('about somebody one may not know takes along nothing of them', async () => {
    const other = await newPerson()
    const form = await adviser.post('/concerns/new/along', { about: other, what: 'They said that' })
    expect(form.body).not.toContain(other)
  })

  it('about somebody opens their record to the lead and the deputy, and tells everyone else only whom to speak to', async () => {
    const about = await newPerson()
    await lets(adviser, about)
    expect((await lead.get(`/people/${about}`)).status).toBe(404)
    await raise(adviser, { about, what: PLANTED })
    for (const safeguarder of [lead, deputy]) expect((await safeguarder.get(`/people/${about}`)).status).toBe(200)
    const record = await adviser.get(`/people/${about}`)
    expect(record.body).toContain('Speak to Ruth Testcase before contact.')
    expect(record.body).not.toContain(PLANTED)
  })

  it('twice about somebody warns once', async () => {
    const about = await newPerson()
    await lets(adviser, about)
    await raise(adviser, { about })
    await raise(adviser, { about })
    const alerts = await test.owner
      .selectFrom('person_alert')
      .select('first_words')
      .where('person_id', '=', about)
      .execute()
    expect(alerts).toEqual([{ first_words: 'Speak to Ruth Testcase before contact.' }])
  })
})

describe('The alert a concern raised', () => {
  const NOT_YOURS = 'Only the safeguarding lead or deputy can end this.'
  async function warned() {
    const about = await newPerson()
    await lets(adviser, about)
    await raise(adviser, { about })
    const { id } = await test.owner
      .selectFrom('person_alert')
      .select('id')
      .where('person_id', '=', about)
      .executeTakeFirstOrThrow()
    const standing = async () =>
      (
        await test.owner.selectFrom('person_alert').select(['finished_on', 'sealed_at']).where('id', '=', id).execute()
      )[0]
    return { about, id, standing }
  }

  it.each(OTHERS)('is ended by no %s, nor taken off as about somebody else', async role => {
    const { about, id, standing } = await warned()
    const other = await partnership.colleague(role)
    await lets(other, about)
    const nothing = withoutTokens(await other.get('/nowhere'))
    for (const path of [`/people/${about}/alerts/${id}/end`, `/people/${about}/misfiled/alert/${id}`])
      expect((await other.post(path, { why: 'Made up' }, '/account')).status, path).toBe(404)
    expect(withoutTokens(await other.get(`/people/${about}/misfiled/alert/${id}`))).toBe(nothing)
    expect(await standing()).toEqual({ finished_on: null, sealed_at: null })
    const { status, body } = await other.get(`/people/${about}/details`)
    if (status === 200) expect(body).not.toContain(`/alerts/${id}/end`)
    if (role.endsWith('adviser')) expect(body).toContain(NOT_YOURS)
  })

  it('cannot be changed by the program for anybody without the class, whatever its code says', async () => {
    const { about, id, standing } = await warned()
    const change = (who: TestColleague) =>
      test.database.transaction(who.acting(), async tx => {
        const changed = await sql`update person_alert set finished_on = started_on where id = ${id}`.execute(tx.db)
        return Number(changed.numAffectedRows)
      })
    const officer = await partnership.colleague('data-officer')
    await lets(officer, about)
    for (const who of [adviser, officer]) expect(await change(who)).toBe(0)
    expect(await standing()).toMatchObject({ finished_on: null })
    expect(await change(deputy)).toBe(1)
  })

  it.each([
    ['lead', () => lead],
    ['deputy', () => deputy],
  ])('is ended by the safeguarding %s, and leaves the record with that', async (_who, whoever) => {
    const { about, id, standing } = await warned()
    const who = whoever()
    const { body } = await who.get(`/people/${about}/details`)
    expect(body).toContain(`/people/${about}/alerts/${id}/end`)
    expect(body).not.toContain(NOT_YOURS)
    const answer = await who.post(`/people/${about}/alerts/${id}/end`)
    expect(answer.to).toBe(`/people/${about}/details`)
    expect((await standing())?.finished_on).not.toBeNull()
    expect((await adviser.get(`/people/${about}`)).body).not.toContain('before contact.')
    expect(await eventsOf(test, { target: id })).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'person.alert-ended', actor_id: who.accountId })]),
    )
  })

  it('is not an ordinary one: what staff put there, whoever may edit the record ends', async () => {
    const about = await newPerson()
    await lets(adviser, about)
    await adviser.post(`/people/${about}/alerts`, {
      kind: 'note',
      first: 'Made up',
      more: '',
      told: 'yes',
      ...dayFields('review', [2027, 2, 1]),
    })
    const { id } = await test.owner
      .selectFrom('person_alert')
      .select('id')
      .where('person_id', '=', about)
      .executeTakeFirstOrThrow()
    expect((await adviser.post(`/people/${about}/alerts/${id}/end`)).status).toBe(303)
    expect((await adviser.post(`/people/${about}/alerts/${id}/end`)).status).toBe(404)
  })
})

describe('A concern about somebody the raiser may not know', () => {
  const unknowable = {
    'who is nobody': async () => v7(),
    'whom they have no grant for': () => newPerson(),
    'whose record is restricted': async () => {
      const hidden = await newPerson()
      await lets(adviser, hidden)
      await house.command(partnership.id, tx => setBarrier(tx, hidden, { holderId: null, reason: 'a test' }))
      return hidden
    },
    'of another partnership': async () => {
      const elsewhere = await house.partnership()
      return addPerson(house, elsewhere, { family: 'Sample' })
    },
  }

  it.each(Object.entries(unknowable))('%s is taken as if none was named', async (_words, make) => {
    const hidden = await make()
    const [form, plain] = [await adviser.get(`/concerns/new?about=${hidden}`), await adviser.get('/concerns/new')]
    expect(withoutTokens(form)).toBe(withoutTokens(plain))
    const id = await raise(adviser, { about: hidden, what: 'They said that' })
    expect(await concern(id)).toMatchObject({ person_id: null, origin_person_id: null, what: 'They said that' })
    const [shown, other] = [
      await adviser.get(`/concerns/${id}/receipt`),
      await adviser.get(`/concerns/${await raise(adviser, {})}/receipt`),
    ]
    expect(withoutTokens(shown)).toBe(withoutTokens(other))
    const grants = await test.owner
      .selectFrom('access_grant')
      .select('id')
      .where('person_id', '=', hidden as PersonId)
      .where('source', '=', 'safeguarding')
      .execute()
    const alerts = await test.owner
      .selectFrom('person_alert')
      .select('id')
      .where('person_id', '=', hidden as PersonId)
      .execute()
    expect([grants, alerts]).toEqual([[], []])
    expect((await eventsOf(test, { target: id }))[0]?.person_ids).toEqual([])
  })
})

describe('What a concern says', () => {
  let id: string
  beforeAll(async () => {
    id = await raise(adviser, { about: person, what: `They said ${PLANTED}`, 'done-so-far': `Did ${PLANTED}` })
    const version = await read(lead, id)
    expect(
      (
        await lead.post(
          `/concerns/${id}`,
          { decision: 'early-help', why: `Because ${PLANTED}`, version },
          `/concerns/${id}`,
        )
      ).to,
    ).toBe('/concerns')
  })

  it.each(OTHERS)('is on no page of a %s, even one who has the record', async role => {
    const someone = await partnership.colleague(role)
    await lets(someone, person)
    for (const line of lines.filter(one => one.method === 'GET')) {
      const path = line.path
        .replace(':personId', person)
        .replace(':concernId', id)
        .replace(':accountId', adviser.accountId)
        .replaceAll(/:\w+/g, () => v7())
      const answer = await someone.get(path)
      expect(answer.body.includes(PLANTED), path).toBe(false)
      if (path === '/concerns' || path.startsWith(`/concerns/${id}`)) expect(answer.status, path).toBe(404)
    }
    const searched = await someone.get(`/find?q=${PLANTED}`)
    expect(searched.body.replaceAll(`value="${PLANTED}"`, '').includes(`They said ${PLANTED}`)).toBe(false)
  })

  it('is not on the receipt of the one who raised it, which says how far it is', async () => {
    const receipt = await adviser.get(`/concerns/${id}/receipt`)
    expect(receipt.status).toBe(200)
    expect(receipt.body).toContain('Decided')
    expect(receipt.body).not.toContain(PLANTED)
    expect((await adviser.get(`/concerns/${id}`)).status).toBe(404)
  })

  it('is read by the lead and the deputy, and each reading is written down', async () => {
    for (const safeguarder of [lead, deputy]) {
      const answer = await safeguarder.get(`/concerns/${id}`)
      expect(answer.body).toContain(`They said ${PLANTED}`)
      expect(await eventsOf(test, { requestId: answer.requestId })).toMatchObject([
        { action: 'concern.viewed', person_ids: [person], target_id: id },
      ])
    }
  })

  it('is nothing to the safeguarding lead of another partnership', async () => {
    const stranger = await (await house.partnership()).colleague('safeguarding-lead')
    const answer = await stranger.get(`/concerns/${id}`)
    expect(withoutTokens(answer)).toBe(withoutTokens(await stranger.get('/nowhere')))
    expect((await stranger.get('/concerns')).body).not.toContain(id)
  })
})

describe('A receipt', () => {
  it('is for the raiser alone: not for a colleague, not for the lead', async () => {
    const id = await raise(adviser, { what: 'They said that' })
    const colleague = await partnership.colleague('universal-adviser')
    for (const other of [colleague, lead]) {
      const answer = await other.get(`/concerns/${id}/receipt`)
      expect(answer.status).toBe(404)
      expect(withoutTokens(answer)).toBe(withoutTokens(await other.get('/nowhere')))
    }
    const answer = await adviser.get(`/concerns/${id}/receipt`)
    expect(answer.body).toContain('Ruth Testcase, Tomasz Testcase')
    expect(answer.body).toContain('Not read yet')
  })
})

describe('A decision', () => {
  it('says what is missing, is kept with its reason, and the raiser is told that there is one', async () => {
    const id = await raise(adviser, { what: 'They said that' })
    const version = await read(lead, id)
    const missing = await lead.post(`/concerns/${id}`, { version }, `/concerns/${id}`)
    expect(missing.status).toBe(422)
    expect(summaryOf(missing.body).map(line => line.split(' ')[0])).toEqual(['#decision', '#why'])
    await lead.post(`/concerns/${id}`, { decision: 'police', why: 'Told at once', version }, `/concerns/${id}`)
    expect(await concern(id)).toMatchObject({
      state: 'decided',
      decision: 'police',
      decision_why: 'Told at once',
      decided_by: lead.accountId,
    })
    const notices = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('target_id', '=', id as never)
      .where('account_id', '=', adviser.accountId)
      .execute()
    expect(new Set(notices.map(notice => notice.kind))).toEqual(new Set(['concern.read', 'concern.decided']))
  })

  it('on a page that is out of date is not kept: the other one stands', async () => {
    const id = await raise(adviser, { what: 'They said that' })
    const version = await read(lead, id)
    await deputy.post(`/concerns/${id}`, { decision: 'police', why: 'Told at once', version }, `/concerns/${id}`)
    const late = await lead.post(
      `/concerns/${id}`,
      { decision: 'early-help', why: 'Thought otherwise', version },
      `/concerns/${id}`,
    )
    expect(late.status).toBe(409)
    expect(late.body).toContain('Thought otherwise')
    expect(await concern(id)).toMatchObject({ decision: 'police', decided_by: deputy.accountId })
  })
})

describe('A concern that nobody reads', () => {
  it.each([
    ['yes', 15],
    ['not-said', 30],
    ['no', 60],
  ])('with somebody in danger now: %s goes further after %i minutes, once', async (danger, minutes) => {
    const own = await house.partnership()
    const people: Partial<Record<Role, TestColleague>> = {}
    for (const role of [
      'safeguarding-lead',
      'safeguarding-deputy',
      'manager',
      'team-leader',
      'universal-adviser',
      'data-officer',
    ] as const)
      people[role] = await own.colleague(role)
    const id = await raise(people['universal-adviser'] ?? adviser, { danger, what: 'They said that' })
    house.clock.advance(minutes * MINUTE - 1)
    expect(await escalate(own)).toBe(0)
    house.clock.advance(1)
    expect(await escalate(own)).toBe(1)
    expect(await escalate(own)).toBe(0)
    const unread = await told(id, 'concern.unread')
    const expected = (['safeguarding-lead', 'safeguarding-deputy', 'manager', 'team-leader'] as const)
      .map(role => String(people[role]?.accountId))
      .toSorted(byText)
    expect([unread.notice.toSorted(byText), unread.outbox.toSorted(byText)]).toEqual([expected, expected])
    expect((await eventsOf(test, { target: id })).map(event => event.action)).toEqual([
      'concern.raised',
      'concern.escalated',
    ])
  })

  it('is carried further by the running program itself, in every partnership', async () => {
    const [one, two] = [await house.partnership(), await house.partnership()]
    const ids = []
    for (const own of [one, two]) ids.push(await raise(await own.colleague('manager'), { danger: 'yes' }))
    house.clock.advance(15 * MINUTE)
    const outboxFolder = mkdtempSync(join(tmpdir(), 'connexions-outbox-'))
    const running = startClockwork({
      database: test.database,
      clock: house.clock,
      log: openLog('silent'),
      outboxFolder,
      publicUrl: 'http://127.0.0.1',
      matching: house.matching.jobs,
      everyMs: 20,
    })
    for (const id of ids)
      await expect.poll(async () => (await concern(id))?.escalated_at, { timeout: 20_000 }).toBe(house.clock.now())
    await running.stop()
    rmSync(outboxFolder, { recursive: true, force: true })
  })

  it('goes no further once it was read', async () => {
    const own = await house.partnership()
    const reader = await own.colleague('safeguarding-lead')
    const id = await raise(await own.colleague('manager'), { danger: 'yes' })
    await read(reader, id)
    house.clock.advance(24 * 60 * MINUTE)
    expect(await escalate(own)).toBe(0)
  })
})

const newPerson = (): Promise<PersonId> => addPerson(house, partnership, { family: 'Sample' })

async function lets(colleague: TestColleague, personId: PersonId): Promise<void> {
  await house.command(partnership.id, tx =>
    openGrant(tx, {
      scope: { kind: 'person', personId },
      holderId: colleague.accountId,
      classes: ADVISER_CLASSES,
      basis: 'public-task',
      source: 'lead-adviser',
    }),
  )
}

/** Raises a concern over HTTP and gives its id. */
async function raise(by: TestColleague, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await by.post('/concerns/new', fields, '/concerns/new')
  expect(answer.status).toBe(303)
  return /^\/concerns\/([^/]+)\/receipt$/.exec(answer.to ?? '')?.[1] ?? ''
}

/** Reads a concern over HTTP and gives the version the page carries. */
async function read(by: TestColleague, id: string): Promise<string> {
  const answer = await by.get(`/concerns/${id}`)
  expect(answer.status).toBe(200)
  return (
    /name="version"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="version"/.exec(answer.body)?.slice(1).find(Boolean) ?? ''
  )
}

function escalate(own: TestPartnership): Promise<number> {
  return house.command(own.id, tx => asHouse(tx, 'a test', escalateUnread))
}

function concern(id: string) {
  return test.owner
    .selectFrom('concern')
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirst()
}

async function told(id: string, kind = 'concern.raised') {
  const of = async (table: 'notice' | 'outbox_message') =>
    (
      await test.owner
        .selectFrom(table)
        .select('account_id')
        .where('target_id', '=', id as never)
        .where('kind', '=', kind)
        .execute()
    ).map(row => row.account_id as string)
  return { notice: await of('notice'), outbox: await of('outbox_message') }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}
