/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. What was agreed stands in the words it was agreed in. */
import type { OwnPathwayWords } from './words.ts'

export const ownPathwayCy: OwnPathwayWords = {
  title: 'Fy nghymorth',
  lead: (given, adviser) => `${given}, dyma’r hyn y cytunoch chi a ${adviser} arno, a’r camau sy’n perthyn i chi.`,
  names: {
    transition: 'Symud i le newydd',
    reintegration: 'Dod yn ôl at ddysgu',
    family: 'Gwaith gyda’ch teulu',
    mentoring: 'Eich mentor',
  },
  texts: {
    transition: 'Mae rhywun yn eich helpu i baratoi ar gyfer y lle newydd, ac yn aros nes i chi setlo.',
    reintegration: 'Rydych yn dod yn ôl gam wrth gam, gydag oriau sy’n tyfu.',
    family: 'Mae rhywun yn gweithio gyda’ch teulu, oherwydd i chi gytuno i hynny.',
    mentoring: 'Mae rhywun yn cwrdd â chi, yn dod i’ch adnabod ac yn gweithio gyda chi ar yr hyn a ddewisoch.',
  },
  since: day => `Dechreuodd ar ${day}.`,
  reviewOn: day => `Byddwch yn edrych arno eto gyda’ch gilydd erbyn ${day}.`,
  paused: 'Mae wedi’i oedi ar hyn o bryd. Nid oes dim yn hwyr.',
  steps: 'Eich camau',
  noSteps: 'Nid oes cam i chi ei wneud ar hyn o bryd.',
  by: day => `Erbyn ${day}`,
  noDay: 'Nid oes diwrnod wedi’i bennu.',
  doneHead: 'Wedi’i wneud',
  youSaid: (say, day) => `Dywedoch ar ${day}: ${say}`,
  say: 'Sut mae’n sefyll?',
  sayOf: what => `: ${what}`,
  says: { done: 'Rwyf wedi’i wneud', help: 'Helpwch fi gyda hyn', 'not-any-more': 'Ddim mwyach' },
  words: 'Unrhyw beth yr hoffech ei ddweud amdano',
  wordsHint: 'Bydd eich cynghorydd yn darllen hwn. Gallwch ei adael yn wag.',
  button: 'Anfon',
  missing: 'Dewiswch sut mae’n sefyll',
  tooLong: 'Defnyddiwch hyd at 1,000 o nodau',
  stale: 'Newidiwyd y cam hwn funud yn ôl. Darllenwch ef eto; cadwyd yr hyn a ysgrifennoch',
  yourYes: day => `Dywedoch ie ar ${day}.`,
  takeBack: 'Tynnu fy nghytundeb yn ôl',
  takeBackText:
    'Gallwch ddweud na ar unrhyw adeg. Bydd y gwaith gyda’ch teulu yn dod i ben ar unwaith. Ni fydd neb yn gofyn pam.',
  takeBackWords: 'A oes unrhyw beth y dylai eich cynghorydd ei wybod?',
  takeBackButton: 'Rwy’n tynnu fy nghytundeb yn ôl',
  takenBack:
    'Tynnoch eich cytundeb yn ôl heddiw. Mae’r gwaith gyda’ch teulu wedi dod i ben, ac mae eich cynghorydd yn gwybod.',
  none: 'Nid oes cymorth yma ar hyn o bryd. Siaradwch â’ch cynghorydd amdano.',
}
