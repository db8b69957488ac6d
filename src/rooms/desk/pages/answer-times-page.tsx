import type { JSX } from 'preact'
import { LEAST_TOLD, told } from '#ground/few.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { AnswerTimes } from '#rooms/referrals/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { answers } from '../answer-words.ts'
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
    <StaffPage visitor={p.visitor} title={answers.answerTimes} current="/counts">
      <PageHead
        title={answers.answerTimes}
        lead={answers.answerTimesLead}
        back={{ href: '/counts', text: en.counts }}
      />
      <p class="cx-quiet">{en.countsNote}</p>
      {p.agencies.length === 0 ? (
        <EmptyState title={answers.noAnswerTimes}>{answers.noAnswerTimesText}</EmptyState>
      ) : (
        <>
          {told.length > 0 && (
            <>
              <SectionHead>{answers.daysToAnswer}</SectionHead>
              <BarList
                id="days-to-answer"
                title={answers.daysToAnswer}
                description={told
                  .map(one => `${one.name}: ${answers.daysOf(one.middleDays ?? 0, one.agreedDays)}`)
                  .join('. ')}
                asTable={en.table}
                head={[answers.agreementHead, answers.middleDays, answers.agreedDays]}
                labelWidth={420}
                width={860}
                rows={told.map(one => ({
                  label: one.short,
                  value: one.middleDays ?? 0,
                  text: answers.workingDays(one.middleDays ?? 0),
                  before: { value: one.agreedDays, text: answers.workingDays(one.agreedDays) },
                }))}
              />
            </>
          )}
          <SectionHead>{answers.answered}</SectionHead>
          <DataTable
            caption={answers.answered}
            rows={p.agencies}
            columns={[
              { key: 'name', heading: answers.agreementHead, cell: one => one.name },
              {
                key: 'sent',
                heading: answers.sentHead,
                cell: one => wordsOf(one.sent),
                phone: { label: answers.sentHead },
              },
              {
                key: 'answered',
                heading: answers.answered,
                cell: one => wordsOf(one.answered),
                phone: { label: answers.answered },
              },
              {
                key: 'in-time',
                heading: answers.inTime,
                cell: one => (one.answered < LEAST_TOLD ? en.few : answers.shareOf(one.inTime, one.answered)),
                phone: { label: answers.inTime },
              },
              {
                key: 'late',
                heading: answers.lateNow,
                cell: one => wordsOf(one.late),
                phone: { label: answers.lateNow },
              },
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
