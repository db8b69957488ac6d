/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { LinkWords, OwnPagesWords } from './words.ts'

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
  pagesTitle: 'Eich tudalennau',
  pagesLead: 'Mae’r rhain ar agor i chi am awr. Darllenwch nhw mewn unrhyw drefn.',
  pagesBack: 'Yn ôl i’ch tudalennau',
  pagesClose: 'Rwyf wedi gorffen: cau hwn',
  worried: 'Yn poeni neu ddim yn ddiogel? Dywedwch wrthym',
  worriedThem: 'Yn poeni am eu diogelwch? Dywedwch wrthym',
}

export const ownPagesCy: OwnPagesWords = {
  names: {
    plan: 'Fy nghynllun',
    file: 'Fy Ffeil Gynnydd',
    pathway: 'Fy nghymorth',
    group: 'Fy ngrwpiau',
    statement: 'Beth sy’n aros rhyngom ni',
  },
  texts: {
    plan: 'Yr hyn yr ydych chi a’ch cynghorydd wedi’i nodi. Dywedwch beth yw eich barn amdano.',
    file: 'Yr hyn y gallwch ei wneud ac yr ydych wedi’i wneud. Chi biau ef nes i chi ei rannu.',
    pathway: 'Yr hyn y cytunwyd arno, a’ch camau. Dywedwch sut mae pob un yn sefyll.',
    group: 'Pwy sy’n rhedeg y grwpiau yr ewch iddynt, a’r hyn a wnânt i chi.',
    statement: 'Beth mae eich cynghorydd yn ei gadw iddo’i hun, a beth mae’n rhaid ei ddweud.',
  },
}
