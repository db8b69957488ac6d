import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { SupportBeside } from '../routes/planning.ts'
import { en } from '../words.ts'

/** What groups they go to do for them, beside the plan; nothing where there is nothing the reader may know. */
export function SupportLines(p: {
  readonly personId: string
  readonly steps: SupportBeside['steps']
  readonly today: Day
}): JSX.Element | null {
  if (p.steps.length === 0) return null
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href={`/people/${p.personId}/support-groups`}>
            {en.supportAll}
          </a>
        }
      >
        {en.groupSupport}
      </SectionHead>
      <FactList
        stacked
        facts={p.steps.map(one => ({
          label: one.what,
          value: [one.group, one.who, shortDay(one.dueOn, p.today)].filter(Boolean).join(', '),
        }))}
      />
    </>
  )
}
