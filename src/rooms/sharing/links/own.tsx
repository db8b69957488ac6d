/** One of a young person's own pages behind their link: read, with its event, and answered. */
import type { Tx } from '#ground/database/tx.ts'
import { record } from '#rooms/audit/index.ts'
import { freshPage, html } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { type Answer, again, type Drawn, go, page } from '#web/register.ts'
import type { Link, OwnPage } from './link.ts'
import { asOwn, type LinkVisit, type Within } from './opened.ts'
import { OverPage } from './pages.tsx'

/** What a room says of a page of theirs. */
export type OwnPart<Behind> = {
  readonly which: OwnPage
  /** What stands behind it; undefined where nothing does any more: the record was restricted, or they have died. */
  readonly open: (tx: Tx, link: Link) => Promise<Behind | undefined>
  readonly draw: (visit: LinkVisit, behind: Behind, form: FormState) => Drawn
  /** The form as nothing was typed yet. */
  readonly empty: (visit: LinkVisit, behind: Behind) => FormState
  /** The event of reading it. */
  readonly viewed: { readonly action: string }
}

/** Shows it, and writes down that they read it. */
export async function showOwn<Behind>(within: Within, visit: LinkVisit, part: OwnPart<Behind>): Promise<Answer> {
  const behind = await asOwn(within, visit, part.which, async (tx, link) => {
    const found = await part.open(tx, link)
    if (found) await record(tx, { ...part.viewed, about: [link.personId], target: link.rowId })
    return found ?? null
  })
  if (behind === undefined) return go(`/open/${visit.params.token}`)
  if (behind === null) return nothingLeft(visit)
  return freshPage(visit, part.draw(visit, behind, part.empty(visit, behind)))
}

/**
 * Does something on it: back to it afterwards, or shown again with what is wrong.
 * @param work undefined when it is done; else what is wrong, with a form that says so
 */
export async function doOwn<Behind>(
  within: Within,
  visit: LinkVisit,
  part: Pick<OwnPart<Behind>, 'which' | 'open' | 'draw'>,
  work: (
    tx: Tx,
    link: Link,
    behind: Behind,
  ) => Promise<{ readonly form: FormState; readonly status: 409 | 422 } | undefined>,
): Promise<Answer> {
  const { token } = visit.params
  const outcome = await asOwn(within, visit, part.which, async (tx, link) => {
    const before = await part.open(tx, link)
    if (!before) return 'over'
    const wrong = await work(tx, link, before)
    // Read again: it may have waited for somebody else's.
    return wrong ? { ...wrong, behind: await part.open(tx, link) } : 'done'
  })
  if (outcome === undefined) return go(`/open/${token}`)
  if (outcome === 'done') return go(`/open/${token}/${part.which}`)
  if (outcome === 'over' || !outcome.behind) return nothingLeft(visit)
  return again(part.draw(visit, outcome.behind, outcome.form), {}, outcome.status)
}

/** The link is open, and there is nothing behind it any more. */
function nothingLeft(visit: LinkVisit): Answer {
  return page(html(<OverPage visitor={visit.visitor} token={visit.params.token} />))
}
