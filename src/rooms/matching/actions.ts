import { asHouse, type Tx } from '#ground/database/tx.ts'
import { otherForms } from '#rooms/people/index.ts'
import { isOneSlip } from './engine/likeness.ts'
import type { Judgement, Sought } from './judgement.ts'
import { judge } from './rules.ts'
import { findCandidates } from './store.ts'

/** Judges rows of a list, in their order. Changes nothing. */
export async function judgeRows(tx: Tx, rows: readonly Sought[]): Promise<Judgement[]> {
  const candidates = await asHouse(tx, 'who is it', worker => findCandidates(worker, rows))
  return rows.map((row, n) => judge(row, candidates.get(n) ?? [], givenAlike))
}

/** One slip apart, a short form of the other, or one the beginning of the other. */
function givenAlike(a: string, b: string): boolean {
  const [x = '', y = ''] = [a, b].map(name => name.split(' ')[0])
  if (x === '' || y === '') return false
  return (
    isOneSlip(x, y) ||
    otherForms(x).includes(y) ||
    (Math.min(x.length, y.length) >= 3 && (x.startsWith(y) || y.startsWith(x)))
  )
}
