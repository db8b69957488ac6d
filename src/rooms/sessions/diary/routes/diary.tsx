/** The register of the diary and of missed meetings. */
import { z } from 'zod'
import { bankHolidaysFrom } from '#ground/bank-holidays.ts'
import { dayOf } from '#ground/clock.ts'
import { addDays, addMonths, type Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, type Visit } from '#rooms/identity/index.ts'
import { idParam } from '#web/params.ts'
import { go, page } from '#web/register.ts'
import { DiaryPage, type DiaryView } from '../pages/diary-page.tsx'
import { type MissedLine, MissedPage } from '../pages/missed-page.tsx'
import { afterMissed, daysShown, mondayOf } from '../rules.ts'
import { listDiary, listMissed, listUnanswered } from '../store.ts'
import type { SessionsHouse } from './shared.ts'

const asked = {
  view: z.enum(['day', 'week', 'list']).optional().catch(undefined),
  on: z.iso.date().optional().catch(undefined),
}
const diaryQuery = z.object(asked)
const newQuery = z.object({ on: asked.on, person: idParam<PersonId>().optional().catch(undefined) })

/** A list goes so many days ahead. */
const LIST_DAYS = 28
/** Missed meetings are followed up for so long. */
const MISSED_MONTHS = 3

export function diaryRoutes(house: SessionsHouse): HouseRoute[] {
  return [
    get('/diary', { permission: 'contact.record', audit: 'diary.viewed', query: diaryQuery }, visit =>
      diaryPage(house, visit, visit.query, false),
    ),
    get('/diary/new', { permission: 'contact.record', audit: 'diary.viewed', query: newQuery }, visit => {
      const { on, person } = visit.query
      if (person !== undefined) return Promise.resolve(go(`/people/${person}/appointments/new?on=${on ?? ''}`))
      return diaryPage(house, visit, { on, view: undefined }, true)
    }),
    get('/missed', { permission: 'contact.record', audit: 'diary.missed-viewed' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const { today } = tx.acting
      const [missed, leader] = await Promise.all([
        listMissed(tx, accountId, addMonths(today, -MISSED_MONTHS)),
        house.leaderOf(tx, accountId),
      ])
      const rows = missed.flatMap((row): MissedLine[] => {
        const next = afterMissed({
          missedOn: row.onDay,
          inRow: row.inRow,
          since: row.since,
          hasNext: row.hasNext,
          leaderToldOn: row.leaderToldAt && dayOf(row.leaderToldAt),
        })
        return next ? [{ ...row, ...next }] : []
      })
      const sorted = rows.toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
      return page(
        html(
          <MissedPage
            visitor={visit.visitor}
            today={today}
            rows={sorted}
            hasLeader={leader !== undefined && leader !== accountId}
          />,
        ),
        { about: sorted.map(r => r.personId) },
      )
    }),
  ]
}

async function diaryPage(
  house: SessionsHouse,
  visit: Visit<unknown, unknown>,
  wanted: { readonly view?: DiaryView | undefined; readonly on?: string | undefined },
  missing: boolean,
) {
  const { tx } = visit
  const { accountId } = actorOfVisit(visit)
  const { today } = tx.acting
  const view = wanted.view ?? 'week'
  const on = (wanted.on ?? today) as Day
  const span = spanOf(view, on)
  const [entries, unanswered, led] = await Promise.all([
    listDiary(tx, accountId, span),
    listUnanswered(tx, accountId),
    house.ledBy(tx, accountId),
  ])
  const holidays = bankHolidaysFrom(span.from)
  const days = daysOf(view, span, new Set(entries.map(e => e.onDay))).map(day => ({
    day,
    holiday: holidays.has(day),
    entries: entries.filter(e => e.onDay === day),
  }))
  const step = { day: 1, week: 7, list: LIST_DAYS }[view]
  return page(
    html(
      <DiaryPage
        visitor={visit.visitor}
        view={view}
        today={today}
        on={on}
        earlier={addDays(on, -step)}
        later={addDays(on, step)}
        days={days}
        // What stands in the days that are shown need not stand above them as well.
        unanswered={unanswered.filter(u => u.onDay < span.from || u.onDay > span.to)}
        led={led}
        missing={missing}
      />,
    ),
    { about: [...new Set([...entries, ...unanswered].map(e => e.personId))] },
  )
}

function spanOf(view: DiaryView, on: Day): { from: Day; to: Day } {
  if (view === 'day') return { from: on, to: on }
  if (view === 'list') return { from: on, to: addDays(on, LIST_DAYS - 1) }
  const monday = mondayOf(on)
  return { from: monday, to: addDays(monday, 6) }
}

function daysOf(view: DiaryView, span: { from: Day; to: Day }, busy: ReadonlySet<Day>): Day[] {
  if (view === 'day') return [span.from]
  if (view === 'week') return daysShown(span.from, busy)
  return [...busy].toSorted()
}
