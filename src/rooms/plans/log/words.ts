import { formatDay } from '#ground/day.ts'
import type { Ask } from '../asks/ask.ts'
import type { PlanFactor, Target } from '../plan.ts'
import { doneBy as ownerOf, owners, en as planWords } from '../words.ts'
import type { LogTrouble } from './actions.ts'
import type { Doer, LogContent } from './entry.ts'
import type { Changed } from './rules.ts'

export const en = {
  title: 'What was done',
  wayOf: (what: string) => ` towards “${what}”`,
  latest: (day: string, words: string) => `${day}: ${words}`,
  doneLast: (line: string) => `Done last, ${line}`,
  toPlan: 'Back to the plan',
  toLog: 'Back to what was done',
  goal: 'Goal',
  step: 'Step',
  who: 'Who does it',
  due: 'By when',
  stands: 'How it stands',
  story: 'In one story, newest first',
  none: 'Nothing was written down yet',
  noneText:
    'Write down each thing somebody did towards this step, however small: the review then has something to go by.',
  noneReader: 'What the record knows of this step stands below.',
  write: 'Write down what was done',
  on: 'On which day?',
  onHint: 'For example, 12 2 2027',
  by: 'Who did it?',
  keptClose: planWords.keptClose,
  notClose: 'Not kept close',
  byOther: 'Somebody else',
  name: 'Who was it?',
  nameHint: 'A name, and where they work if that matters',
  words: 'What was done?',
  wordsRead: (given: string) =>
    `${given} reads the day and these words on the page of their own plan, where this step stands there.`,
  wordsClose: (given: string) => `This step is kept close: ${given} does not read this by a link.`,
  save: 'Write it down',
  correct: 'Correct',
  correctOf: (day: string) => ` what was done on ${day}`,
  correctTitle: 'Correct what was done',
  correctLead: 'What it said before is kept, and stands under it.',
  saveCorrect: 'Save the correction',
  wrongPersonOf: (day: string) => ` What was done on ${day}`,
  noted: (day: string, name: string) => `Written down on ${day} by ${name}`,
  somebody: 'a colleague',
  saidBefore: (day: string, name: string, before: string) =>
    `Until ${day}, when ${name} corrected it, it said: ${before}`,
  before: (who: string, day: string, words: string) => `${who}, ${day}: ${words}`,
  stale: 'Somebody else corrected this while you were writing',
  staleText: 'Nothing you wrote is lost: it is in the form. What they saved stands here. Save again if yours is right.',

  setBy: (name: string) => `Set as a step by ${name}`,
  contact: 'It came out of a contact',
  openContact: 'Open the contact',
  openContactOf: (day: string) => ` of ${day}`,
  changedBy: (name: string) => `The step was changed by ${name}`,
  fromTo: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  answered: (state: string) => `Looked at again: ${state.charAt(0).toLowerCase()}${state.slice(1)}`,
  ownStep: { link: 'They said by their link how big it is', told: 'They said how big it is' },
  saidPlan: 'They said by their link what they think of the plan',
  asked: (partner: string, name: string) => `${partner} was asked: ${name}`,
  said: { yes: (who: string) => `${who} takes it on`, no: (who: string) => `${who} does not take it on` },
  evidence: 'Something of their Progress File shows it',
  evidenceBack: 'Something of their Progress File showed it, and was taken back',
  nothing: 'nothing',

  missingOn: 'Enter on which day it was done',
  missingBy: 'Select who did it',
  missingName: 'Enter who it was',
  missingWords: 'Write what was done',
}

export const logTroubles: Readonly<Record<Exclude<LogTrouble, 'unknown'>, (goalSetOn: string) => string>> = {
  ahead: () => 'It cannot be done on a day that is still to come',
  'before-goal': day => `The goal was set on ${day}: enter that day or a later one`,
}

/** Who did something, as the page calls them. */
export function doerOf({ doneBy, doerName }: Pick<LogContent, 'doneBy' | 'doerName'>, given: string): string {
  return doneBy === 'other' ? doerName : doers(given)[doneBy]
}

export function doers(given: string): Readonly<Record<Doer, string>> {
  return { 'young-person': given, adviser: owners.adviser, other: en.byOther }
}

/** Whoever of a partner said something: the colleague, or who told. */
export const partnerOf = (ask: Ask, names: ReadonlyMap<string, string>): string =>
  ask.askedAccount === null ? ask.who : (names.get(ask.askedAccount) ?? ask.ownerName)

const labels: Readonly<Record<Changed, string>> = {
  what: planWords.what,
  dueOn: planWords.due,
  owner: planWords.owner,
  ownerName: planWords.ownerName,
  support: planWords.support,
  howKnown: planWords.howKnown,
  factor: planWords.factor,
  isRestricted: planWords.close,
}

/** What changed of a target, from what to what. */
export function changeLine(key: Changed, before: Target, after: Target, factors: readonly PlanFactor[]): string {
  const said = (target: Target): string => {
    if (key === 'dueOn') return target.dueOn === null ? planWords.noDay : formatDay(target.dueOn)
    if (key === 'owner') return ownerOf(target)
    if (key === 'factor') return factors.find(one => one.code === target.factor)?.label ?? planWords.noFactor
    if (key === 'isRestricted') return target.isRestricted ? en.keptClose : en.notClose
    return target[key] === '' ? en.nothing : target[key]
  }
  return en.fromTo(labels[key], said(before), said(after))
}
