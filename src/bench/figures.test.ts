import { expect, it } from 'vitest'
import { percentilesOf, share, slopeOf } from './figures.ts'
import { kindAt, MIX } from './mixed.ts'
import { readPlans, slowest } from './plans.ts'
import { readResident, readStat } from './processes.ts'
import { answeredIn } from './program.ts'
import { memoryOf } from './soak.ts'

it('tells percentiles by the nearest measured value, whatever the order they came in', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentilesOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, most: 100 })
  expect(share([7], 0.95)).toBe(7)
  expect(share([], 0.5)).toBeNaN()
})

it('tells how fast something grows, past what comes and goes', () => {
  expect(slopeOf([0, 1, 2, 3].map(x => ({ x, y: 5 + 2 * x })))).toBeCloseTo(2)
  expect(slopeOf([{ x: 1, y: 1 }])).toBeNaN()
})

it('mixes every hundred requests as told, and never asks for one kind in a long row', () => {
  for (const begin of [0, 300, 57]) {
    const kinds = Array.from({ length: 100 }, (_, i) => kindAt(begin + i))
    for (const [kind, part] of Object.entries(MIX)) expect(kinds.filter(k => k === kind)).toHaveLength(part)
    expect(kinds.join(' ')).not.toContain('record record record')
  }
})

it('reads what a process took, also one whose name holds brackets and blanks', () => {
  const rest = 'S 41 7 7 0 -1 4194560 1 2 3 4 250 50 1000 24 20 0 11 0 99 0 0'
  expect(readStat(`123 (node (a) b) ${rest}`)).toEqual({ name: 'node (a) b', parent: 41, own: 3, ended: 10.24 })
  expect(readResident('Name:\tnode\nVmRSS:\t  204800 kB\nThreads:\t11\n')).toBe(200)
  expect(readResident('Name:\tkthreadd\n')).toBeUndefined()
})

it('knows the lines of the program’s log that are about a request', () => {
  expect(answeredIn('{"level":"info","request":"A","method":"GET","route":"/x","status":200,"ms":4.2}')).toBe(4.2)
  expect(answeredIn('{"level":"error","request":"A","route":"/x","kind":"Error"}')).toBeUndefined()
  expect(answeredIn('built server')).toBeUndefined()
})

it('tells memory from the time on when the program was warm', () => {
  const samples = Array.from({ length: 60 }, (_, i) => ({ minutes: i, megabytes: i < 10 ? 90 : 200 + i / 10 }))
  const memory = memoryOf(samples, 10)
  expect(memory).toMatchObject({ start: 201.2, end: 205.7, most: 205.9 })
  expect(memory?.slope).toBeCloseTo(6)
  expect(memoryOf(samples.slice(0, 2), 0)).toBeUndefined()
})

it('reads plans out of the database’s log, and tells the slowest statements by the middle of their times', () => {
  const plan = (ms: number, text: string) =>
    `2026-11-26 09:00:00.000 UTC [7] LOG:  duration: ${ms}.000 ms  plan:\n\tQuery Text: ${text}\n\tSeq Scan on person  (cost=0.00..1.00 rows=1)\n\t  Buffers: shared hit=1\n`
  const log = `${plan(1, 'select 1')}${plan(9, 'select\n\t2')}2026-11-26 09:00:01.000 UTC [7] CONTEXT:  SQL function\n\tnot of it\n${plan(3, 'select 1')}${plan(2, 'select 1')}`
  const plans = readPlans(log)
  expect(plans.map(p => [p.ms, p.statement])).toEqual([
    [1, 'select 1'],
    [9, 'select\n2'],
    [3, 'select 1'],
    [2, 'select 1'],
  ])
  expect(slowest(plans).map(p => p.ms)).toEqual([9, 2])
  expect(plans[1]?.text).toContain('Buffers: shared hit=1')
  expect(plans[1]?.text).not.toContain('not of it')
})
