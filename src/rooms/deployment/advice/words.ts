import type { Advice } from './advice.ts'

export const adviceStates: Readonly<Record<Advice['state'], string>> = {
  asked: 'Waits for an answer',
  answered: 'Answered',
  withdrawn: 'Taken back',
}

export const en = {
  title: 'Advice',
  lead: 'What you asked the specialist of your team, and what you are asked. Never the name of a young person.',
  none: 'Nothing was asked yet',
  noneText: 'Where your team takes on the adviser’s task together, ask its specialist here.',
  noSpecialist: 'Your team has named no specialist',
  leadsNone: 'You lead no team',
  nobodyText: 'Whoever leads a team says that it takes on the adviser’s task together, and who is asked.',
  toTeam: 'Team',
  ask: 'Ask for advice',
  caption: 'What was asked, and what was answered',
  question: 'Question',
  who: 'Who',
  when: 'Asked on',
  state: 'Where it stands',
  asks: (from: string, to: string) => `${from} asks ${to}`,

  newTitle: 'Ask for advice',
  newLead: (name: string, about: string) => `${name} can be asked about: ${about}`,
  questionAsk: 'What do you want to know?',
  questionHint: 'Never the name of a young person, nor what tells who it is: “somebody in Year 11 who …” is enough.',
  send: 'Ask',
  missingQuestion: 'Write what you want to know',
  gone: 'Your team has no specialist now. Ask your team leader',

  oneTitle: 'A question',
  answerAsk: 'What do you advise?',
  sendAnswer: 'Send the answer',
  missingAnswer: 'Write what you advise',
  answered: (day: string) => `Answered on ${day}`,
  takeBack: 'Take it back',
  stale: 'It was answered or taken back meanwhile. Read how it stands now; what you typed is still below',
  toList: 'Advice',

  taskHead: 'The adviser’s task, taken on together',
  taskOn: (name: string, about: string) => `This team takes it on together. ${name} can be asked about: ${about}`,
  taskOff: 'Each adviser of this team has a caseload of their own.',
  taskWay: 'Take it on together',
  taskChange: 'Change who is asked',
  taskTitle: 'Take on the adviser’s task together',
  taskLead:
    'Everybody of the team works as an adviser, and one specialist is there to be asked. Who leads for each young person does not change by it.',
  specialistAsk: 'Who is asked?',
  aboutAsk: 'About what?',
  saveTask: 'Save',
  endTask: 'Each for their own again',
  missingSpecialist: 'Choose who is asked',
  missingAbout: 'Write about what they can be asked',
  tooLong: (most: number) => `Use at most ${most.toLocaleString('en-GB')} letters`,
}
