/** Who helps today: for an adviser who has somebody in front of them, and to print. Nothing on it is about anybody. */
import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { FilterBox, FilterSelect, FilterText } from '#web/shell/filter-box.tsx'
import { EmptyState, FactList, factsSaid, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { isOld } from './rules.ts'
import { SAME_DAY, type SameDay, type Service } from './service.ts'
import { en, sameDayWords, soughtWords } from './words.ts'

export function TodayPage(p: {
  readonly visitor: Visitor
  /** Those that help on the same day, what is needed most first. */
  readonly found: readonly Service[]
  readonly sought: { readonly what: SameDay | ''; readonly q: string }
  readonly mayKeep: boolean
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.todayTitle} current="/services">
      <PageHead
        title={en.todayTitle}
        lead={en.todayLead}
        back={{ href: '/services', text: en.title }}
        actions={p.mayKeep ? <Button href="/services/new">{en.add}</Button> : undefined}
      />
      <FilterBox action="/services/today" summary={soughtWords.search} apply={soughtWords.apply}>
        <FilterText id="filter-q" name="q" label={soughtWords.search} value={p.sought.q} />
        <FilterSelect
          id="filter-what"
          name="what"
          label={en.sameDayAsk}
          value={p.sought.what}
          options={[
            { value: '', text: soughtWords.anyNeed },
            ...SAME_DAY.map(what => ({ value: what, text: sameDayWords[what] })),
          ]}
        />
      </FilterBox>
      {p.found.length === 0 ? (
        <EmptyState title={en.todayNone}>{en.todayNoneText}</EmptyState>
      ) : (
        p.found.map(one => (
          <section aria-label={one.name}>
            <SectionHead>{one.sameDay.map(what => sameDayWords[what]).join(', ')}</SectionHead>
            <p>
              <a class="govuk-link" href={`/services/${one.rowId}`}>
                <strong>{one.name}</strong>
              </a>{' '}
              {isOld(one.checkedOn, p.today) && (
                <StatusTag kind="care" bare>
                  {soughtWords.old(formatDay(one.checkedOn))}
                </StatusTag>
              )}
            </p>
            <FactList
              facts={factsSaid([
                [en.openWhen, one.openWhen],
                [en.place, one.place],
                [en.howTo, one.howTo],
                [en.cost, one.cost],
                [en.ages, en.agesLine(one.minAge, one.maxAge)],
              ])}
            />
          </section>
        ))
      )}
      <p class="cx-quiet">{en.todayPrint(formatDay(p.today))}</p>
    </StaffPage>
  )
}
