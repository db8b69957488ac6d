import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { FramedPage } from '#rooms/people/index.ts'
import { NO_FORM } from '#web/form/form.ts'
import { EmptyState, SectionHead } from '#web/shell/layout.tsx'
import type { OnRecord } from '../members.ts'
import type { MemberStep } from '../support-group.ts'
import { en, leftReasons } from '../words.ts'
import type { Common } from './member-pages.tsx'
import { readersOf, Steps } from './shared.tsx'

/** Groups somebody belongs to, on their record. */
export function OnRecordPage(
  p: Common & { readonly found: OnRecord; readonly mayOpen: boolean; readonly mayOpenSteps: boolean },
): JSX.Element {
  const { belongings, steps, runners } = p.found
  const others = steps.filter(step => !belongings.some(one => one.rowId === step.memberId))
  const hasDied = p.frame.person.diedOn !== null
  const shown = { names: p.names, today: p.today, readers: readersOf, hasDied }
  const hrefOf = (one: MemberStep) => (p.mayOpenSteps ? `/support-steps/${one.rowId}` : undefined)
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.onRecord} form={NO_FORM}>
      {belongings.length + others.length === 0 && (
        <EmptyState title={en.onRecordNone}>{en.onRecordNoneText}</EmptyState>
      )}
      {belongings.map(one => {
        const own = steps.filter(step => step.memberId === one.rowId)
        const names = runners
          .filter(runner => runner.groupId === one.groupId)
          .flatMap(({ accountId, thereFor }) => `${p.names.get(accountId) ?? ''} (${thereFor})`)
        return (
          <section aria-labelledby={`group-${one.rowId}`}>
            <SectionHead
              id={`group-${one.rowId}`}
              aside={
                p.mayOpen && (
                  <a class="govuk-link" href={`/support-members/${one.rowId}`}>
                    {en.open}
                    <span class="govuk-visually-hidden">{en.openOf(one.group.name)}</span>
                  </a>
                )
              }
            >
              {one.group.name}
            </SectionHead>
            <p>
              {en.since} {formatDay(one.joinedOn)}
              {one.leftOn !== null && one.leftReason !== null
                ? `, ${en.leftLine(formatDay(one.leftOn), leftReasons[one.leftReason].toLowerCase())}`
                : ''}
              . {en.runBy(names.join(', '))}.
            </p>
            {own.length === 0 ? (
              <p class="cx-quiet">{en.stepsNone}</p>
            ) : (
              <Steps {...shown} caption={`${en.steps}: ${one.group.name}`} steps={own} hrefOf={hrefOf} />
            )}
          </section>
        )
      })}
      {others.length > 0 && (
        <>
          <SectionHead>{en.ofOther}</SectionHead>
          <Steps {...shown} caption={en.ofOther} steps={others} hrefOf={hrefOf} />
        </>
      )}
    </FramedPage>
  )
}
