import type { AlongAnswer, AlongLine } from './companion.ts'
import { type AlongTrouble, MOST_ALONG } from './rules.ts'

export const alongStates: Readonly<Record<AlongLine['state'], string>> = {
  arranged: 'Arranged it',
  asked: 'Asked',
  coming: 'Coming',
  cannot: 'Cannot come',
}

export const alongAnswers: Readonly<Record<AlongAnswer, string>> = {
  coming: 'I come along',
  cannot: 'I cannot come',
}

export const en = {
  along: 'Colleagues who come along',
  alongHint:
    'They are asked, and it stands in their diary. Only those are named who see what is done with this young person already. For anybody else begin a hand-over or a referral first; it opens no record. Partners without a diary here go under “Who else comes”.',
  alongNobody:
    'No colleague with a diary here sees what is done with this young person besides you. Begin a hand-over or a referral first; being asked along opens no record.',
  forTwo: 'An alert on this record asks for two',
  forTwoText: 'Ask a colleague to come along, below.',
  unable: 'No longer able to come',
  busy: (name: string) =>
    `${name} has something else at that time. Choose another time, choose somebody else, or keep both`,
  whoComes: 'Who comes along',
  line: (name: string, state: string, words: string) =>
    [`${name}: ${state.toLowerCase()}`, words].filter(Boolean).join('. '),
  withNames: (names: readonly string[]) => `With ${names.join(', ')}`,
  together: 'Meet us both: your adviser and the one who takes over',
  wereThere: 'Colleagues who were there',
  wereThereHint: 'The hour counts for each of you; the young person is counted once.',
  asked: 'You are asked to come along',
  askedText: (name: string) => `${name} arranged this meeting.`,
  answer: 'Do you come along?',
  answerWords: 'A few words',
  answerSave: 'Send the answer',
  answerLink: 'Say whether you come',
  clash: (with_: string, from: string, to: string) =>
    `You meet ${with_} from ${from} to ${to}. Say that you cannot come, or keep both`,
  missingAnswer: 'Select whether you come along',
  notAnyMore: 'You were asked anew, or need not come any more: look at it as it stands now',
  notAsked: 'Select colleagues from those offered',
  tooLong: 'Use at most 300 characters',
  theirs: 'As your colleague wrote it down',
  troubles: {
    'too-many': `Select at most ${MOST_ALONG} colleagues`,
    'not-close': 'Kept close: select only colleagues who read what is kept close of this young person',
    'buddy-along': 'One of them waits to hear that you are safe. Choose another buddy first',
  } satisfies Readonly<Record<AlongTrouble, string>>,
}
