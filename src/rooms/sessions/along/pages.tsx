import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, RadiosField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList } from '#web/shell/layout.tsx'
import { type StatusKind, StatusTag } from '#web/shell/status-tag.tsx'
import type { Appointment } from '../diary/appointment.ts'
import { meetingFact } from '../diary/pages/appointment-pages.tsx'
import { diary as diaryWords } from '../diary/words.ts'
import { purposes } from '../words.ts'
import { ALONG_ANSWERS, type AlongLine, type Candidate, type Companion, type There } from './companion.ts'
import { alongAnswers, alongStates, en } from './words.ts'

/** Who may be asked, and who is already, as the form that arranges offers them. */
export type Offered = {
  readonly candidates: readonly Candidate[]
  /** Who goes as it stands; empty for a new meeting, and where one goes alone. */
  readonly lines: readonly AlongLine[]
  /** Whether an alert asks for two. */
  readonly isForTwo: boolean
}

/** How somebody stands to a meeting: what they said, or that they can come no more. */
const standing = (one: AlongLine) => (one.isAble ? alongStates[one.state] : en.unable)

/** Who may be named: those who stand round the young person, and whoever is asked already, each once. */
export function offeredIds({ candidates, lines }: Offered): Candidate['accountId'][] {
  const asked = lines.filter(one => one.state !== 'arranged').map(one => one.accountId)
  const arranged = new Set(lines.filter(one => one.state === 'arranged').map(one => one.accountId))
  return [...new Set([...asked, ...candidates.map(one => one.accountId).filter(one => !arranged.has(one))])]
}

/** Colleagues who come along: those who stand round the young person, and what those who are asked have answered. */
export function AlongField(p: { readonly form: FormState<'along'>; readonly offered: Offered }): JSX.Element {
  const { candidates, lines } = p.offered
  const ids = offeredIds(p.offered)
  if (ids.length === 0) return <p class="cx-quiet">{en.alongNobody}</p>
  const items = ids.map(id => {
    const line = lines.find(one => one.accountId === id)
    const candidate = candidates.find(one => one.accountId === id)
    const hint = [line && standing(line), line?.words, candidate?.there].filter(Boolean).join('. ')
    return { value: id, label: line?.name ?? candidate?.name ?? '', ...(hint === '' ? {} : { hint }) }
  })
  return (
    <>
      {p.offered.isForTwo && (
        <Alert kind="care" kindWord="Care" first={en.forTwo}>
          {en.forTwoText}
        </Alert>
      )}
      <CheckboxesField
        form={p.form}
        name="along"
        label={en.along}
        hint={en.alongHint}
        classes="govuk-checkboxes--small"
        items={items}
      />
    </>
  )
}

/** Who goes to a meeting and how each stands to it; nothing where one goes alone. */
export function alongFacts(lines: readonly AlongLine[] | undefined): { label: string; value: JSX.Element }[] {
  if (lines === undefined || lines.length === 0) return []
  const value = (
    <ul class="govuk-list">
      {lines.map(one => (
        <li>
          {one.name} <StatusTag kind={tagOf(one)}>{standing(one)}</StatusTag>
          {one.words !== '' && <div class="cx-quiet">{one.words}</div>}
        </li>
      ))}
    </ul>
  )
  return [{ label: en.whoComes, value }]
}

function tagOf(one: AlongLine): StatusKind {
  if (!one.isAble || one.state === 'cannot') return 'late'
  if (one.state === 'asked') return 'care'
  return one.state === 'coming' ? 'good' : 'note'
}

/** The same in words, for a page without tags. */
export function alongWordsOf(lines: readonly AlongLine[] = []): string {
  return lines.map(one => `${one.name} (${standing(one).toLowerCase()})`).join(', ')
}

/** In a row of a list: with whom one goes, of those who may come still; of whoever cannot, that. */
export function AlongLines(p: {
  readonly lines: readonly AlongLine[] | undefined
  /** Whose list it is. */
  readonly but: string
}): JSX.Element | null {
  const others = (p.lines ?? []).filter(one => one.accountId !== p.but)
  if (others.length === 0) return null
  return (
    <div class="cx-quiet">
      {en.withNames(
        others.map(one => (one.state === 'arranged' ? one.name : `${one.name} (${standing(one).toLowerCase()})`)),
      )}
    </div>
  )
}

/** Those who were to go, with how each stands to the meeting. */
export function thereOf(lines: readonly AlongLine[]): There[] {
  return lines.map(one => ({ accountId: one.accountId, name: one.name, hint: standing(one) }))
}

/** Who of the colleagues was there, of those who can be named. */
export function WereThereField(p: {
  readonly form: FormState<'there'>
  readonly others: readonly There[]
}): JSX.Element | null {
  if (p.others.length === 0) return null
  return (
    <CheckboxesField
      form={p.form}
      name="there"
      label={en.wereThere}
      hint={en.wereThereHint}
      classes="govuk-checkboxes--small"
      items={p.others.map(one => ({ value: one.accountId, label: one.name, ...(one.hint && { hint: one.hint }) }))}
    />
  )
}

/** That one is asked to come along: what it is, who goes, and the answer. */
export function AnswerPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<'answer' | 'words' | 'both'>
  readonly known: Appointment
  readonly own: Companion
  readonly lines: readonly AlongLine[]
  /** Whether something else stands in the visitor's diary then. */
  readonly isBusy: boolean
  /** What was sent is of a version that is no longer so. */
  readonly isStale: boolean
}): JSX.Element {
  const { known } = p
  const arranged = p.lines.find(one => one.state === 'arranged')
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.asked}
      form={p.form}
      back={{ href: `/appointments/${known.rowId}`, text: diaryWords.backToMeeting }}
    >
      {p.isStale && <Alert kind="care" kindWord="Care" first={en.notAnyMore} />}
      {arranged && <p>{en.askedText(arranged.name)}</p>}
      <FactList
        facts={[
          meetingFact(known),
          { label: diaryWords.purpose, value: known.aim || purposes[known.purpose] },
          ...alongFacts(p.lines),
        ]}
      />
      <PostForm action={`/appointments/${known.rowId}/along`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.own.version)} />
        <RadiosField
          form={p.form}
          name="answer"
          label={en.answer}
          items={ALONG_ANSWERS.map(value => ({ value, label: alongAnswers[value] }))}
        />
        <TextField form={p.form} name="words" label={en.answerWords} autocomplete="off" />
        {p.isBusy && (
          <CheckboxesField
            form={p.form}
            name="both"
            label={diaryWords.clashes}
            items={[{ value: 'yes', label: diaryWords.keepBoth }]}
          />
        )}
        <Button>{en.answerSave}</Button>
      </PostForm>
    </FramedPage>
  )
}
