import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Handover, HandoverLine, State } from './handover.ts'

/** Whoever is asked reads who it is and why; what is told of the young person once they have said yes. */
const ONLY_ASKED = `(h.state = 'asked' and h.to_id = any((select app_holders())::uuid[]))`
const COLUMNS = `h.id as "rowId", h.person_id as "personId", h.kind, h.why, case when ${ONLY_ASKED} then '' else h.brief end as brief,
  case when ${ONLY_ASKED} then 'not-asked' else h.wish end as wish, case when ${ONLY_ASKED} then '' else h.wish_words end as "wishWords",
  case when ${ONLY_ASKED} then '' else h.wish_answer end as "wishAnswer",
  h.from_id as "fromId", h.to_id as "toId", h.begun_by as "begunBy", h.begun_on as "begunOn", h.state, h.accepted_on as "acceptedOn", h.met_on as "metOn",
  h.moved_on as "movedOn", h.over_on as "overOn", h.reason, h.words, h.due_on as "dueOn", h.grant_id as "grantId",
  h.contact_id as "contactId", h.version`

/** To the end of the transaction nobody else begins a hand-over of this person. */
export async function holdHandovers(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'hand-over', personId)
}

/** A hand-over the caller may see, by a right over the record or by being asked. */
export async function findHandover(tx: Tx, id: RowId): Promise<Handover | undefined> {
  const [row] = await query<Handover>(
    tx,
    `select ${COLUMNS} from hand_over h where h.partnership_id = $1 and h.id = $2 and h.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Hand-overs of somebody, newest first, as far as the caller may see them. */
export function listHandoversOn(tx: Tx, personId: PersonId): Promise<Handover[]> {
  return query<Handover>(
    tx,
    `select ${COLUMNS} from hand_over h where h.partnership_id = $1 and h.person_id = $2 and h.sealed_at is null
     order by h.begun_on desc, h.id desc limit 50`,
    [tx.acting.partnershipId, personId],
  )
}

/** The one that is under way; as the house also of whom the actor does not see. */
export async function listOpenOn(tx: Tx, personId: PersonId): Promise<Handover[]> {
  return query<Handover>(
    tx,
    `select ${COLUMNS} from hand_over h where h.partnership_id = $1 and h.person_id = $2 and h.over_on is null and h.sealed_at is null order by h.id`,
    [tx.acting.partnershipId, personId],
  )
}

/**
 * Those of some colleagues, handed over or taken over by any of them, as far as the caller may see them: what is due first, or, of what is
 * over, the newest. From the indexes of each, never from row security alone.
 */
export function listHandoversOf(
  tx: Tx,
  accountIds: readonly AccountId[],
  wanted: 'open' | 'over',
  most: number,
): Promise<HandoverLine[]> {
  const over = wanted === 'open' ? 'is null' : 'is not null'
  return query<HandoverLine>(
    tx,
    `with own as materialized (
       select id from hand_over where partnership_id = $1 and from_id = any($2::uuid[]) and over_on ${over}
       union select id from hand_over where partnership_id = $1 and to_id = any($2::uuid[]) and over_on ${over})
     select ${COLUMNS}, coalesce(p.known_family || ', ' || p.known_given, '') as name
     from own join hand_over h on h.partnership_id = $1 and h.id = own.id and h.sealed_at is null
     left join person p on p.partnership_id = h.partnership_id and p.id = h.person_id
     order by ${wanted === 'open' ? 'h.due_on nulls last, h.id' : 'h.over_on desc, h.id desc'} limit $3`,
    [tx.acting.partnershipId, [...accountIds], most],
  )
}

export type NewHandover = Pick<
  Handover,
  | 'personId'
  | 'kind'
  | 'why'
  | 'brief'
  | 'wish'
  | 'wishWords'
  | 'fromId'
  | 'toId'
  | 'begunBy'
  | 'state'
  | 'acceptedOn'
  | 'movedOn'
  | 'dueOn'
  | 'grantId'
>

export async function insertHandover(tx: Tx, h: NewHandover): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into hand_over (partnership_id, id, person_id, origin_person_id, kind, why, brief, wish, wish_words, from_id, to_id, begun_by, begun_on, state,
       accepted_on, moved_on, due_on, grant_id, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[tx.acting.partnershipId, id, h.personId, h.kind, h.why, h.brief, h.wish, h.wishWords, h.fromId, h.toId],
      ...[h.begunBy, tx.acting.today, h.state, h.acceptedOn, h.movedOn, h.dueOn, h.grantId],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** What a step changes. */
export type Changed = { readonly contactId?: RowId } & Partial<
  Pick<
    Handover,
    | 'state'
    | 'wish'
    | 'wishWords'
    | 'wishAnswer'
    | 'acceptedOn'
    | 'metOn'
    | 'movedOn'
    | 'overOn'
    | 'reason'
    | 'words'
    | 'dueOn'
    | 'grantId'
  >
>

const COLUMN_OF: Readonly<Record<keyof Changed, string>> = {
  state: 'state',
  wish: 'wish',
  wishWords: 'wish_words',
  wishAnswer: 'wish_answer',
  acceptedOn: 'accepted_on',
  metOn: 'met_on',
  movedOn: 'moved_on',
  overOn: 'over_on',
  reason: 'reason',
  words: 'words',
  dueOn: 'due_on',
  grantId: 'grant_id',
  contactId: 'contact_id',
}

/**
 * Changes a hand-over that was seen in a version; what was told of a day that is past is told of the next anew. As the house: whoever takes the last
 * step may see it no more. Returns 0 when it moved meanwhile.
 */
export async function updateHandover(
  worker: Tx,
  before: Pick<Handover, 'rowId' | 'version'>,
  changed: Changed,
): Promise<number> {
  const fields = Object.entries(changed) as [keyof Changed, unknown][]
  const sets = fields.map(([name], i) => `, ${COLUMN_OF[name]} = $${i + 4}`).join('')
  const anew = 'dueOn' in changed ? ', chased_at = null, escalated_at = null' : ''
  const rows = await query(
    worker,
    `update hand_over set version = version + 1${anew}${sets} where partnership_id = $1 and id = $2 and version = $3 and over_on is null returning 1`,
    [worker.acting.partnershipId, before.rowId, before.version, ...fields.map(([, value]) => value)],
  )
  return rows.length
}

/** Open ones an account hands over or takes over. As the house. */
export function listOpenOf(worker: Tx, accountId: AccountId): Promise<Handover[]> {
  return query<Handover>(
    worker,
    `select ${COLUMNS} from hand_over h where h.partnership_id = $1 and (h.from_id = $2 or h.to_id = $2) and h.over_on is null and h.sealed_at is null
     order by h.id`,
    [worker.acting.partnershipId, accountId],
  )
}

export type DueHandover = Pick<Handover, 'rowId' | 'personId' | 'fromId' | 'toId' | 'movedOn'> & {
  readonly state: State
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Steps that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the team leaders are told
 */
export function listDueHandovers(worker: Tx, most: number, since: Day): Promise<DueHandover[]> {
  return query<DueHandover>(
    worker,
    `select h.id as "rowId", h.person_id as "personId", h.from_id as "fromId", h.to_id as "toId", h.moved_on as "movedOn", h.state, h.due_on as "dueOn",
       h.chased_at is not null as "isChased", h.escalated_at is not null as "isEscalated"
     from hand_over h where h.partnership_id = $1 and h.due_on < $2 and h.over_on is null and h.sealed_at is null
       and h.escalated_at is null and (h.chased_at is null or h.due_on <= $4)
     order by h.due_on, h.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that a step is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('hand_over')

/** Open ones that go on with nobody: the lead went another way, or the young person has died. As the house, by the clock. */
export function listStray(worker: Tx, most: number): Promise<(Handover & { readonly hasDied: boolean })[]> {
  return query<Handover & { readonly hasDied: boolean }>(
    worker,
    `select ${COLUMNS}, p.died_on is not null as "hasDied"
     from hand_over h join person p on p.partnership_id = h.partnership_id and p.id = h.person_id
     left join lead_adviser l on l.partnership_id = h.partnership_id and l.person_id = h.person_id and l.finished_on is null
     where h.partnership_id = $1 and h.over_on is null and h.sealed_at is null
       and (p.died_on is not null or l.account_id is distinct from case when h.moved_on is null then h.from_id else h.to_id end)
     order by h.id limit $2`,
    [worker.acting.partnershipId, most],
  )
}

/** When and by whom it was written. */
export const findFiling = filingIn<AccountId | null>('hand_over', 'begun_by')

/** Takes a hand-over off view (K9); one that was under way ends. As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update hand_over set sealed_at = $4, due_on = null, grant_id = null, version = version + 1,
       state = case when over_on is null then 'withdrawn' else state end, over_on = coalesce(over_on, $5)
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at, worker.acting.today],
  )
  return rows.length
}
