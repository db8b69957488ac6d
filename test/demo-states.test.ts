/** The demo has a case of every state of every life cycle: whoever looks round sees each, and a state nobody can see is not forgotten. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { termsState } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { makeDemo } from '#test/demo.ts'

const test = await openTestDatabase()
let demo: Awaited<ReturnType<typeof makeDemo>>
beforeAll(async () => {
  // A Monday morning, from where the clock goes on.
  demo = await makeDemo(test, '2026-11-23T09:52:00Z', 900)
}, 240_000)
afterAll(() => demo.close())

/** States a column may have, by the check that guards it. */
async function statesOf(table: string, column: string): Promise<string[]> {
  const found = await sql<{ def: string }>`
    select pg_get_constraintdef(oid) as def from pg_constraint
    where conrelid = ${`app.${table}`}::regclass and contype = 'c'
      and starts_with(pg_get_constraintdef(oid), ${`CHECK ((${column} = ANY (ARRAY[`})`.execute(test.owner)
  const [line] = found.rows
  return [...(line?.def ?? '').matchAll(/'([a-z-]+)'::text/g)].map(match => match[1] ?? '').toSorted()
}

async function statesIn(table: string, column: string): Promise<string[]> {
  const found = await sql<{ state: string }>`
    select distinct ${sql.ref(column)} as state from ${sql.table(`app.${table}`)} where ${sql.ref(column)} is not null`.execute(
    test.owner,
  )
  return found.rows.map(row => row.state).toSorted()
}

describe('The demo', () => {
  it.each([
    ['appointment', 'state'],
    ['appointment', 'kind'],
    ['appointment_companion', 'state'],
    ['lone_visit', 'ended_how'],
    ['lone_visit', 'goes'],
    ['plan_goal', 'state'],
    ['plan_target', 'state'],
    ['plan_agreement', 'agreement'],
    ['assessment', 'state'],
    ['referral', 'state'],
    ['referral_say', 'say'],
    ['secure_link', 'kind'],
    ['referral_objection', 'state'],
    ['hand_over', 'state'],
    ['absence_report', 'state'],
    ['programme_place', 'state'],
    ['school_slot', 'state'],
    ['school_slot', 'copy'],
    ['group_session', 'kind'],
    ['meeting_run', 'state'],
    ['group_session', 'access'],
    ['group_session', 'state'],
    ['meeting_setting', 'setting'],
    ['paper_sheet', 'state'],
    ['group_expected', 'how'],
    ['group_expected', 'state'],
    ['support_group_member', 'left_reason'],
    ['support_group_step', 'state'],
    ['support_step', 'state'],
    ['contact', 'aim_result'],
    ['contact', 'next_kind'],
    ['group_attendance', 'arrival'],
    ['opportunity', 'state'],
    ['opportunity', 'kind'],
    ['application', 'state'],
    ['place_application', 'state'],
    ['panel_meeting', 'state'],
    ['panel_seat', 'came'],
    ['panel_item', 'state'],
    ['panel_item', 'known'],
    ['panel_item', 'view'],
    ['panel_action', 'state'],
    ['letter', 'state'],
    ['letter', 'kind'],
    ['school_ask', 'state'],
    ['school_ask', 'told'],
    ['school_fact', 'kind'],
    ['talk', 'state'],
    ['talk', 'own_how'],
    ['exercise_done', 'state'],
    ['exercise_done', 'how'],
    ['talk_mark', 'side'],
    ['talk_mark', 'said'],
    ['practice_observation', 'state'],
    ['quality_sample', 'state'],
    ['quality_sample', 'what'],
    ['quality_reading', 'state'],
    ['plan_target', 'own_step'],
    ['plan_target', 'adviser_step'],
    ['practice_observation', 'kind'],
    ['capacity_decision', 'outcome'],
    ['transfer_request', 'state'],
    ['other_tool_edition', 'hard_end'],
    ['confidentiality_reading', 'how'],
    ['confidentiality_reading', 'understood'],
    ['advice', 'state'],
    ['plan_ask', 'state'],
    ['plan_log', 'done_by'],
    ['partner_feedback', 'state'],

    ['plan_date', 'state'],
    ['plan_date_guest', 'state'],
    ['held_plan', 'kind'],
    ['safety_plan', 'state'],
    ['safety_plan', 'agreement'],
    ['pathway', 'state'],
    ['pathway', 'kind'],
    ['pathway', 'outcome'],
    ['pathway', 'said'],
    ['pathway_step', 'state'],
    ['pathway_step', 'own_say'],
    ['pathway_log', 'came'],
    ['progress_entry', 'state'],
    ['progress_entry', 'kind'],
    ['progress_evidence', 'chosen_by'],
    ['notebook_note', 'clock'],
    ['person_alert', 'told'],
  ])('has every %s by its %s', async (table, column) => {
    const states = await statesOf(table, column)
    expect(states.length).toBeGreaterThan(1)
    expect(await statesIn(table, column)).toEqual(states)
  })

  it('has joint meetings that were held, and one to which somebody can come no more', async () => {
    const held = await sql`select 1 from app.contact where colleagues <> '{}'`.execute(test.owner)
    expect(held.rows.length).toBeGreaterThanOrEqual(2)
    const gone = await sql`
      select 1 from app.appointment_companion k
      where k.state = 'coming' and exists (select 1 from app.access_grant e where e.person_id = k.person_id and e.holder_id = k.account_id
        and e.source = 'cover' and e.ended_at is not null) and not exists (select 1 from app.access_grant g where g.person_id = k.person_id and g.holder_id = k.account_id
        and g.ended_at is null)`.execute(test.owner)
    expect(gone.rows.length).toBeGreaterThanOrEqual(1)
  })

  it('has people who came to a session and are not on record, and one who is by now', async () => {
    const waiting = await test.owner.selectFrom('group_newcomer').select('called').execute()
    expect(waiting.length).toBeGreaterThanOrEqual(2)
    const linked = await test.owner
      .selectFrom('group_attendance')
      .select('id')
      .where('agreed_on', 'is not', null)
      .execute()
    expect(linked.length).toBeGreaterThanOrEqual(1)
  })

  it('has assessments somebody with training looked at too, and ones nobody did', async () => {
    const looked = await test.owner.selectFrom('assessment').select(['looked_with', 'looked_why']).execute()
    expect(looked.some(one => one.looked_with !== null)).toBe(true)
    expect(looked.some(one => one.looked_why !== '')).toBe(true)
  })

  it('has what was agreed with a host in each way it stands: nothing, in order and changed since, without an induction, to be looked at again', async () => {
    const all = await test.owner.selectFrom('deployment').select('id').execute()
    const terms = await test.owner.selectFrom('host_terms').selectAll().orderBy('version').execute()
    const last = new Map(terms.map(one => [one.deployment_id, one]))
    const stands = all.map(({ id }) => {
      const now = last.get(id)
      return termsState(now && { lookOn: now.look_on, inductedOn: now.inducted_on }, demo.clock.today())
    })
    expect(new Set(stands)).toEqual(new Set(['none', 'agreed', 'not-inducted', 'due']))
    expect(terms.some(one => one.version > 1)).toBe(true)
  })

  it('has tools of other agencies in each way they stand, and what they said: new, old, put right, and of health', async () => {
    const { owner } = test
    const tools = await owner.selectFrom('other_tool').select('ended_on').execute()
    expect(new Set(tools.map(one => one.ended_on === null))).toEqual(new Set([true, false]))
    const editions = await owner.selectFrom('other_tool_edition').selectAll().execute()
    expect(editions.some(one => one.number > 1) && editions.some(one => one.steps.length === 0)).toBe(true)
    expect(new Set(editions.map(one => one.class))).toEqual(new Set([32, 256, 512]))
    const sayings = await owner.selectFrom('tool_saying').selectAll().execute()
    expect(sayings.some(one => one.said_on < '2025-11-23') && sayings.some(one => one.said_on > '2026-06-01')).toBe(
      true,
    )
    const findings = await owner.selectFrom('tool_finding').selectAll().execute()
    expect(new Set(findings.map(one => one.class))).toEqual(new Set([32, 256]))
    expect(new Set(findings.map(one => one.replaced_at === null))).toEqual(new Set([true, false]))
  })

  it('has support groups in each way they stand, and steps that are apart, agreed, taken back, changed and of nothing private', async () => {
    const { owner } = test
    const groups = await owner.selectFrom('support_group').selectAll().execute()
    expect(new Set(groups.map(one => [one.ended_on === null, one.discloses > 0].join()))).toEqual(
      new Set(['true,true', 'true,false', 'false,false']),
    )
    const members = await owner.selectFrom('support_group_member').selectAll().execute()
    const knownOf = (one: (typeof members)[number]) =>
      [one.known_agreed_on !== null, one.known_ended_on !== null].join()
    expect(new Set(members.map(knownOf))).toEqual(new Set(['true,false', 'false,false', 'true,true']))
    const steps = await owner.selectFrom('support_step').selectAll().execute()
    const sharedOf = (one: (typeof steps)[number]) =>
      [one.class, one.shared_agreed_on !== null, one.shared_ended_on !== null].join()
    expect(new Set(steps.map(sharedOf))).toEqual(
      new Set(['64,false,false', '256,false,false', '256,true,false', '256,true,true']),
    )
    expect(await owner.selectFrom('support_step_version').select('id').execute()).not.toEqual([])
  })

  it('has a visit that is planned, one that is out and one that is not back', async () => {
    const open = await test.owner.selectFrom('lone_visit').select('out_at').where('ended_at', 'is', null).execute()
    expect(new Set(open.map(v => v.out_at === null))).toEqual(new Set([true, false]))
    expect(open.length).toBeGreaterThanOrEqual(3)
  })
})
