import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { Proof } from '../proof.ts'
import { apart, proof as words } from '../words.ts'
import { CasePage, type CaseProps } from './protection-pages.tsx'

/** What happened to a protected record since it was protected: to be read, printed and filed. */
export function ProofPage(p: CaseProps & { proof: Proof | undefined; today: string }): JSX.Element {
  const { proof } = p
  if (proof === undefined)
    return (
      <CasePage {...p} title={words.title} lead={words.nothing} back>
        <p class="govuk-body">{words.nothingText}</p>
      </CasePage>
    )
  const changing = proof.named.reduce((sum, n) => sum + n.changing, 0)
  const isQuiet = proof.asked === 0 && proof.whereabouts === 0 && (proof.isOpen || changing === 0)
  return (
    <CasePage {...p} title={words.title} lead={words.lead(formatDay(dayOf(proof.since)), p.today)} back>
      <Alert
        kind={isQuiet ? 'note' : 'care'}
        kindWord={isQuiet ? words.note : words.care}
        first={!isQuiet ? words.loud : proof.isOpen ? words.quietOpen : words.quiet}
      >
        {!isQuiet ? words.loudText : proof.isOpen ? words.quietOpenText : words.quietText}
      </Alert>
      <FactList
        facts={[
          { label: words.asked, value: proof.asked === 0 ? words.none : String(proof.asked) },
          { label: words.holders, value: proof.holders.length === 0 ? words.byRole : proof.holders.join(', ') },
          {
            label: words.seenBy,
            value:
              proof.seenBy.length === 0 ? words.nobody : proof.seenBy.map(s => words.times(s.name, s.times)).join(', '),
          },
        ]}
      />
      <SectionHead>{words.lists}</SectionHead>
      {proof.hasSealed && <p class="govuk-hint">{words.withSealed}</p>}
      {proof.named.length === 0 ? (
        <p class="govuk-body">{words.noLists}</p>
      ) : (
        <DataTable
          caption={words.lists}
          rows={proof.named}
          columns={[
            { key: 'partner', heading: words.partner, cell: n => n.partner },
            { key: 'file', heading: words.file, cell: n => n.fileName, phone: { label: words.file } },
            { key: 'day', heading: apart.since, cell: n => formatDay(dayOf(n.at)), phone: { label: words.day } },
            {
              key: 'rows',
              heading: words.rows,
              numeric: true,
              cell: n => String(n.rows),
              phone: { label: words.rows },
            },
            {
              key: 'changed',
              heading: words.changed,
              cell: n => (n.changing === 0 ? words.changedNothing : words.changedRows(n.changing)),
              phone: { label: words.changed },
            },
          ]}
        />
      )}
    </CasePage>
  )
}
