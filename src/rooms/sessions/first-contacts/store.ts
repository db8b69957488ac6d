import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { HEARD_KINDS } from '../contact.ts'
import { FIRST_CONTACT_RULE, type Level, TOLD_DAYS, TOLD_LEVELS } from './rules.ts'

/** Somebody with whom nobody spoke yet since somebody leads for them, and by what it is worked out when that is due. */
export type Untold = {
  readonly leadId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly level: Level
  readonly leadSince: Day
  readonly acceptedOn: Day | null
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/** The same with what is known besides, as a list shows it. */
export type Waiting = Untold & {
  readonly given: string
  readonly family: string
  /** Tries since, which are no contact: also what was sent and nobody knows whether it arrived. */
  readonly tries: number
  readonly triedOn: Day | null
  /** What is arranged next. */
  readonly nextOn: Day | null
}

const UNTOLD = `l.id as "leadId", l.person_id as "personId", l.account_id as "accountId", coalesce(d.value, 'none') as level, l.started_on as "leadSince",
    r.on_day as "acceptedOn", l.chased_at is not null as "isChased", l.escalated_at is not null as "isEscalated"`

const LEADS = `from lead_adviser l
  join person p on p.partnership_id = l.partnership_id and p.id = l.person_id and p.state = 'active' and p.died_on is null
  left join lateral (select d.value from person_detail d where d.partnership_id = l.partnership_id and d.person_id = l.person_id
    and d.field = 'support-level' and d.replaced_at is null order by d.recorded_at desc limit 1) d on true
  cross join lateral (select min(s.on_day) as on_day from referral f join referral_step s on s.partnership_id = f.partnership_id and s.referral_id = f.id
    and s.step = 'accept' where f.partnership_id = l.partnership_id and f.person_id = l.person_id and f.worker_id = l.account_id
    and s.on_day >= $2) r`

/** Leads of now of whom nobody heard since they began; `$2` is the first day of the rule, `$3` the kinds of contact by which somebody is heard. */
const WAIT = `where l.partnership_id = $1 and l.finished_on is null and l.started_on >= $2
    and not exists (select 1 from contact c where c.partnership_id = l.partnership_id and c.person_id = l.person_id
      and c.happened_on >= least(l.started_on, r.on_day) and c.state = 'kept' and c.kind = any($3::text[])
      and c.outcome not in ('not-reached', 'did-not-come'))`

const valuesOf = (tx: Tx) => [tx.acting.partnershipId, FIRST_CONTACT_RULE.from, [...HEARD_KINDS]]

/** Of some advisers, with whom nobody spoke yet: as far as the caller may see it. */
export function listWaiting(tx: Tx, accountIds: readonly AccountId[]): Promise<Waiting[]> {
  return query<Waiting>(
    tx,
    `select ${UNTOLD}, p.known_given as given, p.known_family as family, t.tries, t.tried_on as "triedOn", n.on_day as "nextOn"
     ${LEADS}
     cross join lateral (select count(*)::int as tries, max(c.happened_on) as tried_on from contact c where c.partnership_id = l.partnership_id
       and c.person_id = l.person_id and c.happened_on >= least(l.started_on, r.on_day) and c.state = 'kept'
       and (c.kind in ('tried', 'text', 'letter', 'email') or c.outcome = 'not-reached')) t
     left join lateral (select a.on_day from appointment a where a.partnership_id = l.partnership_id and a.person_id = l.person_id and a.state = 'set'
       and a.on_day >= $4 order by a.on_day, a.at_time limit 1) n on true
     ${WAIT} and l.account_id = any($5::uuid[]) order by l.started_on, p.sort_key, l.id limit 500`,
    [...valuesOf(tx), tx.acting.today, [...accountIds]],
  )
}

/** Those of whom somebody is still to be told by a notice, the longest waiting first. As the house, by the clock. */
export function listUntold(worker: Tx, most: number): Promise<Untold[]> {
  return query<Untold>(
    worker,
    `select ${UNTOLD} ${LEADS} ${WAIT} and l.escalated_at is null and l.started_on >= $5 and d.value = any($6::text[])
     order by l.started_on, l.id limit $4`,
    [...valuesOf(worker), most, addDays(worker.acting.today, -TOLD_DAYS), [...TOLD_LEVELS]],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateFirstChased = chasedIn('lead_adviser')
