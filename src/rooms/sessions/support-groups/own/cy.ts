/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { OwnGroupWords } from './words.ts'

export const ownGroupCy: OwnGroupWords = {
  title: 'Fy ngrwpiau',
  lead: given =>
    `${given}, dyma’r hyn y mae’r grwpiau yr ewch iddynt yn ei wneud i chi, a phwy sy’n ei ddarllen. Ni ddangosir dim byd preifat ar ddolen: gofynnwch iddyn nhw amdano.`,
  none: 'Nid ydych mewn unrhyw grŵp ar hyn o bryd.',
  since: day => `Rydych wedi bod ynddo ers ${day}.`,
  left: day => `Gadawoch ef ar ${day}.`,
  runs: 'Pwy sy’n ei redeg',
  knownAll: day =>
    `Ar ${day} cytunoch fod pawb sy’n ei redeg yn gwybod pwy ydych chi. Gallwch dynnu hynny’n ôl: dywedwch wrth unrhyw un ohonynt.`,
  knownSome: 'Dim ond y rhai sy’n eich adnabod beth bynnag sy’n gwybod eich bod ynddo.',
  steps: 'Yr hyn a wnânt i chi',
  noSteps: 'Nid oes dim wedi’i ysgrifennu eto.',
  by: (who, day) => `${who}, erbyn ${day}`,
  states: { open: 'Heb ei wneud eto', done: 'Wedi’i wneud', dropped: 'Ni fydd yn cael ei wneud' },
  went: words => `Sut aeth pethau: ${words}`,
  readAll: 'Caiff ei ddarllen gan bawb sy’n rhedeg y grŵp, a chan y rhai sy’n eich helpu gyda’ch cynllun.',
  readAllSome:
    'Caiff ei ddarllen gan y rhai sy’n rhedeg y grŵp ac yn eich adnabod, a chan y rhai sy’n eich helpu gyda’ch cynllun.',
  readSharedSome: day =>
    `Caiff ei ddarllen gan y rhai sy’n rhedeg y grŵp ac yn eich adnabod: cytunoch i hynny ar ${day}. Gallwch dynnu hynny’n ôl: dywedwch wrth unrhyw un ohonynt.`,
  readShared: day =>
    `Caiff ei ddarllen gan bawb sy’n rhedeg y grŵp: cytunoch i hynny ar ${day}. Gallwch dynnu hynny’n ôl: dywedwch wrth unrhyw un ohonynt.`,
  readApart:
    'Cedwir ar wahân: caiff ei ddarllen gan y sawl a’i hysgrifennodd, a chan y rhai a gaiff weld y rhan honno o’r hyn a gedwir amdanoch.',
}
