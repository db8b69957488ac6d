/** Hours of work in one go: does the program hold its memory, and does it go on answering? */
import { setTimeout as pause } from 'node:timers/promises'
import type { Measure } from './asking.ts'
import { type Percentiles, percentilesOf, share, slopeOf } from './figures.ts'
import { askSteadily, drawerOf } from './mixed.ts'
import { residentOf } from './processes.ts'

/** Requests a second: a busy hour of a large partnership, well below what the program can do. */
export const SOAK_RATE = 30

const SAMPLE_MS = 5000
/** The first part of the time is for warming up: code is compiled, caches fill. */
const WARM_UP = 0.15

export type Sample = { readonly minutes: number; readonly megabytes: number }

export type Memory = {
  readonly start: number
  readonly middle: number
  readonly end: number
  readonly most: number
  /** Megabytes an hour. */
  readonly slope: number
}

export type Soak = Percentiles & {
  readonly minutes: number
  readonly requests: number
  readonly errors: number
  /** Undefined where memory is not known. */
  readonly memory: Memory | undefined
}

/** Asks at a steady rate for so many minutes, and looks at the program's memory meanwhile. */
export async function measureSoak(
  program: { readonly port: number; readonly pid: number; takeTimes(): Promise<number[]> },
  lines: readonly Measure[],
  minutes: number,
): Promise<Soak> {
  const samples: Sample[] = []
  const started = performance.now()
  const passed = () => (performance.now() - started) / 60_000
  const going = () => passed() < minutes
  const looking = (async () => {
    while (going()) {
      await pause(Math.min(SAMPLE_MS, minutes * 2000))
      const megabytes = residentOf(program.pid)
      if (megabytes !== undefined) samples.push({ minutes: passed(), megabytes })
      // Not kept for an hour.
      await program.takeTimes()
    }
  })()
  const asked = await askSteadily(program.port, drawerOf(lines), SOAK_RATE, going)
  await looking
  return {
    ...percentilesOf(asked.ms),
    minutes,
    requests: asked.ms.length + asked.errors,
    errors: asked.errors,
    memory: memoryOf(samples, minutes * WARM_UP),
  }
}

/**
 * What samples say of memory once the program is warm. Collecting garbage comes and goes between samples, so each part is told by
 * its middle value, and the slope by all of them.
 */
export function memoryOf(samples: readonly Sample[], warmUpMinutes: number): Memory | undefined {
  const warm = samples.filter(sample => sample.minutes >= warmUpMinutes)
  if (warm.length < 3) return undefined
  const part = Math.max(1, Math.floor(warm.length / 10))
  const middleOf = (some: readonly Sample[]) =>
    share(
      some.map(s => s.megabytes),
      0.5,
    )
  const half = Math.floor((warm.length - part) / 2)
  return {
    start: middleOf(warm.slice(0, part)),
    middle: middleOf(warm.slice(half, half + part)),
    end: middleOf(warm.slice(-part)),
    most: Math.max(...warm.map(s => s.megabytes)),
    slope: slopeOf(warm.map(s => ({ x: s.minutes / 60, y: s.megabytes }))),
  }
}
