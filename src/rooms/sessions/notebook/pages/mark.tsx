import type { JSX } from 'preact'
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import type { Mark } from '../notebook.ts'
import { en } from '../words.ts'

/** On the page of a contact: that it was written where there was no signal, when, and when it came. */
export function NotebookMark(p: { readonly mark: Mark }): JSX.Element {
  const { writtenAt, cameAt, clock } = p.mark
  return (
    <p class="cx-quiet">
      {clock === 'fits' ? en.mark(moment(writtenAt), moment(cameAt)) : en.markAsked(moment(cameAt))}
    </p>
  )
}

function moment(at: Instant): string {
  return `${timeOf(at)} on ${formatDay(dayOf(at))}`
}
