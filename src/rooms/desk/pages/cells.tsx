/** Cells that several lists share. */
import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { activityLabel, currencyOf, isNeet, OUT_OF_SCHOOL_CODES } from '#rooms/tracking/index.ts'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { currencies, en, shortActivities } from '../words.ts'

/** What somebody does now: quiet when it is in order, marked when it needs a look. */
export function activityCell(
  row: { readonly activityCode: string | null; readonly activityLapsesOn: Day | null },
  today: Day,
): JSX.Element {
  const spell = row.activityCode === null ? undefined : { code: row.activityCode, lapsesOn: row.activityLapsesOn }
  const currency = currencyOf(spell, today)
  if (!spell || currency === 'not-known') return <StatusTag kind="unknown">{en.notKnown}</StatusTag>
  const label = shortActivities[spell.code] ?? activityLabel(spell.code)
  if (currency === 'lapsed') return <StatusTag kind="care">{`${label}, ${currencies.lapsed}`}</StatusTag>
  if (OUT_OF_SCHOOL_CODES.includes(spell.code)) return <StatusTag kind="care">{label}</StatusTag>
  return isNeet(spell.code) ? (
    <StatusTag kind="care">{en.neet(label)}</StatusTag>
  ) : (
    <StatusTag kind="quiet" bare>
      {label}
    </StatusTag>
  )
}
