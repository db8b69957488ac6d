/** What of guidance stands in the story of a record. */
import {
  type Application,
  applicationStateWords,
  askStateWords,
  type Letter,
  letterKindWords,
  letterStateWords,
  type SchoolAsk,
  schoolDataWords,
  schoolKindWords,
  type Talk,
  talkWords,
} from '#rooms/guidance/index.ts'
import type { TimelineItem } from './record.ts'
import { en } from './words.ts'

/** On the day it was signed; a draft is nothing that happened. */
export function fromLetter(one: Letter): TimelineItem[] {
  if (one.signedOn === null) return []
  return [
    {
      key: one.rowId,
      on: one.signedOn,
      shape: 'ring',
      tone: 'brand',
      title: en.letterSigned(letterKindWords[one.kind]),
      // To whom it was may name where they can be found (K4): that is in the letter itself.
      text: [letterStateWords[one.state]],
      ownWords: '',
      by: one.signedBy,
      href: `/letters/${one.rowId}`,
      part: 'learning',
    },
  ]
}

/** On the day it was suggested, with where it stands now: its own page has its steps. */
export function fromApplication(one: Application): TimelineItem {
  return {
    key: one.rowId,
    on: one.suggestedOn,
    shape: 'open-square',
    tone: 'brand',
    title: en.suggested(one.title, one.offeredBy),
    text: [applicationStateWords[one.state]],
    ownWords: one.ownWords,
    by: one.putBy,
    href: `/applications/${one.rowId}`,
    part: 'learning',
  }
}

/** On the day it was held; one that is prepared is nothing that happened. What was talked about is on its own page. */
export function fromTalk(one: Talk): TimelineItem[] {
  if (one.heldOn === null) return []
  return [
    {
      key: one.rowId,
      on: one.heldOn,
      shape: 'diamond',
      tone: 'brand',
      title: talkWords.timeline,
      text: [one.aimWords === '' ? '' : `${talkWords.aim}: “${one.aimWords}”`].filter(Boolean),
      ownWords: one.ownWords,
      by: one.madeBy,
      href: `/talks/${one.rowId}`,
      part: 'contacts',
    },
  ]
}

/** On the day the place answered, or it was noted that nothing came. */
export function fromSchoolAsk(one: SchoolAsk): TimelineItem[] {
  if (one.overOn === null || one.state === 'withdrawn') return []
  return [
    {
      key: one.rowId,
      on: one.overOn,
      shape: 'open-square',
      tone: 'brand',
      title: schoolDataWords.timeline(one.organisation || schoolDataWords.hidden),
      text: [`${askStateWords[one.state]}: ${one.asks.map(kind => schoolKindWords[kind].toLowerCase()).join(', ')}`],
      ownWords: '',
      by: one.askedBy,
      href: `/school-asks/${one.rowId}`,
      part: 'learning',
    },
  ]
}
