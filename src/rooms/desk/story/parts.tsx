import type { JSX } from 'preact'
import { FilterBox, FilterSelect } from '#web/shell/filter-box.tsx'
import { STORY_PARTS, STORY_SPANS, type StoryFilter } from './story.ts'
import { en, partWords, spanWords } from './words.ts'

/** Which entries are shown. The same for everybody: what is offered tells nothing of what there is (K6). */
export function StoryChoice(p: { readonly base: string; readonly filter: StoryFilter }): JSX.Element {
  return (
    <FilterBox action={p.base} summary={en.filter} apply={en.apply}>
      <FilterSelect
        id="story-show"
        name="show"
        label={en.show}
        value={p.filter.show}
        options={['' as const, ...STORY_PARTS].map(value => ({ value, text: partWords[value] }))}
      />
      <FilterSelect
        id="story-months"
        name="months"
        label={en.since}
        value={p.filter.months}
        options={['' as const, ...STORY_SPANS].map(value => ({ value, text: spanWords[value] }))}
      />
    </FilterBox>
  )
}

/** The way to print what is shown. */
export function PrintStory(p: { readonly base: string; readonly filter: StoryFilter }): JSX.Element {
  const query = new URLSearchParams(Object.entries(p.filter).filter(([, value]) => value !== '')).toString()
  return (
    <a class="govuk-link" href={`${p.base}/story.pdf${query === '' ? '' : `?${query}`}`}>
      {en.print}
      <span class="govuk-visually-hidden">. {en.printNote}</span>
    </a>
  )
}
