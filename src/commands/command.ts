/** What every command is given, and how it stops with plain words. */
import type { Clock } from '#ground/clock.ts'
import type { Config } from '#ground/config.ts'
import type { Log } from '#ground/log.ts'

export type CommandContext = {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly version: string
  /** Says a line to whoever ran the command. */
  say(line: string): void
}

/** One command: its arguments after its name, in; the exit code out. */
export type Command = {
  readonly usage: string
  run(args: string[], context: CommandContext): Promise<number>
}

/** A fault of whoever typed the command: told in one line, without a trace. */
export class CommandTrouble extends Error {
  constructor(
    message: string,
    readonly advice = '',
    /** The exit code: 1, but where a command says that 1 means something else. */
    readonly code = 1,
  ) {
    super(message)
    this.name = 'CommandTrouble'
  }
}

/** A value that must have been given. */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new CommandTrouble(`${option} is needed.`)
  return value.trim()
}
