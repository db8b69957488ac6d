/** A team that takes on the adviser's task together asks its specialist. */
import { journey } from './harness.ts'

journey('An adviser asks the specialist of the team, who answers', async ({ as }) => {
  const [dana, imran] = [await as('Dana Example'), await as('Imran Demo')]
  await dana.visit('/advice', { state: 'full' })
  await dana.click('Ask for advice')
  await dana.axe('full')
  await dana.click(dana.page.getByRole('button', { name: 'Ask', exact: true }))
  await dana.see('Write what you want to know')
  await dana.axe()
  await dana.fill('What do you want to know?', 'Made up: who drives to the valley?')
  await dana.clicks('asking for advice', 1, () =>
    dana.click(dana.page.getByRole('button', { name: 'Ask', exact: true })),
  )
  await dana.see('Waits for an answer')
  const at = new URL(dana.page.url()).pathname
  await imran.go(at)
  await imran.axe('full')
  await imran.click('Send the answer')
  await imran.see('Write what you advise')
  await imran.axe()
  await imran.fill('What do you advise?', 'Made up: ask the farm')
  await imran.click('Send the answer')
  await imran.see('Made up: ask the farm')
  const priya = await as('Priya Specimen')
  await priya.visit('/advice', { state: 'empty' })
})

journey('A team leader says that the team takes it on together', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.go('/team/task')
  await priya.axe('full')
  await priya.fill('About what?', '')
  await priya.click('Save')
  await priya.see('Write about what they can be asked')
  await priya.axe()
  await priya.fill('About what?', 'Made up: whatever is hard')
  await priya.click('Save')
  await priya.see('Made up: whatever is hard')
})
