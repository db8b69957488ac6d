/** The register of corrections by question, and a data officer's answer to one. */
import { z } from 'zod'
import type { PersonId, RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FramePerson, Person, PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { answerCorrection, askCorrection, correctionsOf } from '../actions/corrections.ts'
import { correctionAnswerForm, correctionForm } from '../forms.ts'
import { AskCorrectionPage, CorrectionPage } from '../pages/correction-pages.tsx'
import type { PersonQuestion } from '../run.ts'
import { findCorrection } from '../store/corrections.ts'
import { en } from '../words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
type OfPerson = Visit<{ personId: PersonId }, unknown>

export function correctionRoutes(house: { frame: FramePerson }): HouseRoute[] {
  const shown = async (
    visit: OfPerson,
    frame: PersonFrame,
    form: Parameters<typeof AskCorrectionPage>[0]['form'],
  ): Promise<Drawn> =>
    html(
      <AskCorrectionPage
        visitor={visit.visitor}
        today={visit.tx.acting.today}
        frame={frame}
        form={form}
        asked={await correctionsOf(visit.tx, frame.person.id, actorOfVisit(visit).organisationId)}
      />,
    )
  return [
    get(
      '/people/:personId/correction',
      { permission: 'question.ask', audit: 'question.form-opened', params: personParam },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        return page(await shown(visit, frame, correctionForm.empty()), { about: [frame.person.id] })
      },
    ),
    post(
      '/people/:personId/correction',
      { permission: 'question.ask', audit: 'question.asked', params: personParam },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        const read = correctionForm.read(visit.body)
        if (!read.ok) return again(await shown(visit, frame, read), { about: [frame.person.id] })
        const actor = actorOfVisit(visit)
        await askCorrection(visit.tx, {
          personId: frame.person.id,
          askedBy: actor.accountId,
          askedFor: actor.organisationId,
          text: read.value.text,
        })
        return go(`/people/${frame.person.id}/correction`)
      },
    ),
  ]
}

type OfQuestion = Visit<{ questionId: RowId }, unknown>
type AnswerForm = Parameters<typeof CorrectionPage>[0]['form']

/** The page a data officer answers a correction on. */
export async function correctionHtml(
  visit: OfQuestion,
  question: PersonQuestion,
  [person]: readonly Person[],
  form: AnswerForm = correctionAnswerForm.empty(),
): Promise<Drawn> {
  const { tx } = visit
  const correction = await findCorrection(tx, question.id)
  if (!person || !correction) throw new Error('a correction is somebody’s')
  const name = (await findNames(tx, [correction.askedBy])).get(correction.askedBy) ?? ''
  const organisation = (await listOrganisations(tx)).find(o => o.id === correction.askedFor)?.name ?? ''
  return html(
    <CorrectionPage
      visitor={visit.visitor}
      question={question}
      person={person}
      correction={correction}
      askedBy={en.saidBySomebody(name, organisation)}
      form={form}
    />,
  )
}

/** Takes a data officer's answer. */
export async function answerOfCorrection(
  visit: OfQuestion,
  question: PersonQuestion,
  people: readonly Person[],
): Promise<Answer> {
  const read = correctionAnswerForm.read(visit.body)
  if (!read.ok) return again(await correctionHtml(visit, question, people, read), { about: question.personIds })
  const { answer, words } = read.value
  const outcome = await answerCorrection(visit.tx, question, { corrected: answer === 'corrected', words })
  return outcome.ok ? go('/questions') : nothing(outcome.why)
}
