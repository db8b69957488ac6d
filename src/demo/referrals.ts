/**
 * Referrals of the demo, one of every state: written and not sent, sent, opened, more asked, accepted, started, ended well and not, declined, taken
 * back; and a school that refers to the service. With a housing trust and a counselling service, each with a practitioner who can sign in.
 */
import { addDays, addMonths } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { listBarriers, toBits } from '#rooms/access/index.ts'
import { listPupils, listTeams } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { findAccountByEmail, inviteColleague } from '#rooms/identity/index.ts'
import {
  acceptReferral,
  addProtocol,
  askMore,
  declineReferral,
  draftReferral,
  endReferral,
  findReferral,
  makeLetterLink,
  openLetter,
  type Referral,
  readOutcome,
  receiveReferral,
  type Said,
  type Sending,
  sayToLetter,
  sendReferral,
  stageReferral,
  startReferral,
  tellMore,
  withdrawReferral,
} from '#rooms/referrals/index.ts'
import { commandActing } from '../acting.ts'
import { referralPeople as house } from '../house-referrals.ts'
import { byLink } from './by-link.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'
import { answering, endedFirst, OBJECTED, type Objected, object } from './objections.ts'

const KINDS = [
  'sent',
  'ended',
  'accepted',
  'draft',
  'more-asked',
  'declined',
  'started',
  'withdrawn',
  'told',
  'read',
  'late',
  'said-right',
  'said-wrong',
  'said-objects',
  ...OBJECTED,
] as const
const MOST = 38
const DAYS_THERE = 120

const LETTERS = [
  {
    asks: 'Find them a room they can keep to themselves',
    why: 'They sleep at a friend’s and have to leave by Friday. The college is near, so it should be on the bus line.',
    ownWords: 'I want a door I can lock',
    parts: ['reach', 'plan'],
  },
  {
    asks: 'Six talks about what keeps them awake',
    why: 'They have been late every day since September and say that they lie awake.',
    ownWords: 'I can talk, but not at home',
    parts: ['reach', 'assessment'],
  },
] as const

const SAID: Readonly<Record<'said-right' | 'said-wrong' | 'said-objects', Said>> = {
  'said-right': { say: 'right', part: null, words: 'Yes, and tell them I like dogs' },
  'said-wrong': { say: 'wrong', part: 'asked', words: 'I do not have to leave by Friday, it is Sunday' },
  'said-objects': { say: 'objects', part: null, words: 'Not to them, my cousin works there' },
}

const STAGES = ['Looked through', 'Housing meeting'] as const

type Placed = {
  readonly id: OrganisationId
  readonly worker: AccountId
  readonly protocol: RowId
  readonly isStaged: boolean
}

/** Writes down what agencies agreed, and referrals of three advisers' caseloads, each as whoever did it and on its day. */
export async function furnishReferrals(work: DailyWork, school: OrganisationId | undefined): Promise<void> {
  const housing = await placed(work, 'Sampleton Housing Trust', 'housing', 'Hale Lodging', ['contact-details', 'plan'])
  const talking = await placed(work, 'Sampleton Counselling', 'health', 'Noor Listener', [
    'contact-details',
    'assessment',
  ])
  await eachLed(work, MOST, async led => {
    const kind = KINDS[led.i % KINDS.length]
    const at = led.i % 3 === 2 ? talking : housing
    // A restricted record goes nowhere.
    if (await isRestricted(work, led.personId)) return
    return furnishOne({ ...led, work, at, letter: LETTERS[at === housing ? 0 : 1] }, kind)
  })
  if (school !== undefined) await fromSchool(work, school)
}

function isRestricted(work: DailyWork, personId: PersonId): Promise<boolean> {
  return work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx =>
    (await listBarriers(tx, personId)).some(one => one.kind === 'restricted'),
  )
}

async function placed(
  work: DailyWork,
  name: string,
  kind: 'housing' | 'health',
  practitioner: string,
  classes: readonly ('contact-details' | 'plan' | 'assessment')[],
): Promise<Placed> {
  // They were there before anybody was referred to them.
  const acting = commandActing(work.clock, 'demo', work.partnershipId)
  const before = { ...acting, today: addDays(acting.today, -DAYS_THERE) }
  return work.database.transaction(before, async tx => {
    const id = await addOrganisation(tx, { name, kind })
    const invited = await inviteColleague(tx, {
      email: `${practitioner.toLowerCase().replace(' ', '.')}@${kind}.example`,
      name: practitioner,
      role: 'partner-practitioner',
      jobTitle: kind === 'housing' ? 'Housing officer' : 'Counsellor',
      organisationId: id,
    })
    const protocol = await addProtocol(tx, {
      ...{ fromId: work.service, toId: id, teamId: null },
      purpose: kind === 'housing' ? 'somewhere safe to live' : 'somebody to talk to',
      basis: 'public-task',
      law: 'Education and Skills Act 2008, section 68 (made up)',
      condition: kind === 'housing' ? '' : 'Data Protection Act 2018, schedule 1, paragraph 18 (made up)',
      classes: toBits(['identity', 'safe-contact', ...classes]),
      ...{ answerDays: 5, startDays: 10, reportDays: 60 },
      stages: kind === 'housing' ? STAGES : [],
      reviewOn: addMonths(acting.today, 12),
    })
    return { id, worker: invited.accountId, protocol: done(protocol), isStaged: kind === 'housing' }
  })
}

type Whose = Led & { readonly work: DailyWork; readonly at: Placed; readonly letter: (typeof LETTERS)[number] }

async function furnishOne(whose: Whose, kind: (typeof KINDS)[number] | undefined): Promise<void> {
  switch (kind) {
    case undefined:
      return
    case 'draft':
      await draft(whose, 1)
      return
    case 'objects':
    case 'stopped':
    case 'goes-on':
    case 'goes-on-with-less':
    case 'over-first':
      return objected(whose, kind)
    case 'said-right':
    case 'said-wrong':
    case 'said-objects':
      return said(whose, await draft(whose, 2), SAID[kind])
    case 'sent':
      await sent(whose, 2)
      return
    case 'late': {
      const id = await sent(whose, 12)
      await received(whose, id, 11)
      return staged(whose, id, 9, 0)
    }
    case 'more-asked':
      return asked(whose, await sent(whose, 6), 4)
    case 'told': {
      const id = await sent(whose, 8)
      await asked(whose, id, 6)
      await ours(whose, id, 5, (tx, r) => tellMore(tx, house, r, 'Since September, and worse since the half-term'))
      return staged(whose, id, 4, 1)
    }
    case 'declined':
      return theirs(whose, await sent(whose, 9), 5, (tx, r) =>
        declineReferral(tx, house, r, 'full', 'Ask again in the spring: two places come free then'),
      )
    case 'withdrawn':
      return ours(whose, await sent(whose, 7), 3, (tx, r) =>
        withdrawReferral(tx, house, r, 'helped-otherwise', 'An aunt has a room'),
      )
    case 'accepted':
      await accepted(whose, 10)
      return
    case 'started':
      await started(whose, 30)
      return
    case 'ended':
      await ended(whose, 60)
      return
    case 'read': {
      const id = await ended(whose, 80)
      return ours(whose, id, 5, (tx, r) => readOutcome(tx, house, r))
    }
    default:
      return kind satisfies never
  }
}

type Does = (
  tx: Parameters<typeof startReferral>[0],
  referral: Referral,
) => Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }>

function draft(whose: Whose, daysAgo: number): Promise<RowId> {
  const { accountId, personId, at, letter, work } = whose
  const writer = { accountId, organisationId: work.service, isOwnService: true }
  return onDay(whose, daysAgo, async tx => done(await draftReferral(tx, house, personId, at.protocol, writer, letter)))
}

/** They object while it is under way, and are answered or not. */
async function objected(whose: Whose, kind: Objected): Promise<void> {
  const id = await accepted(whose, 12)
  await ours(whose, id, 6, object)
  const answer = answering(kind, whose.accountId, whose.letter)
  if (answer) await ours(whose, id, 4, answer)
  if (kind === 'over-first') await theirs(whose, id, 4, endedFirst)
}

/** Shown to them by a link the day before, and what they said to it themselves. */
async function said(whose: Whose, id: RowId, words: Said): Promise<void> {
  const made = await onDay(whose, 1, async tx => {
    const referral = await findReferral(tx, id)
    if (!referral) throw new Error('the demo’s draft cannot be seen')
    return done(await makeLetterLink(tx, house, referral, whose.accountId))
  })
  const { work } = whose
  await byLink(work, made, addDays(work.clock.today(), -1), async (tx, link) => {
    const opened = await openLetter(tx, house, link)
    if (opened) done(await sayToLetter(tx, house, opened, words, opened.stamp))
  })
}

async function sent(whose: Whose, daysAgo: number): Promise<RowId> {
  const id = await draft(whose, daysAgo)
  await ours(whose, id, daysAgo, (tx, referral) =>
    sendReferral(tx, house, referral, whose.accountId, {
      ...(whose.i % 5 === 4
        ? { view: 'objects', viewAnswer: 'It goes without the phone number: they write to the school instead' }
        : { view: 'agrees', viewAnswer: '' }),
      ...{ viewWords: 'Fine by me', isShown: true, withheldWhy: '', withheldReviewOn: null },
    }),
  )
  return id
}

/** Something done by the adviser, on a day. */
function ours(whose: Whose, id: RowId, daysAgo: number, does: Does): Promise<void> {
  return onDay(whose, daysAgo, async tx => {
    const referral = await findReferral(tx, id)
    if (referral) done(await does(tx, referral))
  })
}

/** Something done at the other agency, on a day. */
async function theirs(whose: Whose, id: RowId, daysAgo: number, does: Does): Promise<void> {
  const { work, at } = whose
  await onDay({ ...whose, accountId: at.worker, work: { ...work, service: at.id } }, daysAgo, async tx => {
    const referral = await findReferral(tx, id)
    if (!referral) throw new Error('the demo’s referral cannot be seen at the other end')
    await receiveReferral(tx, referral)
    done(await does(tx, referral))
  })
}

const received = (whose: Whose, id: RowId, daysAgo: number) =>
  theirs(whose, id, daysAgo, async () => ({ ok: true, value: null }))

/** The housing trust says how far it has come; the counsellors answer straight away. */
async function staged(whose: Whose, id: RowId, daysAgo: number, at: 0 | 1): Promise<void> {
  if (!whose.at.isStaged) return
  const words = at === 0 ? 'Everything is there' : 'On the list of Thursday'
  return theirs(whose, id, daysAgo, (tx, r) => stageReferral(tx, house, r, STAGES[at], words))
}

const asked = (whose: Whose, id: RowId, daysAgo: number) =>
  theirs(whose, id, daysAgo, (tx, r) => askMore(tx, house, r, 'How long has it been so?'))

async function accepted(whose: Whose, daysAgo: number): Promise<RowId> {
  const id = await sent(whose, daysAgo)
  await theirs(whose, id, daysAgo - 2, (tx, r) =>
    acceptReferral(tx, house, r, { workerId: whose.at.worker, leadReason: '' }),
  )
  return id
}

async function started(whose: Whose, daysAgo: number): Promise<RowId> {
  const id = await accepted(whose, daysAgo)
  await theirs(whose, id, daysAgo - 6, (tx, r) => startReferral(tx, house, r))
  return id
}

async function ended(whose: Whose, daysAgo: number): Promise<RowId> {
  const id = await started(whose, daysAgo)
  await theirs(whose, id, daysAgo - 40, (tx, r) =>
    whose.i % 2 === 0
      ? endReferral(tx, house, r, 'did-not-take-up', 'They came once and not again; the phone is off')
      : endReferral(tx, house, r, 'reached', 'A room in Mill Lane, theirs until the summer'),
  )
  return id
}

/** The school's practitioner refers two of its own: one nobody leads for waits for the team leader, one comes to the lead there is. */
async function fromSchool(work: DailyWork, school: OrganisationId): Promise<void> {
  const hana = await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx => {
    const account = await findAccountByEmail(tx, 'hana.pastoral@school.example')
    const team = (await listTeams(tx)).find(one => one.name === 'Upper Valley')
    if (!account || !team) return undefined
    const protocol = await addProtocol(tx, {
      ...{ fromId: school, toId: work.service, teamId: team.id },
      purpose: 'a personal adviser',
      basis: 'public-task',
      law: 'Education and Skills Act 2008, section 68 (made up)',
      condition: '',
      classes: toBits(['identity', 'safe-contact', 'learning']),
      ...{ answerDays: 3, startDays: 5, reportDays: 60 },
      stages: [],
      reviewOn: addMonths(tx.acting.today, 12),
    })
    return { accountId: account.id, protocol: done(protocol) }
  })
  if (!hana) return
  const { accountId, protocol } = hana
  const acting = actingAs({ ...work, service: school }, accountId)
  const writer = { accountId, organisationId: school, isOwnService: false }
  await work.database.transaction(acting, async tx => {
    const { rows } = await listPupils(tx, { organisationId: school, words: [], lead: '', limit: 50, offset: 0 })
    const wanted = [rows.find(row => row.leadId === null), rows.find(row => row.leadId !== null)]
    for (const row of wanted) {
      if (!row) continue
      const id = done(await draftReferral(tx, house, row.personId as PersonId, protocol, writer, SCHOOL_LETTER))
      const referral = await findReferral(tx, id)
      if (referral) done(await sendReferral(tx, house, referral, accountId, SHOWN))
    }
  })
}

const SCHOOL_LETTER = {
  asks: 'See them before they choose what comes after Year 11',
  why: 'They say that they leave school the day they may, and have no plan beyond that.',
  ownWords: 'Nobody asked me what I want',
  parts: ['learning'],
}
const SHOWN: Sending = {
  view: 'agrees',
  viewWords: 'If it is not in the first lesson',
  viewAnswer: '',
  isShown: true,
  ...{ withheldWhy: '', withheldReviewOn: null },
}
