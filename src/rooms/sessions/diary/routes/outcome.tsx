/** The register of what came of an appointment: whether they came, with the contact that came of it. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { alongTo } from '../../along/actions.ts'
import { likelyThere, otherThan } from '../../along/rules.ts'
import type { ContactContent } from '../../contact.ts'
import { contentOf, outcomeForm } from '../../forms.ts'
import { type NextStep, putNextStep, STEP_AT, stepOf } from '../../next-step.ts'
import { TROUBLE_AT } from '../../rules.ts'
import { findSchoolDayOf } from '../../school-days/store.ts'
import { saySetting } from '../../settings/actions.ts'
import { keptSetting } from '../../settings/rules.ts'
import { findSetting } from '../../settings/store.ts'
import { findContact } from '../../store.ts'
import { findOpenVisit } from '../../visits/store.ts'
import { en as contactWords } from '../../words.ts'
import { answerAppointment, tellLeader } from '../actions.ts'
import type { Appointment } from '../appointment.ts'
import { contentOfAnswer, fillOutcome } from '../forms.ts'
import { OutcomePage } from '../pages/outcome-page.tsx'
import { reasonOf } from '../rules.ts'
import { diary as en } from '../words.ts'
import { appointmentParam, beforeIt, goalsFor, type SessionsHouse, withAppointment } from './shared.ts'

export function outcomeRoutes(house: SessionsHouse): HouseRoute[] {
  return [
    get(
      '/appointments/:appointmentId/outcome',
      { permission: 'diary.use', audit: 'appointment.form-opened', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          if (known.state !== 'set') return go(`/people/${frame.person.id}`)
          const [goals, setting, before] = await Promise.all([
            goalsFor(house, visit, frame.person.id),
            findSetting(visit.tx, { appointmentId: known.rowId }),
            beforeIt(visit.tx, known),
          ])
          const others = await othersTo(visit, known)
          const who = { offered: others.map(one => one.accountId), there: likelyThere(others) }
          return page(
            html(
              <OutcomePage
                visitor={visit.visitor}
                frame={frame}
                form={fillOutcome(known, goals, setting, who)}
                goals={goals}
                known={known}
                others={others}
                {...before}
              />,
            ),
            { about: [frame.person.id], target: known.rowId },
          )
        }),
    ),
    post(
      '/appointments/:appointmentId/outcome',
      { permission: 'diary.use', audit: 'appointment.answered', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const { tx } = visit
          const { id } = frame.person
          const [goals, before] = await Promise.all([goalsFor(house, visit, id), beforeIt(tx, known)])
          const others = await othersTo(visit, known)
          const form = outcomeForm(
            goals,
            others.map(one => one.accountId),
          ).read(visit.body)
          const theirs =
            known.state === 'set' || known.contactId === null ? undefined : await findContact(tx, known.contactId)
          const shown = (state: typeof form | ReturnType<typeof addError<keyof typeof form.fields>>, status?: 409) =>
            again(
              html(
                <OutcomePage
                  visitor={visit.visitor}
                  frame={frame}
                  form={state}
                  goals={goals}
                  known={known}
                  others={others}
                  theirs={theirs}
                  {...before}
                  isOver={known.state !== 'set'}
                />,
              ),
              { about: [id], target: known.rowId },
              status,
            )
          // Sent twice, it was written down the first time: by what it says, so that nobody's words are passed over.
          const { accountId } = actorOfVisit(visit)
          const said = form.ok && {
            ...contentOfAnswer(form.value, contentOf(form.value)),
            // Of whom nobody met, nobody was there either.
            there: form.value.came === 'missed' ? [] : form.value.there,
            reasonWords: form.value['reason-words'] ?? '',
            step: stepOf(form.value),
          }
          if (said && isNext(visit, known) && (await isOwnAnswer(tx, known, accountId, said)))
            return go(`/people/${id}`, { seen: { about: [id], target: known.rowId } })
          if (isStale(visit, known) || known.state !== 'set') return shown(addError(form, en.stale), 409)
          if (!form.ok || !said) return shown(form)
          const { came, reasonWords, step } = said
          const content = { ...said.content, colleagues: said.there }
          const answered = await answerAppointment(tx, known, accountId, { came, content, reasonWords })
          if (!answered.ok) {
            if (answered.why === 'unknown') return nothing('unknown', [id])
            if (answered.why === 'stale') return shown(addError(form, en.stale), 409)
            if (answered.why === 'not-yet') return shown(addError(form, en.notYet, 'came'))
            return shown(addError(form, contactWords.troubles[answered.why], TROUBLE_AT[answered.why]))
          }
          const contactId = answered.value
          if (form.value.came !== 'missed')
            await saySetting(tx, id, { contactId }, keptSetting(content.kind, form.value.setting))
          const put = step && (await putNextStep(tx, house.intoPlan, { personId: id, accountId, contactId, step }))
          if (put && !put.ok) return shown(addError(form, contactWords.stepTroubles[put.why], STEP_AT[put.why]))
          // Whoever is waited for says that they are back: the commonest alarm is of one who forgot to.
          const out = await findOpenVisit(tx, known.rowId, accountId)
          if (out) return go(`/visits/${out.rowId}`)
          // In a school the next one waits outside.
          const schoolDayId = await findSchoolDayOf(tx, known.rowId)
          if (schoolDayId) return go(`/school-days/${schoolDayId}`)
          return go(visit.body['then'] === 'record' ? `/people/${id}` : `/diary?on=${known.onDay}`)
        }),
    ),
    post(
      '/appointments/:appointmentId/leader-told',
      { permission: 'diary.use', audit: 'appointment.leader-told', params: appointmentParam },
      visit =>
        withAppointment(house, visit, async (frame, known) => {
          const leader = await house.leaderOf(visit.tx, actorOfVisit(visit).accountId)
          const mayBeTold = leader !== undefined && leader !== actorOfVisit(visit).accountId && !known.isRestricted
          // Pressed twice, it was told once.
          if (mayBeTold && known.state === 'missed') await tellLeader(visit.tx, known, leader)
          return mayBeTold
            ? go('/missed', { seen: { about: [frame.person.id] } })
            : nothing('no leader', [frame.person.id])
        }),
    ),
  ]
}

/** Who goes there besides the visitor. */
async function othersTo(visit: Visit<unknown, unknown>, known: Appointment) {
  const lines = (await alongTo(visit.tx, [known])).get(known.rowId) ?? []
  return otherThan(lines, actorOfVisit(visit).accountId)
}

/** Whether what stands is what the form says, by the same hand. */
async function isOwnAnswer(
  tx: Tx,
  known: Appointment,
  by: AccountId,
  said: ReturnType<typeof contentOfAnswer> & {
    readonly reasonWords: string
    readonly step: NextStep | undefined
    readonly there: readonly AccountId[]
  },
): Promise<boolean> {
  const { came, reasonWords } = said
  if (known.state !== came.state || known.reason !== reasonOf(came) || known.reasonWords !== reasonWords) return false
  const contact = known.contactId === null ? undefined : await findContact(tx, known.contactId)
  return (
    contact !== undefined &&
    contact.accountId === by &&
    (contact.nextTargetId !== null) === (said.step !== undefined) &&
    (contact.colleagues ?? []).join() === said.there.join() &&
    (Object.keys(said.content) as (keyof ContactContent)[]).every(field => contact[field] === said.content[field])
  )
}
