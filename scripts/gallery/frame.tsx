import { type ComponentChildren, type JSX } from 'preact'
import { exampleStaff, shellWords } from '#web/shell/examples.ts'
import { Page } from '#web/shell/page.tsx'

export const cymraeg = { lang: 'cy', href: '/cy', text: 'Cymraeg' }

/** A page of someone signed in. */
export function StaffPage(p: {
  title: string
  current: string
  hasErrors?: boolean
  identityBar?: ComponentChildren
  children: ComponentChildren
}): JSX.Element {
  return (
    <Page
      variant="staff"
      lang="en"
      title={p.title}
      words={shellWords}
      hasErrors={p.hasErrors}
      partnershipName="Sample partnership"
      staff={exampleStaff(p.current)}
      csrfToken="token"
      otherLanguage={cymraeg}
      identityBar={p.identityBar}
    >
      {p.children}
    </Page>
  )
}
