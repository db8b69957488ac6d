/** What rooms hold already of the factors of an assessment, so that nobody is asked twice: each as far as whoever looks may see it. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import type { KnownAlready } from '#rooms/assessment/index.ts'
import { listLed } from '#rooms/deployment/index.ts'
import { characteristicLabel, isInForce, listCharacteristics, listEnrolments } from '#rooms/people/index.ts'
import { activityLabel, listSpells, spellOfNow } from '#rooms/tracking/index.ts'

/** Which factor a characteristic speaks of; of the others an assessment does not ask. */
const SPEAKS_OF: Readonly<Record<string, string>> = {
  'free-meals': 'income',
  'ehc-plan': 'basic-skills',
  'sen-support': 'basic-skills',
  alternative: 'participation',
  excluded: 'participation',
  'looked-after': 'parents-carers',
  'care-leaver': 'parents-carers',
  'young-carer': 'family-history',
  'parent-caring': 'family-history',
  'youth-justice': 'offending-risk',
  'mental-health': 'emotional-health',
  'substance-misuse': 'substance-use',
}

export async function knownAlready(tx: Tx, personId: PersonId): Promise<Record<string, KnownAlready[]>> {
  const { today } = tx.acting
  const [spells, places, characteristics] = await Promise.all([
    listSpells(tx, personId),
    listEnrolments(tx, personId),
    listCharacteristics(tx, personId),
  ])
  const known: Record<string, KnownAlready[]> = {}
  const add = (factor: string, one: KnownAlready) => void (known[factor] ??= []).push(one)
  const spell = spellOfNow(spells)
  if (spell) add('participation', { text: activityLabel(spell.code), source: 'What they do now', on: spell.verifiedOn })
  for (const place of places.filter(e => e.finishedOn === null).slice(0, 2))
    add('participation', {
      text: [place.organisationName, place.course].filter(Boolean).join(', '),
      source: 'Where they learn',
      on: place.startedOn,
    })
  for (const one of characteristics.filter(c => c.replacedAt === null && isInForce(c, today))) {
    const factor = SPEAKS_OF[one.code]
    if (factor !== undefined)
      add(factor, { text: characteristicLabel(one.code), source: 'On record', on: one.startedOn })
  }
  return known
}

/** Whom an account leads for, with since when. */
export async function ledSince(
  tx: Tx,
  accountId: AccountId,
): Promise<{ readonly personId: PersonId; readonly name: string; readonly since: Day }[]> {
  const led = await listLed(tx, [accountId])
  return led.map(({ personId, family, given, since }) => ({ personId, name: `${family}, ${given}`, since }))
}
