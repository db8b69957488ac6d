/** The register of what partners say of working with advisers: asked of their practitioners once a year, read by managers as counts. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { academicYearStart, addMonths, type Day } from '#ground/day.ts'
import { record } from '#rooms/audit/index.ts'
import { type Actor, actorOfVisit, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { choice } from '#web/form/choice.ts'
import type { FormState } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { again, type Drawn, go, page } from '#web/register.ts'
import { ANSWERS, type Statement } from './feedback.ts'
import { FeedbackPage, FeedbackResultsPage } from './pages.tsx'
import { askAgainOn, isAsked, resultsOf } from './rules.ts'
import { type Asked, findStanding, listSaid, upsertPutOff, upsertSaid } from './store.ts'
import { en, statements } from './words.ts'

/** So many school years back results are offered. */
const YEARS = 4

const statement = (name: Statement) => choice(ANSWERS, { missing: en.missing(statements[name]) })
const words = () => longText({ optional: true, max: 1000, tooLong: en.tooLong(1000) })
const feedbackForm = form({
  reach: statement('reach'),
  helps: statement('helps'),
  told: statement('told'),
  clear: statement('clear'),
  together: statement('together'),
  'what-helps': words(),
  'what-to-change': words(),
})
const yearQuery = z.object({ year: z.string().catch('').default('') })

type AnyVisit = Visit<unknown, unknown>

export function feedbackRoutes(): HouseRoute[] {
  return [
    get('/feedback', { permission: 'feedback.give', audit: 'feedback.form-opened' }, async visit =>
      page(await formPage(visit, feedbackForm.empty())),
    ),
    post('/feedback', { permission: 'feedback.give', audit: 'feedback.given' }, async visit => {
      const read = feedbackForm.read(visit.body)
      if (!read.ok) return again(await formPage(visit, read))
      const { 'what-helps': whatHelps, 'what-to-change': whatToChange, ...stated } = read.value
      const said = { ...stated, whatHelps: whatHelps ?? '', whatToChange: whatToChange ?? '' }
      // Sent twice, the first stands.
      if ((await upsertSaid(visit.tx, askedOf(visit.tx, actorOfVisit(visit)), said)) > 0)
        await record(visit.tx, { action: 'feedback.given' })
      return go('/feedback')
    }),
    post('/feedback/later', { permission: 'feedback.give', audit: 'feedback.put-off' }, async visit => {
      const until = askAgainOn(visit.tx.acting.today)
      if ((await upsertPutOff(visit.tx, askedOf(visit.tx, actorOfVisit(visit)), until)) > 0)
        await record(visit.tx, { action: 'feedback.put-off' })
      return go('/')
    }),
    get(
      '/partner-feedback',
      { permission: 'counts.see', audit: 'counts.feedback-viewed', query: yearQuery },
      async visit => {
        const now = academicYearStart(visit.tx.acting.today)
        const years = Array.from({ length: YEARS }, (_, i) => addMonths(now, -12 * i))
        const year = years.find(one => one === visit.query.year) ?? now
        const results = resultsOf(await listSaid(visit.tx, year))
        return page(html(<FeedbackResultsPage visitor={visit.visitor} {...{ years, year, results }} />))
      },
    ),
  ]
}

const askedOf = (tx: Tx, actor: Actor): Asked => ({
  ...{ accountId: actor.accountId, organisationId: actor.organisationId },
  yearFrom: yearOf(tx),
})

const yearOf = (tx: Tx): Day => academicYearStart(tx.acting.today)

/** Whether somebody at a partner is to be asked today, for their first page. */
export async function isFeedbackAsked(tx: Tx, actor: Actor): Promise<boolean> {
  return isAsked(await findStanding(tx, askedOf(tx, actor)), tx.acting.today)
}

async function formPage(visit: AnyVisit, state: FormState): Promise<Drawn> {
  const standing = await findStanding(visit.tx, askedOf(visit.tx, actorOfVisit(visit)))
  return html(<FeedbackPage visitor={visit.visitor} {...{ standing, yearFrom: yearOf(visit.tx), form: state }} />)
}
