import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { StepBehind } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { HARMLESS } from '#web/govuk/exit-this-page.tsx'
import { EmptyState, FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { editionOf } from './bank.ts'
import type { Done, Exercise } from './exercise.ts'
import { en, how } from './words.ts'

/** What can be done together, and what they did: in their words. */
export function ExercisesPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly bank: readonly Exercise[]
  readonly done: readonly Done[]
  readonly names: ReadonlyMap<string, string>
  readonly mayCorrect: boolean
  readonly form: FormState
}): JSX.Element {
  const { person } = p.frame
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title(person.given)} form={p.form}>
      <p>{en.lead}</p>
      <SideColumn side={person.diedOn === null ? <Bank {...p} /> : null}>
        <SectionHead>{en.done}</SectionHead>
        {p.done.length === 0 && <EmptyState title={en.none}>{en.noneText}</EmptyState>}
        {p.done.map(one => (
          <OneDone {...p} one={one} />
        ))}
      </SideColumn>
    </FramedPage>
  )
}

function Bank(p: { readonly frame: PersonFrame; readonly bank: readonly Exercise[] }): JSX.Element {
  return (
    <>
      <SectionHead>{en.bank}</SectionHead>
      <p class="cx-quiet">{en.turn}</p>
      <ul class="govuk-list">
        {p.bank.map(one => (
          <li>
            <a class="govuk-link" href={`/people/${p.frame.person.id}/exercises/${one.code}`}>
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function OneDone(p: Omit<Parameters<typeof ExercisesPage>[0], 'done'> & { readonly one: Done }): JSX.Element {
  const { one } = p
  const edition = editionOf(one.exercise, one.edition)
  const title = edition?.title ?? ''
  const said = (edition?.questions ?? []).filter(q => one.answers[q.code] !== undefined)
  return (
    <section class="cx-card" aria-label={title}>
      <p>
        <strong>{title}</strong>
        <br />
        <span class="cx-quiet">{en.doneLine(formatDay(one.doneOn), how[one.how], p.names.get(one.withId) ?? '')}</span>
      </p>
      {one.state === 'out' ? (
        <p>{en.isOut}</p>
      ) : (
        <>
          <FactList
            stacked
            facts={said.map(q => ({ label: q.ask, value: <span class="cx-lines">“{one.answers[q.code]}”</span> }))}
          />
          {one.entryId !== null && (
            <p>
              {en.inFile}{' '}
              <a class="govuk-link" href={`/people/${one.personId}/plan/file`}>
                {en.toFile}
              </a>
            </p>
          )}
          {p.frame.person.diedOn === null && one.entryId === null && p.frame.seen.has('plan') && (
            <StepBehind
              action={`/exercises/${one.rowId}/file`}
              csrfToken={p.visitor.csrfToken}
              version={one.version}
              summary={en.file}
              button={en.fileSure}
              open={false}
            >
              <p>{en.fileText}</p>
            </StepBehind>
          )}
          {p.frame.person.diedOn === null && (
            <StepBehind
              action={`/exercises/${one.rowId}/out`}
              csrfToken={p.visitor.csrfToken}
              version={one.version}
              summary={en.takeOut}
              button={en.takeOutSure}
              open={false}
            >
              <p>{en.takeOutText}</p>
            </StepBehind>
          )}
        </>
      )}
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${one.personId}/misfiled/exercise/${one.rowId}`}>
            {en.wrongPerson}
            <span class="govuk-visually-hidden">{en.wrongPersonOf(title)}</span>
          </a>
        </p>
      )}
    </section>
  )
}

type Own = { readonly visitor: Visitor; readonly frame: PersonFrame }
const backOf = ({ frame }: Own) => `/people/${frame.person.id}/exercises`
const worriedOf = ({ frame }: Own) => ({ href: `/concerns/new?about=${frame.person.id}`, text: en.worried })

/** An exercise, on the adviser's screen turned to them: nothing of the record stands on it. */
export function ExercisePage(p: Own & { readonly exercise: Exercise; readonly form: FormState }): JSX.Element {
  const { exercise, form } = p
  return (
    <YoungPage
      language="en"
      title={exercise.title}
      hasErrors={form.errors.length > 0}
      head={
        <>
          <h1>{exercise.title}</h1>
          <p>{`${en.forName(p.frame.person.given, exercise.lead)} ${en.leaveOut}`}</p>
        </>
      }
      leaveHref={HARMLESS}
      worried={worriedOf(p)}
    >
      <ErrorSummaryOf form={form} />
      <PostForm action={`${backOf(p)}/${exercise.code}`} csrfToken={p.visitor.csrfToken}>
        {exercise.questions.map(q => (
          <TextareaField
            form={form}
            name={q.code}
            label={q.ask}
            {...(q.hint === undefined ? {} : { hint: q.hint })}
            rows={3}
          />
        ))}
        <RadiosField
          form={form}
          name="written-how"
          label={en.howAsk}
          items={[
            { value: 'own-hands', label: en.howHands },
            { value: 'said', label: en.howSaid },
          ]}
        />
        <p>{en.reads}</p>
        <Button>{en.keep}</Button>
      </PostForm>
      <p>
        <a class="govuk-link" href={backOf(p)}>
          {en.back}
        </a>
      </p>
    </YoungPage>
  )
}

/** It is kept: they give the screen back. */
export function ThanksPage(p: Own): JSX.Element {
  return (
    <YoungPage
      language="en"
      title={en.thanks}
      head={
        <>
          <h1>{en.thanks}</h1>
          <p>{en.thanksText}</p>
        </>
      }
      leaveHref={HARMLESS}
      worried={worriedOf(p)}
    >
      <PlainCard>
        <p>
          <a class="govuk-link" href={backOf(p)}>
            {en.back}
          </a>
        </p>
      </PlainCard>
    </YoungPage>
  )
}
