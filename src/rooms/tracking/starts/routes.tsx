/** The register of starts that were agreed: whose day has come, and each young person's own. */
import { z } from 'zod'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { bySelf, type FramePerson } from '#rooms/people/index.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isNeet, spellOfNow } from '../rules.ts'
import { listSpells } from '../store/spells.ts'
import { answerStart, countUntilStart } from './actions.ts'
import { countForm, startForm } from './forms.ts'
import { PersonStartsPage, StartsPage } from './pages.tsx'
import type { AgreedStart } from './start.ts'
import { findStart, listDueStarts, listStartsOn } from './store.ts'
import { en } from './words.ts'

/** Most lines of the list. */
const MOST = 200
const personParam = z.object({ personId: idParam<PersonId>() })
const startParam = z.object({ personId: idParam<PersonId>(), startId: idParam<RowId>() })
type PersonVisit = Visit<{ personId: PersonId }, unknown>
type StartForm = Parameters<typeof PersonStartsPage>[0]['form']

export function startRoutes(house: { readonly frame: FramePerson }): HouseRoute[] {
  return [
    get('/starts', { permission: 'person.edit', audit: 'start.list-viewed' }, async visit => {
      const lines = await listDueStarts(visit.tx, MOST)
      return page(
        html(<StartsPage visitor={visit.visitor} lines={lines} most={MOST} today={visit.tx.acting.today} />),
        { about: [...new Set(lines.map(one => one.personId))] },
      )
    }),
    get('/people/:personId/starts', { permission: 'person.edit', audit: 'start.viewed', params: personParam }, visit =>
      shown(house, visit, NO_FORM),
    ),
    post(
      '/people/:personId/starts/:startId',
      { permission: 'person.edit', audit: 'start.answered', params: startParam },
      visit =>
        withStart(house, visit, async (start, isStale, bornOn) => {
          const read = startForm.read(visit.body)
          if (isStale) return shown(house, visit, addError({ ...read, errors: [] }, en.moved), start, 409)
          if (!read.ok) return shown(house, visit, read, start, 422)
          const { answer, said, on } = read.value
          const done = await answerStart(visit.tx, start, { answer, by: said, on }, bySelf(visit.tx), bornOn)
          if (done.ok) return go(`/people/${start.personId}${answer === 'not-started' ? '/activity' : ''}`)
          const [words, field] = WRONG[done.why]
          return shown(house, visit, addError(read, words, field), start, done.why === 'moved' ? 409 : 422)
        }),
    ),
    post(
      '/people/:personId/starts/:startId/count',
      { permission: 'person.edit', audit: 'activity.set', params: startParam },
      visit =>
        withStart(house, visit, async (start, isStale) => {
          const countable = await countableOf(visit, [start])
          if (isStale || !countable.has(start.rowId))
            return shown(house, visit, addError(NO_FORM, en.moved), start, 409)
          const read = countForm.read(visit.body)
          if (!read.ok) return shown(house, visit, addError(NO_FORM, en.missingSaid), start, 422)
          await countUntilStart(visit.tx, start, read.value.said, bySelf(visit.tx))
          return go(`/people/${start.personId}`)
        }),
    ),
  ]
}

const WRONG = {
  moved: [en.moved, 'answer'],
  'not-theirs': [en.notTheirs, 'said'],
  'not-yet': [en.notYet, 'on'],
  'new-day-past': [en.newDayPast, 'on'],
  'missing-new-day': [en.missingNewDay, 'on'],
  'before-birth': [en.beforeBirth, 'on'],
  'over-reaches': [en.overReaches, 'on'],
} as const

/** A start of somebody the visitor may open, and whether it is no longer as the page showed it. */
async function withStart(
  house: { readonly frame: FramePerson },
  visit: Visit<{ personId: PersonId; startId: RowId }, unknown>,
  work: (start: AgreedStart, isStale: boolean, bornOn: Day | null) => Promise<Answer>,
): Promise<Answer> {
  const { personId, startId } = visit.params
  const frame = await house.frame(visit, personId)
  if (!frame?.seen.has('tracking') || frame.person.diedOn !== null) return nothing('class', [personId])
  const start = await findStart(visit.tx, personId, startId)
  if (!start) return nothing('unknown', [personId])
  return work(start, start.overOn !== null || Number(visit.body['version']) !== start.version, frame.person.bornOn)
}

/** Those ahead for which a NEET young person can be counted by the code for an agreed start. */
async function countableOf(visit: PersonVisit, starts: readonly AgreedStart[]): Promise<ReadonlySet<string>> {
  const now = spellOfNow(await listSpells(visit.tx, visit.params.personId))
  if (now === undefined || !isNeet(now.code) || now.code === '615' || now.code === '616') return new Set()
  const ahead = starts.find(one => one.overOn === null && one.startsOn > visit.tx.acting.today)
  return new Set(ahead === undefined ? [] : [ahead.rowId])
}

async function shown(
  house: { readonly frame: FramePerson },
  visit: PersonVisit,
  form: StartForm,
  typed?: AgreedStart,
  status?: 409 | 422,
): Promise<Answer> {
  const { tx } = visit
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  // Whether anything is agreed is told to those who see what they do, and to nobody by a page without it (K8).
  if (!frame?.seen.has('tracking')) return nothing('class', [personId])
  const starts = await listStartsOn(tx, personId)
  const places = (await listOrganisations(tx)).filter(one => one.discloses === 0)
  const drawn = html(
    <PersonStartsPage
      visitor={visit.visitor}
      frame={frame}
      starts={starts}
      places={new Map(places.map(one => [one.id as string, one.name]))}
      countable={await countableOf(visit, starts)}
      mayAnswer={frame.person.diedOn === null}
      today={tx.acting.today}
      form={form}
      typed={typed?.rowId}
    />,
  )
  return status === undefined ? page(drawn, { about: [personId] }) : again(drawn, { about: [personId] }, status)
}
