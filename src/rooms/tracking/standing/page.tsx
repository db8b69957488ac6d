import type { JSX } from 'preact'
import { ageOn, type Day, shortDay } from '#ground/day.ts'
import { FactList } from '#web/shell/layout.tsx'
import type { ActivitySpell } from '../activity.ts'
import { currencyOf, missingDays, spellOfNow } from '../rules.ts'
import { cohortOf, dutyOf, isUnderDuty, neetSince, participationOf, schoolLeavingDay } from './rules.ts'
import { cohorts, duties, en, heads, missing } from './words.ts'

/** How somebody stands by the rules of tracking, worked out from what the visitor sees; nothing where there is no birth date. */
export function Standing(p: {
  readonly spells: readonly ActivitySpell[]
  readonly bornOn: Day | null
  readonly today: Day
}): JSX.Element | null {
  const { bornOn, today } = p
  if (bornOn === null) return null
  const now = spellOfNow(p.spells)
  const since = neetSince(
    p.spells.filter(one => one.isPrimary),
    today,
  )
  // Whether there is a plan is of another class: past 18 it is said as what it hangs on.
  const cohort = cohortOf({ bornOn, hasPlan: true }, today)
  const lacks = now === undefined || cohort === 'outside' ? [] : missingDays(now)
  return (
    <>
      <h3 class="govuk-heading-s">{en.heading}</h3>
      <FactList
        facts={[
          { label: en.cohort, value: cohorts[cohort] },
          { label: en.head, value: headOf(now, today) },
          { label: en.duty, value: dutyWords(now, bornOn, today) },
          ...(lacks.length === 0 ? [] : [{ label: en.asksFor, value: lacks.map(what => missing[what]).join(', ') }]),
          ...(since === undefined ? [] : [{ label: en.neetSince, value: shortDay(since) }]),
        ]}
      />
      <p class="cx-quiet">{en.dutyHint}</p>
    </>
  )
}

function headOf(now: ActivitySpell | undefined, today: Day): string {
  if (now === undefined) return en.noHead
  if (currencyOf(now, today) === 'lapsed') return en.lapsed
  const head = participationOf(now.code)
  return head === null ? en.noHead : heads[head]
}

function dutyWords(now: ActivitySpell | undefined, bornOn: Day, today: Day): string {
  // Neither a qualification nor a death is known here: the hint says the one, and the page the other.
  if (!isUnderDuty({ bornOn, levelThreeOn: null, diedOn: null }, today))
    return ageOn(bornOn, today) >= 18 ? en.over : en.notYet(shortDay(schoolLeavingDay(bornOn)))
  return now === undefined || currencyOf(now, today) === 'lapsed' ? duties['not-known'] : duties[dutyOf(now.code)]
}
