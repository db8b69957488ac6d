import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  DayField,
  HiddenField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import { TELLS } from '../../groups/group.ts'
import { Finder } from '../../groups/pages/people-pages.tsx'
import type { Choosable } from '../../groups/pages/session-form.tsx'
import { en as groupWords, tells } from '../../groups/words.ts'
import { ENDS, KNOWN } from '../forms.ts'
import type { GroupStep, SupportGroup } from '../support-group.ts'
import { en, stepStates } from '../words.ts'
import { AskedFields, StandsNow, StandsTag, StepFields } from './shared.tsx'

type Content = 'name' | 'purpose' | 'meets' | 'tells'
export type NewFields = Content | 'id' | 'there-for'
export type ChangeFields = Content | 'why'
export type MemberFields = 'id' | 'person' | 'joined' | 'asked' | 'agreed' | 'known'
export type GroupStepFields = 'id' | 'what' | 'who' | 'due'

function GroupFields(p: { readonly form: FormState<Content> }): JSX.Element {
  return (
    <>
      <TextField form={p.form} name="name" label={en.nameAsk} hint={en.nameHint} autocomplete="off" />
      <TextareaField form={p.form} name="purpose" label={en.purposeAsk} rows={3} />
      <TextField form={p.form} name="meets" label={en.meetsAsk} hint={en.meetsHint} autocomplete="off" />
      <SelectField
        form={p.form}
        name="tells"
        label={en.tellsAsk}
        hint={en.tellsHint}
        items={[0, ...TELLS].map(bit => ({ value: String(bit), label: tells[String(bit)] ?? '' }))}
      />
    </>
  )
}

export function NewGroupPage(p: { readonly visitor: Visitor; readonly form: FormState<NewFields> }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.newTitle} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.newTitle}
        lead={en.newLead}
        back={{ href: '/support-groups', text: en.backToList }}
        form={p.form}
      />
      <PostForm action="/support-groups/new" csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        <GroupFields form={p.form} />
        <TextField
          form={p.form}
          name="there-for"
          label={en.thereForAsk}
          hint={en.thereForHint}
          autocomplete="off"
          classes="govuk-input--width-20"
        />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

export function ChangeGroupPage(p: {
  readonly visitor: Visitor
  readonly group: SupportGroup
  readonly form: FormState<ChangeFields>
  readonly isStale: boolean
  /** A colleague ended it while this was written. */
  readonly isOver: boolean
}): JSX.Element {
  const { group } = p
  const at = `/support-groups/${group.rowId}`
  const title = en.changeTitle(group.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} back={{ href: at, text: en.back }} form={p.form} />
      {p.isStale && (
        <StandsNow
          facts={[
            { label: en.name, value: group.name },
            { label: en.purpose, value: group.purpose },
            { label: en.meets, value: group.meets },
            { label: en.tellsLabel, value: tells[String(group.discloses)] ?? '' },
          ]}
        />
      )}
      <PostForm action={`${at}/change`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(group.version)} />
        <GroupFields form={p.form} />
        <TextField form={p.form} name="why" label={en.whyAsk} autocomplete="off" />
        {!p.isOver && (
          <div class="cx-buttons">
            <Button>{en.saveChanges}</Button>
          </div>
        )}
      </PostForm>
    </StaffPage>
  )
}

export function RunnerPage(p: {
  readonly visitor: Visitor
  readonly group: SupportGroup
  readonly form: FormState<'who' | 'there-for'>
  readonly colleagues: readonly Choosable[]
}): JSX.Element {
  const at = `/support-groups/${p.group.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.addRunner} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.addRunner} lead={p.group.name} back={{ href: at, text: en.back }} form={p.form} />
      <p>{en.addRunnerLead}</p>
      <PostForm action={`${at}/runners`} csrfToken={p.visitor.csrfToken}>
        <SelectField form={p.form} name="who" label={en.whoAsk} empty="" items={p.colleagues} />
        <TextField
          form={p.form}
          name="there-for"
          label={en.theirThereForAsk}
          hint={en.thereForHint}
          autocomplete="off"
          classes="govuk-input--width-20"
        />
        <div class="cx-buttons">
          <Button>{en.addRunnerSave}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

/** Somebody more, with their yes: all of it on one page. */
export function AddMemberPage(p: {
  readonly visitor: Visitor
  readonly group: SupportGroup
  readonly form: FormState<MemberFields>
  readonly typed: string
  readonly people: readonly Choosable[]
  readonly colleagues: readonly Choosable[]
  /** A colleague ended it while this was written. */
  readonly isOver: boolean
}): JSX.Element {
  const at = `/support-groups/${p.group.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.addMember} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.addMember} lead={p.group.name} back={{ href: at, text: en.back }} form={p.form} />
      <p>{en.addMemberLead}</p>
      {!p.isOver && <Finder action={`${at}/members/new`} typed={p.typed} />}
      {p.people.length === 0 ? (
        <p>{p.typed === '' ? en.foundFirst : groupWords.foundNone}</p>
      ) : (
        <PostForm action={`${at}/members/new`} csrfToken={p.visitor.csrfToken}>
          <HiddenField form={p.form} name="id" />
          <RadiosField
            form={p.form}
            name="person"
            label={en.personAsk}
            classes="govuk-radios--small cx-many"
            items={p.people}
          />
          <DayField form={p.form} name="joined" label={en.joinedAsk} />
          <AskedFields form={p.form} asked="asked" agreed="agreed" colleagues={p.colleagues} />
          <RadiosField
            form={p.form}
            name="known"
            label={en.knownAsk}
            hint={en.knownHint}
            items={KNOWN.map(value => ({ value, label: en.knowns[value] }))}
          />
          {!p.isOver && (
            <div class="cx-buttons">
              <Button>{en.addMemberSave}</Button>
            </div>
          )}
        </PostForm>
      )}
    </StaffPage>
  )
}

/** A step of the group: new. */
export function NewGroupStepPage(p: {
  readonly visitor: Visitor
  readonly group: SupportGroup
  readonly form: FormState<GroupStepFields>
  readonly runners: readonly Choosable[]
  /** A colleague ended the group while this was written. */
  readonly isOver: boolean
}): JSX.Element {
  const at = `/support-groups/${p.group.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.addGroupStep} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.addGroupStep} lead={p.group.name} back={{ href: at, text: en.back }} form={p.form} />
      <p>{en.groupStepLead}</p>
      <PostForm action={`${at}/steps/new`} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        <StepFields form={p.form} runners={p.runners} />
        {!p.isOver && (
          <div class="cx-buttons">
            <Button>{en.save}</Button>
          </div>
        )}
      </PostForm>
    </StaffPage>
  )
}

/** A step of the group: how it went, and what is changed of it. */
export function GroupStepPage(p: {
  readonly visitor: Visitor
  readonly group: SupportGroup
  readonly step: GroupStep
  readonly change: FormState<Exclude<GroupStepFields, 'id'>>
  readonly went: FormState<'state' | 'went'>
  readonly runners: readonly Choosable[]
  readonly doer: string
  readonly isStale: boolean
  readonly mayWrite: boolean
}): JSX.Element {
  const { step } = p
  const at = `/support-group-steps/${step.rowId}`
  const hasErrors = p.change.errors.length + p.went.errors.length > 0
  const isOpen = step.state === 'open' && p.mayWrite
  return (
    <StaffPage visitor={p.visitor} title={en.groupStepTitle} current="/groups" hasErrors={hasErrors}>
      <PageHead
        title={en.groupStepTitle}
        lead={p.group.name}
        back={{ href: `/support-groups/${p.group.rowId}`, text: en.back }}
        form={p.change.errors.length > 0 ? p.change : p.went}
      />
      {p.isStale && (
        <StandsNow
          facts={[
            { label: en.what, value: step.what },
            { label: en.who, value: p.doer },
          ]}
        />
      )}
      <p class="cx-lines">{step.what}</p>
      <p>
        <StandsTag state={step.state} /> {p.doer}
      </p>
      {step.went !== '' && <p class="cx-lines">{step.went}</p>}
      {(isOpen || p.went.errors.length > 0) && (
        <>
          <SectionHead>{en.went}</SectionHead>
          <WentForm
            form={p.went}
            action={`${at}/went`}
            version={step.version}
            csrfToken={p.visitor.csrfToken}
            isOver={!isOpen}
          />
        </>
      )}
      {(isOpen || p.change.errors.length > 0) && (
        <Details summary={en.changeStep} open={p.change.errors.length > 0}>
          <PostForm action={at} csrfToken={p.visitor.csrfToken}>
            <input type="hidden" name="version" value={String(step.version)} />
            <StepFields form={p.change} runners={p.runners} />
            {isOpen && (
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.saveChanges}</Button>
              </div>
            )}
          </PostForm>
        </Details>
      )}
    </StaffPage>
  )
}

export function WentForm(p: {
  readonly form: FormState<'state' | 'went'>
  readonly action: string
  readonly version: number
  readonly csrfToken: string
  readonly hint?: string | undefined
  /** It is over by now: what was typed is shown, and cannot be saved. */
  readonly isOver?: boolean
}): JSX.Element {
  return (
    <PostForm action={p.action} csrfToken={p.csrfToken}>
      <input type="hidden" name="version" value={String(p.version)} />
      <RadiosField
        form={p.form}
        name="state"
        label={en.stateAsk}
        classes="govuk-radios--inline"
        items={ENDS.map(value => ({ value, label: stepStates[value] }))}
      />
      <TextareaField form={p.form} name="went" label={en.wentAsk} hint={p.hint ?? en.wentHint} rows={2} />
      {!p.isOver && (
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      )}
    </PostForm>
  )
}
