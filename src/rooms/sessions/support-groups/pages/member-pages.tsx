import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, HiddenField, PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { Choosable } from '../../groups/pages/session-form.tsx'
import { SHARED } from '../forms.ts'
import { canBeShared, isKeptClose, isKnown, isShared } from '../rules.ts'
import {
  LEFT_REASONS,
  type Member,
  type MemberStep,
  type Runner,
  STEP_CLASSES,
  type StepBefore,
  type SupportGroup,
} from '../support-group.ts'
import { en, leftReasons, stepTells } from '../words.ts'
import { WentForm } from './group-forms.tsx'
import { AskedFields, type Names, readersOf, StandsNow, StandsTag, StepFields, Steps } from './shared.tsx'

export type Common = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly today: Day
  readonly names: Names
}
export type LeaveFields = 'left' | 'reason' | 'words'
export type NewStepFields = 'id' | 'what' | 'who' | 'due' | 'tells' | 'shared' | 'asked' | 'agreed'
export type StepFormFields = 'what' | 'who' | 'due' | 'tells'

const firstWith = (...forms: readonly FormState[]) => forms.find(one => one.errors.length > 0) ?? NO_FORM

/** That somebody belongs to a group: their yes, what is done for them there, and how they leave. */
export function MemberPage(
  p: Common & {
    readonly member: Member
    readonly group: SupportGroup
    readonly runners: readonly Runner[]
    readonly steps: readonly MemberStep[]
    readonly colleagues: readonly Choosable[]
    readonly known: FormState<'asked' | 'agreed'>
    readonly leave: FormState<LeaveFields>
    readonly mayWrite: boolean
    /** Whoever knows of it takes a yes back for them. */
    readonly mayTakeBack: boolean
    readonly mayCorrect: boolean
  },
): JSX.Element {
  const { member, group } = p
  const at = `/support-members/${member.rowId}`
  const { csrfToken } = p.visitor
  const nameOf = (id: string) => p.names.get(id) ?? ''
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.memberTitle(group.name)}
      form={firstWith(p.known, p.leave)}
      back={{ href: `/support-groups/${group.rowId}`, text: en.back }}
    >
      <FactList
        facts={[
          { label: en.since, value: formatDay(member.joinedOn) },
          { label: en.agreedLabel, value: en.agreedLine(nameOf(member.askedBy), formatDay(member.agreedOn)) },
          { label: en.knownLabel, value: knownFact(member, nameOf) },
          ...(member.leftOn === null || member.leftReason === null
            ? []
            : [
                {
                  label: en.leftLabel,
                  value: [formatDay(member.leftOn), leftReasons[member.leftReason], member.leftWords]
                    .filter(Boolean)
                    .join(', '),
                },
              ]),
        ]}
      />
      <SectionHead
        aside={
          p.mayWrite && (
            <a class="govuk-link" href={`${at}/steps/new`}>
              {en.addStep}
            </a>
          )
        }
      >
        {en.steps}
      </SectionHead>
      {p.steps.length === 0 ? <p class="cx-quiet">{en.stepsNone}</p> : <OwnSteps {...p} />}
      {p.mayTakeBack && isKnown(member) && (
        <>
          <SectionHead>{en.knownTitle}</SectionHead>
          <p>{en.knownEndText}</p>
          <PostForm action={`${at}/known/end`} csrfToken={csrfToken}>
            <div class="cx-buttons">
              <Button classes="govuk-button--secondary">{en.knownEnd}</Button>
            </div>
          </PostForm>
        </>
      )}
      {((p.mayWrite && !isKnown(member) && !isKeptClose(member)) || p.known.errors.length > 0) && (
        <Details summary={en.knownTitle} open={p.known.errors.length > 0}>
          <p>{en.knownHint}</p>
          <PostForm action={`${at}/known`} csrfToken={csrfToken}>
            <input type="hidden" name="version" value={String(member.version)} />
            <AskedFields form={p.known} asked="asked" agreed="agreed" colleagues={p.colleagues} />
            {p.mayWrite && !isKnown(member) && (
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.knownSave}</Button>
              </div>
            )}
          </PostForm>
        </Details>
      )}
      {(p.mayWrite || p.leave.errors.length > 0) && (
        <Details summary={en.leave} open={p.leave.errors.length > 0}>
          <p>{en.leaveText}</p>
          <PostForm action={`${at}/leave`} csrfToken={csrfToken}>
            <input type="hidden" name="version" value={String(member.version)} />
            <DayField form={p.leave} name="left" label={en.leftOnAsk} />
            <RadiosField
              form={p.leave}
              name="reason"
              label={en.leftReasonAsk}
              classes="govuk-radios--small"
              items={LEFT_REASONS.map(value => ({ value, label: leftReasons[value] }))}
            />
            <TextareaField form={p.leave} name="words" label={en.leftWordsAsk} rows={2} />
            {p.mayWrite && (
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.leave}</Button>
              </div>
            )}
          </PostForm>
        </Details>
      )}
      {p.mayCorrect && (
        <WrongPerson href={`/people/${member.personId}/misfiled/group-member/${member.rowId}`} about={group.name} />
      )}
    </FramedPage>
  )
}

function knownFact(member: Member, nameOf: (id: string) => string): string {
  if (isKeptClose(member)) return en.keptClose
  if (member.knownAgreedOn === null || member.knownAskedBy === null) return en.knownNever
  if (member.knownEndedOn !== null) return en.knownTakenBack(formatDay(member.knownEndedOn))
  return en.agreedLine(nameOf(member.knownAskedBy), formatDay(member.knownAgreedOn))
}

function OwnSteps(p: Common & { readonly steps: readonly MemberStep[]; readonly runners: readonly Runner[] }) {
  return (
    <Steps
      caption={en.steps}
      steps={p.steps}
      names={p.names}
      runners={new Set(p.runners.map(one => one.accountId))}
      today={p.today}
      hrefOf={one => `/support-steps/${one.rowId}`}
      readers={readersOf}
      hasDied={p.frame.person.diedOn !== null}
    />
  )
}

function WrongPerson(p: { readonly href: string; readonly about: string }): JSX.Element {
  return (
    <p>
      <a class="govuk-link cx-quiet" href={p.href}>
        {en.wrongPerson}
        <span class="govuk-visually-hidden"> {p.about}</span>
      </a>
    </p>
  )
}

function TellsField(p: { readonly form: FormState<'tells'>; readonly mayKeepClose: boolean }): JSX.Element {
  return (
    <SelectField
      form={p.form}
      name="tells"
      label={en.tellsStepAsk}
      hint={en.tellsStepHint}
      items={STEP_CLASSES.filter(bit => bit !== 4096 || p.mayKeepClose).map(bit => ({
        value: String(bit),
        label: stepTells[String(bit)] ?? '',
      }))}
    />
  )
}

/** A step for them, with their agreement to it where it tells of something private: all of it on one page. */
export function NewStepPage(
  p: Omit<Common, 'names' | 'today'> & {
    readonly member: Member
    readonly group: SupportGroup
    readonly form: FormState<NewStepFields>
    readonly runners: readonly Choosable[]
    readonly mayKeepClose: boolean
    /** A colleague ended it while this was written. */
    readonly isOver: boolean
  },
): JSX.Element {
  const at = `/support-members/${p.member.rowId}`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.addStep}
      form={p.form}
      back={{ href: at, text: en.memberTitle(p.group.name) }}
    >
      <p>{en.stepLead}</p>
      <PostForm action={`${at}/steps/new`} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        <StepFields form={p.form} runners={p.runners} />
        <TellsField form={p.form} mayKeepClose={p.mayKeepClose} />
        <RadiosField
          form={p.form}
          name="shared"
          label={en.sharedAsk}
          hint={en.sharedHint}
          items={SHARED.map(value => ({ value, label: en.shareds[value] }))}
        />
        <AskedFields form={p.form} asked="asked" agreed="agreed" colleagues={p.runners} mayBeNobody />
        {!p.isOver && (
          <div class="cx-buttons">
            <Button>{en.save}</Button>
          </div>
        )}
      </PostForm>
    </FramedPage>
  )
}

/** A step for them: how it went, whether everybody who runs the group reads it, what is changed, and what it said before. */
export function StepPage(
  p: Common & {
    readonly step: MemberStep
    /** Where the reader may know of it. */
    readonly group: SupportGroup | undefined
    readonly before: readonly StepBefore[]
    readonly runners: readonly Choosable[]
    readonly change: FormState<StepFormFields>
    readonly went: FormState<'state' | 'went'>
    readonly share: FormState<'asked' | 'agreed'>
    readonly mayWrite: boolean
    readonly mayTakeBack: boolean
    readonly mayCorrect: boolean
    readonly mayKeepClose: boolean
    readonly isStale: boolean
  },
): JSX.Element {
  const { step } = p
  const at = `/support-steps/${step.rowId}`
  const { csrfToken } = p.visitor
  const nameOf = (id: string) => p.names.get(id) ?? ''
  const isOpen = p.mayWrite && step.state === 'open'
  const mayShare = p.mayWrite && canBeShared(step) && !isShared(step)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.stepTitle}
      form={firstWith(p.went, p.change, p.share)}
      back={
        p.group
          ? { href: `/support-members/${step.memberId}`, text: en.memberTitle(p.group.name) }
          : { href: `/people/${step.personId}/support-groups`, text: en.onRecord }
      }
    >
      {p.isStale && (
        <StandsNow
          facts={[
            { label: en.what, value: step.what },
            { label: en.who, value: nameOf(step.accountId) },
            { label: en.by, value: formatDay(step.dueOn) },
          ]}
        />
      )}
      <p class="cx-lines">{step.what}</p>
      <FactList
        facts={[
          { label: en.stands, value: <StandsTag state={step.state} hasDied={p.frame.person.diedOn !== null} /> },
          { label: en.who, value: nameOf(step.accountId) },
          { label: en.by, value: formatDay(step.dueOn) },
          ...(step.went === '' ? [] : [{ label: en.wentLabel, value: step.went }]),
          { label: en.tellsOf, value: stepTells[String(step.classBit)] ?? '' },
          { label: en.readers, value: readersOf(step) },
        ]}
      />
      {(isOpen || p.went.errors.length > 0) && (
        <>
          <SectionHead>{en.went}</SectionHead>
          <WentForm
            form={p.went}
            action={`${at}/went`}
            version={step.version}
            csrfToken={csrfToken}
            hint={isShared(step) ? en.wentApart : undefined}
            isOver={!isOpen}
          />
        </>
      )}
      {(isOpen || p.change.errors.length > 0) && (
        <Details summary={en.changeStep} open={p.change.errors.length > 0}>
          {isShared(step) && <p>{en.wordsEndAgreement}</p>}
          <PostForm action={at} csrfToken={csrfToken}>
            <input type="hidden" name="version" value={String(step.version)} />
            <StepFields form={p.change} runners={p.runners} />
            <TellsField form={p.change} mayKeepClose={p.mayKeepClose} />
            {isOpen && (
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.saveChanges}</Button>
              </div>
            )}
          </PostForm>
        </Details>
      )}
      {p.mayTakeBack && isShared(step) && (
        <PostForm action={`${at}/apart`} csrfToken={csrfToken}>
          <div class="cx-buttons">
            <Button classes="govuk-button--secondary">{en.unshare}</Button>
          </div>
        </PostForm>
      )}
      {(mayShare || p.share.errors.length > 0) && (
        <Details summary={en.share} open={p.share.errors.length > 0}>
          <PostForm action={`${at}/agreed`} csrfToken={csrfToken}>
            <input type="hidden" name="version" value={String(step.version)} />
            <AskedFields form={p.share} asked="asked" agreed="agreed" colleagues={p.runners} />
            {mayShare && (
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.shareSave}</Button>
              </div>
            )}
          </PostForm>
        </Details>
      )}
      {p.before.length > 0 && (
        <Details summary={en.before}>
          <ul class="govuk-list">
            {p.before.map(one => (
              <li>
                <span class="cx-lines">{one.what}</span>{' '}
                <span class="cx-quiet">
                  {nameOf(one.accountId)}, {formatDay(one.dueOn)}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {p.mayCorrect && (
        <WrongPerson href={`/people/${step.personId}/misfiled/group-step/${step.rowId}`} about={step.what} />
      )}
    </FramedPage>
  )
}
