/** The demo's own truth held against what came of its lists: whom rows were joined into, and who is on record twice. */

/** A row of a partner's file, whose it truly is, and the record it went to; null where a person is still asked. */
export type AuditedRow = {
  readonly file: string
  readonly row: number
  readonly truth: string
  readonly notes: string
  readonly record: string | null
}

export type DemoAudit = {
  readonly rows: number
  readonly people: number
  /** Rows that wait for a person's answer. */
  readonly waiting: number
  /** Records that hold rows of more than one person. */
  readonly wrong: readonly { readonly record: string; readonly rows: readonly AuditedRow[] }[]
  /** People whose rows went to more than one record, with whether a person is asked about them. */
  readonly missed: readonly {
    readonly truth: string
    readonly rows: readonly AuditedRow[]
    readonly isAsked: boolean
  }[]
  readonly twins: number
  /** Pairs of twins of whom one record holds both. */
  readonly twinsJoined: readonly (readonly [string, string])[]
  /** Pairs of rows of one person, and how many of them are on one record. */
  readonly pairs: number
  readonly found: number
}

/**
 * Audits.
 * @param asked pairs of records that a person is asked about
 * @param twins pairs of people who are twins
 */
export function auditDemo(
  rows: readonly AuditedRow[],
  asked: readonly (readonly [string, string])[],
  twins: readonly (readonly [string, string])[],
): DemoAudit {
  const applied = rows.filter(r => r.record !== null)
  const byRecord = groupedBy(applied, r => r.record as string)
  const byTruth = groupedBy(applied, r => r.truth)
  const isAsked = new Set(asked.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const wrong = [...byRecord]
    .filter(([, of]) => new Set(of.map(r => r.truth)).size > 1)
    .map(([record, of]) => ({ record, rows: of }))
  const missed = [...byTruth]
    .filter(([, of]) => new Set(of.map(r => r.record)).size > 1)
    .map(([truth, of]) => {
      const records = [...new Set(of.map(r => r.record as string))]
      const isLinked = records.slice(1).every((one, n) => records.slice(0, n + 1).some(o => isAsked.has(`${o} ${one}`)))
      return { truth, rows: of, isAsked: isLinked }
    })
  const [pairs, found] = [pairsOf(byTruth.values()), pairsOf([...byTruth.values()].flatMap(splitByRecord))]
  return {
    rows: rows.length,
    people: byTruth.size,
    waiting: rows.length - applied.length,
    wrong,
    missed,
    twins: twins.length,
    twinsJoined: twins.filter(([a, b]) =>
      wrong.some(({ rows: of }) => of.some(r => r.truth === a) && of.some(r => r.truth === b)),
    ),
    pairs,
    found,
  }
}

function pairsOf(groups: Iterable<readonly unknown[]>): number {
  let pairs = 0
  for (const { length } of groups) pairs += (length * (length - 1)) / 2
  return pairs
}

function splitByRecord(of: readonly AuditedRow[]): AuditedRow[][] {
  return [...groupedBy(of, r => r.record).values()]
}

function groupedBy<Row>(rows: readonly Row[], by: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = by(row) ?? ''
    const own = groups.get(key)
    if (own) own.push(row)
    else groups.set(key, [row])
  }
  return groups
}
