/** A parent's or carer's way in: what the young person lets them read, shown first, and nothing told in confidence (K2, K11). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId, RowId } from '#ground/ids.ts'
import { INTENSIVE_CLASSES } from '#rooms/access/index.ts'
import { markDeath, protectAddress } from '#rooms/people/index.ts'
import { setTarget } from '#rooms/plans/index.ts'
import { openTestDatabase } from '#test/database.ts'
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
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let safe: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  safe = await partnership.colleague('safeguarding-lead', 'Sol Testcase')
})

const KEPT = ['A step kept close', 'A step about my asthma', 'The other goal of mine']
let made = 0
type Made = { readonly id: PersonId; readonly adult: RowId; readonly goal: RowId; readonly other: RowId }

/** Somebody with two goals, of which one has a step of the plan, one of health and one kept close; and an adult round them. */
async function someone(told = 'ask-first', born = '2012-03-01', responsibility = 'yes'): Promise<Made> {
  const family = `Adultsample${(made += 1)}`
  const id = await addPerson(house, partnership, { given: 'Lena', family, born, lead: dana, isIntensive: true })
  await letSee(house, partnership, { id, by: dana, classes: [...INTENSIVE_CLASSES, 'restricted'] })
  const name = `Mor Carer${made}`
  const fields = { name, relationship: 'Mother', responsibility, told }
  expect((await dana.post(`/people/${id}/adults`, fields, `/people/${id}`)).status).toBe(303)
  for (const words of ['I want to work with animals', KEPT[2] as string]) {
    house.clock.advance(1000)
    await dana.post(`/people/${id}/plan/goals/new`, { words })
  }
  const goals = await test.owner.selectFrom('plan_goal').select(['id', 'words']).where('person_id', '=', id).execute()
  const goal = goals.find(one => one.words.includes('animals'))?.id as RowId
  const steps = [
    ['Ring the vet', 'aspirations', false],
    [KEPT[1], 'physical-health', false],
    [KEPT[0], null, true],
  ] as const
  for (const [what, factor, isRestricted] of steps) {
    house.clock.advance(1000)
    const wanted = {
      ...{
        what: what as string,
        dueOn: null,
        owner: 'young-person',
        ownerName: '',
        support: 'We ring together',
      },
      ...{ howKnown: '', isRestricted, factor: factor === 'physical-health' ? HEALTH : undefined },
    } as Parameters<typeof setTarget>[4]
    const set = await test.database.transaction(dana.acting(), tx => setTarget(tx, id, goal, dana.accountId, wanted))
    if (!set.ok) throw new Error(set.why)
  }
  house.clock.advance(1000)
  const adult = await test.owner
    .selectFrom('person_adult')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  const other = goals.find(one => one.id !== goal)?.id as RowId
  return { id, adult: adult.id as RowId, goal, other }
}
const HEALTH = { code: 'physical-health', label: 'Physical health', discloses: 'health' } as const

const stampIn = (body: string) => /name="stamp" value="([^"]*)"/.exec(body)?.[1] ?? ''
const shownAt = ({ id, adult, goal }: Made) => `/people/${id}/plan/adult/shown?adult=${adult}&goals=${goal}`

async function say(one: Made, says: string, by = dana, over: Record<string, string> = {}) {
  const stamp = stampIn((await by.get(shownAt(one))).body)
  house.clock.advance(1000)
  const answer = await by.post(`/people/${one.id}/plan/adult/make`, {
    ...{ adult: one.adult, goals: one.goal, stamp, says },
    ...over,
  })
  house.clock.advance(1000)
  return answer
}
async function linkTo(one: Made, says = 'agreed'): Promise<MadeTestLink> {
  const answer = await say(one, says)
  expect(answer.status).toBe(200)
  return madeIn(answer.body)
}
const enter = (link: MadeTestLink): Promise<TestVisitor> => enterLink(house, link, 'shared')
const rowsOf = (id: PersonId) => test.owner.selectFrom('secure_link').selectAll().where('person_id', '=', id).execute()

describe('A link for a parent or carer', () => {
  it('is chosen, shown first, agreed to, and opens exactly what was shown', async () => {
    const one = await someone()
    const choose = await dana.get(`/people/${one.id}/plan/adult`)
    expect(choose.body).toContain('Lena decides who reads what of the plan')
    expect(choose.body).not.toContain('checked')
    const chosen = await dana.post(`/people/${one.id}/plan/adult`, { adult: one.adult, goals: one.goal })
    expect(chosen.to).toBe(shownAt(one))
    const shown = await dana.get(shownAt(one))
    expect(shown.body).toContain('Ring the vet')
    for (const words of KEPT) expect(shown.body).not.toContain(words)
    const link = await linkTo(one)
    const before = await house.visitor().get(link.path)
    for (const words of ['Lena', 'Dana', 'Mor Carer', 'plan']) expect(before.body).not.toContain(words)
    const phone = await enter(link)
    const page = await phone.get(`${link.path}/shared`)
    for (const words of ['I want to work with animals', 'Ring the vet', 'Lena’s plan', 'Dana Testcase'])
      expect(page.body).toContain(words)
    for (const words of KEPT) expect(page.body).not.toContain(words)
    const [row] = await rowsOf(one.id)
    expect(row).toMatchObject({ kind: 'adult', classes: 65, adult_basis: 'agreed', adult_id: one.adult })
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(event => event.action)).toContain(
      'plan.viewed-by-adult',
    )
  })

  it('opens nothing else: not the young person’s own page, no letter, and nothing to staff pages', async () => {
    const one = await someone()
    const link = await linkTo(one)
    const phone = await enter(link)
    for (const page of ['plan', 'letter', 'referral'])
      expect((await phone.get(`${link.path}/${page}`)).to, page).toBe(link.path)
    expect((await phone.get(`/people/${one.id}`)).status).not.toBe(200)
  })

  it('says in Welsh what it says in English', async () => {
    const link = await linkTo(await someone())
    const phone = await enter(link)
    const page = await phone.get(`${link.path}/shared?lang=cy`)
    expect((await phone.get(page.to ?? `${link.path}/shared`)).body).toContain('Cynllun Lena')
  })

  it('is over once the hour is, and when another is made for the same adult; another adult’s stays', async () => {
    const one = await someone()
    await dana.post(
      `/people/${one.id}/adults`,
      { name: 'Other Carer', relationship: 'Aunt', responsibility: 'no', told: 'yes' },
      `/people/${one.id}`,
    )
    house.clock.advance(1000)
    const rows = await test.owner.selectFrom('person_adult').select('id').where('person_id', '=', one.id).execute()
    const aunt = rows.find(row => row.id !== one.adult)?.id as RowId
    const first = await linkTo(one)
    await linkTo({ ...one, adult: aunt })
    await linkTo(one)
    const on = house.visitor()
    expect((await on.post(first.path, { code: first.code }, first.path)).body).toContain('This link no longer works')
    const standing = (await rowsOf(one.id)).filter(row => row.ended_at === null).map(row => row.adult_id)
    expect(new Set(standing)).toEqual(new Set([aunt, one.adult]))
    const page = await dana.get(`/people/${one.id}/plan/adult`)
    expect(page.body).toContain('Other Carer')
  })

  it('is ended by a press, and nobody else ends it', async () => {
    const one = await someone()
    const link = await linkTo(one)
    const phone = await enter(link)
    const [row] = await rowsOf(one.id)
    const stranger = await someone()
    expect((await dana.post(`/people/${stranger.id}/plan/adult/${row?.id}/end`, {})).status).toBe(404)
    expect((await mair.post(`/people/${one.id}/plan/adult/${row?.id}/end`, {})).status).toBe(404)
    expect((await dana.post(`/people/${one.id}/plan/adult/${row?.id}/end`, {})).status).toBe(303)
    house.clock.advance(1000)
    expect((await phone.get(`${link.path}/shared`)).to).toBe(link.path)
  })
})

describe('No link is made', () => {
  it.each([
    ['when they say no', 'ask-first', 'no', 'They do not want this adult to read it'],
    [
      'when it is said that they cannot decide, and nobody judged it',
      'yes',
      'cannot',
      'Nobody has judged that they cannot decide',
    ],
    ['when nothing is said', 'yes', '', 'Select what they say to it'],
  ])('%s', async (_words, told, says, message) => {
    const one = await someone(told)
    const answer = await say(one, says)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(message)
    expect(answer.body).toContain('Ring the vet')
    expect(await rowsOf(one.id)).toEqual([])
  })

  it.each(['no', 'never'])('for an adult who is not to be told: %s', async told => {
    const one = await someone(told)
    expect((await dana.get(`/people/${one.id}/plan/adult`)).body).toContain('No adult on the record may be told')
    expect((await dana.get(shownAt(one))).to).toBe(`/people/${one.id}/plan/adult`)
    expect((await say(one, 'agreed')).status).toBe(422)
    expect(await rowsOf(one.id)).toEqual([])
  })

  it('of something that was not shown: the plan is shown again', async () => {
    const one = await someone()
    const answer = await say(one, 'agreed', dana, { goals: one.other })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('The plan was changed a moment ago')
    expect(await rowsOf(one.id)).toEqual([])
  })

  it('of another’s adult or another’s goals', async () => {
    const [one, two] = [await someone(), await someone()]
    for (const fields of [{ adult: two.adult }, { goals: two.goal }])
      expect(
        (
          await dana.post(`/people/${one.id}/plan/adult/make`, {
            adult: one.adult,
            goals: one.goal,
            says: 'agreed',
            ...fields,
          })
        ).status,
      ).toBe(422)
    expect(await rowsOf(one.id)).toEqual([])
  })

  it('without who or what', async () => {
    const one = await someone()
    const answer = await dana.post(`/people/${one.id}/plan/adult`, {})
    expect(summaryOf(answer.body)).toHaveLength(2)
  })

  it('by somebody who may not know them', async () => {
    const one = await someone()
    expect((await mair.get(`/people/${one.id}/plan/adult`)).status).toBe(404)
    expect((await mair.get(shownAt(one))).status).toBe(404)
  })
})

describe('Where the young person could not decide', () => {
  const judge = (one: Made, decider: string) =>
    dana.post(
      `/people/${one.id}/capacity/new`,
      {
        ...{
          about: 'sharing',
          question: 'May your mother read the plan?',
          help: 'Time',
          could: ['says'],
          how: 'Was asked',
        },
        ...{ wishes: 'Would rather not say', outcome: 'not-now', decider, ...dayFields('review-on', [2027, 2, 1]) },
      },
      `/people/${one.id}`,
    )

  it('whoever decides reads it, and is told that it was so', async () => {
    const one = await someone('yes')
    expect((await judge(one, one.adult)).status).toBe(303)
    const link = await linkTo(one, 'cannot')
    const phone = await enter(link)
    expect((await phone.get(`${link.path}/shared`)).body).toContain('could not decide alone')
    expect((await rowsOf(one.id))[0]?.adult_basis).toBe('decided-for')
  })

  it('and not where parental responsibility is not on record', async () => {
    const one = await someone('yes', '2012-03-01', 'not-known')
    await judge(one, one.adult)
    expect((await say(one, 'cannot')).status).toBe(422)
  })
})

describe('What they said yes to', () => {
  it('is what was shown: what was added since is not read, however long the link waits (K2)', async () => {
    const one = await someone()
    const link = await linkTo(one)
    await test.database.transaction(dana.acting(), tx =>
      setTarget(tx, one.id, one.goal, dana.accountId, {
        ...{
          what: 'Tell Dad I want to move out',
          dueOn: null,
          factor: undefined,
          owner: 'young-person',
          ownerName: '',
        },
        ...{ support: '', howKnown: '', isRestricted: false },
      }),
    )
    house.clock.advance(1000)
    const page = (await (await enter(link)).get(`${link.path}/shared`)).body
    expect(page).toContain('Ring the vet')
    expect(page).not.toContain('move out')
  })

  it('is over once they say no', async () => {
    const one = await someone()
    const link = await linkTo(one)
    expect((await say(one, 'no')).status).toBe(422)
    expect((await rowsOf(one.id)).map(row => row.ended_at === null)).toEqual([false])
    const on = house.visitor()
    expect((await on.post(link.path, { code: link.code }, link.path)).body).toContain('This link no longer works')
  })
})

describe('What was about somebody else', () => {
  it('and was read by a link is told to whoever keeps the log: those it was for get no notice (K9)', async () => {
    const officer = await partnership.colleague('information-governance', 'Inga Testcase')
    const one = await someone()
    const link = await linkTo(one)
    await (await enter(link)).get(`${link.path}/shared`)
    house.clock.advance(1000)
    const target = await test.owner
      .selectFrom('plan_target')
      .select('id')
      .where('person_id', '=', one.id)
      .where('what', '=', 'Ring the vet')
      .executeTakeFirstOrThrow()
    const off = await dana.post(
      `/people/${one.id}/misfiled/target/${target.id}`,
      { why: 'It was her twin' },
      `/people/${one.id}`,
    )
    expect(off.status).toBe(303)
    const breach = await test.owner
      .selectFrom('breach')
      .selectAll()
      .where('row_id', '=', target.id)
      .executeTakeFirstOrThrow()
    expect(breach.read_by_link).toEqual(['adult'])
    expect((await officer.get(`/breaches/${breach.id}`)).body).toContain(
      'By a parent or carer. They get no notice here',
    )
  })
})

describe('What is behind it is as things are now', () => {
  it('nothing once the adult is not to be told any more, or is changed on record', async () => {
    const one = await someone('yes')
    const link = await linkTo(one)
    const phone = await enter(link)
    await test.owner.updateTable('person_adult').set({ may_be_told: 'never' }).where('id', '=', one.adult).execute()
    const page = await phone.get(`${link.path}/shared`)
    expect(page.body).toContain('This link no longer works')
    expect(page.body).not.toContain('animals')
  })

  it('nothing once the record is closed to them, or they have died', async () => {
    const one = await someone('yes')
    const link = await linkTo(one)
    const phone = await enter(link)
    const source = { kind: 'staff', organisationId: null } as const
    const died = await test.database.transaction(dana.acting(), tx =>
      markDeath(tx, one.id, tx.acting.today, { ...source, saidOn: tx.acting.today }),
    )
    expect(died.ok).toBe(true)
    house.clock.advance(1000)
    expect((await phone.get(`${link.path}/shared`)).body).toContain('This link no longer works')
  })

  it('says nothing of where they are, whether that is protected or not', async () => {
    const one = await someone('yes')
    await house.command(partnership.id, tx => protectAddress(tx, one.id, 'Made up'))
    house.clock.advance(1000)
    const link = await linkTo(one)
    const page = await (await enter(link)).get(`${link.path}/shared`)
    expect(page.body).toContain('Ring the vet')
    expect(page.body.toLowerCase()).not.toContain('protected')
  })

  it('a worry about them goes to safeguarding under the adult’s name, and not to the adviser', async () => {
    const one = await someone('yes')
    const link = await linkTo(one)
    const phone = await enter(link)
    expect((await phone.get(`${link.path}/worried`)).body).toContain('Worried about their safety?')
    await phone.post(`${link.path}/worried`, { what: 'She has not come home', danger: 'yes' }, `${link.path}/worried`)
    house.clock.advance(1000)
    const concern = await test.owner
      .selectFrom('concern')
      .selectAll()
      .where('person_id', '=', one.id)
      .executeTakeFirstOrThrow()
    expect(concern).toMatchObject({ by_link: true, danger_now: 'yes' })
    expect(concern.by_name).toMatch(/^Mor Carer\d+, Mother$/)
    expect((await safe.get(`/concerns/${concern.id}`)).body).toContain('Mor Carer')
    expect((await dana.get(`/concerns/${concern.id}`)).status).toBe(404)
  })
})

describe('The day they are 16', () => {
  it('what was decided for them opens nothing, and what they agreed to still does', async () => {
    const [decided, agreed] = [await someone('yes', '2010-11-24'), await someone('yes', '2010-11-24')]
    await dana.post(
      `/people/${decided.id}/capacity/new`,
      {
        ...{ about: 'plan', question: 'May your mother read it?', help: 'Time', could: ['says'], how: 'Was asked' },
        ...{
          wishes: 'Would rather not say',
          outcome: 'not-now',
          decider: decided.adult,
          ...dayFields('review-on', [2027, 2, 1]),
        },
      },
      `/people/${decided.id}`,
    )
    const links = [await linkTo(decided, 'cannot'), await linkTo(agreed)] as const
    house.clock.advance(24 * 60 * 60_000)
    const shut = await enter(links[0])
    expect((await shut.get(`${links[0].path}/shared`)).body).toContain('This link no longer works')
    const open = await enter(links[1])
    expect((await open.get(`${links[1].path}/shared`)).body).toContain('Ring the vet')
  })
})
