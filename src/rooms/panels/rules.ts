/** What makes sense of a panel: what may be put before it, when its agenda may go out, when it may be closed. docs/rules/panels.md */
import { addMonths, aheadTrouble, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { Asked, Item, Meeting } from './panel.ts'

/** A panel is planned so many months ahead at most, and an action due so many. Ours. */
export const MOST_MONTHS = 18
/** What is kept back from a young person is looked at again within so many months (K2). As for referrals. */
export const REVIEW_MONTHS = 6

export type MeetingTrouble = 'not-ahead' | 'too-far'

/** A meeting is planned for today or later. */
export function meetingTrouble(onDay: Day, today: Day): MeetingTrouble | undefined {
  return onDay === today ? undefined : aheadTrouble(onDay, today, MOST_MONTHS)
}

export type AskedTrouble =
  | 'view-missing'
  | 'objection-unanswered'
  | 'withheld-why'
  | 'withheld-review'
  | 'view-of-unseen'

/** The young person knows and has said what they want said; or somebody keeps it back, with why and until when (K2). */
export function askedTrouble(asked: Asked, today: Day): AskedTrouble | undefined {
  if (asked.known === null) return undefined
  if (asked.known === 'told') {
    if (asked.view === null) return 'view-missing'
    return asked.view === 'objects' && asked.viewAnswer === '' ? 'objection-unanswered' : undefined
  }
  if (asked.view !== null) return 'view-of-unseen'
  if (asked.withheldWhy === '') return 'withheld-why'
  const { withheldReviewOn: on } = asked
  if (on === null || !isAfter(on, today) || isAfter(on, addMonths(today, REVIEW_MONTHS))) return 'withheld-review'
  return undefined
}

/** What is kept of the answers: nothing of a view that was not asked for, nothing of a reason where nothing is kept back. */
export function keptOf(asked: Asked): Asked {
  const told = asked.known === 'told'
  const withheld = asked.known === 'withheld'
  return {
    known: asked.known,
    view: told ? asked.view : null,
    viewWords: told ? asked.viewWords : '',
    viewAnswer: told && asked.view === 'objects' ? asked.viewAnswer : '',
    withheldWhy: withheld ? asked.withheldWhy : '',
    withheldReviewOn: withheld ? asked.withheldReviewOn : null,
  }
}

export type Lack = 'question' | 'known'

/** What one still needs before the panel may read of it. */
export function lacks(item: Pick<Item, 'question' | 'known'>): Lack[] {
  const missing: Lack[] = []
  if (item.question === '') missing.push('question')
  if (item.known === null) missing.push('known')
  return missing
}

export type SendTrouble = 'nobody-on-it' | 'not-ready' | 'nobody-round-it' | 'day-over'

/** The agenda goes out once everybody on it is ready to be spoken of, and there is somebody to read it. */
export function sendTrouble(
  meeting: Pick<Meeting, 'onDay'>,
  on: readonly Pick<Item, 'question' | 'known'>[],
  seats: number,
  today: Day,
): SendTrouble | undefined {
  if (isBefore(meeting.onDay, today)) return 'day-over'
  if (seats < 2) return 'nobody-round-it'
  if (on.length === 0) return 'nobody-on-it'
  return on.some(one => lacks(one).length > 0) ? 'not-ready' : undefined
}

/** What came of somebody is written down from the day of the meeting on, until it is closed. */
export function isUnderWay(meeting: Pick<Meeting, 'state' | 'onDay'>, today: Day): boolean {
  return meeting.state === 'sent' && !isAfter(meeting.onDay, today)
}

export type CloseTrouble = 'too-early' | 'without-outcome' | 'who-came'

/** A meeting is closed once everybody on its agenda has an outcome, and it is written down who came. */
export function closeTrouble(
  meeting: Pick<Meeting, 'state' | 'onDay'>,
  items: readonly Pick<Item, 'state'>[],
  hasCame: boolean,
  today: Day,
): CloseTrouble | undefined {
  if (!isUnderWay(meeting, today)) return 'too-early'
  if (items.some(one => one.state === 'on')) return 'without-outcome'
  return hasCame ? undefined : 'who-came'
}

export type DueTrouble = 'not-ahead' | 'too-far'

/** Something is to be done by today or later. */
export function dueTrouble(dueOn: Day, today: Day): DueTrouble | undefined {
  return dueOn === today ? undefined : aheadTrouble(dueOn, today, MOST_MONTHS)
}

/** The first letters of a name, in whatever script: what those read who do not know whose it is. */
export function initialsOf(given: string, family: string): string {
  const first = (name: string) => Array.from(new Intl.Segmenter('en').segment(name.trim()))[0]?.segment ?? ''
  return [given, family]
    .map(first)
    .filter(Boolean)
    .map(letter => `${letter.toLocaleUpperCase('en-GB')}.`)
    .join(' ')
}
