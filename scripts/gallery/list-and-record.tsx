import { type JSX } from 'preact'
import { Sparkline } from '#web/charts/sparkline.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Pagination } from '#web/govuk/pagination.tsx'
import { Alert, Alerts } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { IdentityBar } from '#web/shell/identity-bar.tsx'
import { EmptyState, FactList, LinkTabs, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { ProgressBar } from '#web/shell/steps.tsx'
import { Timeline, TimelineEntry } from '#web/shell/timeline.tsx'
import { StaffPage } from './frame.tsx'

const people = [
  'Example, Amira',
  'Testcase, Zainab',
  'Sample, Idris',
  'Pattern, Holly',
  'Specimen, Maya',
  'Mockford, Nadia',
]
const rows = Array.from({ length: 24 }, (_, index) => ({ name: people[index % people.length] ?? '', index }))
const due = [
  <StatusTag kind="late" bare>
    Review, 9 days late
  </StatusTag>,
  <span class="cx-soon">Review on Tue 24 Nov</span>,
  'Contact, 27 Dec',
]

export function ListPage(): JSX.Element {
  return (
    <StaffPage title="Caseload" current="Caseload">
      <PageHead
        title="Caseload"
        lead="100 young people with you as lead adviser. 12 need something this week."
        actions={
          <>
            <Sparkline
              id="spark"
              title="Caseload, 12 months"
              description="From 82 in December to 100 in November."
              asTable="As a table"
              head={['Month', 'Young people']}
              points={[82, 84, 83, 88, 90, 89, 93, 95, 94, 97, 101, 100].map((value, index) => ({
                label: `Month ${index + 1}`,
                value,
                text: String(value),
              }))}
            />
            <Button classes="govuk-button--secondary" href="/caseload.csv">
              Download CSV
            </Button>
            <Button href="/contacts/new">Record a contact</Button>
          </>
        }
      />
      <FilterBox action="/caseload" summary="Filter and sort: soonest due first" apply="Filter">
        <FilterText id="f-name" name="name" label="Name or place" />
        <FilterSelect
          id="f-level"
          name="level"
          label="Level of support"
          options={[{ value: '', text: 'All levels' }]}
        />
        <FilterSelect id="f-due" name="due" label="What is due" options={[{ value: '', text: 'Anything due' }]} />
        <FilterSelect id="f-last" name="last" label="Last contact" options={[{ value: '', text: 'Any time' }]} />
      </FilterBox>
      <ListState
        count="100 of 100"
        filtersLabel="Filters:"
        chips={[{ text: 'Open cases', removeHref: '/caseload', removeWord: 'Remove filter' }]}
        clearAll={{ href: '/caseload', text: 'Clear all' }}
        sort="Sorted by what is due, soonest first"
      />
      <DataTable
        caption="Young people with you as lead adviser"
        stickyHead
        rows={rows}
        columns={[
          {
            key: 'name',
            heading: 'Name',
            sortHref: '?sort=name',
            cell: row => (
              <>
                <a href={`/people/${row.index}`}>{row.name}</a>{' '}
                {row.index % 6 === 4 && (
                  <StatusTag kind="stop" bare>
                    Read first
                  </StatusTag>
                )}
              </>
            ),
          },
          { key: 'year', heading: 'Year, age', cell: () => '9, 14' },
          {
            key: 'level',
            heading: 'Level',
            cell: row =>
              row.index % 3 === 0 ? (
                <StatusTag kind="quiet">
                  <strong>Intensive</strong>
                </StatusTag>
              ) : (
                <StatusTag kind="quiet" shape={row.index % 3 === 1 ? 'ring' : 'half'}>
                  {row.index % 3 === 1 ? 'Universal' : 'Supported'}
                </StatusTag>
              ),
          },
          {
            key: 'activity',
            heading: 'Current activity',
            cell: row =>
              row.index % 6 === 3 ? (
                <StatusTag kind="care">NEET, available</StatusTag>
              ) : (
                <StatusTag kind="quiet">School, Year 9</StatusTag>
              ),
          },
          {
            key: 'checked',
            heading: 'Checked',
            numeric: true,
            phone: { hidden: true },
            cell: row => `${row.index * 7 + 3} days`,
          },
          {
            key: 'seen',
            heading: 'Last seen',
            numeric: true,
            phone: { label: 'Seen' },
            cell: row => `${row.index + 1} days`,
          },
          {
            key: 'due',
            heading: 'What is due',
            sortHref: '?sort=due',
            currentSort: 'ascending',
            phone: { lead: true },
            cell: row => due[Math.min(Math.floor(row.index / 6), 2)],
          },
          { key: 'lives', heading: 'Lives in', phone: { hidden: true }, cell: () => 'Sampleton Bridge' },
        ]}
      />
      <Pagination
        items={[
          { number: 1, href: '?page=1', current: true },
          { number: 2, href: '?page=2' },
          { ellipsis: true },
          { number: 5, href: '?page=5' },
        ]}
        next={{ href: '?page=2' }}
      />
    </StaffPage>
  )
}

export function RecordPage(): JSX.Element {
  const identity = (
    <IdentityBar
      name="Tyler Sample"
      fullName="Tyler James Sample. He, him"
      tag={<StatusTag kind="stop">Speak to Ruth Placeholder first</StatusTag>}
      facts={[
        { label: 'Born 4 Mar 2010', value: '16, Year 12' },
        { label: 'Safe contact', value: 'Text own phone, no voicemail' },
        { label: 'Lead adviser', value: 'Dana Example' },
        {
          label: 'Current activity',
          value: (
            <>
              Traineeship, <span class="cx-late">check today</span>
            </>
          ),
        },
        { label: 'Last contact', value: '12 Nov, 11 days' },
        { label: 'Next step', value: 'Reach him by 13:52' },
      ]}
      actions={
        <>
          <Button>Record a contact</Button>
          <Button classes="govuk-button--secondary">More</Button>
        </>
      }
    />
  )
  return (
    <StaffPage title="Tyler Sample" current="Caseload" identityBar={identity}>
      <Alerts
        more={count => `${count} more`}
        items={[
          <Alert kind="stop" kindWord="Stop" first="Speak to Ruth Placeholder before contact." aside="Since 19 Nov">
            Safeguarding lead, 01632 960 000. She can say what you need to know.
          </Alert>,
          <Alert
            kind="care"
            kindWord="Care"
            first="Go in pairs to the home address."
            aside={<a href="/visit">Plan a visit</a>}
          >
            Checked by Imran Demo, ends 31 January.
          </Alert>,
        ]}
      />
      <LinkTabs
        label="Parts of the record"
        tabs={[
          'Overview',
          'Plan',
          'Assessment',
          'Sessions',
          'Referrals',
          'Learning',
          'People round Tyler',
          'Who can see this',
        ].map((name, index) => ({ href: `#${index}`, text: name, current: index === 0 }))}
      />
      <SideColumn
        side={
          <>
            <SectionHead aside={<a href="/plan">Open plan</a>}>Plan</SectionHead>
            <p class="cx-quote">“Get my level 2 in the bag and a place of my own.”</p>
            <ProgressBar id="targets" label="Targets met" done={2} total={4} words="2 of 4 targets met">
              Review on Fri 27 Nov
            </ProgressBar>
            <SectionHead>In short</SectionHead>
            <FactList
              facts={[
                { label: 'Lives with', value: 'Aunt, Kelly Sample, in Sampleton. May be told about appointments' },
                { label: 'Learning', value: 'Northbridge Training, motor vehicle level 1, since 7 Sep' },
                { label: 'Identifiers', value: 'ULN 999 000 0000, given by school, Sep 2026' },
              ]}
            />
            <EmptyState
              title="No referrals yet"
              action={<Button classes="govuk-button--secondary cx-button--small">Start a referral</Button>}
            >
              When you ask another agency for help, it shows here with its clock.
            </EmptyState>
            <p class="cx-note">
              You can see this because you are lead adviser since 2 Sep. <a href="/why">Why can I see this?</a>
            </p>
          </>
        }
      >
        <SectionHead
          aside={
            <>
              <a href="#c">Contacts</a> <a href="#p">Plan</a> <a href="#e">Everything</a>
            </>
          }
        >
          Timeline
        </SectionHead>
        <Timeline
          months={[
            {
              heading: 'November 2026',
              entries: (
                <>
                  <TimelineEntry
                    date="Mon 23"
                    dateTime="2026-11-23"
                    shape="triangle"
                    tone="stop"
                    title="Absent from training"
                    tag={<StatusTag kind="late">Answer today</StatusTag>}
                  >
                    Northbridge Training, 09:52. No reason given. Response clock: 3 h 50 min left.
                  </TimelineEntry>
                  <TimelineEntry date="Thu 12" dateTime="2026-11-12" shape="dot" title="Met at Sample hub, 35 minutes">
                    Came with his cousin. Likes the workshop, dislikes the bus. Agreed to try the 07:40 and tell me by
                    text how it goes.
                  </TimelineEntry>
                  <TimelineEntry date="Mon 9" dateTime="2026-11-09" shape="ring" title="Text from Tyler">
                    “made it on time 3 days in a row”
                  </TimelineEntry>
                  <TimelineEntry
                    date="Tue 3"
                    dateTime="2026-11-03"
                    shape="diamond"
                    title="Target met: travel card in hand"
                    tag={<StatusTag kind="good">Met</StatusTag>}
                  >
                    Tyler says it, Northbridge Training confirms it.
                  </TimelineEntry>
                </>
              ),
            },
            {
              heading: 'October 2026',
              entries: (
                <TimelineEntry
                  date="Tue 20"
                  dateTime="2026-10-20"
                  shape="open-square"
                  title="Referral accepted by housing"
                >
                  Answered in 4 of 10 working days. They see name, contact and housing need.
                </TimelineEntry>
              ),
            },
          ]}
        />
      </SideColumn>
    </StaffPage>
  )
}
