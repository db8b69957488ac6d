/** Sending what is ready, one after another: what is refused keeps no other back. */
import { device } from '../words.ts'
import type { Note } from './note.ts'
import { sendNote } from './talk.ts'

type With = {
  readonly csrf: string
  /** What the server knows the notebook by. */
  readonly token: string
  readonly putNote: (note: Note) => Promise<void>
  readonly dropNote: (id: string) => Promise<void>
  readonly kept: (note: Note, contactId: string) => void
  readonly refused: (note: Note) => Promise<void>
}

/** Sends each note that is ready, or was sent before and not answered. Ends early where there is no answer. */
export async function flush(notes: readonly Note[], o: With): Promise<void> {
  for (const note of notes) {
    if (note.standing !== 'ready' && note.standing !== 'sending') continue
    // From here on nobody knows whether it arrived: until there is an answer it stays as it is.
    await o.putNote({ ...note, standing: 'sending' })
    const answer = await sendNote(o.csrf, o.token, note)
    if (answer === 'unreachable') return
    if (answer === 'not-taken') {
      await o.putNote({ ...note, standing: note.standing })
      return
    }
    switch (answer.outcome) {
      case 'kept':
        await o.dropNote(note.id)
        o.kept(note, answer.contactId)
        break
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
}
