import type { Day } from '#ground/day.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import type { Field, FormState } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { type AimNote, type Mark, OWN_HOW, SAID, type Said, type Talk, type TalkMark } from './talk.ts'
import { en } from './words.ts'

const words = (max: number) => longText({ optional: true, max, tooLong: en.tooLong(max) })

export const aimForm = (today: Day) =>
  form({
    'aim-words': words(1000),
    'aim-asks': words(2000),
    'aim-source': text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
    'aim-on': day({
      optional: true,
      incomplete: () => en.dayIncomplete,
      wrong: () => en.dayWrong,
      noSuchDay: en.dayWrong,
      notAfter: { day: today, message: en.ahead },
    }),
    higher: words(1500),
    takes: words(1500),
    'aim-answer': words(1500),
  })

export function filledAim(talk: Talk, today: Day) {
  return aimForm(today).fill({
    ...{ 'aim-words': talk.aimWords, 'aim-asks': talk.aimAsks, 'aim-source': talk.aimSource, 'aim-on': talk.aimOn },
    ...{ higher: talk.higher, takes: talk.takes, 'aim-answer': talk.aimAnswer },
  })
}

type AimValue = Readonly<Record<string, string | null>> & { readonly 'aim-on': Day | null }
export function noteOf(value: AimValue): AimNote {
  return {
    aimWords: value['aim-words'] ?? '',
    aimAsks: value['aim-asks'] ?? '',
    aimSource: value['aim-source'] ?? '',
    aimOn: value['aim-on'],
    higher: value['higher'] ?? '',
    takes: value['takes'] ?? '',
    aimAnswer: value['aim-answer'] ?? '',
  }
}

/** @param sessions ids of recorded sessions that may be chosen */
export const holdForm = (sessions: readonly string[]) =>
  form({
    session: choice(sessions, { missing: en.missingWhich }),
    about: longText({ missing: en.missingAbout, max: 4000, tooLong: en.tooLong(4000) }),
  })

export const needForm = (kinds: readonly string[]) =>
  form({ kind: choice(kinds, { missing: en.missingNeed }), words: words(1000) })

export const dropForm = form({ why: longText({ missing: en.missingWhy, max: 500, tooLong: en.tooLong(500) }) })

/** Names of the two fields of a mark. */
export const fieldsOf = (mark: Mark) => ({ said: `said-${mark}`, evidence: `evidence-${mark}` })

const saidField = choice(SAID, { optional: true, notOffered: en.notOffered })

/** Some marks, each with what shows it; of the young person, how it was written down and in which words besides. */
export function marksForm(marks: readonly Mark[], isOwn: boolean) {
  return form(
    Object.fromEntries([
      ...marks.flatMap((mark): (readonly [string, Field<string | null>])[] => {
        const n = fieldsOf(mark)
        return [
          [n.said, saidField],
          [n.evidence, words(1000)],
        ]
      }),
      ...(isOwn
        ? ([
            ['own-words', words(2000)],
            ['own-how', choice(OWN_HOW, { missing: en.missingHow })],
          ] satisfies (readonly [string, Field<string | null> | Field<(typeof OWN_HOW)[number]>])[])
        : []),
    ]) as Readonly<Record<string, Field<string | null>>>,
    value =>
      marks
        .map(fieldsOf)
        .filter(n => value[n.said] === null && value[n.evidence] !== null)
        .map(n => ({ field: n.said, message: en.evidenceNeeded })),
  )
}

type MarksValue = Readonly<Record<string, string | null>>
export function marksIn(marks: readonly Mark[], value: MarksValue): Omit<TalkMark, 'side'>[] {
  return marks.flatMap(mark => {
    const n = fieldsOf(mark)
    const said = (value[n.said] ?? null) as Said | null
    return said === null ? [] : [{ mark, said, evidence: value[n.evidence] ?? '' }]
  })
}

/** The form as a side has said it already. */
export function filledMarks(
  marks: readonly Mark[],
  side: TalkMark['side'],
  known: readonly TalkMark[],
  talk: Talk,
): FormState {
  const isOwn = side === 'young-person'
  const value = Object.fromEntries(
    known
      .filter(one => one.side === side && marks.includes(one.mark))
      .flatMap(one => [
        [fieldsOf(one.mark).said, one.said],
        [fieldsOf(one.mark).evidence, one.evidence],
      ]),
  )
  return marksForm(marks, isOwn).fill({ ...value, ...(isOwn ? { 'own-words': talk.ownWords } : {}) })
}
