import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Choosable } from '../../groups/pages/session-form.tsx'
import { inOrder, isKeptClose, isShared } from '../rules.ts'
import type { GroupStep, MemberStep, StepState } from '../support-group.ts'
import { en, stepStates, stepTells } from '../words.ts'

export type Names = ReadonlyMap<string, string>

/** Somebody else saved in between: both stand, nothing is lost. */
export function StandsNow(p: { readonly facts: readonly { label: string; value: string }[] }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={`${en.standsNow}.`}>
        {en.stale}
      </Alert>
      <FactList facts={p.facts} />
    </>
  )
}

/** @param p.hasDied nothing is to be done any more for somebody who has died */
export function StandsTag({ state, hasDied }: { readonly state: StepState; readonly hasDied?: boolean }): JSX.Element {
  if (hasDied && state === 'open') return <StatusTag kind="quiet">{en.wasOpen}</StatusTag>
  return (
    <StatusTag kind={state === 'open' ? 'note' : state === 'done' ? 'good' : 'quiet'}>{stepStates[state]}</StatusTag>
  )
}

/** Who asked them and when they said yes, wherever a yes is written down. */
export function AskedFields<Name extends string>(p: {
  readonly form: FormState<Name>
  readonly asked: NoInfer<Name>
  readonly agreed: NoInfer<Name>
  readonly colleagues: readonly Choosable[]
  readonly mayBeNobody?: boolean
}): JSX.Element {
  return (
    <>
      <SelectField
        form={p.form}
        name={p.asked}
        label={en.askedAsk}
        items={p.colleagues}
        {...(p.mayBeNobody ? { empty: '' } : {})}
      />
      <DayField form={p.form} name={p.agreed} label={en.agreedAsk} />
    </>
  )
}

/** What is to be done, by whom and by when. */
export function StepFields<Name extends string>(p: {
  readonly form: FormState<Name | 'what' | 'who' | 'due'>
  readonly runners: readonly Choosable[]
}): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="what" label={en.whatAsk} rows={2} />
      <SelectField form={p.form} name="who" label={en.doerAsk} empty="" items={p.runners} />
      <DayField form={p.form} name="due" label={en.dueAsk} />
    </>
  )
}

/** By whom a step of theirs is read, in a few words. */
export function readersOf(step: MemberStep): string {
  if (isKeptClose(step)) return en.readClose
  if (step.classBit === 64) return en.readAll
  if (isShared(step) && step.sharedAgreedOn !== null) return en.readShared(formatDay(step.sharedAgreedOn))
  return en.readApart(stepTells[String(step.classBit)] ?? '')
}

/** Steps with who does them and how they stand, open ones first. */
export function Steps<Step extends GroupStep | MemberStep>(p: {
  readonly caption: string
  readonly steps: readonly Step[]
  readonly names: Names
  /** Who runs the group now; undefined where the reader is not told. */
  readonly runners?: ReadonlySet<AccountId> | undefined
  readonly today: Day
  readonly hrefOf: (step: Step) => string | undefined
  /** Whose each is, where several stand together. */
  readonly whose?: (step: Step) => string
  readonly readers?: (step: Step) => string
  readonly hasDied?: boolean
}): JSX.Element {
  const { whose, readers } = p
  return (
    <DataTable
      caption={p.caption}
      rows={inOrder(p.steps)}
      columns={[
        { key: 'what', heading: en.what, wide: true, cell: one => <What of={one} href={p.hrefOf(one)} /> },
        ...(whose
          ? [{ key: 'whose', heading: en.forWhom, phone: { label: en.forWhom }, cell: (one: Step) => whose(one) }]
          : []),
        {
          key: 'who',
          heading: en.who,
          phone: { label: en.who },
          cell: one => {
            const isGone = one.state === 'open' && p.runners !== undefined && !p.runners.has(one.accountId)
            return (
              <>
                {p.names.get(one.accountId) ?? ''}
                {isGone && <span class="cx-quiet"> ({en.noMoreRuns})</span>}
              </>
            )
          },
        },
        {
          key: 'by',
          heading: en.by,
          tight: true,
          phone: { label: en.by },
          cell: one => shortDay(one.dueOn, p.today),
        },
        {
          key: 'stands',
          heading: en.stands,
          tight: true,
          cell: one => <StandsTag state={one.state} hasDied={p.hasDied === true} />,
        },
        ...(readers
          ? [{ key: 'readers', heading: en.readers, phone: { label: en.readers }, cell: (one: Step) => readers(one) }]
          : []),
      ]}
    />
  )
}

function What(p: { readonly of: GroupStep | MemberStep; readonly href: string | undefined }): JSX.Element {
  return (
    <>
      {p.href === undefined ? (
        p.of.what
      ) : (
        <a class="govuk-link" href={p.href}>
          {p.of.what}
        </a>
      )}
      {p.of.went !== '' && <div class="cx-quiet cx-lines">{p.of.went}</div>}
    </>
  )
}
