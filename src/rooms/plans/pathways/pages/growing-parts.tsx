/** Parts of the page of a pathway that grow with it: its timetable and its meetings. */
import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { BarList } from '#web/charts/bar-list.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { PathwayWeek } from '../pathway.ts'
import type { Shown } from '../reading.ts'
import { minutesOf, shareCome } from '../rules.ts'
import { cameWords, en } from '../words.ts'

/** So many weeks are drawn, the newest; the table has all. */
const CHARTED = 12

type Part = {
  readonly shown: Shown
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
  readonly today: Day
}

/** The timetable that grows: hours planned and hours they came, as a picture and in numbers. */
export function Weeks(p: Part): JSX.Element {
  const { pathway, weeks } = p.shown
  const share = shareCome(weeks)
  return (
    <>
      <SectionHead>{en.weeks}</SectionHead>
      {weeks.length === 0 ? (
        <p class="cx-quiet">{en.weeksNone}</p>
      ) : (
        <>
          {share && share.planned > 0 && (
            <p>
              {en.share(en.hours(share.came), en.hours(share.planned), Math.round((share.came / share.planned) * 100))}
            </p>
          )}
          <BarList
            id="weeks"
            title={en.weeks}
            description={en.weekChart}
            asTable={en.weekCaption}
            head={[en.weekHead, en.weekCameHead, en.weekPlannedHead]}
            rows={weeks.slice(-CHARTED).map(week => {
              const planned = minutesOf(week.planned)
              const came = week.came === null ? null : minutesOf(week.came)
              return {
                label: shortDay(week.weekOf, p.today),
                value: came ?? 0,
                text: came === null ? en.weekNotSaid : en.hoursSigned(en.hours(came), en.hours(planned)),
                before: { value: planned, text: en.hours(planned) },
              }
            })}
          />
          <WeekTable pathwayId={pathway.rowId} weeks={weeks} mayWrite={p.mayWrite} />
        </>
      )}
    </>
  )
}

function WeekTable(p: { pathwayId: string; weeks: readonly PathwayWeek[]; mayWrite: boolean }): JSX.Element {
  return (
    <DataTable
      caption={en.weekCaption}
      rows={[...p.weeks].reverse()}
      columns={[
        {
          key: 'week',
          heading: en.weekHead,
          cell: week =>
            p.mayWrite ? (
              <a class="govuk-link" href={`/pathways/${p.pathwayId}/weeks/${week.weekOf}`}>
                {en.weekOf(formatDay(week.weekOf))}
              </a>
            ) : (
              en.weekOf(formatDay(week.weekOf))
            ),
        },
        {
          key: 'planned',
          heading: en.weekPlannedHead,
          numeric: true,
          phone: { label: en.weekPlannedHead },
          cell: week => en.hours(minutesOf(week.planned)),
        },
        {
          key: 'came',
          heading: en.weekCameHead,
          numeric: true,
          phone: { label: en.weekCameHead },
          cell: week => (week.came === null ? en.weekNotSaid : en.hours(minutesOf(week.came))),
        },
        {
          key: 'words',
          heading: en.weekWordsHead,
          wide: true,
          phone: { label: en.weekWordsHead },
          cell: week => week.words,
        },
      ]}
    />
  )
}

/** What was written of meetings, newest first. */
export function Log(p: Part): JSX.Element {
  const { log, names, pathway } = p.shown
  return (
    <>
      <SectionHead>{en.log}</SectionHead>
      {log.length === 0 ? (
        <p class="cx-quiet">{en.logNone}</p>
      ) : (
        <DataTable
          caption={en.logCaption}
          classes="cx-table--words"
          rows={log}
          columns={[
            { key: 'day', heading: en.logDayHead, tight: true, cell: one => shortDay(one.onDay, p.today) },
            {
              key: 'came',
              heading: en.logCame,
              tight: true,
              phone: { lead: true },
              cell: one => (
                <>
                  <StatusTag kind={one.came === 'met' ? 'good' : 'care'} bare>
                    {cameWords[one.came]}
                  </StatusTag>
                  {one.minutes !== null && <div class="cx-quiet">{en.minutes(one.minutes)}</div>}
                </>
              ),
            },
            {
              key: 'words',
              heading: en.logWordsHead,
              wide: true,
              phone: { label: en.logWordsHead },
              cell: one => (
                <>
                  {one.words}
                  {one.ownWords !== '' && <div>{en.quote(one.ownWords)}</div>}
                  <div class="cx-quiet">
                    {names.get(one.madeBy) ?? ''}
                    {p.mayCorrect && (
                      <>
                        {' '}
                        <a class="govuk-link" href={`/people/${pathway.personId}/misfiled/pathway-log/${one.rowId}`}>
                          {en.misfiled}
                          <span class="govuk-visually-hidden">{en.misfiledOf(shortDay(one.onDay, p.today))}</span>
                        </a>
                      </>
                    )}
                  </div>
                </>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
