/** Three partners list the same young people, each with mistakes of its own: what matching learns of it, and whom it links. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import type { Run } from '#rooms/intake/index.ts'
import { type Judgement, judgeRows, type Sought } from '#rooms/matching/index.ts'
import { addIdentifier, changeIdentity, setAddress, setContactDetail } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import {
  british,
  isCommon,
  type Listed,
  listedAs,
  listedPeople,
  mistakeOf,
  SISTERS,
  TWINS,
} from '#test/listed-people.ts'
import { csv, openLists, uln } from '#test/lists.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

const HEADER = 'UPN,Surname,Forename,Date of birth,Postcode,Address 1,Mobile'
const PEOPLE = listedPeople(180)
/** Alone at home, and with names that nobody else has. */
const SHUT = PEOPLE[20] as Listed

let partnership: TestPartnership
let officer: TestColleague
let schoolId: OrganisationId
let collegeId: OrganisationId
let trainingId: OrganisationId
/** What the lists after the first came to. */
let college: Run
let training: Run
/** Who everybody is, by their place among the made-up people. */
let ids: Map<number, PersonId>

const rowOf = (p: Listed, { number = '', mobile = p.mobile } = {}) =>
  [number, p.family, p.given, british(p.born), p.postcode, `${p.n} Sample Street`, mobile].join(',')

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  schoolId = await lists.partner(partnership, 'school')
  collegeId = await lists.partner(partnership, 'college')
  trainingId = await lists.partner(partnership, 'training-provider')
  await lists.take(officer, schoolId, csv(HEADER, ...PEOPLE.map(p => rowOf(p, { number: p.upn }))))
  const { rows } = await sql<{ upn: string; person: PersonId }>`
    select value as upn, person_id as person from person_identifier where kind = 'upn'`.execute(test.owner)
  const byUpn = new Map(rows.map(r => [r.upn, r.person]))
  ids = new Map(PEOPLE.map(p => [p.n, byUpn.get(p.upn) as PersonId]))
  await house.command(partnership.id, tx =>
    setBarrier(tx, ids.get(SHUT.n) as PersonId, { holderId: null, reason: 'A test' }),
  )
  // The college knows the number of two in three, and the phone of three in four.
  college = await lists.take(
    officer,
    collegeId,
    csv(
      HEADER,
      ...PEOPLE.map(p =>
        rowOf(listedAs(p, mistakeOf(p, 1)), {
          number: p.n % 3 > 0 && p.of === null ? p.upn : '',
          mobile: p.n % 4 > 0 ? p.mobile : '',
        }),
      ),
    ),
  )
  training = await lists.take(officer, trainingId, csv(HEADER, ...PEOPLE.map(p => rowOf(listedAs(p, mistakeOf(p, 2))))))
})

type Row = { row: number; verdict: string; person: PersonId | null; why: string; weighed: object[] | null }

async function rowsOf({ id }: Run): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select row_number as row, verdict, person_id as person, why, weighed from intake_row where run_id = ${id} order by row_number`.execute(
    test.owner,
  )
  return rows
}

const count = async (of: ReturnType<typeof sql<{ n: number }>>) => (await of.execute(test.owner)).rows[0]?.n ?? 0

const judge = (sought: Sought): Promise<Judgement> =>
  house.command(partnership.id, async tx => (await judgeRows(tx, [sought]))[0] as Judgement)

const seen = (p: Listed, but: Partial<Sought> = {}): Sought => ({
  names: [{ given: p.given, family: p.family }],
  bornOn: toDay(p.born),
  postcodes: [p.postcode],
  upns: [],
  ulns: [],
  nhss: [],
  phones: [p.mobile],
  emails: [],
  ...but,
})

const staff = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-23') } as const

describe('After two partners listed the same people', () => {
  it('a model is live, by what the lists told, with an index of everybody and how common values are', async () => {
    const { rows } = await sql<{ generation: number; state: string; why: string; records: number }>`
      select generation, state, why, (document ->> 'records')::int as records from match_model order by generation`.execute(
      test.owner,
    )
    const live = rows.filter(m => m.state === 'live')
    expect(live).toMatchObject([{ why: 'list' }])
    expect(rows[0]?.records).toBeGreaterThan(PEOPLE.length * 1.7)
    const { generation = -1 } = live[0] ?? {}
    expect(
      await count(
        sql`select count(*)::int as n from match_entry where generation = ${generation} and person_id = any(${[...ids.values()]}::uuid[])`,
      ),
    ).toBe(PEOPLE.length)
    expect(
      await count(sql`select count(*)::int as n from (
        (select person_id, unnest(keys) as key from match_entry where generation = ${generation})
        except (select person_id, key from match_key where generation = ${generation})) missing`),
    ).toBe(0)
    expect(
      await count(sql`select count(*)::int as n from match_term where generation = ${generation}`),
    ).toBeGreaterThan(50)
    // Nothing is left of an index that neither is in use nor was just before.
    const kept = rows.filter(m => m.state === 'live' || m.generation === generation - 1).map(m => m.generation)
    for (const table of ['match_entry', 'match_key', 'match_term'])
      expect(
        await count(
          sql`select count(*)::int as n from ${sql.table(table)} where generation <> all(${[...kept, 0]}::int[])`,
        ),
        table,
      ).toBe(0)
  })

  it('whoever is linked is linked to whom the row is about, whatever the mistake; the rest is asked or was not told', async () => {
    let weighed = 0
    for (const run of [college, training]) {
      const rows = await rowsOf(run)
      expect(rows).toHaveLength(PEOPLE.length)
      const wrong = rows.filter((r, n) => r.person !== null && r.person !== ids.get(n))
      expect(wrong).toEqual([])
      expect(rows.filter(r => r.verdict === 'new')).toEqual(
        rows.filter((_, n) => n === SHUT.n).filter(r => r.verdict === 'new'),
      )
      // More is known than asked about.
      expect(rows.filter(r => r.verdict === 'question').length).toBeLessThan(PEOPLE.length / 3)
      weighed += rows.filter(r => r.why === 'weighed').length
    }
    expect(weighed).toBeGreaterThan(20)
  })

  it('no twin is linked to the other, and no list made one of two', async () => {
    const at = PEOPLE.length - TWINS - SISTERS
    for (const run of [college, training]) {
      const rows = await rowsOf(run)
      for (const { n, of } of PEOPLE.slice(at)) {
        expect([ids.get(n), null]).toContain(rows[n]?.person)
        expect([ids.get(of ?? -1), null]).toContain(rows[of ?? -1]?.person)
      }
    }
    expect(await count(sql`select count(*)::int as n from person where state = 'active'`)).toBe(PEOPLE.length)
    expect(await count(sql`select count(*)::int as n from person_merge`)).toBe(0)
  })

  it('every row of a partner knows its person and why; what it was weighed by holds no value of anybody', async () => {
    const { rows } = await sql<{ person: PersonId | null; why: string; weighed: Record<string, unknown>[] | null }>`
      select person_id as person, why, weighed from source_row`.execute(test.owner)
    expect(rows.length).toBeGreaterThan(PEOPLE.length * 2.5)
    expect(rows.filter(r => r.person === null || r.why === '')).toEqual([])
    const lines = rows.flatMap(r => r.weighed ?? [])
    expect(lines.length).toBeGreaterThan(500)
    for (const line of lines) {
      expect(Object.keys(line).toSorted()).toEqual(['bits', 'level', 'line'])
      expect(line['line']).toMatch(/^(given|family|order|born|postcode|upn|uln|nhs|phone|email)$/)
      expect(line['level']).toMatch(
        /^(same|form|part|slip|alike|beginning|neighbour|different|turned|two-parts|same-year|sector|district|user)$/,
      )
    }
    expect(rows.filter(r => r.why === 'weighed' && (r.weighed ?? []).length < 3)).toEqual([])
  })
})

describe('A restricted record', () => {
  it('is weighed in secret: its rows read as they did, and not even how like it is stands anywhere (K8)', async () => {
    const id = ids.get(SHUT.n) as PersonId
    for (const run of [college, training]) {
      const row = (await rowsOf(run))[SHUT.n]
      expect(row).toMatchObject({ verdict: 'new', person: id, why: 'nobody-alike', weighed: null })
    }
    const { rows } = await sql<{ weighed: unknown }>`select weighed from source_row where person_id = ${id}`.execute(
      test.owner,
    )
    expect(rows.map(r => r.weighed)).toEqual(rows.map(() => null))
    // Whoever asks who a row is, while a list goes in as well, is told no more.
    expect(await judge(seen(SHUT, { upns: [SHUT.upn] }))).toEqual({
      kind: 'link',
      personId: id,
      why: 'nobody-alike',
      weighed: null,
    })
    // Asked about, it would be with the same silence: nothing of it is kept with the row.
    const elsewhere = await lists.partner(partnership, 'college')
    const slip = { ...listedAs(SHUT, 'slip'), postcode: 'HX9 9ZZ', mobile: '' }
    const [asked] = await rowsOf(await lists.read(officer, elsewhere, csv(HEADER, rowOf(slip))))
    expect(asked).toMatchObject({ person: null, weighed: null })
  })
})

describe('The next list finds', () => {
  const readOne = async (p: Listed, number = '') => {
    const partner = await lists.partner(partnership, 'college')
    return (await rowsOf(await lists.read(officer, partner, csv(HEADER, rowOf(p, { number })))))[0]
  }
  const home = (postcode: string) => ({ line1: '1 Sample Street', line2: '', town: '', postcode, isProtected: false })

  it('somebody who was added by hand a moment ago', async () => {
    const id = await addPerson(house, partnership, { given: 'Ottoline', family: 'Handmade', born: '2009-08-17' })
    await house.command(partnership.id, tx => setAddress(tx, id, home('HX3 3AA'), staff))
    const row = { ...SHUT, n: 900, given: 'Ottoline', family: 'Handmade', born: '2009-08-17', postcode: 'HX3 3AA' }
    expect(await readOne({ ...row, mobile: '' })).toMatchObject({ person: id, why: 'same-name-birth-postcode' })
  })

  it('somebody by a name, an address, a number and a phone that are new, and by those that were', async () => {
    const p = PEOPLE[30] as Listed
    const id = ids.get(p.n) as PersonId
    const [postcode, mobile] = ['HX9 9AB', '07700900999']
    await test.database.transaction(officer.acting(), async tx => {
      const name = { given: 'Zephyrine', middle: '', family: 'Newnamed' }
      const changed = await changeIdentity(
        tx,
        id,
        { names: [{ kind: 'legal', ...name }], bornOn: null, source: staff },
        null,
      )
      expect(changed.ok).toBe(true)
      await setAddress(tx, id, home(postcode), staff)
      await setContactDetail(tx, id, { kind: 'mobile', value: mobile, note: '' }, staff)
      await addIdentifier(tx, id, { kind: 'uln', value: uln(777) }, staff)
    })
    house.clock.advance(1000)
    const now = { ...p, given: 'Zephyrine', family: 'Newnamed', postcode, mobile }
    expect(await readOne(now)).toMatchObject({ person: id })
    expect(await readOne({ ...now, given: p.given, family: p.family })).toMatchObject({ person: id })
    expect(await readOne({ ...p, mobile: '' })).toMatchObject({ person: id, why: 'same-name-birth-postcode' })
    expect(await judge(seen(p, { ...NOTHING_ELSE, ulns: [uln(777)] }))).toMatchObject({
      kind: 'link',
      personId: id,
      why: 'same-uln',
    })
    // A number that was taken off a record finds nobody by itself.
    await test.owner
      .updateTable('person_identifier')
      .set({ replaced_at: house.clock.now() })
      .where('person_id', '=', id)
      .where('kind', '=', 'uln')
      .execute()
    const stranger = {
      names: [{ given: 'Bertha', family: 'Nobodyelse' }],
      bornOn: toDay('2011-12-30'),
      postcodes: [],
      phones: [],
    }
    expect(await judge(seen(p, { ...stranger, ulns: [uln(777)] }))).toMatchObject({ kind: 'new' })
  })
})

const NOTHING_ELSE = { postcodes: [], phones: [] }

describe('A list of names and birth dates alone', () => {
  it('links whoever has names that few have, and asks about whoever has names that many have', async () => {
    const rare = PEOPLE.filter(p => p.of === null && p.n > 40 && p.n < 150 && !isCommon(p.n))
    const common = PEOPLE.filter(p => p.of === null && p.n > 40 && isCommon(p.n))
    const judged = await Promise.all(
      [rare, common].map(async of => {
        const kinds = await house.command(partnership.id, tx =>
          judgeRows(
            tx,
            of.map(p => seen(p, NOTHING_ELSE)),
          ),
        )
        return kinds.map((j, n) =>
          j.kind === 'link' && j.personId !== ids.get((of[n] as Listed).n) ? 'wrong' : j.kind,
        )
      }),
    )
    const share = (n: number, kind: string) =>
      (judged[n] ?? []).filter(k => k === kind).length / (judged[n] ?? []).length
    expect([share(0, 'wrong'), share(1, 'wrong')]).toEqual([0, 0])
    expect(share(0, 'link')).toBeGreaterThan(0.5)
    expect(share(1, 'question')).toBeGreaterThan(0.9)
  })
})

describe('What a partner’s lists are like', () => {
  it('changes what a row of that partner weighs, and of no other', async () => {
    const { rows } = await sql<{ id: string; sources: Record<string, { pairs: number; m: number[][] }> }>`
      select id, document -> 'sources' as sources from match_model where state = 'live'`.execute(test.owner)
    const sources = rows[0]?.sources ?? {}
    expect(Object.keys(sources).toSorted()).toEqual([schoolId, collegeId, trainingId].toSorted())
    for (const { pairs, m } of Object.values(sources)) {
      expect(pairs).toBeGreaterThanOrEqual(30)
      for (const line of m) expect(line.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
    }
    const p = PEOPLE.find(q => q.n > 60 && !isCommon(q.n)) as Listed
    const moved = seen(p, { postcodes: ['HX8 8ZZ'] })
    const weights = async (source: string | undefined) => JSON.stringify((await judge({ ...moved, source })).weighed)
    const plain = await weights(undefined)
    expect(await weights(trainingId)).not.toBe(plain)
    expect(await weights(partnership.organisationId)).toBe(plain)
    expect(await weights(trainingId)).not.toBe(await weights(schoolId))
  })
})

describe('The threshold a data officer moved', () => {
  const move = (bits: number | null) =>
    sql`insert into match_setting (partnership_id, link_bits, changed_at) values (${partnership.id}, ${bits}, now())
      on conflict (partnership_id) do update set link_bits = excluded.link_bits`.execute(test.owner)
  const linked = async (): Promise<number[]> => {
    const rows = PEOPLE.filter(p => p.n > 40 && p.of === null).map(p =>
      seen(listedAs(p, p.n % 2 ? 'moved' : 'slip'), { phones: [] }),
    )
    const judged = await house.command(partnership.id, tx => judgeRows(tx, rows))
    return judged.flatMap((j, n) => (j.kind === 'link' ? [n] : []))
  }

  it('changes what is linked: more where it is lower, less where it is higher, never below 99 to 1', async () => {
    const before = await linked()
    await move(60)
    expect(await linked()).toEqual([])
    // What is the same in everything goes by it too.
    const whole = seen(PEOPLE[41] as Listed)
    expect(await judge(whole)).toMatchObject({ kind: 'question', why: 'alike' })
    await move(Math.log2(99))
    const most = await linked()
    expect(most.length).toBeGreaterThan(before.length)
    for (const bits of [0, -50]) {
      await move(bits)
      expect(await linked()).toEqual(most)
    }
    await move(null)
    expect(await linked()).toEqual(before)
    expect(await judge(whole)).toMatchObject({ kind: 'link', why: 'same-name-birth-postcode' })
  })
})
