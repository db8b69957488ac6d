/**
 * Unknown stays unknown (K8), protected means everywhere (K4): people are planted whom a role may not know, and every page,
 * list, search, export, warning and error of that role is searched for any trace of them.
 */
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, toDay } from '#ground/day.ts'
import type { GroupId, PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers, OWN_ROLL_CLASSES, openGrant, setBarrier } from '#rooms/access/index.ts'
import { assignLead, deploy, setCover, setDuty } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { ROLES, type Role, roleMay } from '#rooms/identity/index.ts'
import { addIdentifier, createPerson, setAddress, setAdult, setContactDetail } from '#rooms/people/index.ts'
import { assignList, findList, makeList } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { registerLines } from '#test/register.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lines = registerLines().filter(line => line.method === 'GET')
const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') } as const
const BORN = '2010-03-03'
/** Roles that see everyone's identity by their role. */
const WIDE: readonly Role[] = ['data-officer', 'front-desk', 'information-governance']

/** Somebody planted: every one of these words is found nowhere else. What is typed to look for them is a piece of a word. */
type Planted = {
  readonly id: PersonId
  readonly given: string
  readonly family: string
  readonly contact: string
  readonly words: readonly string[]
}

let partnership: TestPartnership
let elsewhere: Planted
let restricted: Planted
let unknowable: Planted
let known: PersonId
const PROTECTED = 'Wexelbrook Hidden Lane'
const PROTECTED_PHONE = '07700 900987'
const colleagues = new Map<Role, TestColleague>()

beforeAll(async () => {
  partnership = await house.partnership()
  const other = await house.partnership()
  elsewhere = await plant(other, 'Quillworta', 'Farnsbeamer', '1')
  restricted = await plant(partnership, 'Zephyrbana', 'Umberlochner', '2')
  unknowable = await plant(partnership, 'Ottolinexa', 'Brackenthor', '3')
  await house.command(partnership.id, tx => setBarrier(tx, restricted.id, { holderId: null, reason: 'a test' }))
  known = await house.command(partnership.id, async tx => {
    const id = await createPerson(tx, {
      legal: { given: 'Robin', middle: '', family: 'Sample' },
      preferred: null,
      bornOn: BORN as Day,
      source,
    })
    await setAddress(
      tx,
      id,
      { line1: PROTECTED, line2: '', town: 'Sampleton', postcode: 'HX1 9ZZ', isProtected: true },
      source,
    )
    await setContactDetail(tx, id, { kind: 'mobile', value: PROTECTED_PHONE, note: '' }, source)
    return id
  })
  for (const role of ROLES) {
    const colleague = await partnership.colleague(role)
    colleagues.set(role, colleague)
    if (role === 'administrator' || role === 'manager') continue
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId: known },
        holderId: colleague.accountId,
        classes: role === 'partner-practitioner' ? OWN_ROLL_CLASSES : ADVISER_CLASSES,
        basis: 'public-task',
        source: 'lead-adviser',
      }),
    )
  }
})

describe.each(ROLES)('As a %s', role => {
  const hidden = (): readonly Planted[] => [elsewhere, restricted, ...(WIDE.includes(role) ? [] : [unknowable])]
  const me = () => colleagues.get(role) ?? fail()
  const traces = (body: string) =>
    [...hidden().flatMap(planted => [...planted.words, planted.id as string]), PROTECTED, PROTECTED_PHONE].filter(
      word => body.includes(word),
    )

  it('no page holds a trace of them, not even when asked for them by id', async () => {
    for (const line of lines) {
      const ids =
        line.path.includes(':personId') || line.path.includes(':contactId')
          ? [known as string, ...hidden().map(one => (line.path.includes(':contactId') ? one.contact : one.id))]
          : [v7()]
      for (const id of ids) {
        const path = line.path.replaceAll(/:\w+/g, id)
        const answer = await me().get(path)
        // An id that was typed is not given back either.
        expect(traces(answer.body), path).toEqual([])
        if ('permission' in line.guard && !ids.includes(known) && line.path.includes(':'))
          expect(answer.status, path).toBe(404)
      }
    }
  })

  it('their records read like nothing, byte for byte, and the try is written down with whom it was about or not at all', async () => {
    if (!roleMay(role, 'person.open')) return expect((await me().get(`/people/${restricted.id}`)).status).toBe(404)
    const nothing = withoutTokens(await me().get('/nowhere'))
    for (const planted of hidden()) {
      for (const part of ['', '/details', '/who', '/identity', '/contacts/new']) {
        const answer = await me().get(`/people/${planted.id}${part}`)
        expect([answer.status, withoutTokens(answer)], part).toEqual([404, nothing])
        expect(await eventsOf(test, { requestId: answer.requestId })).toMatchObject([{ outcome: 'refused' }])
      }
    }
    return undefined
  })

  it('no search finds them: by name, by half a name, by birth date, number, postcode', async () => {
    for (const planted of hidden()) {
      for (const typed of waysToAsk(planted)) {
        const answer = await me().get(`/find?q=${encodeURIComponent(typed)}`)
        const echoed = answer.body.replaceAll(typed, '')
        expect(traces(echoed), typed).toEqual([])
      }
    }
  })

  it('no export and no list counts them', async () => {
    for (const path of ['/caseload.csv', '/caseload?q=', '/']) {
      const answer = await me().get(path)
      if (answer.status === 200) expect(traces(answer.body), path).toEqual([])
    }
  })
})

describe('A data officer, who may know everyone but the restricted', () => {
  it('finds the one whom others may not know: what is searched for can be found', async () => {
    const me = colleagues.get('data-officer') ?? fail()
    const record = await me.get(`/people/${unknowable.id}`)
    expect(record.body).toContain(unknowable.family)
    expect((await me.get(`/people/${unknowable.id}/details`)).body).toContain(unknowable.words[2])
    for (const typed of waysToAsk(unknowable))
      expect((await me.get(`/find?q=${encodeURIComponent(typed)}`)).body, typed).toContain(unknowable.id)
  })
})

describe('What postings show', () => {
  it('of a restricted record is nothing: not to the deployed, not under cover, not at the duty desk, not on a tracking list', async () => {
    const adviser = await partnership.colleague('universal-adviser', 'Posted Testcase')
    const officer = await partnership.colleague('tracking-officer', 'Lists Testcase')
    const away = await partnership.colleague('universal-adviser', 'Away Testcase')
    const { school, cover } = await house.command(partnership.id, async tx => {
      const { today } = tx.acting
      const organisationId = await addOrganisation(tx, { name: 'Example Academy', kind: 'school' })
      await addMembers(tx, organisationId as string as GroupId, [known, restricted.id])
      for (const personId of [known, restricted.id])
        await assignLead(tx, personId, { accountId: away.accountId, isIntensive: false, reason: 'a test' })
      const { accountId } = adviser
      const deployed = await deploy(tx, { accountId, organisationId, hours: '', from: today, lastOn: null })
      const covering = await setCover(tx, {
        awayId: away.accountId,
        accountId,
        reason: 'a test',
        from: today,
        lastOn: today,
      })
      const onDuty = await setDuty(tx, { accountId, onDay: today })
      if (!deployed.ok || !covering.ok || !onDuty.ok) throw new Error('a posting was refused')
      return { school: organisationId, cover: covering.value }
    })
    const list = await test.database.transaction((colleagues.get('data-officer') ?? fail()).acting(), async tx => {
      const criteria = { activity: 'any', organisationId: null, schoolYear: null, lead: 'any' } as const
      const listed = await makeList(tx, 'Everybody', criteria)
      if (!listed.ok) throw new Error(listed.why)
      const found = await findList(tx, listed.value)
      // Even one who was on it before the record was restricted.
      await addMembers(tx, listed.value, [restricted.id])
      if (found) await assignList(tx, found, { accountId: officer.accountId, lastOn: null })
      return listed.value
    })
    const pages: (readonly [TestColleague, string])[] = [
      [adviser, `/institutions/${school}`],
      [adviser, `/institutions/${school}?q=${restricted.family}`],
      [adviser, `/caseload/cover/${cover}`],
      [adviser, '/find?q=Umberlochne'],
      [officer, `/caseload/lists/${list}`],
      [officer, `/caseload/lists/${list}/csv`],
      [colleagues.get('data-officer') ?? fail(), `/tracking-lists/${list}`],
      [colleagues.get('team-leader') ?? fail(), `/tracking-lists/${list}`],
    ]
    for (const [who, path] of pages) {
      const answer = await who.get(path)
      expect(answer.status, path).toBe(200)
      const body = answer.body.replaceAll(restricted.family, path.includes(restricted.family) ? '' : restricted.family)
      expect(
        [...restricted.words, restricted.id as string].filter(word => body.includes(word)),
        path,
      ).toEqual([])
      if (!path.includes('q=') && !path.startsWith('/tracking-lists')) expect(answer.body, path).toContain('Robin')
    }
    expect((await adviser.get(`/people/${restricted.id}`)).status).toBe(404)
    expect((await officer.get(`/people/${restricted.id}`)).status).toBe(404)
  })
})

describe('Whoever may make a record', () => {
  it.each(ROLES.filter(role => roleMay(role, 'person.create')))(
    'as a %s is not warned of somebody they may not know: it is saved as for a new person',
    async role => {
      const me = colleagues.get(role) ?? fail()
      for (const planted of [elsewhere, restricted, ...(WIDE.includes(role) ? [] : [unknowable])]) {
        const answer = await me.post('/people/new', {
          given: planted.given,
          family: planted.family,
          'born-day': '3',
          'born-month': '3',
          'born-year': '2010',
        })
        expect(answer.status, planted.family).toBe(303)
        expect(answer.to).not.toContain(planted.id)
      }
    },
  )
})

describe('Emergency access', () => {
  it('to a restricted record reads as to nobody', async () => {
    const me = colleagues.get('universal-adviser') ?? fail()
    const ask = (given: string, family: string) =>
      me.post('/emergency-access/new', {
        given,
        family,
        'born-day': '3',
        'born-month': '3',
        'born-year': '2010',
        reason: 'A made-up reason for this test',
      })
    const shut = await ask(restricted.given, restricted.family)
    const nobody = await ask('Nobodyatall', 'Nowheretobe')
    expect([shut.status, nobody.status]).toEqual([422, 422])
    const bare = (answer: typeof shut) => withoutTokens(answer).replaceAll(/value="[^"]*"/g, 'value')
    expect(bare(shut)).toBe(bare(nobody))
  })
})

async function plant(where: TestPartnership, given: string, family: string, n: string): Promise<Planted> {
  const words = [
    given,
    family,
    `${family}street`,
    `${family.toLowerCase()}@planted.example`,
    `10000000${n}${checkDigit(`10000000${n}`)}`,
    `${given}aunt`,
    `${family}note`,
  ]
  const id = await house.command(where.id, async tx => {
    const made = await createPerson(tx, {
      legal: { given, middle: '', family },
      preferred: null,
      bornOn: BORN as Day,
      source,
    })
    await setAddress(
      tx,
      made,
      { line1: words[2] ?? '', line2: '', town: 'Sampleton', postcode: 'HX1 9ZZ', isProtected: false },
      source,
    )
    await setContactDetail(tx, made, { kind: 'email', value: words[3] ?? '', note: '' }, source)
    await addIdentifier(tx, made, { kind: 'uln', value: words[4] ?? '' }, source)
    await setAdult(
      tx,
      made,
      {
        name: words[5] ?? '',
        relationship: 'aunt',
        responsibility: 'not-known',
        evidence: '',
        courtOrder: '',
        mayBeTold: 'ask-first',
        phone: '',
      },
      source,
    )
    return made
  })
  const contact = v7()
  await sql
    .raw(
      `insert into app.contact (partnership_id, id, person_id, origin_person_id, account_id, happened_on, kind, purpose, outcome, notes, recorded_at)
       values ('${where.id}', '${contact}', '${id}', '${id}', '${v7()}', '2026-11-01', 'phone', 'support', 'done', '${words[6]}', '2026-11-01T10:00:00Z')`,
    )
    .execute(test.owner)
  return { id, given, family, contact, words }
}

/** What somebody who has heard of them would type. None of it is a whole word of theirs but the number. */
function waysToAsk({ given, family, words }: Planted): string[] {
  const typedWrong = `${given} ${family}`.slice(0, -1)
  return [
    typedWrong,
    `${family.slice(0, -1)} ${given.slice(0, -1)}`,
    `${typedWrong} 3/3/2010`,
    '3/3/2010',
    words[4] ?? '',
    'HX1 9ZZ',
  ]
}

/** The tenth figure of a ULN. */
function checkDigit(nine: string): number {
  const sum = Array.from(nine).reduce((total, figure, i) => total + Number(figure) * (10 - i), 0)
  return 10 - (sum % 11)
}

function fail(): never {
  throw new Error('there is no such colleague')
}
