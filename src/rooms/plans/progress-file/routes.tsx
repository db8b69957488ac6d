/** The register of a Progress File as colleagues see it: what is shared, and what they write down. */
import { aboutThese } from '#ground/database/tx.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import {
  type PersonVisit,
  type PlanHouse,
  type Planning,
  personParam,
  withLiving,
  withPlan,
} from '../routes/planning.ts'
import { findPlan } from '../store.ts'
import { writeDown } from './actions.ts'
import { contentOf, entryForm } from './forms.ts'
import { ownFileRoutes } from './own-routes.tsx'
import { FilePage } from './staff-pages.tsx'
import { listEntries, listEvidence } from './store.ts'
import { en, staffFormWords } from './words.ts'

export function progressFileRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/plan/file',
      { permission: 'person.open', audit: 'progress.viewed', params: personParam },
      visit =>
        withPlan(house, visit, async planning =>
          page(await filePage(visit, planning, entryForm(staffFormWords).empty()), {
            about: [planning.frame.person.id],
          }),
        ),
    ),
    post(
      '/people/:personId/plan/file',
      { permission: 'plan.write', audit: 'progress.written-down', params: personParam },
      visit => withLiving(house, visit, planning => write(visit, planning)),
    ),
    ...ownFileRoutes(house.within),
  ]
}

async function write(visit: PersonVisit, planning: Planning): Promise<Answer> {
  const { id } = planning.frame.person
  const read = entryForm(staffFormWords).read(visit.body)
  const shown = async (form: FormState) => again(await filePage(visit, planning, form), { about: [id] })
  if (!read.ok) return shown(read)
  const done = await writeDown(visit.tx, id, actorOfVisit(visit).accountId, contentOf(read.value))
  if (done.ok) return go(`/people/${id}/plan/file`)
  if (done.why === 'ahead') return shown(addError(read, staffFormWords.ahead, 'on'))
  return done.why === 'died' ? shown(addError(read, en.died)) : nothing('class', [id])
}

async function filePage(visit: PersonVisit, { frame }: Planning, form: FormState): Promise<Drawn> {
  const { tx } = visit
  const { id, diedOn } = frame.person
  const { role } = actorOfVisit(visit)
  const [entries, evidence, plan] = await aboutThese(tx, [id], within =>
    Promise.all([listEntries(within, id), listEvidence(within, id), findPlan(within, id)]),
  )
  const writers = [...new Set(entries.flatMap(one => one.writtenBy ?? []))]
  return html(
    <FilePage
      visitor={visit.visitor}
      frame={frame}
      entries={entries}
      evidence={evidence}
      targets={new Map(plan.targets.map(target => [target.rowId, target.what]))}
      names={await findNames(tx, writers)}
      form={form}
      mayWrite={roleMay(role, 'plan.write') && diedOn === null}
      mayCorrect={roleMay(role, 'record.correct')}
      today={tx.acting.today}
    />,
  )
}
