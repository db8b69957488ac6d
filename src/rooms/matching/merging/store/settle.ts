/** What a merge changes besides whose a row is. Runs as the house. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { GrantId, GroupId, PersonId, RowId } from '#ground/ids.ts'
import type { Pair, Single } from '../merge.ts'
import type { Settled } from '../rules.ts'
import { MOVED } from '../tables.ts'

/** Facts that give way become history. */
export async function retire(tx: Tx, losers: readonly Pick<Single, 'table' | 'rowId'>[]): Promise<void> {
  for (const { table, rowId } of losers)
    await sql`
      update ${sql.table(table)} set replaced_at = ${tx.acting.at}, replaced_by = ${tx.acting.actorId}
      where partnership_id = ${tx.acting.partnershipId} and id = ${rowId} and replaced_at is null`.execute(tx.db)
}

/** The same number or contact detail on both stands once: the one said first becomes history. */
export async function retireTwins(tx: Tx, pair: Pair): Promise<void> {
  for (const table of ['person_identifier', 'person_contact_detail'])
    await sql`
      update ${sql.table(table)} t set replaced_at = ${tx.acting.at}, replaced_by = ${tx.acting.actorId}
      where t.partnership_id = ${tx.acting.partnershipId} and t.person_id in (${pair.keep}, ${pair.join}) and t.replaced_at is null and t.sealed_at is null
        and exists (select 1 from ${sql.table(table)} o where o.partnership_id = t.partnership_id and o.person_id in (${pair.keep}, ${pair.join})
          and o.person_id <> t.person_id and o.kind = t.kind and o.value = t.value and o.replaced_at is null and o.sealed_at is null
          and (o.said_on, o.recorded_at, o.id) > (t.said_on, t.recorded_at, t.id))`.execute(tx.db)
}

/** Cuts spells to the days they keep. */
export async function cutSpells(tx: Tx, cut: Settled['cut']): Promise<void> {
  for (const { rowId, startedOn, finishedOn } of cut)
    await sql`
      update activity_spell set started_on = ${startedOn}, finished_on = ${finishedOn}, version = version + 1
      where partnership_id = ${tx.acting.partnershipId} and id = ${rowId}`.execute(tx.db)
}

/** Ends a lead by a merge: the one who goes on is another. */
export async function endLeadRow(tx: Tx, rowId: RowId, why: string): Promise<void> {
  await sql`
    update lead_adviser set finished_on = greatest(started_on, ${tx.acting.today}::date), ended_why = ${why}
    where partnership_id = ${tx.acting.partnershipId} and id = ${rowId} and finished_on is null`.execute(tx.db)
}

/**
 * Places in teams, caseloads, rolls and lists: those whose basis goes on go along, each once; the rest end, on both sides, so
 * that nobody sees the other half by a place they held for this one.
 */
export async function settleMembers(tx: Tx, pair: Pair, groups: readonly GroupId[]): Promise<GroupId[]> {
  const both = sql`partnership_id = ${tx.acting.partnershipId} and person_id in (${pair.keep}, ${pair.join}) and ended_at is null`
  const ended = await sql<{ groupId: GroupId }>`
    update access_member set ended_at = ${tx.acting.at} where ${both} and not group_id = any(${[...groups]}::uuid[]) returning group_id as "groupId"`.execute(
    tx.db,
  )
  await sql`
    update access_member m set ended_at = ${tx.acting.at}
    where m.partnership_id = ${tx.acting.partnershipId} and m.person_id = ${pair.join} and m.ended_at is null
      and exists (select 1 from access_member k where k.partnership_id = m.partnership_id and k.person_id = ${pair.keep} and k.group_id = m.group_id and k.ended_at is null)`.execute(
    tx.db,
  )
  await sql`
    update access_member set person_id = ${pair.keep}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${pair.join} and ended_at is null`.execute(tx.db)
  return ended.rows.map(row => row.groupId)
}

/** Carries a right over the record that goes to the one that stays. */
export async function carryGrant(tx: Tx, mergeId: RowId, grantId: GrantId): Promise<void> {
  await sql`select carry_grant(${mergeId}::uuid, ${grantId}::uuid)`.execute(tx.db)
}

/** Every row that goes along changes whose it is; those set aside do not, and those of the other record that are go the other way. */
export async function moveRows(tx: Tx, pair: Pair, aside: readonly RowId[]): Promise<void> {
  for (const { name, key } of MOVED) {
    const stays = key[0] === 'id' && aside.length > 0 ? sql`not id = any(${[...aside]}::uuid[])` : sql`true`
    await sql`
      update ${sql.table(name)} set person_id = ${pair.keep}
      where partnership_id = ${tx.acting.partnershipId} and person_id = ${pair.join} and ${stays}`.execute(tx.db)
    // What a spell said before goes where it goes.
    if (aside.length > 0 && name === 'activity_spell_version')
      await sql`
        update activity_spell_version v set person_id = s.person_id from activity_spell s
        where v.partnership_id = ${tx.acting.partnershipId} and s.partnership_id = v.partnership_id and s.id = v.spell_id and s.id = any(${[...aside]}::uuid[])
          and v.person_id <> s.person_id`.execute(tx.db)
    if (aside.length > 0 && (name === 'activity_spell' || name === 'enrolment'))
      await sql`
        update ${sql.table(name)} set person_id = ${pair.join}
        where partnership_id = ${tx.acting.partnershipId} and person_id = ${pair.keep} and id = any(${[...aside]}::uuid[])`.execute(
        tx.db,
      )
  }
}

/** Questions that name the record that goes name the one that stays. */
export async function moveQuestions(tx: Tx, pair: Pair): Promise<void> {
  await sql`
    update intake_question q set
      answer_person_id = case when q.answer_person_id = ${pair.join} then ${pair.keep}::uuid else q.answer_person_id end,
      person_ids = array(select distinct on (one) one from (
        select case when u.id = ${pair.join} then ${pair.keep}::uuid else u.id end as one, u.nth from unnest(q.person_ids) with ordinality u (id, nth)) x order by one, nth)
    where q.partnership_id = ${tx.acting.partnershipId} and (${pair.join} = any(q.person_ids) or q.answer_person_id = ${pair.join})`.execute(
    tx.db,
  )
}

/**
 * What lists show of the record that stays follows its rows, and the other points to it. The version makes a leap: no page of
 * before can hold a number that comes again, though taking them apart gives the old one back.
 */
export async function markMerged(tx: Tx, pair: Pair): Promise<void> {
  await sql`
    update person p set known_given = coalesce(n.given, p.known_given), known_family = coalesce(n.family, p.known_family),
      sort_key = coalesce(n.family_key || ' ' || n.given_key, p.sort_key),
      born_on = coalesce((select d.value::date from person_detail d where d.partnership_id = p.partnership_id and d.person_id = p.id and d.field = 'born-on' and d.replaced_at is null), p.born_on, o.born_on),
      died_on = coalesce((select d.value::date from person_detail d where d.partnership_id = p.partnership_id and d.person_id = p.id and d.field = 'died-on' and d.replaced_at is null), p.died_on, o.died_on),
      version = p.version + 100000
    from person o left join lateral (select given, family, given_key, family_key from person_name
      where partnership_id = ${tx.acting.partnershipId} and person_id = ${pair.keep} and replaced_at is null and kind <> 'former'
      order by kind = 'preferred' desc, recorded_at desc limit 1) n on true
    where p.partnership_id = ${tx.acting.partnershipId} and p.id = ${pair.keep} and o.partnership_id = p.partnership_id and o.id = ${pair.join}`.execute(
    tx.db,
  )
  await sql`
    update person set state = 'merged', merged_into = ${pair.keep}, version = version + 100000
    where partnership_id = ${tx.acting.partnershipId} and id = ${pair.join}`.execute(tx.db)
  await checkNow(tx)
}

/** Asks now what may not overlap, so that it can be said and does not come at the commit. */
export async function checkNow(tx: Tx): Promise<void> {
  await sql`set constraints all immediate`.execute(tx.db)
  await sql`set constraints all deferred`.execute(tx.db)
}

/** Whether a person is one of those a merge may name; for the pointer of one that went. */
export async function findStays(tx: Tx, personId: PersonId): Promise<PersonId | undefined> {
  const found = await sql<{ id: PersonId }>`
    with recursive way as (
      select p.merged_into as id from person p where p.partnership_id = ${tx.acting.partnershipId} and p.id = ${personId} and p.state = 'merged'
      union all
      select p.merged_into from way w join person p on p.partnership_id = ${tx.acting.partnershipId} and p.id = w.id and p.state = 'merged'
    )
    select w.id from way w join person p on p.partnership_id = ${tx.acting.partnershipId} and p.id = w.id and p.state <> 'merged'`.execute(
    tx.db,
  )
  return found.rows[0]?.id
}
