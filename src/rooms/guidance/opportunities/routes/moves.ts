/** What was sent for each step of an application, as its action takes it. */
import type { Tx } from '#ground/database/tx.ts'
import { type Result, refused } from '#ground/result.ts'
import {
  acceptOffer,
  answerSuggestion,
  prepare,
  putForward,
  type StepTrouble,
  sayResult,
  sayStarted,
  setInterview,
  withdraw,
} from '../actions/applications.ts'
import { type Application, KIT, type Move, type StepLine } from '../application.ts'
import {
  acceptForm,
  FORMS,
  interviewForm,
  kitOf,
  prepareForm,
  putForm,
  resultForm,
  startForm,
  wantForm,
  withdrawForm,
} from '../forms.ts'

type Body = Readonly<Record<string, unknown>>
type Taken = Promise<Result<null, StepTrouble>>

/** Takes a step with what was typed; what cannot be read is a step that is not there to be taken. */
export function take(tx: Tx, was: Application, move: Move, body: Body): Taken {
  return TAKERS[move](tx, was, body) ?? Promise.resolve(refused('not-now'))
}

const TAKERS: Readonly<Record<Move, (tx: Tx, was: Application, body: Body) => Taken | undefined>> = {
  want(tx, was, body) {
    const read = wantForm.read(body)
    if (!read.ok) return undefined
    const { wants, needs } = read.value
    return answerSuggestion(tx, was, { wants, ownWords: read.value['own-words'] ?? '', needs })
  },
  'put-forward'(tx, was, body) {
    const read = putForm.read(body)
    if (!read.ok) return undefined
    const { tells } = read.value
    return putForward(tx, was, { on: read.value['put-on'], tells, tellsWords: read.value['tells-words'] ?? '' })
  },
  prepare(tx, was, body) {
    const read = prepareForm.read(body)
    if (!read.ok) return undefined
    return prepare(tx, was, { prepared: read.value.prepared, words: read.value['prepared-words'] ?? '' })
  },
  interview(tx, was, body) {
    const read = interviewForm.read(body)
    if (!read.ok) return undefined
    const { value } = read
    return setInterview(tx, was, {
      ...{ on: value['interview-on'], at: value['interview-at'], withThem: value['with-them'] },
      ...{ journey: value.journey ?? '', kit: kitOf(value) },
    })
  },
  result(tx, was, body) {
    const read = resultForm.read(body)
    return read.ok
      ? sayResult(tx, was, { offered: read.value.offered, words: read.value['result-words'] ?? '' })
      : undefined
  },
  accept(tx, was, body) {
    const read = acceptForm.read(body)
    return read.ok
      ? acceptOffer(tx, was, { startsOn: read.value['starts-on'], words: read.value['accept-words'] ?? '' })
      : undefined
  },
  start(tx, was, body) {
    const read = startForm.read(body)
    return read.ok
      ? sayStarted(tx, was, { started: read.value.started, words: read.value['start-words'] ?? '' })
      : undefined
  },
  withdraw(tx, was, body) {
    const read = withdrawForm.read(body)
    return read.ok
      ? withdraw(tx, was, { reason: read.value.reason, words: read.value['withdraw-words'] ?? '' })
      : undefined
  },
}

/**
 * Whether what was sent is what the last step left: the same answers, so that a button pressed twice does it once. Another
 * answer from the page before is none of that, and must not be dropped.
 */
export function standsAs(move: Move, body: Body, a: Application, last: StepLine): boolean {
  const read = FORMS[move].read(body)
  if (!read.ok) return false
  const stands = AS_ANSWERED[move](a, last)
  const given: Readonly<Record<string, unknown>> = read.value
  return Object.keys(given).every(key => JSON.stringify(given[key] ?? '') === JSON.stringify(stands[key] ?? ''))
}

/** What stands once a step was done, as the answers of its form. */
const AS_ANSWERED: Readonly<Record<Move, (a: Application, last: StepLine) => Readonly<Record<string, unknown>>>> = {
  want: a => ({ wants: a.state === 'wanted', 'own-words': a.ownWords, needs: a.needs }),
  'put-forward': a => ({ 'put-on': a.putOn, tells: a.tells, 'tells-words': a.tellsWords }),
  prepare: a => ({ prepared: a.prepared, 'prepared-words': a.preparedWords }),
  interview: a => ({
    ...{ 'interview-on': a.interviewOn, 'interview-at': a.interviewAt, 'with-them': a.withThem },
    journey: a.journey,
    ...Object.fromEntries(KIT.map(item => [`kit-${item}`, a.kit[item]])),
  }),
  result: a => ({ offered: a.state === 'offered', 'result-words': a.resultWords }),
  accept: (a, last) => ({ 'starts-on': a.startsOn, 'accept-words': last.words }),
  start: (a, last) => ({ started: a.state === 'started', 'start-words': last.words }),
  withdraw: (a, last) => ({ reason: a.reason, 'withdraw-words': last.words }),
}
