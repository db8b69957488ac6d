import { type DayTrouble, MONTHS_AHEAD, MOST_SLOTS, type NoticeGiven } from './rules.ts'
import type { SlotState } from './school-day.ts'

export const slotStates: Readonly<Record<SlotState, string>> = {
  invited: 'Invited',
  came: 'Came',
  missed: 'Did not come',
  'called-off': 'Called off',
  moved: 'Moved: not here',
}

/** What the school reads of what they were told of an interview. */
export const copyWords = {
  agreed: 'The school hears it',
  'not-agreed': 'Nothing goes to the school',
  open: 'Not asked yet',
} as const

const tooLong = (max: number) => `Use ${max} characters or fewer`

export const en = {
  inTime: 'Told in good time',
  ofAll: (some: number, all: number) => `${some} of ${all}`,
  noticeFact: 'How long before they were told',
  notice: ({ all, inTime, short, untold, half }: NoticeGiven) =>
    [
      `${inTime} of ${all} in good time (two clear days or more)`,
      ...(half === null ? [] : [`half of those told had ${half === 1 ? '1 day' : `${half} days`} or more`]),
      ...(short === 0 ? [] : [`${short} with less than two clear days`]),
      ...(untold === 0 ? [] : [`${untold} not told yet`]),
    ].join('; '),
  title: 'Days in school',
  lead: 'A day of interviews in a school or college: times, invitations, who came, and what the school hears of it.',
  leadPlace: 'Who is to be let out of lessons, when, and what they agreed to tell you.',
  newOne: 'Plan a day',
  none: 'No days planned',
  noneText: 'Plan a day in a school you work at: you choose whom to invite, and each gets a time of their own.',
  noneTextPlace: 'When an adviser plans a day of interviews here, it stands on this page.',
  caption: 'Days in school',
  day: 'Day',
  school: 'School or college',
  whose: 'Adviser',
  invited: 'Invited',
  answered: 'Interviewed or missed',
  calledOff: 'Called off',
  back: 'Days in school',
  backToDay: 'Back to the day',

  noPlaces: 'You do not work at a school or college',
  noPlacesText: 'Whoever manages deployments can put you down for one. Then you can plan a day there.',
  schoolAsk: 'Which school or college?',
  dayAsk: 'Day',
  fromAsk: 'First interview at',
  toAsk: 'Finished by',
  timeHint: 'Like 9:30 or 14:00',
  minutesAsk: 'Minutes for each',
  breakFromAsk: 'Break from (if there is one)',
  breakToAsk: 'Break until',
  placeAsk: 'Where in the school',
  placeHint: 'Each invitation says it, like “Interview room 2, next to the library”',
  roomAsk: 'Can others hear there?',
  invitationAsk: 'What else each invitation says',
  invitationHint: 'Like what to bring. The name, the day, the time and the place stand on it anyway.',
  makeButton: 'Plan this day',
  missingSchool: 'Choose a school or college',
  missingDay: 'Enter the day',
  missingFrom: 'Enter when the first interview starts',
  missingTo: 'Enter when the last interview is over',
  badTime: 'Enter a time like 9:30 or 14:00',
  badMinutes: 'Enter how many minutes each takes, from 5 to 120',
  missingPlace: 'Enter where in the school it is',
  missingRoom: 'Choose whether others can hear there',
  tooLong,

  sheet: 'Interviews',
  time: 'Time',
  timeAndName: 'Time and name',
  stands: 'Stands',
  next: 'What next',
  told: 'Invitation given',
  notTold: 'Not given yet',
  hears: 'The school hears',
  interview: 'Interview',
  interviewOf: (name: string) => `with ${name}`,
  planCopy: 'Plan to hand over',
  sayCopy: 'What the school hears',
  changeCopy: 'Change it',
  nobody: 'Nobody is invited yet',
  nobodyText: 'Choose whom to invite: whom nobody has met yet stands first.',
  nobodyTextPlace: 'Nobody is invited yet whom you may know.',
  invite: 'Invite',
  printInvitations: 'Invitations to print',
  given: (n: number) => (n === 1 ? 'I gave out 1 invitation' : `I gave out ${n} invitations`),
  callOff: 'Call the day off',
  facts: 'The day',
  room: 'Can be heard',
  each: 'Each',
  minutes: (n: number) => `${n} minutes`,
  free: 'Times left',
  breakFact: 'Break',
  span: (from: string, to: string) => `${from} to ${to}`,
  place: 'Where',
  came: 'Came',
  missed: 'Did not come',
  waiting: 'Still to come',
  isOff: 'This day was called off.',

  inviteTitle: 'Whom do you invite?',
  inviteLead: (free: number) =>
    free === 1
      ? '1 time is left. The first you tick gets it.'
      : `${free} times are left. They are given in the order of this list.`,
  inviteWho: 'Young people on the roll',
  inviteHint: 'Whom nobody has met yet stands first, then whom nobody has met for longest.',
  yearAsk: 'Year',
  yearAll: 'All years',
  yearOf: (year: number) => `Year ${year}`,
  filter: 'Show',
  metOn: (day: string) => `Last met on ${day}`,
  neverMet: 'Nobody has met them yet',
  inviteButton: 'Invite them',
  inviteNobody: 'There is nobody left to invite',
  inviteNobodyText: 'Everybody on the roll whom you may know is invited, or none is in this year.',
  inviteMore: (most: number, all: number) => `The first ${most} of ${all} are shown. Choose a year for fewer.`,
  noTimes: 'All times of this day are taken',
  missingWho: 'Tick whom you invite',
  notOnRoll: 'Choose people from this list',

  invitationsTitle: 'Invitations',
  invitationsLead: 'One for each, to hand out. They say nothing of what is talked about.',
  invitationFor: (name: string) => `For ${name}`,
  invitationLine: (day: string, time: string, minutes: number) => `${day} at ${time}, for about ${minutes} minutes`,
  invitationWith: (name: string) => `You meet ${name}, your adviser. It is your time: you choose what you talk about.`,
  invitationCannot: 'If you cannot come, tell your tutor or your adviser, and you get another time.',
  noInvitations: 'Everybody who is invited has their invitation.',
  showAll: 'Show all invitations',
  showNew: 'Show those not given yet',

  callOffTitle: (school: string) => `Call off the day at ${school}?`,
  callOffText: (n: number) =>
    n === 0
      ? 'Nobody waits for an interview.'
      : n === 1
        ? '1 interview is called off. They still have to be told.'
        : `${n} interviews are called off. They still have to be told.`,
  callOffButton: 'Call it off',
  callOffNo: 'No, keep it',

  copyTitle: (name: string) => `What the school hears of ${name}`,
  copyLead:
    'Only what you two agreed. The school reads these words beside their name, and nothing else of the interview.',
  copyAsk: 'What you agreed to tell the school',
  copyHint: 'Like “Will apply for joinery at Made-up College; help with the form in tutor time”.',
  copyYes: 'They agree: tell the school',
  copyNo: 'They do not want the school to hear',
  copyStands: 'What stands now',
  copyNotYet: 'What the school hears can be said once they came.',

  troubles: {
    been: 'Choose a day that has not been yet',
    'too-far': `Choose a day within ${MONTHS_AHEAD} months`,
    'ends-first': 'Enter an end that is after the beginning',
    'break-half': 'Enter when the break starts and when it is over, or leave both empty',
    'break-turned': 'Enter an end of the break that is after its beginning',
    'no-slot': 'No interview fits into these times',
    'too-many': `At most ${MOST_SLOTS} interviews fit into one day: make each longer, or the day shorter`,
  } satisfies Record<DayTrouble, string>,
  there: 'You have another day there on this date. Call that one off first, or choose another date',
  inviteTroubles: {
    'no-room': 'There are fewer times left than people you ticked. Tick fewer: nobody was invited',
    over: 'This day is over or called off: nobody can be invited to it',
    unknown: 'One of them cannot be invited any more. Look at the list again: nobody was invited',
  },
  copyStale: 'This was changed meanwhile. What stands now is shown: say it again',
  copyNoWords: 'Enter what you agreed to tell the school, or choose that nothing goes to it',
} as const

export const TROUBLE_AT = {
  been: 'on',
  'too-far': 'on',
  'ends-first': 'to',
  'break-half': 'break-from',
  'break-turned': 'break-to',
  'no-slot': 'minutes',
  'too-many': 'minutes',
} as const satisfies Record<DayTrouble, string>
