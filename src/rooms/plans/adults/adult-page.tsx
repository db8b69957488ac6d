import type { ComponentChildren, JSX } from 'preact'
import { otherLanguageFor, type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { linkWordsIn } from '#rooms/sharing/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { SharedPart } from './shared-part.tsx'
import type { Shared } from './sharing.ts'
import { adultPlanIn } from './words.ts'

/** What a parent or carer reads: the part the young person let them read, and how to help. */
export function AdultPlanPage(p: {
  readonly visitor: Visitor
  readonly token: string
  readonly shared: Shared
  /** Over the page, for somebody who looks as they would. */
  readonly notice?: ComponentChildren
}): JSX.Element {
  const { language } = p.visitor
  const { given, adviser } = p.shared
  const words = adultPlanIn(language)
  const title = words.title(given)
  return (
    <YoungPage
      language={language}
      other={otherLanguageFor(p.visitor)}
      title={title}
      head={
        <>
          <h1>{title}</h1>
          <p>{p.shared.basis === 'agreed' ? words.lead(given, adviser) : words.leadDecided(given, adviser)}</p>
        </>
      }
      notice={p.notice}
      leaveHref={`/open/${p.token}/leave`}
      worried={{ href: `/open/${p.token}/worried`, text: linkWordsIn(language).worriedThem }}
    >
      <SharedPart language={language} {...p.shared} />
      <PostForm action={`/open/${p.token}/done`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{words.close}</Button>
      </PostForm>
    </YoungPage>
  )
}
