/** The register of questions: what lists ask, an objection to ask again at 16, two records that may be one person. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { addMonths } from '#ground/day.ts'
import { isId, type PersonId, type RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import { mergeAddress } from '#rooms/matching/index.ts'
import { listAddresses, listIdentifiers, listPeople, maskUpn, type Person } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { type Answer as Answered, answerQuestion, candidatesOf } from '../actions/answers.ts'
import { answerObjection, answerPair } from '../actions/person-questions.ts'
import { objectionForm } from '../forms.ts'
import { ObjectionPage, PairPage } from '../pages/person-question-pages.tsx'
import { type QuestionLine, QuestionPage, QuestionsPage, type Side } from '../pages/question-pages.tsx'
import type { ListQuestion, PersonQuestion, Question } from '../run.ts'
import { findQuestion, listQuestions } from '../store/questions.ts'
import { findRow } from '../store/rows.ts'
import { en } from '../words.ts'
import { answerOfCorrection, correctionHtml } from './corrections.tsx'

const questionParam = z.object({
  questionId: idParam<RowId>(),
})

export function questionRoutes(): HouseRoute[] {
  return [
    get('/questions', { permission: 'question.answer', audit: 'question.list-viewed' }, async visit => {
      const lines = await linesOf(visit.tx, await listQuestions(visit.tx, 'open', 500))
      const kept = await linesOf(visit.tx, await listQuestions(visit.tx, 'kept', 500))
      return page(
        html(<QuestionsPage visitor={visit.visitor} today={visit.tx.acting.today} lines={lines} kept={kept} />),
        { about: [...lines, ...kept].flatMap(l => l.question.personIds) },
      )
    }),
    get(
      '/questions/:questionId',
      { permission: 'question.answer', audit: 'question.viewed', params: questionParam },
      visit =>
        withQuestion(visit, {
          ofList: async question => {
            const sides = await sidesOf(visit.tx, question)
            return page(await questionHtml(visit, question, sides, undefined), {
              about: sides.flatMap(s => (s.personId ? [s.personId] : [])),
              target: question.id,
            })
          },
          ofPeople: async (question, people) =>
            page(await personQuestionHtml(visit, question, people), { about: question.personIds, target: question.id }),
        }),
    ),
    post(
      '/questions/:questionId',
      { permission: 'question.answer', audit: 'question.answered', params: questionParam },
      visit =>
        withQuestion(visit, {
          ofList: async question => {
            const answer = answerFrom(visit.body['answer'])
            const outcome = answer && (await answerQuestion(visit.tx, question, answer))
            if (outcome?.ok) return go('/questions')
            const trouble = outcome?.why === 'answered' ? en.answered : en.notOffered
            return again(await questionHtml(visit, question, await sidesOf(visit.tx, question), trouble))
          },
          ofPeople: (question, people) => answerOfPeople(visit, question, people),
        }),
    ),
  ]
}

type OfQuestion = Visit<{ questionId: RowId }, unknown>

function personQuestionHtml(
  visit: OfQuestion,
  question: PersonQuestion,
  people: readonly Person[],
): Promise<Drawn> | Drawn {
  switch (question.kind) {
    case 'objection':
      return objectionHtml(visit, question, people, formFor(visit, people).empty())
    case 'alike':
      return pairHtml(visit, question, people, undefined)
    case 'correction':
      return correctionHtml(visit, question, people)
    default:
      return question.kind satisfies never
  }
}

function answerOfPeople(visit: OfQuestion, question: PersonQuestion, people: readonly Person[]): Promise<Answer> {
  switch (question.kind) {
    case 'objection':
      return answerOfObjection(visit, question, people)
    case 'alike':
      return answerOfPair(visit, question, people)
    case 'correction':
      return answerOfCorrection(visit, question, people)
    default:
      return question.kind satisfies never
  }
}

/**
 * The question of an address. One about people of whom the visitor may not know all reads like one that does not exist: a
 * record may have been shut since it was asked (K8).
 */
async function withQuestion(
  visit: OfQuestion,
  work: {
    ofList(question: ListQuestion): Promise<Answer>
    ofPeople(question: PersonQuestion, people: readonly Person[]): Promise<Answer>
  },
): Promise<Answer> {
  const question = await findQuestion(visit.tx, visit.params.questionId)
  if (question?.state !== 'open' && question?.state !== 'kept') return nothing('unknown')
  if (question.runId !== null) return work.ofList(question)
  const people = await knownOf(visit.tx, question)
  return people === undefined ? nothing('unknown') : work.ofPeople(question, people)
}

/** The people of a question in its order, when the visitor may know every one of them. */
async function knownOf(tx: Tx, question: PersonQuestion): Promise<Person[] | undefined> {
  const found = new Map((await listPeople(tx, question.personIds)).map(p => [p.id, p]))
  const people = question.personIds.flatMap(id => found.get(id) ?? [])
  return people.length === question.personIds.length && people.every(p => p.state === 'active') ? people : undefined
}

function formFor(visit: OfQuestion, [person]: readonly Person[]) {
  const { today } = visit.tx.acting
  return objectionForm({ sixteenOn: person?.bornOn ? addMonths(person.bornOn, 16 * 12) : today, today })
}

async function answerOfObjection(
  visit: OfQuestion,
  question: PersonQuestion,
  people: readonly Person[],
): Promise<Answer> {
  const form = formFor(visit, people).read(visit.body)
  if (!form.ok) return again(objectionHtml(visit, question, people, form), { about: question.personIds })
  const { objects, on, by } = form.value
  const outcome = await answerObjection(visit.tx, question, { stands: objects === 'yes', on, by })
  return outcome.ok ? go('/questions') : nothing(outcome.why)
}

async function answerOfPair(visit: OfQuestion, question: PersonQuestion, people: readonly Person[]): Promise<Answer> {
  const answer = (['two-people', 'for-joining'] as const).find(a => a === visit.body['answer'])
  if (!answer) return again(await pairHtml(visit, question, people, en.notOffered), { about: question.personIds })
  const outcome = await answerPair(visit.tx, question, answer)
  return outcome.ok ? go('/questions') : nothing(outcome.why)
}

function objectionHtml(
  visit: OfQuestion,
  question: PersonQuestion,
  [person]: readonly Person[],
  form: Parameters<typeof ObjectionPage>[0]['form'],
): Drawn {
  if (!person) throw new Error('an objection is somebody’s')
  return html(<ObjectionPage visitor={visit.visitor} question={question} person={person} form={form} />)
}

async function pairHtml(
  visit: OfQuestion,
  question: PersonQuestion,
  people: readonly Person[],
  trouble: string | undefined,
): Promise<Drawn> {
  const sides: Side[] = []
  for (const [i, person] of people.entries())
    sides.push({ ...(await sideOf(visit.tx, person)), title: i === 0 ? en.newRecord : en.otherRecord, answer: null })
  // The one on record before is proposed to stay.
  const [made, before] = people
  const joinHref =
    made && before && roleMay(actorOfVisit(visit).role, 'people.merge') ? mergeAddress(before.id, made.id) : undefined
  return html(
    <PairPage visitor={visit.visitor} question={question} joinHref={joinHref} sides={sides} trouble={trouble} />,
  )
}

function answerFrom(given: unknown): Answered | undefined {
  if (typeof given !== 'string') return undefined
  if (given.startsWith('this-person:') && isId(given.slice(12)))
    return { kind: 'this-person', personId: given.slice(12) as PersonId }
  const kind = (['new-person', 'left', 'still-here', 'do-not-know'] as const).find(k => k === given)
  return kind && { kind }
}

async function questionHtml(
  visit: Visit<unknown, unknown>,
  question: ListQuestion,
  sides: readonly Side[],
  trouble: string | undefined,
): Promise<Drawn> {
  const [line] = await linesOf(visit.tx, [question])
  if (!line) throw new Error('a question makes one line')
  return html(<QuestionPage visitor={visit.visitor} line={line} sides={sides} trouble={trouble} />)
}

async function linesOf(tx: Tx, questions: readonly Question[]): Promise<QuestionLine[]> {
  const partners = await partnerNames(tx)
  const people = new Map(
    (
      await listPeople(
        tx,
        questions.flatMap(q => q.personIds),
      )
    ).map(p => [p.id, p]),
  )
  const lines: QuestionLine[] = []
  for (const question of questions) {
    // A record that was shut since it was asked about is not shown to be there (K5, K8).
    if (question.runId === null && (await knownOf(tx, question)) === undefined) continue
    const row =
      question.runId !== null && question.kind === 'who' && question.row !== null
        ? await findRow(tx, question.runId, question.row)
        : undefined
    const [first] = question.personIds
    const person = first === undefined ? undefined : people.get(first)
    lines.push({
      question,
      who: row?.shownName ?? (person ? `${person.family}, ${person.given}` : en.hiddenPerson),
      partner: question.organisationId === null ? en.byNoList : (partners.get(question.organisationId) ?? ''),
    })
  }
  return lines
}

/** The row first, then everyone it may be whom the visitor may know (K8): somebody they may not know is not offered. */
async function sidesOf(tx: Tx, question: ListQuestion): Promise<(Side & { personId?: PersonId })[]> {
  if (question.kind === 'gone') return []
  const row = question.row === null ? undefined : await findRow(tx, question.runId, question.row)
  const content = row?.content
  const sides: (Side & { personId?: PersonId })[] = content
    ? [
        {
          title: en.onList,
          href: null,
          name: `${content.legal.given} ${content.legal.family}`,
          born: content.bornOn,
          postcode: content.postcode ?? '',
          numbers: [content.uln ?? '', content.upn === null ? '' : maskUpn(content.upn)].filter(Boolean).join(', '),
          answer: null,
        },
      ]
    : []
  for (const person of await listPeople(tx, await candidatesOf(tx, question)))
    sides.push({ ...(await sideOf(tx, person)), personId: person.id })
  return sides
}

/** Somebody on record, as one side of a comparison. */
async function sideOf(tx: Tx, person: Person): Promise<Side> {
  const addresses = (await listAddresses(tx, person.id)).filter(a => a.replacedAt === null)
  const numbers = await listIdentifiers(tx, person.id)
  return {
    title: en.onRecord,
    href: `/people/${person.id}`,
    name: `${person.given} ${person.family}`,
    born: person.bornOn,
    postcode: addresses.map(a => a.postcode ?? '').join(', '),
    numbers: numbers.map(n => (n.kind === 'upn' ? maskUpn(n.value) : n.value)).join(', '),
    answer: { value: `this-person:${person.id}`, text: en.thisPerson },
  }
}

async function partnerNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
}
