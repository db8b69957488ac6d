/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. The promise itself stands as the partnership wrote it. */
import type { OwnStatementWords } from './words.ts'

export const ownStatementCy: OwnStatementWords = {
  title: 'Beth sy’n aros rhyngom ni',
  lead: adviser =>
    `Dyma beth mae ${adviser} yn ei addo i chi. Darllenwch ef cyn dweud unrhyw beth. Gallwch ofyn amdano pan fyddwch yn cwrdd.`,
  stays: 'Beth sy’n aros rhyngom ni',
  told: 'Pryd mae’n rhaid i’ch cynghorydd ddweud wrth rywun',
  rights: 'Beth y gallwch ei ofyn',
  understoodQuestion: 'A ydych yn gwybod pryd mae’n rhaid i’ch cynghorydd ddweud wrth rywun?',
  understood: { yes: 'Ydw', 'in-part': 'Yn rhannol', 'not-yet': 'Ddim eto' },
  said: 'Beth mae’n ei olygu? Dywedwch yn eich geiriau eich hun',
  saidHint: 'Nid oes ateb anghywir. Gallwch ei adael yn wag os nad yw’n glir eto.',
  wishes: 'A oes rhywun na ddylai glywed am rywbeth? Sut hoffech chi gael gwybod?',
  wishesHint: 'Gallwch adael hwn yn wag.',
  button: 'Anfon fy ateb',
  missing: 'Dewiswch a ydych yn gwybod pryd mae’n rhaid i’ch cynghorydd ddweud wrth rywun',
  saidMissing: 'Ysgrifennwch beth mae’n ei olygu yn eich geiriau eich hun, neu dewiswch “Yn rhannol” neu “Ddim eto”',
  tooLong: 'Defnyddiwch hyd at 1,000 o nodau',
  stale: 'Newidiwyd y geiriau hyn funud yn ôl. Darllenwch nhw eto; cadwyd yr hyn a ysgrifennoch',
  thanks: 'Diolch',
  thanksText: adviser =>
    `Mae ${adviser} yn darllen yr hyn a ddywedoch, a byddwch yn siarad amdano pan fyddwch yn cwrdd.`,
  yourAnswer: 'Yr hyn a ddywedoch',
  yourWishes: 'Yr hyn yr ydych ei eisiau',
}
