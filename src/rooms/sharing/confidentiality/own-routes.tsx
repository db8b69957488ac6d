/** The register of what stays between us, behind a young person's own link: they read it, and say what it means. */
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { findNames, get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import { oneOf } from '#web/form/clean.ts'
import { addError } from '#web/form/form.ts'
import type { Answer } from '#web/register.ts'
import type { Link } from '../links/link.ts'
import type { LinkVisit, Within } from '../links/opened.ts'
import { doOwn, type OwnPart, showOwn } from '../links/own.tsx'
import { BY_LINK, linkParam } from '../links/routes.tsx'
import { answerStatement, openStatement } from './actions.ts'
import { ownStatementForm } from './forms.ts'
import { OwnStatementPage } from './own-page.tsx'
import { ownStatementIn } from './words.ts'

export function ownStatementRoutes(within: Within): HouseRoute[] {
  return [
    get('/open/:token/statement', { ...BY_LINK, params: linkParam }, visit => showOwn(within, visit, PART)),
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

const PART: OwnPart<NonNullable<Awaited<ReturnType<typeof opened>>>> = {
  which: 'statement',
  open: opened,
  draw: ({ visitor, params }, found, form) =>
    html(<OwnStatementPage visitor={visitor} token={params.token} {...found} form={form} />),
  empty: visit => formIn(visit).empty(),
  viewed: { action: 'confidentiality.viewed-by-link' },
}

/** What they say is kept as theirs, and whoever made the link is told. Sent twice, it is once. */
function answer(within: Within, visit: LinkVisit): Promise<Answer> {
  const words = ownStatementIn(visit.visitor.language)
  const read = formIn(visit).read(visit.body)
  const statementId = oneOf(visit.body, 'statement') as RowId
  return doOwn(within, visit, PART, async (tx, link) => {
    if (!read.ok) return { form: read, status: 422 }
    const { understood, said, wishes } = read.value
    const content = { understood, said: said ?? '', wishes: wishes ?? '' }
    const done = await answerStatement(tx, link, statementId, content)
    if (done.ok) return undefined
    return done.why === 'stale'
      ? { form: addError(read, words.stale, 'said'), status: 409 }
      : { form: addError(read, words.saidMissing, 'said'), status: 422 }
  })
}
