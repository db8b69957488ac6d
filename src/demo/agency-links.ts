/**
 * Referrals of the demo to an agency where nobody signs in: a link nobody opened yet, opened, more asked, accepted, started, ended, declined, and another link
 * asked for. And a link to a plan that waits.
 */
import { addDays, addMonths } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { listBarriers, toBits } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import {
  addProtocol,
  answerByLink,
  askForAnother,
  draftReferral,
  findReferral,
  type LinkAnswer,
  makeAgencyLink,
  openReferral,
  receiveByLink,
  sendReferral,
} from '#rooms/referrals/index.ts'
import { makeSecureLink } from '#rooms/sharing/index.ts'
import { commandActing } from '../acting.ts'
import { referralPeople as house } from '../house-referrals.ts'
import { byLink } from './by-link.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const KINDS = ['waits', 'opened', 'ask', 'accept', 'start', 'end', 'decline', 'another'] as const
type Kind = (typeof KINDS)[number]
const DAYS_AGO = 4
const NAMES = ['Ash Helper', 'Robin Pantry', 'Sky Parcel']

const ANSWERS: Readonly<Partial<Record<Kind, readonly LinkAnswer[]>>> = {
  ask: [{ move: 'ask', words: 'Is there anything they cannot eat?' }],
  accept: [{ move: 'accept' }],
  start: [{ move: 'accept' }, { move: 'start' }],
  end: [
    { move: 'accept' },
    { move: 'start' },
    { move: 'end', outcome: 'reached', words: 'A parcel each Thursday for a month; they cook for their sister now' },
  ],
  decline: [{ move: 'decline', reason: 'out-of-area', words: 'Ask the one in Elland: it is on their bus' }],
  another: [{ move: 'accept' }],
}

/** Writes down what was agreed with an agency without accounts, and a referral of every state to it. */
export async function furnishAgencyLinks(work: DailyWork): Promise<void> {
  const protocol = await agreed(work)
  await eachLed(work, KINDS.length, async led => {
    if (await isRestricted(work, led.personId)) return
    if (led.i === 0)
      await onDay({ ...led, work }, 1, (tx, on) =>
        makeSecureLink(tx, {
          ...{ personId: led.personId, kind: 'plan', madeBy: led.accountId, reviewOn: addMonths(on, 3) },
          pages: ['plan', 'file'],
        }),
      )
    return furnishOne({ ...led, work }, KINDS[led.i % KINDS.length] ?? 'waits', protocol)
  })
}

function isRestricted(work: DailyWork, personId: PersonId): Promise<boolean> {
  return work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx =>
    (await listBarriers(tx, personId)).some(one => one.kind === 'restricted'),
  )
}

function agreed(work: DailyWork): Promise<RowId> {
  const acting = commandActing(work.clock, 'demo', work.partnershipId)
  return work.database.transaction({ ...acting, today: addDays(acting.today, -30) }, async tx => {
    const toId = await addOrganisation(tx, { name: 'Sampleton Food Cupboard', kind: 'voluntary' })
    return done(
      await addProtocol(tx, {
        ...{ fromId: work.service, toId, teamId: null },
        purpose: 'food each week',
        basis: 'public-task',
        law: 'Education and Skills Act 2008, section 68 (made up)',
        condition: '',
        classes: toBits(['identity', 'safe-contact', 'contact-details']),
        ...{ answerDays: 5, startDays: 10, reportDays: 60 },
        stages: [],
        reviewOn: addMonths(acting.today, 12),
      }),
    )
  })
}

type Whose = Led & { readonly work: DailyWork }

async function furnishOne(whose: Whose, kind: Kind, protocol: RowId): Promise<void> {
  const id = await sent(whose, protocol)
  if (kind === 'waits') {
    await made(whose, id, 1)
    return
  }
  if (kind === 'opened') return opened(whose, id, 1)
  for (const [nth, answer] of (ANSWERS[kind] ?? []).entries())
    await opened(whose, id, DAYS_AGO - 1 - nth, answer, kind === 'another')
}

/** Written and sent by the adviser, who showed it first. */
async function sent(whose: Whose, protocol: RowId): Promise<RowId> {
  const { accountId, personId, work } = whose
  const writer = { accountId, organisationId: work.service, isOwnService: true }
  const letter = {
    asks: 'A parcel each week until the first wages',
    why: 'The fridge is broken and the money is gone by the middle of the month.',
    ownWords: 'Nothing with fish',
    parts: ['reach'],
  }
  return onDay(whose, DAYS_AGO, async tx => {
    const id = done(await draftReferral(tx, house, personId, protocol, writer, letter))
    const referral = await findReferral(tx, id)
    if (!referral) throw new Error('the demo’s draft cannot be seen')
    done(
      await sendReferral(tx, house, referral, accountId, {
        ...{ view: 'agrees', viewWords: 'Only if they ring first', viewAnswer: '', isShown: true },
        ...{ withheldWhy: '', withheldReviewOn: null },
      }),
    )
    return id
  })
}

function made(whose: Whose, id: RowId, daysAgo: number) {
  return onDay(whose, daysAgo, async tx => {
    const referral = await findReferral(tx, id)
    if (!referral) throw new Error('the demo’s referral cannot be seen')
    return done(await makeAgencyLink(tx, referral, whose.accountId, NAMES[whose.i % NAMES.length] ?? ''))
  })
}

/** A link is made, opened and answered on one day. */
async function opened(
  whose: Whose,
  id: RowId,
  daysAgo: number,
  answer?: LinkAnswer,
  asksForAnother = false,
): Promise<void> {
  const { work } = whose
  const link = await made(whose, id, daysAgo)
  await byLink(work, link, addDays(work.clock.today(), -daysAgo), async (tx, entered) => {
    const found = await openReferral(tx, entered)
    if (!found) throw new Error('the demo’s link opens nothing')
    await receiveByLink(tx, found)
    if (answer) done(await answerByLink(tx, house, found, answer))
    if (asksForAnother) await askForAnother(tx, house, entered)
  })
}
