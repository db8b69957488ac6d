/**
 * The same in Welsh: formal "chi", plain words. Not yet checked by a Welsh speaker, which every page in Welsh says of itself
 * (`notChecked`) until it is.
 */
import { languageNames, plural } from '#web/language.ts'
import type { ShellWords } from '#web/shell/words.ts'
import type { Role } from './roles.ts'
import type { Words } from './words.ts'

/** Stands on every page in Welsh, in both languages; goes when a Welsh speaker has read these words. */
export const notChecked = {
  cy: 'Nid yw siaradwr Cymraeg wedi gwirio’r dudalen hon eto.',
  en: 'A Welsh speaker has not checked this page yet.',
}

export const shellCy: ShellWords = {
  productName: 'Connexions',
  errorPrefix: 'Gwall: ',
  skipToContent: 'Neidio i’r prif gynnwys',
  find: 'Chwilio am rywun',
  findKey: 'Pwyswch / i chwilio am rywun',
  raiseConcern: 'Codi pryder',
  menu: 'Dewislen',
  closeMenu: 'Cau’r ddewislen',
  navigation: 'Tudalennau',
  account: 'Cyfrif',
  myAccount: 'Fy nghyfrif',
  changePartnership: 'Newid partneriaeth neu rôl',
  signOut: 'Allgofnodi',
  leaveQuickly: 'Gadael yn gyflym',
  looking: (name, role) => `Rydych yn edrych fel ${name} (${role}).`,
  lookingMadeUp: 'Mae pawb yma yn ddychmygol, ac ni chaiff dim a wasgwch ei gadw.',
  stopLooking: 'Rhoi’r gorau i edrych',
  languages: 'Dewis iaith',
  thisLanguage: languageNames.cy,
  form: {
    error: 'Gwall',
    errorSummary: 'Mae problem wedi codi',
    boxes: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' },
    showPassword: 'Dangos',
    showPasswordLong: 'Dangos y cyfrinair',
    hidePassword: 'Cuddio',
    hidePasswordLong: 'Cuddio’r cyfrinair',
    passwordShown: 'Mae eich cyfrinair i’w weld',
    passwordHidden: 'Mae eich cyfrinair wedi’i guddio',
  },
}

export const roleNamesCy: Readonly<Record<Role, string>> = {
  administrator: 'Gweinyddwr',
  'data-officer': 'Swyddog data',
  'tracking-officer': 'Swyddog olrhain',
  'universal-adviser': 'Cynghorydd cyffredinol',
  'intensive-adviser': 'Cynghorydd dwys',
  'team-leader': 'Arweinydd tîm',
  'front-desk': 'Desg flaen',
  manager: 'Rheolwr',
  'information-governance': 'Llywodraethu gwybodaeth',
  'safeguarding-lead': 'Arweinydd diogelu',
  'safeguarding-deputy': 'Dirprwy arweinydd diogelu',
  'partner-practitioner': 'Ymarferydd partner',
}

export const cy: Words = {
  signIn: {
    title: 'Mewngofnodi',
    email: 'E-bost gwaith',
    password: 'Cyfrinair',
    button: 'Mewngofnodi',
    cannot: 'Ni allaf fewngofnodi',
    cannotHelp:
      'Gofynnwch i un o weinyddwyr eich partneriaeth am ddolen newydd. Ar gyfer y gosodiad ei hun, gall y sawl sy’n ei redeg wneud un gyda “connexions account reset”.',
    promise: 'Un cofnod, un cynghorydd, un cynllun',
    promiseText:
      'I bawb sy’n helpu person ifanc yma. Mae popeth rydych yn ei agor yn cael ei gofnodi, a gall y person ifanc ofyn pwy fu’n edrych.',
    wrong: 'Nid yw’r e-bost a’r cyfrinair yn cyfateb. Gwiriwch y ddau',
    again: 'Teipiwch eich cyfrinair eto',
    blocked: 'Gormod o gynigion. Arhoswch 15 munud, neu defnyddiwch gyfrifiadur rydych wedi mewngofnodi arno o’r blaen',
    missingEmail: 'Rhowch eich e-bost gwaith',
    notAnEmail: 'Rhowch gyfeiriad e-bost, fel enw@example.org',
    missingPassword: 'Rhowch eich cyfrinair',
    signedOut: 'Rydych wedi allgofnodi.',
  },
  code: {
    title: 'Rhowch eich cod',
    lead: 'Agorwch eich ap dilysu a theipiwch y chwe digid mae’n eu dangos ar gyfer Connexions.',
    label: 'Cod',
    hint: 'Chwe digid. Os ydych wedi colli eich ffôn, teipiwch un o’ch codau adfer yn lle hynny.',
    button: 'Parhau',
    missing: 'Rhowch y cod mae eich ap dilysu yn ei ddangos',
    wrong: 'Nid yw’r cod hwnnw’n gweithio. Teipiwch yr un sydd i’w weld nawr; mae pob un yn gweithio unwaith',
    blocked: 'Gormod o godau anghywir. Dechreuwch eto gyda’ch cyfrinair ymhen 15 munud',
  },
  setUp: {
    title: 'Gosodwch eich ail gam',
    lead: 'Cofnodion plant yw’r rhain, felly nid yw cyfrinair yn unig yn ddigon. Mae’n cymryd tua munud, ac unwaith yn unig y byddwch yn ei wneud.',
    steps: [
      'Agorwch ap dilysu ar eich ffôn: un sy’n dangos codau mewngofnodi.',
      'Pwyntiwch ef at y sgwâr, neu teipiwch yr allwedd.',
      'Teipiwch y chwe digid mae’n eu dangos.',
    ],
    squareTitle: 'Cod sgwâr ar gyfer eich ap dilysu',
    key: 'Allwedd',
    button: 'Troi ymlaen',
    wrong:
      'Nid yw’r cod hwnnw’n cyfateb. Gwiriwch fod yr amser ar eich ffôn yn gywir, a theipiwch y cod sydd i’w weld nawr',
  },
  recovery: {
    title: 'Cadwch eich codau adfer',
    lead: 'Os byddwch yn colli eich ffôn, mae pob un o’r rhain yn gadael i chi fewngofnodi unwaith. Argraffwch nhw neu ysgrifennwch nhw nawr: ni fyddant yn cael eu dangos eto.',
    button: 'Rwyf wedi eu cadw',
    renewed: 'Nid yw’r hen godau’n gweithio mwyach.',
  },
  choose: {
    title: 'Ym mha rôl rydych chi’n gweithredu?',
    none: 'Nid yw eich cyfrif yn aelod o unrhyw bartneriaeth heddiw. Gofynnwch i un o weinyddwyr eich partneriaeth.',
    button: 'Parhau',
    missing: 'Dewiswch ym mha rôl rydych chi’n gweithredu',
  },
  link: {
    title: 'Dewiswch gyfrinair',
    hint: 'O leiaf 12 nod. Mae tri gair nad ydynt yn perthyn i’w gilydd yn dda.',
    label: 'Cyfrinair newydd',
    button: 'Cadw’r cyfrinair hwn',
    over: 'Nid yw’r ddolen hon yn gweithio mwyach',
    overText:
      'Mae wedi cael ei defnyddio, mae un fwy diweddar wedi cymryd ei lle, neu mae’n fwy na thri diwrnod oed. Gofynnwch am ddolen newydd.',
    missing: 'Rhowch gyfrinair',
    tooShort: 'Defnyddiwch o leiaf 12 nod',
    tooLong: 'Defnyddiwch 200 nod ar y mwyaf',
    tooObvious:
      'Mae’r cyfrinair hwnnw’n rhy hawdd ei ddyfalu. Defnyddiwch eiriau heblaw eich enw chi neu enw’r cynnyrch',
    done: 'Mae eich cyfrinair wedi’i osod. Mewngofnodwch ag ef.',
    until: day => `Mae’r ddolen hon yn gweithio tan ${day}.`,
  },
  account: {
    title: 'Fy nghyfrif',
    role: 'Yn gweithredu fel',
    organisation: 'Ar ran',
    codesLeft: n =>
      plural('cy', n, {
        zero: 'Dim codau adfer ar ôl',
        two: '# god adfer ar ôl',
        few: '# chod adfer ar ôl',
        many: '# chod adfer ar ôl',
        other: '# cod adfer ar ôl',
      }),
    newCodes: 'Gwneud codau adfer newydd',
    keys: 'Bysellau un llythyren',
    keysText:
      'Mae’r fysell / yn mynd i “Chwilio am rywun”. Diffoddwch fysellau un llythyren os ydych yn defnyddio lleferydd neu’n taro bysellau ar ddamwain.',
    keysOn: 'Troi bysellau ymlaen',
    keysOff: 'Diffodd bysellau',
    elsewhere: 'Cyfrifiaduron eraill',
    elsewhereText: 'Mae’n dod â phob sesiwn o’r cyfrif hwn i ben, ac eithrio’r un hon.',
    elsewhereButton: 'Allgofnodi ym mhob man arall',
    home: 'Cod post eich cartref',
    homeText:
      'Os edrychwch ar gofnod person ifanc sy’n byw yn yr un lle â chi, bydd y tîm llywodraethu gwybodaeth yn cael gwybod. Cedwir eich cod post dan glo: dim ond ei gymharu a wneir, ac ni chaiff ei ddangos i neb. Nid oes rhaid i chi ei roi.',
    homePostcode: 'Cod post',
    homeKept: 'Mae cod post wedi’i gadw. Rhowch un arall i’w newid, neu gadewch y blwch yn wag i’w ddileu.',
    homeButton: 'Cadw’r cod post',
    homeWrong: 'Rhowch god post llawn, fel HX1 1AA',
    secondStep: 'Ail gam',
    on: 'Ymlaen',
    off: 'Wedi’i ddiffodd',
    language: 'Iaith',
    languageText:
      'Mae mewngofnodi, negeseuon gwall a’r dudalen hon ar gael yn Gymraeg. Mae pob tudalen arall yn Saesneg am y tro.',
    languageLabel: 'Pa iaith rydych chi am ei defnyddio?',
    languageButton: 'Cadw’r iaith hon',
    languageMissing: 'Dewiswch iaith',
  },
  demo: {
    title: 'Dewiswch pwy i fod',
    lead: 'Arddangosiad yw hwn: mae pawb ynddo wedi’u dyfeisio, ac nid yw dim a wnewch yma yn effeithio ar neb. Dewiswch gydweithiwr, a mewngofnodwch yn ei le.',
    missing: 'Dewiswch pwy i fod',
  },
  nothing: {
    over: 'Tudalen heb ei chanfod',
    title: 'Nid oes dim byd i chi yn y cyfeiriad hwn',
    text: 'Efallai fod y ddolen yn hen neu wedi’i theipio’n anghywir. Nid ydych wedi colli dim o’r hyn a deipiwyd gennych.',
    home: 'Mynd i’ch diwrnod',
    concern: 'Codi pryder',
    signIn: 'Mewngofnodi',
    support: 'Os byddwch yn ysgrifennu at y tîm cymorth, rhowch y rhif hwn:',
  },
  onlyLooking: {
    title: 'Dim ond edrych ydych chi',
    text: 'Rydych yn edrych trwy lygaid rhywun arall. Ni chafodd dim ei gadw.',
  },
  stale: {
    title: 'Bu’r dudalen hon ar agor yn rhy hir',
    text: 'Er diogelwch, ni chafodd y ffurflen ei derbyn. Ewch yn ôl yn eich porwr, llwythwch y dudalen eto ac anfonwch hi unwaith yn rhagor: mae’r hyn a deipiwyd gennych yn dal yn y ffurflen.',
  },
  notTaken: {
    title: 'Ni ellid darllen yr hyn a anfonwyd',
    text: 'Ni newidiwyd dim. Ewch yn ôl yn eich porwr ac anfonwch y ffurflen eto. Os oes llawer iawn o destun neu ffeil fawr ynddi, anfonwch lai ar unwaith.',
  },
  tooMany: {
    title: 'Gormod o gynigion ar unwaith',
    text: 'Ni newidiwyd dim. Arhoswch funud, ewch yn ôl yn eich porwr ac anfonwch y ffurflen eto.',
  },
  busy: {
    title: 'Mae gormod yn gofyn ar unwaith',
    text: 'Nid oes dim o’i le, ac ni newidiwyd dim. Ewch yn ôl yn eich porwr a gofynnwch amdano eto ymhen hanner munud.',
  },
  full: {
    title: 'Nid oes lle ar ôl i gadw dim',
    text: 'Ni chadwyd dim ohono, ac ni newidiwyd dim arall. Ewch yn ôl yn eich porwr: mae’r hyn a deipiwyd gennych yn dal yn y ffurflen. Dywedwch wrth bwy bynnag sy’n rhedeg Connexions fod ei ddisg yn llawn. Os oes rhywun mewn perygl, peidiwch ag aros: ffoniwch 999, neu eich arweinydd diogelu.',
  },
  trouble: {
    title: 'Aeth rhywbeth o’i le ar ein hochr ni',
    text: 'Ni newidiwyd dim. Rhowch gynnig arall arni ymhen munud. Os oes rhywun mewn perygl, peidiwch ag aros am y dudalen hon: ffoniwch 999, neu eich arweinydd diogelu.',
  },
}
