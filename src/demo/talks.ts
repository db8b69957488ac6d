/** Careers talks of the demo, and what schools were asked before them: one of every state, one of them late. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import {
  answerAsk,
  askSchool,
  beginTalk,
  doExercise,
  dropTalk,
  exercisesOn,
  findAsk,
  findDone,
  findTalk,
  holdTalk,
  noteAim,
  noteMissing,
  noteNeed,
  placesToAsk,
  putInFile,
  sayMarks,
  type Talk,
  takeOut,
  withdrawAsk,
} from '#rooms/guidance/index.ts'
import { recordContact } from '#rooms/sessions/index.ts'
import { fileParts, talkParts } from '../house-talks.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

type Case = {
  readonly ask: 'asked' | 'late' | 'answered' | 'missing' | 'withdrawn'
  readonly talk: 'before' | 'said' | 'own-hands' | 'dropped' | undefined
}
const CASES: readonly Case[] = [
  { ask: 'asked', talk: 'before' },
  { ask: 'answered', talk: 'own-hands' },
  { ask: 'missing', talk: 'said' },
  { ask: 'late', talk: 'dropped' },
  { ask: 'withdrawn', talk: undefined },
]
const ALL = ['attainment', 'predicted', 'options', 'attendance'] as const
/** Past those of the caseload of whom everything else of the demo is told. */
const FIRST = 57

/** Prepares and holds talks with some of three advisers' caseloads. */
export async function furnishTalks(work: DailyWork): Promise<void> {
  // Of those alone who learn somewhere that can be asked.
  const next = new Map<string, number>()
  await eachLed(work, 100, async led => {
    const n = next.get(led.accountId) ?? 0
    const one = led.i < FIRST ? undefined : CASES[n]
    if (one === undefined || (await isKeptClose(work, led.personId))) return
    const whose = { ...led, work }
    const [place] = await onDay(whose, 0, tx => placesToAsk(tx, led.personId))
    if (place === undefined) return
    next.set(led.accountId, n + 1)
    await furnishAsk(whose, one.ask, place.id)
    if (one.talk !== undefined) await furnishTalk(whose, one.talk)
  })
}

type Whose = Led & { readonly work: DailyWork }

async function furnishAsk(
  whose: Whose,
  kind: Case['ask'],
  organisationId: Awaited<ReturnType<typeof placesToAsk>>[number]['id'],
): Promise<void> {
  const { personId, accountId } = whose
  const told = kind === 'asked' ? 'not-yet' : 'yes'
  const asking = { organisationId, asks: [...ALL], told, talkOn: null } as const
  const id = await onDay(whose, kind === 'asked' ? 1 : 14, async tx =>
    done(await askSchool(tx, personId, accountId, asking)),
  )
  if (kind === 'asked' || kind === 'late') return
  await onDay(whose, 6, async tx => {
    const ask = await findAsk(tx, id)
    if (!ask) throw new Error('the demo’s request to a school cannot be seen')
    if (kind === 'missing')
      return done(await noteMissing(tx, ask, accountId, 'Rang three times: the office is closed for a week'))
    if (kind === 'withdrawn') return done(await withdrawAsk(tx, ask, 'They brought their report along'))
    const words = {
      attainment: 'Mathematics 6, English 5, Art 7 in the summer exams (made up)',
      predicted: 'Mathematics 7, English 6, Art 8',
      options: 'Art, History, Computer science',
      attendance: '94 in 100 lessons this term',
    }
    done(
      await answerAsk(tx, ask, accountId, {
        words,
        asOf: addDays(tx.acting.today, -4),
        saidBy: 'Made-up head of year',
      }),
    )
  })
}

async function furnishTalk(whose: Whose, kind: NonNullable<Case['talk']>): Promise<void> {
  const { personId, accountId } = whose
  const id = await onDay(whose, 5, async tx => done(await beginTalk(tx, personId, accountId, null)))
  const change = (daysAgo: number, does: (tx: Tx, talk: Talk) => Promise<unknown>) => onTalk(whose, id, daysAgo, does)
  await change(5, async (tx, talk) =>
    done(
      await noteAim(tx, talk, {
        ...{
          aimWords: 'Something with drawing, maybe games',
          aimAsks: 'A portfolio and five passes at grade 4 (made up)',
        },
        ...{ aimSource: 'Page of a made-up college', aimOn: addDays(tx.acting.today, -1) },
        ...{
          higher: 'With these grades a design course at level 3 is open too',
          takes: 'A portfolio of ten pieces by March',
        },
        aimAnswer: 'I did not know I could go for that one',
      }),
    ),
  )
  if (kind === 'before') return
  if (kind === 'dropped')
    return void (await change(4, async (tx, talk) => done(await dropTalk(tx, talk, 'They wanted to think first'))))
  const contactId = await onDay(whose, 3, async tx =>
    done(
      await recordContact(tx, personId, accountId, {
        ...{ happenedOn: tx.acting.today, atTime: '10:30', minutes: 40, kind: 'meeting', place: 'The hub' },
        ...{
          purpose: 'guidance',
          outcome: 'done',
          present: '',
          aloneOffered: 'nobody-else',
          aimResult: null,
          aimWhy: '',
          aim: 'After Year 11',
        },
        ...{ notes: 'Looked at three courses together (made up).', ownWords: '', nextStep: '', nextOn: null },
        ...{ agreed: 'yes', isRestricted: false },
      }),
    ),
  )
  await onDay(whose, 3, async tx => {
    for (const [i, exercise] of exercisesOn(tx.acting.today).slice(0, 2).entries()) {
      const answers = Object.fromEntries(
        exercise.questions.map(q => [q.code, 'I drew the poster for the fair (made up)']),
      )
      const did = done(await doExercise(tx, personId, accountId, { exercise, answers, how: kind }))
      const one = await findDone(tx, did)
      if (i === 0 && one) done(await putInFile(tx, fileParts, one, accountId))
      if (i === 1 && one) done(await takeOut(tx, fileParts, one))
    }
  })
  await change(3, async (tx, talk) => {
    const session = await talkParts.sessionOf(tx, contactId)
    if (!session) throw new Error('the demo’s session cannot be seen')
    done(await holdTalk(tx, talk, session, 'Drawing, games, and two colleges; what a portfolio is.'))
  })
  await change(3, async (tx, talk) => {
    done(await noteNeed(tx, talk, accountId, { kind: 'travel', words: 'Two buses, and the last one goes at five' }))
    done(await noteNeed(tx, talk, accountId, { kind: 'family', words: '' }))
  })
  await change(3, async (tx, talk) =>
    done(
      await sayMarks(
        tx,
        talk,
        'young-person',
        [
          { mark: 'range', said: 'seen', evidence: 'I know three courses now' },
          { mark: 'change', said: 'not-applicable', evidence: '' },
          { mark: 'strengths', said: 'partly', evidence: '' },
          { mark: 'cv', said: 'not-seen', evidence: '' },
          { mark: 'takes-part', said: 'seen', evidence: 'I asked about the games course' },
          { mark: 'links-choice', said: 'seen', evidence: '' },
        ],
        { how: kind, words: 'It was good to talk about drawing' },
      ),
    ),
  )
  await change(3, async (tx, talk) =>
    done(
      await sayMarks(
        tx,
        talk,
        'adviser',
        [
          { mark: 'range', said: 'partly', evidence: 'Named two of the three at the end' },
          { mark: 'strengths', said: 'seen', evidence: 'Spoke well of the sketchbook' },
        ],
        null,
      ),
    ),
  )
}

function onTalk(
  whose: Whose,
  id: RowId,
  daysAgo: number,
  does: (tx: Tx, talk: Talk) => Promise<unknown>,
): Promise<unknown> {
  return onDay(whose, daysAgo, async tx => {
    const talk = await findTalk(tx, id)
    if (!talk) throw new Error('the demo’s talk cannot be seen')
    return does(tx, talk)
  })
}
