import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepBehind } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, factsSaid, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type ApplicationStep, LEVELS, type PlaceApplication, STEPS, WAYS } from '../application.ts'
import { nextSteps } from '../rules.ts'
import { en, levels, saidBy, steps, ways } from '../words.ts'
import { TONES, WhoSaid } from './record-page.tsx'

type Names = ReadonlyMap<string, string>
export type Offered = {
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly autumns: readonly number[]
}

const back = (personId: string) => ({ href: `/people/${personId}/applications`, text: en.backTo })

/** Writes down an application. */
export function AddPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly offered: Offered
}): JSX.Element {
  const { id } = p.frame.person
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.add} form={p.form} back={back(id)}>
      <p>{en.addLead}</p>
      <PostForm action={`/people/${id}/applications/new`} csrfToken={p.visitor.csrfToken}>
        <WantedFields form={p.form} offered={p.offered} />
        <RadiosField
          form={p.form}
          name="step"
          label={en.stepAsk}
          classes="govuk-radios--small"
          items={STEPS.map(value => ({ value, label: steps[value] }))}
        />
        <WhoSaid form={p.form} dayLabel={en.dayAsk} />
        <TextareaField form={p.form} name="words" label={en.wordsAsk} hint={en.wordsHint} rows={2} />
        <Button>{en.save}</Button>
      </PostForm>
    </FramedPage>
  )
}

/** Puts right what one is for. */
export function ChangePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly offered: Offered
  readonly application: PlaceApplication
}): JSX.Element {
  const here = `/place-applications/${p.application.rowId}`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.changeTitle}
      form={p.form}
      back={{ href: here, text: en.applicationTo(p.application.place) }}
    >
      <p>{en.changeHint}</p>
      <PostForm action={`${here}/change`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.application.version)} />
        <WantedFields form={p.form} offered={p.offered} />
        <Button>{en.save}</Button>
      </PostForm>
    </FramedPage>
  )
}

function WantedFields(p: { readonly form: FormState; readonly offered: Offered }): JSX.Element {
  const { form, offered } = p
  return (
    <>
      <SelectField
        form={form}
        name="place"
        label={en.placeAsk}
        empty={en.placeNot}
        items={offered.places.map(one => ({ value: one.id, label: one.name }))}
      />
      <TextField form={form} name="place-words" label={en.placeWordsAsk} autocomplete="off" />
      <TextField form={form} name="course" label={en.courseAsk} autocomplete="off" />
      <SelectField
        form={form}
        name="level"
        label={en.levelAsk}
        empty={en.levelNot}
        items={LEVELS.map(value => ({ value, label: levels[value] }))}
      />
      <RadiosField
        form={form}
        name="way"
        label={en.wayAsk}
        classes="govuk-radios--small"
        items={WAYS.map(value => ({ value, label: ways[value] }))}
      />
      <RadiosField
        form={form}
        name="autumn"
        label={en.autumnAsk}
        classes="govuk-radios--small"
        items={offered.autumns.map(year => ({ value: String(year), label: en.autumnOf(year) }))}
      />
    </>
  )
}

/** One application: where it stands, what happened, and what may be said next. */
export function ApplicationPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly application: PlaceApplication
  readonly steps: readonly ApplicationStep[]
  readonly mayMove: boolean
  readonly mayTakeBack: boolean
  readonly mayCorrect: boolean
  readonly names: Names
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const { application } = p
  const here = `/place-applications/${application.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: application.version }
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.applicationTo(application.place)}
      form={p.form}
      back={back(application.personId)}
    >
      <SideColumn side={<Facts {...p} />}>
        {p.mayMove && (
          <>
            <SectionHead>{en.next}</SectionHead>
            <PostForm action={`${here}/step`} csrfToken={p.visitor.csrfToken}>
              <input type="hidden" name="version" value={String(application.version)} />
              <RadiosField
                form={p.form}
                name="step"
                label={en.stepAsk}
                classes="govuk-radios--small"
                items={nextSteps(application.state).map(value => ({ value, label: steps[value] }))}
              />
              <WhoSaid form={p.form} dayLabel={en.dayAsk} />
              <TextareaField form={p.form} name="words" label={en.wordsAsk} hint={en.wordsHint} rows={2} />
              <Button>{en.addStep}</Button>
            </PostForm>
          </>
        )}
        <SectionHead>{en.history}</SectionHead>
        <DataTable
          caption={en.history}
          rows={p.steps.toReversed()}
          columns={[
            {
              key: 'step',
              heading: en.step,
              cell: one => (one.takenBackAt === null ? stepWords(one) : <s>{stepWords(one)}</s>),
            },
            { key: 'day', heading: en.day, tight: true, cell: one => shortDay(one.onDay, p.today) },
            {
              key: 'by',
              heading: en.saidBy,
              cell: one => (one.saidBy === null ? '' : saidBy[one.saidBy]),
              phone: { lead: true },
            },
            {
              key: 'writer',
              heading: en.by,
              cell: one =>
                `${p.names.get(one.recordedBy ?? '') ?? ''} ${shortDay(dayOf(one.recordedAt), p.today)}`.trim(),
              phone: { label: en.by },
            },
            {
              key: 'words',
              heading: en.words,
              wide: true,
              cell: one => [one.takenBackAt === null ? '' : en.takenBack, one.words].filter(Boolean).join('. '),
            },
          ]}
        />
        {p.mayTakeBack && (
          <StepBehind {...sending} action={`${here}/take-back`} summary={en.takeBack} button={en.takeBack} open={false}>
            <p>{en.takeBackText}</p>
          </StepBehind>
        )}
      </SideColumn>
    </FramedPage>
  )
}

function stepWords({ step }: ApplicationStep): string {
  return step === 'changed' ? en.changed : steps[step]
}

function Facts(p: Parameters<typeof ApplicationPage>[0]): JSX.Element {
  const { application } = p
  return (
    <>
      <SectionHead>{en.stands}</SectionHead>
      <FactList
        stacked
        facts={[
          {
            label: en.stands,
            value: <StatusTag kind={TONES[application.state]}>{steps[application.state]}</StatusTag>,
          },
          ...factsSaid([
            [en.since, formatDay(application.stateOn)],
            [en.place, application.place],
            [en.course, application.course],
            [en.level, application.level === null ? '' : levels[application.level]],
            [en.way, ways[application.way]],
            [en.autumn, String(application.autumn)],
          ]),
        ]}
      />
      {p.mayMove && (
        <p>
          <a class="govuk-link" href={`/place-applications/${application.rowId}/change`}>
            {en.change}
          </a>
        </p>
      )}
      {p.mayCorrect && (
        <p>
          <a
            class="govuk-link"
            href={`/people/${application.personId}/misfiled/place-application/${application.rowId}`}
          >
            {en.misfiled}
          </a>
        </p>
      )}
    </>
  )
}
