/** The register of absences: told by a place, taken in hand and answered by whoever works with them. */
import { z } from 'zod'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import type { Absence, Move } from './absence.ts'
import { answerAbsence, isOnRoll, takeAbsence, tellAbsence, withdrawAbsence } from './actions.ts'
import { absenceFileRoutes } from './file/routes.tsx'
import { answerForm, tellForm } from './forms.ts'
import type { AbsenceHouse } from './house.ts'
import { placeLinkRoutes } from './links/routes.tsx'
import { AbsencePage, AbsencesPage, TellPage } from './pages.tsx'
import { movesFor, type Sides } from './rules.ts'
import { findAbsence, listAbsences } from './store.ts'
import { en, tellTroubles } from './words.ts'

const MOST_OPEN = 500
const MOST_OVER = 100
const personParam = z.object({ personId: idParam<PersonId>() })
const absenceParam = z.object({ absenceId: idParam<RowId>() })
const count = z.coerce.number().int().min(0).max(MOST_OPEN).optional().catch(undefined)
const listQuery = z.object({
  show: z.enum(['open', 'over']).catch('open').default('open'),
  told: count,
  before: count,
})
type PersonVisit = Visit<{ personId: PersonId }, unknown>
type AbsenceVisit = Visit<{ absenceId: RowId }, unknown>

export function absenceRoutes(house: AbsenceHouse): HouseRoute[] {
  return [
    get('/absences', { permission: 'absence.see', audit: 'absence.list-viewed', query: listQuery }, async visit => {
      const { tx, query } = visit
      const { accountId, organisationId, role } = actorOfVisit(visit)
      const isPlace = roleMay(role, 'absence.tell')
      const of = isPlace
        ? { places: [organisationId], leadId: null }
        : { places: await house.placesOf(tx, accountId), leadId: accountId }
      const lines = await listAbsences(tx, of, query.show, query.show === 'open' ? MOST_OPEN : MOST_OVER)
      return page(
        html(
          <AbsencesPage
            visitor={visit.visitor}
            lines={lines}
            isPlace={isPlace}
            showsOver={query.show === 'over'}
            told={isPlace ? query.told : undefined}
            before={query.before ?? 0}
            today={tx.acting.today}
          />,
        ),
        { about: [...new Set(lines.filter(one => one.name !== '').map(one => one.personId))] },
      )
    }),
    ...absenceFileRoutes(house),
    ...placeLinkRoutes(house),
    get(
      '/people/:personId/absences/new',
      { permission: 'absence.tell', audit: 'absence.form-opened', params: personParam },
      visit => telling(house, visit, tellForm.empty(), false),
    ),
    post(
      '/people/:personId/absences/new',
      { permission: 'absence.tell', audit: 'absence.told', params: personParam },
      visit => tell(house, visit),
    ),
    get('/absences/:absenceId', { permission: 'absence.see', audit: 'absence.viewed', params: absenceParam }, visit =>
      withAbsence(visit, async (absence, sides) => {
        const drawn = await absencePage(house, visit, absence, sides)
        return drawn ? page(drawn, seenOf(absence)) : nothing('unknown', [absence.personId])
      }),
    ),
    step(house, 'take', 'absence.taken', (visit, absence) =>
      takeAbsence(visit.tx, absence, actorOfVisit(visit).accountId),
    ),
    step(house, 'withdraw', 'absence.withdrawn', (visit, absence) => withdrawAbsence(visit.tx, house, absence)),
    post(
      '/absences/:absenceId/answer',
      { permission: 'absence.see', audit: 'absence.answered', params: absenceParam },
      visit =>
        moved(house, visit, 'answer', async absence => {
          const read = answerForm.read(visit.body)
          if (!read.ok) return { form: read, isRefused: false }
          const { outcome } = read.value
          const done = await answerAbsence(visit.tx, absence, actorOfVisit(visit).accountId, {
            ...{ outcome, outcomeWords: read.value['outcome-words'] ?? '', backWords: read.value['back-words'] ?? '' },
          })
          return done.ok ? undefined : { form: addError(read, WRONG[done.why]), isRefused: true }
        }),
    ),
  ]
}

const WRONG = { stale: en.stale, over: en.overNow }
const seenOf = (absence: Absence) => ({ about: [absence.personId], target: absence.rowId })

function step(
  house: AbsenceHouse,
  move: 'take' | 'withdraw',
  audit: string,
  take: (visit: AbsenceVisit, absence: Absence) => Promise<Result<null, 'stale' | 'over'>>,
): HouseRoute {
  return post(`/absences/:absenceId/${move}`, { permission: 'absence.see', audit, params: absenceParam }, visit =>
    moved(house, visit, move, async absence => {
      const done = await take(visit, absence)
      return done.ok ? undefined : { form: addError(NO_FORM, WRONG[done.why]), isRefused: true }
    }),
  )
}

/** The page a place tells on, about somebody it may know. */
async function telling(house: AbsenceHouse, visit: PersonVisit, form: FormState, isWrong: boolean): Promise<Answer> {
  const frame = await house.frame(visit, visit.params.personId)
  if (!frame) return nothing('unknown', [visit.params.personId])
  const { id } = frame.person
  const isOurs = await isOnRoll(visit.tx, id, actorOfVisit(visit).organisationId)
  const drawn = html(<TellPage visitor={visit.visitor} frame={frame} form={form} isOurs={isOurs} />)
  return isWrong ? again(drawn, { about: [id] }) : page(drawn, { about: [id] })
}

async function tell(house: AbsenceHouse, visit: PersonVisit): Promise<Answer> {
  const { personId } = visit.params
  if (!(await house.frame(visit, personId))) return nothing('unknown', [personId])
  const read = tellForm.read(visit.body)
  if (!read.ok) return telling(house, visit, read, true)
  const { value } = read
  const outcome = await tellAbsence(visit.tx, house, personId, actorOfVisit(visit), {
    ...{ kind: value.kind, lastSeenOn: value['last-seen'], reason: value.reason },
    ...{ words: value.words ?? '', tried: value.tried ?? '' },
  })
  if (outcome.ok) return go(`/absences/${outcome.value}`)
  if (outcome.why === 'already-told') return telling(house, visit, addError(read, en.alreadyTold, 'kind'), true)
  if (outcome.why === 'nobody-to-tell') return telling(house, visit, addError(read, en.nobodyToTell), true)
  if (outcome.why === 'not-ours') return telling(house, visit, addError(read, en.tellNotOurs), true)
  return telling(house, visit, addError(read, tellTroubles[outcome.why], 'last-seen'), true)
}

async function withAbsence(
  visit: AbsenceVisit,
  work: (absence: Absence, sides: Sides) => Promise<Answer>,
): Promise<Answer> {
  const absence = await findAbsence(visit.tx, visit.params.absenceId)
  if (!absence) return nothing('unknown')
  const { organisationId, role } = actorOfVisit(visit)
  const isPlace = absence.organisationId === organisationId
  return work(absence, { isPlace, isAdviser: !isPlace && roleMay(role, 'absence.answer') })
}

type Wrong = { readonly form: FormState; readonly isRefused: boolean }

/** A step that is the visitor's: from the version the page showed, and once however often it is sent. */
function moved(
  house: AbsenceHouse,
  visit: AbsenceVisit,
  move: Move,
  take: (absence: Absence) => Promise<Wrong | undefined>,
): Promise<Answer> {
  return withAbsence(visit, async (absence, sides) => {
    const here = `/absences/${absence.rowId}`
    const given = Number(visit.body['version'])
    const done = { take: 'in-hand', answer: 'answered', withdraw: 'withdrawn' }[move]
    if (absence.state === done && given === absence.version - 1) return go(here)
    const may = movesFor(sides, absence).has(move)
    if (!may && absence.overOn === null && given === absence.version) return nothing('not theirs', [absence.personId])
    const isStale = given !== absence.version || !may
    const read = move === 'answer' ? answerForm.read(visit.body) : NO_FORM
    const wrong = isStale ? { form: addError({ ...read, errors: [] }, en.stale), isRefused: true } : await take(absence)
    if (wrong === undefined) return go(move === 'withdraw' ? '/absences' : here)
    const now = (await findAbsence(visit.tx, absence.rowId)) ?? absence
    const drawn = await absencePage(house, visit, now, sides, wrong.form, move)
    return drawn ? again(drawn, seenOf(absence), wrong.isRefused ? 409 : 422) : nothing('unknown', [absence.personId])
  })
}

async function absencePage(
  house: AbsenceHouse,
  visit: AbsenceVisit,
  absence: Absence,
  sides: Sides,
  form: FormState = NO_FORM,
  typed?: Move,
): Promise<Drawn | undefined> {
  const { tx } = visit
  const frame = await house.frame(visit, absence.personId)
  if (!frame) return undefined
  const place = await findOrganisation(tx, absence.organisationId)
  return html(
    <AbsencePage
      visitor={visit.visitor}
      frame={frame}
      absence={absence}
      place={place?.name ?? ''}
      names={await findNames(tx, absence.takenBy === null ? [] : [absence.takenBy])}
      moves={movesFor(sides, absence)}
      isPlace={sides.isPlace}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={tx.acting.today}
      form={form}
      typed={typed}
    />,
  )
}
