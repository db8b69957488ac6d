/** Dates beside plans of the demo: one of every state, one of them past. */
import { addDays } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { callOffDate, findDate, holdDate, listGuests, setDate, writeGuests } from '#rooms/plans/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const WHO = 'Made-up special needs coordinator; the family and the college are asked'
const FIRST = 8
const ENDS = ['held', undefined, 'called-off', 'past'] as const

/** Puts a review of an EHC plan beside some plans of three advisers' caseloads. */
export function furnishPlanDates(work: DailyWork): Promise<void> {
  return eachLed(work, FIRST + ENDS.length, async led => {
    if (led.i < FIRST || (await isKeptClose(work, led.personId))) return
    await furnishOne({ ...led, work }, ENDS[led.i - FIRST])
  })
}

async function furnishOne(whose: Led & { readonly work: DailyWork }, end: (typeof ENDS)[number]): Promise<void> {
  const { personId, accountId } = whose
  const ahead = { held: 20, 'called-off': 40, past: 35 }
  const id = await onDay(whose, 40, async (tx, on) =>
    done(
      await setDate(tx, personId, accountId, {
        ...{ kind: 'ehc-review', onDay: addDays(on, end === undefined ? 90 : ahead[end]), who: WHO },
      }),
    ),
  )
  if (end === undefined || end === 'held') await askGuests(whose, id, end)
  if (end === undefined || end === 'past') return
  await onDay(whose, 18, async (tx, on) => {
    const date = await findDate(tx, id)
    if (!date) throw new Error('the demo’s date cannot be seen')
    if (end === 'called-off') return done(await callOffDate(tx, date, 'Moved to the new school, which holds its own'))
    const held = {
      on,
      words: 'A place with support at the college was agreed',
      wishes: 'I want to go by bus on my own',
    }
    return done(await holdDate(tx, date, accountId, held))
  })
}

const GUESTS = ['Made-up college tutor', 'Made-up social worker', 'Made-up youth worker', 'Aunt (made up)']
const AHEAD = ['asked', 'comes', 'sends-word', 'cannot'] as const
const HELD = ['came', 'not-there'] as const

/** Asks some people to it; of one that was held it is known who came. */
async function askGuests(whose: Led & { readonly work: DailyWork }, id: RowId, end: 'held' | undefined): Promise<void> {
  const states = end === 'held' ? HELD : AHEAD
  for (const who of [...GUESTS, ''])
    await onDay(whose, 25, async tx => {
      const date = await findDate(tx, id)
      if (!date) throw new Error('the demo’s date cannot be seen')
      const guests = await listGuests(tx, id)
      const marks = new Map(guests.map((one, i) => [one.rowId, states[i % states.length] ?? 'asked']))
      return done(
        await writeGuests(tx, { ...date, guests }, whose.accountId, {
          who,
          marks,
          askedThem: 'By phone: wants to go by bus',
        }),
      )
    })
}
