/** What is known beside the factors of an assessment already: shown with source and age, so that nobody is asked twice. */
import { type Tx, together } from '#ground/database/tx.ts'
import { type Day, daysBetween } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { KnownAlready } from './assessment.ts'
import type { AssessmentHouse } from './house.ts'
import { type Beside, byFactor } from './other-tools/rules.ts'
import { listSayings } from './other-tools/sayings.ts'
import { listReceived, type Received } from './transfers/received.ts'
import { en } from './words.ts'

type Aged<Of> = Of & { readonly age: string }

export type KnownBeside = {
  /** What other lists and records hold, by factor. */
  readonly known: Readonly<Record<string, readonly Aged<KnownAlready>[]>>
  /** What agencies that worked with them before sent, as it came. */
  readonly told: readonly Aged<Received>[]
  /** What other agencies' tools said, by factor: never a rating of ours. */
  readonly otherTools: Readonly<Record<string, readonly Beside[]>>
  readonly today: Day
}

export async function knownBeside(house: AssessmentHouse, tx: Tx, personId: PersonId): Promise<KnownBeside> {
  const { today } = tx.acting
  const [told, known, sayings] = await together([
    listReceived(tx, personId),
    house.known(tx, personId),
    listSayings(tx, personId),
  ])
  const aged = <Of extends { readonly on: Day }>(one: Of) => ({ ...one, age: en.age(daysBetween(one.on, today)) })
  return {
    known: Object.fromEntries(Object.entries(known).map(([code, all]) => [code, all.map(aged)])),
    ...{ told: told.map(aged), otherTools: byFactor(sayings), today },
  }
}
