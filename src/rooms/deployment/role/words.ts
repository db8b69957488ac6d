/** What an adviser does, for schools and partners. Ours, from paragraphs 22, 40 and 64 of the report. */
export const en = {
  title: 'What an adviser does',
  lead: 'For schools, colleges and partners. You can print this page.',
  sections: [
    {
      head: 'Whom an adviser works for',
      lines: [
        'The young person. An adviser helps anybody of 13 to 19, and up to 25 with additional needs, to stay in learning or work, or to come back to it.',
        'Some need a word at the right time. Some need somebody beside them for months. The adviser works with both.',
      ],
    },
    {
      head: 'What an adviser does',
      lines: [
        'Listens, and finds out with the young person what is in the way: at school, at home, with money, health or where they live.',
        'Makes a plan with them: what they want, the steps, and who does each.',
        'Brings in whoever can help, and stays until that help has begun.',
        'Speaks up for them where they cannot, and helps them to do it themselves.',
        'Says what courses, training and jobs there are, and what fits them.',
      ],
    },
    {
      head: 'What is not an adviser’s task',
      lines: [
        'Extra hands for behaviour in class, or for taking young people out of it.',
        'Standing in for a teacher, for the education welfare officer, for the learning mentor or for a social worker.',
        'Only careers interviews. That is one part of the work.',
        'Finding out from a young person what somebody else wants to know.',
      ],
    },
    {
      head: 'What an adviser needs from you',
      lines: [
        'A room where one can talk, a phone, and somebody at your place who is their link.',
        'To be told early, and to hear why: what worries you, what you have tried, what the young person says to it.',
        'That the young person knows they are referred, and what for.',
        'Time: nobody can walk beside more than 15 to 20 young people who need much.',
      ],
    },
    {
      head: 'What you are told, and what not',
      lines: [
        'That somebody is seen, what was agreed that concerns you, and what the young person says you may know.',
        'Not what was said between them, unless somebody is in danger.',
      ],
    },
    {
      head: 'Who says what an adviser does',
      lines: [
        'At your place your link person says what the day brings. The line manager is at the partnership. What was agreed about room, hours and data is written down with you and looked at each year.',
      ],
    },
  ],
}
