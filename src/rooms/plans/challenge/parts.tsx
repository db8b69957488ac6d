import type { JSX } from 'preact'
import { formatDay, shortDay } from '#ground/day.ts'
import type { FormState } from '#web/form/field.ts'
import { RadiosField } from '#web/form/fields.tsx'
import { FactList, factsSaid, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type BothViews, type Hopes, type Plan, STEPS, type Step, type Target } from '../plan.ts'
import { en } from '../words.ts'
import { planAdvice, readingOf, stepAdvice, stepOf, VOICES, type Voice } from './rules.ts'
import { challengeWords, notAsked, planAdvices, readings, stepAdvices, steps } from './words.ts'

function stepWord(step: Step, voice: Voice): string {
  return step === 'not-asked' ? notAsked[voice] : steps[step]
}

/** What each voice says of a step, theirs first. */
export function saidOfStep(target: BothViews, given: string): string[] {
  return VOICES.map(voice =>
    challengeWords.line(challengeWords.voices[voice](given), stepWord(stepOf(target, voice), voice)),
  )
}

/** Both views under a target, with what is to be thought about; or what came of it beside them. */
export function StepLines(p: { readonly target: Target; readonly given: string }): JSX.Element {
  const { target } = p
  // Of what nobody was asked one line is enough.
  if (VOICES.every(voice => stepOf(target, voice) === 'not-asked'))
    return <div class="cx-quiet">{challengeWords.neitherAsked}</div>
  return (
    <>
      {VOICES.map(voice => {
        const reading = readingOf(target, voice)
        const who = challengeWords.voices[voice](p.given)
        return (
          <div>
            {challengeWords.line(who, stepWord(stepOf(target, voice), voice))}
            {reading !== undefined && <span class="cx-quiet"> ({readings[reading]})</span>}
          </div>
        )
      })}
      {target.state === 'open' && stepAdvice(target).map(advice => <div class="cx-quiet">{stepAdvices[advice]}</div>)}
    </>
  )
}

/** The questions of a target's form: how big a step, to both; and whether it works towards their aim. */
export function StepFields(p: {
  readonly form: FormState
  readonly given: string
  readonly hopes: Hopes | undefined
}): JSX.Element {
  const items = (voice: Voice) =>
    ([...STEPS, 'not-asked'] as const).map(value => ({ value, label: stepWord(value, voice) }))
  const aim = p.hopes?.aim
  return (
    <>
      <RadiosField
        form={p.form}
        name="own-step"
        label={challengeWords.ownStep(p.given)}
        hint={challengeWords.ownStepHint}
        items={items('own')}
      />
      <RadiosField
        form={p.form}
        name="adviser-step"
        label={challengeWords.adviserStep}
        hint={challengeWords.adviserStepHint}
        items={items('adviser')}
      />
      {aim && (
        <RadiosField
          form={p.form}
          name="aim"
          label={challengeWords.aim}
          hint={challengeWords.aimHint(aim.words)}
          items={[
            { value: aim.rowId, label: challengeWords.aimYes },
            { value: '', label: challengeWords.aimNone },
          ]}
        />
      )}
    </>
  )
}

/** What is to be thought about of the whole plan. */
export function PlanThoughts(p: { readonly plan: Plan; readonly hopes: Hopes | undefined }): JSX.Element {
  return (
    <>
      {planAdvice(p.plan, p.hopes).map(advice => (
        <p>
          <StatusTag kind="care">{en.think}</StatusTag> {planAdvices[advice]}
        </p>
      ))}
    </>
  )
}

function Reached(p: { readonly reached: NonNullable<Hopes['reached']> }): JSX.Element {
  if (p.reached.length === 0) return <>{challengeWords.noneReached}</>
  return (
    <>
      {p.reached.map(({ words, source, asOf }) => (
        <div>{challengeWords.from(words, [source, shortDay(asOf)].filter(Boolean).join(', '))}</div>
      ))}
    </>
  )
}

/** What they aim for, what that asks for, and what they have reached: beside the plan, as far as the reader may see each. */
export function HopesBeside(p: { readonly hopes: Hopes | undefined; readonly personId: string }): JSX.Element | null {
  if (p.hopes?.aim === undefined) return null
  const { aim, reached } = p.hopes
  return (
    <>
      <SectionHead>{challengeWords.head}</SectionHead>
      <FactList
        facts={factsSaid([
          [challengeWords.aimLabel, challengeWords.said(aim.words, formatDay(aim.on))],
          [challengeWords.asks, aim.asks && challengeWords.from(aim.asks, aim.source)],
          [challengeWords.higher, aim.higher],
          [challengeWords.reached, reached ? <Reached reached={reached} /> : ''],
        ])}
      />
      <p>
        <a class="govuk-link" href={`/people/${p.personId}/talks`}>
          {challengeWords.talks}
        </a>
      </p>
    </>
  )
}
