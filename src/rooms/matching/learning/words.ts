import type { ModelWhy } from '../weighing/store/models.ts'
import { levelWords, lineWords } from '../words.ts'

/** What made a model. */
export const whyWords: Readonly<Record<ModelWhy, string>> = {
  list: 'A list went in',
  night: 'By night, from lists that had gone in',
  asked: 'Somebody asked for it',
  back: 'Somebody went back to an earlier one',
}

export const modelStates = {
  building: 'Being made',
  live: 'In use',
  past: 'Before',
  failed: 'Cut off',
} as const satisfies Readonly<Record<string, string>>

/** What each line is called inside a sentence. */
const inSentence: Readonly<Record<string, string>> = {
  given: 'A first name',
  family: 'A family name',
  born: 'A birth date',
  postcode: 'A postcode',
  upn: 'A UPN',
  uln: 'A ULN',
  nhs: 'An NHS number',
  phone: 'A phone number',
  email: 'An email address',
}

const several: Readonly<Record<string, string>> = {
  given: 'first names',
  family: 'family names',
  order: 'first and family name the other way round',
  born: 'birth dates',
  postcode: 'postcodes',
  upn: 'UPNs',
  uln: 'ULNs',
  nhs: 'NHS numbers',
  phone: 'phone numbers',
  email: 'email addresses',
}

/** Several lines that nothing was learned of. */
export function untoldSentence(lines: readonly string[]): string {
  return en.untold(lines.map(line => several[line] ?? line).join(', '))
}

export function lineName(line: string): string {
  return line === 'order' ? en.order : ((lineWords as Readonly<Record<string, string>>)[line] ?? line)
}

export function levelName(line: string, level: string): string {
  if (line === 'order') return level === 'turned' ? en.turned : en.inOrder
  return levelWords(line as Parameters<typeof levelWords>[0], level)
}

/** A share as people say it: "90 of 100", "2 of 10,000". */
export function ofHundred(share: number): string {
  if (share >= 0.9995) return en.nearlyAll
  if (share >= 0.995) return `${Math.min(999, Math.round(share * 1000))} of 1,000`
  const whole = [100, 1000, 10_000, 100_000, 1_000_000].find(n => share * n >= 0.95)
  if (share <= 0 || whole === undefined) return en.hardlyAny
  return `${Math.round(share * whole)} of ${whole.toLocaleString('en-GB')}`
}

/** One line of a model as a sentence. */
export function lineSentence(line: string, m: number, u: number): string {
  return line === 'order'
    ? en.orderSentence(ofHundred(1 - m))
    : en.lineSentence(inSentence[line] ?? lineName(line), ofHundred(m), ofHundred(u))
}

/** Where a partner's rows differ: "birth dates in 4 of 100 rows". */
export function differsIn(line: string, share: number): string {
  return en.differsIn(several[line] ?? lineName(line).toLowerCase(), ofHundred(share))
}

const partWords: Readonly<Record<string, string>> = {
  names: 'first and family name (either way round)',
  'given.whole': 'first name (or a short form of it)',
  'given.sound': 'sound of the first name',
  'given.initial': 'first letter of the first name',
  'family.whole': 'family name',
  'family.sound': 'sound of the family name',
  'family.start': 'first three letters of the family name',
  'born.whole': 'birth date',
  'born.year': 'year of birth',
  'born.day': 'day and month of birth (either way round)',
  'born.year-month': 'year and month of birth',
  'postcode.whole': 'postcode',
  'postcode.outward': 'first half of the postcode',
  'phone.whole': 'phone number',
  'email.whole': 'email address',
  'email.user': 'email address before the @',
}
const numberParts: Readonly<Record<string, string>> = {
  whole: 'whole',
  head: 'first half',
  tail: 'second half',
}

/** A key people are found by, in words: "birth date and sound of the family name". */
export function keyWords(key: string): string {
  const parts = key.split(' + ').map(part => {
    const known = partWords[part]
    if (known !== undefined) return known
    const [line = '', piece = ''] = part.split('.')
    return piece === 'whole' ? lineName(line) : `${numberParts[piece] ?? piece} of the ${lineName(line)}`
  })
  const sentence = parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** "1 wrong in 12,000", with two figures that tell. */
export function oneWrongIn(oneIn: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, oneIn))) - 1)
  const rounded = Math.round(oneIn / step) * step
  return oneIn >= 9.9e6 ? en.surest : en.oneWrong(rounded.toLocaleString('en-GB'))
}

const count = (n: number) => n.toLocaleString('en-GB')

export const en = {
  title: 'Matching',
  lead: 'What decides whether a row of a partner’s list is somebody on record: linked, asked about, or somebody new.',
  learnNow: 'Learn anew now',
  learning: 'Learning anew',
  reading: 'Reading what partners sent, and learning from it',
  indexing: (done: number, total: number) => `${count(done)} of ${count(total)} records can be found by the new model`,
  waiting: 'Begins in a moment',
  leave: 'You can leave this page. The model in use stays in use until the new one is ready.',
  tooLittle: 'There was too little to learn from.',
  tooLittleText:
    'A model needs at least 50 pairs of rows in which two lists name the same person. Nothing was changed.',
  failed: 'The last learning did not end well.',
  failedText: 'The model in use was not touched. You can ask for it again.',
  noteWord: 'Note',
  careWord: 'Take care',

  underWay: 'A model is being learned just now. Wait until it is there.',
  stale: 'Somebody else changed this since you opened the page. This is how it stands now.',
  notPast: 'This model cannot be gone back to: it is in use, or was never finished.',

  inUse: 'In use now',
  nothingLearned: 'Nothing is learned yet',
  nothingLearnedText:
    'Matching starts from careful figures that fit any area: what is not certain is asked about. Once two partners’ lists name the same young people, it learns from them what goes wrong here.',
  model: 'Model',
  number: (generation: number) => `No. ${generation}`,
  since: 'In use since',
  why: 'What made it',
  whyBy: (why: string, who: string) => `${why}: ${who}`,
  from: 'Learned from',
  rowsOfPeople: (rows: number, people: number) => `About ${count(rows)} rows of about ${count(people)} people`,
  took: 'Took',
  seconds: (seconds: number) => (seconds < 1.5 ? 'About a second' : `${count(Math.round(seconds))} seconds`),
  finds: 'Finds',
  findsFact: (share: string) =>
    `${share.charAt(0).toUpperCase()}${share.slice(1)} pairs of one person, as far as the records tell`,
  findsText: (share: string) => `So ${share} pairs of one person are found, as far as the records tell.`,
  linksFrom: 'Links without asking',
  linksText: (bits: string, words: string) => `From a weight of ${bits} (${words})`,
  ownThreshold: 'the model’s own',
  movedBy: (who: string, when: string) => `moved by ${who} on ${when}`,
  nobodyTold: 'somebody',
  learnedWhen: 'Learns anew',
  nightly: 'In the night after lists went in, and when you ask for it',
  onlyAsked: 'Only when you ask for it',
  frozen: (who: string, when: string) => `Frozen by ${who} on ${when}.`,
  frozenText:
    'Neither a night nor a list puts another model in its place. You can still learn anew or go back yourself.',
  freeze: 'Freeze',
  unfreeze: 'Let it learn again',
  exportIt: 'Save as a file (JSON)',

  goesBy: 'What it goes by',
  goesByLead: 'Of pairs of rows that are one person, and of pairs of strangers.',
  lineSentence: (line: string, m: string, u: string) =>
    `${line} is the same on ${m} pairs of one person, and on ${u} of strangers.`,
  orderSentence: (share: string) => `First and family name stand the other way round on ${share} pairs of one person.`,
  untold: (lines: string) => `Too few rows carried these to learn anything of them: ${lines}.`,
  hardlyAny: 'hardly any',
  nearlyAll: 'nearly all',
  allWeights: 'Every weight',
  weightsLead:
    'A weight of 1 doubles the odds that two rows are one person, 10 makes them a thousand times as good; below nought they get worse. What is the same weighs more when few have it, and less when many do.',
  line: 'What',
  how: 'How they compare',
  onOne: 'One person',
  onStrangers: 'Strangers',
  weight: 'Weight',
  order: 'Order of the names',
  turned: 'The other way round',
  inOrder: 'As it should be',

  foundBy: 'How people are found',
  foundByLead: 'Two are compared when they have one of these in common.',
  moreKeys: (n: number) => (n === 1 ? 'One more' : `${n} more`),

  partners: 'Where partners’ lists go wrong',
  partnersLead:
    'How often a partner’s rows differ from what others say of the same people. A partner is named once enough of its rows could be compared.',
  partner: 'Partner',
  differs: 'Rows differ in',
  differsIn: (what: string, share: string) => `${what} (${share})`,
  usualText: (share: string) => `all partners: ${share}`,
  nothingDiffers: 'Hardly anything',
  noPartners: 'No partner has sent enough rows of people whom others name too.',
  quality: 'Quality of lists, partner by partner',

  trade: 'How sure is sure enough?',
  tradeLead:
    'A row is linked without asking when it is sure enough to be somebody on record. The surer it must be, the fewer rows go to the wrong record, and the more pairs a person has to look at. A wrong link shows one young person’s record to people who should see another’s.',
  tradeTitle: 'Wrong links against pairs to look at',
  tradeDescription: (now: string, least: string, most: string) =>
    `As it stands: ${now}. The least careful choice: ${least}. The most careful: ${most}.`,
  asTable: 'As a table',
  wrongLinks: 'Links expected to be wrong',
  pairsToLook: 'Pairs to look at',
  remark: 'Remark',
  own: 'The model’s own',
  counts: 'Counts now',
  ownCounts: 'The model’s own, counts now',
  oneWrong: (oneIn: string) => `1 wrong in ${oneIn}`,
  surest: 'Fewer than 1 wrong in 10 million',
  oneIn: (oneIn: string) => `1 in ${oneIn}`,
  toLook: (n: number) => (n === 1 ? '1 pair to look at' : `${count(n)} pairs to look at`),
  choice: (wrong: string, asked: string) => `${wrong}: ${asked}`,
  choose: 'From when on is a row linked without asking?',
  chooseHint:
    'Reckoned from the rows the model was learned from. What is chosen stays chosen when a new model is learned.',
  ownChoice: (cost: string) => `As the model says: ${cost}`,
  ownChoiceBare: 'As the model says',
  save: 'Save the threshold',
  missingChoice: 'Choose from when on a row is linked without asking',
  notOffered: 'The model changed meanwhile. Choose one of these',
  noTrade: 'There is something to choose from once a model is learned.',

  before: 'Models before',
  noneBefore: 'There was none before this one.',
  made: 'Made',
  rows: 'Rows',
  threshold: 'Links from',
  state: 'State',
  compareLead: 'Beside the model in use. A weight that differs by more than 1 has changed enough to matter.',
  thisIsLive: 'This is the model in use.',
  changed: (n: number) =>
    n === 0
      ? 'No weight has changed by more than 1'
      : n === 1
        ? '1 weight has changed by more than 1'
        : `${count(n)} weights have changed by more than 1`,
  allLines: 'Line by line',
  weightNow: 'In use now',
  weightThen: 'This model',
  isChanged: 'Changed',
  none: 'None',
  goBack: 'Go back to this one',
  goBackText:
    'It is put in use as it was, in a minute or two. The next night after a list learns anew again, unless you freeze it.',
} as const
