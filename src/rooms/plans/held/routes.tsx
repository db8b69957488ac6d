/** The register of what others hold by law beside a plan: an EHC plan, and care. */
import { actorOfVisit, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import { listCharacteristics, type PersonFrame } from '#rooms/people/index.ts'
import { oneOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import { type PersonVisit, type PlanHouse, personParam, withLiving, withPlan } from '../routes/planning.ts'
import { endHeld, listLive, stampOf, writeHeld } from './actions.ts'
import { filledWith, overForm, readHeld } from './forms.ts'
import type { HeldKind, HeldPlan } from './held.ts'
import { HeldFormPage, HeldPage, pathOf } from './pages.tsx'
import { classOfHeld, doubtsOf } from './rules.ts'
import { listHeld } from './store.ts'
import { heldTroubles } from './words.ts'

export function heldRoutes(house: PlanHouse): HouseRoute[] {
  return [...routesOf(house, 'ehc', '/people/:personId/ehc-plan'), ...routesOf(house, 'care', '/people/:personId/care')]
}

function routesOf(
  house: PlanHouse,
  kind: HeldKind,
  path: '/people/:personId/ehc-plan' | '/people/:personId/care',
): HouseRoute[] {
  const params = personParam
  return [
    get(path, { permission: 'person.open', audit: 'held-plan.viewed', params }, visit =>
      withPlan(house, visit, ({ frame }) =>
        seeing(frame, kind, async () =>
          page(await heldPage(visit, frame, kind, NO_FORM), { about: [frame.person.id] }),
        ),
      ),
    ),
    get(`${path}/change`, { permission: 'plan.write', audit: 'held-plan.form-opened', params }, visit =>
      withLiving(house, visit, ({ frame }) =>
        seeing(frame, kind, async () => {
          const live = await listLive(visit.tx, visit.params.personId, kind)
          const form = filledWith(kind, live[0])
          return page(formPage(visit, frame, kind, { live, shown: stampOf(live), form, isStale: false }), {
            about: [frame.person.id],
          })
        }),
      ),
    ),
    post(`${path}/change`, { permission: 'plan.write', audit: 'held-plan.written', params }, visit =>
      withLiving(house, visit, ({ frame }) => seeing(frame, kind, () => write(visit, frame, kind))),
    ),
    post(`${path}/over`, { permission: 'plan.write', audit: 'held-plan.ended', params }, visit =>
      withLiving(house, visit, ({ frame }) => seeing(frame, kind, () => end(visit, frame, kind))),
    ),
  ]
}

/** Only for whoever sees the part its kind tells of (K6): to others there is no such page. */
async function seeing(frame: PersonFrame, kind: HeldKind, work: () => Promise<Answer>): Promise<Answer> {
  return frame.seen.has(classOfHeld(kind)) ? work() : nothing('class', [frame.person.id])
}

async function write(visit: PersonVisit, frame: PersonFrame, kind: HeldKind): Promise<Answer> {
  const { id } = frame.person
  const shown = oneOf(visit.body, 'shown')
  const { read, content } = readHeld(kind, visit.body)
  const done = content && (await writeHeld(visit.tx, id, actorOfVisit(visit).accountId, { kind, shown }, content))
  if (done?.ok) return go(pathOf(id, kind))
  // Read after the writing: it may have waited for a colleague's.
  const live = await listLive(visit.tx, id, kind)
  const about = { about: [id] }
  if (done === undefined)
    return again(formPage(visit, frame, kind, { live, shown, form: read, isStale: shown !== stampOf(live) }), about)
  const isStale = done.why === 'stale'
  const form = addError(read, heldTroubles[done.why], done.why === 'ahead' ? 'as-of' : undefined)
  // What is sent again was seen: it is about what stands now.
  return again(formPage(visit, frame, kind, { live, shown: stampOf(live), form, isStale }), about, isStale ? 409 : 422)
}

async function end(visit: PersonVisit, frame: PersonFrame, kind: HeldKind): Promise<Answer> {
  const { id } = frame.person
  const read = overForm(kind).read(visit.body)
  const about = { about: [id] }
  if (!read.ok) return again(await heldPage(visit, frame, kind, read), about)
  const held = (await listLive(visit.tx, id, kind)).find(one => one.rowId === oneOf(visit.body, 'id'))
  if (held === undefined) return go(pathOf(id, kind))
  const { reason, words } = read.value
  const done = await endHeld(visit.tx, asShown(visit, held), { on: read.value['over-on'], reason, words: words ?? '' })
  if (done.ok) return go(pathOf(id, kind))
  const form = addError(read, heldTroubles[done.why], done.why === 'ahead' ? 'over-on' : undefined)
  return again(await heldPage(visit, frame, kind, form), about, done.why === 'stale' ? 409 : 422)
}

async function heldPage(visit: PersonVisit, frame: PersonFrame, kind: HeldKind, form: FormState): Promise<Drawn> {
  const { tx } = visit
  const { id, bornOn, diedOn } = frame.person
  const { today } = tx.acting
  const [all, characteristics] = await Promise.all([listHeld(tx, id), listCharacteristics(tx, id)])
  const of = all.filter(one => one.kind === kind)
  const live = of.filter(one => one.overOn === null)
  const marked = new Set(
    characteristics.filter(one => one.finishedOn === null && one.replacedAt === null).map(one => one.code),
  )
  const { role } = actorOfVisit(visit)
  return html(
    <HeldPage
      visitor={visit.visitor}
      frame={frame}
      kind={kind}
      live={live}
      over={of.filter(one => one.overOn !== null)}
      doubts={diedOn === null ? doubtsOf({ kind, live, marked, bornOn, today }) : []}
      form={form}
      mayWrite={roleMay(role, 'plan.write') && diedOn === null}
      mayCorrect={roleMay(role, 'record.correct')}
      today={today}
    />,
  )
}

function formPage(
  visit: PersonVisit,
  frame: PersonFrame,
  kind: HeldKind,
  p: {
    readonly live: readonly HeldPlan[]
    readonly shown: string
    readonly form: FormState
    readonly isStale: boolean
  },
): Drawn {
  return html(<HeldFormPage visitor={visit.visitor} frame={frame} kind={kind} {...p} today={visit.tx.acting.today} />)
}
