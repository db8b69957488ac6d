/** What a young person decides for themselves: judged for one question, and looked at again. */
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate, makeRecord } from './people-steps.ts'

const choose = (walker: Walker, group: string | RegExp, answer: string | RegExp) =>
  walker.page.getByRole('group', { name: group }).getByRole('radio', { name: answer }).check()

journey('An adviser writes down that somebody cannot decide now, and looks at it again', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Cappy', 'Madeupcapacity', ['6', '7', '2012'])
  await dana.visit(`${record}/capacity`, { state: 'empty' })
  await dana.click('Write down a decision')
  await dana.axe('empty')
  await dana.click('Keep this')
  await dana.see('Write what is to be decided')
  await dana.axe()
  await choose(dana, 'What is it about?', 'A referral')
  await dana.fill('What is to be decided?', 'Shall we ask the counsellor to meet you?')
  await dana.fill('What was done so that they could decide?', 'Met her first, short words')
  await dana.page.getByRole('checkbox', { name: 'They could say or show' }).check()
  await dana.fill('What shows it?', 'Could not say afterwards what it was about')
  await dana.fill('What do they want?', 'Not today')
  await choose(dana, 'So', 'They cannot decide this now')
  await dana.click('Keep this')
  await dana.see('Choose who decides instead')
  await choose(dana, 'who decides?', 'Nobody yet')
  await fillDate(dana, 'Look at it again on', await dateIn(dana, 60))
  await dana.click('Keep this')
  await dana.see('To be looked at again by')
  await dana.axe('full')
  await dana.click('Look at it again')
  await dana.axe('full')
})
