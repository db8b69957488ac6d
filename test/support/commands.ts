/** Runs a command as the command line does, within the test's own process. */
import { systemClock } from '#ground/clock.ts'
import { readConfig } from '#ground/config.ts'
import type { Place } from '#ground/database/connect.ts'
import { openLog } from '#ground/log.ts'
import type { Command } from '../../src/commands/command.ts'

/** @returns its exit code and all it said. Throws what it throws: plain words, for `main` to tell. */
export async function runCommand(
  command: Command,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; said: string }> {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(config.why)
  const lines: string[] = []
  const code = await command.run([...words], {
    config: config.value,
    clock: systemClock(),
    log: openLog('silent'),
    version: 'test',
    say: line => void lines.push(line),
  })
  return { code, said: lines.join('\n') }
}

/** A place as a URL, for settings. */
export function urlOf(place: Exclude<Place, string>): string {
  const user = encodeURIComponent(place.user) + (place.password === undefined ? '' : `:${place.password}`)
  const host = place.host.startsWith('/')
    ? `/${place.database}?host=${encodeURIComponent(place.host)}&port=${place.port}`
    : `${place.host}:${place.port}/${place.database}`
  return `postgresql://${user}@${host}`
}
