/** Writes what a batch of rows says: every kind of row in one statement, and what was added or replaced put down for the way back. */
import type { Tx } from '#ground/database/tx.ts'
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
  insertEffect,
  insertSpells,
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

/** Writes a batch for a partner. Runs as the house. */
export async function writeBatch(tx: Tx, runId: RowId, partner: Organisation, writes: readonly Write[]): Promise<void> {
  const source: Source = { kind: 'partner-list', organisationId: partner.id, saidOn: tx.acting.today }
  const fresh = () => newId<'row'>(tx.acting.at)
  const effect = (kind: 'added' | 'replaced', table: Parameters<typeof insertEffect>[3], ids: readonly string[]) =>
    insertEffect(tx, runId, kind, table, ids)

  const people = writes.filter(w => w.isNew).map(w => ({ id: w.personId, ...shownOf(w), bornOn: w.row.bornOn }))
  await insertPeople(tx, people)
  await effect(
    'added',
    'person',
    people.map(p => p.id),
  )

  const names = writes.flatMap(w => namesOf(w).map(name => ({ id: fresh(), personId: w.personId, ...name })))
  const known = new Set(writes.filter(w => !w.isNew).map(w => w.personId))
  await effect(
    'replaced',
    'person_name',
    await replaceOf(
      tx,
      'person_name',
      names
        .filter(n => known.has(n.personId) && n.kind !== 'former')
        .map(n => ({ personId: n.personId, value: n.kind })),
    ),
  )
  await insertNames(tx, names, source)
  await effect(
    'added',
    'person_name',
    names.map(n => n.id),
  )
  await refreshShown(tx, [...new Set(names.filter(n => known.has(n.personId)).map(n => n.personId))])

  const details = writes.flatMap(w => [
    ...(w.isNew
      ? [
          {
            id: fresh(),
            personId: w.personId,
            field: 'born-on' as const,
            value: w.row.bornOn as string,
            classBit: CLASS_BITS.identity as number,
          },
        ]
      : []),
    ...w.writing.details.map(d => ({
      id: fresh(),
      personId: w.personId,
      field: d.field,
      value: d.value,
      classBit: d.field === 'sex' ? CLASS_BITS.identity : CLASS_BITS.learning,
    })),
  ])
  await effect(
    'replaced',
    'person_detail',
    await replaceOf(
      tx,
      'person_detail',
      details.filter(d => known.has(d.personId)).map(d => ({ personId: d.personId, value: d.field })),
    ),
  )
  await insertDetails(tx, details, source)
  await effect(
    'added',
    'person_detail',
    details.map(d => d.id),
  )

  const addresses = writes.flatMap(w =>
    w.writing.address ? [{ id: fresh(), personId: w.personId, ...w.writing.address }] : [],
  )
  await effect(
    'replaced',
    'person_address',
    await replaceOf(
      tx,
      'person_address',
      addresses.map(a => ({ personId: a.personId, value: '' })),
    ),
  )
  await insertAddresses(tx, addresses, source)
  await effect(
    'added',
    'person_address',
    addresses.map(a => a.id),
  )

  const contacts = writes.flatMap(w => w.writing.contactDetails.map(c => ({ id: fresh(), personId: w.personId, ...c })))
  await effect(
    'replaced',
    'person_contact_detail',
    await replaceOf(
      tx,
      'person_contact_detail',
      contacts.map(c => ({ personId: c.personId, value: c.kind })),
    ),
  )
  await insertContactDetails(tx, contacts, source)
  await effect(
    'added',
    'person_contact_detail',
    contacts.map(c => c.id),
  )

  const identifiers = writes.flatMap(w => w.writing.identifiers.map(i => ({ id: fresh(), personId: w.personId, ...i })))
  await insertIdentifiers(tx, identifiers, source)
  await effect(
    'added',
    'person_identifier',
    identifiers.map(i => i.id),
  )

  const adults = writes.flatMap(w =>
    w.writing.adult ? [{ id: fresh(), personId: w.personId, ...w.writing.adult }] : [],
  )
  await insertAdults(tx, adults, source)
  await effect(
    'added',
    'person_adult',
    adults.map(a => a.id),
  )

  await writeCharacteristics(
    tx,
    runId,
    partner,
    writes.map(w => ({ personId: w.personId, steps: w.writing.characteristics })),
  )
  await writeLearning(tx, runId, partner, writes, source)
}

/**
 * Opens and ends characteristics as a partner's list says, from the day it came in: since when they are true it does not say.
 * One that is ended keeps its beginning; one of the same day never was. Runs as the house.
 */
export async function writeCharacteristics(
  tx: Tx,
  runId: RowId,
  partner: Organisation,
  all: readonly { readonly personId: PersonId; readonly steps: readonly CharacteristicStep[] }[],
): Promise<void> {
  const { today } = tx.acting
  const row = (personId: PersonId, code: string, startedOn: Day, finishedOn: Day | null) => ({
    id: newId<'row'>(tx.acting.at),
    personId,
    code,
    classBit: CLASS_BITS[characteristicClass(code) ?? 'restricted'],
    startedOn,
    finishedOn,
  })
  const steps = all.flatMap(({ personId, steps: own }) => own.map(step => ({ ...step, personId })))
  const ended = steps.filter(step => step.kind === 'end')
  const replaced = new Set(
    await replaceCharacteristics(
      tx,
      ended.map(step => step.id as RowId),
    ),
  )
  await insertEffect(tx, runId, 'replaced', 'person_characteristic', [...replaced])
  const added = steps.flatMap(step => {
    if (step.kind === 'add') return [row(step.personId, step.code, today, null)]
    const was = replaced.has(step.id as RowId) && isAfter(today, step.startedOn)
    return was ? [row(step.personId, step.code, step.startedOn, today)] : []
  })
  await insertCharacteristics(tx, added, { kind: 'partner-list', organisationId: partner.id, saidOn: today })
  await insertEffect(
    tx,
    runId,
    'added',
    'person_characteristic',
    added.map(c => c.id),
  )
}

async function writeLearning(
  tx: Tx,
  runId: RowId,
  partner: Organisation,
  writes: readonly Write[],
  source: Source,
): Promise<void> {
  const { today } = tx.acting
  const classBit = partner.discloses === 0 ? CLASS_BITS.learning : partner.discloses
  const startOf = (row: ReadRow) =>
    row.startedOn !== null && !isAfter(row.startedOn, today) ? row.startedOn : academicYearStart(today)
  const added = writes
    .filter(w => w.writing.enrolment === 'add')
    .map(w => {
      const startedOn = startOf(w.row)
      const finishedOn =
        w.row.leftOn !== null ? (isAfter(w.row.leftOn, startedOn) ? w.row.leftOn : addDays(startedOn, 1)) : null
      return {
        id: newId<'row'>(tx.acting.at),
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
  await insertEnrolments(tx, added, source)
  await insertEffect(
    tx,
    runId,
    'added',
    'enrolment',
    added.map(e => e.id),
  )

  const ends = writes
    .filter(w => w.writing.enrolment === 'end')
    .map(w => ({ personId: w.personId, on: w.row.leftOn ?? today, reason: w.row.leavingReason.slice(0, 200) }))
  await insertEffect(tx, runId, 'replaced', 'enrolment', await endEnrolments(tx, partner.id, ends))
  const changed = await updateEnrolments(
    tx,
    partner.id,
    writes
      .filter(w => w.writing.enrolment === 'update')
      .map(w => ({ personId: w.personId, course: courseOf(w.row), yearGroup: w.row.yearGroup })),
  )
  await insertEffect(
    tx,
    runId,
    'changed',
    'enrolment',
    changed.map(e => e.id),
    changed,
  )

  const spells = writes.flatMap(w => {
    const code = w.writing.activity
      ? activityOf(partner.kind, w.row.yearGroup, isCompulsoryAge(w.row.bornOn, today))
      : null
    return code === null
      ? []
      : [
          {
            id: newId<'row'>(tx.acting.at),
            personId: w.personId,
            code,
            organisationId: partner.id,
            detail: w.row.course,
            startedOn: startOf(w.row),
          },
        ]
  })
  await insertEffect(tx, runId, 'added', 'activity_spell', await insertSpells(tx, spells))

  // The roll is a group under the organisation's own id: what its practitioners and a deployed adviser hold their grants on (K3).
  const group = partner.id as string as GroupId
  const here = writes.filter(w => !w.row.objection && w.row.leftOn === null).map(w => w.personId)
  await insertEffect(tx, runId, 'added', 'access_member', await addMembers(tx, group, here))
  const left = ends.map(e => e.personId)
  await insertEffect(tx, runId, 'replaced', 'access_member', await endMembers(tx, group, left))
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
