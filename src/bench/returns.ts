/** How fast a file of the monthly return is written and checked, and in how much memory, each in a process of its own. No database has a part in it. */
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { exampleHeader, examplePeople } from '#rooms/returns/examples.ts'
import { checkReturn, writeReturn } from '#rooms/returns/index.ts'
import { returnYearOf } from '#rooms/tracking/index.ts'
import { EXAMPLE_PERIOD } from '#rooms/tracking/national/examples.ts'

/** What writing or checking one file took; memory in megabytes at its peak. */
export type ReturnWork = {
  readonly people: number
  readonly bytes: number
  readonly seconds: number
  /** Seconds of processor time. */
  readonly processor: number
  readonly peak: number
}

export type Returns = { readonly written: ReturnWork; readonly checked: ReturnWork }

/** A file of so many people is to be written, and checked, within so many seconds; fewer at the same rate. */
export const RETURN_PEOPLE = 150_000
export const RETURN_SECONDS = 10
const SHORT = 10_000
const LONG = 1_000_000
/** What the longer may take for each byte the shorter takes. */
const MOST = 1.3
/** Megabytes of old space: without a bound a heap grows by what is not tidied up yet. */
const HEAP = 128
const PIECE = 256 * 1024

/** The work of one process: `write` so many people into a file, or `check` it. */
export async function returnOnce(work: string, path: string, people: number): Promise<ReturnWork> {
  const before = process.cpuUsage()
  const started = performance.now()
  const told = work === 'write' ? await writeOne(path, people) : await checkOne(path)
  const seconds = (performance.now() - started) / 1000
  const spent = process.cpuUsage(before)
  const { size } = await stat(path)
  return {
    people: told,
    bytes: size,
    seconds,
    processor: (spent.user + spent.system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }
}

async function writeOne(path: string, people: number): Promise<number> {
  const file = writeReturn(returnYearOf(EXAMPLE_PERIOD), exampleHeader(), examplePeople(people))
  await pipeline(Readable.from(file, { objectMode: false }), createWriteStream(path))
  return people
}

async function checkOne(path: string): Promise<number> {
  const checked = await checkReturn(
    () => createReadStream(path, { highWaterMark: PIECE }),
    undefined,
    ({ line, says }) => {
      throw new Error(`line ${line} of a good file: ${says}`)
    },
  )
  return checked.people
}

/** Writes a file and checks it, each in a process of its own. */
export async function measureReturns(people: number): Promise<Returns> {
  const folder = await mkdtemp(join(tmpdir(), 'connexions-returns-'))
  try {
    const path = join(folder, 'return.xml')
    return { written: await inProcess('write', path, people), checked: await inProcess('check', path, people) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Says what a short, a usual and a long file take; false where the budget was missed. */
export async function measureReturnSizes(say: (line: string) => void): Promise<boolean> {
  const sizes: Returns[] = []
  for (const people of [SHORT, RETURN_PEOPLE, LONG]) {
    const one = await measureReturns(people)
    say(`Return of ${people.toLocaleString('en-GB')}: written ${told(one.written)}; checked ${told(one.checked)}`)
    sizes.push(one)
  }
  const grown = (work: keyof Returns) =>
    (sizes.at(-1)?.[work].peak ?? Number.NaN) / (sizes[0]?.[work].peak ?? Number.NaN)
  const ratios = [grown('written'), grown('checked')]
  const isFlat = ratios.every(ratio => ratio <= MOST)
  const times = ratios.map(ratio => ratio.toFixed(2)).join(' and ')
  say(`The longest took ${times} times the memory of the shortest (at most ${MOST}: ${isFlat ? 'met' : 'missed'})`)
  const usual = sizes[1]
  return isFlat && usual !== undefined && isQuick(usual.written) && isQuick(usual.checked)
}

/** Whether work kept to its budget. */
export function isQuick({ people, seconds }: ReturnWork): boolean {
  return seconds <= (people / RETURN_PEOPLE) * RETURN_SECONDS
}

function told({ seconds, processor, peak, bytes }: ReturnWork): string {
  return `in ${seconds.toFixed(1)} s (${processor.toFixed(1)} of processor, peak ${Math.round(peak)} MB, ${Math.round(bytes / 1e6)} MB of file)`
}

async function inProcess(work: 'write' | 'check', path: string, people: number): Promise<ReturnWork> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP}`,
    process.argv[1] ?? '',
    'bench',
    '--return',
    work,
    '--people',
    String(people),
    '--data',
    path,
  ])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ReturnWork
}
