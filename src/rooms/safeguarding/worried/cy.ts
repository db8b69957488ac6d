/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { WorriedWords } from './words.ts'

export const worriedCy: WorriedWords = {
  title: 'Yn poeni neu ddim yn ddiogel?',
  lead: 'Gallwch siarad â rhywun nawr. Mae am ddim, ac nid yw’r galwadau hyn ar fil ffôn.',
  emergency: 'Mewn perygl nawr: ffoniwch 999.',
  childline: 'Childline, unrhyw bryd, hyd at 19 oed: 0800 1111.',
  samaritans: 'Samariaid, unrhyw bryd, unrhyw oed: 116 123.',
  tell: 'Neu dywedwch wrthym',
  tellLead:
    'Mae’r hyn a ysgrifennwch yn mynd at y bobl yma sy’n gyfrifol am gadw pobl ifanc yn ddiogel. Ni ddywedir wrth eich cynghorydd beth a ysgrifennoch.',
  notNow: 'Efallai na fydd neb yn ei ddarllen cyn y bore. Os na all aros, ffoniwch.',
  what: 'Beth sy’n eich poeni?',
  whatHint: 'Ysgrifennwch gymaint neu gyn lleied ag y dymunwch. Gallwch ei anfon yn wag: byddant yn cysylltu â chi.',
  danger: 'Ydych chi mewn perygl nawr?',
  yes: 'Ydw',
  no: 'Nac ydw',
  notSaid: 'Byddai’n well gennyf beidio â dweud',
  button: 'Anfon',
  tooLong: 'Defnyddiwch hyd at 5,000 o nodau',
  bad: 'Dewiswch un o’r rhain',
  sent: 'Rydym wedi’i dderbyn',
  sentText: 'Bydd rhywun yn cysylltu â chi, yn y ffordd sy’n ddiogel i chi. Os ydych mewn perygl nawr, ffoniwch 999.',
  back: 'Yn ôl at yr hyn yr oeddech yn ei ddarllen',
}

export const adultWorriedCy: WorriedWords = {
  ...worriedCy,
  title: 'Yn poeni am eu diogelwch?',
  lead: 'Dywedwch wrthym beth rydych yn ei wybod. Nid oes rhaid i chi fod yn siŵr.',
  childline: 'Ddim mewn perygl nawr, ond ni all aros: ffoniwch ofal cymdeithasol plant y cyngor lle maent yn byw.',
  samaritans: 'I chi, unrhyw bryd: Samariaid, 116 123.',
  tell: 'Dywedwch wrthym',
  tellLead:
    'Mae’r hyn a ysgrifennwch yn mynd at y bobl yma sy’n gyfrifol am gadw pobl ifanc yn ddiogel. Ni ddywedir wrth y cynghorydd a anfonodd y cynllun beth a ysgrifennoch.',
  danger: 'A oes rhywun mewn perygl nawr?',
  notSaid: 'Nid wyf yn gwybod',
  whatHint: 'Ysgrifennwch gymaint neu gyn lleied ag y gwyddoch. Gallwch ei anfon yn wag: byddant yn cysylltu â chi.',
  sentText: 'Bydd rhywun yn cysylltu â chi. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
}
