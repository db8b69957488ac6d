import type { OwnPage } from '#rooms/sharing/index.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import type { Language } from '#web/language.ts'
import { type Plan, STEPS, type Target } from '../plan.ts'
import { byDay, openPart } from '../rules.ts'
import { en } from '../words.ts'
import { linkWords, ownPlanIn } from './words.ts'

/** Which pages the link opens, of those offered; the day to look again stands beside a plan alone. */
export function makeLinkForm(offered: readonly OwnPage[]) {
  return form(
    {
      pages: choices(offered, { missing: linkWords.pagesMissing }),
      'review-on': day({
        optional: true,
        ...{ incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay },
      }),
    },
    value =>
      value.pages.includes('plan') && value['review-on'] === null
        ? [{ field: 'review-on', message: en.reviewMissing }]
        : [],
  )
}

/** Steps they are asked about: those they read that are open. */
export function askedOfSteps(plan: Pick<Plan, 'goals' | 'targets'>): Target[] {
  const shown = openPart(plan)
  return byDay(shown.targets.filter(step => !step.isRestricted && shown.goals.some(goal => goal.rowId === step.goalId)))
}

export const stepField = ({ rowId }: Pick<Target, 'rowId'>) => `step-${rowId}`

/** What they say to their own plan: whoever does not agree says what is not right. */
export function ownAnswerIn(language: Language, plan: Pick<Plan, 'goals' | 'targets'>) {
  const words = ownPlanIn(language)
  const steps = askedOfSteps(plan).map(step => [
    stepField(step),
    choice(STEPS, { optional: true, notOffered: words.stepNotOffered }),
  ])
  return form(
    {
      ...(Object.fromEntries(steps) as Record<string, never>),
      agreement: choice(['agreed', 'disagreed'] as const, { missing: words.missing }),
      words: longText({ optional: true, max: 2000, tooLong: words.tooLong }),
    },
    value =>
      value.agreement === 'disagreed' && value.words === null ? [{ field: 'words', message: words.wordsNeeded }] : [],
  )
}
