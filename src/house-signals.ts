/** What the clock is handed for signals nobody answered: who leads, and how safeguarding hears of somebody nobody may see whole any more. */
import type { SignalPeople } from '#rooms/assessment/index.ts'
import { raiseConcern } from '#rooms/safeguarding/index.ts'
import { absencePeople } from './house-absences.ts'

const WHAT =
  'In an assessment something was written that calls for safeguarding or a specialist, and nobody said what was done about it. Nobody who works with them now may see it.'
const RAISED = { clock: 'Raised by the clock.', leaving: 'Raised when its draft was left.' }

export const signalPeople: SignalPeople = {
  leadOf: absencePeople.leadOf,
  async raise(worker, personId, writer, by) {
    await raiseConcern(worker, writer, {
      ...{ about: personId, aboutName: '', what: `${WHAT} ${RAISED[by]}`, dangerNow: 'not-said', doneSoFar: '' },
    })
  },
}
