/** What is proposed where two records say different things, and what stands against their being one person. Pure. */
import type { Day } from '#ground/day.ts'
import type { HeldIdentifierKind, SourceKind } from '#rooms/people/index.ts'
import type { Because, Both, Pair, Side, Single, Spell, Warning } from './merge.ts'

/** Who is nearest to the young person's own word, first. */
const NEAREST: readonly SourceKind[] = ['young-person', 'staff', 'adult', 'partner', 'partner-list', 'system']

/** An objection under section 72 is never lost by joining: the stronger one stands, whoever said it when. */
const OBJECTIONS: readonly string[] = ['own', 'on-list', 'withdrawn']

/** Facts both records have, in the order of the first record's. */
export function pairUp(singles: readonly Single[], pair: Pair): Both[] {
  return singles
    .filter(s => s.personId === pair.keep)
    .flatMap(keep => {
      const join = singles.find(s => s.personId === pair.join && s.field === keep.field)
      if (join === undefined) return []
      return [{ field: keep.field, keep, join, isSame: isSame(keep, join), ...proposed(keep, join) }]
    })
}

function isSame(a: Single, b: Single): boolean {
  return a.value.toLowerCase() === b.value.toLowerCase()
}

/** The newer word, then the nearer one, then that of the record that stays. */
function proposed(keep: Single, join: Single): { proposed: Side; because: Because } {
  if (keep.field === 'objection' && keep.value !== join.value) {
    const stronger = OBJECTIONS.indexOf(keep.value) <= OBJECTIONS.indexOf(join.value) ? 'keep' : 'join'
    return { proposed: stronger, because: 'objection' }
  }
  if (keep.saidOn !== join.saidOn) return { proposed: keep.saidOn > join.saidOn ? 'keep' : 'join', because: 'newer' }
  const [a, b] = [NEAREST.indexOf(keep.source), NEAREST.indexOf(join.source)]
  if (a !== b) return { proposed: a < b ? 'keep' : 'join', because: 'nearer' }
  return { proposed: 'keep', because: 'stays' }
}

/** What stands against it. Numbers are those that are valid and in force. */
export function warningsOf(facts: {
  readonly numbers: readonly { readonly kind: HeldIdentifierKind; readonly value: string; readonly side: Side }[]
  readonly died: Readonly<Record<Side, Day | null>>
  readonly born: Readonly<Record<Side, Day | null>>
}): Warning[] {
  const names = { upn: 'two-upns', uln: 'two-ulns', nhs: 'two-nhs-numbers' } as const
  const numbers = (['upn', 'uln', 'nhs'] as const).flatMap(kind => {
    // A number somebody had before speaks for them, and against nobody.
    const isOfKind = (n: { kind: HeldIdentifierKind }) => n.kind === kind || (kind === 'upn' && n.kind === 'former-upn')
    const of = (side: Side) => facts.numbers.filter(n => isOfKind(n) && n.side === side)
    const [keep, join] = [of('keep'), of('join')]
    const isSame = keep.some(k => join.some(j => j.value === k.value))
    return keep.some(n => n.kind === kind) && join.some(n => n.kind === kind) && !isSame ? [names[kind]] : []
  })
  const { born, died } = facts
  return [
    ...numbers,
    ...(died.keep !== null || died.join !== null ? (['one-died'] as const) : []),
    ...(born.keep !== null && born.join !== null && born.keep !== born.join ? (['two-birth-dates'] as const) : []),
  ]
}

/** What becomes of the spells that give way: some are cut to the days nobody else has, some have none left. */
export type Settled = {
  readonly cut: readonly Pick<Spell, 'rowId' | 'startedOn' | 'finishedOn'>[]
  readonly aside: readonly Spell['rowId'][]
}

/** True when two periods share a day; the end is the first day it is over. */
export function overlaps(
  a: Pick<Spell, 'startedOn' | 'finishedOn'>,
  b: Pick<Spell, 'startedOn' | 'finishedOn'>,
): boolean {
  return (a.finishedOn === null || b.startedOn < a.finishedOn) && (b.finishedOn === null || a.startedOn < b.finishedOn)
}

/**
 * Makes room for spells that stand. One that gives way keeps the days before them or, when it goes on after all of them, the
 * days after; one that has neither is set aside.
 */
export function settleSpells(standing: readonly Spell[], givingWay: readonly Spell[]): Settled {
  const cut: Settled['cut'][number][] = []
  const aside: Spell['rowId'][] = []
  for (const spell of givingWay) {
    const over = standing.filter(s => overlaps(s, spell))
    if (over.length === 0) continue
    const { rowId, startedOn, finishedOn } = spell
    const first = over.map(s => s.startedOn).reduce((a, b) => (a < b ? a : b))
    const ends = over.map(s => s.finishedOn)
    const last = ends.includes(null) ? null : ends.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b))
    const goesOn = last !== null && (finishedOn === null || last < finishedOn)
    if (goesOn && finishedOn === null) cut.push({ rowId, startedOn: last, finishedOn })
    else if (startedOn < first) cut.push({ rowId, startedOn, finishedOn: first })
    else if (goesOn) cut.push({ rowId, startedOn: last, finishedOn })
    else aside.push(rowId)
  }
  return { cut, aside }
}

/** Whose activity is proposed where they overlap: that of the open spell that was checked last. */
export function activityProposed(
  spells: readonly Spell[],
  pair: Pair,
): { readonly proposed: Side; readonly because: Because } {
  const checked = (id: string) =>
    spells.filter(s => s.personId === id && s.finishedOn === null).map(s => s.verifiedOn)[0] ?? ''
  const [keep, join] = [checked(pair.keep), checked(pair.join)]
  return { proposed: join > keep ? 'join' : 'keep', because: join === keep ? 'stays' : 'newer' }
}

/** The part of `spells` that overlaps with the other record's. */
export function overlapping(spells: readonly Spell[], pair: Pair): boolean {
  const [keep, join] = [spells.filter(s => s.personId === pair.keep), spells.filter(s => s.personId === pair.join)]
  return keep.some(a => join.some(b => overlaps(a, b)))
}
