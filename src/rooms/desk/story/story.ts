/** Which entries of a timeline are shown, and how many are printed. See the README of this room. */
import { addMonths, type Day, isBefore } from '#ground/day.ts'

/** What an entry is about; `all` is no choice. */
export const STORY_PARTS = ['contacts', 'plans', 'agencies', 'learning'] as const
export type StoryPart = (typeof STORY_PARTS)[number]

/** How far back one looks, in months. */
export const STORY_SPANS = ['3', '12'] as const

export type StoryFilter = { readonly show: StoryPart | ''; readonly months: (typeof STORY_SPANS)[number] | '' }

/** So many entries are printed at most: some 100 pages. Ours. */
export const MOST_PRINTED = 500

/** Those of a filter, in the order they come. */
export function chosen<Item extends { readonly part: StoryPart; readonly on: Day }>(
  items: readonly Item[],
  { show, months }: StoryFilter,
  today: Day,
): Item[] {
  const from = months === '' ? undefined : addMonths(today, -Number(months))
  return items.filter(item => (show === '' || item.part === show) && (from === undefined || !isBefore(item.on, from)))
}
