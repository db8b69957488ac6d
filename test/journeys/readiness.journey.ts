/** Colleagues: whom to ask, and whether an adviser is ready to take cases. */
import { journey } from './harness.ts'
import { dateIn, fillDate, makeRecord } from './people-steps.ts'

journey('A colleague is found by what they know, and says what they can be asked about', async ({ as }) => {
  const lena = await as('Lena Mockford')
  await lena.visit('/colleagues?q=apprentice', { state: 'full' })
  await lena.see('Dana Example')
  await lena.visit('/colleagues?q=nothing-of-the-kind', { state: 'empty' })
  await lena.go('/colleagues/me')
  await lena.axe('full')
  await lena.page.getByLabel('Where do you come from in your work?').selectOption('')
  await lena.click('Save')
  await lena.see('Choose where you come from in your work')
  await lena.axe()
  await lena.page.getByLabel('Where do you come from in your work?').selectOption({ label: 'Housing' })
  await lena.fill('What can you be asked about?', 'Made up: deposits')
  await lena.click('Save')
  await lena.see('Made up: deposits')
  await lena.axe('full')
})

journey(
  'A team leader writes down what an adviser has done, and is asked why somebody unready takes a case',
  async ({ as }) => {
    const [priya, dana] = [await as('Priya Specimen'), await as('Dana Example')]
    await priya.go('/colleagues?q=dana')
    await priya.click('Dana Example')
    await priya.see('Ready to take cases')
    await priya.axe('full')
    await priya.click('Write it down')
    await priya.see('Write what shows it')
    await priya.axe()
    await priya.click(priya.page.getByRole('button', { name: /^Take off\s*: Lone working/ }))
    await priya.see('1 thing is missing or over.')
    const record = await makeRecord(dana, 'Reddy', 'Madeupready', ['6', '10', '2010'])
    await priya.go(`${record}/lead`)
    const option = priya.page.locator('#adviser option', { hasText: 'Dana Example' })
    await priya.page.locator('#adviser').selectOption((await option.getAttribute('value')) ?? '')
    await priya.fill('Why?', 'Made up')
    await priya.click('Make them lead adviser')
    await priya.see('is not ready to take cases')
    await priya.axe()
    await priya.page.locator('#adviser').selectOption((await option.getAttribute('value')) ?? '')
    await priya.fill('Why do they take this one all the same?', 'Made up: nobody else is left')
    await priya.click('Make them lead adviser')
    await priya.see('Reddy Madeupready')
    await priya.go('/colleagues?q=dana')
    await priya.click('Dana Example')
    await priya.page.getByLabel('What was done?').selectOption({ label: 'Lone working and home visits' })
    await fillDate(priya, 'On which day?', await dateIn(priya, 0))
    await priya.fill('What shows it?', 'Made up: seen again')
    await priya.click('Write it down')
    await priya.see('Everything that is asked is done.')
  },
)
