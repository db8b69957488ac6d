/** What talks are handed down from the rooms on their floor: what is known, arranged and recorded, and where a need is looked at in depth. */
import type { Tx } from '#ground/database/tx.ts'
import { isBefore } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import { factorsOn, listAssessments } from '#rooms/assessment/index.ts'
import { listLedIds } from '#rooms/deployment/index.ts'
import { type FileParts, listFactsOn, listTalksOn, sealDone, type TalkParts } from '#rooms/guidance/index.ts'
import { listEnrolments } from '#rooms/people/index.ts'
import { type Hopes, listGoals, sealEntry, takeWrittenOut, writeDown } from '#rooms/plans/index.ts'
import {
  type Contact,
  contactKindWords,
  countsAsSeen,
  findContact,
  listArranged,
  listContacts,
} from '#rooms/sessions/index.ts'
import { absenceKindWords, activityLabel, listAbsencesOn, listSpells, spellOfNow } from '#rooms/tracking/index.ts'

/** How many of the latest sessions a talk may be tied to. */
const SESSIONS = 12

function sessionFrom(contact: Contact) {
  const { rowId, personId, happenedOn, kind, place, isRestricted } = contact
  return {
    rowId,
    personId,
    on: happenedOn,
    said: [contactKindWords[kind], place].filter(Boolean).join(', '),
    isRestricted,
  }
}

/** What exercises do with a Progress File. */
export const fileParts: FileParts = { putEntry: writeDown, takeEntryOut: takeWrittenOut }

/** Seals an exercise, and the entry of the Progress File it stands in. Asked as the house. Returns how many exercises. */
export async function sealExercise(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const done = await sealDone(worker, personId, id)
  if (done !== undefined && done.entryId !== null) await sealEntry(worker, personId, done.entryId)
  return done === undefined ? 0 : 1
}

export const talkParts: TalkParts = {
  async knownOf(tx, personId) {
    const places = (await listEnrolments(tx, personId)).filter(one => one.finishedOn === null)
    const spell = spellOfNow(await listSpells(tx, personId))
    const absences = (await listAbsencesOn(tx, personId)).filter(one => one.state !== 'withdrawn')
    return [
      ...places.map(one => ({
        what: 'learns' as const,
        text: [one.organisationName, one.course].filter(Boolean).join(', '),
        on: one.startedOn,
      })),
      ...(spell ? [{ what: 'doing' as const, text: activityLabel(spell.code), on: spell.verifiedOn }] : []),
      ...absences.slice(0, 3).map(one => ({
        what: 'absence' as const,
        text: absenceKindWords[one.kind],
        on: one.toldOn,
      })),
    ]
  },

  async aimsOf(tx, personId) {
    const goals = await listGoals(tx, personId)
    return goals.filter(one => one.state === 'open').map(one => ({ words: one.words, on: one.setOn }))
  },

  async meetingsOf(tx, personId) {
    const { today } = tx.acting
    return (await listArranged(tx, personId))
      .filter(one => one.state === 'set' && !isBefore(one.onDay, today))
      .map(({ rowId, onDay, atTime, isRestricted }) => ({ rowId, onDay, atTime, isRestricted }))
  },

  async sessionsOf(tx, personId) {
    return (await listContacts(tx, personId, 50))
      .filter(one => countsAsSeen(one.kind))
      .slice(0, SESSIONS)
      .map(sessionFrom)
  },

  async sessionOf(tx, id) {
    const contact = await findContact(tx, id)
    return contact && sessionFrom(contact)
  },

  async factorPaths(tx, personId) {
    const draft = (await listAssessments(tx, personId)).findLast(one => one.state === 'draft')
    const factors = factorsOn(tx.acting.today)
    return factor => {
      const group = factors.find(one => one.code === factor)?.group
      return draft && group ? `/assessments/${draft.rowId}/${group}` : `/people/${personId}/assessment`
    }
  },

  ledBy: listLedIds,
}

/** What a plan is held against: the aim they named last in a careers talk, and what they have reached. For whoever may know of each. */
export async function hopesOf(tx: Tx, personId: PersonId, seen: ReadonlySet<RecordClass>): Promise<Hopes | undefined> {
  if (!seen.has('guidance')) return undefined
  const [all, facts] = await Promise.all([
    listTalksOn(tx, personId),
    seen.has('learning') ? listFactsOn(tx, personId) : undefined,
  ])
  const talks = all.filter(one => one.state !== 'dropped' && one.aimWords !== '')
  const [last] = talks
  return {
    aim: last && {
      rowId: last.rowId,
      words: last.aimWords,
      on: last.heldOn ?? last.madeOn,
      asks: last.aimAsks,
      source: last.aimSource,
      higher: last.higher,
    },
    sameAim: talks.filter(one => one.aimWords === last?.aimWords).map(one => one.rowId),
    reached: facts?.filter(one => one.kind === 'attainment').slice(0, 1),
  }
}
