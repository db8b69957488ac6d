import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openGate } from './gate.ts'

it('lets so many in at a time, in their order, also when some fail', async () => {
  const gate = openGate(3)
  let [inside, most] = [0, 0]
  const order: number[] = []
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      gate(async () => {
        order.push(n)
        most = Math.max(most, ++inside)
        await pause(n % 4)
        inside--
        if (n % 5 === 0) throw new Error('one of them')
        return n
      }),
    ),
  )
  expect([most, inside]).toEqual([3, 0])
  expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n))
  expect(outcomes.filter(o => o.status === 'rejected')).toHaveLength(4)
  expect(await gate(async () => 'after')).toBe('after')
})
