/** Pages of what belongs to a pathway: a step, a meeting, a week of the timetable, and how it ends. */
import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { DayField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { cameName, plannedName } from '../forms.ts'
import { kindWords, outcomeWords } from '../kind-words.ts'
import { KINDS } from '../kinds.ts'
import type { Pathway, PathwayStep } from '../pathway.ts'
import { cameWords, en, owners, stepStates, weekdays } from '../words.ts'
import { type Common, doneBy, OfPathway } from './shared.tsx'

type OfOne = Common & { readonly pathway: Pathway }

/** A step: a new one, or one that is changed or answered. */
export function StepPage(
  p: OfOne & {
    readonly step: PathwayStep | undefined
    /** Which of its forms was sent. */
    readonly typed: 'content' | 'done' | 'not-needed' | undefined
    readonly filled: Common['form']
    readonly today: Day
    readonly mayWrite: boolean
    readonly mayCorrect: boolean
  },
): JSX.Element {
  const { pathway, step } = p
  const here = `/pathways/${pathway.rowId}/steps/${step?.rowId ?? 'new'}`
  const csrfToken = p.visitor.csrfToken
  return (
    <OfPathway {...p} title={step?.what ?? en.addStep}>
      {step && p.mayWrite && step.state === 'to-do' && <Answer {...p} step={step} here={here} />}
      {step && (step.state !== 'to-do' || !p.mayWrite) && <StepFacts step={step} kind={pathway.kind} />}
      {step && p.mayWrite && step.state !== 'to-do' && (
        <StepForm csrfToken={csrfToken} version={step.version} action={`${here}/reopen`} button={en.reopen} second />
      )}
      {p.mayWrite && (step === undefined || step.state === 'to-do') && (
        <>
          {step && <SectionHead>{en.change}</SectionHead>}
          <PostForm action={here} csrfToken={csrfToken}>
            {step && <input type="hidden" name="version" value={String(step.version)} />}
            <TextField form={p.filled} name="what" label={en.stepWhat} autocomplete="off" />
            <RadiosField
              form={p.filled}
              name="stage"
              label={en.stepStage}
              classes="govuk-radios--small"
              items={KINDS[pathway.kind].stages.map(value => ({
                value,
                label: kindWords[pathway.kind].stages[value] ?? value,
              }))}
            />
            <DayField form={p.filled} name="due" label={en.stepDue} hint={en.stepDueHint} />
            <RadiosField
              form={p.filled}
              name="owner"
              label={en.stepOwner}
              classes="govuk-radios--small"
              items={[
                { value: 'young-person', label: owners['young-person'] },
                { value: 'adviser', label: owners.adviser },
                {
                  value: 'other',
                  label: en.ownerOther,
                  conditional: <TextField form={p.filled} name="owner-name" label={en.ownerName} autocomplete="off" />,
                },
              ]}
            />
            <div class="cx-buttons">
              <Button {...(step ? { classes: 'govuk-button--secondary' } : {})}>{en.stepKeep}</Button>
            </div>
          </PostForm>
        </>
      )}
      {step && p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${pathway.personId}/misfiled/pathway-step/${step.rowId}`}>
            {en.misfiled}
          </a>
        </p>
      )}
    </OfPathway>
  )
}

function Answer(p: Parameters<typeof StepPage>[0] & { step: PathwayStep; here: string }): JSX.Element {
  const sending = { csrfToken: p.visitor.csrfToken, version: p.step.version }
  return (
    <>
      <p>
        {doneBy(p.step)}, <DueDay dueOn={p.step.dueOn} today={p.today} late={en.late} long />
      </p>
      <StepForm {...sending} action={`${p.here}/done`} button={en.done}>
        <TextareaField form={p.typed === 'done' ? p.form : NO_FORM} name="words" label={en.doneWords} rows={2} />
      </StepForm>
      <StepBehind
        {...sending}
        action={`${p.here}/not-needed`}
        button={en.notNeeded}
        summary={en.notNeeded}
        open={p.typed === 'not-needed'}
      >
        <TextareaField form={p.typed === 'not-needed' ? p.form : NO_FORM} name="why" label={en.notNeededWhy} rows={2} />
      </StepBehind>
    </>
  )
}

function StepFacts(p: { step: PathwayStep; kind: Pathway['kind'] }): JSX.Element {
  const { step } = p
  const facts = [
    {
      label: en.stepState,
      value:
        step.overOn === null ? stepStates[step.state] : en.stepOver(stepStates[step.state], formatDay(step.overOn)),
    },
    { label: en.stepStage, value: kindWords[p.kind].stages[step.stage] ?? step.stage },
    { label: en.stepWho, value: doneBy(step) },
    { label: en.stepWhen, value: step.dueOn === null ? en.noDay : formatDay(step.dueOn) },
    { label: step.state === 'not-needed' ? en.notNeededWhy : en.doneWords, value: step.overWords },
  ]
  return <FactList facts={facts.filter(one => one.value !== '')} />
}

/** A meeting, or one that did not come about. */
export function LogPage(p: OfOne): JSX.Element {
  return (
    <OfPathway {...p} title={en.logAdd}>
      <PostForm action={`/pathways/${p.pathway.rowId}/log`} csrfToken={p.visitor.csrfToken}>
        <DayField form={p.form} name="on" label={en.logDay} />
        <RadiosField
          form={p.form}
          name="came"
          label={en.logCame}
          classes="govuk-radios--small"
          items={[
            {
              value: 'met',
              label: cameWords.met,
              conditional: (
                <TextField
                  form={p.form}
                  name="minutes"
                  label={en.logMinutes}
                  inputmode="numeric"
                  classes="govuk-input--width-4"
                />
              ),
            },
            { value: 'not-met', label: cameWords['not-met'] },
          ]}
        />
        <TextareaField form={p.form} name="words" label={en.logWords} rows={4} />
        <TextareaField form={p.form} name="own" label={en.logOwn} rows={2} />
        <div class="cx-buttons">
          <Button>{en.logKeep}</Button>
        </div>
      </PostForm>
    </OfPathway>
  )
}

/** A week of the timetable: hours planned, and afterwards hours they came. */
export function WeekPage(p: OfOne & { readonly weekOf: Day; readonly version: number }): JSX.Element {
  const title = en.weekTitle(formatDay(p.weekOf))
  return (
    <OfPathway {...p} title={title}>
      <PostForm action={`/pathways/${p.pathway.rowId}/weeks/${p.weekOf}`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.version)} />
        <p class="cx-quiet">{en.weekHint}</p>
        <Days {...p} legend={en.weekPlanned} nameOf={plannedName} />
        <Days {...p} legend={en.weekCame} hint={en.weekCameHint} nameOf={cameName} />
        <TextareaField form={p.form} name="words" label={en.weekWords} rows={3} />
        <div class="cx-buttons">
          <Button>{en.weekKeep}</Button>
        </div>
      </PostForm>
    </OfPathway>
  )
}

function Days(p: Pick<Common, 'form'> & { legend: string; hint?: string; nameOf: (i: number) => string }): JSX.Element {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{p.legend}</legend>
      {p.hint !== undefined && <p class="cx-quiet">{p.hint}</p>}
      <div class="cx-hours">
        {weekdays.map((label, i) => (
          <TextField
            form={p.form}
            name={p.nameOf(i)}
            label={label}
            inputmode="decimal"
            classes="govuk-input--width-3"
            autocomplete="off"
          />
        ))}
      </div>
    </fieldset>
  )
}

/** How it ends. */
export function EndPage(p: OfOne & { readonly toDo: number }): JSX.Element {
  const { pathway } = p
  return (
    <OfPathway {...p} title={en.endTitle(kindWords[pathway.kind].name)}>
      {p.toDo > 0 && <p>{en.endNote(p.toDo)}</p>}
      <StepForm
        csrfToken={p.visitor.csrfToken}
        version={pathway.version}
        action={`/pathways/${pathway.rowId}/end`}
        button={en.end}
      >
        <RadiosField
          form={p.form}
          name="outcome"
          label={en.endOutcome}
          classes="govuk-radios--small"
          items={KINDS[pathway.kind].outcomes.map(value => ({ value, label: outcomeWords[value] }))}
        />
        <TextareaField form={p.form} name="words" label={en.endWords} rows={4} />
      </StepForm>
    </OfPathway>
  )
}
