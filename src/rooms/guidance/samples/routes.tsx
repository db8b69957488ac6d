/** The register of samples: drawn, looked at, answered, rated anew. */
import { z } from 'zod'
import type { AccountId, GroupId, RowId } from '#ground/ids.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext } from '#web/stale.ts'
import { answerOne, askSecond, canAnswer, closeOne, drawSample, listSeconds, rateAnew, readOne } from './actions.ts'
import { criteriaOn } from './criteria.ts'
import { answerForm, closeForm, drawForm, levelsOf, lookForm, marksOf, rateForm, secondForm } from './forms.ts'
import { DrawPage, SamplePage, SamplesPage, TrendsPage } from './pages.tsx'
import { LookPage, RatePage, ReadingPage } from './reading-pages.tsx'
import { agreementBy, isReaders, type Move, monthsOffered, movesFor, trendsOf } from './rules.ts'
import type { Reading, SampleParts } from './sample.ts'
import {
  countReadings,
  findReading,
  findSample,
  listBothRatings,
  listFound,
  listOwnReadings,
  listReadings,
  listSamples,
} from './store.ts'
import { en } from './words.ts'

const draws = 'sample.draw'
const reads = 'observation.use'
const sampleParam = z.object({ sampleId: idParam<RowId>() })
const readingParam = z.object({ readingId: idParam<RowId>() })
type AnyVisit = Visit<unknown, unknown>
type OneVisit = Visit<{ readingId: RowId }, unknown>

export function sampleRoutes(house: SampleParts): HouseRoute[] {
  const one = { params: readingParam }
  return [
    get('/samples', { permission: reads, audit: 'sample.list-viewed' }, listPage),
    get('/samples/new', { permission: draws, audit: 'sample.form-opened' }, async visit => {
      const form = drawForm([], []).fill({ wanted: 5, what: 'assessment' })
      return page(await drawPage(house, visit, form))
    }),
    post('/samples/new', { permission: draws, audit: 'sample.drawn' }, visit => drawOne(house, visit)),
    get('/samples/trends', { permission: draws, audit: 'sample.trends-viewed' }, async visit => {
      const [found, ratings] = await Promise.all([
        listFound(visit.tx, actorOfVisit(visit).accountId),
        listBothRatings(visit.tx, null),
      ])
      const labelled = agreementBy(ratings).map(a => ({ ...a, label: house.factorLabel(a.factor) }))
      return page(html(<TrendsPage visitor={visit.visitor} trends={trendsOf(found)} agreement={labelled} />))
    }),
    get('/samples/:sampleId', { permission: draws, audit: 'sample.viewed', params: sampleParam }, async visit => {
      const sample = await findSample(visit.tx, visit.params.sampleId)
      if (!sample) return nothing('unknown')
      const readings = await listReadings(visit.tx, sample.rowId)
      const names = await namesOf(visit, readings)
      return page(html(<SamplePage visitor={visit.visitor} one={sample} readings={readings} names={names} />), {
        about: readings.map(r => r.personId),
        target: sample.rowId,
      })
    }),
    get('/readings/:readingId', { permission: reads, audit: 'sample.reading-viewed', ...one }, visit =>
      withOne(visit, async reading => page(await draw(house, visit, reading), about(reading))),
    ),
    get('/readings/:readingId/look', { permission: draws, audit: 'sample.form-opened', ...one }, visit =>
      allowed(visit, 'read', async reading => {
        const form = lookForm(criteriaOn(visit.tx.acting.today).of[reading.what]).empty()
        return page(await drawLook(house, visit, reading, form), about(reading))
      }),
    ),
    post('/readings/:readingId/look', { permission: draws, audit: 'sample.read', ...one }, visit =>
      withOne(visit, reading => look(house, visit, reading)),
    ),
    post('/readings/:readingId/answer', { permission: reads, audit: 'sample.answered', ...one }, visit =>
      withOne(visit, async reading => {
        if (reading.state === 'answered' && isNext(visit, reading)) return go(hereOf(reading))
        const form = answerForm.read(visit.body)
        if (reading.adviserId !== actorOfVisit(visit).accountId) return nothing('not theirs')
        if (!form.ok) return again(await draw(house, visit, reading, form, 'answer'), about(reading))
        const { answer, changed } = form.value
        const done = await answerOne(visit.tx, asShown(visit, reading), { answer, changed: changed ?? '' })
        return done.ok ? go(hereOf(reading)) : stale(house, visit, reading, form, 'answer')
      }),
    ),
    post('/readings/:readingId/close', { permission: draws, audit: 'sample.closed', ...one }, visit =>
      withOne(visit, async reading => {
        if (reading.state === 'closed' && isNext(visit, reading)) return go(hereOf(reading))
        const form = closeForm.read(visit.body)
        if (!isReaders(actorOfVisit(visit).accountId, reading)) return nothing('not theirs')
        if (!form.ok) return again(await draw(house, visit, reading, form, 'close'), about(reading))
        const done = await closeOne(visit.tx, asShown(visit, reading), form.value.why)
        return done.ok ? go(hereOf(reading)) : stale(house, visit, reading, form, 'close')
      }),
    ),
    post('/readings/:readingId/second', { permission: draws, audit: 'sample.second-asked', ...one }, visit =>
      withOne(visit, async reading => {
        if (!isReaders(actorOfVisit(visit).accountId, reading) || reading.what !== 'assessment')
          return nothing('not theirs')
        const those = await listSeconds(visit.tx, reading)
        const form = secondForm(those.map(c => c.accountId)).read(visit.body)
        if (!form.ok) return again(await draw(house, visit, reading, form, 'second'), about(reading))
        if (reading.secondId === form.value.who && isNext(visit, reading)) return go(hereOf(reading))
        const done = await askSecond(visit.tx, asShown(visit, reading), form.value.who as AccountId)
        return done.ok ? go(hereOf(reading)) : stale(house, visit, reading, form, 'second')
      }),
    ),
    get('/readings/:readingId/again', { permission: 'assessment.write', audit: 'sample.form-opened', ...one }, visit =>
      allowed(visit, 'rate', async reading => page(await drawRate(house, visit, reading), about(reading))),
    ),
    post('/readings/:readingId/again', { permission: 'assessment.write', audit: 'sample.rated-anew', ...one }, visit =>
      withOne(visit, reading => rate(house, visit, reading)),
    ),
  ]
}

const hereOf = (one: Reading) => `/readings/${one.rowId}`
const about = (one: Reading) => ({ about: [one.personId], target: one.rowId })

async function withOne(visit: OneVisit, work: (one: Reading) => Promise<Answer>): Promise<Answer> {
  const one = await findReading(visit.tx, visit.params.readingId)
  return one ? work(one) : nothing('unknown')
}

/** Where it is the visitor's to do; what is done leads to how it stands. */
function allowed(visit: OneVisit, move: Move, work: (one: Reading) => Promise<Answer>): Promise<Answer> {
  return withOne(visit, one =>
    movesFor(actorOfVisit(visit).accountId, one).has(move) ? work(one) : Promise.resolve(go(hereOf(one))),
  )
}

function namesOf(visit: AnyVisit, all: readonly Reading[]) {
  const those = all.flatMap(one => [one.adviserId, one.readerId, ...(one.secondId === null ? [] : [one.secondId])])
  return findNames(visit.tx, [...new Set(those)])
}

async function listPage(visit: AnyVisit): Promise<Answer> {
  const { accountId, role } = actorOfVisit(visit)
  const isLeader = roleMay(role, draws)
  const [own, samples, counts] = await Promise.all([
    listOwnReadings(visit.tx, accountId),
    isLeader ? listSamples(visit.tx) : undefined,
    isLeader ? countReadings(visit.tx) : [],
  ])
  const counted = samples?.map(one => {
    const { open, all } = counts.find(c => c.sampleId === one.rowId) ?? { open: 0, all: 0 }
    return { ...one, open, all }
  })
  const mine = own.filter(one => one.adviserId === accountId)
  const seconds = own.filter(one => movesFor(accountId, one).has('rate'))
  return page(
    html(
      <SamplesPage
        visitor={visit.visitor}
        mine={mine}
        seconds={seconds}
        samples={counted}
        names={await namesOf(visit, own)}
      />,
    ),
    { about: [...new Set([...mine, ...seconds].map(one => one.personId))] },
  )
}

async function drawPage(house: SampleParts, visit: AnyVisit, form: FormState): Promise<Drawn> {
  const teams = await house.teamsLed(visit.tx, actorOfVisit(visit).accountId)
  return html(<DrawPage visitor={visit.visitor} form={form} teams={teams} today={visit.tx.acting.today} />)
}

async function drawOne(house: SampleParts, visit: AnyVisit): Promise<Answer> {
  const { tx } = visit
  const { accountId } = actorOfVisit(visit)
  const teams = await house.teamsLed(tx, accountId)
  const form = drawForm(
    teams.map(team => team.id),
    monthsOffered(tx.acting.today),
  ).read(visit.body)
  if (!form.ok) return again(await drawPage(house, visit, form))
  const { team, what, month, wanted } = form.value
  const done = await drawSample(tx, house, accountId, { teamId: team as GroupId, what, month, wanted })
  if (done.ok) return go(`/samples/${done.value}`)
  return again(await drawPage(house, visit, addError(form, en.emptyPool, 'month')))
}

async function draw(
  house: SampleParts,
  visit: AnyVisit,
  one: Reading,
  form: FormState = NO_FORM,
  typed?: 'answer' | 'close' | 'second',
): Promise<Drawn> {
  const moves = movesFor(actorOfVisit(visit).accountId, one)
  const [beside, names, stands] = await Promise.all([
    one.secondOn === null ? [] : listBothRatings(visit.tx, one.rowId),
    namesOf(visit, [one]),
    house.standsIn(visit.tx, one),
  ])
  // As the house, and so one after another.
  const seconds = moves.has('ask-second') ? await listSeconds(visit.tx, one) : []
  const isAnswerable = !moves.has('close') || (await canAnswer(visit.tx, one))
  return html(
    <ReadingPage
      visitor={visit.visitor}
      one={one}
      names={names}
      moves={moves}
      stands={stands}
      beside={beside.map(both => ({ ...both, label: house.factorLabel(both.factor) }))}
      levels={house.levels}
      seconds={seconds}
      canAnswer={isAnswerable}
      form={form}
      typed={typed}
    />,
  )
}

async function stale(
  house: SampleParts,
  visit: AnyVisit,
  one: Reading,
  form: FormState,
  typed: 'answer' | 'close' | 'second',
): Promise<Answer> {
  return again(await draw(house, visit, one, addError(form, en.stale), typed), about(one), 409)
}

async function drawLook(house: SampleParts, visit: AnyVisit, one: Reading, form: FormState): Promise<Drawn> {
  const list = criteriaOn(visit.tx.acting.today).of[one.what]
  const stands = await house.standsIn(visit.tx, one)
  return html(<LookPage visitor={visit.visitor} one={one} list={list} stands={stands} form={form} />)
}

async function look(house: SampleParts, visit: OneVisit, one: Reading): Promise<Answer> {
  if (!isReaders(actorOfVisit(visit).accountId, one)) return nothing('not theirs')
  if (one.state === 'read' && isNext(visit, one)) return go(hereOf(one))
  const list = criteriaOn(visit.tx.acting.today).of[one.what]
  const form = lookForm(list).read(visit.body)
  if (!form.ok) return again(await drawLook(house, visit, one, form), about(one))
  const said = { marks: marksOf(form.value, list), words: form.value['overall'] ?? '' }
  const done = await readOne(visit.tx, asShown(visit, one), said)
  if (done.ok) return go(hereOf(one))
  return again(await drawLook(house, visit, one, addError(form, en.stale)), about(one), 409)
}

async function drawRate(house: SampleParts, visit: AnyVisit, one: Reading, form?: FormState): Promise<Drawn> {
  const factors = await house.ratedIn(visit.tx, one.subjectId)
  const shown = form ?? rateForm(factors, []).empty()
  return html(<RatePage visitor={visit.visitor} one={one} factors={factors} levels={house.levels} form={shown} />)
}

async function rate(house: SampleParts, visit: OneVisit, one: Reading): Promise<Answer> {
  if (one.secondId !== actorOfVisit(visit).accountId) return nothing('not theirs')
  if (one.secondOn !== null && isNext(visit, one)) return go(hereOf(one))
  const factors = await house.ratedIn(visit.tx, one.subjectId)
  const levels = house.levels.map(({ level }) => String(level))
  const form = rateForm(factors, levels).read(visit.body)
  if (!form.ok) return again(await drawRate(house, visit, one, form), about(one))
  const done = await rateAnew(visit.tx, house, asShown(visit, one), levelsOf(form.value, factors))
  if (done.ok) return go(hereOf(one))
  const told = addError(form, done.why === 'stale' ? en.stale : en.rateMissing)
  return again(await drawRate(house, visit, one, told), about(one), done.why === 'stale' ? 409 : 422)
}
