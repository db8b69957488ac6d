/** A plan as it is handed over, read out or read by a link: what each of those says of it is made here, once. */
import type { Day } from '#ground/day.ts'
import type { Language } from '#web/language.ts'
import type { PdfDocument, PdfItem } from '#web/pdf/document.ts'
import type { Plan, Target } from '../plan.ts'
import { byDay, openPart } from '../rules.ts'
import { doneBy } from '../words.ts'

export type CopyWords = {
  readonly who: (who: string, day: string | null) => string
  /** How they are spoken of, and their adviser. */
  readonly you: string
  readonly adviser: string
  readonly support: (support: string) => string
  readonly known: (how: string) => string
  readonly states: Readonly<Record<Exclude<Target['state'], 'open'>, string>>
  readonly noSteps: string
  /** How big a step is to them and to their adviser; left out where somebody else reads it (K11). */
  readonly views?: (target: Target) => readonly string[]
  /** What was done towards it; said on their own page alone. */
  readonly done?: (target: Target) => readonly string[]
}

/** A goal in their own words, and what is to be done for it, the earliest day first, then what is done. */
export type CopyGoal = { readonly words: string; readonly steps: readonly PdfItem[] }

/** What of a plan is theirs to have in hand. */
export function copyOf(
  plan: Pick<Plan, 'goals' | 'targets'>,
  words: CopyWords,
  dayWords: (day: Day) => string,
): CopyGoal[] {
  return openPart(plan).goals.map(goal => {
    const own = byDay(plan.targets.filter(target => target.goalId === goal.rowId && isForThem(target)))
    const steps = [...own.filter(one => one.state === 'open'), ...own.filter(one => one.state !== 'open')]
    return {
      words: goal.words,
      steps: steps.map(step => ({ title: step.what, lines: linesOf(step, words, dayWords) })),
    }
  })
}

/** What is kept close stays here: whoever finds the copy would read it. What was dropped is no part of it. */
function isForThem(target: Target): boolean {
  return !target.isRestricted && target.state !== 'dropped'
}

function linesOf(step: Target, words: CopyWords, dayWords: (day: Day) => string): string[] {
  const done = words.done?.(step) ?? []
  if (step.state !== 'open') return [words.states[step.state], ...done]
  const who = doneBy(step, { 'young-person': words.you, adviser: words.adviser })
  return [
    words.who(who, step.dueOn === null ? null : dayWords(step.dueOn)),
    step.support === '' ? '' : words.support(step.support),
    step.howKnown === '' ? '' : words.known(step.howKnown),
    ...(words.views?.(step) ?? []),
    ...done,
  ].filter(Boolean)
}

/** The same as a document in large type. */
export function copyDocument(p: {
  readonly language: Language
  readonly title: string
  readonly lead: string
  readonly goals: readonly CopyGoal[]
  readonly noSteps: string
  /** What is said after the goals. */
  readonly closing: PdfDocument['parts']
  readonly footer: string
}): PdfDocument {
  return {
    ...{ language: p.language, size: 'large', title: p.title, footer: p.footer },
    parts: [
      ...(p.lead === '' ? [] : [{ kind: 'text', text: p.lead } as const]),
      ...p.goals.flatMap((goal): PdfDocument['parts'] => [
        { kind: 'heading', level: 2, text: `“${goal.words}”` },
        goal.steps.length === 0 ? { kind: 'text', text: p.noSteps } : { kind: 'steps', items: goal.steps },
      ]),
      ...p.closing,
    ],
  }
}
