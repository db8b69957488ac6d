/** A team of the demo that takes on the adviser's task together, and what it asked its specialist: a question of every state. */
import {
  answerAdvice,
  askSpecialist,
  findAdvice,
  findTeamOf,
  takeOnTogether,
  withdrawAdvice,
} from '#rooms/deployment/index.ts'
import { accountOf, done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const ASKED = [
  { question: 'Who is there for somebody who comes out of custody on a Friday? (Made up.)', ends: 'answered' },
  { question: 'How do you begin with somebody who does not want to talk at all? (Made up.)', ends: 'asked' },
  { question: 'Which form is it for the bursary? (Made up: found it.)', ends: 'withdrawn' },
] as const

export async function furnishAdvice(work: DailyWork): Promise<void> {
  const [dana, imran] = [accountOf(work, 'dana.example'), accountOf(work, 'imran.demo')]
  const as = actingAs(work, dana)
  const team = await work.database.transaction(as, tx => findTeamOf(tx, dana))
  if (team?.leaderId == null) throw new Error('the demo’s Dana is in no team')
  await work.database.transaction(actingAs(work, team.leaderId), async tx =>
    done(
      await takeOnTogether(tx, team.id, { specialistId: imran, about: 'Young people with much in the way (made up)' }),
    ),
  )
  for (const { question, ends } of ASKED) {
    const id = await work.database.transaction(as, async tx => done(await askSpecialist(tx, team.id, dana, question)))
    if (ends === 'asked') continue
    await work.database.transaction(ends === 'answered' ? actingAs(work, imran) : as, async tx => {
      const one = await findAdvice(tx, id)
      if (!one) throw new Error('the demo’s question cannot be found')
      if (ends === 'answered')
        done(await answerAdvice(tx, one, imran, 'The duty desk knows; ring on Thursday. (Made up.)'))
      else done(await withdrawAdvice(tx, one, dana))
    })
  }
}
