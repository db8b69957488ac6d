import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Asking, AskLine, SchoolAsk, SchoolFact } from './ask.ts'

const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.organisation_id as "organisationId", coalesce(o.name, '') as organisation,
  a.asks, a.told, a.asked_by as "askedBy", a.asked_on as "askedOn", a.talk_on as "talkOn", a.due_on as "dueOn", a.state, a.over_on as "overOn",
  a.answered_by as "answeredBy", a.said_by as "saidBy", a.words, a.version`
const FROM = `school_ask a left join organisation o on o.partnership_id = a.partnership_id and o.id = a.organisation_id`

/** What was asked about somebody, newest first, as far as the caller may see it. */
export function listAsksOn(tx: Tx, personId: PersonId): Promise<SchoolAsk[]> {
  return query<SchoolAsk>(
    tx,
    `select ${COLUMNS} from ${FROM} where a.partnership_id = $1 and a.person_id = $2 and a.sealed_at is null
     order by a.asked_on desc, a.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findAsk(tx: Tx, id: RowId): Promise<SchoolAsk | undefined> {
  const [row] = await query<SchoolAsk>(
    tx,
    `select ${COLUMNS} from ${FROM} where a.partnership_id = $1 and a.id = $2 and a.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What an account asked (`$2`) and what was asked about some people (`$3`), each by its own index: where "or" would read everybody's. */
const OWN_OR_LED = `a.id in (select s.id from school_ask s where s.partnership_id = $1 and s.asked_by = $2 and s.state = 'asked'
  union select s.id from unnest($3::uuid[]) l(id) join school_ask s on s.partnership_id = $1 and s.person_id = l.id and s.state = 'asked')`

/** What still waits for an answer: of a place, or of what an account asked and of whom it leads for. What is due first is first. */
export function listWaiting(
  tx: Tx,
  of:
    | { readonly organisationId: OrganisationId }
    | { readonly accountId: AccountId; readonly ledIds: readonly PersonId[] },
): Promise<AskLine[]> {
  const isPlace = 'organisationId' in of
  return query<AskLine>(
    tx,
    `select ${COLUMNS}, p.known_family || ', ' || p.known_given as name from ${FROM}
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
     where a.partnership_id = $1 and a.state = 'asked' and a.sealed_at is null
       and ${isPlace ? 'a.organisation_id = $2' : OWN_OR_LED}
     order by a.due_on, a.id limit 200`,
    [tx.acting.partnershipId, ...(isPlace ? [of.organisationId] : [of.accountId, [...of.ledIds]])],
  )
}

/** To the end of the transaction nobody else asks about this person. */
export async function holdAsks(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'school-ask', personId)
}

export async function insertAsk(
  tx: Tx,
  personId: PersonId,
  asked: Asking & { readonly classBit: number; readonly askedBy: AccountId; readonly dueOn: Day },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into school_ask (partnership_id, id, person_id, origin_person_id, class, organisation_id, asks, told, asked_by, asked_on, talk_on, due_on,
       recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.acting.partnershipId, id, personId, asked.classBit, asked.organisationId, [...asked.asks], asked.told],
      ...[asked.askedBy, tx.acting.today, asked.talkOn, asked.dueOn, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** It is over: answered, noted as missing or taken back. Returns 0 when it moved meanwhile. */
export async function updateAsk(
  tx: Tx,
  before: Pick<SchoolAsk, 'rowId' | 'version'>,
  to: {
    readonly state: 'answered' | 'missing' | 'withdrawn'
    readonly answeredBy?: AccountId
    readonly saidBy?: string
    readonly words?: string
  },
): Promise<number> {
  const rows = await query(
    tx,
    `update school_ask set state = $4, over_on = $5, answered_by = $6, said_by = $7, words = $8, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'asked' and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.state, tx.acting.today, to.answeredBy ?? null],
      ...[to.saidBy ?? '', to.words ?? ''],
    ],
  )
  return rows.length
}

export type DueAsk = Pick<SchoolAsk, 'rowId' | 'personId' | 'classBit' | 'askedBy' | 'dueOn'> & {
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the team leader is told
 */
export function listDueAsks(worker: Tx, most: number, since: Day): Promise<DueAsk[]> {
  return query<DueAsk>(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.asked_by as "askedBy", a.due_on as "dueOn",
       a.chased_at is not null as "isChased", a.escalated_at is not null as "isEscalated"
     from school_ask a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
     where a.partnership_id = $1 and a.state = 'asked' and a.due_on < $2 and a.sealed_at is null and a.escalated_at is null
       and (a.chased_at is null or a.due_on <= $4)
     order by a.due_on, a.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateAskChased = chasedIn('school_ask')
/** When and by whom it was asked. */
export const findAskFiling = filingIn('school_ask', 'asked_by')

/** Takes a request off view, and what came of it (K9). As the house. Returns how many. */
export async function updateAskSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const sealed = await sealedIn('school_ask')(worker, personId, id)
  if (sealed > 0)
    await query(
      worker,
      `update school_fact set sealed_at = $3, version = version + 1 where partnership_id = $1 and ask_id = $2 and sealed_at is null`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
  return sealed
}

const FACT = `f.id as "rowId", f.person_id as "personId", f.class as "classBit", f.kind, f.words, coalesce(o.name, f.source) as source, f.ask_id as "askId",
  f.as_of as "asOf", f.written_by as "writtenBy"`
const FACT_FROM = `school_fact f left join organisation o on o.partnership_id = f.partnership_id and o.id = f.organisation_id`

/** What is known of somebody's learning, newest first, as far as the caller may see it. */
export function listFactsOn(tx: Tx, personId: PersonId): Promise<SchoolFact[]> {
  return query<SchoolFact>(
    tx,
    `select ${FACT} from ${FACT_FROM} where f.partnership_id = $1 and f.person_id = $2 and f.sealed_at is null
     order by f.as_of desc, f.recorded_at desc, f.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findFact(tx: Tx, id: RowId): Promise<SchoolFact | undefined> {
  const [row] = await query<SchoolFact>(
    tx,
    `select ${FACT} from ${FACT_FROM} where f.partnership_id = $1 and f.id = $2 and f.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Writes down what is known. What a place answered is filed on whom it was asked about, so that it goes back with that when records are taken apart. */
export async function insertFact(
  tx: Tx,
  personId: PersonId,
  fact: Pick<SchoolFact, 'kind' | 'words' | 'source' | 'asOf' | 'classBit' | 'writtenBy' | 'askId'> & {
    readonly organisationId: OrganisationId | null
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into school_fact (partnership_id, id, person_id, origin_person_id, class, kind, words, source, organisation_id, ask_id, as_of, written_by,
       recorded_at, recorded_by)
     values ($1, $2, $3,
       coalesce((select a.origin_person_id from school_ask a where a.partnership_id = $1 and a.id = $9 and a.person_id = $3), $3), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.acting.partnershipId, id, personId, fact.classBit, fact.kind, fact.words],
      ...[fact.organisationId === null ? fact.source : '', fact.organisationId, fact.askId, fact.asOf, fact.writtenBy],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** When and by whom it was written. */
export const findFactFiling = filingIn('school_fact', 'written_by')
/** Takes it off view (K9). As the house. Returns how many. */
export const updateFactSealed = sealedIn('school_fact')
