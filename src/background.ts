/**
 * What goes on behind the pages: lists and matching, what happens because time passes, the seal of the audit. All of it runs on a thread of its own, so that nobody
 * waits for a page while a list is matched or thousands of things that are late are told of. Decision 0064.
 */
import { type Clock, shiftOf } from '#ground/clock.ts'
import type { Place } from '#ground/database/connect.ts'
import type { Log, LogLevel } from '#ground/log.ts'
import { startThread } from '#ground/thread.ts'

/** What the thread is given to begin with. */
export type BackgroundData = {
  /** Where the database is, as the program. */
  readonly place: Place
  readonly clockShiftMs: number
  readonly logLevel: LogLevel
  readonly dataDir: string
  /** Where the pages are: messages lead there. */
  readonly publicUrl: string
}

/** Said to the thread: look for work now; end what is in hand and go. */
export type ToBackground = 'nudge' | 'stop'

export type Background = {
  /** Looks for work now, without waiting for the next look. */
  nudge(): void
  /** Lets what runs come to its next save, seals what waits, and ends. */
  stop(): Promise<void>
  /** Settles when the thread ended though nobody asked it to; with why. */
  readonly lost: Promise<Error>
}

/** Starts the thread. What it cannot begin with is told by `lost`. */
export function startBackground(options: {
  readonly place: Place
  readonly clock: Clock
  readonly log: Log
  readonly dataDir: string
  readonly publicUrl: string
}): Background {
  const { place, clock, log, dataDir, publicUrl } = options
  const thread = startThread('background', new URL('./background-thread.ts', import.meta.url), {
    place,
    clockShiftMs: shiftOf(clock),
    logLevel: log.level as LogLevel,
    dataDir,
    publicUrl,
  } satisfies BackgroundData)
  let stopping = false
  // Failing, it says why and then ends as well.
  const gone = new Promise<void>(settle => thread.once('exit', () => settle()))
  const lost = new Promise<Error>(settle => {
    thread.once('error', settle)
    void gone.then(() => {
      if (!stopping) settle(new Error('the background ended'))
    })
  })
  const say = (word: ToBackground) => thread.postMessage(word)
  return {
    nudge: () => say('nudge'),
    stop: async () => {
      stopping = true
      say('stop')
      await gone
    },
    lost,
  }
}
