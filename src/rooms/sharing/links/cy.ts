/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { LinkWords } from './words.ts'

export const linkCy: LinkWords = {
  codeTitle: 'Rhowch eich cod',
  codeLead: 'Anfonodd rhywun y ddolen hon atoch, a dweud cod o 6 rhif wrthych mewn ffordd arall.',
  code: 'Cod',
  codeHint: 'Er enghraifft, 123 456. Mae’n gweithio unwaith.',
  codeButton: 'Ymlaen',
  codeMissing: 'Rhowch y cod o 6 rhif',
  codeWrong: 'Nid dyna’r cod. Gwiriwch y rhifau gyda’r sawl a’i rhoddodd i chi',
  overTitle: 'Nid yw’r ddolen hon yn gweithio mwyach',
  overText:
    'Efallai ei bod wedi cael ei defnyddio, neu fod ei hamser ar ben. Gofynnwch am un newydd gan y sawl a’i hanfonodd.',
  doneTitle: 'Gallwch gau’r dudalen hon nawr',
  doneText: 'Nid oes dim ohoni wedi’i adael ar agor ar y ffôn neu’r cyfrifiadur hwn.',
  worried: 'Yn poeni neu ddim yn ddiogel? Dywedwch wrthym',
  worriedThem: 'Yn poeni am eu diogelwch? Dywedwch wrthym',
}
