/** The main layouts with made-up people, to be looked at. */
import type { ComponentChildren, JSX } from 'preact'
import { BarList } from '#web/charts/bar-list.tsx'
import { Sparkline } from '#web/charts/sparkline.tsx'
import { StackedColumns } from '#web/charts/stacked-columns.tsx'
import { Wheel } from '#web/charts/wheel.tsx'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { dayWords } from '#web/form/examples.ts'
import {
  CheckboxesField,
  DayField,
  ErrorSummaryOf,
  FileField,
  PasswordField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { addError, form } from '#web/form/form.ts'
import { email, longText, secret, text } from '#web/form/text.ts'
import { Button } from '#web/govuk/button.tsx'
import { NotificationBanner } from '#web/govuk/notification-banner.tsx'
import { Pagination } from '#web/govuk/pagination.tsx'
import { Alert, Alerts } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { exampleStaff, shellWords } from '#web/shell/examples.ts'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { LargeMark } from '#web/shell/icons.tsx'
import { IdentityBar } from '#web/shell/identity-bar.tsx'
import { Change, EmptyState, FactList, LinkTabs, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { Page } from '#web/shell/page.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { CountTabs, ProgressBar, Steps } from '#web/shell/steps.tsx'
import { Timeline, TimelineEntry } from '#web/shell/timeline.tsx'
import { MarkedList, NextCard, PeopleList, PlainCard, Stones } from '#web/shell/young-parts.tsx'

const cymraeg = { lang: 'cy', href: '/cy', text: 'Cymraeg' }

function StaffPage(p: {
  title: string
  current: string
  hasErrors?: boolean
  identityBar?: ComponentChildren
  children: ComponentChildren
}): JSX.Element {
  return (
    <Page
      variant="staff"
      lang="en"
      title={p.title}
      words={shellWords}
      hasErrors={p.hasErrors}
      partnershipName="Sample partnership"
      staff={exampleStaff(p.current)}
      csrfToken="token"
      otherLanguage={cymraeg}
      identityBar={p.identityBar}
    >
      {p.children}
    </Page>
  )
}

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

const contact = form({
  met: day({ missing: 'When did you meet?', ...dayWords, noSuchDay: 'Use a day that has been, like 12 11 2026' }),
  place: choice(['hub', 'home', 'school'], { missing: 'Choose where you met' }),
  topics: choices(['work', 'home', 'health'], { missing: 'Choose what you spoke about' }),
  level: choice(['a'], { optional: true, notOffered: 'Choose a level' }),
  title: text({ missing: 'Say in a line what it was', max: 100, tooLong: 'Use 100 characters or fewer' }),
  note: longText({ missing: 'Write a note', max: 4000, tooLong: 'Use 4,000 characters or fewer' }),
  list: text({ missing: 'Choose a file', max: 200, tooLong: 'Too long' }),
})

export function FormPage(): JSX.Element {
  const state = contact.read({
    'met-day': '31',
    'met-month': '11',
    'met-year': '2026',
    place: 'hub',
    topics: ['work', 'home'],
  })
  return (
    <StaffPage title="Record a contact" current="Caseload" hasErrors>
      <ErrorSummaryOf form={state} />
      <PageHead title="Record a contact" lead="With Tyler Sample." back={{ href: '/people/1', text: 'Back' }} />
      <PostForm action="/contacts" csrfToken="token" multipart>
        <TextField form={state} name="title" label="In a line" hint="Tyler can read this." />
        <DayField form={state} name="met" label="Date of meeting" hint="For example, 12 11 2026 or 12 November 2026" />
        <RadiosField
          form={state}
          name="place"
          label="Where"
          items={[
            { value: 'hub', label: 'At the hub' },
            { value: 'home', label: 'At home', hint: 'Go in pairs', conditional: <p>Who went with you?</p> },
            { value: 'school', label: 'At school' },
          ]}
        />
        <CheckboxesField
          form={state}
          name="topics"
          label="What you spoke about"
          items={[
            { value: 'work', label: 'Work and learning' },
            { value: 'home', label: 'Home' },
            { value: 'health', label: 'Health', hint: 'Only those with leave can read it' },
          ]}
        />
        <SelectField
          form={state}
          name="level"
          label="Level of support"
          items={[{ value: 'a', label: 'Intensive' }]}
          empty="As it is"
        />
        <TextareaField form={state} name="note" label="Note" />
        <FileField form={state} name="list" label="A file" accept=".csv" />
        <div class="govuk-button-group">
          <Button>Save</Button>
          <Button classes="govuk-button--secondary">Save as draft</Button>
          <Button classes="govuk-button--warning">Take this off record</Button>
          <Button disabled>Apply when matched</Button>
          <a class="govuk-link" href="/people/1">
            Cancel
          </a>
        </div>
      </PostForm>
    </StaffPage>
  )
}

const signIn = form({
  email: email({ missing: 'Type your work email', notAnEmail: 'Type a whole email address' }),
  password: secret({ missing: 'Type your password', max: 200, tooLong: 'Too long' }),
})

export function SignInPage(): JSX.Element {
  const read = signIn.read({ email: 'dana@partnership.example', password: 'x' })
  const state = addError(read, 'Email and password do not go together', 'password')
  return (
    <Page
      variant="plain"
      lang="en"
      title="Sign in"
      words={shellWords}
      hasErrors
      otherLanguage={cymraeg}
      barAside={<a href="/help">Help to sign in</a>}
    >
      <div class="cx-two">
        <div>
          <ErrorSummaryOf form={state} />
          <PageHead title="Sign in" />
          <PostForm action="/sign-in" csrfToken="token">
            <TextField form={state} name="email" label="Work email" type="email" autocomplete="username" />
            <PasswordField form={state} name="password" label="Password" autocomplete="current-password" />
            <div class="govuk-button-group">
              <Button>Sign in</Button>
              <a class="govuk-link" href="/help">
                I cannot sign in
              </a>
            </div>
          </PostForm>
        </div>
        <div>
          <LargeMark />
          <h2 class="govuk-heading-m">One record, one adviser, one plan</h2>
          <p class="govuk-body">
            For everyone who helps a young person in Sampleshire. What you open here is seen in the audit, and by the
            young person who asks.
          </p>
          <a href="/me">I am a young person: go to my pages</a>
        </div>
      </div>
    </Page>
  )
}

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

export function YoungPage(): JSX.Element {
  return (
    <Page
      variant="young"
      lang="en"
      title="Home"
      words={shellWords}
      otherLanguage={cymraeg}
      leaveHref="https://www.bbc.co.uk/weather"
      worried={{ href: '/me/worried', text: 'Worried or not safe? Tell us' }}
      nav={[
        { href: '/me', text: 'Home', icon: 'home', current: true },
        { href: '/me/plan', text: 'Plan', icon: 'plan' },
        { href: '/me/messages', text: 'Messages', icon: 'messages' },
        { href: '/me/who', text: 'Who sees', icon: 'people' },
      ]}
      head={
        <>
          <h1>Hello Amira</h1>
          <p>You are two steps in. Nice going.</p>
          <NextCard
            weekday="Thu"
            dayOfMonth="26"
            month="Nov"
            title="Meet Dana"
            lines={['4:15pm, half an hour', 'Sample library, room 2', 'About: open day questions']}
            actions={
              <>
                <Button>I’ll be there</Button>
                <Button classes="govuk-button--secondary">Change it</Button>
              </>
            }
          />
        </>
      }
    >
      <h2>My plan</h2>
      <p>“I want to work with animals, and not be stuck at home.”</p>
      <Stones
        label="My steps"
        goal="My goal"
        stones={[
          { text: 'Bus card', state: 'done', stateWord: 'done' },
          { text: 'CV', state: 'done', stateWord: 'done' },
          { text: 'Open day', state: 'now', stateWord: 'now' },
          { text: 'Apply', state: 'later', stateWord: 'later' },
        ]}
      />
      <p>
        <strong>Now: go to the open day.</strong> Dana books the place, I pick two questions. By 4 December.
      </p>
      <Button classes="govuk-button--secondary">See all my steps</Button>
      <h2>They will see</h2>
      <PlainCard>
        <h3>They will see</h3>
        <MarkedList
          kind="yes"
          items={[
            'My name: Amira Example',
            'My phone: 07700 900 123',
            'I stay with my aunt, on the sofa, since August',
          ]}
        />
        <h3>They will not see</h3>
        <MarkedList kind="no" items={['My health', 'My sessions with Dana']} />
      </PlainCard>
      <h2>Who can see my things</h2>
      <p>Four people. Nobody else without you knowing, unless you are in danger.</p>
      <PeopleList
        people={[
          { initials: 'DE', name: 'Dana, my adviser', text: 'Everything here. Looked today' },
          {
            initials: 'HO',
            name: 'Housing team, 2 people',
            text: 'My name, phone and where I live. I said yes on 20 October',
          },
        ]}
      />
      <a href="/me/looked">See who looked and when</a>
    </Page>
  )
}
