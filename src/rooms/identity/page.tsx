/** The page of somebody signed in, and the plain page of everyone else, filled from the visit. */
import type { ComponentChildren, JSX } from 'preact'
import type { Drawn } from '#web/register.ts'
import { Page, renderPage } from '#web/shell/page.tsx'
import type { NavGroup } from '#web/shell/words.ts'
import { roleMay } from './roles.ts'
import type { Visitor } from './visit.ts'
import { shell } from './words.ts'

type Common = {
  readonly title: string
  readonly hasErrors?: boolean
  readonly refreshSeconds?: number
  readonly children: ComponentChildren
}

/**
 * A page of a visitor who is signed in.
 * @param current the address of the item of the navigation this page belongs to
 * @param aboutId the person the page is about, for the concern button
 */
export function StaffPage(
  p: Common & { visitor: Visitor; current?: string; aboutId?: string; identityBar?: JSX.Element },
): JSX.Element {
  if (p.visitor.kind !== 'actor') return <PlainPage title={p.title}>{p.children}</PlainPage>
  const { actor, csrfToken, nav } = p.visitor
  return (
    <Page
      variant="staff"
      lang="en"
      title={p.title}
      words={shell}
      hasErrors={p.hasErrors}
      refreshSeconds={p.refreshSeconds}
      partnershipName={actor.partnershipName}
      csrfToken={csrfToken}
      aboutId={p.aboutId}
      identityBar={p.identityBar}
      staff={{
        name: actor.name,
        nav: markCurrent(nav, p.current),
        canFind: roleMay(actor.role, 'person.find'),
        canRaiseConcern: true,
        canChangePartnership: true,
        keys: actor.singleKeys,
      }}
    >
      {p.children}
    </Page>
  )
}

/** A page for those who are not signed in. */
export function PlainPage(p: Common & { barAside?: ComponentChildren }): JSX.Element {
  return (
    <Page variant="plain" lang="en" title={p.title} words={shell} hasErrors={p.hasErrors} barAside={p.barAside}>
      {p.children}
    </Page>
  )
}

/** A whole page, drawn when its text is needed. */
export function html(page: JSX.Element): Drawn {
  return () => renderPage(page)
}

function markCurrent(nav: readonly NavGroup[], current: string | undefined): readonly NavGroup[] {
  return nav.map(group => ({ ...group, items: group.items.map(item => ({ ...item, current: item.href === current })) }))
}
