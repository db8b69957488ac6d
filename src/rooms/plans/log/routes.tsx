/** The register of what was done towards a target: read by whoever reads it, written by whoever writes the plan. */

import { formatDay } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
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
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isStale } from '#web/stale.ts'
import { listAsksOf } from '../asks/store.ts'
import type { Goal, Target } from '../plan.ts'
import { evidenceOf } from '../progress-file/rules.ts'
import { listEvidence } from '../progress-file/store.ts'
import { type PersonVisit, type PlanHouse, type Planning, targetParam, withPlan } from '../routes/planning.ts'
import { findFiling, findGoal, findTarget, listAgreements } from '../store.ts'
import { listLogVersions, listTargetVersions } from '../versions/store.ts'
import { correctLogEntry, type LogTrouble, writeLogEntry } from './actions.ts'
import type { LogEntry } from './entry.ts'
import { contentIn, fillEntry, logForm } from './forms.ts'
import { EntryPage, LogPage } from './pages.tsx'
import { storyOf } from './rules.ts'
import { findLogEntry, listLogOf } from './store.ts'
import { logTroubles } from './words.ts'

const BASE = '/people/:personId/plan/targets/:targetId/log'
const entryParam = targetParam.extend({ entryId: idParam<RowId>() })
type TargetVisit = Visit<{ personId: PersonVisit['params']['personId']; targetId: RowId }, unknown>
type EntryVisit = Visit<TargetVisit['params'] & { entryId: RowId }, unknown>

/** A target the visitor may see, with its goal. */
type Towards = Planning & { readonly goal: Goal; readonly target: Target }

export function logRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(BASE, { permission: 'person.open', audit: 'plan-log.viewed', params: targetParam }, visit =>
      withTowards(house, visit, async towards =>
        page(await logPage(house, visit, towards, logForm.fill({ on: visit.tx.acting.today })), aboutOf(towards)),
      ),
    ),
    post(BASE, { permission: 'plan.write', audit: 'plan-log.written', params: targetParam }, visit =>
      withTowards(house, visit, towards => write(house, visit, towards)),
    ),
    get(`${BASE}/:entryId`, { permission: 'plan.write', audit: 'plan-log.form-opened', params: entryParam }, visit =>
      withEntry(house, visit, async (towards, entry) =>
        page(await entryPage(visit, towards, entry, fillEntry(entry)), aboutOf(towards)),
      ),
    ),
    post(`${BASE}/:entryId`, { permission: 'plan.write', audit: 'plan-log.corrected', params: entryParam }, visit =>
      withEntry(house, visit, (towards, entry) => correct(visit, towards, entry)),
    ),
  ]
}

const aboutOf = ({ target }: Towards) => ({ about: [target.personId], target: target.rowId })
const here = ({ target }: Towards) => `/people/${target.personId}/plan/targets/${target.rowId}/log`

async function write(house: PlanHouse, visit: TargetVisit, towards: Towards): Promise<Answer> {
  const { target } = towards
  const form = logForm.read(visit.body)
  const shown = async (state: FormState) => again(await logPage(house, visit, towards, state), aboutOf(towards))
  if (!form.ok) return shown(form)
  const { accountId } = actorOfVisit(visit)
  const done = await writeLogEntry(visit.tx, target.personId, target.rowId, accountId, contentIn(form.value))
  if (done.ok) return go(here(towards))
  return done.why === 'unknown'
    ? nothing('unknown', [target.personId])
    : shown(addError(form, troubleWords(done.why, towards), 'on'))
}

async function correct(visit: EntryVisit, towards: Towards, entry: LogEntry): Promise<Answer> {
  const form = logForm.read(visit.body)
  // As it stands by now: a colleague may have saved while this waited.
  const stale = async () => {
    const now = (await findLogEntry(visit.tx, entry.rowId)) ?? entry
    return again(await entryPage(visit, towards, now, form, now), aboutOf(towards), 409)
  }
  if (!form.ok)
    return isStale(visit, entry) ? stale() : again(await entryPage(visit, towards, entry, form), aboutOf(towards))
  const done = await correctLogEntry(visit.tx, asShown(visit, entry), contentIn(form.value))
  if (done.ok) return go(here(towards))
  if (done.why === 'unknown') return nothing('unknown', [entry.personId])
  if (done.why === 'stale') return stale()
  const told = addError(form, troubleWords(done.why, towards), 'on')
  return again(await entryPage(visit, towards, entry, told), aboutOf(towards))
}

const troubleWords = (why: Exclude<LogTrouble, 'unknown'>, { goal }: Towards) => logTroubles[why](formatDay(goal.setOn))

function withTowards(
  house: PlanHouse,
  visit: TargetVisit,
  work: (towards: Towards) => Promise<Answer>,
): Promise<Answer> {
  return withPlan(house, visit, async planning => {
    const { personId, targetId } = visit.params
    const target = await findTarget(visit.tx, targetId)
    const goal = target?.personId === personId ? await findGoal(visit.tx, target.goalId) : undefined
    return target && goal ? work({ ...planning, goal, target }) : nothing('unknown', [personId])
  })
}

/** Something that was written towards a target; nothing is corrected any more of somebody who has died. */
function withEntry(
  house: PlanHouse,
  visit: EntryVisit,
  work: (towards: Towards, entry: LogEntry) => Promise<Answer>,
): Promise<Answer> {
  return withTowards(house, visit, async towards => {
    const entry = await findLogEntry(visit.tx, visit.params.entryId)
    if (entry?.targetId !== towards.target.rowId) return nothing('unknown', [visit.params.personId])
    return towards.frame.person.diedOn === null ? work(towards, entry) : go(here(towards))
  })
}

async function logPage(house: PlanHouse, visit: TargetVisit, towards: Towards, form: FormState): Promise<Drawn> {
  const { tx } = visit
  const { target, frame } = towards
  const [entries, versions, contacts, asks, agreements, evidence, filing] = await Promise.all([
    listLogOf(tx, target.rowId),
    listTargetVersions(tx, [target.rowId]),
    house.contactsBefore(tx, target.rowId),
    listAsksOf(tx, target.rowId),
    listAgreements(tx, target.personId),
    listEvidence(tx, target.personId),
    findFiling(tx, 'plan_target', target.rowId),
  ])
  const entriesBefore = await listLogVersions(
    tx,
    entries.map(one => one.rowId),
  )
  const setBy = filing?.by ?? null
  const by = [
    setBy,
    ...[...versions, ...entriesBefore].map(one => one.by),
    ...entries.map(one => one.writtenBy),
    ...asks.map(one => one.askedAccount),
  ].filter(id => id !== null)
  const { role } = actorOfVisit(visit)
  return html(
    <LogPage
      visitor={visit.visitor}
      {...towards}
      form={form}
      lines={storyOf({
        ...{ target, setBy, entries, entriesBefore, versions, contacts, asks, agreements },
        evidence: evidenceOf(evidence, target),
      })}
      names={await findNames(tx, [...new Set(by)])}
      mayWrite={roleMay(role, 'plan.write') && frame.person.diedOn === null}
      mayOpen={roleMay(role, 'contact.record')}
    />,
  )
}

async function entryPage(
  visit: EntryVisit,
  { frame, target }: Towards,
  entry: LogEntry,
  form: FormState,
  theirs?: LogEntry,
): Promise<Drawn> {
  return html(
    <EntryPage
      visitor={visit.visitor}
      frame={frame}
      target={target}
      entry={entry}
      form={form}
      theirs={theirs}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
    />,
  )
}
