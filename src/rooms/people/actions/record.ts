import type { Tx } from '#ground/database/tx.ts'
import { asHouse } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { type BarrierGround, CLASS_BITS, liftWhereabouts, setBarrier } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { IdentifierKind } from '../identifiers.ts'
import type { DetailField, Person, PersonName, Source } from '../person.ts'
import { classOfDetail, shownName } from '../rules.ts'
import {
  hasProtectedWhereabouts,
  hasWhereaboutsBarrier,
  insertAddress,
  insertAdult,
  insertContactDetail,
  insertIdentifier,
  insertSafeContact,
  type NewAddress,
  type NewAdult,
  replaceContactDetails,
  setWhereaboutsClass,
} from '../store/around.ts'
import {
  findPerson,
  insertDetail,
  insertName,
  insertPerson,
  listNames,
  replaceName,
  updateShown,
  updateState,
} from '../store/person.ts'

export type NewPerson = {
  readonly legal: Omit<PersonName, 'kind'>
  readonly preferred: Omit<PersonName, 'kind'> | null
  readonly bornOn: Day | null
  readonly source: Source
}

/** Makes a record. Whether a likely same person exists was asked before; grants are for whoever calls to open. */
export async function createPerson(tx: Tx, wanted: NewPerson): Promise<PersonId> {
  const shown = wanted.preferred ?? wanted.legal
  const id = await insertPerson(tx, { given: shown.given, family: shown.family, bornOn: wanted.bornOn })
  await insertName(tx, id, { ...wanted.legal, kind: 'legal' }, wanted.source)
  if (wanted.preferred) await insertName(tx, id, { ...wanted.preferred, kind: 'preferred' }, wanted.source)
  if (wanted.bornOn !== null)
    await insertDetail(tx, id, { field: 'born-on', value: wanted.bornOn, classBit: CLASS_BITS.identity }, wanted.source)
  await record(tx, {
    action: 'person.created',
    about: [id],
    payload: { legal: wanted.legal, preferred: wanted.preferred, born: wanted.bornOn },
  })
  return id
}

/**
 * Changes names and birth date; the rows before stay in the history.
 * @param version the version the editor saw; null from a feed, which compares by itself
 * @returns refused `stale` when somebody saved in between: nothing is changed then
 */
export async function changeIdentity(
  tx: Tx,
  personId: PersonId,
  changed: { names: readonly PersonName[]; bornOn: Day | null; source: Source },
  version: number | null,
): Promise<Result<Person, 'unknown' | 'stale'>> {
  const before = await findPerson(tx, personId)
  if (!before) return refused('unknown')
  const namesBefore = (await listNames(tx, personId)).filter(n => n.replacedAt === null)
  for (const name of changed.names) {
    await replaceName(tx, personId, name.kind)
    await insertName(tx, personId, name, changed.source)
  }
  if (changed.bornOn !== null && changed.bornOn !== before.bornOn)
    await insertDetail(
      tx,
      personId,
      { field: 'born-on', value: changed.bornOn, classBit: CLASS_BITS.identity },
      changed.source,
    )
  const kept = namesBefore.filter(n => !changed.names.some(c => c.kind === n.kind))
  const shown = shownName([...changed.names, ...kept]) ?? { given: before.given, family: before.family }
  const bornOn = changed.bornOn ?? before.bornOn
  const updated = await updateShown(tx, personId, { ...shown, bornOn, diedOn: before.diedOn }, version)
  if (updated === 0) return refused('stale')
  await record(tx, {
    action: 'person.changed',
    about: [personId],
    payload: {
      before: { names: namesBefore.map(bareName), born: before.bornOn },
      after: { names: changed.names.map(bareName), born: bornOn },
    },
  })
  return ok({ ...before, ...shown, bornOn, version: before.version + 1 })
}

/** Records one single fact with its class; the value before stays in the history. */
export async function setDetail(
  tx: Tx,
  personId: PersonId,
  field: DetailField,
  value: string,
  source: Source,
): Promise<void> {
  await insertDetail(tx, personId, { field, value, classBit: CLASS_BITS[classOfDetail(field)] }, source)
  await record(tx, { action: 'person.detail-set', about: [personId], payload: { field, value } })
}

/**
 * Records a new current address. Where the person's whereabouts are protected a feed neither reveals nor overwrites them
 * (K4): the answer to a feed is the same as always, and nothing changes.
 */
export async function setAddress(tx: Tx, personId: PersonId, address: NewAddress, source: Source): Promise<void> {
  const isProtected = address.isProtected || (await isWhereaboutsProtected(tx, personId))
  if (isProtected && source.kind === 'partner-list') {
    await record(tx, { action: 'person.address-kept', about: [personId] })
    return
  }
  await insertAddress(tx, personId, { ...address, isProtected }, source)
  await record(tx, { action: 'person.address-set', about: [personId], payload: isProtected ? {} : { ...address } })
}

/** Records a phone or email; from a feed only where nothing is protected. */
export async function setContactDetail(
  tx: Tx,
  personId: PersonId,
  detail: { kind: 'mobile' | 'phone' | 'email'; value: string; note: string },
  source: Source,
): Promise<void> {
  const isProtected = await isWhereaboutsProtected(tx, personId)
  if (isProtected && source.kind === 'partner-list') return
  await replaceContactDetails(tx, personId, detail.kind)
  await insertContactDetail(tx, personId, { ...detail, isProtected }, source)
  await record(tx, {
    action: 'person.contact-detail-set',
    about: [personId],
    payload: isProtected ? { kind: detail.kind } : { ...detail },
  })
}

export async function setSafeContact(
  tx: Tx,
  personId: PersonId,
  safe: { rule: string; noPost: boolean; noVoicemail: boolean; noHomeVisit: boolean },
  source: Source,
): Promise<void> {
  await insertSafeContact(tx, personId, safe, source)
  await record(tx, { action: 'person.safe-contact-set', about: [personId], payload: { ...safe } })
}

/** Records an adult, in the place of another row when one is named. Responsibility is what was said, never assumed (K11). */
export async function setAdult(
  tx: Tx,
  personId: PersonId,
  adult: NewAdult,
  source: Source,
  instead: RowId | null = null,
): Promise<void> {
  await insertAdult(tx, personId, adult, source, instead)
  await record(tx, { action: 'person.adult-set', about: [personId], payload: { ...adult } })
}

/** Records an identifier whose check digit was right. */
export async function addIdentifier(
  tx: Tx,
  personId: PersonId,
  identifier: { kind: IdentifierKind; value: string },
  source: Source,
): Promise<void> {
  await insertIdentifier(tx, personId, identifier, source)
  await record(tx, { action: 'person.identifier-added', about: [personId], payload: { kind: identifier.kind } })
}

/**
 * Raises all whereabouts, of now and before, to the restricted class (K4), and those to come: it holds while there is no
 * address on file too.
 */
export async function protectAddress(
  tx: Tx,
  personId: PersonId,
  reason: string,
  ground: BarrierGround = 'protection',
): Promise<void> {
  await asHouse(tx, 'protecting whereabouts', worker => setWhereaboutsClass(worker, personId, true))
  if (!(await hasWhereaboutsBarrier(tx, personId)))
    await setBarrier(tx, personId, { holderId: null, reason, ground, whereabouts: true })
  await record(tx, { action: 'person.whereabouts-protected', about: [personId], payload: { why: reason } })
}

/** Lets those with contact details see the whereabouts again, of now and before. */
export async function unprotectAddress(tx: Tx, personId: PersonId, reason: string): Promise<void> {
  await asHouse(tx, 'lifting the protection of whereabouts', worker => setWhereaboutsClass(worker, personId, false))
  await liftWhereabouts(tx, personId, reason)
  await record(tx, { action: 'person.whereabouts-unprotected', about: [personId], payload: { why: reason } })
}

/** Records a death: from this moment no letter, message or task goes out about the person (row 312). */
export async function markDeath(
  tx: Tx,
  personId: PersonId,
  diedOn: Day,
  source: Source,
): Promise<Result<null, 'unknown'>> {
  const person = await findPerson(tx, personId)
  if (!person) return refused('unknown')
  await insertDetail(tx, personId, { field: 'died-on', value: diedOn, classBit: CLASS_BITS.identity }, source)
  await updateShown(tx, personId, { given: person.given, family: person.family, bornOn: person.bornOn, diedOn }, null)
  await record(tx, { action: 'person.died', about: [personId], payload: { on: diedOn } })
  return ok(null)
}

/** Takes a record out of every list and search; rows, versions and audit stay. For undoing a run of intake. */
export async function withdrawPerson(tx: Tx, personId: PersonId, reason: string): Promise<void> {
  await updateState(tx, personId, 'withdrawn')
  await record(tx, { action: 'person.withdrawn', about: [personId], payload: { why: reason } })
}

/** Whether the address is protected: asked as the house, so that a feed and a page can go by it without seeing one. */
export function isWhereaboutsProtected(tx: Tx, personId: PersonId): Promise<boolean> {
  return asHouse(tx, 'is the address protected', worker => hasProtectedWhereabouts(worker, personId))
}

function bareName(name: PersonName): Omit<PersonName, 'kind'> & { kind: string } {
  return { kind: name.kind, given: name.given, middle: name.middle, family: name.family }
}

/**
 * Seals a record: an identity that is over (adoption, a protected identity). It is in no list, search or count from then on and nobody
 * opens it; rows of lists about it end there (docs/rules/matching.md). False when it is not in use any more.
 */
export async function sealPerson(tx: Tx, personId: PersonId, reason: string): Promise<boolean> {
  if ((await updateState(tx, personId, 'sealed', 'active')) === 0) return false
  await record(tx, { action: 'person.sealed', about: [personId], payload: { why: reason } })
  return true
}
