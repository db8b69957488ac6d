/** How many advisers a team should have and has, whose caseload is full, and how long those wait whom nobody leads for. docs/rules/deployment.md */
import { type Day, daysBetween, isAfter } from '#ground/day.ts'
import { LEAST_TOLD, type Told, told } from '#ground/few.ts'
import { contains, type Period } from '#ground/period.ts'

/** Of an intensive caseload: from the first it is full, over the second it is too many. Ours, from Ofsted's 15 to 20 (practice of 2001). */
export const SOFT_LIMIT = 15
export const HARD_LIMIT = 20

export type LoadState = 'within' | 'full' | 'too-many' | 'no-limit'

/** How an adviser's caseload stands. Only intensive work has a limit. */
export function loadState(count: number, isIntensive: boolean): LoadState {
  if (!isIntensive) return 'no-limit'
  if (count > HARD_LIMIT) return 'too-many'
  return count > SOFT_LIMIT ? 'full' : 'within'
}

export type Posts = { readonly posts: number; readonly fromOn: Day }

export type Vacancy = {
  /** Undefined where nobody has entered it for today. */
  readonly posts: number | undefined
  readonly advisers: number
  readonly vacant: number
  /** Since when at least one post was vacant without a break. */
  readonly since: Day | undefined
}

/** Posts and advisers of a team on a day. A place is over on the day it finished. */
export function vacancyOf(posts: readonly Posts[], places: readonly Period[], today: Day): Vacancy {
  const postsOn = (day: Day) =>
    posts.filter(one => !isAfter(one.fromOn, day)).toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0]?.posts
  const advisersOn = (day: Day) => places.filter(one => contains(one, day)).length
  const vacantOn = (day: Day) => Math.max(0, (postsOn(day) ?? 0) - advisersOn(day))
  const days = [
    ...posts.map(one => one.fromOn),
    ...places.flatMap(one => [one.startedOn, ...(one.finishedOn === null ? [] : [one.finishedOn])]),
  ]
    .filter(day => !isAfter(day, today))
    .toSorted((a, b) => (a < b ? 1 : -1))
  let since: Day | undefined
  for (const day of days) {
    if (vacantOn(day) === 0) break
    since = day
  }
  const vacant = vacantOn(today)
  return { posts: postsOn(today), advisers: advisersOn(today), vacant, since: vacant === 0 ? undefined : since }
}

export type Waiting = { readonly count: Told; readonly middleDays: number | undefined }

/** How many wait, and for how many days the middle one does, told only where at least five do. */
export function waitingOf(since: readonly Day[], today: Day): Waiting {
  const days = since.map(day => daysBetween(day, today)).toSorted((a, b) => a - b)
  return {
    count: told(days.length),
    middleDays: days.length < LEAST_TOLD ? undefined : days[Math.floor((days.length - 1) / 2)],
  }
}
