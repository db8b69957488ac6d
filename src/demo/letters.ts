/** Letters of the demo, of every kind: a draft, two signed, one taken back. */
import {
  type Choices,
  draftLines,
  findLetter,
  signLetter,
  stampOf,
  withdrawLetter,
  writeLetter,
} from '#rooms/guidance/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const NOTHING: Pick<Choices, 'tells' | 'reason' | 'knownHow' | 'words'> = {
  tells: [],
  reason: null,
  knownHow: '',
  words: '',
}
const LETTERS: readonly (Choices & { readonly ends?: 'signed' | 'withdrawn' })[] = [
  { ...NOTHING, kind: 'bursary', toWhom: 'The student support team, Made-up Calder College' },
  { ...NOTHING, kind: 'travel', toWhom: 'The travel team, Made-up Calderdale Council', ends: 'signed' },
  {
    ...{ ...NOTHING, kind: 'care-to-learn', toWhom: 'Whom it may concern', ends: 'signed', reason: 'parent' },
    ...{ knownHow: 'Met both of them at the hub', words: 'The nursery is on the way to the college.' },
  },
  {
    ...{ ...NOTHING, kind: 'learning-needs', toWhom: 'Made-up Training, before the first day', ends: 'signed' },
    words: 'Basic skills: numbers come slowly. What helps: a calculator, and nobody watching.',
  },
  { ...NOTHING, kind: 'estrangement', toWhom: 'The awards team, Made-up Calderdale Council', ends: 'withdrawn' },
]
/** Past those of the caseload of whom everything else of the demo is told. */
const FIRST = 52

/** Writes a letter for some of three advisers' caseloads. */
export function furnishLetters(work: DailyWork): Promise<void> {
  return eachLed(work, FIRST + LETTERS.length, async led => {
    const letter = led.i < FIRST ? undefined : LETTERS[led.i - FIRST]
    if (letter !== undefined && !(await isKeptClose(work, led.personId))) await furnishOne({ ...led, work }, letter)
  })
}

async function furnishOne(
  whose: Led & { readonly work: DailyWork },
  { ends, ...choices }: (typeof LETTERS)[number],
): Promise<void> {
  const { personId, accountId } = whose
  const id = await onDay(whose, 5, async tx => done(await writeLetter(tx, personId, accountId, choices)))
  if (ends === undefined) return
  await onDay(whose, 4, async tx => {
    const letter = await findLetter(tx, id)
    if (!letter) throw new Error('the demo’s letter cannot be seen')
    const shown = stampOf(await draftLines(tx, letter), letter.toWhom)
    done(await signLetter(tx, letter, accountId, shown))
  })
  if (ends === 'signed') return
  await onDay(whose, 1, async tx => {
    const letter = await findLetter(tx, id)
    if (letter) done(await withdrawLetter(tx, letter, 'They do not want to use it after all'))
  })
}
