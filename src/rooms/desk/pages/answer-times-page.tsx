import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { AnswerTimes } from '#rooms/referrals/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { LEAST_TOLD, told } from '../counts.ts'
import { en } from '../words.ts'

/** One agreement with what was done under it. */
export type AgencyTimes = AnswerTimes & {
  readonly name: string
  /** The agency that answers, and for what: short enough to stand before a bar. */
  readonly short: string
  readonly agreedDays: number
}

/** How long each agency takes to answer, for those who answer for the whole: no names of young people, and no number that tells of one. */
export function AnswerTimesPage(p: {
  readonly visitor: Visitor
  readonly agencies: readonly AgencyTimes[]
}): JSX.Element {
  const told = p.agencies.filter(one => one.answered >= LEAST_TOLD)
  return (
    <StaffPage visitor={p.visitor} title={en.answerTimes} current="/counts">
      <PageHead title={en.answerTimes} lead={en.answerTimesLead} back={{ href: '/counts', text: en.counts }} />
      <p class="cx-quiet">{en.countsNote}</p>
      {p.agencies.length === 0 ? (
        <EmptyState title={en.noAnswerTimes}>{en.noAnswerTimesText}</EmptyState>
      ) : (
        <>
          {told.length > 0 && (
            <>
              <SectionHead>{en.daysToAnswer}</SectionHead>
              <BarList
                id="days-to-answer"
                title={en.daysToAnswer}
                description={told
                  .map(one => `${one.name}: ${en.daysOf(one.middleDays ?? 0, one.agreedDays)}`)
                  .join('. ')}
                asTable={en.table}
                head={[en.agreementHead, en.middleDays, en.agreedDays]}
                labelWidth={420}
                width={860}
                rows={told.map(one => ({
                  label: one.short,
                  value: one.middleDays ?? 0,
                  text: en.workingDays(one.middleDays ?? 0),
                  before: { value: one.agreedDays, text: en.workingDays(one.agreedDays) },
                }))}
              />
            </>
          )}
          <SectionHead>{en.answered}</SectionHead>
          <DataTable
            caption={en.answered}
            rows={p.agencies}
            columns={[
              { key: 'name', heading: en.agreementHead, cell: one => one.name },
              { key: 'sent', heading: en.sentHead, cell: one => wordsOf(one.sent), phone: { label: en.sentHead } },
              {
                key: 'answered',
                heading: en.answered,
                cell: one => wordsOf(one.answered),
                phone: { label: en.answered },
              },
              {
                key: 'in-time',
                heading: en.inTime,
                cell: one => (one.answered < LEAST_TOLD ? en.few : en.shareOf(one.inTime, one.answered)),
                phone: { label: en.inTime },
              },
              { key: 'late', heading: en.lateNow, cell: one => wordsOf(one.late), phone: { label: en.lateNow } },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}

function wordsOf(count: number): string {
  const { value, isFew } = told(count)
  return isFew ? en.few : String(value)
}
