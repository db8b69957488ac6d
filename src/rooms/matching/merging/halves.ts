/** What each of two records has that is kept from both, in words: only what whoever asks may see. */
import type { Tx } from '#ground/database/tx.ts'
import { formatDay, shortDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import {
  characteristicLabel,
  kindLabel,
  listAdults,
  listAlerts,
  listCharacteristics,
  listContactDetails,
  listEnrolments,
  listIdentifiers,
  shownNumber,
} from '#rooms/people/index.ts'
import type { Comparison } from './actions/compare.ts'
import type { Side } from './merge.ts'
import { en } from './words.ts'

/** One line of what is kept from both: a thing, and what each record says of it. */
export type KeptRow = { readonly what: string } & Readonly<Record<Side, readonly string[]>>

/** Words of rooms above, handed down by the house. */
export type AboveWords = { activityLabel(code: string): string }

export async function keptFromBoth(tx: Tx, seen: Comparison, words: AboveWords): Promise<KeptRow[]> {
  const keep = await halfOf(tx, seen.pair.keep, seen, words)
  const join = await halfOf(tx, seen.pair.join, seen, words)
  return Object.keys(keep)
    .map(what => ({ what, keep: keep[what] ?? [], join: join[what] ?? [] }))
    .filter(row => row.keep.length > 0 || row.join.length > 0)
}

async function halfOf(
  tx: Tx,
  id: PersonId,
  seen: Comparison,
  words: AboveWords,
): Promise<Record<string, readonly string[]>> {
  const { today } = tx.acting
  const from = (day: Parameters<typeof shortDay>[0]) => shortDay(day, today)
  return {
    [en.identifiers]: (await listIdentifiers(tx, id)).map(i => `${kindLabel(i.kind)} ${shownNumber(i)}`),
    [en.contactDetails]: (await listContactDetails(tx, id)).filter(c => c.replacedAt === null).map(c => c.value),
    [en.places]: (await listEnrolments(tx, id)).map(e => `${e.organisationName}, ${period(e, from)}`),
    [en.activities]: seen.spells
      .filter(s => s.personId === id)
      .map(s => `${words.activityLabel(s.code)}, ${period(s, from)}`),
    [en.adults]: (await listAdults(tx, id)).map(a => `${a.name}, ${a.relationship}`),
    [en.characteristics]: (await listCharacteristics(tx, id))
      .filter(c => c.replacedAt === null)
      .map(c => characteristicLabel(c.code)),
    [en.alerts]: (await listAlerts(tx, id)).map(a => a.firstWords),
  }
}

function period(
  p: { startedOn: Parameters<typeof formatDay>[0]; finishedOn: Parameters<typeof formatDay>[0] | null },
  from: (day: Parameters<typeof formatDay>[0]) => string,
): string {
  return p.finishedOn === null ? `since ${from(p.startedOn)}` : `${from(p.startedOn)} to ${from(p.finishedOn)}`
}
