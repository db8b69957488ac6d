/** The register of contacts. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { findPerson, type PersonFrame } from '#rooms/people/index.ts'
import { localAddress } from '#web/back-to.ts'
import type { Body } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { changeContact, dropNextStep, finishNextStep, recordContact } from './actions.ts'
import type { There } from './along/companion.ts'
import { thereFor } from './along/offered.ts'
import { alongRoutes } from './along/routes.tsx'
import type { Contact, ContactContent } from './contact.ts'
import { closeMeetingOf } from './diary/actions.ts'
import { type FeedHouse, feedRoutes } from './diary/feed/routes.tsx'
import { arrangingRoutes } from './diary/routes/arranging.tsx'
import { diaryRoutes } from './diary/routes/diary.tsx'
import { outcomeRoutes } from './diary/routes/outcome.tsx'
import { goalsFor, personParam, type SessionsHouse } from './diary/routes/shared.ts'
import { findAppointmentOf } from './diary/store.ts'
import { firstContactRoutes } from './first-contacts/routes.tsx'
import { changeForm, contactForm, contentOf, fillContact, nextStepForm, type OfferedGoal } from './forms.ts'
import { groupRoutes } from './groups/routes/index.ts'
import { hoursRoutes } from './hours/routes.tsx'
import { putNextStep, STEP_AT, stepOf } from './next-step.ts'
import type { NotebookHouse } from './notebook/house.ts'
import type { Mark } from './notebook/notebook.ts'
import { notebookRoutes } from './notebook/routes.tsx'
import { findMark } from './notebook/store.ts'
import type { ContactFields } from './pages/contact-fields.tsx'
import { ContactPage } from './pages/contact-pages.tsx'
import { NextStepPage } from './pages/next-step-page.tsx'
import { isGroupKind, TROUBLE_AT } from './rules.ts'
import { runRoutes } from './runs/routes.tsx'
import { schoolDayRoutes } from './school-days/routes.tsx'
import { saySetting } from './settings/actions.ts'
import { settingRoutes } from './settings/routes.tsx'
import { keptSetting } from './settings/rules.ts'
import { findSetting, findSheetOf } from './settings/store.ts'
import { findContact } from './store.ts'
import { ownGroupRoutes } from './support-groups/own/routes.tsx'
import { supportRoutes } from './support-groups/routes/index.ts'
import { visitRoutes } from './visits/routes.tsx'
import { en } from './words.ts'

const contactParam = z.object({
  contactId: idParam<RowId>(),
})
/** The list the form was opened from, when it was: it leads back there. */
const newQuery = z.object({
  back: z.unknown().optional().transform(localAddress),
  // From a list of whom nobody reached.
  kind: z.enum(['tried']).optional().catch(undefined),
})
/** Contacts, and the diary. */
export function sessionRoutes(house: SessionsHouse & FeedHouse & NotebookHouse): HouseRoute[] {
  const newPage = (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    form: FormState<ContactFields>,
    back: string | undefined,
    goals: readonly OfferedGoal[],
  ) =>
    html(
      <ContactPage
        visitor={visit.visitor}
        frame={frame}
        form={form}
        goals={goals}
        action={`/people/${frame.person.id}/contacts/new`}
        back={back}
        version={undefined}
        theirs={undefined}
      />,
    )
  const changePage = (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    form: FormState<ContactFields>,
    contact: Contact,
    theirs?: Contact,
    shown: {
      readonly meeting?: string | undefined
      readonly mark?: Mark | undefined
      readonly isFromPaper?: boolean
      readonly there?: string | undefined
      readonly offered?: readonly There[]
    } = {},
  ) =>
    html(
      <ContactPage
        visitor={visit.visitor}
        frame={frame}
        form={form}
        goals={[]}
        action={`/contacts/${contact.rowId}`}
        back={undefined}
        version={contact.version}
        meeting={shown.meeting}
        there={shown.there}
        offered={shown.offered ?? []}
        mark={shown.mark}
        isFromPaper={shown.isFromPaper === true}
        known={contact}
        theirs={theirs}
      />,
    )

  return [
    get(
      '/people/:personId/contacts/new',
      { permission: 'contact.record', audit: 'contact.form-opened', params: personParam, query: newQuery },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        const goals = await goalsFor(house, visit, frame.person.id)
        const form = fillContact({ today: visit.tx.acting.today, kind: visit.query.kind }, goals)
        return page(newPage(visit, frame, form, visit.query.back, goals), { about: [frame.person.id] })
      },
    ),
    post(
      '/people/:personId/contacts/new',
      { permission: 'contact.record', audit: 'contact.recorded', params: personParam },
      async visit => {
        const { personId } = visit.params
        const person = await findPerson(visit.tx, personId)
        if (person?.state !== 'active') return nothing('unknown', [personId])
        const { accountId } = actorOfVisit(visit)
        // Most contacts are saved without a word of the plan: it is read only where one is said, or the page is shown again.
        const named = visit.body['goal'] ? await goalsFor(house, visit, personId) : []
        const form = contactForm(named).read(visit.body)
        const seen = { about: [personId] }
        const outcome = form.ok && (await recordContact(visit.tx, personId, accountId, contentOf(form.value)))
        const back = localAddress(visit.body['back'])
        const step = form.ok ? stepOf(form.value) : undefined
        const put =
          outcome && outcome.ok && step
            ? await putNextStep(visit.tx, house.intoPlan, { personId, accountId, contactId: outcome.value, step })
            : undefined
        if (form.ok && outcome && outcome.ok && put?.ok !== false) {
          const { kind, setting } = form.value
          await saySetting(visit.tx, personId, { contactId: outcome.value }, keptSetting(kind, setting))
          return go(visit.body['then'] === 'next' ? (back ?? '/caseload') : `/people/${personId}`)
        }
        // The frame is read only for a page that is shown again.
        const frame = await house.frame(visit, personId)
        if (!frame) return nothing('unknown', [personId])
        const goals = await goalsFor(house, visit, personId)
        const shown = (state: FormState<ContactFields>) => again(newPage(visit, frame, state, back, goals), seen)
        if (!form.ok || !outcome) return shown(form)
        if (put && !put.ok) return shown(addError(form, en.stepTroubles[put.why], STEP_AT[put.why]))
        if (outcome.ok) return shown(form)
        if (outcome.why === 'unknown') return nothing('unknown', [frame.person.id])
        return shown(addError(form, en.troubles[outcome.why], TROUBLE_AT[outcome.why]))
      },
    ),
    get(
      '/contacts/:contactId',
      { permission: 'contact.record', audit: 'contact.viewed', params: contactParam },
      visit =>
        withContact(house, visit, async (frame, contact) => {
          const { tx } = visit
          const [meeting, mark, setting, sheet] = await Promise.all([
            findAppointmentOf(tx, contact.rowId),
            findMark(tx, contact.rowId),
            findSetting(tx, { contactId: contact.rowId }),
            findSheetOf(tx, contact.rowId),
          ])
          const form = fillContact(contact, [], setting)
          const offered = await thereFor(house, visit, frame, { contact, meeting })
          const there = await namesThere(tx, contact)
          const beside = { meeting: meeting?.rowId, mark, isFromPaper: sheet !== undefined, there, offered }
          return page(changePage(visit, frame, form, contact, undefined, beside), {
            about: [frame.person.id],
            target: contact.rowId,
          })
        }),
    ),
    post(
      '/contacts/:contactId',
      { permission: 'contact.record', audit: 'contact.changed', params: contactParam },
      visit =>
        withContact(house, visit, async (frame, contact) => {
          const meeting = await findAppointmentOf(visit.tx, contact.rowId)
          const offered = await thereFor(house, visit, frame, { contact, meeting })
          const form = changeForm(
            contact,
            offered.map(one => one.accountId),
          ).read(visit.body)
          const seen = { about: [frame.person.id], target: contact.rowId }
          const beside = { meeting: meeting?.rowId, there: await namesThere(visit.tx, contact), offered }
          const shown = (state: FormState<ContactFields>, theirs?: Contact) =>
            again(changePage(visit, frame, state, contact, theirs, beside), seen, theirs ? 409 : 422)
          // Told first: a form that is redrawn for another fault would carry the version of now, and pass over what was saved meanwhile.
          if (isStale(visit, contact)) return shown(form, contact)
          if (!form.ok) return shown(form)
          const { why } = form.value
          if (why === null) return shown(addError(form, en.missingWhy, 'why'))
          // A plan is read by more people than what is kept close.
          if (form.value.restricted === 'yes' && !contact.isRestricted && contact.nextTargetId !== null)
            return shown(addError(form, en.inPlanClose, 'restricted'))
          const outcome = await changeContact(visit.tx, contact.rowId, {
            content: { ...ofSession(contentOf(form.value), contact), ...saidThere(visit.body, form.value.there) },
            version: contact.version,
            why,
          })
          const { kind, setting } = form.value
          if (outcome.ok && !isGroupKind(kind))
            await saySetting(visit.tx, frame.person.id, { contactId: contact.rowId }, keptSetting(kind, setting))
          if (outcome.ok && form.value.restricted === 'yes') await closeMeetingOf(visit.tx, contact.rowId)
          if (outcome.ok) return go(`/people/${frame.person.id}`)
          // The form now carries the version of today, so that saving again is a decision and not an accident.
          if (outcome.why === 'stale') return shown(form, contact)
          if (outcome.why === 'unknown') return nothing('unknown', [frame.person.id])
          return shown(addError(form, en.troubles[outcome.why], TROUBLE_AT[outcome.why]))
        }),
    ),
    post(
      '/contacts/:contactId/next-done',
      { permission: 'contact.record', audit: 'contact.next-step-done', params: contactParam },
      async visit => {
        const outcome = await finishNextStep(visit.tx, visit.params.contactId)
        return outcome.ok ? go('/') : nothing('unknown')
      },
    ),
    get(
      '/contacts/:contactId/next-step',
      { permission: 'contact.record', audit: 'contact.next-step-viewed', params: contactParam },
      visit =>
        withContact(house, visit, (frame, contact) =>
          page(
            html(<NextStepPage visitor={visit.visitor} frame={frame} contact={contact} form={nextStepForm.empty()} />),
            { about: [frame.person.id], target: contact.rowId },
          ),
        ),
    ),
    post(
      '/contacts/:contactId/next-step',
      { permission: 'contact.record', audit: 'contact.next-step-done', params: contactParam },
      visit =>
        withContact(house, visit, async (frame, contact) => {
          const form = nextStepForm.read(visit.body)
          const seen = { about: [frame.person.id], target: contact.rowId }
          const shown = (state: FormState<'how' | 'why-not'>, status?: 409) =>
            again(
              html(<NextStepPage visitor={visit.visitor} frame={frame} contact={contact} form={state} />),
              seen,
              status,
            )
          const why = (form.ok && form.value['why-not']) || ''
          const isSaid =
            form.ok && contact.nextDoneOn !== null && contact.nextNotDone === (form.value.how === 'done' ? '' : why)
          // Sent twice, it was said the first time.
          if (isSaid && isNext(visit, contact)) return go(`/people/${frame.person.id}`, { seen })
          if (isStale(visit, contact)) return shown(addError(form, en.nextOver), 409)
          if (!form.ok) return shown(form)
          const { rowId } = contact
          const said =
            form.value.how === 'done' ? await finishNextStep(visit.tx, rowId) : await dropNextStep(visit.tx, rowId, why)
          return said.ok ? go(`/people/${frame.person.id}`) : shown(addError(form, en.nextOver), 409)
        }),
    ),
    ...diaryRoutes(house),
    ...feedRoutes(house),
    ...arrangingRoutes(house),
    ...outcomeRoutes(house),
    ...alongRoutes(house),
    ...settingRoutes(house),
    ...runRoutes(house),
    ...firstContactRoutes(house),
    ...visitRoutes(house),
    ...hoursRoutes(house),
    ...groupRoutes(house),
    ...supportRoutes(house),
    ...ownGroupRoutes(house.within),
    ...schoolDayRoutes(house),
    ...notebookRoutes(house),
  ]
}

/** Names of all who were there, where that was more than one. */
async function namesThere(tx: Tx, { accountId, colleagues = [] }: Contact): Promise<string | undefined> {
  if (colleagues.length === 0) return undefined
  const there = [accountId, ...colleagues]
  const names = await findNames(tx, there)
  return there.map(one => names.get(one) ?? '').join(', ')
}

/** Who of the colleagues was there, where the form asked it. */
function saidThere(body: Body, there: readonly AccountId[]): Pick<ContactContent, 'colleagues'> {
  return body['asked-there'] === 'yes' ? { colleagues: there } : {}
}

/** Day, time and place of somebody's part in a session are the session's, whatever was sent. */
function ofSession(content: ContactContent, { kind, happenedOn, atTime, place }: Contact): ContactContent {
  return isGroupKind(kind) ? { ...content, kind, happenedOn, atTime, place } : content
}

async function withContact(
  house: Pick<SessionsHouse, 'frame'>,
  visit: Visit<{ contactId: RowId }, unknown>,
  work: (frame: PersonFrame, contact: Contact) => Promise<Answer> | Answer,
): Promise<Answer> {
  const contact = await findContact(visit.tx, visit.params.contactId)
  const frame = contact && (await house.frame(visit, contact.personId))
  return frame ? work(frame, contact) : nothing('unknown')
}
