/**
 * Which process is meant. A process number alone is not enough: numbers are used again, and after a restart of a
 * container the same small numbers come back. A mark therefore carries when the process started, and in which start of
 * the machine.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process number with what tells it from a later process of the same number. */
export interface ProcessMark {
  readonly pid: number
  readonly started: string
}

/** The mark of a process that runs now, or undefined when none of that number does. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedByPs(pid)
  return started === undefined ? undefined : { pid, started }
}

/** True when the very process a mark was made of still runs. */
export function stillRuns(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started
}

/** The command line of a process, or undefined when it is gone or cannot be seen. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may itself hold brackets and blanks: count from the last one. State is field 3, start 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return undefined
  }
}

function startedByPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    return text === '' ? undefined : text
  } catch {
    return undefined
  }
}
