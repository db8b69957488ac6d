/** The register of runs of meetings. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { type Day, formatDay } from '#ground/day.ts'
import { type AccountId, isId, newId, type RowId } from '#ground/ids.ts'
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
import type { PersonFrame } from '#rooms/people/index.ts'
import { allOf } from '#web/form/clean.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { personParam, type SessionsHouse, withLiving } from '../diary/routes/shared.ts'
import { type ArrangementTrouble, hoursOf } from '../diary/rules.ts'
import { diary as diaryWords } from '../diary/words.ts'
import { clashesOn, endRun, loadRun, makeRun, movedDays, moveRun } from './actions.ts'
import { endForm, moveForm, partsOf, type RunFields, type RunValue, runForm, spanForm } from './forms.ts'
import { NewRunPage, type OfferedDay } from './pages.tsx'
import { daysOf, holidaysAmong } from './rules.ts'
import type { Run } from './run.ts'
import { type EndFields, type MoveFields, RunPage } from './run-page.tsx'
import { findRun } from './store.ts'
import { en } from './words.ts'

const runParam = z.object({ runId: idParam<RowId>() })
const permission = 'diary.use'

/** Where a fault of every meeting of the run stands. */
const AT: Readonly<Record<ArrangementTrouble, RunFields>> = {
  been: 'from',
  'answer-first': 'from',
  'too-far': 'until',
  'place-missing': 'place',
  'home-not-safe': 'kind',
  'letter-not-safe': 'kind',
  'told-incomplete': 'kind',
  'told-in-future': 'kind',
}

export function runRoutes(house: SessionsHouse): HouseRoute[] {
  const newHtml = (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    form: FormState<RunFields>,
    offered: readonly OfferedDay[] = [],
    shown = '',
  ) =>
    html(
      <NewRunPage
        visitor={visit.visitor}
        frame={frame}
        form={form}
        offered={offered}
        shown={shown}
        mayKeepClose={frame.seen.has('restricted')}
      />,
    )
  const runHtml = async (
    visit: Visit<unknown, unknown>,
    frame: PersonFrame,
    run: Run,
    shown: {
      readonly move?: FormState<MoveFields>
      readonly end?: FormState<EndFields>
      readonly asksBoth?: boolean
    } = {},
  ) => {
    const { tx } = visit
    const { accountId, role } = actorOfVisit(visit)
    const { parts, meetings } = await loadRun(tx, run)
    return html(
      <RunPage
        visitor={visit.visitor}
        frame={frame}
        run={run}
        parts={parts}
        meetings={meetings}
        whose={(await findNames(tx, [run.accountId])).get(run.accountId) ?? ''}
        today={tx.acting.today}
        isOwn={run.accountId === accountId}
        mayCorrect={roleMay(role, 'record.correct')}
        move={shown.move ?? moveForm.fill({ 'move-from': tx.acting.today })}
        end={shown.end ?? endForm.empty()}
        asksBoth={shown.asksBoth ?? false}
      />,
    )
  }
  const withRun = async (
    visit: Visit<{ runId: RowId }, unknown>,
    work: (frame: PersonFrame, run: Run) => Promise<Answer>,
  ): Promise<Answer> => {
    const run = await findRun(visit.tx, visit.params.runId)
    const frame = run && (await house.frame(visit, run.personId))
    return run && frame?.seen.has('sessions') ? work(frame, run) : nothing('unknown')
  }

  return [
    get('/people/:personId/runs/new', { permission, audit: 'run.form-opened', params: personParam }, visit =>
      withLiving(house, visit, frame => {
        const id = newId<'row'>(visit.tx.acting.at)
        const form = runForm([]).fill({ id, every: '1', kind: 'meeting', minutes: 30, purpose: 'support' })
        return Promise.resolve(page(newHtml(visit, frame, form), { about: [frame.person.id] }))
      }),
    ),
    post('/people/:personId/runs/new', { permission, audit: 'run.made', params: personParam }, visit =>
      withLiving(house, visit, async frame => {
        const { tx, body } = visit
        const { accountId } = actorOfVisit(visit)
        const about = [frame.person.id]
        const span = spanForm.read(body)
        const found = span.ok ? daysOf(spanOf(span.value), tx.acting.today) : undefined
        const offered = span.ok && found?.ok ? await offeredDays(tx, accountId, found.value, span.value) : []
        const shown = span.ok ? JSON.stringify(span.value) : ''
        const days = offered.map(one => one.day)
        const ticked = allOf(body, 'days').filter(one => days.some(day => day === one))
        const form = runForm(days).read({ ...body, days: ticked })
        const seen = { about: [...about, ...offered.flatMap(one => one.clashId ?? [])] }
        const anew = (state: FormState<RunFields>) => again(newHtml(visit, frame, state, offered, shown), seen)
        if (!form.ok) return anew(form)
        if (found && !found.ok)
          return anew(addError(form, en.troubles[found.why], found.why === 'been' ? 'from' : 'until'))
        // What is arranged is what was shown: another span, another time, and the days are shown anew.
        if (body['shown'] !== shown) {
          const meant = offered.filter(one => !one.isHoliday).map(one => one.day)
          return anew(addError({ ...form, answers: { ...form.answers, days: meant } }, en.lookFirst, 'days'))
        }
        if (form.value.days.length < 2) return anew(addError(form, en.missingDays, 'days'))
        if (!isId(form.value.id)) return nothing('unknown')
        const made = await makeRun(tx, frame.person.id, accountId, {
          id: form.value.id as RowId,
          title: form.value.title,
          everyWeeks: form.value.every === '1' ? 1 : 2,
          days: form.value.days.toSorted(),
          arrangement: arrangementOf(form.value, frame),
          parts: partsOf(form.value),
        })
        if (made.ok) return go(`/runs/${made.value}`)
        if (made.why === 'unknown' || made.why === 'clash') return nothing('unknown', about)
        return anew(addError(form, diaryWords.troubles[made.why], AT[made.why]))
      }),
    ),
    get('/runs/:runId', { permission, audit: 'run.viewed', params: runParam }, visit =>
      withRun(visit, async (frame, run) =>
        page(await runHtml(visit, frame, run), { about: [frame.person.id], target: run.rowId }),
      ),
    ),
    post('/runs/:runId/move', { permission, audit: 'run.moved', params: runParam }, visit =>
      withRun(visit, async (frame, run) => {
        const { tx } = visit
        const seen = { about: [frame.person.id], target: run.rowId }
        const form = moveForm.read(visit.body)
        const shown = async (move: FormState<MoveFields>, status: 409 | 422 = 422, asksBoth = false) =>
          again(await runHtml(visit, frame, run, { move, asksBoth }), seen, status)
        if (isStale(visit, run) || run.state !== 'on') return shown(addError(form, en.stale), 409)
        if (!form.ok) return shown(form)
        const to = {
          from: form.value['move-from'],
          byDays: form.value['move-by'] ?? 0,
          atTime: form.value['move-time'],
        }
        const against = form.value['move-both'] === 'yes' ? [] : await standingAgainst(tx, run, to)
        if (against.length > 0)
          return shown(addError(form, en.moveFault(against.map(formatDay).join(', ')), 'move-by'), 422, true)
        const moved = await moveRun(tx, run, to)
        if (moved.ok) return go(`/runs/${run.rowId}`)
        if (moved.why === 'unknown' || moved.why === 'clash') return nothing('unknown', seen.about)
        if (moved.why === 'stale') return shown(addError(form, en.stale), 409)
        if (moved.why === 'nothing-ahead') return shown(addError(form, en.nothingAhead, 'move-from'))
        return shown(addError(form, diaryWords.troubles[moved.why], 'move-by'))
      }),
    ),
    post('/runs/:runId/end', { permission, audit: 'run.ended', params: runParam }, visit =>
      withRun(visit, async (frame, run) => {
        const seen = { about: [frame.person.id], target: run.rowId }
        const form = endForm.read(visit.body)
        // Pressed twice, it ended the first time.
        if (run.state !== 'on' && form.ok && run.state === form.value.how) return go(`/runs/${run.rowId}`, { seen })
        const shown = async (end: FormState<EndFields>, status: 409 | 422 = 422) =>
          again(await runHtml(visit, frame, run, { end }), seen, status)
        if (isStale(visit, run) || run.state !== 'on') return shown(addError(form, en.stale), 409)
        if (!form.ok) return shown(form)
        const { how, reason, words } = form.value
        const ended = await endRun(visit.tx, run, { how, reason, words: words ?? '' })
        if (ended.ok) return go(`/runs/${run.rowId}`)
        if (ended.why === 'stale') return shown(addError(form, en.stale), 409)
        return shown(addError(form, en.endTroubles[ended.why], ended.why === 'reason-does-not-fit' ? 'reason' : 'how'))
      }),
    ),
  ]
}

function spanOf(value: { readonly from: Day; readonly until: Day; readonly every: '1' | '2' }) {
  return { from: value.from, until: value.until, everyWeeks: value.every === '1' ? 1 : 2 } as const
}

/** The days a run would have, with what stands against each: a bank holiday, or something else in the diary. */
async function offeredDays(
  tx: Tx,
  accountId: AccountId,
  days: readonly Day[],
  at: { readonly time: string; readonly minutes: number },
): Promise<(OfferedDay & { readonly clashId: string | undefined })[]> {
  const wanted = days.map(onDay => ({ onDay, atTime: at.time, minutes: at.minutes }))
  const clashes = await clashesOn(tx, accountId, wanted)
  const holidays = new Set(holidaysAmong(days))
  return days.map(day => {
    const clash = clashes.get(day)
    return {
      day,
      isHoliday: holidays.has(day),
      clash: clash && en.clash(`${clash.given} ${clash.family}`, hoursOf(clash)),
      clashId: clash?.personId,
    }
  })
}

/** Days to which a run would be moved and on which it is a bank holiday, or something else stands at that time. */
async function standingAgainst(tx: Tx, run: Run, to: Parameters<typeof movedDays>[2]): Promise<Day[]> {
  const moved = await movedDays(tx, run, to)
  const own = new Set(moved.map(({ one }) => one.rowId))
  const against = new Set(holidaysAmong(moved.map(({ onDay }) => onDay)))
  // Meetings of one run may stand in two diaries, where it was handed over.
  const diaries = new Set(moved.map(({ one }) => one.accountId))
  for (const accountId of diaries) {
    const wanted = moved
      .filter(({ one }) => one.accountId === accountId)
      .map(({ one, onDay, atTime }) => ({ onDay, atTime, minutes: one.minutes }))
    for (const onDay of (await clashesOn(tx, accountId, wanted, own)).keys()) against.add(onDay)
  }
  return [...against].toSorted()
}

/** What every meeting of the run says. Kept close only by those who see it then. */
function arrangementOf(value: RunValue, frame: PersonFrame) {
  return {
    atTime: value.time,
    minutes: value.minutes,
    kind: value.kind,
    place: value.place ?? '',
    room: value.room,
    needs: value.needs ?? '',
    purpose: value.purpose,
    method: value.method ?? '',
    bring: value.bring ?? '',
    others: value.others ?? '',
    toldHow: null,
    toldOn: null,
    isRestricted: value.restricted === 'yes' && frame.seen.has('restricted'),
  } as const
}
