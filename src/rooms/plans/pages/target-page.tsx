import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { CheckboxesField, DayField, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { StepFields, saidOfStep } from '../challenge/parts.tsx'
import { challengeWords } from '../challenge/words.ts'
import { type Goal, type Hopes, OWNERS, type PlanFactor, type Target } from '../plan.ts'
import { doneBy, en, owners, targetStates } from '../words.ts'
import { type Common, Framed, Stale, WrongPerson } from './framed.tsx'

/** A new target under a goal, or one that is changed. */
export function TargetPage(
  p: Common & {
    goal: Goal
    target: Target | undefined
    theirs: Target | undefined
    factors: readonly PlanFactor[]
    mayKeepClose: boolean
    hopes: Hopes | undefined
  },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan`
  const action =
    p.target === undefined ? `${base}/goals/${p.goal.rowId}/targets/new` : `${base}/targets/${p.target.rowId}`
  return (
    <Framed {...p} title={en.targetTitle} action={action}>
      {p.theirs && (
        <Stale
          first={p.theirs.state === 'open' ? en.targetStale : en.targetAnswered}
          text={p.theirs.state === 'open' ? en.staleText : en.answeredText}
          facts={[
            { label: en.what, value: p.theirs.what },
            { label: en.owner, value: doneBy(p.theirs) },
            { label: en.due, value: p.theirs.dueOn === null ? en.noDay : formatDay(p.theirs.dueOn) },
            { label: en.support, value: p.theirs.support },
            { label: en.howKnown, value: p.theirs.howKnown },
            { label: en.factor, value: p.factors.find(f => f.code === p.theirs?.factor)?.label ?? en.noFactor },
            { label: challengeWords.label, value: saidOfStep(p.theirs, p.frame.person.given).join('. ') },
            { label: en.close, value: p.theirs.isRestricted ? en.keepClose : '' },
            { label: en.answerWords, value: p.theirs.state === 'open' ? '' : targetStates[p.theirs.state] },
          ]}
        />
      )}
      {p.target && <input type="hidden" name="version" value={String(p.target.version)} />}
      <p>{en.forGoal(p.goal.words)}</p>
      <TextField form={p.form} name="what" label={en.what} hint={en.whatHint} autocomplete="off" />
      <RadiosField
        form={p.form}
        name="owner"
        label={en.owner}
        items={OWNERS.map(value => ({
          value,
          label: owners[value],
          ...(value === 'partner'
            ? {
                conditional: <TextField form={p.form} name="owner-name" label={en.ownerName} autocomplete="off" />,
              }
            : {}),
        }))}
      />
      <DayField form={p.form} name="due" label={en.due} hint={en.dueHint} />
      <TextareaField form={p.form} name="support" label={en.support} rows={2} />
      <TextField form={p.form} name="how-known" label={en.howKnown} autocomplete="off" />
      <SelectField
        form={p.form}
        name="factor"
        label={en.factor}
        hint={en.factorHint}
        empty={en.noFactor}
        items={p.factors.map(f => ({ value: f.code, label: f.label }))}
      />
      <StepFields form={p.form} given={p.frame.person.given} hopes={p.hopes} />
      {p.mayKeepClose && (
        <CheckboxesField
          form={p.form}
          name="close"
          label={en.close}
          hint={en.closeHint}
          items={[{ value: 'yes', label: en.keepClose }]}
        />
      )}
      <div class="cx-buttons">
        <Button name="then" value="plan">
          {en.saveTarget}
        </Button>
        {p.target === undefined && (
          <Button name="then" value="another" classes="govuk-button--secondary">
            {en.saveAnother}
          </Button>
        )}
      </div>
      {p.target && (
        <p>
          <WrongPerson
            href={`/people/${p.frame.person.id}/misfiled/target/${p.target.rowId}`}
            about={en.wrongTarget(p.target.what)}
          />
        </p>
      )}
    </Framed>
  )
}
