/** Writes what a batch of rows says: every kind of row in one statement, and what was added or replaced put down for the way back. */
import { type Tx, together } from '#ground/database/tx.ts'
import { academicYearStart, addDays, type Day, isAfter } from '#ground/day.ts'
import { type GroupId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { addMembers, CLASS_BITS, endMembers } from '#rooms/access/index.ts'
import type { Organisation } from '#rooms/directory/index.ts'
import {
  characteristicClass,
  insertAddresses,
  insertAdults,
  insertCharacteristics,
  insertContactDetails,
  insertDetails,
  insertEnrolments,
  insertIdentifiers,
  insertNames,
  insertPeople,
  isCompulsoryAge,
  type PersonName,
  replaceCharacteristics,
  type Source,
} from '#rooms/people/index.ts'
import type { CharacteristicStep } from '../characteristics.ts'
import type { ReadRow } from '../reading/read-row.ts'
import { activityOf, courseOf, type Writing } from '../rules.ts'
import {
  endEnrolments,
  insertEffects,
  insertSpells,
  type NewEffect,
  refreshShown,
  replaceOf,
  updateEnrolments,
} from '../store/effects.ts'

/** One row that is to be written: about somebody new (the id is made here) or known. */
export type Write = {
  readonly personId: PersonId
  readonly isNew: boolean
  readonly row: ReadRow
  readonly writing: Writing
}

/**
 * Writes a batch for a partner. Runs as the house. People come first; what is said of them is sent together, table beside
 * table, so that the database writes one while the next is made ready; what was done is put down last, in one statement.
 */
export async function writeBatch(
  tx: Tx,
  runId: RowId,
  partner: Organisation,
  writes: readonly Write[],
  asAt: Day,
): Promise<void> {
  const source: Source = { kind: 'partner-list', organisationId: partner.id, saidOn: tx.acting.today }
  const people = writes.filter(w => w.isNew).map(w => ({ id: w.personId, ...shownOf(w), bornOn: w.row.bornOn }))
  await insertPeople(tx, people)
  const done = await together([
    writeNames(tx, writes, source),
    writeDetails(tx, writes, source),
    writeAddresses(tx, writes, source),
    writeContactDetails(tx, writes, source),
    writeIdentifiers(tx, writes, source),
    writeSteps(
      tx,
      partner,
      writes.map(w => ({ personId: w.personId, steps: w.writing.characteristics })),
    ),
    writeEnrolments(tx, partner, writes, source),
    writeActivity(tx, partner, writes, asAt),
    writeRoll(tx, partner, writes),
  ])
  await insertEffects(tx, runId, [added('person', people), ...done.flat()])
}

type Row = { readonly id: string }

function added(table: NewEffect['table'], rows: readonly Row[]): NewEffect {
  return { kind: 'added', table, rowIds: rows.map(r => r.id) }
}

function replaced(table: NewEffect['table'], rowIds: readonly string[]): NewEffect {
  return { kind: 'replaced', table, rowIds }
}

const fresh = (tx: Tx) => newId<'row'>(tx.acting.at)

/** Who was on record before the batch: only they have something to replace. */
function knownOf(writes: readonly Write[]): ReadonlySet<PersonId> {
  return new Set(writes.filter(w => !w.isNew).map(w => w.personId))
}

async function writeNames(tx: Tx, writes: readonly Write[], source: Source): Promise<NewEffect[]> {
  const known = knownOf(writes)
  const names = writes.flatMap(w => namesOf(w).map(name => ({ id: fresh(tx), personId: w.personId, ...name })))
  const gone = await replaceOf(
    tx,
    'person_name',
    names.filter(n => known.has(n.personId) && n.kind !== 'former').map(n => ({ personId: n.personId, value: n.kind })),
  )
  await insertNames(tx, names, source)
  await refreshShown(tx, [...new Set(names.filter(n => known.has(n.personId)).map(n => n.personId))])
  return [replaced('person_name', gone), added('person_name', names)]
}

async function writeDetails(tx: Tx, writes: readonly Write[], source: Source): Promise<NewEffect[]> {
  const known = knownOf(writes)
  const details = writes.flatMap(w => [
    ...(w.isNew
      ? [
          {
            id: fresh(tx),
            personId: w.personId,
            field: 'born-on' as const,
            value: w.row.bornOn as string,
            classBit: CLASS_BITS.identity as number,
          },
        ]
      : []),
    ...w.writing.details.map(d => ({
      id: fresh(tx),
      personId: w.personId,
      field: d.field,
      value: d.value,
      classBit: d.field === 'sex' ? CLASS_BITS.identity : CLASS_BITS.learning,
    })),
  ])
  const gone = await replaceOf(
    tx,
    'person_detail',
    details.filter(d => known.has(d.personId)).map(d => ({ personId: d.personId, value: d.field })),
  )
  await insertDetails(tx, details, source)
  return [replaced('person_detail', gone), added('person_detail', details)]
}

async function writeAddresses(tx: Tx, writes: readonly Write[], source: Source): Promise<NewEffect[]> {
  const known = knownOf(writes)
  const addresses = writes.flatMap(w =>
    w.writing.address ? [{ id: fresh(tx), personId: w.personId, ...w.writing.address }] : [],
  )
  const gone = await replaceOf(
    tx,
    'person_address',
    addresses.filter(a => known.has(a.personId)).map(a => ({ personId: a.personId, value: '' })),
  )
  await insertAddresses(tx, addresses, source)
  return [replaced('person_address', gone), added('person_address', addresses)]
}

async function writeContactDetails(tx: Tx, writes: readonly Write[], source: Source): Promise<NewEffect[]> {
  const known = knownOf(writes)
  const contacts = writes.flatMap(w =>
    w.writing.contactDetails.map(c => ({ id: fresh(tx), personId: w.personId, ...c })),
  )
  const gone = await replaceOf(
    tx,
    'person_contact_detail',
    contacts.filter(c => known.has(c.personId)).map(c => ({ personId: c.personId, value: c.kind })),
  )
  await insertContactDetails(tx, contacts, source)
  return [replaced('person_contact_detail', gone), added('person_contact_detail', contacts)]
}

/** Numbers, and the adults a list names. */
async function writeIdentifiers(tx: Tx, writes: readonly Write[], source: Source): Promise<NewEffect[]> {
  const identifiers = writes.flatMap(w =>
    w.writing.identifiers.map(i => ({ id: fresh(tx), personId: w.personId, ...i })),
  )
  const adults = writes.flatMap(w =>
    w.writing.adult ? [{ id: fresh(tx), personId: w.personId, ...w.writing.adult }] : [],
  )
  await together([insertIdentifiers(tx, identifiers, source), insertAdults(tx, adults, source)])
  return [added('person_identifier', identifiers), added('person_adult', adults)]
}

type Steps = readonly { readonly personId: PersonId; readonly steps: readonly CharacteristicStep[] }[]

/** Writes characteristics alone, of rows that change nothing else. Runs as the house. */
export async function writeCharacteristics(tx: Tx, runId: RowId, partner: Organisation, all: Steps): Promise<void> {
  await insertEffects(tx, runId, await writeSteps(tx, partner, all))
}

/**
 * Opens and ends characteristics as a partner's list says, from the day it came in: since when they are true it does not say.
 * One that is ended keeps its beginning; one of the same day never was.
 */
async function writeSteps(tx: Tx, partner: Organisation, all: Steps): Promise<NewEffect[]> {
  const { today } = tx.acting
  const row = (personId: PersonId, code: string, startedOn: Day, finishedOn: Day | null) => ({
    id: fresh(tx),
    personId,
    code,
    classBit: CLASS_BITS[characteristicClass(code) ?? 'restricted'],
    startedOn,
    finishedOn,
  })
  const steps = all.flatMap(({ personId, steps: own }) => own.map(step => ({ ...step, personId })))
  const ended = steps.filter(step => step.kind === 'end')
  const gone = new Set(
    await replaceCharacteristics(
      tx,
      ended.map(step => step.id as RowId),
    ),
  )
  const opened = steps.flatMap(step => {
    if (step.kind === 'add') return [row(step.personId, step.code, today, null)]
    const was = gone.has(step.id as RowId) && isAfter(today, step.startedOn)
    return was ? [row(step.personId, step.code, step.startedOn, today)] : []
  })
  await insertCharacteristics(tx, opened, { kind: 'partner-list', organisationId: partner.id, saidOn: today })
  return [replaced('person_characteristic', [...gone]), added('person_characteristic', opened)]
}

/** Since when a row says somebody is there; where it does not, since the academic year began. */
function startOf(row: ReadRow, today: Day): Day {
  return row.startedOn !== null && !isAfter(row.startedOn, today) ? row.startedOn : academicYearStart(today)
}

const endsOf = (writes: readonly Write[]) => writes.filter(w => w.writing.enrolment === 'end')

async function writeEnrolments(
  tx: Tx,
  partner: Organisation,
  writes: readonly Write[],
  source: Source,
): Promise<NewEffect[]> {
  const { today } = tx.acting
  const classBit = partner.discloses === 0 ? CLASS_BITS.learning : partner.discloses
  const opened = writes
    .filter(w => w.writing.enrolment === 'add')
    .map(w => {
      const startedOn = startOf(w.row, today)
      const finishedOn =
        w.row.leftOn !== null ? (isAfter(w.row.leftOn, startedOn) ? w.row.leftOn : addDays(startedOn, 1)) : null
      return {
        id: fresh(tx),
        personId: w.personId,
        organisationId: partner.id,
        classBit,
        yearGroup: w.row.yearGroup,
        course: courseOf(w.row),
        startedOn,
        finishedOn,
        leftReason: w.row.leavingReason.slice(0, 200),
      }
    })
  const ends = endsOf(writes).map(w => ({
    personId: w.personId,
    on: w.row.leftOn ?? today,
    reason: w.row.leavingReason.slice(0, 200),
  }))
  await insertEnrolments(tx, opened, source)
  const ended = await endEnrolments(tx, partner.id, ends)
  const changed = await updateEnrolments(
    tx,
    partner.id,
    writes
      .filter(w => w.writing.enrolment === 'update')
      .map(w => ({ personId: w.personId, course: courseOf(w.row), yearGroup: w.row.yearGroup })),
  )
  return [
    added('enrolment', opened),
    replaced('enrolment', ended),
    { kind: 'changed', table: 'enrolment', rowIds: changed.map(e => e.id), before: changed },
  ]
}

/** What they do now, of those of whom nothing is on record; a start that lies ahead of the list's day is none yet. */
async function writeActivity(tx: Tx, partner: Organisation, writes: readonly Write[], asAt: Day): Promise<NewEffect[]> {
  const spells = writes.flatMap(w => {
    const isAhead = w.row.startedOn !== null && isAfter(w.row.startedOn, asAt)
    const code = w.writing.activity
      ? activityOf(partner.kind, w.row.yearGroup, isCompulsoryAge(w.row.bornOn, asAt))
      : null
    return code === null || isAhead
      ? []
      : [
          {
            id: fresh(tx),
            personId: w.personId,
            code,
            organisationId: partner.id,
            detail: w.row.course,
            startedOn: startOf(w.row, asAt),
          },
        ]
  })
  return [{ kind: 'added', table: 'activity_spell', rowIds: await insertSpells(tx, spells, asAt) }]
}

/** The roll is a group under the organisation's own id: what its practitioners and a deployed adviser hold their grants on (K3). */
async function writeRoll(tx: Tx, partner: Organisation, writes: readonly Write[]): Promise<NewEffect[]> {
  const group = partner.id as string as GroupId
  const here = writes.filter(w => !w.row.objection && w.row.leftOn === null).map(w => w.personId)
  const left = endsOf(writes).map(w => w.personId)
  const come = await addMembers(tx, group, here)
  const gone = await endMembers(tx, group, left)
  return [{ kind: 'added', table: 'access_member', rowIds: come }, replaced('access_member', gone)]
}

function shownOf(w: Write): { given: string; family: string } {
  const { given, family } = w.writing.preferred ?? w.row.legal
  return { given, family }
}

function namesOf(w: Write): PersonName[] {
  const { legal, preferred, former } = w.writing
  return [
    ...(legal ? [{ kind: 'legal' as const, ...legal }] : []),
    ...(preferred ? [{ kind: 'preferred' as const, middle: '', ...preferred }] : []),
    ...(former ? [{ kind: 'former' as const, middle: '', ...former }] : []),
  ]
}
