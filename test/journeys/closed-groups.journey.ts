/** A closed group: planned with who is expected, more put on the list, ticked on the day, and another called off. */
import { journey } from './harness.ts'
import { dateIn, fillDate } from './people-steps.ts'

journey('A closed group is planned with who is expected, ticked on the day, and another called off', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/groups', { state: 'full' })
  await dana.click('Plan a closed group')
  await dana.axe('empty')
  await dana.click(dana.page.locator('main').getByRole('button', { name: 'Save', exact: true }))
  await dana.see('Enter what it is called or was about')
  await dana.axe()
  await dana.fill('What is it called, or was it about?', 'Made up: bicycle club')
  await fillDate(dana, 'Day', await dateIn(dana, 0))
  await dana.fill('Where', 'Made-up yard')
  await dana.page.getByRole('group', { name: 'Who is expected?' }).getByRole('checkbox').first().check()
  await dana.click(dana.page.locator('main').getByRole('button', { name: 'Save', exact: true }))
  await dana.see('Who is expected, of those you may know')
  await dana.axe('full')
  const session = new URL(dana.page.url()).pathname

  await dana.visit(`${session}/expected`, { state: 'full' })
  await dana.click('Put them on the list')
  await dana.see('Select who is expected')
  await dana.axe()
  await dana.page.getByRole('checkbox').first().check()
  await dana.click('Put them on the list')
  await dana.see('Take off the list')

  await dana.click('Say who came')
  await dana.axe('full')
  await dana.page.getByRole('group', { name: 'Who came?' }).getByRole('checkbox').first().check()
  // Longer than a note may be: said at its field, and nothing typed is lost.
  await dana.fill('What happened', 'Made up. '.repeat(1200))
  await dana.click(dana.page.locator('main').getByRole('button', { name: 'Save', exact: true }))
  await dana.see('There is a problem')
  await dana.axe()
  await dana.fill('What happened', 'Made up: everybody took a wheel off.')
  await dana.clicks('ticking who came to a closed group, once ticked', 1, () =>
    dana.click(dana.page.locator('main').getByRole('button', { name: 'Save', exact: true })),
  )
  await dana.see('Who did not come, of those you may know')
  await dana.axe('full')
  await dana.visit(`${session}/attendance`, { state: 'empty' })

  await dana.go(session)
  await dana.click('Held again')
  await fillDate(dana, 'Day', await dateIn(dana, 7))
  await dana.axe('full')
  await dana.click(dana.page.locator('main').getByRole('button', { name: 'Save', exact: true }))
  await dana.page.getByText('Call it off').first().click()
  await dana.click(dana.page.getByRole('button', { name: 'Call it off' }))
  await dana.see('Enter why it is called off')
  await dana.axe()
  await dana.fill('Why?', 'Made up: no room')
  await dana.click(dana.page.getByRole('button', { name: 'Call it off' }))
  await dana.see('Called off')
  await dana.axe('full')
})
