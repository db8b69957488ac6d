import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, shortDay } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { classWords } from '../class-words.ts'
import type { DeskFrame } from '../frame.tsx'
import { lastDayOf } from '../record.ts'
import type { Standing } from '../round/rules.ts'
import { en } from '../round/words.ts'
import { grantSources } from '../words.ts'

/** Somebody with a part who reads nothing of the record. */
export type Outside = { readonly who: string; readonly what: string }

/** Everybody round one young person, each with what they can and cannot read. */
export function RoundPage(p: {
  readonly visitor: Visitor
  readonly frame: DeskFrame
  readonly round: readonly Standing[]
  readonly byOffice: number
  readonly outside: readonly Outside[]
  /** What they are by their work, by account. */
  readonly titles: ReadonlyMap<string, string>
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const title = en.title(person.given)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id} identityBar={p.frame.bar}>
      <BackLink href={`/people/${person.id}`}>{`${person.given} ${person.family}`}</BackLink>
      {p.frame.alerts}
      <PageHead title={title} lead={en.lead} />
      <SectionHead>{en.inside}</SectionHead>
      {p.round.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.caption}
          rows={p.round}
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: one => (
                <>
                  <strong>{one.isYou ? `${one.who} (${en.you.toLowerCase()})` : one.who}</strong>
                  <div class="cx-quiet">{p.titles.get(one.holderId) ?? ''}</div>
                </>
              ),
            },
            {
              key: 'there',
              heading: en.there,
              phone: { lead: true },
              cell: one => one.sources.map(source => grantSources[source]).join('. '),
            },
            { key: 'reads', heading: en.reads, phone: { label: en.reads }, cell: one => said(one.reads, en.nothing) },
            {
              key: 'reads-not',
              heading: en.readsNot,
              phone: { label: en.readsNot },
              cell: one => said(one.readsNot, en.nothing),
            },
            {
              key: 'since',
              heading: en.since,
              phone: { label: en.since },
              cell: one =>
                en.sinceUntil(
                  shortDay(dayOf(one.since), p.today),
                  one.until === null ? '' : shortDay(lastDayOf(one.until), p.today),
                ),
            },
          ]}
        />
      )}
      <p>
        {p.byOffice > 0 && <>{en.byOffice(p.byOffice)} </>}
        <a class="govuk-link" href={`/people/${person.id}/who`}>
          {en.everyRight}
        </a>
      </p>
      <SectionHead>{en.outside}</SectionHead>
      <p class="cx-quiet">{p.outside.length === 0 ? en.noneOutside : en.outsideLead}</p>
      <FactList facts={p.outside.map(one => ({ label: one.who, value: one.what }))} />
    </StaffPage>
  )
}

function said(classes: readonly RecordClass[], none: string): string {
  return classes.length === 0 ? none : classes.map(one => classWords[one]).join(', ')
}
