/** Going out alone: the plan before, the buttons of the one who is out, what a buddy sees, and what nearly went wrong. */
import { journey } from './harness.ts'
import { firstRecord } from './people-steps.ts'

journey('An adviser plans a visit at home, goes in, stays longer and is back; a buddy sees no name', async ({ as }) => {
  const mair = await as('Mair Sample')
  await mair.go('/caseload')
  const record = await firstRecord(mair)
  await mair.go(`${record}/appointments/new`)
  const [year, month, day] = await mair.page.evaluate(() =>
    new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).split('-'),
  )
  for (const [box, value] of [
    ['day', day],
    ['month', month],
    ['year', year],
  ])
    await mair.page.locator(`#on-${box}`).fill(value ?? '')
  await mair.fill('Time', '07:05')
  await mair.page.getByRole('radio', { name: 'Home visit' }).check()
  await mair.click('Save')
  await mair.see('Before you go')
  await mair.axe()
  await mair.page.getByLabel('What you say when you are in danger').fill('')
  await mair.click('Save the plan')
  await mair.see('Select what you looked at')
  await mair.axe()
  await mair.page.getByRole('checkbox', { name: 'The alerts on it' }).check()
  await mair.page.getByRole('radio', { name: 'I go alone' }).check()
  await mair.page.locator('#buddy').selectOption({ label: 'Dana Example' })
  await mair.fill('Where about', 'Made up: Hebden, by the canal')
  await mair.fill('Back by (time)', '08:00')
  await mair.fill('How you are reached', '01422 000000')
  await mair.fill('What you say when you are in danger', 'Please move my four o’clock')
  await mair.click('Save the plan')
  await mair.see('Made up: Hebden, by the canal')
  await mair.axe()
  const visit = new URL(mair.page.url()).pathname
  await mair.clicks('saying that one goes in', 1, () => mair.click('I am going in'))
  await mair.click('30 minutes longer')
  await mair.see('08:30')
  await mair.visit('/visits')

  const alex = await as('Alex Overview')
  await alex.visit('/visits')
  await alex.see('Everybody who is out')
  const dana = await as('Dana Example')
  await dana.visit('/visits')
  await dana.see('Made up: Hebden, by the canal')
  await dana.visit(visit)
  await dana.click('They are safe')
  await dana.see('Enter how you know that they are safe')
  await dana.axe('error')

  await mair.go(visit)
  await mair.clicks('saying that one is back', 1, () => mair.click('I am back'))
  await mair.see('Back, says Mair Sample')
  await mair.visit('/near-misses')
  await mair.click('Write it down')
  await mair.see('Enter what happened')
  await mair.axe()
  await mair.fill('What happened', 'Made up: the gate locked behind me')
  await mair.click('Write it down')
  await mair.see('Made up: the gate locked behind me')
})

journey('Somebody nobody waits for sees that nobody is out', async ({ as }) => {
  const admin = await as('Kofi Adminson')
  await admin.visit('/visits', { state: 'empty' })
})
