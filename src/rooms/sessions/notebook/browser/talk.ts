/** What the device asks of the server and sends it. Nothing is asked twice by itself, and nobody waits for ever. */
import type { Sent, Standing, Taken } from '../notebook.ts'
import type { Note } from './note.ts'

/** `unreachable`: no answer, so nobody knows whether it arrived. `not-taken`: an answer that it was not. */
export type Failed = 'unreachable' | 'not-taken'
const LONGEST_MS = 20_000

/** How it stands with the notebook, and who is signed in here. */
export function askStanding(token: string | undefined): Promise<Standing | Failed> {
  return talk(`/notebook/standing${token === undefined ? '' : `?pack=${encodeURIComponent(token)}`}`)
}

export function takeAlong(csrf: string): Promise<(Taken & { token: string; half: string }) | Failed> {
  return talk('/notebook/take', { _csrf: csrf })
}

export function bringUpToDate(csrf: string, pack: string): Promise<Taken | Failed> {
  return talk('/notebook/take', { _csrf: csrf, pack })
}

export function askHalf(csrf: string, pack: string): Promise<{ half: string } | Failed> {
  return talk('/notebook/half', { _csrf: csrf, pack })
}

export function endPack(csrf: string, pack: string): Promise<{ ended: boolean } | Failed> {
  return talk('/notebook/end', { _csrf: csrf, pack })
}

export function sendNote(csrf: string, pack: string, note: Note): Promise<Sent | Failed> {
  const { id: key, personId: person, writtenAt, isAsked, fields } = note
  return talk('/notebook/send', {
    ...fields,
    ...{ _csrf: csrf, pack, key, person, 'written-at': writtenAt, asked: isAsked ? 'yes' : '' },
  })
}

/** A redirect is to signing in, and a page is a refusal: neither is an answer. */
async function talk<T>(path: string, sent?: Readonly<Record<string, string>>): Promise<T | Failed> {
  try {
    const answer = await fetch(path, {
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(sent && { method: 'POST', body: new URLSearchParams(sent) }),
    })
    if (answer.status >= 500) return 'unreachable'
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
    return answer.ok && isJson ? ((await answer.json()) as T) : 'not-taken'
  } catch {
    return 'unreachable'
  }
}
