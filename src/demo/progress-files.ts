/** Progress Files of the demo: theirs alone, shared, taken back, taken out, written down with them, and evidence of a step of the plan. */
import { addDays, addMonths } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import {
  chooseEvidence,
  chooseWord,
  type EntryContent,
  findPlan,
  moveOwn,
  openOf,
  writeDown,
  writeOwn,
} from '#rooms/plans/index.ts'
import { makeSecureLink } from '#rooms/sharing/index.ts'
import { byLink } from './by-link.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

/** Places of a caseload that have a plan that is agreed. */
const PLACES = [1, 9, 17]
/** Whoever looks round the demo opens one with this. */
const WORD = 'made up word'

const WITH_THEM: Omit<EntryContent, 'happenedOn'> = {
  ...{ kind: 'strength', did: 'Kept calm when the little ones were fighting at the club' },
  shows: 'I can calm people down',
}
const OWN = {
  private: { kind: 'reflection', did: 'I get up when there is something to get up for', shows: '' },
  shared: {
    kind: 'experience',
    did: 'Helped at the stables on three Saturdays',
    shows: 'I turn up, also when it rains',
  },
  back: { kind: 'achievement', did: 'Swam a mile for the hospice', shows: 'I can train for something' },
  out: { kind: 'qualification', did: 'Food hygiene level 1, one unit left', shows: '' },
} as const satisfies Readonly<Record<string, Omit<EntryContent, 'happenedOn'>>>

/** Fills a file for some of three advisers' caseloads. */
export function furnishProgressFiles(work: DailyWork): Promise<void> {
  return eachLed(work, Math.max(...PLACES) + 1, async led => {
    if (!PLACES.includes(led.i) || (await isKeptClose(work, led.personId))) return
    await furnishOne({ ...led, work })
  })
}

async function furnishOne(whose: Led & { readonly work: DailyWork }): Promise<void> {
  const { work, personId, accountId } = whose
  const targets = await onDay(whose, 12, async (tx, on) => {
    const open = openOf(await findPlan(tx, personId)).filter(target => !target.isRestricted)
    const id = done(await writeDown(tx, personId, accountId, { ...WITH_THEM, happenedOn: addDays(on, -10) }))
    if (open[0]) done(await chooseEvidence(tx, personId, id, open[0].rowId, 'adviser'))
    return open
  })
  const [first] = targets
  const made = await onDay(whose, 6, (tx, on) =>
    makeSecureLink(tx, {
      personId,
      kind: 'plan',
      madeBy: accountId,
      reviewOn: addMonths(on, 3),
      pages: ['plan', 'file'],
    }),
  )
  await byLink(work, made, addDays(work.clock.today(), -6), async (tx, link) => {
    await chooseWord(tx, link, WORD)
    const write = async (content: Omit<EntryContent, 'happenedOn'>): Promise<RowId> =>
      done(await writeOwn(tx, link, { ...content, happenedOn: null }))
    await write(OWN.private)
    for (const name of ['shared', 'back'] as const) {
      const id = await write(OWN[name])
      done(await moveOwn(tx, link, id, 'share'))
      // A step of a part the link does not open is none of theirs to choose.
      if (first) await chooseEvidence(tx, personId, id, first.rowId, 'young-person')
      if (name === 'back') done(await moveOwn(tx, link, id, 'take-back'))
    }
    done(await moveOwn(tx, link, await write(OWN.out), 'take-out'))
  })
}
