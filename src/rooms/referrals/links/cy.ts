/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { OwnLetterWords } from './words.ts'

export const ownLetterCy: OwnLetterWords = {
  title: 'Llythyr amdanaf i',
  lead: (adviser, to) =>
    `Hoffai ${adviser} anfon hwn at ${to}. Darllenwch ef yn gyntaf, a dywedwch beth yw eich barn. Nid yw wedi’i anfon.`,
  sentLead: (adviser, to) =>
    `Anfonodd ${adviser} hwn at ${to}. Darllenwch beth mae’n ei ddweud amdanoch, a dywedwch beth yw eich barn.`,
  only: to =>
    `Dyma’r cyfan y byddai ${to} yn ei ddarllen amdanoch. Os dywedant ie, gall un person yno hefyd weld y rhannau hyn o’ch cofnod tra byddant yn eich helpu.`,
  why: 'Pam y cawn ei anfon',
  parts: {
    asked: 'Beth fyddem yn ei ofyn',
    said: 'Beth ddywedoch chi amdano',
    who: 'Pwy ydych chi',
    alerts: 'Beth i’w wneud, a beth i beidio â’i wneud',
    'safe-contact': 'Sut mae’n ddiogel cysylltu â chi',
    reach: 'Eich ffôn, e-bost, cyfeiriad, iaith',
    learning: 'Ble rydych yn dysgu',
    activity: 'Beth rydych yn ei wneud nawr',
    adults: 'Oedolion o’ch cwmpas',
    assessment: 'Beth edrychon ni arno gyda’n gilydd',
    'assessment-family': 'Beth edrychon ni arno gyda’n gilydd: teulu',
    'assessment-health': 'Beth edrychon ni arno gyda’n gilydd: iechyd',
    'assessment-offending': 'Beth edrychon ni arno gyda’n gilydd: trafferth gyda’r gyfraith',
    plan: 'Eich cynllun',
  },
  lines: {
    asks: 'Beth y gofynnir iddynt ei wneud',
    why: 'Pam nawr',
    'own-words': 'Beth ddywedoch chi',
    view: 'Eich barn',
    'view-words': 'Yn eich geiriau chi',
    'view-answer': 'Beth a benderfynwyd amdano',
  },
  views: { agrees: 'Rydych yn cytuno', objects: 'Rydych yn gwrthwynebu' },
  question: 'A yw hyn yn iawn?',
  right: 'Mae’n iawn',
  wrong: 'Mae rhywbeth o’i le',
  objects: 'Nid wyf am i hwn gael ei anfon',
  objectsSent: 'Nid wyf eisiau hyn mwyach',
  objectsSentHint: adviser =>
    `Rhaid i ${adviser} eich ateb o fewn 5 diwrnod gwaith: mae’n dod i ben, mae’n parhau gyda llai, neu dywedir wrthych pam mae’r gyfraith yn gadael iddo barhau. Ni ddywedir wrth yr asiantaeth arall mai chi oedd e.`,
  objectsHint: adviser =>
    `Gallwch ddweud na. Rhaid i ${adviser} ei ddarllen a’ch ateb cyn i ddim fynd. Os yw’r gyfraith yn gadael i ni ei anfon beth bynnag, dywedir wrthych pam.`,
  part: 'Pa ran sydd o’i le?',
  anyPart: 'Ni allaf ddweud pa un',
  words: 'Yn eich geiriau eich hun',
  wordsHint: (adviser, to) =>
    `Mae ${adviser} yn darllen hwn. Os anfonir y llythyr, bydd ${to} yn ei ddarllen hefyd. Gallwch ei adael yn wag, oni bai bod rhywbeth o’i le.`,
  button: 'Anfon fy ateb',
  missing: 'Dewiswch a yw hyn yn iawn',
  wordsNeeded: 'Ysgrifennwch beth sydd o’i le, fel y gellir ei newid',
  tooLong: 'Defnyddiwch hyd at 2,000 o nodau',
  changed: 'Newidiwyd y llythyr funud yn ôl. Darllenwch ef eto isod; cadwyd yr hyn a ysgrifennoch',
  thanks: 'Diolch',
  thanksText: adviser => `Mae eich ateb gan ${adviser}. Os newidir y llythyr, gallwch ofyn am ei ddarllen eto.`,
  yourAnswer: 'Yr hyn a ddywedoch',
  said: {
    right: 'Dywedoch ei fod yn iawn.',
    wrong: 'Dywedoch fod rhywbeth o’i le. Cewch ateb.',
    objects: 'Dywedoch nad ydych ei eisiau. Cewch ateb cyn i ddim mwy gael ei wneud.',
  },
  letter: 'Y llythyr',
  close: 'Rwyf wedi gorffen: cau hwn',
}
