import { type JSX } from 'preact'
import { BarList } from '#web/charts/bar-list.tsx'
import { StackedColumns } from '#web/charts/stacked-columns.tsx'
import { Wheel } from '#web/charts/wheel.tsx'
import { Button } from '#web/govuk/button.tsx'
import { NotificationBanner } from '#web/govuk/notification-banner.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { Change, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { CountTabs, ProgressBar, Steps } from '#web/shell/steps.tsx'
import { StaffPage } from './frame.tsx'

export function ImportPage(): JSX.Element {
  const states = ['done', 'done', 'now', 'next', 'next'] as const
  const words = { before: 'was', after: 'becomes' }
  const changes = [
    {
      row: 18,
      who: 'Example, Jordan',
      what: 'Course',
      cell: <Change words={words} before="Level 1 joinery" after="Level 2 joinery" />,
    },
    {
      row: 97,
      who: 'Demo, Kofi',
      what: 'Address',
      cell: <StatusTag kind="protected">Protected, not touched</StatusTag>,
    },
    { row: 103, who: 'Pattern, Leah', what: 'Attendance', cell: <Change words={words} before="92%" after="71%" /> },
  ]
  return (
    <StaffPage title="Sample sixth form, enrolments" current="Lists in">
      <NotificationBanner type="success" title="Saved" text="The list was read: 1,971 rows." />
      <PageHead
        title="Sample sixth form, enrolments"
        lead="1,971 rows, under the agreement of 3 September. Nothing is saved until you apply."
        actions={
          <>
            <Button classes="govuk-button--secondary">Cancel this list</Button>
            <Button disabled>Apply when matched</Button>
          </>
        }
      />
      <Steps
        label="Steps"
        steps={['Read', 'Check', 'Match', 'See what changes', 'Apply'].map((name, index) => ({
          text: name,
          state: states[index] ?? 'next',
          stateWord: states[index] === 'done' ? 'done' : undefined,
        }))}
      />
      <ProgressBar id="rows" label="Rows matched" done={1781} total={1971} words="1,781 of 1,971 rows">
        Matching, about 2 seconds left. You can leave this page: the work goes on, and My day tells you when it is done.
      </ProgressBar>
      <CountTabs
        label="What changes"
        tabs={[
          { href: '#new', count: '188', sign: '+', text: 'New' },
          { href: '#changed', count: '34', sign: '→', text: 'Changed', current: true },
          { href: '#same', count: '1,522', sign: '=', text: 'Same' },
          { href: '#missing', count: '–', sign: '○', text: 'Missing, counted last' },
          { href: '#question', count: '14', sign: '▲', text: 'Question' },
        ]}
      />
      <SideColumn
        side={
          <>
            <SectionHead aside={<a href="#bad">Get these 23 rows</a>}>Rows to mend</SectionHead>
            <DataTable
              caption="Rows to mend"
              rows={[{ row: 12 }, { row: 77 }]}
              columns={[
                { key: 'row', heading: 'Row', numeric: true, cell: r => r.row },
                {
                  key: 'wrong',
                  heading: 'What is wrong, what to do',
                  cell: () => (
                    <>
                      <strong>Birth date</strong> <span class="cx-wrong">31/02/2010</span>
                      <br />
                      There is no 31 February. Ask the sixth form.
                    </>
                  ),
                },
              ]}
            />
          </>
        }
      >
        <SectionHead aside="34 people, 51 changes">Changed so far</SectionHead>
        <DataTable
          caption="Changed so far"
          rows={changes}
          columns={[
            { key: 'row', heading: 'Row', numeric: true, phone: { label: 'Row' }, cell: r => r.row },
            { key: 'who', heading: 'Who', cell: r => <a href="#who">{r.who}</a> },
            { key: 'what', heading: 'What', cell: r => r.what },
            { key: 'change', heading: 'Now → new', cell: r => r.cell },
          ]}
        />
      </SideColumn>
    </StaffPage>
  )
}

export function ChartsPage(): JSX.Element {
  const names = [
    'Participation',
    'Achievements',
    'Basic skills',
    'Key skills',
    'Life skills',
    'Aspirations',
    'Motivation',
    'Self-image',
    'Relationships',
    'Risk of offending',
    'Parents and carers',
    'Family history',
    'Community',
    'Housing',
    'Income',
    'Physical health',
    'Emotional health',
    'Substance use',
  ]
  const months = ['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug']
  return (
    <StaffPage title="Charts" current="Tracking">
      <PageHead title="Charts" />
      <StackedColumns
        id="months"
        title="Where young people are, month by month"
        description="In learning rises from 69 to 83 per cent; not known falls from 12 to 4."
        asTable="As a table"
        columnsHead="Month"
        max={100}
        format={value => `${value}%`}
        series={[
          { name: 'In learning', look: 1 },
          { name: 'Work with training', look: 2 },
          { name: 'NEET', look: 3 },
          { name: 'Not known', look: 'unknown' },
        ]}
        columns={months.map((label, index) => ({ label, values: [69 + index, 8, 6, 17 - index] }))}
      />
      <BarList
        id="bars"
        title="Why referrals were refused"
        description="Most were refused because the service was full."
        asTable="As a table"
        head={['Reason', 'This year', 'Last year']}
        rows={[
          { label: 'Service full', value: 31, text: '31', before: { value: 22, text: '22' } },
          { label: 'Not in area', value: 12, text: '12', look: 2, before: { value: 15, text: '15' } },
          { label: 'Not said', value: 5, text: '5', look: 'unknown' },
        ]}
      />
      <Wheel
        id="wheel"
        title="Assessment, baseline and latest"
        description="Stronger than at the baseline in most; housing was not asked at the baseline."
        asTable="As a table"
        spokesHead="Factor"
        notAsked="Not asked"
        currentGroup="c"
        levels={5}
        format={value => String(value)}
        spokes={names.map((label, index) => ({ label, group: 'abbbbbccccccccddd'[index] ?? 'd' }))}
        traces={[
          { name: 'Latest', values: [3, 4, 3, 3, 2, 4, 4, 2, 4, 3, 4, 2, 1, 3, 2, 4, 3, 4] },
          { name: 'Baseline', values: [2, 2, 3, 3, 3, 4, 2, 2, 3, 4, 4, 2, 2, null, 1, 2, 4, 2] },
        ]}
      />
    </StaffPage>
  )
}
