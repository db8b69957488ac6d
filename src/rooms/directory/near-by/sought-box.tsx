import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { FilterBox, FilterSelect, FilterText } from '#web/shell/filter-box.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { isOld } from './rules.ts'
import type { Need } from './service.ts'
import type { Sought } from './sought.ts'
import { soughtWords as en } from './words.ts'

/** Above a list of things that help: words, and what they help with. */
export function SoughtBox(p: {
  readonly action: string
  readonly sought: Sought
  readonly needs: readonly Need[]
}): JSX.Element {
  return (
    <FilterBox action={p.action} summary={en.search} apply={en.apply}>
      <FilterText id="filter-q" name="q" label={en.search} value={p.sought.q} />
      <FilterSelect
        id="filter-need"
        name="need"
        label={en.need}
        value={p.sought.need}
        options={[{ value: '', text: en.anyNeed }, ...p.needs.map(one => ({ value: one.code, text: one.label }))]}
      />
    </FilterBox>
  )
}

/** Whether it is still so: over, not looked at for a year, or when somebody last looked. */
export function StillSo(p: {
  /** What is said of one that is over. */
  readonly over: string | undefined
  readonly checkedOn: Day
  readonly today: Day
}): JSX.Element {
  if (p.over !== undefined)
    return (
      <p>
        <StatusTag kind="quiet">{p.over}</StatusTag>
      </p>
    )
  return (
    <p>
      {isOld(p.checkedOn, p.today) ? (
        <StatusTag kind="care" bare>
          {en.old(formatDay(p.checkedOn))}
        </StatusTag>
      ) : (
        <span class="cx-quiet">{en.checked(formatDay(p.checkedOn))}</span>
      )}
    </p>
  )
}

/** What of the needs something helps with, in words. */
export const labelsOf = (codes: readonly string[], needs: readonly Need[]): string =>
  needs
    .filter(one => codes.includes(one.code))
    .map(one => one.label)
    .join(', ')
