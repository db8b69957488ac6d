/** How advisers work at and with other agencies: what was agreed with a host. */
import { journey } from './harness.ts'

journey('A team leader writes down what was agreed with a host, and the adviser reads it', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/deployments', { state: 'full' })
  await priya.click(priya.page.getByRole('link', { name: /Not yet/ }))
  await priya.axe('empty')
  const at = new URL(priya.page.url()).pathname
  await priya.click('Write down what was agreed')
  await priya.axe('full')
  await priya.click('Save what was agreed')
  await priya.see('Enter which room or desk they have')
  await priya.axe()
  await priya.fill('Which room or desk do they have there?', 'Made-up room 7')
  await priya.fill('Who directs the day there?', 'Jo Madeup, head of year')
  await priya.page.getByLabel('Who is their line manager here?').selectOption({ label: 'Nia Pretend (Team leader)' })
  await priya.fill('What may the place be told?', 'That somebody was seen')
  await priya.fill('What is the place not told?', 'What was said')
  await priya.fill('With whom there?', 'Sam Madeup')
  const today = new Date()
  const next = new Date(today.getFullYear(), today.getMonth() + 6, 1)
  for (const [group, day] of [
    ['When was this agreed?', today],
    ['When is it looked at again?', next],
  ] as const) {
    const boxes = priya.page.getByRole('group', { name: group })
    await boxes.getByLabel('Day').fill(String(day.getDate()))
    await boxes.getByLabel('Month').fill(String(day.getMonth() + 1))
    await boxes.getByLabel('Year').fill(String(day.getFullYear()))
  }
  await priya.click('Save what was agreed')
  await priya.see('Made-up room 7')
  await priya.axe('full')

  const mair = await as('Mair Sample')
  await mair.visit('/institutions', { state: 'full' })
  await mair.visit(at)
  await mair.doNotSee('Change or look again')
})
