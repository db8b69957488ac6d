import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { There } from '../along/companion.ts'
import { WereThereField } from '../along/pages.tsx'
import { en as alongWords } from '../along/words.ts'
import type { Contact } from '../contact.ts'
import type { OfferedGoal } from '../forms.ts'
import type { Mark } from '../notebook/notebook.ts'
import { NotebookMark } from '../notebook/pages/mark.tsx'
import { isGroupKind } from '../rules.ts'
import { en as settingWords } from '../settings/words.ts'
import { en, kinds, outcomes } from '../words.ts'
import { type ContactFields, ContactFieldset } from './contact-fields.tsx'

type ContactPageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<ContactFields>
  /** Open goals of the plan the next step can go under; none when it is changed. */
  readonly goals: readonly OfferedGoal[]
  readonly action: string
  /** Names of all who were there, where that was more than one. */
  readonly there?: string | undefined
  /** Who can be named as having been there; nobody where it was one alone. */
  readonly offered?: readonly There[]
  /** The appointment it came of. */
  readonly meeting?: string | undefined
  /** That it was written in the notebook. */
  readonly mark?: Mark | undefined
  readonly isFromPaper?: boolean
  /** The list it was opened from, to go back to when it is saved. */
  readonly back: string | undefined
  /** The contact that is changed, as it stands. */
  readonly known?: Contact
  /** The version that is changed; undefined for a new contact. */
  readonly version: number | undefined
  /** What somebody else saved in between, to stand beside what was written here. */
  readonly theirs: Contact | undefined
}

/** A contact, new or to be changed. */
export function ContactPage(p: ContactPageProps): JSX.Element {
  const isNew = p.version === undefined
  const title = isNew ? en.title : en.change
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={title}
      form={p.form}
      back={p.back === undefined ? undefined : { href: p.back, text: en.backToList }}
    >
      {p.theirs && <Theirs contact={p.theirs} />}
      {p.mark && <NotebookMark mark={p.mark} />}
      {p.there !== undefined && <FactList facts={[{ label: alongWords.wereThere, value: p.there }]} />}
      {p.isFromPaper && <p class="cx-quiet">{settingWords.fromPaper}</p>}
      {p.known?.session && (
        <>
          <SectionHead>{en.ofGroup}</SectionHead>
          <FactList
            facts={[
              {
                label: kinds[p.known.kind],
                value: (
                  <a class="govuk-link" href={`/groups/${p.known.session.sessionId}`}>
                    {p.known.session.title}
                  </a>
                ),
              },
              { label: en.notes, value: p.known.session.notes || '–' },
            ]}
          />
        </>
      )}
      <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
        {!isNew && <input type="hidden" name="version" value={String(p.version)} />}
        {p.back !== undefined && <input type="hidden" name="back" value={p.back} />}
        {(p.offered ?? []).length > 0 && (
          <>
            {/* Nobody ticked is said too, where it was asked. */}
            <input type="hidden" name="asked-there" value="yes" />
            <WereThereField form={p.form} others={p.offered ?? []} />
          </>
        )}
        <ContactFieldset form={p.form} goals={p.goals} isPart={p.known !== undefined && isGroupKind(p.known.kind)} />
        {!isNew && <TextField form={p.form} name="why" label={en.why} autocomplete="off" />}
        <div class="cx-buttons">
          <Button name="then" value={p.back === undefined ? 'record' : 'next'}>
            {en.save}
          </Button>
          {isNew && (
            <Button name="then" value={p.back === undefined ? 'next' : 'record'} classes="govuk-button--secondary">
              {p.back === undefined ? en.saveNext : en.saveOpen}
            </Button>
          )}
        </div>
      </PostForm>
      {p.meeting !== undefined && (
        <p>
          <a class="govuk-link" href={`/appointments/${p.meeting}`}>
            {en.ofMeeting}
          </a>
        </p>
      )}
      {p.known && p.known.nextStep !== '' && (
        <p>
          <a class="govuk-link" href={`/contacts/${p.known.rowId}/next-step`}>
            {en.nextTitle}
          </a>
        </p>
      )}
      {!isNew && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/contact/${p.action.split('/').at(-1)}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

function Theirs(p: { contact: Contact }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={en.stale}>
        {en.staleText}
      </Alert>
      <ContactFacts heading={en.theirs} contact={p.contact} />
    </>
  )
}

/** A contact in short, to stand beside what somebody else writes about the same. */
export function ContactFacts(p: { readonly heading: string; readonly contact: Contact }): JSX.Element {
  const c = p.contact
  return (
    <>
      <SectionHead>{p.heading}</SectionHead>
      <FactList
        facts={[
          { label: en.notes, value: c.notes },
          { label: en.ownWords, value: c.ownWords },
          { label: en.kind, value: kinds[c.kind] },
          { label: en.on, value: formatDay(c.happenedOn) },
          { label: en.outcome, value: outcomes[c.outcome] },
          { label: en.nextStep, value: c.nextStep },
        ].filter(fact => fact.value !== '')}
      />
    </>
  )
}
