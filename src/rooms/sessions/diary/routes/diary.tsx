/** The register of the diary and of missed meetings. */
import { z } from 'zod'
import { bankHolidaysFrom } from '#ground/bank-holidays.ts'
import { dayOf } from '#ground/clock.ts'
import { addDays, addMonths, type Day, mondayOf } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { idParam } from '#web/params.ts'
import { go, page } from '#web/register.ts'
import { alongTo } from '../../along/actions.ts'
import { listJoinedTo } from '../../along/store.ts'
import { listPlanned } from '../../groups/closed/store.ts'
import { listSheetsAbout } from '../../settings/store.ts'
import { DiaryPage, type DiaryView } from '../pages/diary-page.tsx'
import { type MissedLine, MissedPage } from '../pages/missed-page.tsx'
import { WhoToMeetPage } from '../pages/new-page.tsx'
import { afterMissed, daysShown, factsOf, MISSED_RULE } from '../rules.ts'
import { listContactsSince, listDiary, listLastMissed, listOfOthers, listStood, listUnanswered } from '../store.ts'
import { turnsOf } from '../turns.ts'
import { diary as en } from '../words.ts'
import type { SessionsHouse } from './shared.ts'

const asked = {
  view: z.enum(['day', 'week', 'list']).optional().catch(undefined),
  // A diary of other centuries is a slip of the finger.
  on: z.iso
    .date()
    .refine(day => day >= '2000-01-01' && day < '2100-01-01')
    .optional()
    .catch(undefined),
}
const diaryQuery = z.object(asked)
const newQuery = z.object({ on: asked.on, person: z.string().optional().catch(undefined) })
const whoForm = form({ person: text({ missing: en.newMissing, max: 100, tooLong: en.newMissing }) })

/** A list goes so many days ahead. */
const LIST_DAYS = 28
/** What one came along to and nobody said what came of it is asked for so long. */
const JOINED_MONTHS = 12
/** Missed meetings are followed up for so long. */
const MISSED_MONTHS = 3

export function diaryRoutes(house: SessionsHouse): HouseRoute[] {
  return [
    get('/diary', { permission: 'diary.use', audit: 'diary.viewed', query: diaryQuery }, visit =>
      diaryPage(house, visit, visit.query),
    ),
    get('/diary/new', { permission: 'diary.use', audit: 'diary.who-viewed', query: newQuery }, async visit => {
      const { on, person } = visit.query
      if (typeof person === 'string' && person !== '') {
        const chosen = idParam<PersonId>().safeParse(person)
        if (chosen.success) return go(`/people/${chosen.data}/appointments/new?on=${on ?? ''}`)
      }
      const led = await house.ledBy(visit.tx, actorOfVisit(visit).accountId)
      const form = person === undefined ? whoForm.empty() : whoForm.read({ person: '' })
      return page(html(<WhoToMeetPage visitor={visit.visitor} form={form} on={on as Day | undefined} led={led} />), {
        about: led.map(one => one.personId),
      })
    }),
    get('/missed', { permission: 'diary.use', audit: 'diary.missed-viewed' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const { today } = tx.acting
      const from = laterOf(addMonths(today, -MISSED_MONTHS), MISSED_RULE.from)
      const [missed, leader] = await Promise.all([listLastMissed(tx, accountId, from), house.leaderOf(tx, accountId)])
      const ids = missed.map(one => one.personId)
      const [stood, contacts] =
        ids.length === 0 ? [[], []] : await Promise.all([listStood(tx, ids, from), listContactsSince(tx, ids, from)])
      const rows = missed.flatMap((row): MissedLine[] => {
        const facts = factsOf(row, { stood, contacts, today })
        const leaderToldOn = row.leaderToldAt && dayOf(row.leaderToldAt)
        const next = afterMissed({ ...facts, missedOn: row.onDay, leaderToldOn })
        return next ? [{ ...row, ...facts, ...next }] : []
      })
      const sorted = rows.toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
      return page(
        html(
          <MissedPage
            visitor={visit.visitor}
            today={today}
            rows={sorted}
            leader={leader === undefined ? 'nobody' : leader === accountId ? 'oneself' : 'somebody'}
          />,
        ),
        { about: sorted.map(r => r.personId) },
      )
    }),
  ]
}

function laterOf(a: Day, b: Day): Day {
  return a < b ? b : a
}

async function diaryPage(
  house: Pick<SessionsHouse, 'daysAhead'>,
  visit: Visit<unknown, unknown>,
  wanted: { readonly view?: DiaryView | undefined; readonly on?: string | undefined },
) {
  const { tx } = visit
  const { accountId } = actorOfVisit(visit)
  const { today } = tx.acting
  const view = wanted.view ?? 'week'
  const on = (wanted.on ?? today) as Day
  const span = spanOf(view, on)
  const since = addMonths(today, -JOINED_MONTHS)
  const joined = await listJoinedTo(tx, accountId, span.from < since ? span.from : since)
  const [entries, unanswered, allOfOthers, ahead, sheets, groups] = await Promise.all([
    listDiary(tx, accountId, span, joined),
    listUnanswered(tx, accountId, joined),
    listOfOthers(tx, accountId),
    house.daysAhead(tx, accountId, span),
    listSheetsAbout(tx, accountId),
    roleMay(actorOfVisit(visit).role, 'group.record') ? listPlanned(tx, accountId, span.to) : [],
  ])
  // What one comes along to stands in one's own diary.
  const joinedIds = new Set(joined.map(one => one.appointmentId))
  const ofOthers = allOfOthers.filter(one => !joinedIds.has(one.rowId))
  const all = [...entries, ...unanswered, ...ofOthers]
  const turns = await turnsOf(tx, all)
  const along = await alongTo(tx, all)
  const holidays = bankHolidaysFrom(span.from)
  const days = daysOf(view, span, new Set(entries.map(e => e.onDay))).map(day => ({
    day,
    holiday: holidays.has(day),
    entries: entries.filter(e => e.onDay === day),
  }))
  const step = { day: 1, week: 7, list: LIST_DAYS }[view]
  const shown = new Set(entries.map(e => e.rowId))
  return page(
    html(
      <DiaryPage
        visitor={visit.visitor}
        view={view}
        mayRecordGroups={roleMay(actorOfVisit(visit).role, 'group.record')}
        today={today}
        on={on}
        earlier={addDays(on, -step)}
        later={addDays(on, step)}
        days={days}
        // What stands in the days that are shown need not stand above them as well.
        unanswered={unanswered.filter(one => !shown.has(one.rowId))}
        ofOthers={ofOthers}
        ahead={ahead}
        sheets={sheets}
        turns={turns}
        along={along}
        whose={accountId}
        groups={groups}
      />,
    ),
    { about: [...new Set([...entries, ...unanswered, ...ofOthers, ...ahead, ...sheets].map(e => e.personId))] },
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
