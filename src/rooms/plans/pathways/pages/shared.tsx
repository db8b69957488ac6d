import type { ComponentChildren, JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { kindWords, outcomeWords } from '../kind-words.ts'
import type { Pathway, PathwayStep } from '../pathway.ts'
import type { Waiting } from '../rules.ts'
import { en, owners } from '../words.ts'

export type Common = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly form: FormState }

/** A page of one pathway, with the way back to it. */
export function OfPathway(
  p: Common & { readonly pathway: Pathway; readonly title: string; readonly children: ComponentChildren },
): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={p.title}
      form={p.form}
      back={{ href: `/pathways/${p.pathway.rowId}`, text: en.toPathway }}
    >
      <p class="cx-quiet">{kindWords[p.pathway.kind].name}</p>
      {p.children}
    </FramedPage>
  )
}

/** Who does a step. */
export function doneBy(step: Pick<PathwayStep, 'owner' | 'ownerName'>): string {
  return step.owner === 'other' ? step.ownerName : owners[step.owner]
}

/** What one waits for, in words. */
export function waitingWords(waiting: Waiting): string {
  if (waiting.what === 'step') return waiting.words
  return waiting.what === 'review' ? en.review : en.logAdd
}

/** How a pathway stands; nothing for one that goes on. */
export function StateTag(p: { readonly pathway: Pathway; readonly today: Day }): JSX.Element | null {
  const { state, pausedOn, overOn, outcome } = p.pathway
  if (state === 'paused' && pausedOn !== null)
    return <StatusTag kind="care">{en.pausedOn(shortDay(pausedOn, p.today))}</StatusTag>
  if (state === 'ended' && overOn !== null && outcome !== null)
    return <StatusTag kind="quiet">{en.endedOn(outcomeWords[outcome], formatDay(overOn))}</StatusTag>
  return null
}
