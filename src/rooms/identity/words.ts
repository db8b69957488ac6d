/**
 * What this room and the shell say. Welsh (`cy.ts`) satisfies the type of the English, so a word that is missing there does not
 * compile; pages that are English only have words of their own (`colleagues`).
 */
import { type Language, languageNames } from '#web/language.ts'
import type { PageWords } from '#web/shell/list-pages.tsx'
import type { ShellWords } from '#web/shell/words.ts'
import { cy, roleNamesCy, shellCy } from './cy.ts'
import type { Role } from './roles.ts'

/** The way through a long list of staff. */
export const pageWords: PageWords = { pages: 'Pages', previous: 'Previous', next: 'Next' }

const shellEn: ShellWords = {
  productName: 'Connexions',
  errorPrefix: 'Error: ',
  skipToContent: 'Skip to main content',
  find: 'Find anyone',
  findKey: 'Press / to find anyone',
  raiseConcern: 'Raise a concern',
  menu: 'Menu',
  closeMenu: 'Close menu',
  navigation: 'Pages',
  account: 'Account',
  myAccount: 'My account',
  changePartnership: 'Change partnership or role',
  signOut: 'Sign out',
  leaveQuickly: 'Leave quickly',
  looking: (name, role) => `You are looking as ${name} (${role}).`,
  lookingMadeUp: 'Everybody here is made up, and nothing you press is saved.',
  stopLooking: 'Stop looking',
  languages: 'Language',
  thisLanguage: languageNames.en,
  form: {
    error: 'Error',
    errorSummary: 'There is a problem',
    boxes: { day: 'Day', month: 'Month', year: 'Year' },
    showPassword: 'Show',
    showPasswordLong: 'Show password',
    hidePassword: 'Hide',
    hidePasswordLong: 'Hide password',
    passwordShown: 'Your password is visible',
    passwordHidden: 'Your password is hidden',
  },
}

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  'data-officer': 'Data officer',
  'tracking-officer': 'Tracking officer',
  'universal-adviser': 'Universal adviser',
  'intensive-adviser': 'Intensive adviser',
  'team-leader': 'Team leader',
  'front-desk': 'Front desk',
  manager: 'Manager',
  'information-governance': 'Information governance',
  'safeguarding-lead': 'Safeguarding lead',
  'safeguarding-deputy': 'Safeguarding deputy',
  'partner-practitioner': 'Partner practitioner',
}

export const en = {
  signIn: {
    title: 'Sign in',
    email: 'Work email',
    password: 'Password',
    button: 'Sign in',
    cannot: 'I cannot sign in',
    cannotHelp:
      'Ask an administrator of your partnership for a new link. For the installation itself, the person who runs it can make one with “connexions account reset”.',
    promise: 'One record, one adviser, one plan',
    promiseText:
      'For everyone who helps a young person here. What you open is written down, and the young person may ask who looked.',
    wrong: 'Email and password do not go together. Check both',
    again: 'Type your password again',
    blocked: 'Too many tries. Wait 15 minutes, or use a computer you have signed in on before',
    missingEmail: 'Enter your work email',
    notAnEmail: 'Enter an email address, like name@example.org',
    missingPassword: 'Enter your password',
    signedOut: 'You have signed out.',
  },
  code: {
    title: 'Enter your code',
    lead: 'Open your authenticator app and type the six figures it shows for Connexions.',
    label: 'Code',
    hint: 'Six figures. If you have lost your phone, type one of your recovery codes instead.',
    button: 'Go on',
    missing: 'Enter the code your authenticator shows',
    wrong: 'That code does not work. Type the one that shows now; each works once',
    blocked: 'Too many wrong codes. Start again with your password in 15 minutes',
  },
  setUp: {
    title: 'Set up your second step',
    lead: 'These are records of children, so a password alone is not enough. It takes about a minute and you do it once.',
    steps: [
      'Open an authenticator app on your phone: one that shows codes for signing in.',
      'Point it at the square, or type the key.',
      'Type the six figures it shows.',
    ],
    squareTitle: 'Square code for your authenticator',
    key: 'Key',
    button: 'Turn on',
    wrong: 'That code does not fit. Check that your phone’s time is right, and type the code that shows now',
  },
  recovery: {
    title: 'Keep your recovery codes',
    lead: 'If you lose your phone, each of these signs you in once. Print them or write them down now: they are not shown again.',
    button: 'I have kept them',
    renewed: 'The old codes no longer work.',
  },
  choose: {
    title: 'What are you acting as?',
    none: 'Your account is not a member of any partnership today. Ask an administrator of your partnership.',
    button: 'Go on',
    missing: 'Select what you are acting as',
  },
  link: {
    title: 'Choose a password',
    hint: 'At least 12 characters. Three words that do not belong together are good.',
    label: 'New password',
    button: 'Keep this password',
    over: 'This link no longer works',
    overText: 'It has been used, replaced by a newer one, or is more than three days old. Ask for a new link.',
    missing: 'Enter a password',
    tooShort: 'Use at least 12 characters',
    tooLong: 'Use at most 200 characters',
    tooObvious: 'That password is too easy to guess. Use words that are not your name or the product’s',
    done: 'Your password is set. Sign in with it.',
    until: (day: string) => `This link works until ${day}.`,
  },
  account: {
    title: 'My account',
    role: 'Acting as',
    organisation: 'For',
    codesLeft: (n: number) =>
      n === 0 ? 'No recovery codes left' : n === 1 ? '1 recovery code left' : `${n} recovery codes left`,
    newCodes: 'Make new recovery codes',
    keys: 'Single-letter keys',
    keysText:
      'The key / goes to “Find anyone”. Switch single-letter keys off if you use speech or hit keys by accident.',
    keysOn: 'Switch keys on',
    keysOff: 'Switch keys off',
    elsewhere: 'Other computers',
    elsewhereText: 'Ends every sign-in of this account but this one.',
    elsewhereButton: 'Sign out everywhere else',
    home: 'Your home postcode',
    homeText:
      'If you look at a young person who lives where you do, information governance is told. Your postcode is kept locked, is only compared, and is shown to nobody. You need not give it.',
    homePostcode: 'Postcode',
    homeKept: 'A postcode is kept. Enter another to change it, or nothing to have it forgotten.',
    homeButton: 'Keep it',
    homeWrong: 'Enter a full postcode, like HX1 1AA',
    secondStep: 'Second step',
    on: 'On',
    off: 'Off',
    language: 'Language',
    languageText: 'Signing in, errors and this page are there in Welsh. All other pages are in English for now.',
    languageLabel: 'Which language do you want to use?',
    languageButton: 'Keep this language',
    languageMissing: 'Select a language',
  },
  demo: {
    title: 'Choose who to be',
    lead: 'This is a demo: every person in it is made up, and nothing you do here touches anybody. Choose a colleague to sign in as.',
    missing: 'Select who to be',
  },
  nothing: {
    over: 'Page not found',
    title: 'There is nothing for you at this address',
    text: 'The link may be old or mistyped. Nothing you typed has been lost.',
    home: 'Go to My day',
    concern: 'Raise a concern',
    signIn: 'Sign in',
    support: 'If you write to support, give this number:',
  },
  onlyLooking: {
    title: 'You are only looking',
    text: 'You are looking through somebody else’s eyes. Nothing was saved.',
  },
  stale: {
    title: 'This page was open too long',
    text: 'For safety the form was not taken. Go back with your browser, load the page again and send it once more: what you typed is still in the form.',
  },
  notTaken: {
    title: 'What was sent could not be read',
    text: 'Nothing was changed. Go back with your browser and send the form again. If it holds very much text or a large file, send less of it at once.',
  },
  tooMany: {
    title: 'Too many tries at once',
    text: 'Nothing was changed. Wait a minute, go back with your browser and send the form again.',
  },
  busy: {
    title: 'Too many ask at once',
    text: 'Nothing is wrong, and nothing was changed. Go back with your browser and ask for it again in half a minute.',
  },
  full: {
    title: 'There is no room left to save',
    text: 'Nothing of it was kept, and nothing else was changed. Go back with your browser: what you typed is still in the form. Tell whoever runs Connexions that its disk is full. If somebody is in danger, do not wait: ring 999, or your safeguarding lead.',
  },
  trouble: {
    title: 'Something went wrong on our side',
    text: 'Nothing was changed. Try again in a minute. If somebody is in danger, do not wait for this page: ring 999, or your safeguarding lead.',
  },
}

/** The pages about other people's accounts, in English only. */
export const colleagues = {
  title: 'Accounts',
  lead: 'Who may sign in to this partnership, and as what.',
  invite: 'Add an account',
  name: 'Name',
  email: 'Work email',
  role: 'Role',
  roleHint: 'The role decides what the account may do. The job title does not.',
  jobTitle: 'Job title',
  organisation: 'Organisation',
  state: 'State',
  active: 'Active',
  disabled: 'Switched off',
  noSecondStep: 'No second step yet',
  disable: 'Switch off',
  enable: 'Switch on',
  reset: 'New link',
  resetBoth: 'New link and second step',
  end: 'End this role',
  linkTitle: 'Give this link to them',
  linkText:
    'It works once and for three days. It is not shown again. Hand it over yourself: whoever holds it can set the password.',
  added: 'They have an account already and can act as this now.',
  button: 'Make the account',
  missingName: 'Enter their name',
  missingEmail: 'Enter their work email',
  notAnEmail: 'Enter an email address, like name@example.org',
  missingRole: 'Select a role',
  missingOrganisation: 'Select the organisation they act for',
  tooLong: 'Use at most 200 characters',
  back: 'Back to accounts',
  actions: 'What to do',
}

export type Words = typeof en

const catalogues: Readonly<Record<Language, Words>> = { en, cy }
const shells: Readonly<Record<Language, ShellWords>> = { en: shellEn, cy: shellCy }

/** What this room says, in a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language]
}

/** What the shell says, in a language. */
export function shellIn(language: Language): ShellWords {
  return shells[language]
}

/** What roles are called, in a language. */
export function roleNamesIn(language: Language): Readonly<Record<Role, string>> {
  return language === 'cy' ? roleNamesCy : roleNames
}
