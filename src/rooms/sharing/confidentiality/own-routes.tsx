/** The register of what stays between us, behind a young person's own link: they read it, and say what it means. */
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { findNames, freshPage, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, page } from '#web/register.ts'
import type { Link } from '../links/link.ts'
import { asOwn, type LinkVisit, type Within } from '../links/opened.ts'
import { OverPage } from '../links/pages.tsx'
import { BY_LINK, linkParam } from '../links/routes.tsx'
import { answerStatement, openStatement } from './actions.ts'
import { ownStatementForm } from './forms.ts'
import { OwnStatementPage } from './own-page.tsx'
import { ownStatementIn } from './words.ts'

export function ownStatementRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token/statement', { ...BY_LINK, params: linkParam }, visit => look(within, visit)),
    post('/open/:token/statement', { ...BY_LINK, params: linkParam }, visit => answer(within, visit)),
  ]
}

const formIn = (visit: LinkVisit) => ownStatementForm(ownStatementIn(visit.visitor.language))

async function opened(tx: Tx, link: Link) {
  const found = await openStatement(tx, link)
  if (!found) return undefined
  const names = await findNames(tx, [link.madeBy])
  return { ...found, pages: link.pages, adviser: names.get(link.madeBy) ?? '' }
}

type Opened = NonNullable<Awaited<ReturnType<typeof opened>>>

const drawn = (visit: LinkVisit, found: Opened, form: FormState) =>
  html(<OwnStatementPage visitor={visit.visitor} token={visit.params.token} {...found} form={form} />)

const nothingLeft = (visit: LinkVisit): Answer =>
  page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))

async function look(within: Within, visit: LinkVisit): Promise<Answer> {
  const found = await asOwn(within, visit, 'statement', async (tx, link) => {
    const behind = await opened(tx, link)
    if (behind)
      await record(tx, { action: 'confidentiality.viewed-by-link', about: [link.personId], target: link.rowId })
    return behind ?? null
  })
  if (found === undefined) return go(`/open/${visit.params.token}`)
  return found === null ? nothingLeft(visit) : freshPage(visit, drawn(visit, found, formIn(visit).empty()))
}

/** What they say is kept as theirs, and whoever made the link is told. Sent twice, it is once. */
async function answer(within: Within, visit: LinkVisit): Promise<Answer> {
  const { token } = visit.params
  const words = ownStatementIn(visit.visitor.language)
  const read = formIn(visit).read(visit.body)
  const shownId = visit.body['statement']
  const statementId = (typeof shownId === 'string' ? shownId : '') as RowId
  const outcome = await asOwn(within, visit, 'statement', async (tx, link) => {
    if (!read.ok) return { found: await opened(tx, link), form: read, status: 422 as const }
    const { understood, said, wishes } = read.value
    const content = { understood, said: said ?? '', wishes: wishes ?? '' }
    const done = await answerStatement(tx, link, statementId, content)
    if (done.ok) return null
    const form = done.why === 'stale' ? addError(read, words.stale, 'said') : addError(read, words.saidMissing, 'said')
    return { found: await opened(tx, link), form, status: done.why === 'stale' ? (409 as const) : (422 as const) }
  })
  if (outcome === undefined) return go(`/open/${token}`)
  if (outcome === null) return go(`/open/${token}/statement`)
  return outcome.found ? again(drawn(visit, outcome.found, outcome.form), {}, outcome.status) : nothingLeft(visit)
}
