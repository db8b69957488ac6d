/** Hand-overs of the demo, one of every state: asked, to meet, met and to close, complete, declined, taken back; and one that is late. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { listBarriers } from '#rooms/access/index.ts'
import {
  acceptHandover,
  type Beginning,
  beginHandover,
  completeHandover,
  endHandover,
  findHandover,
  type Handover,
  meetHandover,
  setWish,
} from '#rooms/deployment/index.ts'
import { recordContact } from '#rooms/sessions/index.ts'
import { commandActing } from '../acting.ts'
import { handoverParts as parts } from '../house-handovers.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const KINDS = ['asked', 'accepted', 'met', 'complete', 'declined', 'withdrawn', 'late'] as const
/** Past those of the caseload who are referred: what the next adviser may not see would keep them from being handed over. */
const FIRST = 38

const BEGINNINGS: readonly Pick<Beginning, 'kind' | 'why' | 'brief' | 'wish' | 'wishWords'>[] = [
  {
    kind: 'new-place',
    why: 'They start at the college in the valley',
    brief: 'Walks in late when it is raining: the bus. Say good morning anyway.',
    wish: 'agrees',
    wishWords: 'If she comes to the first day',
  },
  {
    kind: 'step-down',
    why: 'They get on well and need less',
    brief: 'A call once a term is enough. The aunt is glad of one too.',
    wish: 'known-adviser',
    wishWords: 'I do not want to tell it all again',
  },
]

/** Hands over some of three advisers' caseloads, each as whoever does it and on its day. */
export function furnishHandovers(work: DailyWork): Promise<void> {
  return eachLed(work, FIRST + KINDS.length, async led => {
    const kind = led.i < FIRST ? undefined : KINDS[led.i - FIRST]
    if (kind === undefined || (await isRestricted(work, led))) return
    await furnishOne({ ...led, work, to: nextOf(work, led.accountId) }, kind)
  })
}

type Whose = Led & { readonly work: DailyWork; readonly to: AccountId }

/** Dana hands to Mair, everybody else to Dana. */
function nextOf(work: DailyWork, accountId: AccountId): AccountId {
  const [dana, mair] = ['dana.example', 'mair.sample'].map(name => work.accounts.get(`${name}@partnership.example`))
  if (dana === undefined || mair === undefined) throw new Error('the demo has no Dana or no Mair')
  return accountId === dana ? mair : dana
}

function isRestricted(work: DailyWork, { personId }: Led): Promise<boolean> {
  return work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx =>
    (await listBarriers(tx, personId)).some(one => one.kind === 'restricted' || one.kind === 'shut-out'),
  )
}

async function furnishOne(whose: Whose, kind: (typeof KINDS)[number]): Promise<void> {
  const id = await begun(whose, kind === 'late' ? 9 : 6)
  switch (kind) {
    case 'asked':
    case 'late':
      return
    case 'declined':
      return theirs(whose, id, 5, (tx, one) =>
        endHandover(tx, one, { state: 'declined', reason: 'no-room', words: 'From January on, with pleasure' }),
      )
    case 'withdrawn':
      return ours(whose, id, 4, (tx, one) =>
        endHandover(tx, one, { state: 'withdrawn', reason: 'they-want-to-stay', words: '' }),
      )
    case 'accepted':
      return theirs(whose, id, 5, (tx, one) => acceptHandover(tx, parts, one))
    case 'met':
    case 'complete':
      await theirs(whose, id, 5, (tx, one) => acceptHandover(tx, parts, one))
      await theirs(whose, id, 2, meet)
      if (kind === 'met') return
      // Their leads of the demo begin today.
      await ours(whose, id, 0, (tx, { wishWords, ...one }) =>
        setWish(tx, { ...one, wishWords }, { wish: 'agrees', wishWords, wishAnswer: 'Both come to the first meeting' }),
      )
      return ours(whose, id, 0, (tx, one) => completeHandover(tx, parts, one))
    default:
      return kind satisfies never
  }
}

function begun(whose: Whose, daysAgo: number): Promise<RowId> {
  const beginning = BEGINNINGS[whose.i % BEGINNINGS.length] as (typeof BEGINNINGS)[number]
  return onDay(whose, daysAgo, async tx =>
    done(await beginHandover(tx, whose.personId, { ...beginning, toId: whose.to })),
  )
}

type Does = (
  tx: Tx,
  handover: Handover,
) => Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }>

/** A step of whoever hands over, on a day. */
function ours(whose: Whose, id: RowId, daysAgo: number, does: Does): Promise<void> {
  return onDay(whose, daysAgo, async tx => {
    const handover = await findHandover(tx, id)
    if (!handover) throw new Error('the demo’s hand-over cannot be seen')
    done(await does(tx, handover))
  })
}

/** A step of whoever takes over, on a day. */
function theirs(whose: Whose, id: RowId, daysAgo: number, does: Does): Promise<void> {
  return ours({ ...whose, accountId: whose.to }, id, daysAgo, does)
}

/** Meets them, which is written down as any meeting is. */
async function meet(tx: Tx, handover: Handover) {
  const contactId = done(
    await recordContact(tx, handover.personId, handover.toId, {
      ...{ happenedOn: tx.acting.today, atTime: null, minutes: 40, kind: 'meeting', place: 'Halifax hub' },
      ...{
        purpose: 'getting-to-know',
        outcome: 'done',
        present: '',
        aloneOffered: null,
        aimResult: null,
        aimWhy: '',
        aim: '',
        agreed: null,
      },
      notes: 'We met for the first time, all three of us',
      ...{ ownWords: '', nextStep: '', nextOn: null, isRestricted: false },
    }),
  )
  return meetHandover(tx, parts, handover, contactId)
}
