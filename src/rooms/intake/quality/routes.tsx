/** The register of data quality: what partners' lists are like, partner by partner. */
import { z } from 'zod'
import type { OrganisationId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, get, type HouseRoute, html, type Visit } from '#rooms/identity/index.ts'
import { csvNameOf, csvOf } from '#web/csv.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing, page } from '#web/register.ts'
import { faultSentence } from '../reading/words.ts'
import { fieldNames } from '../words.ts'
import { gatherQuality, gatherRows, type PartnerQuality, type PartnerRows } from './actions.ts'
import { EXAMPLES, PartnerPage } from './pages/partner-page.tsx'
import { QualityPage } from './pages/quality-page.tsx'
import { type MeasureName, shareOf } from './rules.ts'
import type { OnList } from './store.ts'
import { adviceWords, en, kindWords, measureWords } from './words.ts'

const partnerParam = z.object({ organisationId: idParam<OrganisationId>() })
const permission = 'match.review'
const MOST_ROWS = 100_000

export function qualityRoutes(): HouseRoute[] {
  return [
    get('/matching/quality', { permission, audit: 'quality.viewed' }, async ({ tx, visitor }) => {
      const partners = await gatherQuality(tx)
      return page(html(<QualityPage visitor={visitor} today={tx.acting.today} partners={partners} />))
    }),
    get('/matching/quality.csv', { permission, audit: 'quality.downloaded' }, async visit => {
      const rows = (await gatherQuality(visit.tx)).flatMap(q =>
        q.measures.map(m => [
          q.partner.name,
          q.rhythm?.lastOn ?? null,
          q.rhythm?.isLate === true ? en.late : '',
          q.people,
          measureWords[m.name],
          m.count,
          m.of,
          Math.round(shareOf(m) * 1000) / 10,
        ]),
      )
      return {
        kind: 'file',
        name: csvNameOf('quality-of-lists', actorOfVisit(visit).name, visit.tx.acting.at),
        type: 'text/csv; charset=utf-8',
        body: csvOf([en.partner, en.lastList, en.late, en.people, en.what, en.number, en.of, en.share], rows),
        seen: {},
      }
    }),
    get(
      '/matching/quality/:organisationId',
      { permission, audit: 'quality.partner-viewed', params: partnerParam },
      visit =>
        withPartner(visit, async quality => {
          const rows = await gatherRows(visit.tx, quality, EXAMPLES)
          const partners = new Map((await listOrganisations(visit.tx)).map(o => [o.id as string, o.name]))
          return page(
            html(
              <PartnerPage visitor={visit.visitor} today={visit.tx.acting.today} shown={{ quality, rows, partners }} />,
            ),
            { target: quality.partner.id, about: peopleOf(rows, EXAMPLES) },
          )
        }),
    ),
    get(
      '/matching/quality/:organisationId/rows.csv',
      { permission, audit: 'quality.rows-downloaded', params: partnerParam },
      visit =>
        withPartner(visit, async quality => {
          const rows = await gatherRows(visit.tx, quality, MOST_ROWS)
          return {
            kind: 'file',
            name: csvNameOf(`to-ask-${quality.partner.name}`, actorOfVisit(visit).name, visit.tx.acting.at),
            type: 'text/csv; charset=utf-8',
            body: csvOf([en.who, en.list, en.row, en.what, en.toDo], linesFor(quality, rows)),
            seen: { target: quality.partner.id, about: peopleOf(rows, MOST_ROWS) },
          }
        }),
    ),
  ]
}

/** A partner that sent no list reads like one that does not exist. */
async function withPartner(
  visit: Visit<{ organisationId: OrganisationId }, unknown>,
  work: (quality: PartnerQuality) => Promise<Answer>,
): Promise<Answer> {
  const [quality] = await gatherQuality(visit.tx, visit.params.organisationId)
  return quality === undefined ? nothing('unknown') : work(quality)
}

/** Whose names are shown. */
function peopleOf({ missing, objections, conflicts }: PartnerRows, most: number): string[] {
  const shown = [...Object.values(missing), objections, conflicts.filter(c => c.measure === 'shared-number')]
    .concat([conflicts.filter(c => c.measure === 'two-numbers')])
    .flatMap(people => people.slice(0, most).map(person => person.personId))
  return [...new Set(shown)]
}

/** Its own rows, each with what to ask for: names as the partner wrote them, no word of what another said. */
function linesFor(quality: PartnerQuality, rows: PartnerRows): (string | number | null)[][] {
  const names = new Map(quality.lists.map(l => [l.id, l.fileName]))
  const people = (name: MeasureName, of: readonly OnList[]) =>
    of.map(({ given, family }) => [`${family}, ${given}`, null, null, measureWords[name], adviceWords[name]])
  return [
    ...people('no-postcode', rows.missing['no-postcode']),
    ...people('no-upn', rows.missing['no-upn']),
    ...people('no-uln', rows.missing['no-uln']),
    ...rows.conflicts.map(({ given, family, kind, measure }) => [
      `${family}, ${given}`,
      null,
      null,
      `${measureWords[measure]} (${kindWords[kind]})`,
      adviceWords[measure],
    ]),
    ...rows.faults.map(({ runId, row, column, field, trouble }) => [
      null,
      names.get(runId) ?? '',
      row,
      column || fieldNames[field],
      faultSentence({ trouble, suggestion: null }),
    ]),
  ]
}
