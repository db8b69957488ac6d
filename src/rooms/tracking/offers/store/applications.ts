import { filingIn } from '#ground/database/filing.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import type { Verifier } from '../../activity.ts'
import { reachedBy } from '../../store/reached.ts'
import type { ApplicationStep, NotEnrolled, PlaceApplication, StepKind, Wanted } from '../application.ts'

const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.organisation_id as "organisationId", a.place_words as "placeWords",
  coalesce(o.name, a.place_words) as place, a.course, a.level, a.way, a.autumn, a.state, a.state_on as "stateOn", a.version`
const FROM = `place_application a left join organisation o on o.partnership_id = a.partnership_id and o.id = a.organisation_id`

export async function findApplication(tx: Tx, id: RowId): Promise<PlaceApplication | undefined> {
  const [row] = await query<PlaceApplication>(
    tx,
    `select ${COLUMNS} from ${FROM} where a.partnership_id = $1 and a.id = $2 and a.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What somebody applied for, as far as the caller may see it: the latest autumn first, and in it what is furthest on. */
export function listApplications(tx: Tx, personId: PersonId): Promise<PlaceApplication[]> {
  return query<PlaceApplication>(
    tx,
    `select ${COLUMNS} from ${FROM} where a.partnership_id = $1 and a.person_id = $2 and a.sealed_at is null
     order by a.autumn desc, a.state_on desc, a.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

/** What happened to some applications, as it was written down. */
export function listSteps(tx: Tx, applicationIds: readonly RowId[]): Promise<ApplicationStep[]> {
  return query<ApplicationStep>(
    tx,
    `select id as "rowId", application_id as "applicationId", step, on_day as "onDay", said_by as "saidBy", words, taken_back_at as "takenBackAt",
       recorded_at as "recordedAt", recorded_by as "recordedBy"
     from place_application_step where partnership_id = $1 and application_id = any($2::uuid[]) and sealed_at is null order by recorded_at, id`,
    [tx.acting.partnershipId, [...applicationIds]],
  )
}

export async function insertApplication(
  tx: Tx,
  personId: PersonId,
  wanted: Wanted & { readonly classBit: number; readonly state: StepKind; readonly stateOn: Day },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into place_application (partnership_id, id, person_id, origin_person_id, class, organisation_id, place_words, course, level, way, autumn, state,
       state_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.acting.partnershipId, id, personId, wanted.classBit, wanted.organisationId, wanted.placeWords],
      ...[wanted.course, wanted.level, wanted.way, wanted.autumn, wanted.state, wanted.stateOn],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

export type NewStep = {
  readonly step: StepKind | 'changed'
  readonly onDay: Day
  readonly saidBy: Verifier | null
  readonly words: string
}

export async function insertStep(
  tx: Tx,
  of: Pick<PlaceApplication, 'rowId' | 'personId' | 'classBit'>,
  step: NewStep,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into place_application_step (partnership_id, id, application_id, person_id, origin_person_id, class, step, on_day, said_by, words, recorded_at,
       recorded_by)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[tx.acting.partnershipId, id, of.rowId, of.personId, of.classBit, step.step, step.onDay, step.saidBy],
      ...[step.words, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Where one stands now. Returns 0 when it moved since it was seen in its version. */
export async function updateState(
  tx: Tx,
  before: Pick<PlaceApplication, 'rowId' | 'version'>,
  to: { readonly state: StepKind; readonly on: Day },
): Promise<number> {
  const rows = await query(
    tx,
    `update place_application set state = $4, state_on = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, to.on],
  )
  return rows.length
}

/** What one is for. Returns 0 when it moved since it was seen in its version. */
export async function updateWanted(
  tx: Tx,
  before: Pick<PlaceApplication, 'rowId' | 'version'>,
  to: Wanted & { readonly classBit: number },
): Promise<number> {
  const rows = await query(
    tx,
    `update place_application set class = $4, organisation_id = $5, place_words = $6, course = $7, level = $8, way = $9, autumn = $10, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.classBit, to.organisationId, to.placeWords],
      ...[to.course, to.level, to.way, to.autumn],
    ],
  )
  return rows.length
}

/**
 * The steps of one take on its class where it tells of more by now, and never of less: what was written of the place before tells of it still (K6). As the house,
 * since whoever changed the place may not see it afterwards.
 */
export async function updateStepClass(worker: Tx, applicationId: RowId, classBit: number): Promise<void> {
  await query(
    worker,
    `update place_application_step set class = $3 where partnership_id = $1 and application_id = $2 and class = ${CLASS_BITS.learning}`,
    [...[worker.acting.partnershipId, applicationId, classBit]],
  )
}

/** Takes a step back. Returns how many: none when it was before. */
export async function updateTakenBack(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update place_application_step set taken_back_at = $3, taken_back_by = $4 where partnership_id = $1 and id = $2 and taken_back_at is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.at, tx.acting.actorId],
  )
  return rows.length
}

/** When and by whom it was written down. */
export const findFiling = filingIn<AccountId | null>('place_application', 'recorded_by')

/** Takes one off view with its steps (K9). As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update place_application set sealed_at = $4, version = version + 1 where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  if (rows.length > 0)
    await query(
      worker,
      `update place_application_step set sealed_at = $3 where partnership_id = $1 and application_id = $2`,
      [...[worker.acting.partnershipId, id, worker.acting.at]],
    )
  return rows.length
}

/**
 * Those offered a place for an autumn who are not known to have started there: no step says so, and no activity at that place began since the first of August.
 * Begins at the offers of that autumn that are open, by their index; row security leaves out whom the caller may not know.
 * @param since an activity that began then or later counts
 */
export async function listNotEnrolled(
  tx: Tx,
  autumn: number,
  since: Day,
  wanted: { readonly limit: number; readonly offset: number },
): Promise<NotEnrolled[]> {
  const reached = await reachedBy(tx)
  return query<NotEnrolled>(
    tx,
    `select a.id as "rowId", a.person_id as "personId", p.known_given as given, p.known_family as family, p.born_on as "bornOn",
       coalesce(o.name, a.place_words) as place, a.course, a.state, a.state_on as "stateOn"
     from place_application a
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
     left join organisation o on o.partnership_id = a.partnership_id and o.id = a.organisation_id
     where a.partnership_id = $1 and a.autumn = $2 and a.state in ('offer-conditional', 'offer', 'accepted') and a.sealed_at is null and a.class = 4
       ${reached === null ? '' : 'and a.person_id = any($7::uuid[])'}
       and not exists (select 1 from activity_spell s where s.partnership_id = a.partnership_id and s.person_id = a.person_id and s.sealed_at is null
         and s.organisation_id = a.organisation_id and s.started_on >= $3 and s.finished_on is null)
       and not exists (select 1 from place_application e where e.partnership_id = a.partnership_id and e.person_id = a.person_id and e.autumn = a.autumn
         and e.state = 'enrolled' and e.sealed_at is null)
       and not exists (select 1 from access_barrier b where b.partnership_id = a.partnership_id and b.person_id = a.person_id and b.kind = 'restricted'
         and b.started_at <= $4 and (b.ended_at is null or b.ended_at > $4))
     order by a.state_on, a.id limit $5 offset $6`,
    [
      ...[tx.acting.partnershipId, autumn, since, tx.acting.at, wanted.limit, wanted.offset],
      ...(reached === null ? [] : [reached]),
    ],
  )
}
