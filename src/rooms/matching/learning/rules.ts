/** What is said of models: their lines, what one weighs that another does not, the thresholds to choose from, and when to learn. Pure. */
import { addMs, dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { CAUTION } from '../engine/thresholds.ts'
import { LEAST_LINK, type ModelDocument } from '../weighing/document.ts'

/** One level of a line: how often one person's records are of it, how often strangers' are, and what it weighs in bits. */
export type LevelShown = { readonly level: string; readonly m: number; readonly u: number; readonly bits: number }
export type LineShown = {
  readonly line: string
  readonly levels: readonly LevelShown[]
  /** False where too few rows carried it to learn anything of it. */
  readonly isTold: boolean
}

/** Every line with every level, without "not known", which weighs nothing. */
export function linesOf({ model }: ModelDocument): LineShown[] {
  return model.comparisons.map(({ name, levels, m, u }) => ({
    line: name,
    isTold: isTold(u),
    levels: levels.slice(1).map((level, n) => {
      const [one, strangers] = [m[n + 1] ?? 0, u[n + 1] ?? 0]
      return { level, m: one, u: strangers, bits: Math.log2(one / strangers) }
    }),
  }))
}

/** Where strangers are of every level alike often, none were ever compared: the shares only stand there to be something. */
function isTold(u: readonly number[]): boolean {
  return u.slice(2).some(share => Math.abs(share - (u[1] ?? 0)) > 1e-6)
}

/** From so many bits on a weight has changed enough to be pointed out: one bit doubles the odds. */
const CHANGED = 1

export type WeightCompared = {
  readonly line: string
  readonly level: string
  /** In bits; null where one of the two has no such level. */
  readonly now: number | null
  readonly then: number | null
  readonly isChanged: boolean
}

/** Two models line by line, in the order of the one in use; what neither learned anything of is left out. */
export function compareModels(now: ModelDocument, then: ModelDocument): WeightCompared[] {
  const bitsOf = (document: ModelDocument) =>
    new Map(
      linesOf(document)
        .filter(l => l.isTold)
        .flatMap(({ line, levels }) => levels.map(l => [`${line} ${l.level}`, { line, ...l }] as const)),
    )
  const [left, right] = [bitsOf(now), bitsOf(then)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(key => {
    const [a, b] = [left.get(key), right.get(key)]
    const named = a ?? b
    if (named === undefined) return []
    const isChanged = a === undefined || b === undefined || Math.abs(a.bits - b.bits) > CHANGED
    return [{ line: named.line, level: named.level, now: a?.bits ?? null, then: b?.bits ?? null, isChanged }]
  })
}

/** A threshold and what it costs, as far as the records tell that the model was learned from. */
export type Choice = {
  readonly bits: number
  /** One link in so many is expected to be wrong, with the caution the model's own threshold has too. */
  readonly oneIn: number
  /** Pairs that a person would have to look at. */
  readonly asked: number
}

/** No surer than this is told apart: so few wrong links nobody can foretell. */
const SUREST = 1e7

/** Choices that are less than this apart in what goes wrong are not worth more work. */
const WORTH_WORK = 1.05

/**
 * The thresholds a data officer can choose, the least careful first: of those that cost the same work the most careful, and none
 * that costs more work for nothing. The one that was chosen is always there.
 */
export function choicesOf(document: ModelDocument, chosen: number | null): Choice[] {
  const found: Choice[] = []
  for (const choice of pointsOf(document)) {
    if (choice.bits < LEAST_LINK) continue
    const last = found.at(-1)
    if (last !== undefined && last.bits !== chosen && last.asked >= choice.asked) found.pop()
    else if (last !== undefined && choice.bits !== chosen && choice.oneIn < last.oneIn * WORTH_WORK) continue
    found.push(choice)
  }
  return found
}

function pointsOf({ trade }: ModelDocument): Choice[] {
  return trade
    .filter(point => point.links > 0)
    .map(({ bits, links, wrong, asked }) => ({
      bits,
      oneIn: Math.min(SUREST, links / Math.max(CAUTION * wrong, links / SUREST)),
      asked,
    }))
}

/** What a threshold between those of the picture costs; undefined where nothing was reckoned. */
export function costOf(document: ModelDocument, bits: number): Choice | undefined {
  const all = pointsOf(document)
  const after = all.find(point => point.bits >= bits) ?? all.at(-1)
  const before = all.findLast(point => point.bits <= bits) ?? after
  if (before === undefined || after === undefined) return undefined
  const way = after.bits === before.bits ? 0 : Math.min(1, (bits - before.bits) / (after.bits - before.bits))
  return {
    bits,
    oneIn: before.oneIn ** (1 - way) * after.oneIn ** way,
    asked: Math.round(before.asked + (after.asked - before.asked) * way),
  }
}

/** Lines of which a partner's rows are not the same more often than this are worth taking up with it. */
const WORTH_SAYING = 0.005

export type PartnerLikeness = {
  readonly organisationId: string
  /** Where its rows differ from others' of the same people, the worst first, with what all partners' do. */
  readonly lines: readonly { readonly line: string; readonly differs: number; readonly general: number }[]
}

/** What each partner's lists get wrong, beside what is usual. */
export function likenessOfPartners({ sources, model }: ModelDocument): PartnerLikeness[] {
  return Object.entries(sources).map(([organisationId, { m }]) => ({
    organisationId,
    lines: model.comparisons
      .filter(line => isTold(line.u))
      .map(line => ({
        line: line.name,
        differs: 1 - (m[model.comparisons.indexOf(line)]?.[1] ?? 1),
        general: 1 - (line.m[1] ?? 1),
      }))
      .filter(({ differs }) => differs >= WORTH_SAYING)
      .toSorted((a, b) => b.differs - a.differs),
  }))
}

/**
 * A count with two figures that tell. Rows and people are counted over everybody, also whom a reader may not know: the last
 * figure would tell of one more (K4).
 */
export function about(count: number): number {
  const step = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(count, 1))) - 1)
  return Math.round(count / step) * step
}

/** A model as a document to keep and compare elsewhere: without the keys of its index, and with counts that tell of nobody (K4). */
export function exportOf(document: ModelDocument): Omit<ModelDocument, 'common'> {
  const { common: _ofTheIndex, ...kept } = document
  return {
    ...kept,
    records: about(document.records),
    people: about(document.people),
    model: { ...document.model, trainedOn: about(document.model.trainedOn) },
    sources: Object.fromEntries(
      Object.entries(document.sources).map(([id, source]) => [id, { ...source, pairs: about(source.pairs) }]),
    ),
  }
}

export type NightFacts = {
  readonly at: Instant
  readonly isFrozen: boolean
  /** When the last list went in, when the model in use was made, and when something was learned or looked for last. */
  readonly listAt: Instant | null
  readonly madeAt: Instant | null
  readonly triedAt: Instant | null
  /** The same, without what failed. */
  readonly learnedAt: Instant | null
  readonly foundAt: Instant | null
}

/** London time: learning takes a processor for a while, so it is done while nobody works. */
const NIGHT = { from: '02:00', until: '06:00' }
const WEEK_MS = 7 * 24 * 3_600_000

/** Whether it is the part of the night in which matching works. */
export function isNight(at: Instant): boolean {
  const time = timeOf(at)
  return time >= NIGHT.from && time < NIGHT.until
}

/** What is to be done this night: learn from lists that came since, or at least look for records that are one person, once a week. */
export function workOfNight(facts: NightFacts): 'learn' | 'find' | null {
  if (!isNight(facts.at)) return null
  const { listAt, madeAt, learnedAt, triedAt, foundAt } = facts
  const isTried = triedAt !== null && dayOf(triedAt) === dayOf(facts.at)
  const isNew = listAt !== null && [madeAt, learnedAt].every(known => known === null || listAt > known)
  if (isNew && !isTried && !facts.isFrozen) return 'learn'
  return foundAt === null || foundAt <= addMs(facts.at, -WEEK_MS) ? 'find' : null
}
