/** Functions that run with their owner's rights: all of them, what each may do, and that none tells of anybody unknowable. */
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { withClient } from '#ground/database/connect.ts'
import { asHouse, query } from '#ground/database/tx.ts'
import type { PartnershipId } from '#ground/ids.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import { personSql, rowSql } from '#test/personal-rows.ts'
import { AT, otherClasses, RELATIONS, type Standing } from '#test/relations.ts'

const test = await openTestDatabase()
const onOwner = (text: string) => sql.raw(text).execute(test.owner)

/** Every such function with the login-less role it runs as. A new one is entered here with its proof below. */
const KNOWN: Readonly<Record<string, string>> = {
  'bits_on(uuid[])': 'connexions_search',
  'carry_grant(uuid,uuid)': 'connexions_grants',
  'end_grant(uuid,text)': 'connexions_grants',
  'follow_appointment()': 'connexions_grants',
  'follow_merged()': 'connexions_grants',
  'follow_organisation()': 'connexions_grants',
  'follow_place_applied_to()': 'connexions_grants',
  'follow_place_asked()': 'connexions_grants',
  'give_back_grant(uuid,uuid)': 'connexions_grants',
  'keep_names()': 'connexions_search',
  'knowable(uuid[],integer)': 'connexions_search',
  'open_grant_from(uuid,text,uuid,uuid,uuid,integer,text,text,text,uuid,timestamp with time zone,timestamp with time zone)':
    'connexions_grants',
  'people_in_brief(uuid[],date)': 'connexions_search',
  'rights_on(uuid[])': 'connexions_search',
  'search_names(text,text[],text[],text[],text[],date,integer)': 'connexions_search',
  'take_grant_along()': 'connexions_grants',
}

const SEARCH = `select person_id as id from search_names('robin sample', '{robin,sample}', '{rob,""}', '{sample,robin}', '{RPN,SMPL}', null, 50)`
/** By nothing but the whole of it: what is asked when the parts find nobody. */
const SEARCH_WHOLE = `select person_id as id from search_names('robin sampel', '{}', '{}', '{}', '{}', null, 50)`

describe('Functions that run with their owner’s rights', () => {
  it('are these and no others, each owned by a role that cannot sign in, own a table or pass by row security', async () => {
    const { rows } = await sql<{ name: string; owner: string; weak: boolean; fixed: boolean; open: boolean }>`
      select replace(p.oid::regprocedure::text, 'app.', '') as name, r.rolname as owner,
        not (r.rolcanlogin or r.rolsuper or r.rolbypassrls) and not exists (select from pg_class c where c.relowner = r.oid) as weak,
        exists (select from unnest(p.proconfig) setting where setting like 'search_path=%pg_temp') as fixed,
        exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as open
      from pg_proc p join pg_roles r on r.oid = p.proowner join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1`.execute(test.owner)
    expect(Object.fromEntries(rows.map(row => [row.name, row.owner]))).toEqual(KNOWN)
    expect(rows.filter(row => !row.weak || !row.fixed || row.open)).toEqual([])
  })

  it('name nobody and grant nothing while no partnership is acting', async () => {
    const s = newStanding()
    await onOwner(`${personSql(s.partnership, s.person)} ${rowSql('person_name', 1, { ...s, row: v7() })};
      insert into app.access_grant (partnership_id, id, scope, holder_id, classes, basis, source, started_at)
      values ('${s.partnership}', '${s.otherPerson}', 'partnership', '${s.account}', 1, 'public-task', 'role', '${AT}')`)
    await withClient(test.programPlace, 'program', async client => {
      await client.query(
        `begin; set local role connexions_app; select set_config('app.holders', '{${s.account}}', true)`,
      )
      expect((await client.query(`select knowable(array['${s.person}']::uuid[], 1)`)).rows).toEqual([])
      expect((await client.query(SEARCH)).rows).toEqual([])
      expect((await client.query(`select rights_on(array['${s.person}']::uuid[])`)).rows).toEqual([{ rights_on: {} }])
      expect((await client.query(`select end_grant('${s.otherPerson}', 'a test') as ended`)).rows).toEqual([
        { ended: false },
      ])
      const opening = client.query(
        `select open_grant_from(gen_random_uuid(), 'partnership', null, null, '${s.account}', 1, 'public-task', 'role', '', null, null, null)`,
      )
      await expect(opening).rejects.toThrow(/no acting partnership/)
      await client.query('rollback')
    })
  })

  it('end a grant with a reason only, and none of another partnership', async () => {
    const s = newStanding()
    const id = v7()
    await onOwner(`insert into app.access_grant (partnership_id, id, scope, holder_id, classes, basis, source, started_at)
      values ('${s.partnership}', '${id}', 'partnership', '${s.account}', 1, 'public-task', 'role', '${AT}')`)
    const end = (partnership: string, because: string) =>
      test.database.transaction(acting({ partnershipId: partnership as PartnershipId }), tx =>
        query<{ ended: boolean }>(tx, 'select end_grant($1, $2) as ended', [id, because]),
      )
    await expect(end(s.partnership, '')).rejects.toThrow(/needs a reason/)
    expect(await end(s.elsewhere, 'a test')).toEqual([{ ended: false }])
    expect(await end(s.partnership, 'a test')).toEqual([{ ended: true }])
    expect(await end(s.partnership, 'again')).toEqual([{ ended: false }])
  })
})

describe('A grant that begins later', () => {
  const at = toInstant(AT)
  const opened = async (from: string, since: string | null, until: string | null) => {
    const s = newStanding()
    const id = v7()
    const me = acting({ partnershipId: s.partnership as PartnershipId, at })
    await test.database.transaction(me, tx =>
      query(
        tx,
        `select open_grant_from($1, 'partnership', null, null, $2, 1, 'public-task', '${from}', '', null, $3, $4)`,
        [id, s.account, since, until],
      ),
    )
    const read = (tx: Parameters<typeof query>[0]) =>
      query<{ since: string; until: string | null }>(
        tx,
        `select started_at::text as since, ended_at::text as until from access_grant where id = $1`,
        [id],
      )
    return { id, me, read }
  }
  const moment = (text: string) => expect.stringContaining(text)

  it('needs a source, and an end after its beginning', async () => {
    await expect(opened('', null, null)).rejects.toThrow(/needs a source/)
    await expect(opened('cover', '2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z')).rejects.toThrow(
      /ends after it begins/,
    )
    await expect(opened('cover', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')).rejects.toThrow(
      /ends after it begins/,
    )
  })

  it('never begins before the moment of asking: nothing is opened backwards', async () => {
    const grant = await opened('cover', '2026-11-01T00:00:00Z', null)
    expect(await test.database.transaction(grant.me, grant.read)).toEqual([
      { since: moment('2026-11-23 09:52:00'), until: null },
    ])
  })

  it('that is ended before it begins is never in force, and is ended once', async () => {
    const grant = await opened('cover', '2026-12-01T00:00:00Z', '2026-12-05T00:00:00Z')
    const end = () =>
      test.database.transaction(grant.me, tx =>
        query<{ ended: boolean }>(tx, `select end_grant($1, 'a test') as ended`, [grant.id]),
      )
    expect(await end()).toEqual([{ ended: true }])
    expect(await test.database.transaction(grant.me, grant.read)).toEqual([
      { since: moment('2026-12-01 00:00:00'), until: moment('2026-12-01 00:00:00') },
    ])
    expect(await end()).toEqual([{ ended: false }])
  })
})

describe.each([1, 256])('Who may be known for rows of class %i', bit => {
  // It is asked about people of the acting partnership: whether an id is anybody's at all is not its question.
  const within = RELATIONS.filter(
    relation => relation.name !== 'a grant on the whole of another partnership, acting there',
  )
  it.each(within)('to somebody with: $name', async relation => {
    const s = { ...newStanding(), bit, others: otherClasses(bit) }
    await onOwner([personSql(s.partnership, s.person), ...relation.given(s)].join(';\n'))
    const found = await asked(s, relation.actsElsewhere, `select knowable(array['${s.person}']::uuid[], ${bit}) as id`)
    expect(found).toEqual(expected(relation.sees, bit) ? [s.person] : [])
  })
})

describe('Search by name', () => {
  it.each(RELATIONS)('to somebody with: $name', async relation => {
    const s = newStanding()
    await onOwner(
      [personSql(s.partnership, s.person), rowSql('person_name', 1, { ...s, row: v7() }), ...relation.given(s)].join(
        ';\n',
      ),
    )
    const found = expected(relation.sees, 1) ? [s.person] : []
    expect(await asked(s, relation.actsElsewhere, SEARCH)).toEqual(found)
    expect(await asked(s, relation.actsElsewhere, SEARCH_WHOLE)).toEqual(found)
  })

  it('finds the one who may be known behind 900 of the same name who may not', async () => {
    const s = newStanding()
    const many = (columns: string, values: string) =>
      `insert into app.${columns} select ${values} from generate_series(1, 900) n`
    await onOwner(
      [
        personSql(s.partnership, s.person),
        rowSql('person_name', 1, { ...s, row: v7() }),
        // Ids that sort before anybody's who was made by the program.
        many(
          'person (partnership_id, id, known_given, known_family, sort_key, created_at)',
          `'${s.partnership}', lpad(n::text, 32, '0')::uuid, 'Robin', 'Sample', 'sample robin', '${AT}'`,
        ),
        many(
          'person_name (partnership_id, id, person_id, origin_person_id, kind, given, family, search_key, given_key, family_key, sounds, source_kind, said_on, recorded_at)',
          `'${s.partnership}', gen_random_uuid(), lpad(n::text, 32, '0')::uuid, lpad(n::text, 32, '0')::uuid, 'legal', 'Robin', 'Sample',
            'robin sample', 'robin', 'sample', '{RPN,SMPL}', 'staff', '2026-09-01', '${AT}'`,
        ),
        ...(RELATIONS.find(r => r.name === 'a grant on the person with the class')?.given(s) ?? []),
      ].join(';\n'),
    )
    expect(await asked(s, undefined, SEARCH)).toEqual([s.person])
  })
})

// What a list shows is decided once a person in a function; under row security once a row. The two must agree in everything.
describe('What lists show of people is what row security shows', () => {
  const TABLES = ['person_detail', 'person_address', 'activity_spell', 'contact', 'person_alert'] as const
  /** One row of each table in a class, of the kind a list shows. */
  const rows = (s: Standing, bit: number) => {
    const classOf = { person_address: bit === 4096 ? 4096 : 2, contact: bit === 4096 ? 4096 : 128 }
    const row = (table: (typeof TABLES)[number]) =>
      rowSql(table, classOf[table as keyof typeof classOf] ?? bit, { ...s, row: v7() })
    return [
      ...TABLES.map(row),
      `update app.person_detail set field = 'support-level', value = 'intensive' where person_id = '${s.person}'`,
      `update app.person_address set town = 'Sampletown' where person_id = '${s.person}'`,
      `update app.contact set next_step = 'Ring', next_on = '2026-12-01' where person_id = '${s.person}'`,
      `update app.person_alert set kind = 'stop' where person_id = '${s.person}'`,
    ]
  }
  const brief = (s: Standing) =>
    `select person_id, support_level, town, activity_code, last_contact_on, next_on, next_step, has_stop
      from people_in_brief(array['${s.person}']::uuid[], '2026-11-23')`
  const guarded = (s: Standing) => `
    select p.id as person_id, (select value from person_detail d where d.person_id = p.id) as support_level,
      (select town from person_address a where a.person_id = p.id) as town, (select code from activity_spell a where a.person_id = p.id) as activity_code,
      (select happened_on from contact c where c.person_id = p.id) as last_contact_on, (select next_on from contact c where c.person_id = p.id) as next_on,
      (select next_step from contact c where c.person_id = p.id) as next_step, exists (select from person_alert x where x.person_id = p.id) as has_stop
    from person p where p.id = '${s.person}'`

  describe.each([1, 2, 8, 128, 256, 4096])('in class %i', bit => {
    it.each(RELATIONS)('to somebody with: $name', async relation => {
      const s = { ...newStanding(), bit, others: otherClasses(bit) }
      await onOwner([personSql(s.partnership, s.person), ...rows(s, bit), ...relation.given(s)].join(';\n'))
      const all = (text: string) => ask<Record<string, unknown>>(s, relation.actsElsewhere, text)
      expect(await all(brief(s))).toEqual(await all(guarded(s)))
      const elsewhere = relation.actsElsewhere ? [] : await all(guarded(s))
      const bits = await all(`select bits from bits_on(array['${s.person}']::uuid[]) where bits & 1 <> 0`)
      if (!relation.actsElsewhere) expect(bits).toHaveLength(elsewhere.length)
      // What is noted of them (decision 0066) is the same again: test/access.test.ts asks it of every table.
      const noted = await all(
        `select from rights_on(array['${s.person}']::uuid[]) r where (r -> '${s.person}' ->> 0)::integer & 1 <> 0`,
      )
      expect(noted).toHaveLength(bits.length)
    })
  })
})

describe('A right over a record that is joined with another', () => {
  const merged = (s: Standing, source: string, at: string) => `
    ${personSql(s.partnership, s.person)} ${personSql(s.partnership, s.otherPerson)}
    insert into app.access_grant (partnership_id, id, scope, person_id, holder_id, classes, basis, source, started_at)
      values ('${s.partnership}', '${s.group}', 'person', '${s.otherPerson}', '${s.account}', 1, 'public-task', '${source}', '${AT}');
    insert into app.person_merge (partnership_id, id, person_id, origin_person_id, gone_person_id, reason, choices, merged_at)
      values ('${s.partnership}', '${s.someoneElse}', '${s.person}', '${s.person}', '${s.otherPerson}', 'a test', '{}', '${at}');
    insert into app.person_merge_row (partnership_id, merge_id, table_name, row_key, was_on, before, after, fingerprint)
      values ('${s.partnership}', '${s.someoneElse}', 'access_grant', '{"id": "${s.group}"}', '${s.otherPerson}',
        '{"person_id": "${s.otherPerson}"}', '{"person_id": "${s.person}"}', 'x')`
  const call = (s: Standing, name: string, partnership = s.partnership) =>
    test.database.transaction(acting({ partnershipId: partnership as PartnershipId, at: toInstant(AT) }), tx =>
      asHouse(tx, 'a test', worker =>
        query<{ done: boolean }>(worker, `select ${name}($1, $2) as done`, [s.someoneElse, s.group]),
      ),
    )
  const about = async (s: Standing) =>
    (await sql<{ id: string }>`select person_id as id from app.access_grant where id = ${s.group}`.execute(test.owner))
      .rows[0]?.id

  it('is carried in the moment of the joining only, where its basis goes on, and never in another partnership', async () => {
    for (const [source, at, carried] of [
      ['lead-adviser', AT, true],
      ['lead-adviser', '2026-11-01T00:00:00Z', false],
      ['break-glass', AT, false],
      ['named-class', AT, false],
    ] as const) {
      const s = newStanding()
      await onOwner(merged(s, source, at))
      expect(await call(s, 'carry_grant', s.elsewhere)).toEqual([{ done: false }])
      expect(await call(s, 'carry_grant'), `${source} ${at}`).toEqual([{ done: carried }])
      expect(await about(s)).toBe(carried ? s.person : s.otherPerson)
    }
  })

  it('is given back in the moment of taking apart only', async () => {
    const s = newStanding()
    await onOwner(merged(s, 'lead-adviser', AT))
    await call(s, 'carry_grant')
    expect(await call(s, 'give_back_grant')).toEqual([{ done: false }])
    await onOwner(
      `update app.person_merge set undone_at = '${AT}', undo_reason = 'a test' where id = '${s.someoneElse}'`,
    )
    expect(await call(s, 'give_back_grant', s.elsewhere)).toEqual([{ done: false }])
    expect(await call(s, 'give_back_grant')).toEqual([{ done: true }])
    expect(await about(s)).toBe(s.otherPerson)
  })

  it('is neither for the program itself to carry nor to give back: only for its house', async () => {
    const s = newStanding()
    await onOwner(merged(s, 'lead-adviser', AT))
    for (const name of ['carry_grant', 'give_back_grant'])
      await expect(
        test.database.transaction(acting({ partnershipId: s.partnership as PartnershipId, at: toInstant(AT) }), tx =>
          query(tx, `select ${name}($1, $2)`, [s.someoneElse, s.group]),
        ),
      ).rejects.toThrow(/permission denied/)
  })
})

describe('A row that comes for a record joined with another', () => {
  it('follows to the one that stays, also by way of a third, keeps where it was filed, and no other row moves', async () => {
    const s = newStanding()
    const third = v7()
    await onOwner(`${personSql(s.partnership, s.person)} ${personSql(s.partnership, s.otherPerson)} ${personSql(s.partnership, third)}
      ${rowSql('person_alert', 1, { ...s, person: s.person, row: s.group })};
      update app.person set state = 'merged', merged_into = '${third}' where id = '${s.otherPerson}';
      update app.person set state = 'merged', merged_into = '${s.otherPerson}' where id = '${s.person}'`)
    const row = v7()
    await test.database.transaction(acting({ partnershipId: s.partnership as PartnershipId }), tx =>
      query(tx, rowSql('person_alert', 1, { ...s, row }).replace('app.', '')),
    )
    const { rows } = await sql<{ id: string; person_id: string; origin_person_id: string }>`
      select id, person_id, origin_person_id from app.person_alert where id in (${row}, ${s.group}) order by id = ${row}`.execute(
      test.owner,
    )
    expect(rows).toEqual([
      { id: s.group, person_id: s.person, origin_person_id: s.person },
      { id: row, person_id: third, origin_person_id: s.person },
    ])
  })
})

describe('What was filed on the wrong person', () => {
  it('is in no list: neither its day, its next step, its town, its alert nor its activity', async () => {
    const s = newStanding()
    const sealed = ['person_alert', 'person_address', 'contact', 'activity_spell']
    await onOwner(
      [
        personSql(s.partnership, s.person),
        rowSql('person_alert', 1, { ...s, row: v7() }),
        rowSql('person_address', 2, { ...s, row: v7() }),
        rowSql('contact', 128, { ...s, row: v7() }),
        rowSql('activity_spell', 8, { ...s, row: v7() }),
        `update app.person_alert set kind = 'stop' where person_id = '${s.person}'`,
        `update app.person_address set town = 'Sampletown' where person_id = '${s.person}'`,
        `insert into app.access_grant (partnership_id, id, scope, person_id, holder_id, classes, basis, source, started_at)
          values ('${s.partnership}', '${v7()}', 'person', '${s.person}', '${s.account}', 139, 'public-task', 'lead-adviser', '${AT}')`,
      ].join(';\n'),
    )
    const shown = () =>
      ask(
        s,
        undefined,
        `select town, last_contact_on, has_stop, activity_code from people_in_brief('{${s.person}}', '2026-11-23')`,
      )
    expect(await shown()).toEqual([
      { town: 'Sampletown', last_contact_on: '2026-09-01', has_stop: true, activity_code: '210' },
    ])
    for (const table of sealed)
      await onOwner(`update app.${table} set sealed_at = '${AT}' where person_id = '${s.person}'`)
    expect(await shown()).toEqual([{ town: null, last_contact_on: null, has_stop: false, activity_code: null }])
  })
})

function ask<Row>(s: Standing, elsewhere: true | undefined, text: string): Promise<Row[]> {
  const partnershipId = (elsewhere ? s.elsewhere : s.partnership) as PartnershipId
  const me = acting({ partnershipId, holders: [s.account, s.organisation], at: toInstant(AT) })
  return test.database.transaction(me, tx => query<Row>(tx, text))
}

async function asked(s: Standing, elsewhere: true | undefined, text: string): Promise<string[]> {
  return (await ask<{ id: string }>(s, elsewhere, text)).map(row => row.id)
}

function expected(sees: boolean | ((bit: number) => boolean), bit: number): boolean {
  return typeof sees === 'boolean' ? sees : sees(bit)
}

function newStanding(): Standing {
  return {
    partnership: v7(),
    elsewhere: v7(),
    person: v7(),
    otherPerson: v7(),
    group: v7(),
    account: v7(),
    organisation: v7(),
    someoneElse: v7(),
    bit: 1,
    others: otherClasses(1),
  }
}
