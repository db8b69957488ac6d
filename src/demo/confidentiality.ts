/** What stays between us, in the demo: two versions, and readings of every kind, some of the version before. */
import { addDays } from '#ground/day.ts'
import {
  addStatement,
  answerStatement,
  confirmReading,
  inForceOn,
  listReadings,
  listStatements,
  makeSecureLink,
  noteReading,
  openStatement,
} from '#rooms/sharing/index.ts'
import { byLink } from './by-link.ts'
import { accountOf, done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const FIRST = {
  stays: 'What you tell your adviser stays with the people who help you. (Made up for the demo.)',
  told: 'If somebody is in danger we have to tell. We tell you first wherever we can.',
  rights: 'You can ask to see what is written about you.',
}
const SECOND = {
  stays:
    'What you tell me is for the people who help you, and they read only what they need. Your parents, your school and your friends do not hear it from me. (Made up for the demo.)',
  told: 'If you or somebody else is in danger, I have to tell somebody who can help. I tell you first, unless that makes it more dangerous.',
  rights:
    'Ask me what is written about you, who looked, and who it goes to. You can say that it is wrong, and you can say no.',
}

const SAID = { said: 'You keep it to yourself, but not if I get hurt', wishes: 'Do not ring my mum, text me' }
const READINGS = [
  { how: 'aloud', understood: 'yes', ...SAID },
  { how: 'themselves', understood: 'yes', said: 'My school does not hear it from you', wishes: '' },
  { how: 'interpreter', understood: 'in-part', said: 'You tell nobody', wishes: '' },
  { how: 'pictures', understood: 'not-yet', said: '', wishes: 'With my sister there next time' },
] as const

const MOST = 9
const OLDER_DAYS = 200
const NEWER_DAYS = 60

/** Writes two versions, and reads them with some of three advisers' caseloads; with the others nobody has. */
export async function furnishConfidentiality(work: DailyWork): Promise<void> {
  const accountId = accountOf(work, 'alex.overview')
  const write = (words: typeof FIRST, daysAgo: number, seen: number) =>
    onDay({ work, accountId }, daysAgo, async (tx, on) =>
      done(await addStatement(tx, accountId, { ...words, fromDay: on }, seen)),
    )
  await write(FIRST, OLDER_DAYS, 0)
  // One in three was read the first version alone.
  await readWith(work, OLDER_DAYS - 20, i => i % 3 === 2)
  await write(SECOND, NEWER_DAYS, 1)
  await readWith(work, NEWER_DAYS - 40, i => i % 3 !== 2)
  await byTheirLinks(work)
}

const LINK_DAYS = 6
const BY_LINK = [
  { understood: 'yes', said: 'You tell if I am in danger, and you tell me first', wishes: 'Not my nan', found: 'yes' },
  { understood: 'yes', said: 'You never tell anybody anything', wishes: '', found: null },
  { understood: 'not-yet', said: '', wishes: 'Can we read it together?', found: null },
] as const

/** Some of those who were read the first version alone read the second by a link of their own; of one it was spoken since. */
async function byTheirLinks(work: DailyWork): Promise<void> {
  let before = 0
  await eachLed(work, MOST, async led => {
    const says = BY_LINK[before]
    if (led.i % 3 !== 2 || says === undefined || (await isKeptClose(work, led.personId))) return
    before += 1
    const { personId, accountId } = led
    const { found, ...content } = says
    const link = await onDay({ ...led, work }, LINK_DAYS, tx =>
      makeSecureLink(tx, { personId, kind: 'plan', madeBy: accountId, reviewOn: null, pages: ['file', 'statement'] }),
    )
    await byLink(work, link, addDays(work.clock.today(), -LINK_DAYS + 1), async (tx, opened) => {
      const behind = await openStatement(tx, opened)
      if (!behind) throw new Error('the demo’s link opens no promise')
      done(await answerStatement(tx, opened, behind.statement.rowId, content))
    })
    if (found === null) return
    await onDay({ ...led, work }, LINK_DAYS - 2, async tx => {
      const [reading] = await listReadings(tx, personId)
      if (!reading) throw new Error('the demo’s reading by a link cannot be seen')
      done(await confirmReading(tx, personId, reading.rowId, accountId, found))
    })
  })
}

async function readWith(work: DailyWork, daysAgo: number, whose: (i: number) => boolean): Promise<void> {
  await eachLed(work, MOST, async led => {
    if (!whose(led.i) || (await isKeptClose(work, led.personId))) return
    await read({ ...led, work }, daysAgo)
  })
}

async function read(whose: Led & { readonly work: DailyWork }, daysAgo: number): Promise<void> {
  await onDay(whose, daysAgo, async (tx, on) => {
    const statement = inForceOn(await listStatements(tx), on)
    const content = READINGS[whose.i % READINGS.length]
    if (!statement || !content) throw new Error('the demo has nothing to read')
    done(await noteReading(tx, whose.personId, whose.accountId, statement.rowId, content))
  })
}
