import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import {
  type Letter,
  type LetterKind,
  type LetterLine,
  type LetterReason,
  type LetterState,
  type Part,
} from './letter.ts'
import { areWordsHidden, type PrintTrouble } from './rules.ts'
import { en, kinds, parts, printTroubles, reasons, states } from './words.ts'

const TONES: Readonly<Record<LetterState, 'note' | 'good' | 'quiet'>> = {
  draft: 'note',
  signed: 'good',
  withdrawn: 'quiet',
}
const nameOf = ({ person }: PersonFrame) => `${person.given} ${person.family}`

/** What was written for somebody, and the way to write another. */
export function LettersPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly letters: readonly Letter[]
  readonly mayWrite: boolean
  readonly isProtected: boolean
  readonly today: Day
}): JSX.Element {
  const write = p.mayWrite && (
    <div class="cx-buttons">
      <Button href={`/people/${p.frame.person.id}/letters/new`}>{en.write}</Button>
    </div>
  )
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.listTitle(nameOf(p.frame))} form={NO_FORM}>
      <p>{en.listLead}</p>
      {write}
      {p.letters.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.listTitle(nameOf(p.frame))}
          rows={p.letters}
          columns={[
            {
              key: 'kind',
              heading: en.kind,
              cell: one => (
                <a class="govuk-link" href={`/letters/${one.rowId}`}>
                  {kinds[one.kind]}
                </a>
              ),
            },
            {
              key: 'to',
              heading: en.toWhom,
              cell: one => (areWordsHidden(one, p.isProtected) ? en.hidden : one.toWhom),
              phone: { lead: true },
            },
            {
              key: 'state',
              heading: en.state,
              cell: one => <StatusTag kind={TONES[one.state]}>{states[one.state]}</StatusTag>,
            },
            {
              key: 'day',
              heading: en.day,
              tight: true,
              cell: one => shortDay(one.writtenOn, p.today),
              phone: { label: en.day },
            },
          ]}
        />
      )}
    </FramedPage>
  )
}

/** Choosing what a letter tells. */
export function LetterFormPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  /** Undefined for a new one. */
  readonly letter: Letter | undefined
  readonly form: FormState
  /** What is on record to be told, and the reasons the writer may know of. */
  readonly parts: readonly Part[]
  readonly kinds: readonly LetterKind[]
  readonly reasons: readonly LetterReason[]
  readonly isProtected: boolean
}): JSX.Element {
  const { form, letter } = p
  const here = letter === undefined ? `/people/${p.frame.person.id}/letters/new` : `/letters/${letter.rowId}/change`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={letter === undefined ? en.newTitle(nameOf(p.frame)) : en.changeTitle}
      form={form}
      back={{ href: `/people/${p.frame.person.id}/letters`, text: en.toList }}
    >
      <p>{en.newLead}</p>
      {p.isProtected && <p>{en.protectedNote}</p>}
      <PostForm action={here} csrfToken={p.visitor.csrfToken}>
        {letter !== undefined && <input type="hidden" name="version" value={String(letter.version)} />}
        <RadiosField
          form={form}
          name="kind"
          label={en.kindAsk}
          items={p.kinds.map(value => ({ value, label: kinds[value] }))}
        />
        <TextField form={form} name="to-whom" label={en.toWhomAsk} hint={en.toWhomHint} autocomplete="off" />
        {p.parts.length === 0 ? (
          <p>{en.tellsNone}</p>
        ) : (
          <CheckboxesField
            form={form}
            name="tells"
            label={en.tellsAsk}
            classes="govuk-checkboxes--small"
            items={p.parts.map(value => ({ value, label: parts[value] }))}
          />
        )}
        <RadiosField
          form={form}
          name="reason"
          label={en.reasonAsk}
          hint={en.reasonHint}
          classes="govuk-radios--small"
          items={[{ value: '', label: en.noReason }, ...p.reasons.map(value => ({ value, label: reasons[value] }))]}
        />
        <TextareaField form={form} name="known-how" label={en.knownAsk} hint={en.knownHint} rows={2} />
        <TextareaField form={form} name="words" label={en.wordsAsk} hint={en.wordsHint} rows={4} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** A line as it may be shown: what must not be is said to be there. */
export type ShownLine = { readonly text: string; readonly isHidden: boolean }

/** One letter: what it says, and what can be done with it. */
export function LetterPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly letter: Letter
  readonly lines: readonly ShownLine[]
  /** Whether to whom it was, and what was said in free words, is not shown. */
  readonly areWordsHidden: boolean
  /** Of a draft: the stamp of what is shown. */
  readonly shown: string
  readonly printTrouble: PrintTrouble | undefined
  readonly names: ReadonlyMap<string, string>
  readonly hasDied: boolean
  readonly mayCorrect: boolean
  readonly form: FormState
  readonly typed: 'sign' | 'withdraw' | undefined
}): JSX.Element {
  const { letter } = p
  const here = `/letters/${letter.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: letter.version }
  const sign = p.typed === 'sign' ? p.form : NO_FORM
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.page(kinds[letter.kind], nameOf(p.frame))}
      form={p.form}
      back={{ href: `/people/${letter.personId}/letters`, text: en.toList }}
    >
      <SideColumn side={<Facts {...p} />}>
        <SectionHead>{en.saysHead}</SectionHead>
        <Says toWhom={p.areWordsHidden ? en.hidden : letter.toWhom} lines={p.lines} />
        {letter.state === 'signed' && (
          <>
            {p.printTrouble === undefined ? (
              <div class="cx-buttons">
                <Button href={`${here}/print`}>{en.print}</Button>
              </div>
            ) : (
              <p>{printTroubles[p.printTrouble]}</p>
            )}
          </>
        )}
        {letter.state === 'draft' && !p.hasDied && (
          <>
            <SectionHead>{en.signHead}</SectionHead>
            <p>{en.signText}</p>
            <StepForm {...sending} action={`${here}/sign`} button={en.sign}>
              <input type="hidden" name="shown" value={p.shown} />
              <RadiosField
                form={sign}
                name="agreed"
                label={en.agreedAsk}
                items={[
                  { value: 'yes', label: en.agreedYes },
                  { value: 'no', label: en.agreedNo },
                ]}
              />
            </StepForm>
            <p>
              <a class="govuk-link" href={`${here}/change`}>
                {en.change}
              </a>
            </p>
          </>
        )}
        {letter.state !== 'withdrawn' && (
          <StepBehind
            {...sending}
            action={`${here}/withdraw`}
            summary={en.withdraw}
            button={en.withdraw}
            open={p.typed === 'withdraw'}
          >
            <TextareaField form={p.typed === 'withdraw' ? p.form : NO_FORM} name="why" label={en.whyAsk} rows={2} />
          </StepBehind>
        )}
        {letter.why !== '' && (
          <>
            <SectionHead>{en.whyHead}</SectionHead>
            <p class="cx-lines">{p.areWordsHidden ? en.hidden : letter.why}</p>
          </>
        )}
      </SideColumn>
    </FramedPage>
  )
}

function Says(p: { readonly toWhom: string; readonly lines: readonly ShownLine[] }): JSX.Element {
  return (
    <>
      <p>{en.dear(p.toWhom)}</p>
      {p.lines.map(line => (
        <p class="cx-lines">{line.isHidden ? en.hidden : line.text}</p>
      ))}
    </>
  )
}

function Facts(p: Parameters<typeof LetterPage>[0]): JSX.Element {
  const { letter } = p
  const link = (href: string, text: string) => (
    <p>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </p>
  )
  return (
    <>
      <SectionHead>{en.state}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.now, value: <StatusTag kind={TONES[letter.state]}>{states[letter.state]}</StatusTag> },
          {
            label: en.signedBy,
            value:
              letter.signedName === null || letter.signedOn === null
                ? en.notSigned
                : en.signedLine(letter.signedName, formatDay(letter.signedOn)),
          },
          {
            label: en.writtenBy,
            value: en.signedLine(p.names.get(letter.writtenBy) ?? '', formatDay(letter.writtenOn)),
          },
          ...(letter.reason === null
            ? []
            : [
                { label: en.reasonHead, value: reasons[letter.reason] },
                {
                  label: en.knownHead,
                  value: <span class="cx-lines">{p.areWordsHidden ? en.hidden : letter.knownHow}</span>,
                },
              ]),
        ]}
      />
      {link(`/people/${letter.personId}`, en.toRecord)}
      {p.mayCorrect && link(`/people/${letter.personId}/misfiled/letter/${letter.rowId}`, en.wrongPerson)}
    </>
  )
}

/** A signed letter on paper: exactly as it was signed. */
export function PrintPage(p: {
  readonly visitor: Visitor
  readonly letter: Letter
  readonly lines: readonly LetterLine[]
}): JSX.Element {
  const { letter } = p
  const title = en.heading(kinds[letter.kind])
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={letter.personId}>
      <BackLink href={`/letters/${letter.rowId}`}>{en.toLetter}</BackLink>
      <div class="cx-copy">
        <p class="cx-copy__note">{en.printNote}</p>
        <p>{letter.signedFor}</p>
        <p>{letter.signedOn === null ? '' : formatDay(letter.signedOn)}</p>
        <p>{en.dear(letter.toWhom)}</p>
        <h1 class="govuk-heading-l">{title}</h1>
        {p.lines.map(line => (
          <p class="cx-lines">{line.text}</p>
        ))}
        <h2>{en.signature}</h2>
        <p>{letter.signedName}</p>
        {letter.signedTitle !== '' && <p>{letter.signedTitle}</p>}
        <p>{letter.signedFor}</p>
        <p>{en.reference(letter.rowId.slice(-12))}</p>
      </div>
    </StaffPage>
  )
}
