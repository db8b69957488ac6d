import type { JSX } from 'preact'
import { RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Goal } from '../plan.ts'
import { en, goalStates } from '../words.ts'
import { type Common, Framed, Stale } from './framed.tsx'

/** A new goal, or one that is changed. */
export function GoalPage(p: Common & { goal: Goal | undefined; theirs: Goal | undefined }): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan/goals`
  return (
    <Framed {...p} title={en.goalTitle} action={p.goal === undefined ? `${base}/new` : `${base}/${p.goal.rowId}`}>
      {p.theirs && (
        <Stale
          first={en.goalStale}
          text={en.staleText}
          facts={[
            { label: en.goalTitle, value: p.theirs.words },
            { label: en.goalState, value: goalStates[p.theirs.state] },
          ]}
        />
      )}
      {p.goal && <input type="hidden" name="version" value={String(p.goal.version)} />}
      <TextareaField
        form={p.form}
        name="words"
        label={en.goalWords(p.frame.person.given)}
        hint={en.goalHint}
        rows={3}
      />
      {p.goal && (
        <RadiosField
          form={p.form}
          name="state"
          label={en.goalState}
          items={(['open', 'reached', 'dropped'] as const).map(value => ({ value, label: goalStates[value] }))}
        />
      )}
      <div class="cx-buttons">
        <Button>{en.saveGoal}</Button>
      </div>
    </Framed>
  )
}
