import type { ComponentChildren, JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { answerFields } from '../forms.ts'
import { ANSWERS, COPIES, type Goal, OWNERS, type PlanFactor, type Target } from '../plan.ts'
import { answers, copies, en, goalStates, owners } from '../words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly form: FormState }

function Framed(p: Common & { title: string; action: string; children: ComponentChildren }): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={p.title}
      form={p.form}
      back={{ href: `/people/${p.frame.person.id}/plan`, text: en.back }}
    >
      <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
        {p.children}
      </PostForm>
    </FramedPage>
  )
}

/** A new goal, or one that is changed. */
export function GoalPage(p: Common & { goal: Goal | undefined; theirs: Goal | undefined }): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan/goals`
  return (
    <Framed {...p} title={en.goalTitle} action={p.goal === undefined ? `${base}/new` : `${base}/${p.goal.rowId}`}>
      {p.theirs && <Stale first={en.goalStale} facts={[{ label: en.goalTitle, value: p.theirs.words }]} />}
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

/** A new target under a goal, or one that is changed. */
export function TargetPage(
  p: Common & {
    goal: Goal
    target: Target | undefined
    theirs: Target | undefined
    factors: readonly PlanFactor[]
  },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan`
  const action =
    p.target === undefined ? `${base}/goals/${p.goal.rowId}/targets/new` : `${base}/targets/${p.target.rowId}`
  return (
    <Framed {...p} title={en.targetTitle} action={action}>
      {p.theirs && (
        <Stale
          first={en.targetStale}
          facts={[
            { label: en.what, value: p.theirs.what },
            { label: en.due, value: p.theirs.dueOn === null ? en.noDay : formatDay(p.theirs.dueOn) },
            { label: en.support, value: p.theirs.support },
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
        empty={en.noFactor}
        items={p.factors.map(f => ({ value: f.code, label: f.label }))}
      />
      <CheckboxesField
        form={p.form}
        name="close"
        label={en.close}
        hint={en.closeHint}
        items={[{ value: 'yes', label: en.keepClose }]}
      />
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
    </Framed>
  )
}

function Stale(p: { first: string; facts: { label: string; value: string }[] }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={`${p.first}.`}>
        {en.staleText}
      </Alert>
      <FactList facts={p.facts.filter(fact => fact.value !== '')} />
    </>
  )
}

function AgreeFields(p: { form: FormState; given: string }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="agreement"
        label={en.agreeQuestion(p.given)}
        items={[
          { value: 'agreed', label: en.agreeYes },
          { value: 'disagreed', label: en.agreeNo },
        ]}
      />
      <TextareaField form={p.form} name="words" label={en.agreeWords(p.given)} rows={2} />
      <RadiosField
        form={p.form}
        name="copy"
        label={en.copy}
        items={COPIES.map(value => ({ value, label: copies[value] }))}
      />
      <DayField form={p.form} name="review-on" label={en.reviewOn} hint={en.dueHint} />
    </>
  )
}

/** What they say to the plan as it stands. */
export function AgreePage(p: Common): JSX.Element {
  return (
    <Framed {...p} title={en.agree} action={`/people/${p.frame.person.id}/plan/agree`}>
      <p>{en.agreeLead}</p>
      <AgreeFields form={p.form} given={p.frame.person.given} />
      <div class="cx-buttons">
        <Button>{en.keep}</Button>
      </div>
    </Framed>
  )
}

/** Every open target first: a review cannot be closed while one has no answer. */
export function ReviewPage(p: Common & { targets: readonly Target[]; goals: readonly Goal[] }): JSX.Element {
  const { given } = p.frame.person
  return (
    <Framed {...p} title={en.reviewTitle} action={`/people/${p.frame.person.id}/plan/review`}>
      <p>{en.reviewLead}</p>
      {p.targets.length === 0 && <p class="cx-quiet">{en.noOpen}</p>}
      {p.goals.map(goal => {
        const own = p.targets.filter(target => target.goalId === goal.rowId)
        return own.length === 0 ? null : (
          <section aria-label={goal.words}>
            <SectionHead>“{goal.words}”</SectionHead>
            {own.map(target => {
              const n = answerFields(target)
              return (
                <>
                  <RadiosField
                    form={p.form}
                    name={n.answer}
                    label={en.answerOf(target.what)}
                    items={ANSWERS.map(value => ({ value, label: answers[value] }))}
                  />
                  <TextField
                    form={p.form}
                    name={n.words}
                    label={
                      <>
                        {en.answerWords}
                        <span class="govuk-visually-hidden">{en.changeOf(target.what)}</span>
                      </>
                    }
                    autocomplete="off"
                  />
                </>
              )
            })}
          </section>
        )
      })}
      <SectionHead>{en.agree}</SectionHead>
      <TextareaField form={p.form} name="view-of-help" label={en.viewOfHelp(given)} rows={2} />
      <AgreeFields form={p.form} given={given} />
      <div class="cx-buttons">
        <Button>{en.closeReview}</Button>
      </div>
    </Framed>
  )
}
