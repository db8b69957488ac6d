/** Measures the matching on a labelled file, or on people made up for it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Gatherer, type Kind, type Linked, linkAll, type Records } from '#rooms/matching/index.ts'
import { otherForms } from '#rooms/people/index.ts'
import { MADE_UP_COLUMNS, makeUpPeople } from './made-up.ts'
import { kindOf, type Mapped, mapColumns } from './mapping.ts'
import { FileTrouble, type Head, headOf, readRows } from './reading.ts'
import { bestWithLabels, pairsInBoth, pairsWithin, recallOfKeys, round, type Score, scoreOf } from './scores.ts'

export type Asked = {
  readonly records: string | undefined
  readonly with: string | undefined
  readonly map: string
  readonly truth: string
  readonly without: readonly string[]
  readonly out: string | undefined
  readonly generate: number | undefined
  readonly twins: number
  readonly seed: number
  say(line: string): void
}

/** What is written to `--out`. */
export type Result = {
  readonly records: number
  readonly entities: number
  readonly true_pairs: number
  readonly blocking_recall: number
  readonly links: Score & { readonly wrong: number }
  readonly clusters: Score
  readonly best_f1_with_labels: number
  readonly review_per_1000: number
  readonly twins_joined: number | null
  readonly seconds: Readonly<Record<string, number>>
  readonly peak_mb: number
}

type Labelled = {
  readonly records: Records
  readonly truth: Int32Array
  /** Pairs of people who are twins, by the numbers of the truth. */
  readonly twins: readonly (readonly [number, number])[] | undefined
}

export async function measureMatching(asked: Asked): Promise<Result> {
  const started = performance.now()
  const labelled = asked.generate === undefined ? await fromFiles(asked) : madeUp(asked, asked.generate)
  const read = (performance.now() - started) / 1000
  const before = performance.now()
  const worked = process.cpuUsage()
  const linked = linkAll(labelled.records, { forms: otherForms, seed: asked.seed, say: asked.say })
  const whole = (performance.now() - before) / 1000
  const { user, system } = process.cpuUsage(worked)
  const result = resultOf(labelled, linked, { read, ...linked.seconds, whole, processor: (user + system) / 1e6 })
  if (asked.out !== undefined) writeFileSync(asked.out, `${JSON.stringify(result, null, 2)}\n`)
  return result
}

function resultOf({ records, truth, twins }: Labelled, linked: Linked, seconds: Record<string, number>): Result {
  const all = pairsWithin(truth)
  const [linkedRight, linkedSaid] = [pairsInBoth(linked.linked, truth), pairsWithin(linked.linked)]
  const asked = linked.bits.filter(bits => bits < linked.threshold.link && bits >= linked.threshold.review).length
  const keptTruth = Int32Array.from(linked.kept, i => truth[i] as number)
  return {
    records: records.size,
    entities: new Set(truth).size,
    true_pairs: all,
    blocking_recall: recallOfKeys(linked.choice.keys, keptTruth, pairsWithin(keptTruth)),
    links: { ...scoreOf(linkedRight, linkedSaid, all), wrong: linkedSaid - linkedRight },
    clusters: scoreOf(pairsInBoth(linked.likely, truth), pairsWithin(linked.likely), all),
    best_f1_with_labels: bestWithLabels(linked.found, linked.bits, truth, all),
    review_per_1000: round((1000 * asked) / Math.max(1, records.size)),
    twins_joined: twins === undefined ? null : joinedOf(twins, truth, linked),
    seconds: Object.fromEntries(Object.entries(seconds).map(([stage, s]) => [stage, Math.round(s * 1000) / 1000])),
    peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

/** How many pairs of twins share a group, by either threshold. */
function joinedOf(twins: readonly (readonly [number, number])[], truth: Int32Array, linked: Linked): number {
  const groups = new Map(twins.flat().map(person => [person, new Set<string>()]))
  for (let i = 0; i < truth.length; i++) {
    const of = groups.get(truth[i] as number)
    if (of === undefined) continue
    of.add(`likely ${linked.likely[i]}`)
    of.add(`linked ${linked.linked[i]}`)
  }
  return twins.filter(([a, b]) => [...(groups.get(a) ?? [])].some(g => groups.get(b)?.has(g))).length
}

class Truth {
  readonly #numbers = new Map<string, number>()
  readonly #rows: number[] = []

  add(text: string): void {
    this.#rows.push(this.numberOf(text))
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  done(): Int32Array {
    return Int32Array.from(this.#rows)
  }
}

const SAMPLE = 2000

async function fromFiles(asked: Asked): Promise<Labelled> {
  if (asked.records === undefined)
    throw new FileTrouble('Name a file with --records, or make people up with --generate N.')
  const heads = await Promise.all([asked.records, ...(asked.with === undefined ? [] : [asked.with])].map(headOf))
  const [first] = heads as [Head]
  const other = heads.find(h => h.columns.join('\n') !== first.columns.join('\n'))
  if (other)
    throw new FileTrouble(`${other.path} has other columns than ${first.path}. Both must have the same, in one order.`)
  const truthAt = truthColumn(first, asked.truth)
  const mapped = mapColumns(first.columns, readMap(asked.map), asked.without, await sampled(first)).filter(
    m => m.column !== truthAt,
  )
  if (mapped.length === 0) throw new FileTrouble('No column is left to tell people by. Name some with --map.')
  for (const m of mapped) asked.say(`${first.columns[m.column]}: ${m.kind}`)
  const gatherer = new Gatherer(mapped)
  const truth = new Truth()
  for (const head of heads)
    await readRows(head, row => {
      gatherer.add(mapped.map(m => row[m.column]))
      truth.add(truthOf(asked.truth, row[truthAt] ?? ''))
    })
  const records = gatherer.done()
  if (records.size < 2)
    throw new FileTrouble(
      `${first.path} has ${records.size === 1 ? 'one row' : 'no rows'}; two are the least to compare.`,
    )
  if (records.columns.every(c => (c.counts[0] as number) === records.size))
    throw new FileTrouble('Nothing stands in the columns that tell people apart: every value is empty or says nothing.')
  return { records, truth: truth.done(), twins: undefined }
}

function truthColumn(head: Head, truth: string): number {
  const at = truth === 'febrl' ? head.columns.findIndex(c => c.toLowerCase() === 'rec_id') : head.columns.indexOf(truth)
  if (at < 0)
    throw new FileTrouble(
      truth === 'febrl'
        ? `${head.path} has no column rec_id, which "--truth febrl" reads.`
        : `${head.path} has no column "${truth}" for the truth. It has: ${head.columns.join(', ')}.`,
    )
  return at
}

function truthOf(how: string, text: string): string {
  return how === 'febrl' ? (/\d+/.exec(text)?.[0] ?? text) : text
}

function readMap(map: string): Readonly<Record<string, unknown>> | 'auto' {
  if (map === 'auto') return 'auto'
  try {
    const found: unknown = JSON.parse(readFileSync(map, 'utf8'))
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>
  } catch (cause) {
    throw new FileTrouble(`The map ${map} cannot be read: ${(cause as Error).message}`)
  }
  throw new FileTrouble(`The map ${map} must be an object of our names and the file's columns.`)
}

/** What stands in the columns, by the first rows. */
async function sampled(head: Head): Promise<(column: number) => Kind | undefined> {
  const rows: (readonly string[])[] = []
  await readRows(head, row => rows.push([...row]), SAMPLE)
  return column => kindOf(rows.map(row => row[column] ?? ''))
}

const MADE_UP_KINDS: readonly Kind[] = ['given', 'family', 'date', 'postcode', 'category', 'phone']

function madeUp(asked: Asked, count: number): Labelled {
  const mapped = MADE_UP_KINDS.flatMap((kind, column): Mapped[] => {
    const name = MADE_UP_COLUMNS[column] as string
    return asked.without.includes(name) ? [] : [{ name, column, kind }]
  })
  const gatherer = new Gatherer(mapped)
  const truth = new Truth()
  const pairs = makeUpPeople(count, asked.twins, asked.seed, row => {
    gatherer.add(mapped.map(m => row[m.column]))
    truth.add(row[6] ?? '')
  })
  const twins = pairs.map(([a, b]): readonly [number, number] => [truth.numberOf(a), truth.numberOf(b)])
  return { records: gatherer.done(), truth: truth.done(), twins }
}
