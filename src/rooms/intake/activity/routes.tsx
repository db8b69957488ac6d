/** The register of questions a list raises about what somebody does. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { ActivityQuestionsPage, type ActivityWords } from './pages.tsx'
import type { ActivityQuestion } from './question.ts'
import { findActivityQuestion, listActivityQuestions, updateActivityQuestion } from './questions-store.ts'

const MOST = 200
const questionParam = z.object({ questionId: idParam<RowId>() })

/** What tracking does with an answer, handed down by the house. */
export type ActivityHouse = ActivityWords & {
  /** Sets what somebody does on the word of a place, as at the day its list speaks of. */
  readonly setAsAt: (
    tx: Tx,
    personId: PersonId,
    said: {
      readonly code: string
      readonly organisationId: OrganisationId
      readonly detail: string
      readonly startedOn: Day
      readonly asAt: Day
    },
  ) => Promise<void>
}

export function activityQuestionRoutes(house: ActivityHouse): HouseRoute[] {
  return [
    get('/activity-questions', { permission: 'person.edit', audit: 'activity-question.list-viewed' }, visit =>
      shown(house, visit, false),
    ),
    post(
      '/activity-questions/:questionId',
      { permission: 'person.edit', audit: 'activity-question.answered', params: questionParam },
      async visit => {
        const question = await findActivityQuestion(visit.tx, visit.params.questionId)
        if (!question) return nothing('unknown')
        const answer = visit.body['answer']
        const isSeen =
          Number(visit.body['version']) === question.version &&
          Number(visit.body['spell-version']) === question.spell.version &&
          question.spell.stands
        if (!isSeen || (answer !== 'list' && answer !== 'record')) return shown(house, visit, true)
        if ((await updateActivityQuestion(visit.tx, question, answer)) === 0) return shown(house, visit, true)
        if (answer === 'list') await house.setAsAt(visit.tx, question.personId, saidBy(question))
        await record(visit.tx, {
          action: 'activity-question.answered',
          about: [question.personId],
          target: question.rowId,
          payload: { answer },
        })
        return go('/activity-questions')
      },
    ),
  ]
}

/** Since when, by the list; where that lies before what is on record began, it is true since the day the list speaks of, and what was before stays. */
function saidBy(question: ActivityQuestion) {
  const { code, organisationId, detail, startedOn, asAt, spell } = question
  const since = startedOn > spell.startedOn ? startedOn : asAt
  return { code, organisationId, detail, startedOn: since, asAt }
}

async function shown(house: ActivityHouse, visit: Visit<unknown, unknown>, hasMoved: boolean): Promise<Answer> {
  const lines = await listActivityQuestions(visit.tx, MOST)
  const drawn = html(
    <ActivityQuestionsPage
      visitor={visit.visitor}
      lines={lines}
      words={house}
      most={MOST}
      today={visit.tx.acting.today}
      hasMoved={hasMoved}
    />,
  )
  const about = { about: lines.map(one => one.personId) }
  return hasMoved ? again(drawn, about, 409) : page(drawn, about)
}
