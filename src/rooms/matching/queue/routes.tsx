/** The register of the review queue: two records that may be one person. */
import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { isId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { recentJobs, send } from '#ground/jobs/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { listPeople } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { listSetApart, pairKey } from '../barriers/store.ts'
import { compareSides } from '../comparing/rules.ts'
import { sideOfPerson } from '../comparing/sides.ts'
import { askForm, decisionForm } from '../forms.ts'
import type { MatchingHouse } from '../house.ts'
import { liveThresholds } from '../weighing/live.ts'
import { en, levelWords } from '../words.ts'
import { decidePair, takeNext } from './actions.ts'
import { type Askable, AskPage, PairPage, type PairShown, ReviewPage } from './pages/review-pages.tsx'
import type { ReviewPair } from './pair.ts'
import { countWaiting, findPair, listWaiting } from './store.ts'
import { asOfToday } from './today.ts'

const pairParam = z.object({ pairId: idParam<RowId>() })
const afterQuery = z.object({ after: z.string().optional() })
const MOST_SHOWN = 300
const permission = 'match.review'

export function reviewRoutes(house: MatchingHouse): HouseRoute[] {
  return [
    get('/review', { permission, audit: 'pair.list-viewed' }, async ({ tx, visitor }) => {
      const pairs = await withoutApart(tx, await listWaiting(tx, MOST_SHOWN))
      const isFinding = (await recentJobs(tx, 20)).some(
        job => job.name === house.jobs.finding.name && (job.state === 'waiting' || job.state === 'running'),
      )
      const people = new Map(
        (
          await listPeople(
            tx,
            pairs.flatMap(r => r.people),
          )
        ).map(p => [p.id, `${p.given} ${p.family}`]),
      )
      const names = await findNames(
        tx,
        pairs.flatMap(r => r.takenBy ?? []),
      )
      const lines = pairs.map(pair => ({
        pair,
        names: [people.get(pair.people[0]) ?? '', people.get(pair.people[1]) ?? ''] as const,
        takenBy: isTaken(tx, pair) ? (names.get(pair.takenBy ?? '') ?? null) : null,
      }))
      return page(html(<ReviewPage visitor={visitor} today={tx.acting.today} lines={lines} isFinding={isFinding} />), {
        about: pairs.flatMap(r => r.people),
      })
    }),
    post(
      '/review/next',
      { permission, audit: { none: 'what is taken is seen at once' }, query: afterQuery },
      async visit => {
        const { after } = visit.query
        const next = await takeNext(visit.tx, after !== undefined && isId(after) ? (after as RowId) : null)
        return go(next === undefined ? '/review' : `/review/${next}`)
      },
    ),
    post('/review/find', { permission, audit: 'pair.search-asked' }, async ({ tx }) => {
      await send(tx, house.jobs.finding, {})
      house.nudge()
      return go('/review')
    }),
    get('/review/:pairId', { permission, audit: 'pair.viewed', params: pairParam }, visit =>
      withPair(visit, async pair => page(await pairHtml(visit, pair, decisionForm.empty()), aboutPair(pair))),
    ),
    post('/review/:pairId', { permission, audit: 'pair.decision-sent', params: pairParam }, visit =>
      withPair(visit, async pair => {
        const read = decisionForm.read(visit.body)
        if (!read.ok) return again(await pairHtml(visit, pair, read), aboutPair(pair))
        const isStale = visit.body['version'] !== String(pair.version)
        const outcome = isStale
          ? undefined
          : await decidePair(visit.tx, pair, read.value.decision, { note: read.value.note ?? '', askedOf: null })
        if (outcome?.ok !== true)
          return again(await pairHtml(visit, pair, decisionForm.empty(), en.answeredElsewhere), aboutPair(pair), 409)
        const next = await takeNext(visit.tx, pair.id)
        return go(next === undefined ? '/review' : `/review/${next}`)
      }),
    ),
    get('/review/:pairId/why.json', { permission, audit: 'pair.exported', params: pairParam }, visit =>
      withPair(visit, async pair => {
        const { compared, thresholds, pair: now } = await shownOf(visit.tx, pair)
        // Weights and levels as far as the reader may see the line; never the values themselves.
        const body = {
          pair: pair.id,
          start: compared.start,
          lines: compared.lines.map(({ line, level, bits }) => ({ line, level, says: levelWords(line, level), bits })),
          end: compared.end,
          thresholds,
          against: now.against,
        }
        return { kind: 'json', body, seen: aboutPair(pair) }
      }),
    ),
    get('/review/:pairId/ask', { permission, audit: 'pair.ask-opened', params: pairParam }, visit =>
      withPair(visit, async pair => page(await askHtml(house, visit, pair, askForm.empty()), aboutPair(pair))),
    ),
    post('/review/:pairId/ask', { permission, audit: 'pair.partner-asked', params: pairParam }, visit =>
      withPair(visit, async pair => {
        const read = askForm.read(visit.body)
        if (!read.ok) return again(await askHtml(house, visit, pair, read), aboutPair(pair))
        const chosen = (await askableOf(house, visit.tx, pair)).find(a => a.organisationId === read.value.partner)
        if (!chosen)
          return again(await askHtml(house, visit, pair, addError(read, en.missingPartner, 'partner')), aboutPair(pair))
        const isStale = visit.body['version'] !== String(pair.version) || pair.state === 'two-people'
        if (isStale)
          return again(await pairHtml(visit, pair, decisionForm.empty(), en.answeredElsewhere), aboutPair(pair), 409)
        await decidePair(visit.tx, pair, 'asked', {
          note: chosen.draft.slice(0, 1000),
          askedOf: chosen.organisationId as OrganisationId,
        })
        return go('/review')
      }),
    ),
  ]
}

type OfPair = Visit<{ pairId: RowId }, unknown>

/** A pair of which the visitor may not know both reads like one that does not exist (K8). */
async function withPair(visit: OfPair, work: (pair: ReviewPair) => Promise<Answer>): Promise<Answer> {
  const found = await findPair(visit.tx, visit.params.pairId)
  const [pair] = await withoutApart(visit.tx, found === undefined ? [] : [found])
  return pair === undefined ? nothing('unknown') : work(pair)
}

/** Without those that were set apart since, themselves or a record that went into one of them (K5). */
function withoutApart(tx: Tx, pairs: readonly ReviewPair[]): Promise<ReviewPair[]> {
  return asHouse(tx, 'which pairs may be shown', async worker => {
    const apart = await listSetApart(
      worker,
      pairs.flatMap(r => r.people),
    )
    return pairs.filter(r => !apart.has(pairKey(...r.people)))
  })
}

function aboutPair(pair: ReviewPair) {
  return { about: [...pair.people], target: pair.id }
}

function isTaken(tx: Tx, pair: ReviewPair): boolean {
  return pair.takenUntil !== null && pair.takenUntil > tx.acting.at && pair.takenBy !== tx.acting.actorId
}

async function shownOf(tx: Tx, found: ReviewPair): Promise<PairShown> {
  const { isAlike, ...pair } = await asOfToday(tx, found)
  const people = new Map((await listPeople(tx, pair.people)).map(p => [p.id, p]))
  const [a, b] = pair.people.map(id => people.get(id))
  if (!a || !b) throw new Error('both are known: the pair was found with them')
  const sides = [
    { ...(await sideOfPerson(tx, a)), says: en.firstRecord },
    { ...(await sideOfPerson(tx, b)), says: en.secondRecord },
  ] as const
  const names = await findNames(
    tx,
    [pair.takenBy, pair.decidedBy].flatMap(id => id ?? []),
  )
  return {
    pair,
    isAlike,
    sides,
    compared: compareSides(sides[0], sides[1], pair),
    thresholds: await liveThresholds(tx),
    waiting: await countWaiting(tx),
    takenBy: isTaken(tx, pair) ? (names.get(pair.takenBy ?? '') ?? en.nobodyTold) : null,
    decidedBy: names.get(pair.decidedBy ?? '') ?? null,
  }
}

async function pairHtml(
  visit: OfPair,
  pair: ReviewPair,
  form: FormState<'decision' | 'note'>,
  trouble?: string,
): Promise<Drawn> {
  const shown = await shownOf(visit.tx, pair)
  return html(
    <PairPage
      visitor={visit.visitor}
      shown={shown}
      keys={actorOfVisit(visit).singleKeys}
      form={form}
      trouble={trouble}
    />,
  )
}

async function askableOf(house: MatchingHouse, tx: Tx, pair: ReviewPair): Promise<Askable[]> {
  const rows = await house.rowsAbout(tx, pair.people as readonly PersonId[])
  return rows.map(({ organisationId, partner, said }) => ({
    organisationId,
    partner,
    draft: en.askDraft(partner, said.join('; and of ')),
  }))
}

async function askHtml(
  house: MatchingHouse,
  visit: OfPair,
  pair: ReviewPair,
  form: FormState<'partner'>,
): Promise<Drawn> {
  const askable = await askableOf(house, visit.tx, pair)
  return html(<AskPage visitor={visit.visitor} pair={pair} askable={askable} form={form} />)
}
