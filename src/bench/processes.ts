/**
 * What processes took of the processors, and how much memory they hold, from /proc. Where there is none (macOS), or the database
 * runs on another machine, it is not known, and told so.
 */
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks a second of the figures in /proc: 100 on every Linux that Node runs on. */
const TICKS = 100

/** One line of /proc/PID/stat, as far as the bench asks. */
export type Stat = {
  readonly name: string
  readonly parent: number
  /** Seconds of processor time, all threads. */
  readonly own: number
  /** Of children that ended. */
  readonly ended: number
}

/** Reads a line of /proc/PID/stat. The name in brackets may itself hold brackets and blanks: fields count from the last one. */
export function readStat(line: string): Stat {
  const close = line.lastIndexOf(')')
  const fields = line.slice(close + 2).split(' ')
  // The first of them is field 3 of the manual, the state.
  const field = (number: number) => Number(fields[number - 3])
  return {
    name: line.slice(line.indexOf('(') + 1, close),
    parent: field(4),
    own: (field(14) + field(15)) / TICKS,
    ended: (field(16) + field(17)) / TICKS,
  }
}

/** Megabytes a process holds, from the text of /proc/PID/status. */
export function readResident(status: string): number | undefined {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(status)
  return found === null ? undefined : Number(found[1]) / 1024
}

/** Megabytes a process holds now; undefined where it is not known. */
export function residentOf(pid: number): number | undefined {
  const text = readProc(pid, 'status')
  return text === undefined ? undefined : readResident(text)
}

/** Seconds of processor time a process has taken; undefined where it is not known. */
export function processorOf(pid: number): number | undefined {
  return statOf(pid)?.own
}

/** The process all the database's others come from, by one of its connections; undefined when it is not on this machine. */
export function postmasterOf(backend: number): number | undefined {
  const stat = statOf(backend)
  return stat?.name === 'postgres' ? stat.parent : undefined
}

/** Seconds of processor time a database has taken: its first process, those that ended, those that run. */
export function processorOfDatabase(postmaster: number): number | undefined {
  const first = statOf(postmaster)
  if (first === undefined) return undefined
  const running = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => statOf(Number(name)))
    .filter(stat => stat?.parent === postmaster)
  return running.reduce((sum, stat) => sum + (stat?.own ?? 0) + (stat?.ended ?? 0), first.own + first.ended)
}

function statOf(pid: number): Stat | undefined {
  const text = readProc(pid, 'stat')
  return text === undefined ? undefined : readStat(text)
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
