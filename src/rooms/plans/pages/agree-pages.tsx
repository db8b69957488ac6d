import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { CapacityNote } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { saidOfStep } from '../challenge/parts.tsx'
import { answerFields } from '../forms.ts'
import type { LogEntry } from '../log/entry.ts'
import { latestWords } from '../log/pages.tsx'
import { latestOf } from '../log/rules.ts'
import { en as logWords } from '../log/words.ts'
import { ANSWERS, COPIES, type Plan, type Target } from '../plan.ts'
import type { Entry, Evidence } from '../progress-file/entry.ts'
import { evidenceOf, takesEvidence } from '../progress-file/rules.ts'
import { saidOf } from '../progress-file/staff-pages.tsx'
import { en as fileWords } from '../progress-file/words.ts'
import { openPart, stampOf } from '../rules.ts'
import { answers, copies, doneBy, en } from '../words.ts'
import { type Common, Framed } from './framed.tsx'
import { OpenPlan } from './open-plan.tsx'

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

/** What they say to the plan as it stands, which is shown: nobody agrees to what they have not seen. */
export function AgreePage(p: Common & { plan: Plan; today: Day }): JSX.Element {
  return (
    <Framed {...p} title={en.agree} action={`/people/${p.frame.person.id}/plan/agree`}>
      <input type="hidden" name="stamp" value={stampOf(p.plan)} />
      <p>{en.agreeLead}</p>
      <OpenPlan plan={p.plan} given={p.frame.person.given} />
      <p>
        <a class="govuk-link" href={`/people/${p.frame.person.id}/plan/copy`}>
          {en.copyBefore}
        </a>
      </p>
      <SectionHead>{en.agreeHead}</SectionHead>
      <CapacityNote person={p.frame.person} today={p.today} />
      <AgreeFields form={p.form} given={p.frame.person.given} />
      <div class="cx-buttons">
        <Button>{en.keep}</Button>
      </div>
    </Framed>
  )
}

/** Every open target first: a review cannot be closed while one has no answer. */
export function ReviewPage(
  p: Common & {
    plan: Plan
    today: Day
    /** What was typed about targets that were answered while the page was open. */
    lost: readonly { label: string; value: string }[]
    /** What of their Progress File is evidence already, and what else is shared. */
    evidence: readonly Evidence[]
    entries: readonly Entry[]
    /** What was done towards the targets, newest first. */
    log: readonly LogEntry[]
  },
): JSX.Element {
  const { given } = p.frame.person
  const { goals, targets } = openPart(p.plan)
  return (
    <Framed {...p} title={en.reviewTitle} action={`/people/${p.frame.person.id}/plan/review`}>
      <input type="hidden" name="stamp" value={stampOf(p.plan)} />
      <p>{en.reviewLead}</p>
      {p.lost.length > 0 && (
        <>
          <SectionHead>{en.lost}</SectionHead>
          <FactList facts={p.lost} />
        </>
      )}
      {targets.length === 0 && <p class="cx-quiet">{en.noOpen}</p>}
      {goals.map(goal => (
        <section aria-label={goal.words}>
          <SectionHead>“{goal.words}”</SectionHead>
          {targets
            .filter(target => target.goalId === goal.rowId)
            .map(target => (
              <Asked
                form={p.form}
                target={target}
                given={given}
                evidence={evidenceOf(p.evidence, target)}
                entries={p.entries}
                latest={latestOf(p.log, target)}
              />
            ))}
        </section>
      ))}
      <SectionHead>{en.agree}</SectionHead>
      <TextareaField form={p.form} name="view-of-help" label={en.viewOfHelp(given)} rows={2} />
      <CapacityNote person={p.frame.person} today={p.today} />
      <AgreeFields form={p.form} given={given} />
      <div class="cx-buttons">
        <Button>{en.closeReview}</Button>
      </div>
    </Framed>
  )
}

/** One target at a review: all that was agreed of it, and what became of it. */
function Asked(p: {
  form: FormState
  target: Target
  given: string
  evidence: readonly Evidence[]
  entries: readonly Entry[]
  latest: LogEntry | undefined
}): JSX.Element {
  const { what, dueOn, support, howKnown, isRestricted } = p.target
  const n = answerFields(p.target)
  const day = dueOn === null ? en.noDay : en.by(formatDay(dueOn))
  const others = p.entries.filter(entry => !p.evidence.some(one => one.did !== null && one.entryId === entry.rowId))
  return (
    <>
      <RadiosField
        form={p.form}
        name={n.answer}
        label={en.answerOf(what)}
        hint={[
          isRestricted ? en.keptClose : '',
          en.answerHint(doneBy(p.target, { 'young-person': p.given }), day),
          support === '' ? '' : en.supportLine(support),
          howKnown === '' ? '' : en.knownLine(howKnown),
          ...saidOfStep(p.target, p.given),
          ...p.evidence.map(saidOf),
          p.latest === undefined ? '' : logWords.doneLast(latestWords(p.latest)),
        ]
          .filter(Boolean)
          .join('. ')}
        items={ANSWERS.map(value => ({ value, label: answers[value] }))}
      />
      <TextField
        form={p.form}
        name={n.words}
        label={
          <>
            {en.answerWords}
            <span class="govuk-visually-hidden">{en.changeOf(what)}</span>
          </>
        }
        autocomplete="off"
      />
      {takesEvidence(p.target) && others.length > 0 && (
        <SelectField
          form={p.form}
          name={n.evidence}
          label={fileWords.choose(what)}
          empty={fileWords.chooseNone}
          items={others.map(entry => ({ value: entry.rowId, label: entry.did.slice(0, 100) }))}
        />
      )}
    </>
  )
}
