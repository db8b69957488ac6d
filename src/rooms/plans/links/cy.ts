/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { OwnPlanWords } from './words.ts'

export const ownPlanCy: OwnPlanWords = {
  title: 'Fy nghynllun',
  lead: (given, adviser) =>
    `${given}, dyma’r hyn yr ydych chi a ${adviser} wedi’i nodi. Darllenwch ef, a dywedwch beth yw eich barn amdano.`,
  noSteps: 'Nid ydym wedi cytuno ar gamau ar gyfer hyn eto.',
  who: (who, day) => (day === null ? `Pwy: ${who}` : `Pwy: ${who}. Erbyn: ${day}`),
  you: 'chi',
  adviser: 'eich cynghorydd',
  support: support => `Help gydag ef: ${support}`,
  known: how => `Sut y byddwn yn gwybod: ${how}`,
  reviewOn: day => `Byddwn yn edrych ar hwn eto erbyn ${day}.`,
  states: {
    met: 'Wedi’i wneud',
    part: 'Wedi’i wneud yn rhannol',
    'not-met': 'Heb ei wneud',
    dropped: 'Ddim ei eisiau mwyach',
  },
  pdf: 'Lawrlwythwch ef fel PDF',
  fileLead: (given, adviser) => `${given}, dyma’r hyn yr ydych chi a ${adviser} wedi’i nodi.`,
  fileFoot: day => `Fel yr oedd ar ${day}. Chi biau hwn: cadwch ef lle dim ond chi fydd yn dod o hyd iddo.`,
  question: 'A yw’r cynllun hwn yn iawn i chi?',
  yes: 'Ydy, rwy’n cytuno',
  no: 'Nac ydy, neu ddim y cyfan ohono',
  words: 'Unrhyw beth yr hoffech ei ddweud amdano',
  wordsHint: 'Bydd eich cynghorydd yn darllen hwn. Gallwch ei adael yn wag os ydych yn cytuno.',
  button: 'Anfon fy ateb',
  missing: 'Dewiswch a yw’r cynllun hwn yn iawn i chi',
  wordsNeeded: 'Ysgrifennwch beth sydd ddim yn iawn, fel y gellir ei newid',
  tooLong: 'Defnyddiwch hyd at 2,000 o nodau',
  changed: 'Newidiwyd eich cynllun funud yn ôl. Darllenwch ef eto isod; cadwyd yr hyn a ysgrifennoch',
  thanks: 'Diolch',
  thanksText: adviser => `Mae eich ateb gan ${adviser}. Ni ddywedwyd wrth neb arall.`,
  yourAnswer: 'Yr hyn a ddywedoch',
  agreed: 'Rydych yn cytuno â’r cynllun hwn.',
  disagreed:
    'Nid ydych yn cytuno â’r cyfan o’r cynllun hwn. Mae’n sefyll gyda’r hyn a ddywedoch, a byddwch yn siarad amdano pan fyddwch yn cwrdd.',
  close: 'Rwyf wedi gorffen: cau hwn',
  noPlan: 'Nid oes dim yn eich cynllun ar hyn o bryd. Siaradwch â’ch cynghorydd amdano.',
}
