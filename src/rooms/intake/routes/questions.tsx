/** The register of questions: what lists ask, an objection to ask again at 16, two records that may be one person. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { addMonths, formatDay } from '#ground/day.ts'
import { isId, type PersonId, type RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { type ComparedPerson, compareWithPeople, type SideShown } from '#rooms/matching/index.ts'
import { listPeople, maskUpn, type Person } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { type Answer as Answered, answerQuestion, candidatesOf } from '../actions/answers.ts'
import { answerObjection } from '../actions/person-questions.ts'
import { objectionForm } from '../forms.ts'
import { ObjectionPage } from '../pages/person-question-pages.tsx'
import { type QuestionLine, QuestionPage, QuestionsPage } from '../pages/question-pages.tsx'
import type { ReadRow } from '../reading/read-row.ts'
import type { ListQuestion, PersonQuestion, Question } from '../run.ts'
import { soughtFor } from '../sought.ts'
import { findQuestion, listQuestions } from '../store/questions.ts'
import { findRow } from '../store/rows.ts'
import { findNameSaid } from '../store/said.ts'
import { en, whys } from '../words.ts'
import { answerOfCorrection, correctionHtml } from './corrections.tsx'

const questionParam = z.object({
  questionId: idParam<RowId>(),
})

export function questionRoutes(): HouseRoute[] {
  return [
    get('/questions', { permission: 'question.answer', audit: 'question.list-viewed' }, async visit => {
      const lines = await linesOf(visit.tx, await listQuestions(visit.tx, 500))
      return page(html(<QuestionsPage visitor={visit.visitor} today={visit.tx.acting.today} lines={lines} />), {
        about: lines.flatMap(l => l.question.personIds),
      })
    }),
    get(
      '/questions/:questionId',
      { permission: 'question.answer', audit: 'question.viewed', params: questionParam },
      visit =>
        withQuestion(visit, {
          ofList: async question => {
            const sides = await sidesOf(visit.tx, question)
            return page(await questionHtml(visit, question, sides, undefined), {
              about: sides.map(s => s.personId),
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
            // Only those who were shown can be the answer.
            const isShown =
              answer?.kind !== 'this-person' ||
              (await sidesOf(visit.tx, question)).some(s => s.personId === answer.personId)
            const outcome = answer && isShown ? await answerQuestion(visit.tx, question, answer) : undefined
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
  if (question?.state !== 'open') return nothing('unknown')
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

function objectionHtml(
  visit: OfQuestion,
  question: PersonQuestion,
  [person]: readonly Person[],
  form: Parameters<typeof ObjectionPage>[0]['form'],
): Drawn {
  if (!person) throw new Error('an objection is somebody’s')
  return html(<ObjectionPage visitor={visit.visitor} question={question} person={person} form={form} />)
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
  sides: readonly ComparedPerson[],
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
      why: row === undefined ? undefined : whys[row.why],
      who:
        (question.kind === 'gone' ? await findNameSaid(tx, question.organisationId, question.sourceKey) : undefined) ??
        row?.shownName ??
        (person ? `${person.family}, ${person.given}` : en.hiddenPerson),
      partner: question.organisationId === null ? en.byNoList : (partners.get(question.organisationId) ?? ''),
    })
  }
  return lines
}

/** The row beside everyone it may be whom the visitor may know (K8): somebody they may not know is not offered. */
async function sidesOf(tx: Tx, question: ListQuestion): Promise<ComparedPerson[]> {
  if (question.kind === 'gone' || question.row === null) return []
  const row = await findRow(tx, question.runId, question.row)
  if (!row?.content) return []
  const people = await listPeople(tx, await candidatesOf(tx, question))
  return compareWithPeople(tx, soughtFor(row.content, question.organisationId), sideOfRow(row.content, row.row), people)
}

function sideOfRow(content: ReadRow, row: number): SideShown {
  const sought = soughtFor(content, null)
  return {
    title: `${content.legal.given} ${content.legal.family}`,
    says: en.onList(row),
    href: null,
    values: {
      given: sought.names.map(n => n.given),
      family: [...new Set(sought.names.map(n => n.family))],
      born: [formatDay(content.bornOn)],
      postcode: sought.postcodes,
      upn: sought.upns.map(maskUpn),
      uln: sought.ulns,
      nhs: sought.nhss,
      phone: sought.phones,
      email: sought.emails,
    },
    context: {},
  }
}

async function partnerNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
}
