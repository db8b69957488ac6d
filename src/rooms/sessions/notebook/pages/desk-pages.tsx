import type { JSX } from 'preact'
import { dayOf, timeOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { PlainPage, StaffPage, shellIn, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { Pack } from '../notebook.ts'
import { device, en } from '../words.ts'

/** What the notebook is, what is taken along and what never, and what is on devices now. Names nobody. */
export function NotebookPage(p: { readonly visitor: Visitor; readonly packs: readonly Pack[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/notebook">
      <PageHead title={en.title} lead={en.lead} />
      <noscript>
        <p>
          {en.needsScript}{' '}
          <a class="govuk-link" href="/caseload">
            {en.toCaseload}
          </a>
        </p>
      </noscript>
      <p class="cx-scripted">
        <Button href="/notebook/open">{en.open}</Button>
      </p>
      <SectionHead>{en.taken}</SectionHead>
      <Points of={en.takenList} />
      <SectionHead>{en.never}</SectionHead>
      <Points of={en.neverList} />
      <SectionHead>{en.locked}</SectionHead>
      <Points of={en.lockedList} />
      <SectionHead>{en.out}</SectionHead>
      {p.packs.length === 0 ? <p>{en.noneOut}</p> : <p>{en.endHint}</p>}
      {p.packs.map(pack => (
        <PostForm action={`/notebook/packs/${pack.rowId}/end`} csrfToken={p.visitor.csrfToken}>
          <p>
            {en.outLine(
              `${timeOf(pack.takenAt)}, ${formatDay(dayOf(pack.takenAt))}`,
              pack.people,
              formatDay(pack.untilDay),
            )}
          </p>
          <Button classes="govuk-button--secondary">{en.end}</Button>
        </PostForm>
      ))}
    </StaffPage>
  )
}

function Points(p: { readonly of: readonly string[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {p.of.map(one => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

/**
 * The page a device keeps for where there is no signal: the same bytes for everybody, with no word of anybody. What stands in it is drawn on the device.
 */
export function ShellPage(): JSX.Element {
  return (
    <PlainPage title={en.title} language="en" script="notebook.js">
      <div id="notebook" data-form-words={JSON.stringify(shellIn('en').form)}>
        <PageHead title={en.title} />
        <p class="cx-scripted">{device.starting}</p>
        <noscript>
          <p>
            {en.needsScript}{' '}
            <a class="govuk-link" href="/caseload">
              {en.toCaseload}
            </a>
          </p>
        </noscript>
      </div>
    </PlainPage>
  )
}

/** Before signing out where notes were not sent: the browser leads here, and it works by itself. */
export function LeavePage(p: { readonly visitor: Visitor }): JSX.Element {
  return (
    <PlainPage title={en.leaveTitle} language="en">
      <PageHead title={en.leaveTitle} lead={en.leaveText} />
      <p>
        <Button href="/notebook/open">{en.leaveBack}</Button>
      </p>
      <form method="post" action="/sign-out" data-unsent="throw-away">
        <input type="hidden" name="_csrf" value={p.visitor.csrfToken} />
        <Button classes="govuk-button--warning">{en.leaveAnyway}</Button>
      </form>
    </PlainPage>
  )
}
