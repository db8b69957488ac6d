/** A model in plain words: what it weighs, how people are found, and where partners' lists go wrong. */
import type { JSX } from 'preact'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { signed } from '../../comparing/compared.tsx'
import type { ModelDocument } from '../../weighing/document.ts'
import { likenessOfPartners, linesOf } from '../rules.ts'
import { differsIn, en, keyWords, levelName, lineName, lineSentence, ofHundred, untoldSentence } from '../words.ts'

/** Of what a partner's rows differ in, so much is said at once. */
const MOST_LINES = 4
const MOST_KEYS = 6

export function GoesBy(p: { document: ModelDocument; partners: ReadonlyMap<string, string> }): JSX.Element {
  const { document } = p
  const all = linesOf(document)
  const lines = all.filter(l => l.isTold)
  const untold = all.filter(l => !l.isTold && l.line !== 'order').map(l => l.line)
  const keys = document.keys.map(keyWords)
  return (
    <>
      <SectionHead>{en.goesBy}</SectionHead>
      <p class="govuk-body">{en.goesByLead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map(({ line, levels: [same] }) => (
          <li>{lineSentence(line, same?.m ?? 0, same?.u ?? 0)}</li>
        ))}
      </ul>
      {untold.length > 0 && <p class="govuk-body">{untoldSentence(untold)}</p>}
      <Details summary={en.allWeights}>
        <p class="govuk-body">{en.weightsLead}</p>
        <DataTable
          caption={en.allWeights}
          rows={lines.flatMap(({ line, levels }) => levels.map(level => ({ line, ...level })))}
          columns={[
            { key: 'line', heading: en.line, cell: l => lineName(l.line) },
            { key: 'how', heading: en.how, cell: l => levelName(l.line, l.level), phone: { lead: true } },
            { key: 'one', heading: en.onOne, cell: l => ofHundred(l.m), phone: { label: en.onOne } },
            { key: 'strangers', heading: en.onStrangers, cell: l => ofHundred(l.u), phone: { label: en.onStrangers } },
            {
              key: 'weight',
              heading: en.weight,
              numeric: true,
              cell: l => (Number.isFinite(l.bits) ? signed(l.bits) : en.none),
              phone: { label: en.weight },
            },
          ]}
        />
      </Details>
      <SectionHead>{en.foundBy}</SectionHead>
      <p class="govuk-body">
        {en.foundByLead}
        {document.recall > 0 && ` ${en.findsText(ofHundred(document.recall))}`}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {keys.slice(0, MOST_KEYS).map(key => (
          <li>{key}</li>
        ))}
      </ul>
      {keys.length > MOST_KEYS && (
        <Details summary={en.moreKeys(keys.length - MOST_KEYS)}>
          <ul class="govuk-list govuk-list--bullet">
            {keys.slice(MOST_KEYS).map(key => (
              <li>{key}</li>
            ))}
          </ul>
        </Details>
      )}
      {document.records > 0 && <Partners {...p} />}
    </>
  )
}

function Partners(p: { document: ModelDocument; partners: ReadonlyMap<string, string> }): JSX.Element {
  const likeness = likenessOfPartners(p.document)
    .flatMap(l => {
      const name = p.partners.get(l.organisationId)
      return name === undefined ? [] : [{ ...l, name }]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href="/matching/quality">
            {en.quality}
          </a>
        }
      >
        {en.partners}
      </SectionHead>
      <p class="govuk-body">{likeness.length === 0 ? en.noPartners : en.partnersLead}</p>
      {likeness.length > 0 && (
        <DataTable
          caption={en.partners}
          classes="cx-table--words"
          rows={likeness}
          columns={[
            {
              key: 'partner',
              heading: en.partner,
              cell: l => (
                <a class="govuk-link" href={`/matching/quality/${l.organisationId}`}>
                  {l.name}
                </a>
              ),
            },
            {
              key: 'differs',
              heading: en.differs,
              wide: true,
              cell: l =>
                l.lines.length === 0
                  ? en.nothingDiffers
                  : l.lines.slice(0, MOST_LINES).map(({ line, differs, general }) => (
                      <div>
                        {differsIn(line, differs)} <span class="cx-quiet">{en.usualText(ofHundred(general))}</span>
                      </div>
                    )),
            },
          ]}
        />
      )}
    </>
  )
}
