/** The register of what stays between a young person and those who help them: the partnership's words, and reading them together. */
import { z } from 'zod'
import type { PersonId, RowId } from '#ground/ids.ts'
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
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { addStatement, confirmReading, noteReading } from './actions.ts'
import { confirmForm, readingForm, statementForm } from './forms.ts'
import { ReadingsPage, ReadPage, StatementPage, StatementsPage } from './pages.tsx'
import { inForceOn, readStandingOf } from './rules.ts'
import type { Statement } from './statement.ts'
import { listReadings, listStatements } from './store.ts'
import { en, readTroubles } from './words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const readingParam = personParam.extend({ readingId: idParam<RowId>() })
type PersonVisit = Visit<{ personId: PersonId }, unknown>
type AnyVisit = Visit<unknown, unknown>

export function confidentialityRoutes(house: { readonly frame: FramePerson }): HouseRoute[] {
  return [
    get('/confidentiality', { permission: 'self.manage', audit: 'confidentiality.statements-viewed' }, async visit => {
      const { tx } = visit
      const statements = await listStatements(tx)
      return page(
        html(
          <StatementsPage
            visitor={visit.visitor}
            statements={statements}
            names={await findNames(tx, [...new Set(statements.map(one => one.madeBy))])}
            mayWrite={mayWrite(visit)}
            today={tx.acting.today}
          />,
        ),
      )
    }),
    get(
      '/confidentiality/new',
      { permission: 'confidentiality.keep', audit: 'confidentiality.statement-form-opened' },
      async visit => {
        const [last] = await listStatements(visit.tx)
        const { stays, told, rights } = last ?? en.offered
        const form = statementForm.fill({ stays, told, rights, 'from-day': visit.tx.acting.today })
        return page(statementPage(visit, form, last?.number ?? 0))
      },
    ),
    post('/confidentiality/new', { permission: 'confidentiality.keep', audit: 'confidentiality.added' }, add),
    get(
      '/people/:personId/confidentiality',
      { permission: 'contact.record', audit: 'confidentiality.viewed', params: personParam },
      visit =>
        withPerson(house, visit, async frame =>
          page(await readingsPage(visit, frame, confirmForm.empty()), { about: [frame.person.id] }),
        ),
    ),
    post(
      '/people/:personId/confidentiality/:readingId/confirm',
      { permission: 'contact.record', audit: 'confidentiality.confirmed', params: readingParam },
      visit => withPerson(house, visit, frame => confirm(visit, frame)),
    ),
    get(
      '/people/:personId/confidentiality/read',
      { permission: 'contact.record', audit: 'confidentiality.form-opened', params: personParam },
      visit =>
        withReadable(house, visit, async (frame, statement) =>
          page(readPage(visit, frame, statement, readingForm.empty()), { about: [frame.person.id] }),
        ),
    ),
    post(
      '/people/:personId/confidentiality/read',
      { permission: 'contact.record', audit: 'confidentiality.read', params: personParam },
      visit => withReadable(house, visit, (frame, statement) => note(visit, frame, statement)),
    ),
  ]
}

const mayWrite = (visit: AnyVisit): boolean => roleMay(actorOfVisit(visit).role, 'confidentiality.keep')

function statementPage(visit: AnyVisit, form: FormState, seen: number): Drawn {
  return html(<StatementPage visitor={visit.visitor} form={form} seen={seen} />)
}

async function add(visit: AnyVisit): Promise<Answer> {
  const read = statementForm.read(visit.body)
  const seen = Number(visit.body['seen']) || 0
  if (!read.ok) return again(statementPage(visit, read, seen))
  const { stays, told, rights } = read.value
  const wanted = { stays, told, rights, fromDay: read.value['from-day'] }
  const done = await addStatement(visit.tx, actorOfVisit(visit).accountId, wanted, seen)
  if (done.ok) return go('/confidentiality')
  if (done.why === 'past') return again(statementPage(visit, addError(read, en.past, 'from-day'), seen))
  if (done.why === 'same') return again(statementPage(visit, addError(read, en.same, 'stays'), seen))
  // What somebody else wrote is read on its own page; saved again, this one comes after it.
  const [last] = await listStatements(visit.tx)
  return again(statementPage(visit, addError(read, en.stale, 'stays'), last?.number ?? 0), {}, 409)
}

/** Somebody whose meetings the visitor may see: what was promised is between them and those who work with them. */
async function withPerson(
  house: { readonly frame: FramePerson },
  visit: PersonVisit,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const frame = await house.frame(visit, visit.params.personId)
  return frame?.seen.has('sessions') ? work(frame) : nothing('unknown', [visit.params.personId])
}

/** The same where something is in force, for somebody living. */
function withReadable(
  house: { readonly frame: FramePerson },
  visit: PersonVisit,
  work: (frame: PersonFrame, statement: Statement) => Promise<Answer>,
): Promise<Answer> {
  return withPerson(house, visit, async frame => {
    const statement = inForceOn(await listStatements(visit.tx), visit.tx.acting.today)
    return statement && frame.person.diedOn === null
      ? work(frame, statement)
      : go(`/people/${frame.person.id}/confidentiality`)
  })
}

/** What was found when they met of what was read by a link; shown again where a colleague was first. */
async function confirm(
  visit: Visit<{ personId: PersonId; readingId: RowId }, unknown>,
  frame: PersonFrame,
): Promise<Answer> {
  const { personId, readingId } = visit.params
  const read = confirmForm.read(visit.body)
  const shown = async (form: FormState, status?: 409) =>
    again(await readingsPage(visit, frame, form), { about: [personId] }, status)
  if (!read.ok) return shown(read)
  const done = await confirmReading(visit.tx, personId, readingId, actorOfVisit(visit).accountId, read.value.found)
  if (done.ok) return go(`/people/${personId}/confidentiality`)
  if (done.why === 'unknown') return nothing('unknown', [personId])
  if (done.why === 'stale') return shown(addError(read, en.confirmStale), 409)
  return shown(addError(read, done.why === 'died' ? readTroubles.died : en.confirmWords, 'found'))
}

async function readingsPage(
  visit: Visit<{ personId: PersonId }, unknown>,
  frame: PersonFrame,
  form: FormState,
): Promise<Drawn> {
  const { tx } = visit
  const readings = await listReadings(tx, frame.person.id)
  const inForce = inForceOn(await listStatements(tx), tx.acting.today)
  const [newest] = readings
  return html(
    <ReadingsPage
      visitor={visit.visitor}
      frame={frame}
      readings={readings}
      standing={readStandingOf(readings[0], inForce)}
      names={await findNames(tx, [...new Set(readings.flatMap(one => [one.readBy, one.confirmedBy ?? one.readBy]))])}
      mayRead={frame.person.diedOn === null}
      maySend={roleMay(actorOfVisit(visit).role, 'plan.write') && frame.seen.has('plan')}
      toConfirm={newest?.how === 'link' && newest.confirmed === null ? newest.rowId : undefined}
      form={form}
      mayWriteStatement={mayWrite(visit)}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
    />,
  )
}

function readPage(visit: PersonVisit, frame: PersonFrame, statement: Statement, form: FormState): Drawn {
  return html(<ReadPage visitor={visit.visitor} frame={frame} statement={statement} form={form} />)
}

async function note(visit: PersonVisit, frame: PersonFrame, statement: Statement): Promise<Answer> {
  const { id } = frame.person
  const about = { about: [id] }
  const read = readingForm.read(visit.body)
  const shown = (form: FormState, status?: 409) => again(readPage(visit, frame, statement, form), about, status)
  if (!read.ok) return shown(read)
  const { how, understood, said, wishes } = read.value
  const content = { how, understood, said: said ?? '', wishes: wishes ?? '' }
  const shownId = visit.body['statement']
  const statementId = (typeof shownId === 'string' ? shownId : '') as RowId
  const done = await noteReading(visit.tx, id, actorOfVisit(visit).accountId, statementId, content)
  if (done.ok) return go(`/people/${id}/confidentiality`)
  if (done.why === 'not-theirs') return nothing('class', about.about)
  const at = done.why === 'said-missing' ? 'said' : 'how'
  return shown(addError(read, readTroubles[done.why], at), done.why === 'stale' ? 409 : undefined)
}
