import type { JSX } from 'preact'
import { told } from '#ground/few.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import { answers } from '../answer-words.ts'
import { type ActivityCount, activityCounts, en } from '../words.ts'

type Count<Name extends string> = { readonly name: Name; readonly count: number }

/** How many, for those who answer for the whole: no names, and no number that tells of one person. */
export function CountsPage(p: {
  visitor: Visitor
  all: number
  byActivity: readonly Count<ActivityCount>[]
  byTeam: readonly Count<string>[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.counts} current="/counts">
      <PageHead
        title={en.counts}
        lead={en.countsLead(wordsOf(p.all))}
        actions={
          <Button href="/counts/referrals" classes="govuk-button--secondary">
            {answers.answerTimes}
          </Button>
        }
      />
      <p class="cx-quiet">{en.countsNote}</p>
      <SectionHead>{en.byActivity}</SectionHead>
      <Bars
        id="by-activity"
        title={en.byActivity}
        head={en.activity}
        rows={p.byActivity.map(row => ({ name: activityCounts[row.name], count: row.count }))}
      />
      <SectionHead>{en.byTeam}</SectionHead>
      <Bars id="by-team" title={en.byTeam} head={en.teamHead} rows={p.byTeam} />
    </StaffPage>
  )
}

function Bars(p: { id: string; title: string; head: string; rows: readonly Count<string>[] }): JSX.Element {
  return (
    <BarList
      id={p.id}
      title={p.title}
      description={p.rows.map(row => `${row.name}: ${wordsOf(row.count)}`).join('. ')}
      asTable={en.table}
      head={[p.head, en.youngPeople]}
      labelWidth={220}
      width={640}
      rows={p.rows.map(row => ({ label: row.name, value: told(row.count).value, text: wordsOf(row.count) }))}
    />
  )
}

function wordsOf(count: number): string {
  const { value, isFew } = told(count)
  return isFew ? en.few : String(value)
}
