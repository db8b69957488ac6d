import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Application, ApplicationLine, ApplicationState, Step, StepLine } from '../application.ts'
import type { Fit } from '../opportunity.ts'

const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.opportunity_id as "opportunityId", o.title,
  coalesce(g.name, o.employer) as "offeredBy", a.state, a.put_by as "putBy", a.suggested_on as "suggestedOn", a.why, a.needs, a.own_words as "ownWords", a.tells,
  a.tells_words as "tellsWords", a.put_on as "putOn", a.prepared, a.prepared_words as "preparedWords", a.interview_on as "interviewOn",
  a.interview_at as "interviewAt", a.with_them as "withThem", a.journey, a.kit, a.result_words as "resultWords", a.starts_on as "startsOn", a.reason,
  a.over_on as "overOn", a.due_on as "dueOn", a.version`
const JOINS = `join opportunity o on o.partnership_id = a.partnership_id and o.id = a.opportunity_id
  left join organisation g on g.partnership_id = o.partnership_id and g.id = o.organisation_id`

/** To the end of the transaction nobody else suggests anything to this person. */
export async function holdApplications(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'application', personId)
}

export async function findApplication(tx: Tx, id: RowId): Promise<Application | undefined> {
  const [row] = await query<Application>(
    tx,
    `select ${COLUMNS} from application a ${JOINS} where a.partnership_id = $1 and a.id = $2 and a.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What was suggested to somebody, newest first, as far as the caller may see it. */
export function listApplicationsOn(tx: Tx, personId: PersonId): Promise<Application[]> {
  return query<Application>(
    tx,
    `select ${COLUMNS} from application a ${JOINS} where a.partnership_id = $1 and a.person_id = $2 and a.sealed_at is null
     order by a.recorded_at desc, a.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

/** Of an adviser: those of whom they lead for, and those they suggested. What is due first, or, of what is over, the newest. */
export function listApplicationsOf(
  tx: Tx,
  accountId: AccountId,
  wanted: 'open' | 'over',
  most: number,
): Promise<ApplicationLine[]> {
  const over = wanted === 'open' ? 'is null' : 'is not null'
  return query<ApplicationLine>(
    tx,
    `with own as materialized (
       select id from application where partnership_id = $1 and put_by = $2 and over_on ${over}
       union select x.id from lead_adviser l join application x on x.partnership_id = l.partnership_id and x.person_id = l.person_id and x.over_on ${over}
         where l.partnership_id = $1 and l.account_id = $2 and l.finished_on is null)
     select ${COLUMNS}, p.known_family || ', ' || p.known_given as name
     from own join application a on a.partnership_id = $1 and a.id = own.id and a.sealed_at is null ${JOINS}
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id ${wanted === 'open' ? 'and p.died_on is null' : ''}
     order by ${wanted === 'open' ? 'a.due_on nulls last, a.id' : 'a.over_on desc, a.id desc'} limit $3`,
    [tx.acting.partnershipId, accountId, most],
  )
}

/** An interview or a first day, as a diary tells it. */
export type DayAhead = Pick<ApplicationLine, 'rowId' | 'personId' | 'name' | 'title' | 'offeredBy' | 'withThem'> & {
  readonly what: 'interview' | 'first-day'
  readonly onDay: Day
  readonly atTime: string | null
}

/** Interviews and first days within some days, of those an account leads for or put forward, by day and time. */
export function listDaysAhead(
  tx: Tx,
  accountId: AccountId,
  span: { readonly from: Day; readonly to: Day },
): Promise<DayAhead[]> {
  return query<DayAhead>(
    tx,
    `select a.id as "rowId", a.person_id as "personId", p.known_given || ' ' || p.known_family as name, o.title, coalesce(g.name, o.employer) as "offeredBy",
       a.with_them as "withThem", case a.state when 'interview' then 'interview' else 'first-day' end as what,
       case a.state when 'interview' then a.interview_on else a.starts_on end as "onDay", case a.state when 'interview' then a.interview_at end as "atTime"
     from application a ${JOINS}
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     where a.partnership_id = $1 and a.sealed_at is null
       and ((a.state = 'interview' and a.interview_on between $3 and $4) or (a.state = 'accepted' and a.starts_on between $3 and $4))
       and (a.put_by = $2 or exists (select 1 from lead_adviser l where l.partnership_id = a.partnership_id and l.person_id = a.person_id
         and l.account_id = $2 and l.finished_on is null))
     order by "onDay", "atTime" nulls last, a.id limit 100`,
    [tx.acting.partnershipId, accountId, span.from, span.to],
  )
}

/** Of one opportunity, as far as the caller may see it: how many there are besides is told nobody (K8). */
export function listApplicationsFor(tx: Tx, opportunityId: RowId, most: number): Promise<ApplicationLine[]> {
  return query<ApplicationLine>(
    tx,
    `select ${COLUMNS}, p.known_family || ', ' || p.known_given as name from application a ${JOINS}
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id
     where a.partnership_id = $1 and a.opportunity_id = $2 and a.sealed_at is null
     order by a.over_on is not null, p.sort_key, a.id limit $3`,
    [tx.acting.partnershipId, opportunityId, most],
  )
}

/** What each of several people said last that a place must fit round; nobody who said nothing. */
export async function listNeeds(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, readonly Fit[]>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ personId: PersonId; needs: readonly Fit[] }>(
    tx,
    `select distinct on (a.person_id) a.person_id as "personId", a.needs from application a
     where a.partnership_id = $1 and a.person_id = any($2::uuid[]) and a.sealed_at is null
     order by a.person_id, a.recorded_at desc, a.id desc`,
    [tx.acting.partnershipId, [...ids]],
  )
  return new Map(rows.filter(row => row.needs.length > 0).map(row => [row.personId, row.needs]))
}

export async function insertApplication(
  tx: Tx,
  personId: PersonId,
  put: Pick<Application, 'opportunityId' | 'classBit' | 'putBy' | 'why' | 'needs' | 'dueOn'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into application (partnership_id, id, person_id, origin_person_id, class, opportunity_id, put_by, why, needs, due_on, suggested_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.acting.partnershipId, id, personId, put.classBit, put.opportunityId, put.putBy, put.why, [...put.needs]],
      ...[put.dueOn, tx.acting.today, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

export async function insertStep(
  tx: Tx,
  of: Pick<Application, 'rowId' | 'personId' | 'classBit'>,
  step: Step,
  words: string,
): Promise<void> {
  await query(
    tx,
    `insert into application_step (partnership_id, id, application_id, person_id, origin_person_id, class, step, words, on_day, recorded_at, recorded_by)
     select $1, $2, a.id, a.person_id, a.person_id, a.class, $4, $5, $6, $7, $8 from application a where a.partnership_id = $1 and a.id = $3`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.rowId, step, words, tx.acting.today, tx.acting.at],
      tx.acting.actorId,
    ],
  )
}

export function listSteps(tx: Tx, id: RowId): Promise<StepLine[]> {
  return query<StepLine>(
    tx,
    `select s.step, s.words, s.on_day as "onDay", s.recorded_by as by from application_step s
     where s.partnership_id = $1 and s.application_id = $2 and s.sealed_at is null order by s.recorded_at, s.id`,
    [tx.acting.partnershipId, id],
  )
}

/** What a step changes; what is left out stays. */
export type Stepped = Partial<
  Pick<
    Application,
    | 'needs'
    | 'ownWords'
    | 'tells'
    | 'tellsWords'
    | 'putOn'
    | 'prepared'
    | 'preparedWords'
    | 'interviewOn'
    | 'interviewAt'
    | 'withThem'
    | 'journey'
    | 'kit'
    | 'resultWords'
    | 'startsOn'
    | 'reason'
  >
> & { readonly state: ApplicationState; readonly dueOn: Day | null; readonly overOn: Day | null }

const COLUMN_OF: Readonly<Record<keyof Stepped, string>> = {
  state: 'state',
  dueOn: 'due_on',
  overOn: 'over_on',
  needs: 'needs',
  ownWords: 'own_words',
  tells: 'tells',
  tellsWords: 'tells_words',
  putOn: 'put_on',
  prepared: 'prepared',
  preparedWords: 'prepared_words',
  interviewOn: 'interview_on',
  interviewAt: 'interview_at',
  withThem: 'with_them',
  journey: 'journey',
  kit: 'kit',
  resultWords: 'result_words',
  startsOn: 'starts_on',
  reason: 'reason',
}

/** Moves one that was seen in a version. Returns 0 when it moved meanwhile. */
export async function updateApplication(
  tx: Tx,
  before: Pick<Application, 'rowId' | 'version' | 'dueOn'>,
  to: Stepped,
): Promise<number> {
  const given = (Object.keys(COLUMN_OF) as (keyof Stepped)[]).filter(key => to[key] !== undefined)
  const sets = given.map((key, i) => `${COLUMN_OF[key]} = $${i + 4}`)
  // What is due on another day than it was is nobody's to be reminded of yet.
  if (to.dueOn !== before.dueOn) sets.push('chased_at = null', 'escalated_at = null')
  const rows = await query(
    tx,
    `update application set ${sets.join(', ')}, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and over_on is null returning 1`,
    [...[tx.acting.partnershipId, before.rowId, before.version], ...given.map(key => to[key])],
  )
  return rows.length
}

export type OpenApplication = Pick<Application, 'rowId' | 'personId' | 'classBit' | 'putBy' | 'state'>

const OPEN_COLUMNS = `a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.put_by as "putBy", a.state`
const ALIVE = `join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null`

/** Everybody's that are not over, of one opportunity. As the house. */
export function listOpenFor(worker: Tx, opportunityId: RowId): Promise<OpenApplication[]> {
  return query<OpenApplication>(
    worker,
    `select ${OPEN_COLUMNS} from application a ${ALIVE}
     where a.partnership_id = $1 and a.opportunity_id = $2 and a.over_on is null and a.sealed_at is null order by a.id`,
    [worker.acting.partnershipId, opportunityId],
  )
}

/** Gives all of an opportunity the class its name tells of by now (K6). As the house. Returns whose they are. */
export async function updateClasses(worker: Tx, opportunityId: RowId, classBit: number): Promise<PersonId[]> {
  const rows = await query<{ id: PersonId }>(
    worker,
    `with changed as (update application set class = $3 where partnership_id = $1 and opportunity_id = $2 and class <> $3 returning id, person_id),
       steps as (update application_step s set class = $3 from changed c where s.partnership_id = $1 and s.application_id = c.id)
     select distinct person_id as id from changed`,
    [worker.acting.partnershipId, opportunityId, classBit],
  )
  return rows.map(row => row.id)
}

export type DueApplication = OpenApplication & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the team leader is told
 */
export function listDueApplications(worker: Tx, most: number, since: Day): Promise<DueApplication[]> {
  return query<DueApplication>(
    worker,
    `select ${OPEN_COLUMNS}, a.due_on as "dueOn", a.chased_at is not null as "isChased", a.escalated_at is not null as "isEscalated"
     from application a ${ALIVE}
     where a.partnership_id = $1 and a.due_on < $2 and a.over_on is null and a.sealed_at is null
       and a.escalated_at is null and (a.chased_at is null or a.due_on <= $4)
     order by a.due_on, a.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('application')

/** When and by whom it was suggested. */
export const findFiling = filingIn('application', 'put_by')

/** Takes it off view with its steps (K9). As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `with gone as (update application set sealed_at = $4, due_on = null, version = version + 1
         where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning id),
       steps as (update application_step s set sealed_at = $4 from gone where s.partnership_id = $1 and s.application_id = gone.id)
     select 1 from gone`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  return rows.length
}
