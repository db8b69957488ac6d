/** Absences of the demo, told by the school's practitioner of young people on its roll somebody leads for: told, in hand, answered, taken back. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { listPupils } from '#rooms/deployment/index.ts'
import { findAccountByEmail } from '#rooms/identity/index.ts'
import { answerAbsence, findAbsence, takeAbsence, tellAbsence, withdrawAbsence } from '#rooms/tracking/index.ts'
import { commandActing } from '../acting.ts'
import { absencePeople as house } from '../house-absences.ts'
import { done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const KINDS = ['told', 'in-hand', 'answered', 'withdrawn'] as const
const TOLD_DAYS_AGO = 3

/** Tells of some on the roll of a school, as its practitioner, and does what their advisers did. */
export async function furnishAbsences(work: DailyWork, school: OrganisationId | undefined): Promise<void> {
  const hana = await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), tx =>
    findAccountByEmail(tx, 'hana.pastoral@school.example'),
  )
  if (!hana || school === undefined) return
  const place = {
    ...actingAs({ ...work, service: school }, hana.id),
    today: addDays(work.clock.today(), -TOLD_DAYS_AGO),
  }
  const asPlace = <T>(does: (tx: Tx) => Promise<T>) => work.database.transaction(place, does)
  const led = await asPlace(async tx => {
    const { rows } = await listPupils(tx, { organisationId: school, words: [], lead: '', limit: 100, offset: 0 })
    return rows.flatMap(row =>
      row.leadId === null || row.diedOn !== null ? [] : [{ personId: row.personId, leadId: row.leadId }],
    )
  })
  for (const [i, kind] of KINDS.entries()) {
    const one = led[i + 2]
    if (!one) continue
    const id = await asPlace(async tx =>
      done(
        await tellAbsence(
          tx,
          house,
          one.personId as PersonId,
          { accountId: hana.id, organisationId: school },
          {
            kind: i % 2 === 0 ? 'absent' : 'left',
            lastSeenOn: addDays(tx.acting.today, -4),
            reason: 'not-known',
            words: 'Not in since Monday, and the phone is off',
            tried: 'Rang home twice, wrote once',
          },
        ),
      ),
    )
    await follow(work, { ...one, id, hana: hana.id, school }, kind)
  }
}

type Told = {
  readonly id: RowId
  readonly leadId: AccountId
  readonly hana: AccountId
  readonly school: OrganisationId
}

async function follow(work: DailyWork, told: Told, kind: (typeof KINDS)[number]): Promise<void> {
  if (kind === 'told') return
  const acting =
    kind === 'withdrawn' ? actingAs({ ...work, service: told.school }, told.hana) : actingAs(work, told.leadId)
  await work.database.transaction(acting, async tx => {
    const absence = await findAbsence(tx, told.id)
    if (!absence) throw new Error('the demo’s absence cannot be seen')
    if (kind === 'withdrawn') return void done(await withdrawAbsence(tx, house, absence))
    if (kind === 'in-hand') return void done(await takeAbsence(tx, absence, told.leadId))
    done(
      await answerAbsence(tx, absence, told.leadId, {
        outcome: 'coming-back',
        outcomeWords: 'Looks after a brother in the mornings: the timetable was moved',
        backWords: 'Comes back on Thursday, from the second lesson',
      }),
    )
  })
}
