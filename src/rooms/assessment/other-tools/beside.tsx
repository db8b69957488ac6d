/** What other tools said beside one of our factors: in its own words, with day and age, and never as a rating. */
import type { JSX } from 'preact'
import { type Day, daysBetween, formatDay } from '#ground/day.ts'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en as assessmentWords } from '../words.ts'
import { type Beside, isOld } from './rules.ts'
import { en } from './words.ts'

/** As many stand in sight; older ones are behind a line. */
const IN_SIGHT = 2

export function BesideFactor(p: {
  readonly label: string
  readonly said: readonly Beside[] | undefined
  readonly today: Day
}): JSX.Element | null {
  const said = p.said ?? []
  if (said.length === 0) return null
  const older = said.slice(IN_SIGHT)
  return (
    <>
      {said.slice(0, IN_SIGHT).map(one => (
        <Line one={one} today={p.today} />
      ))}
      {older.length > 0 && (
        <details class="cx-factor__more">
          <summary>
            {en.more(older.length)}
            <span class="govuk-visually-hidden">{en.moreOf(p.label)}</span>
          </summary>
          {older.map(one => (
            <Line one={one} today={p.today} />
          ))}
        </details>
      )}
    </>
  )
}

function Line(p: { readonly one: Beside; readonly today: Day }): JSX.Element {
  const { one, today } = p
  const scale = one.step === null ? '' : en.onScale(one.step, one.steps, one.hardEnd === 'first' ? 1 : one.steps)
  return (
    <div class="cx-known cx-known--other">
      <p>
        {one.tool}, {formatDay(one.saidOn)}: {one.stepWord !== '' && <strong>{one.stepWord}</strong>}
        {one.stepWord !== '' && one.words !== '' && ' – '}
        {one.words}{' '}
        <span class="cx-quiet">
          {en.under(one.heading)}, {one.saidBy}, {assessmentWords.age(daysBetween(one.saidOn, today))}. {scale}{' '}
          {en.notOurs}
        </span>
      </p>
      {isOld(one.saidOn, today) && <StatusTag kind="unknown">{en.old}</StatusTag>}
    </div>
  )
}
