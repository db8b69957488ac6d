/** The register of what other agencies' tools said of somebody. Whoever does not see a part of the record is told of nothing in it (K6, K8). */
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
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { contentOf, fillSaying, findingFields, sayingForm, typedUnder } from './forms.ts'
import { stampOf } from './rules.ts'
import { SaidFormPage, SaidPage, WhichToolPage } from './said-pages.tsx'
import { addSaying, correctSaying, findSaying, headingsFor, listSayings, type SayTrouble } from './sayings.ts'
import { listEditions, listEditionsById, listTools } from './store.ts'
import type { Edition, Saying } from './tool.ts'
import { en } from './words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const entryParam = z.object({ entryId: idParam<RowId>() })
const toolQuery = z.object({ tool: z.string().optional().catch(undefined) })
export type House = { readonly frame: FramePerson }
type AnyVisit = Visit<unknown, unknown>
type PersonVisit<Query = unknown> = Visit<{ personId: PersonId }, Query>
type EntryVisit = Visit<{ entryId: RowId }, unknown>

const LIST = '/people/:personId/other-tools'
const listOf = ({ person }: PersonFrame) => `/people/${person.id}/other-tools`
const writes = { permission: 'assessment.write' } as const

export function toolSaidRoutes(house: House): HouseRoute[] {
  return [
    get(LIST, { permission: 'person.open', audit: 'tool-said.viewed', params: personParam }, visit =>
      withSeen(house, visit, async frame => {
        const { id, diedOn } = frame.person
        const sayings = await listSayings(visit.tx, id)
        const { role } = actorOfVisit(visit)
        return page(
          html(
            <SaidPage
              visitor={visit.visitor}
              frame={frame}
              today={visit.tx.acting.today}
              sayings={sayings}
              names={await findNames(visit.tx, [...new Set(sayings.map(one => one.writtenBy))])}
              mayWrite={roleMay(role, 'assessment.write') && diedOn === null}
              mayCorrect={roleMay(role, 'record.correct')}
              maySeeTools={roleMay(role, 'organisation.see')}
            />,
          ),
          { about: [id] },
        )
      }),
    ),
    get(`${LIST}/new`, { ...writes, audit: 'tool-said.form-opened', params: personParam, query: toolQuery }, visit =>
      withLiving(house, visit, async frame => {
        const about = { about: [frame.person.id] }
        const open = (await listTools(visit.tx)).filter(one => one.endedOn === null && frame.seen.has(one.part))
        const edition = open.find(one => one.toolId === visit.query.tool)
        if (edition) return page(drawForm(visit, frame, edition, formOf(visit, frame, edition).empty()), about)
        const { today } = visit.tx.acting
        return page(html(<WhichToolPage visitor={visit.visitor} frame={frame} today={today} tools={open} />), about)
      }),
    ),
    post(`${LIST}/new`, { ...writes, audit: 'tool-said.added', params: personParam }, visit =>
      withLiving(house, visit, frame => add(visit, frame)),
    ),
    get('/tools-said/:entryId', { ...writes, audit: 'tool-said.form-opened', params: entryParam }, visit =>
      withEntry(house, visit, async (one, frame) => {
        const { bornOn } = frame.person
        const form = fillSaying(one, headingsFor(one.edition, frame.seen), bornOn, visit.tx.acting.today)
        return page(drawForm(visit, frame, one.edition, form, { one, stamp: stampOf(one), isStale: false }), {
          ...{ about: [one.personId], target: one.entryId },
        })
      }),
    ),
    post('/tools-said/:entryId', { ...writes, audit: 'tool-said.corrected', params: entryParam }, visit =>
      withEntry(house, visit, (one, frame) => correct(visit, one, frame)),
    ),
  ]
}

async function add(visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { tx, body } = visit
  const { id } = frame.person
  const about = { about: [id] }
  const sent = idParam<RowId>().safeParse(oneOf(body, 'edition'))
  const [edition] = sent.success ? await listEditionsById(tx, [sent.data]) : []
  if (!edition || !frame.seen.has(edition.part)) return nothing('class', [id])
  const read = formOf(visit, frame, edition).read(body)
  const shown = (form: FormState, status: 409 | 422) => again(drawForm(visit, frame, edition, form), about, status)
  const content = read.ok ? contentOf(read.value, headingsFor(edition, frame.seen)) : undefined
  const done = content && (await addSaying(tx, id, actorOfVisit(visit).accountId, edition, content))
  if (done?.ok) return go(listOf(frame))
  if (done?.why === 'not-theirs' || done?.why === 'died') return nothing('class', [id])
  // What is described otherwise by now, or ended, is said first, whatever else is wrong.
  const [now] = await listEditions(tx, edition.toolId)
  const moved = now?.endedOn !== null ? 'ended' : now.editionId === edition.editionId ? undefined : 'changed'
  if (moved === undefined) return shown(done === undefined ? read : told(read, done.why), 422)
  if (moved !== 'changed' || now === undefined) return shown(addError(read, en.troubles.ended), 409)
  return frame.seen.has(now.part) ? anew(visit, frame, edition, now) : shown(addError(read, en.troubles.notSeen), 409)
}

/** The form of a tool that was described anew while somebody wrote: what they typed stays where it still fits, and what does not is shown. */
function anew(visit: PersonVisit, frame: PersonFrame, was: Edition, now: Edition): Answer {
  const { body } = visit
  const offered = headingsFor(now, frame.seen)
  const isSameScale = was.steps.join('\n') === now.steps.join('\n')
  const stays = (code: number) => offered.some(one => one.code === code)
  const gone = headingsFor(was, frame.seen).filter(({ code }) => {
    const step = oneOf(body, findingFields(code).step)
    return !stays(code) || (!isSameScale && step !== '' && step !== 'none')
  })
  const kept = isSameScale
    ? body
    : Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('step-')))
  const read = addError(formOf(visit, frame, now).read(kept), en.troubles.changed)
  const typed = typedUnder(body, gone, was.steps)
  return again(drawForm(visit, frame, now, read, undefined, typed), { about: [frame.person.id] }, 409)
}

async function correct(visit: EntryVisit, one: Saying, frame: PersonFrame): Promise<Answer> {
  const { tx, body } = visit
  const about = { about: [one.personId], target: one.entryId }
  const headings = headingsFor(one.edition, frame.seen)
  const stamp = oneOf(body, 'stamp')
  const read = formOf(visit, frame, one.edition).read(body)
  const shown = (form: FormState, status: 409 | 422, now = one) => {
    const isStale = status === 409
    // Until they saw what stands now, the form stands on what it showed.
    const entry = { one: now, stamp: isStale ? stampOf(now) : stamp, isStale }
    return again(drawForm(visit, frame, one.edition, form, entry), about, status)
  }
  if (!read.ok) return shown(read, 422)
  const done = await correctSaying(tx, one, actorOfVisit(visit).accountId, contentOf(read.value, headings), stamp)
  if (done.ok) return go(listOf(frame))
  if (done.why === 'not-theirs' || done.why === 'died') return nothing('class', [one.personId])
  if (done.why !== 'stale') return shown(told(read, done.why), 422)
  return shown(addError(read, en.saidStale), 409, (await findSaying(tx, one.entryId)) ?? one)
}

function told(form: FormState, why: Exclude<SayTrouble, 'not-theirs' | 'died'>): FormState {
  const field = why === 'future' || why === 'unborn' ? 'said-on' : why === 'nothing-said' ? 'words' : undefined
  return field === undefined ? addError(form, en.troubles[why]) : addError(form, en.troubles[why], field)
}

async function withSeen(
  house: House,
  visit: PersonVisit,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  return frame?.seen.has('assessment') ? work(frame) : nothing(frame ? 'class' : 'unknown', [personId])
}

function withLiving(house: House, visit: PersonVisit, work: (frame: PersonFrame) => Promise<Answer>): Promise<Answer> {
  return withSeen(house, visit, async frame =>
    frame.person.diedOn === null ? work(frame) : nothing('died', [frame.person.id]),
  )
}

async function withEntry(
  house: House,
  visit: EntryVisit,
  work: (one: Saying, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const one = await findSaying(visit.tx, visit.params.entryId)
  const frame = one && (await house.frame(visit, one.personId))
  if (!one || !frame?.seen.has('assessment')) return nothing('unknown')
  return frame.person.diedOn === null ? work(one, frame) : go(listOf(frame))
}

function formOf(visit: AnyVisit, frame: PersonFrame, edition: Edition) {
  return sayingForm(edition, headingsFor(edition, frame.seen), frame.person.bornOn, visit.tx.acting.today)
}

function drawForm(
  visit: AnyVisit,
  frame: PersonFrame,
  edition: Edition,
  form: FormState,
  entry?: { readonly one: Saying; readonly stamp: string; readonly isStale: boolean },
  gone: readonly { readonly heading: string; readonly said: string }[] = [],
) {
  const headings = headingsFor(edition, frame.seen)
  const { today } = visit.tx.acting
  return html(<SaidFormPage visitor={visit.visitor} {...{ frame, today, form, edition, headings, entry, gone }} />)
}
