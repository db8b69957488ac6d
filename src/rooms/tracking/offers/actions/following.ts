/** The guarantee follows applications: where what they say changes what stands, a row says so. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { ApplicationStep, PlaceApplication, Told } from '../application.ts'
import { NOT_RECORDED } from '../codes.ts'
import { groupIn, guaranteeOf } from '../rules.ts'
import { listApplications, listSteps } from '../store/applications.ts'
import { holdStatuses, insertStatus, listStatuses } from '../store/statuses.ts'

/** Applications with their steps, of those that tell of nothing more than where somebody learns: what others say must not show in a status that more may see (K6). */
export function toldOf(applications: readonly PlaceApplication[], steps: readonly ApplicationStep[]): Told[] {
  return applications
    .filter(one => one.classBit === CLASS_BITS.learning)
    .map(({ rowId, autumn }) => ({ rowId, autumn, steps: steps.filter(step => step.applicationId === rowId) }))
}

const FROM_APPLICATION = { saidBy: 'application', words: '' } as const

/**
 * Works out where somebody stands with the guarantee of a year, and writes a row where that changed. As the house: who writes down an application may not see
 * the status, and the status counts applications they may not see.
 */
export async function followApplications(tx: Tx, personId: PersonId, years: readonly number[]): Promise<void> {
  const changed = await asHouse(tx, 'the guarantee follows applications', async worker => {
    const person = await findPerson(worker, personId)
    if (!person || person.bornOn === null || person.diedOn !== null) return []
    await holdStatuses(worker, personId)
    const applications = await listApplications(worker, personId)
    const steps = await listSteps(
      worker,
      applications.map(one => one.rowId),
    )
    const told = toldOf(applications, steps)
    const rows = await listStatuses(worker, 'guarantee', personId)
    const made: { readonly year: number; readonly code: string }[] = []
    for (const year of new Set(years)) {
      if (groupIn(person.bornOn, year) === undefined) continue
      const ofYear = rows.filter(one => one.year === year)
      const hand = ofYear.find(one => one.saidBy !== 'application')
      const stands = guaranteeOf(
        hand && { code: hand.code, on: hand.saidOn, at: hand.recordedAt },
        told.filter(one => one.autumn === year),
      )
      if (stands.code === (ofYear[0]?.code ?? NOT_RECORDED)) continue
      // Where the application is over, what was set by hand stands again, by the word it was.
      const by = stands.from === 'hand' && hand ? { saidBy: hand.saidBy, words: hand.words } : FROM_APPLICATION
      await insertStatus(worker, 'guarantee', personId, {
        ...{ ...by, year, code: stands.code, saidOn: stands.on ?? tx.acting.today },
      })
      made.push({ year, code: stands.code })
    }
    return made
  })
  for (const one of changed) await record(tx, { action: 'guarantee.followed', about: [personId], payload: one })
}
