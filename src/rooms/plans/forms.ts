import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { towardsAim } from './challenge/rules.ts'
import { ANSWERS, COPIES, type Hopes, OWNERS, STEPS, type Target, type TargetContent } from './plan.ts'
import { takesEvidence } from './progress-file/rules.ts'
import { en as fileWords } from './progress-file/words.ts'
import { en } from './words.ts'

const SEEN = [...STEPS, 'not-asked'] as const
const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
const short = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })

export const goalForm = form({
  words: longText({ missing: en.goalMissing, max: 1000, tooLong: en.tooLong(1000) }),
  state: choice(['open', 'reached', 'dropped'] as const, { optional: true, notOffered: en.choose }),
})

/**
 * @param factors codes whoever fills it in may choose from
 * @param mayKeepClose whether they may keep it close
 * @param aims what it may work towards: the aim they named, where whoever fills it in may know of it
 */
export function targetForm(factors: readonly string[], mayKeepClose: boolean, aims: readonly string[] = []) {
  return form(
    {
      what: text({ missing: en.whatMissing, max: 500, tooLong: en.tooLong(500) }),
      owner: choice(OWNERS, { missing: en.ownerMissing }),
      'owner-name': text(short(200)),
      due: day({ optional: true, ...dayWords }),
      support: longText(short(1000)),
      'how-known': text(short(500)),
      factor: choice(factors, { optional: true, notOffered: en.choose }),
      aim: choice(aims, { optional: true, notOffered: en.choose }),
      'own-step': choice(SEEN, { optional: true, notOffered: en.choose }),
      'adviser-step': choice(SEEN, { optional: true, notOffered: en.choose }),
      close: choice(mayKeepClose ? ['yes'] : [], { optional: true, notOffered: en.choose }),
    },
    value =>
      value.owner === 'partner' && value['owner-name'] === null
        ? [{ field: 'owner-name', message: en.ownerNameMissing }]
        : [],
  )
}

type TargetValue = Extract<ReturnType<ReturnType<typeof targetForm>['read']>, { ok: true }>['value']

export function contentOf(value: TargetValue): Omit<TargetContent, 'factor' | 'aimId'> {
  return {
    what: value.what,
    dueOn: value.due,
    owner: value.owner,
    ownerName: value.owner === 'partner' ? (value['owner-name'] ?? '') : '',
    support: value.support ?? '',
    howKnown: value['how-known'] ?? '',
    isRestricted: value.close === 'yes',
    ownStep: value['own-step'] ?? 'not-asked',
    adviserStep: value['adviser-step'] ?? 'not-asked',
  }
}

export function fillTarget(form: ReturnType<typeof targetForm>, target: Target, hopes: Hopes | undefined) {
  return form.fill({
    what: target.what,
    owner: target.owner,
    'owner-name': target.ownerName,
    due: target.dueOn,
    support: target.support,
    'how-known': target.howKnown,
    factor: target.factor,
    aim: towardsAim(target, hopes) ? (hopes?.aim?.rowId ?? null) : null,
    'own-step': target.ownStep,
    'adviser-step': target.adviserStep,
    ...(target.isRestricted ? { close: 'yes' as const } : {}),
  })
}

const AGREEING = {
  agreement: choice(['agreed', 'disagreed'] as const, { missing: en.agreeMissing }),
  words: longText(short(2000)),
  copy: choice(COPIES, { missing: en.copyMissing }),
  'review-on': day({ missing: en.reviewMissing, ...dayWords }),
}

const saidWhenNot = (value: { agreement: 'agreed' | 'disagreed'; words: string | null }) =>
  value.agreement === 'disagreed' && value.words === null
    ? [{ field: 'words' as const, message: en.agreeWordsNeeded }]
    : []

export const agreeForm = form(AGREEING, saidWhenNot)

/** The names of a target's fields at a review. */
export const answerFields = (target: Pick<Target, 'rowId'>) => ({
  answer: `answer-${target.rowId}`,
  words: `became-${target.rowId}`,
  evidence: `evidence-${target.rowId}`,
})

/**
 * A review asks of every open target first.
 * @param shared entries of their Progress File that may be chosen as evidence
 */
export function reviewForm(targets: readonly Target[], shared: readonly string[]) {
  const asked = targets.flatMap(target => {
    const n = answerFields(target)
    return [
      [n.answer, choice(ANSWERS, { missing: en.answerMissing(target.what) })],
      [n.words, longText(short(1000))],
      ...(takesEvidence(target)
        ? [[n.evidence, choice(shared, { optional: true, notOffered: fileWords.notOffered })]]
        : []),
    ]
  })
  return form(
    { ...(Object.fromEntries(asked) as Record<string, never>), 'view-of-help': longText(short(2000)), ...AGREEING },
    value => saidWhenNot(value),
  )
}
