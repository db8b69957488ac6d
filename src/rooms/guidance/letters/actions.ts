/** Letters that unlock money: written from what is on record, shown, agreed, signed, and kept as they were. */
import { createHash } from 'node:crypto'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { listColleaguesAmong } from '#rooms/identity/index.ts'
import {
  type FiledRow,
  findPerson,
  isWhereaboutsProtected,
  listAddresses,
  listEnrolments,
  listNames,
} from '#rooms/people/index.ts'
import type { Choices, Letter, LetterFacts, LetterLine } from './letter.ts'
import { areWordsHidden, classNameOf, linesOf, partsIn, REASONS_FOR } from './rules.ts'
import {
  findFiling,
  findLetter,
  insertLetter,
  updateDraft,
  updateSealed,
  updateSigned,
  updateWithdrawn,
} from './store.ts'
import { en, sentences } from './words.ts'

/**
 * What is on record that a letter may tell, as far as the actor sees it. Where somebody lives or learns is never told while
 * their whereabouts are protected (K4); a place whose very name tells something is not told either (K6).
 */
export async function factsFor(tx: Tx, personId: PersonId): Promise<LetterFacts | undefined> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active') return undefined
  const legal = (await listNames(tx, personId)).find(name => name.kind === 'legal' && name.replacedAt === null)
  const name = legal === undefined ? `${person.given} ${person.family}` : `${legal.given} ${legal.family}`
  if (await isWhereaboutsProtected(tx, personId)) return { name, bornOn: person.bornOn, address: null, learns: null }
  const address = (await listAddresses(tx, personId)).find(
    one => one.replacedAt === null && one.finishedOn === null && !one.isProtected,
  )
  const lines = address && [address.line1, address.line2, address.town, address.postcode ?? ''].filter(Boolean)
  return {
    ...{ name, bornOn: person.bornOn },
    address: lines === undefined || lines.length === 0 ? null : lines.join(', '),
    learns: await whereTheyLearn(tx, personId),
  }
}

async function whereTheyLearn(tx: Tx, personId: PersonId): Promise<LetterFacts['learns']> {
  for (const place of await listEnrolments(tx, personId)) {
    if (place.finishedOn !== null) continue
    const organisation = await findOrganisation(tx, place.organisationId)
    if (organisation?.discloses === 0) return { place: place.organisationName, since: place.startedOn }
  }
  return null
}

/** What a draft says today. */
export async function draftLines(tx: Tx, letter: Choices & Pick<Letter, 'personId'>): Promise<LetterLine[]> {
  const facts = await factsFor(tx, letter.personId)
  return facts === undefined ? [] : linesOf(letter, facts, sentences)
}

/** Tells one text from another: what is signed is what was shown. */
export function stampOf(lines: readonly LetterLine[], toWhom: string): string {
  return createHash('sha256')
    .update(JSON.stringify([toWhom, lines]))
    .digest('hex')
}

export type WriteTrouble = 'not-theirs' | 'died' | 'not-on-record' | 'not-for-this' | 'how-known'

async function writeTrouble(tx: Tx, personId: PersonId, choices: Choices): Promise<WriteTrouble | undefined> {
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  if (!person || !held.has('guidance') || !held.has(classNameOf(choices))) return 'not-theirs'
  if (person.diedOn !== null) return 'died'
  if (choices.reason !== null && !REASONS_FOR[choices.kind].includes(choices.reason)) return 'not-for-this'
  if (choices.reason !== null && choices.knownHow === '') return 'how-known'
  const facts = await factsFor(tx, personId)
  const there = facts === undefined ? [] : partsIn(facts)
  return choices.tells.every(part => there.includes(part)) ? undefined : 'not-on-record'
}

/**
 * Writes a draft: nobody is told of it.
 * @returns refused `not-theirs` where the actor may not know what it tells (K6), `not-on-record` where a part is not there to be told
 */
export async function writeLetter(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  choices: Choices,
): Promise<Result<RowId, WriteTrouble>> {
  const trouble = await writeTrouble(tx, personId, choices)
  if (trouble !== undefined) return refused(trouble)
  const id = await insertLetter(tx, personId, {
    ...choices,
    classBit: CLASS_BITS[classNameOf(choices)],
    writtenBy: by,
  })
  await record(tx, { action: 'letter.written', about: [personId], target: id, payload: { kind: choices.kind } })
  return ok(id)
}

/** Changes a draft that was seen in a version. */
export async function changeLetter(
  tx: Tx,
  letter: Letter,
  choices: Choices,
): Promise<Result<null, WriteTrouble | 'stale'>> {
  const trouble = await writeTrouble(tx, letter.personId, choices)
  if (trouble !== undefined) return refused(trouble)
  const named = classNameOf(choices)
  // What was taken from the assessment may still stand in its words, whatever it is for now (K6).
  const isAssessed = letter.classBit === CLASS_BITS.assessment && named === 'guidance'
  const classBit = isAssessed ? letter.classBit : CLASS_BITS[named]
  if ((await updateDraft(tx, letter, { ...choices, classBit })) === 0) return refused('stale')
  await record(tx, { action: 'letter.changed', about: [letter.personId], target: letter.rowId })
  return ok(null)
}

export type SignTrouble = 'stale' | 'not-as-shown' | 'died' | 'not-theirs'

/**
 * Signs it as it was shown to the young person, who agrees to what it tells. It is never changed from then on.
 * @param shown the stamp of the text that was on the page
 * @returns refused `not-as-shown` where the record has changed since: it is read again first
 */
export async function signLetter(
  tx: Tx,
  letter: Letter,
  by: AccountId,
  shown: string,
): Promise<Result<null, SignTrouble>> {
  const person = await findPerson(tx, letter.personId)
  if (!person) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const lines = await draftLines(tx, letter)
  if (lines.length === 0) return refused('not-theirs')
  if (letter.state === 'draft' && stampOf(lines, letter.toWhom) !== shown) return refused('not-as-shown')
  const signer = (await listColleaguesAmong(tx, [by]))[0]
  const { organisationId } = tx.acting
  const service = organisationId === null ? undefined : await findOrganisation(tx, organisationId)
  const signed = await updateSigned(tx, letter, {
    ...{ lines, by, name: signer?.name ?? '', title: signer?.jobTitle ?? '', forWhom: service?.name ?? '' },
    wasProtected: await isWhereaboutsProtected(tx, letter.personId),
  })
  if (signed === 0) return refused('stale')
  await record(tx, {
    action: 'letter.signed',
    about: [letter.personId],
    target: letter.rowId,
    payload: { kind: letter.kind, tells: letter.tells, reason: letter.reason },
  })
  return ok(null)
}

/** Takes back a draft, or what was signed, with why. What it said stays. */
export async function withdrawLetter(tx: Tx, letter: Letter, why: string): Promise<Result<null, 'stale'>> {
  if ((await updateWithdrawn(tx, letter, why)) === 0) return refused('stale')
  await record(tx, { action: 'letter.withdrawn', about: [letter.personId], target: letter.rowId })
  return ok(null)
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledLetter(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const letter = await findLetter(tx, id)
  if (letter?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  const said = areWordsHidden(letter, await isWhereaboutsProtected(tx, personId)) ? en.hidden : letter.toWhom
  return filed && { rowId: id, said, classBit: letter.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealLetter(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSealed(worker, personId, id)
}
