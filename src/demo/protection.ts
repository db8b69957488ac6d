/** What the demo has of protection: a restricted record, characteristics, and a breach log with a closed and an open entry. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { findFiled, sealFiled, setAlert, setCharacteristic } from '#rooms/people/index.ts'
import { answerBreach, type FiledKind, findCase, restrict, takeOff } from '#rooms/sharing/index.ts'
import { accountOf, done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const alerts: FiledKind = {
  find: (tx, personId, rowId) => findFiled(tx, 'alert', personId, rowId),
  seal: (worker, personId, rowId) => sealFiled(worker, 'alert', personId, rowId),
}

/** All on the caseload of the intensive adviser, Imran Demo; Gwen Pattern of information governance does the rest. */
export async function furnishProtection(work: DailyWork): Promise<void> {
  const [imran, gwen, ruth] = [
    accountOf(work, 'imran.demo'),
    accountOf(work, 'gwen.pattern'),
    accountOf(work, 'ruth.placeholder'),
  ]
  const found = await work.database.transaction(actingAs(work, imran), async tx => {
    const people = (await listCaseload(tx, imran)).map(row => row.personId)
    const [first, second, third] = people
    for (const [personId, code] of [
      [first, 'care-leaver'],
      [second, 'young-carer'],
      [second, 'sen-support'],
      [third, 'ehc-plan'],
    ] as const)
      if (personId !== undefined) await characterise(tx, personId, code)
    const breaches = []
    for (const personId of [first, second]) if (personId !== undefined) breaches.push(await misfile(tx, personId))
    return { breaches, restricted: people.length > 1 ? people.at(-1) : undefined }
  })
  await work.database.transaction(actingAs(work, gwen), async tx => {
    const [closed] = found.breaches
    if (closed !== undefined)
      done(
        await answerBreach(
          tx,
          closed,
          {
            consequence: 'None: only the one who wrote it had seen it (made up)',
            toldPerson: 'no',
            toldPersonWhy: 'No high risk to them',
            toldRegulator: 'no',
            toldRegulatorWhy: 'Unlikely to put anybody at risk',
          },
          { version: 1, by: gwen, close: true },
        ),
      )
    const one = found.restricted === undefined ? undefined : await findCase(tx, found.restricted)
    if (one !== undefined)
      done(
        await restrict(tx, {
          case: one,
          named: [imran, ruth],
          ground: 'domestic-abuse',
          reason: 'Moved with a parent to a refuge (made up)',
        }),
      )
  })
}

async function characterise(tx: Tx, personId: PersonId, code: string): Promise<void> {
  const startedOn = addDays(tx.acting.today, -200)
  const source = { kind: 'young-person' as const, organisationId: null, saidOn: startedOn }
  const set = await setCharacteristic(tx, personId, { code, startedOn, finishedOn: null }, source)
  // Their school's list may have said so before.
  if (!set.ok && set.why !== 'already') throw new Error(`the demo could not say ${code}: ${set.why}`)
}

async function misfile(tx: Tx, personId: PersonId) {
  const rowId = await setAlert(tx, personId, {
    kind: 'note',
    firstWords: 'Ring after four (made up)',
    words: '',
    finishedOn: null,
    from: 'staff',
  })
  const why = 'Two records were open side by side (made up)'
  const taken = await takeOff(tx, alerts, { what: 'alert', personId, rowId, why, toPersonId: null })
  if (!taken.ok) throw new Error(`the demo's alert could not be taken off: ${taken.why}`)
  return taken.value
}
