/** How long agencies take to answer. */
export const answers = {
  answerTimes: 'How long agencies take',
  answerTimesLead: 'What was referred in the last twelve months, by what two agencies agreed.',
  noAnswerTimes: 'No agencies have agreed yet',
  noAnswerTimesText: 'What is referred is counted here by what two agencies agreed.',
  daysToAnswer: 'Working days to an answer',
  daysOf: (days: number, agreed: number) => `${days} working days, ${agreed} agreed`,
  answersFor: (agency: string, purpose: string) => {
    const whole = `${agency}: ${purpose}`
    return whole.length > 56 ? `${whole.slice(0, 55)}…` : whole
  },
  agreementOf: (from: string, to: string, purpose: string) => `${from} to ${to}: ${purpose}`,
  agreementHead: 'Agency and purpose',
  middleDays: 'The middle of all',
  agreedDays: 'Agreed',
  workingDays: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  answered: 'Answered',
  sentHead: 'Sent',
  inTime: 'In time',
  shareOf: (part: number, of: number) => `${Math.round((part / of) * 10) * 10} %`,
  lateNow: 'Late now',
}
