/** What may be asked where a factor is looked at closer: openings for a talk, never a list to be worked through. Ours. */
export const openings: Readonly<Record<string, readonly string[]>> = {
  participation: [
    'Which days or lessons are hardest, and since when?',
    'What is different on the days you do go?',
    'Who there would you talk to?',
  ],
  achievements: [
    'What have you finished that you are proud of?',
    'What was going on when results went down?',
    'Which result would open the next door?',
  ],
  'basic-skills': [
    'When do reading, writing or numbers get in the way?',
    'How do you get round it now?',
    'Has anybody looked at why it is hard, and what came of it?',
  ],
  'key-skills': [
    'Where do you work with others, and how does that go?',
    'What do you do when you are stuck?',
    'Which of these would a job you like ask for?',
  ],
  'life-skills': [
    'What does a usual day look like, from getting up on?',
    'What do you do by yourself, and what does somebody do for you?',
    'What would have to work before you could live on your own?',
  ],
  aspirations: [
    'If it went well, what would you be doing in two years?',
    'Where did that idea come from, and who knows of it?',
    'What stands in the way, and what would you try first?',
  ],
  motivation: [
    'What makes you want to get up?',
    'What have you stuck with, and why that?',
    'What made you give up on something, and would you again?',
  ],
  'self-image': [
    'What would a good friend say you are good at?',
    'When do you feel most like yourself?',
    'What do others get wrong about you?',
  ],
  relationships: [
    'Who would you ring at night?',
    'Is there anybody you keep away from, or should?',
    'What goes wrong with people, and how does it start?',
  ],
  'offending-risk': [
    'Where and with whom does trouble begin?',
    'What has kept you out of it, and when?',
    'Does anybody ask you to do or carry things for them?',
  ],
  'parents-carers': [
    'Who looks after you, and who do you look after?',
    'What do they want for you, and what do you want them to know?',
    'What happens at home when things go wrong?',
  ],
  'family-history': [
    'What has happened that still matters?',
    'Who else knows, and who helped then?',
    'What should nobody bring up?',
  ],
  community: [
    'Where do you feel safe near home, and where not?',
    'What is there to do, and what does it cost to get there?',
    'Is anybody giving you a hard time because of who you are?',
  ],
  housing: [
    'Where did you sleep this week, and can you stay?',
    'What makes it hard to be there?',
    'If you had to leave tonight, where would you go?',
  ],
  income: [
    'What comes in, what goes out, and what runs short first?',
    'Do you owe anybody, and do they press you?',
    'What do you go without?',
  ],
  'physical-health': [
    'What gets in the way, how often, and since when?',
    'Who have you seen about it, and what did they say?',
    'Do you eat, sleep and move enough to get through a day?',
  ],
  'emotional-health': [
    'How are your days, from the worst to the best?',
    'What helps when it is bad, and who knows?',
    'Have you thought of hurting yourself? Asking does not put it there; then follow the signal and raise a concern.',
  ],
  'substance-use': [
    'What, how often, and with whom?',
    'What does it do for you, and what has it cost?',
    'Have you tried to stop or cut down, and what happened?',
  ],
}

export const closerWords = {
  lead: 'Stay with what asks for it. These are openings, not a list to work through.',
  whichAll:
    'Nothing was found so far that asks for more, so every factor is here. The questions are openings, not a list to work through.',
  nothingHere: 'Nothing in this group asks to be looked at closer.',
  others: (count: number) => (count === 1 ? 'One other of this group' : `${count} others of this group`),
  evidence: 'What you heard, saw or know: since when, what helps, what makes it worse',
} as const
