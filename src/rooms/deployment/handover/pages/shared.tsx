import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { DueDay } from '#web/shell/due-day.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Handover, State } from '../handover.ts'
import { en, states } from '../words.ts'

const TONES: Readonly<Record<State, 'quiet' | 'care' | 'good' | 'late'>> = {
  asked: 'care',
  accepted: 'care',
  met: 'good',
  complete: 'good',
  declined: 'late',
  withdrawn: 'quiet',
}

export function StateTag(p: { readonly state: State }): JSX.Element {
  return <StatusTag kind={TONES[p.state]}>{states[p.state]}</StatusTag>
}

/** By when the next step is due, and how late it is. */
export function DueOn(p: {
  readonly of: Pick<Handover, 'dueOn'>
  readonly today: Day
  readonly long?: boolean
}): JSX.Element {
  return <DueDay dueOn={p.of.dueOn} today={p.today} late={en.late} long={p.long} />
}

/** The name of a colleague, also of one who has left. */
export function nameOf(names: ReadonlyMap<string, string>, accountId: string): string {
  return names.get(accountId) ?? en.somebody
}
