/** Words and people for tests and the gallery; all made up. */
import { formWords } from '#web/form/examples.ts'
import type { ShellWords, Staff } from './words.ts'

export const shellWords: ShellWords = {
  productName: 'Connexions',
  errorPrefix: 'Error: ',
  skipToContent: 'Skip to main content',
  find: 'Find anyone',
  findKey: 'Press / to come here',
  raiseConcern: 'Raise a concern',
  menu: 'Menu',
  closeMenu: 'Close menu',
  navigation: 'Pages',
  account: 'Account',
  myAccount: 'My account',
  changePartnership: 'Change partnership',
  signOut: 'Sign out',
  leaveQuickly: 'Leave quickly',
  looking: (name, role) => `You are looking as ${name} (${role}).`,
  lookingMadeUp: 'Everybody here is made up.',
  stopLooking: 'Stop looking',
  languages: 'Language',
  thisLanguage: 'English',
  form: formWords,
}

/** Someone signed in, on the page whose text is given. */
export function exampleStaff(current?: string): Staff {
  const item = (text: string, rest?: { count?: number; late?: string }) => ({
    href: `/${text.toLowerCase().replaceAll(' ', '-')}`,
    text,
    current: text === current,
    ...rest,
  })
  return {
    name: 'Dana Example',
    canFind: true,
    canRaiseConcern: true,
    canChangePartnership: true,
    nav: [
      {
        label: 'Today',
        items: [
          item('My day', { count: 4 }),
          item('Caseload', { count: 100 }),
          item('Diary'),
          item('Referrals', { late: '3 late' }),
        ],
      },
      {
        label: 'Work lists',
        items: [item('Not known', { count: 37 }), item('Reviews due', { count: 12 }), item('Questions', { count: 14 })],
      },
      { label: 'Partnership', items: [item('Team'), item('Lists in'), item('Tracking'), item('Returns')] },
    ],
  }
}
