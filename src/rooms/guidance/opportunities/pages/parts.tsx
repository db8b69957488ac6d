/** Small parts that several pages of opportunities draw. */
import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { ApplicationState } from '../application.ts'
import { states as applicationStates } from '../application-words.ts'
import type { Fit, Opportunity } from '../opportunity.ts'
import { isOpen } from '../rules.ts'
import { en, fits, pastItsDay, states } from '../words.ts'

export function OpportunityTag(p: { readonly of: Opportunity; readonly today: Day }): JSX.Element {
  if (isOpen(p.of, p.today)) return <StatusTag kind="good">{states.open}</StatusTag>
  return <StatusTag kind="quiet">{p.of.state === 'open' ? pastItsDay : states[p.of.state]}</StatusTag>
}

const TONES: Readonly<Record<ApplicationState, 'good' | 'note' | 'quiet' | 'care'>> = {
  suggested: 'note',
  wanted: 'care',
  'not-wanted': 'quiet',
  'put-forward': 'note',
  interview: 'note',
  offered: 'good',
  'not-offered': 'quiet',
  accepted: 'good',
  started: 'good',
  'not-started': 'care',
  withdrawn: 'quiet',
}

export function ApplicationTag(p: { readonly state: ApplicationState }): JSX.Element {
  return <StatusTag kind={TONES[p.state]}>{applicationStates[p.state]}</StatusTag>
}

export function startWords(startsOn: Day | null, today: Day): string {
  return startsOn === null ? en.rollOn : shortDay(startsOn, today)
}

export function lastDayWords(applyBy: Day | null, today: Day): string {
  return applyBy === null ? en.noLastDay : shortDay(applyBy, today)
}

export function longStart(startsOn: Day | null): string {
  return startsOn === null ? en.rollOnLong : formatDay(startsOn)
}

export function fitWords(all: readonly Fit[]): string {
  return all.map(one => fits[one]).join(', ')
}
