import { CLASS_BITS } from '#rooms/access/index.ts'
import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import type { Language } from '#web/language.ts'
import { PARTS, type Part, type PartName, PROTOCOL_CLASSES } from '../referral.ts'
import { parts as partWords, protocolClasses } from '../words.ts'
import { agencyLinkWords } from './agency-words.ts'
import { SAYS, type Say } from './say.ts'
import { ownLetterIn } from './words.ts'

/** Parts that can be wrong: those the letter has. */
export function partsOf(parts: readonly Part[]): PartName[] {
  return PARTS.map(({ part }) => part).filter(part => part !== 'said' && parts.some(one => one.part === part))
}

/** What they say to a letter: whoever says that something is wrong says what. */
export function sayFormIn(language: Language, parts: readonly PartName[]) {
  const words = ownLetterIn(language)
  return form(
    {
      say: choice(SAYS, { missing: words.missing }),
      part: choice(parts, { optional: true, notOffered: words.missing }),
      words: longText({ optional: true, max: 2000, tooLong: words.tooLong }),
    },
    value => (value.say === 'wrong' && value.words === null ? [{ field: 'words', message: words.wordsNeeded }] : []),
  )
}

/** What they said by their link, for the form that sends the letter. */
export function fillSay(say: Say) {
  const words = [say.part === null ? '' : `${partWords[say.part]}:`, say.words].filter(Boolean).join(' ')
  return { shown: 'yes', view: say.say === 'right' ? 'agrees' : 'objects', 'view-words': words } as const
}

export const agencyLinkForm = form({
  'for-name': text({ missing: agencyLinkWords.forNameMissing, max: 120, tooLong: agencyLinkWords.tooLong }),
})

/** Names of classes an agreement lets go, beyond what always goes. */
export function classNamesOf(classes: number): string[] {
  return PROTOCOL_CLASSES.filter(name => (classes & CLASS_BITS[name]) !== 0).map(name => protocolClasses[name])
}
