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

journey('What advisers are asked for, what they do, and what partners say of it', async ({ as }) => {
  const alex = await as('Alex Overview')
  await alex.visit('/asked-for', { state: 'full' })
  await alex.see('extra hands for behaviour')
  await alex.visit('/adviser-role')
  await alex.visit('/partner-feedback', { state: 'empty' })
  const last = await alex.page.locator('#filter-year option').nth(1).getAttribute('value')
  await alex.visit(`/partner-feedback?year=${last}`, { state: 'full' })
  await alex.see('We can reach an adviser when we need one')

  await alex.visit('/staffing', { state: 'full' })
  await alex.click(alex.page.locator('main a[href^="/staffing/"]').first())
  await alex.axe('full')
  await alex.click('Save posts')
  await alex.see('Enter how many posts there are')
  await alex.axe()

  const owen = await as('Owen Testcase')
  await owen.go('/protocols')
  await owen.click(owen.page.getByRole('link', { name: /extra hands for behaviour/ }).first())
  await owen.click('Is this an adviser’s task?')
  await owen.axe('full')
  await owen.fill('If it is not, why not?', 'x'.repeat(301))
  await owen.click('Save')
  await owen.see('Use at most 300 letters')
  await owen.axe()

  const cas = await as('Dov Pastoral')
  await cas.go('/')
  await cas.click('Say it now, or put it off')
  await cas.axe('full')
  await cas.click('Send')
  await cas.see('Say whether you agree')
  await cas.axe()
  for (const group of await cas.page.getByRole('group').all())
    if ((await group.getByRole('radio').count()) > 0)
      await group.getByRole('radio', { name: 'Agree', exact: true }).check()
  await cas.click('Send')
  await cas.see('Thank you')
  await cas.axe('empty')
})
