import type { JSX } from 'preact'
import type { Helping, Practice, Service, Tip } from '#rooms/directory/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { DeskFrame } from '../frame.tsx'
import { helping as en } from '../helping-words.ts'

/** Services that help with what was assessed as hard, each with why and how to ask. */
export function HelpingPage(p: {
  readonly visitor: Visitor
  readonly frame: DeskFrame
  /** What is hard, the worst first; undefined where nothing was assessed. */
  readonly hard: readonly string[] | undefined
  readonly found: readonly Helping<Service>[]
  readonly tips: readonly Tip[]
  /** What works here with what is hard. */
  readonly practices: readonly Practice[]
  /** Labels of what may be hard. */
  readonly labels: ReadonlyMap<string, string>
  /** The referral agreement with whoever runs a service, by organisation. */
  readonly protocols: ReadonlyMap<string, string>
}): JSX.Element {
  const { person } = p.frame
  const title = en.title(person.given)
  const name = (code: string) => p.labels.get(code) ?? code
  const unmet = (p.hard ?? []).filter(code => !p.found.some(one => one.needs.includes(code)))
  const all = (
    <div class="cx-buttons">
      <Button href="/services" classes="govuk-button--secondary">
        {en.all}
      </Button>
      <Button href="/services/today" classes="govuk-button--secondary">
        {en.today}
      </Button>
    </div>
  )
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id} identityBar={p.frame.bar}>
      <BackLink href={`/people/${person.id}`}>{`${person.given} ${person.family}`}</BackLink>
      {p.frame.alerts}
      <PageHead title={title} lead={en.lead} />
      {p.hard === undefined ? (
        <EmptyState title={en.noAssessment} action={all}>
          {en.noAssessmentText}
        </EmptyState>
      ) : p.hard.length === 0 ? (
        <EmptyState title={en.nothingHard} action={all}>
          {en.nothingHardText}
        </EmptyState>
      ) : p.found.length === 0 ? (
        <EmptyState title={en.noneFit} action={all}>
          {en.noneFitText}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={en.caption}
            rows={p.found}
            columns={[
              {
                key: 'what',
                heading: en.what,
                cell: ({ service }) => (
                  <>
                    <a class="govuk-link" href={`/services/${service.rowId}`}>
                      {service.name}
                    </a>
                    <div class="cx-quiet">{[service.runBy, service.place].filter(Boolean).join(', ')}</div>
                  </>
                ),
              },
              { key: 'why', heading: en.why, phone: { lead: true }, cell: one => one.needs.map(name).join(', ') },
              {
                key: 'how',
                heading: en.how,
                wide: true,
                phone: { label: en.how },
                cell: ({ service }) => <How {...p} service={service} />,
              },
            ]}
          />
          {unmet.length > 0 && <p>{en.gap(unmet.map(name).join(', '))}</p>}
          {all}
        </>
      )}
      {p.practices.length > 0 && (
        <>
          <SectionHead>{en.works}</SectionHead>
          <ul class="govuk-list govuk-list--bullet">
            {p.practices.map(one => (
              <li>
                <a class="govuk-link" href={`/what-works/${one.rowId}`}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </StaffPage>
  )
}

function How(
  p: Pick<Parameters<typeof HelpingPage>[0], 'frame' | 'tips' | 'protocols'> & { readonly service: Service },
): JSX.Element {
  const { service } = p
  const tip = p.tips.find(one => one.serviceId === service.rowId)
  const protocol = service.organisationId === null ? undefined : p.protocols.get(service.organisationId)
  return (
    <>
      {service.howTo}
      {tip && <div class="cx-quiet">{en.freshest(tip.words)}</div>}
      {protocol !== undefined && (
        <div>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/referrals/new?protocol=${protocol}`}>
            {en.refer}
            <span class="govuk-visually-hidden">{en.referTo(service.name)}</span>
          </a>
        </div>
      )}
    </>
  )
}
