/**
 * The program's log: JSON lines for machines. Never a name, note, identifier or search text goes in: fields are ids,
 * counts, codes and durations. What a person typed is audit payload, never log.
 */
import { type Logger, pino } from 'pino'

export type Log = Logger
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** A logger that writes JSON lines to standard error (so that a command's own output stays clean). */
export function openLog(level: LogLevel): Log {
  return pino(
    { level, base: null, messageKey: 'message', formatters: { level: label => ({ level: label }) } },
    pino.destination({ fd: 2, sync: false }),
  )
}

/** Where trouble came about, from its stack: the first three places. Its message may quote what somebody typed, and is logged nowhere. */
export function placeOf(stack: string | undefined): string | undefined {
  return stack
    ?.split('\n')
    .slice(1, 4)
    .map(line => line.trim())
    .join(' ')
}
