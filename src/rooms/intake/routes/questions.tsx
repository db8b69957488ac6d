/** The register of agreements and questions. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { isAfter } from '#ground/day.ts'
import { type AccountId, isId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, listColleagues, post, type Visit } from '#rooms/identity/index.ts'
import { listAddresses, listIdentifiers, listPeople, maskUpn } from '#rooms/people/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { type Answer as Answered, answerQuestion, candidatesOf } from '../actions/answers.ts'
import { fieldsFor, makeAgreement } from '../actions/runs.ts'
import { agreementForm } from '../forms.ts'
import { AgreementPage, AgreementsPage } from '../pages/agreement-pages.tsx'
import { type QuestionLine, QuestionPage, QuestionsPage, type Side } from '../pages/question-pages.tsx'
import type { Question } from '../run.ts'
import { findQuestion, findRow, listQuestions } from '../store/rows.ts'
import { listAgreements } from '../store/runs.ts'
import { en } from '../words.ts'

const questionParam = z.object({
  questionId: idParam<RowId>(),
})

export function questionRoutes(): HouseRoute[] {
  return [
    get('/agreements', { permission: 'agreement.manage', audit: 'agreement.list-viewed' }, async visit =>
      page(
        html(
          <AgreementsPage
            visitor={visit.visitor}
            agreements={await listAgreements(visit.tx)}
            partners={await partnerNames(visit.tx)}
          />,
        ),
      ),
    ),
    get('/agreements/new', { permission: 'agreement.manage', audit: { none: 'an empty form' } }, async visit =>
      page(
        html(
          <AgreementPage
            visitor={visit.visitor}
            form={agreementForm.fill({ youngest: 13, oldest: 25, fields: fieldsFor('college') })}
            {...(await choices(visit.tx))}
          />,
        ),
      ),
    ),
    post('/agreements/new', { permission: 'agreement.manage', audit: 'agreement.made' }, async visit => {
      const form = agreementForm.read(visit.body)
      const offered = await choices(visit.tx)
      const shown = (state: Parameters<typeof AgreementPage>[0]['form']) =>
        again(html(<AgreementPage visitor={visit.visitor} form={state} {...offered} />))
      if (!form.ok) return shown(form)
      const { value } = form
      if (!offered.partners.some(o => o.id === value.partner))
        return shown(addError(form, en.missingPartner, 'partner'))
      if (!isAfter(value.review, visit.tx.acting.today)) return shown(addError(form, en.reviewPast, 'review'))
      const officer = offered.officers.find(o => o.id === value.officer)
      await makeAgreement(visit.tx, {
        organisationId: value.partner as OrganisationId,
        purpose: value.purpose,
        power: value.power,
        fields: value.fields,
        youngest: value.youngest,
        oldest: value.oldest,
        assessmentReference: value.reference,
        reviewOn: value.review,
        missingOfficerId: (officer?.id as AccountId | undefined) ?? null,
      })
      return go('/agreements')
    }),
    get('/questions', { permission: 'question.answer', audit: 'question.list-viewed' }, async visit => {
      const lines = await linesOf(visit.tx, await listQuestions(visit.tx, 500))
      return page(html(<QuestionsPage visitor={visit.visitor} today={visit.tx.acting.today} lines={lines} />), {
        about: lines.flatMap(l => l.question.personIds),
      })
    }),
    get(
      '/questions/:questionId',
      { permission: 'question.answer', audit: 'question.viewed', params: questionParam },
      async visit => {
        const question = await findQuestion(visit.tx, visit.params.questionId)
        if (question?.state !== 'open') return nothing('unknown')
        const sides = await sidesOf(visit.tx, question)
        return page(await questionHtml(visit, question, sides, undefined), {
          about: sides.flatMap(s => (s.personId ? [s.personId] : [])),
          target: question.id,
        })
      },
    ),
    post(
      '/questions/:questionId',
      { permission: 'question.answer', audit: 'question.answered', params: questionParam },
      async visit => {
        const question = await findQuestion(visit.tx, visit.params.questionId)
        if (question?.state !== 'open') return nothing('unknown')
        const answer = answerFrom(visit.body['answer'])
        const outcome = answer && (await answerQuestion(visit.tx, question, answer))
        if (outcome?.ok) return go('/questions')
        const trouble = outcome?.why === 'answered' ? en.answered : en.notOffered
        return again(await questionHtml(visit, question, await sidesOf(visit.tx, question), trouble))
      },
    ),
  ]
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
  question: Question,
  sides: readonly Side[],
  trouble: string | undefined,
): Promise<string> {
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
    const row =
      question.kind === 'who' && question.row !== null ? await findRow(tx, question.runId, question.row) : undefined
    const [first] = question.personIds
    const person = first === undefined ? undefined : people.get(first)
    lines.push({
      question,
      who: row?.shownName ?? (person ? `${person.family}, ${person.given}` : en.hiddenPerson),
      partner: partners.get(question.organisationId) ?? '',
    })
  }
  return lines
}

/** The row first, then everyone it may be whom the visitor may know (K8): somebody they may not know is not offered. */
async function sidesOf(tx: Tx, question: Question): Promise<(Side & { personId?: PersonId })[]> {
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
  for (const person of await listPeople(tx, await candidatesOf(tx, question))) {
    const addresses = (await listAddresses(tx, person.id)).filter(a => a.replacedAt === null)
    const numbers = await listIdentifiers(tx, person.id)
    sides.push({
      personId: person.id,
      title: en.onRecord,
      href: `/people/${person.id}`,
      name: `${person.given} ${person.family}`,
      born: person.bornOn,
      postcode: addresses.map(a => a.postcode ?? '').join(', '),
      numbers: numbers.map(n => (n.kind === 'upn' ? maskUpn(n.value) : n.value)).join(', '),
      answer: { value: `this-person:${person.id}`, text: en.thisPerson },
    })
  }
  return sides
}

async function partnerNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
}

async function choices(tx: Tx) {
  const partners = (await listOrganisations(tx))
    .filter(o => o.kind !== 'partnership-service')
    .map(o => ({ id: o.id as string, name: o.name }))
  const officers = (await listColleagues(tx))
    .filter(c => c.state === 'active')
    .map(c => ({ id: c.accountId as string, name: c.name }))
  return { partners, officers }
}
