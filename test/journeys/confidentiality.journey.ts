/** What stays between us: written by whoever keeps it, read with a young person, and with whom not yet. */
import { journey } from './harness.ts'
import { makeRecord } from './people-steps.ts'

journey('What stays between us is read with a young person, who says what it means', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/confidentiality/due', { state: 'full' })
  const record = await makeRecord(dana, 'Kit', 'Madeuppromise', ['6', '10', '2010'])
  await dana.visit(`${record}/confidentiality`, { state: 'empty' })
  await dana.click('Read it with them')
  await dana.see('When I have to tell somebody')
  await dana.axe('full')
  await dana.click('Keep that it was read')
  await dana.see('Choose how it was read')
  await dana.axe()
  await dana.page.getByRole('radio', { name: 'I read it aloud' }).check()
  await dana.page.getByRole('radio', { name: 'Yes', exact: true }).check()
  await dana.click('Keep that it was read')
  await dana.see('That shows that they understood')
  await dana.fill('What do they say it means?', 'Made up: you tell if I am hurt')
  await dana.clicks('keeping that it was read', 1, () => dana.click('Keep that it was read'))
  await dana.see('Made up: you tell if I am hurt')
  await dana.axe('full')
  const priya = await as('Priya Specimen')
  await priya.visit('/confidentiality/due', { state: 'empty' })
})

journey('Whoever keeps what stays between us writes a new version', async ({ as }) => {
  const alex = await as('Alex Overview')
  await alex.visit('/confidentiality', { state: 'full' })
  await alex.click('Write a new version')
  await alex.axe('full')
  await alex.click('Put it in force')
  await alex.see('These are the words in force already')
  await alex.axe()
  await alex.fill('What you can ask', 'Made up: ask me anything about what is written')
  await alex.click('Put it in force')
  await alex.see(/Version 3, in force since/)
})
