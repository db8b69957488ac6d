/** The register of a young person's groups, behind their own link: they read what is theirs, with who else reads it. */
import type { Tx } from '#ground/database/tx.ts'
import { findNames, get, type HouseRoute, html } from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { BY_LINK, type Link, linkParam, type OwnPart, showOwn, type Within } from '#rooms/sharing/index.ts'
import { NO_FORM } from '#web/form/form.ts'
import { supportOn } from '../members.ts'
import { OwnGroupsPage } from './page.tsx'

export function ownGroupRoutes(within: Within): HouseRoute[] {
  return [get('/open/:token/group', { ...BY_LINK, params: linkParam }, visit => showOwn(within, visit, PART))]
}

async function opened(tx: Tx, link: Link) {
  const person = await findPerson(tx, link.personId)
  if (person?.state !== 'active' || person.diedOn !== null) return undefined
  const { belongings, steps, runners } = await supportOn(tx, link.personId)
  const names = await findNames(tx, [...new Set([...runners, ...steps].map(one => one.accountId))])
  // What stands apart from any group they know of is not theirs to find here: it is of one that is kept close.
  const theirs = steps.filter(step => belongings.some(one => one.rowId === step.memberId))
  return { belongings, steps: theirs, runners, names, pages: link.pages, given: person.given }
}

const PART: OwnPart<NonNullable<Awaited<ReturnType<typeof opened>>>> = {
  which: 'group',
  open: opened,
  draw: ({ visitor, params }, found) => html(<OwnGroupsPage visitor={visitor} token={params.token} {...found} />),
  empty: () => NO_FORM,
  viewed: { action: 'support-group.viewed-by-link' },
}
