import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { SafetyContent, SafetyPlan } from './plan.ts'

const COLUMNS = `s.id as "rowId", s.person_id as "personId", s.class as "classBit", s.also_class as "alsoBit", s.also_class is not null as "isRestricted", s.state, s.signs, s.helps,
  s.talk_to as "talkTo", s.at_night as "atNight", s.safe_place as "safePlace", s.others, s.agreement, s.words, s.copy_given as "copyGiven", s.made_on as "madeOn",
  s.made_by as "madeBy", s.review_on as "reviewOn", s.before_id as "beforeId", s.over_on as "overOn", s.why, s.version`

/** To the end of the transaction nobody else writes to this person's safety plan. */
export async function holdSafety(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'safety-plan', personId)
}

/** Safety plans of somebody, the newest first, as far as the caller may see them. */
export function listSafetyPlans(tx: Tx, personId: PersonId): Promise<SafetyPlan[]> {
  return query<SafetyPlan>(
    tx,
    `select ${COLUMNS} from safety_plan s where s.partnership_id = $1 and s.person_id = $2 and s.sealed_at is null
     order by s.recorded_at desc, s.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function insertSafetyPlan(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  c: SafetyContent & Pick<SafetyPlan, 'classBit' | 'alsoBit' | 'beforeId'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  // Filed on whom the one before was filed on, so that all of them go one way when joined records are taken apart.
  await query(
    tx,
    `insert into safety_plan (partnership_id, id, person_id, origin_person_id, class, also_class, signs, helps, talk_to, at_night, safe_place, others, agreement, words,
       copy_given, made_on, made_by, review_on, before_id, recorded_at, recorded_by)
     select $1, $2, $3, coalesce((select b.origin_person_id from safety_plan b where b.partnership_id = $1 and b.id = $18), $3), $4, $5, $6, $7, $8, $9, $10, $11, $12,
       $13, $14, $15, $16, $17, $18, $19, $20`,
    [
      ...[
        tx.acting.partnershipId,
        id,
        personId,
        c.classBit,
        c.alsoBit,
        c.signs,
        c.helps,
        c.talkTo,
        c.atNight,
        c.safePlace,
      ],
      ...[c.others, c.agreement, c.words, c.copyGiven, tx.acting.today, by, c.reviewOn, c.beforeId],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** It is over: another took its place, or it is ended with why. Returns 0 when it moved meanwhile. */
export async function updateSafetyOver(
  tx: Tx,
  before: Pick<SafetyPlan, 'rowId' | 'version'>,
  to: { readonly state: 'replaced' | 'ended'; readonly why: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update safety_plan set state = $4, why = $5, over_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'in-force' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, to.why, tx.acting.today],
  )
  return rows.length
}

export type DueSafety = Pick<SafetyPlan, 'rowId' | 'personId' | 'classBit' | 'alsoBit' | 'madeBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/** Those whose day to look again is past and of which somebody is still to be told. As the house, by the clock. */
export function listDueSafety(worker: Tx, most: number, since: Day): Promise<DueSafety[]> {
  return query<DueSafety>(
    worker,
    `select s.id as "rowId", s.person_id as "personId", s.class as "classBit", s.also_class as "alsoBit", s.made_by as "madeBy", s.review_on as "dueOn",
       s.chased_at is not null as "isChased", s.escalated_at is not null as "isEscalated"
     from safety_plan s join person p on p.partnership_id = s.partnership_id and p.id = s.person_id and p.state = 'active' and p.died_on is null
     where s.partnership_id = $1 and s.state = 'in-force' and s.review_on < $2 and s.sealed_at is null and s.escalated_at is null
       and (s.chased_at is null or s.review_on <= $4)
     order by s.review_on, s.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. */
export const updateSafetyChased = chasedIn('safety_plan')
/** When and by whom it was written. */
export const findSafetyFiling = filingIn('safety_plan', 'made_by')
/** Takes it off view (K9). As the house. */
export const updateSafetySealed = sealedIn('safety_plan')
