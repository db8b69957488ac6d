/** What a diary says in another calendar, and the page that gives it away. */
import type { Busy } from './feed.ts'

export const busyWords: Readonly<Record<Busy['kind'], string>> = {
  meeting: 'Meeting',
  phone: 'Phone call',
  video: 'Video call',
  'home-visit': 'Visit',
  'school-day': 'Day in school',
}

export const en = {
  asked: (what: string) => `${what} (asked)`,
  calendarName: 'Connexions diary',
  title: 'Your diary in another calendar',
  lead: 'Your phone or office calendar can show when you are busy. It is told times and whether you meet, ring or visit: no name, no place, no words.',
  none: 'No calendar has an address of yours.',
  made: (day: string) => `An address was made on ${day}.`,
  read: (day: string) => `It was last read on ${day}.`,
  neverRead: 'No calendar has read it yet.',
  make: 'Make an address',
  again: 'Make another, and end this one',
  end: 'End it',
  endText: 'A calendar that has it shows nothing new from then on. What it has shown it may keep.',
  keep: 'Whoever has the address sees when you are busy. Keep it to yourself, and end it when a phone is lost.',
  address: 'Your address',
  once: 'It is shown this once. In your calendar choose to subscribe to a calendar by its address, and paste it.',
  copy: 'Copy',
  copied: 'Copied',
  toDiary: 'Back to the diary',
  link: 'In your own calendar',
}
