/** A transfer summary: asked of the agency before, asked again, and kept as it came. */
import { journey, type Walker } from './harness.ts'
import { makeRecord } from './people-steps.ts'

const choose = (walker: Walker, group: string | RegExp, answer: string | RegExp) =>
  walker.page.getByRole('group', { name: group }).getByRole('radio', { name: answer }).check()

journey('An adviser asks who worked with somebody before, and keeps what they say', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Tressy', 'Madeuptransfer', ['6', '7', '2010'])
  await dana.visit('/transfers')
  await dana.visit(`${record}/transfers`, { state: 'empty' })
  await dana.click('Ask for a summary')
  await dana.axe('empty')
  await dana.click('I have asked')
  await dana.see('Write what you ask for')
  await dana.axe()
  await dana.fill('Another, by name', 'Made-up Leeds youth service')
  await dana.fill('What do you ask for?', 'What helped')
  await choose(dana, 'Does the young person know', 'Yes')
  await dana.click('I have asked')
  await dana.see('An answer is due by')
  await dana.axe('full')
  await dana.click('I have asked again')
  await dana.see('Asked again on')
  await dana.click('Keep the answer')
  await dana.see('Choose what came')
  await dana.axe()
  await choose(dana, 'What came?', 'It came')
  await dana.fill('What they say', 'Made-up: came every Tuesday')
  await choose(dana, 'Does what they say tell', 'Nothing of these')
  await dana.click('Keep the answer')
  await dana.see('Received')
  await dana.axe('full')
})
