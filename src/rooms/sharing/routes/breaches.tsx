/** The register of what was filed on the wrong young person (K9): taking it off, what to do, and the breach log. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import {
  type FiledHere,
  type FiledRow,
  type FramePerson,
  findAnyone,
  findFiled,
  listPeople,
  type Person,
  type PersonFrame,
  readQuery,
  sealFiled,
} from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { answerBreach, takeOff } from '../actions/breach.ts'
import type { ApartHouse } from '../apart.ts'
import {
  type Breach,
  type BreachAnswers,
  FILED,
  type Filed,
  type FiledAbove,
  type FiledKind,
  isFiledAbove,
} from '../breach.ts'
import { breachForm, misfiledForm } from '../forms.ts'
import type { Within } from '../links/opened.ts'
import { AdvicePage, BreachesPage, type BreachFields, BreachPage, MisfiledPage } from '../pages/breach-pages.tsx'
import type { ProofHouse } from '../proof.ts'
import { missingToClose } from '../rules.ts'
import { findBreach, listBreaches } from '../store/breach.ts'
import { misfiled, breaches as words } from '../words.ts'

export type SharingHouse = {
  /** Another transaction, as whoever opened a link. */
  readonly within: Within
  /** Records kept apart are matching's. */
  readonly apart: ApartHouse & ProofHouse
  readonly frame: FramePerson
  /** Kinds that rooms above know: how they are found, sealed and filed elsewhere is handed down. */
  readonly kinds: Readonly<Record<FiledAbove, FiledKind>>
  /** What follows elsewhere when something was taken off: copies of it go too. As the house. */
  readonly takenOff: (worker: Tx, what: Filed, personId: PersonId) => Promise<void>
}

const misfiledParam = z.object({ personId: idParam<PersonId>(), what: z.enum(FILED), rowId: idParam<RowId>() })
const breachParam = z.object({ breachId: idParam<RowId>() })
type MisfiledVisit = Visit<z.infer<typeof misfiledParam>, unknown>
/** How many people a search for the right one shows. */
const MOST_FOUND = 10

export function breachRoutes(house: SharingHouse): HouseRoute[] {
  const permission = 'breach.handle'
  return [
    get('/misfiled', { permission: 'day.see', audit: { none: 'words that are the same for all' } }, visit =>
      page(html(<AdvicePage visitor={visit.visitor} />)),
    ),
    get(
      '/people/:personId/misfiled/:what/:rowId',
      { permission: 'record.correct', audit: 'record.misfiled-opened', params: misfiledParam },
      visit =>
        withRow(house, visit, (frame, row, kind) =>
          page(misfiledHtml(visit, frame, row, kind, misfiledForm.empty(), []), {
            about: [frame.person.id],
            target: row.rowId,
          }),
        ),
    ),
    post(
      '/people/:personId/misfiled/:what/:rowId',
      { permission: 'record.correct', audit: 'record.misfiled', params: misfiledParam },
      visit => withRow(house, visit, (frame, row, kind) => take(visit, frame, row, kind)),
    ),
    get('/breaches', { permission, audit: 'breach.list-viewed' }, async visit => {
      const found = await listBreaches(visit.tx, 200)
      const people = await peopleOf(visit.tx, found)
      const rows = found.map(breach => ({ breach, about: people.get(breach.personId) }))
      return page(html(<BreachesPage visitor={visit.visitor} now={visit.tx.acting.at} rows={rows} />), {
        about: [...people.keys()],
      })
    }),
    get('/breaches/:breachId', { permission, audit: 'breach.viewed', params: breachParam }, async visit => {
      const breach = await findBreach(visit.tx, visit.params.breachId)
      if (!breach) return nothing('unknown')
      return page(await breachHtml(visit, breach, fillBreach(breach), false), {
        about: [breach.personId],
        target: breach.id,
      })
    }),
    post('/breaches/:breachId', { permission, audit: 'breach.answered', params: breachParam }, async visit => {
      const breach = await findBreach(visit.tx, visit.params.breachId)
      if (!breach) return nothing('unknown')
      const read = breachForm.read(visit.body)
      const seen = { about: [breach.personId], target: breach.id }
      if (!read.ok) return again(await breachHtml(visit, breach, read, false), seen)
      const { value } = read
      const answers: BreachAnswers = {
        consequence: value.consequence ?? '',
        toldPerson: value['told-person'],
        toldPersonWhy: value['told-person-why'] ?? '',
        toldRegulator: value['told-regulator'],
        toldRegulatorWhy: value['told-regulator-why'] ?? '',
      }
      const outcome = await answerBreach(visit.tx, breach.id, answers, {
        version: Number(value.version),
        by: actorOfVisit(visit).accountId,
        close: visit.body['then'] === 'close',
      })
      if (outcome.ok) return go('/breaches')
      if (outcome.why === 'unknown') return nothing('unknown')
      if (outcome.why === 'incomplete') {
        const state = missingToClose(answers).reduce<FormState<BreachFields>>(
          (form, field) => addError(form, words.missing[field], field),
          read,
        )
        return again(await breachHtml(visit, breach, state, false), seen)
      }
      const now = (await findBreach(visit.tx, breach.id)) ?? breach
      const fresh = { ...read, answers: { ...read.answers, version: String(now.version) } }
      return again(await breachHtml(visit, now, addError(fresh, words.stale), true), seen, 409)
    }),
  ]
}

/** Takes the row off, after the one it is really about was looked for and chosen, where the asker knows who that is. */
async function take(visit: MisfiledVisit, frame: PersonFrame, row: FiledRow, kind: FiledKind): Promise<Answer> {
  const { tx, params } = visit
  const { id } = frame.person
  const read = misfiledForm.read(visit.body)
  const shown = (form: FormState<'why' | 'right' | 'to'>, found: readonly Person[] = []) =>
    again(misfiledHtml(visit, frame, row, kind, form, found), { about: [id, ...found.map(f => f.id)] })
  if (!read.ok) return shown(read)
  const { why, right, to } = read.value
  let toPersonId: PersonId | null = null
  if (kind.copy && right !== null) {
    const found = (await findAnyone(tx, readQuery(right)))
      .map(f => f.person)
      .filter(p => p.id !== id)
      .slice(0, MOST_FOUND)
    if (found.length === 0) return shown(addError(read, misfiled.nobodyFits, 'right'))
    const chosen = found.find(f => f.id === to)
    if (!chosen) return shown(addError(read, misfiled.missingTo, 'to'), found)
    toPersonId = chosen.id
  }
  const outcome = await takeOff(tx, kind, { what: params.what, personId: id, rowId: row.rowId, why, toPersonId })
  if (outcome.ok) return go(`/people/${id}`)
  return outcome.why === 'unknown' ? nothing('unknown', [id]) : shown(addError(read, misfiled.notMovable, 'right'))
}

async function withRow(
  house: SharingHouse,
  visit: MisfiledVisit,
  work: (frame: PersonFrame, row: FiledRow, kind: FiledKind) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { personId, what, rowId } = visit.params
  const frame = await house.frame(visit, personId)
  const itself = isFiledAbove(what) ? house.kinds[what] : kindOf(what)
  const kind: FiledKind = {
    ...itself,
    async seal(worker, of, id) {
      const sealed = await itself.seal(worker, of, id)
      await house.takenOff(worker, what, of)
      return sealed
    },
  }
  const row = frame && (await kind.find(visit.tx, personId, rowId))
  return row ? work(frame, row, kind) : nothing('unknown', [personId])
}

function kindOf(what: Exclude<FiledHere, FiledAbove>): FiledKind {
  return {
    find: (tx, personId, rowId) => findFiled(tx, what, personId, rowId),
    seal: (worker, personId, rowId) => sealFiled(worker, what, personId, rowId),
  }
}

function misfiledHtml(
  visit: MisfiledVisit,
  frame: PersonFrame,
  row: FiledRow,
  kind: FiledKind,
  form: FormState<'why' | 'right' | 'to'>,
  found: readonly Person[],
): Drawn {
  const what: Filed = visit.params.what
  return html(
    <MisfiledPage
      visitor={visit.visitor}
      frame={frame}
      form={form}
      what={what}
      action={`/people/${frame.person.id}/misfiled/${what}/${row.rowId}`}
      said={row.said}
      isMovable={kind.copy !== undefined}
      found={found}
    />,
  )
}

function fillBreach(breach: Breach): FormState<BreachFields> {
  return breachForm.fill({
    consequence: breach.consequence,
    'told-person': breach.toldPerson,
    'told-person-why': breach.toldPersonWhy,
    'told-regulator': breach.toldRegulator,
    'told-regulator-why': breach.toldRegulatorWhy,
    version: String(breach.version),
  })
}

async function breachHtml(
  visit: Visit<unknown, unknown>,
  breach: Breach,
  form: FormState<BreachFields>,
  isStale: boolean,
): Promise<Drawn> {
  const ids = [breach.filedBy, breach.foundBy, breach.closedBy, ...breach.seenBy].filter(id => id !== null)
  const names = await findNames(visit.tx, [...new Set(ids)])
  const about = (await peopleOf(visit.tx, [breach])).get(breach.personId)
  return html(
    <BreachPage
      visitor={visit.visitor}
      row={{ breach, about }}
      now={visit.tx.acting.at}
      name={id => (id === null ? words.somebody : (names.get(id) ?? words.somebody))}
      form={form}
      isStale={isStale}
    />,
  )
}

/** Names of those the asker may know by their own right: of a restricted record the log tells no name. */
async function peopleOf(tx: Tx, found: readonly Breach[]): Promise<ReadonlyMap<PersonId, string>> {
  const people = await listPeople(tx, [...new Set(found.map(b => b.personId))])
  return new Map(people.map(p => [p.id, `${p.given} ${p.family}`]))
}
