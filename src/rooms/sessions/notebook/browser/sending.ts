/** Sending what is ready, one after another: what is refused keeps no other back. */
import { device } from '../words.ts'
import type { Note } from './note.ts'
import { sendNote } from './talk.ts'

type With = {
  readonly csrf: string
  /** What the server knows the notebook by. */
  readonly token: string
  /** A note as it rests now; undefined once it was thrown away, or the notebook is locked. */
  readonly find: (id: string) => Promise<Note | undefined>
  /** False where the notebook is locked. */
  readonly putNote: (note: Note) => Promise<boolean>
  readonly dropNote: (id: string) => Promise<void>
  readonly kept: (note: Note, contactId: string) => void
  readonly refused: (note: Note) => Promise<void>
}

/**
 * Sends each note that is ready, or was sent before and not answered, as it rests when its turn comes: it may be changed, thrown away or sent by another tab
 * while another one is on its way. Ends early where there is no answer, or the notebook was locked.
 * @returns how many became a contact
 */
export async function flush(ids: readonly string[], o: With): Promise<number> {
  let kept = 0
  for (const id of ids) {
    const note = await o.find(id)
    if (note?.standing !== 'ready' && note?.standing !== 'sending') continue
    // From here on nobody knows whether it arrived: until there is an answer it stays as it is.
    if (!(await o.putNote({ ...note, standing: 'sending' }))) return kept
    const answer = await sendNote(o.csrf, o.token, note)
    if (answer === 'unreachable') return kept
    if (typeof answer === 'object' && answer.outcome === 'kept') {
      await o.dropNote(id)
      o.kept(note, answer.contactId)
      kept++
      continue
    }
    // Locked meanwhile it stays as sent, and is answered the same when it is sent again; thrown away it does not come back.
    if ((await o.find(id)) === undefined) continue
    if (answer === 'not-taken') {
      await o.putNote({ ...note, standing: note.standing })
      return kept
    }
    switch (answer.outcome) {
      case 'again':
        await o.putNote({ ...note, standing: 'again', errors: answer.errors })
        break
      case 'asks':
        await o.putNote({ ...note, standing: 'asks', asks: device.asks(answer.said, answer.here) })
        break
      case 'refused':
        await o.putNote({ ...note, standing: 'refused' })
        await o.refused(note)
        break
      case 'differs':
        await o.putNote({ ...note, standing: 'differs', contactId: answer.contactId })
        break
      default:
        answer satisfies never
    }
  }
  return kept
}
