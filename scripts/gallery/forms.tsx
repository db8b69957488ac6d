import { type JSX } from 'preact'
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
import { shellWords } from '#web/shell/examples.ts'
import { LargeMark } from '#web/shell/icons.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { Page } from '#web/shell/page.tsx'
import { cymraeg, StaffPage } from './frame.tsx'

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
