/** Two colleagues, each in their own window: one arranges, the other answers, one records, and the diary of each shows it. */
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate, firstRecord } from './people-steps.ts'

/** Arranges a meeting so many days from today with the first colleague who is offered to come along; their name. */
async function arrangeTogether(dana: Walker, inDays: number, place: string): Promise<string> {
  await dana.go('/caseload')
  await dana.go(`${await firstRecord(dana)}/appointments/new`)
  const offered = dana.page.getByRole('group', { name: 'Colleagues who come along' })
  const colleague = ((await offered.locator('label').first().textContent()) ?? '').trim()
  await fillDate(dana, 'Day', await dateIn(dana, inDays))
  await dana.fill('Time', '23:20')
  // Over before the next of that day: other journeys arrange theirs with the same adviser.
  await dana.fill('Minutes', '5')
  await dana.fill('Where', place)
  await offered.getByRole('checkbox', { name: colleague }).check()
  await dana.click('Save')
  await dana.see(`${colleague} (asked)`)
  return colleague
}

journey('A colleague comes along to a meeting, from the diary of one into the diary of both', async ({ as }) => {
  const dana = await as('Dana Example')
  const colleague = await arrangeTogether(dana, 0, 'Made-up library, by the stairs')
  await dana.axe('full')
  const other = await as(colleague)
  await other.visit('/')
  await other.visit('/diary?view=day')
  const row = other.page.getByRole('row').filter({ hasText: 'With Dana Example' }).first()
  await other.clicks('saying that one comes along, from the diary', 2, async () => {
    await other.click(row.getByRole('link', { name: 'Say whether you come' }))
    await other.axe('empty')
    await other.page.getByRole('radio', { name: 'I come along' }).check()
    await other.click('Send the answer')
  })
  await dana.go('/diary?view=day')
  await dana.see(`${colleague} (coming)`)
  await dana.click(
    dana.page.getByRole('row').filter({ hasText: 'by the stairs' }).getByRole('link', { name: /Open/ }).first(),
  )
  await dana.see('Who comes along')
  await dana.axe('full')
  await other.go('/diary?view=day')
  await other.click(
    other.page
      .getByRole('row')
      .filter({ hasText: 'by the stairs' })
      .getByRole('link', { name: /Did they come/ }),
  )
  await other.see('Colleagues who were there')
  await other.axe('full')
  await other.page.getByLabel('What happened').fill('Made up: the three of us met.')
  await other.click('Save and open the record')
  await other.see('With Dana Example')
  await dana.go('/diary?view=day')
  const held = dana.page.getByRole('row').filter({ hasText: 'by the stairs' })
  await held.getByText('Came', { exact: true }).waitFor()
  await other.visit('/hours')
  await dana.visit('/hours')
  await dana.see('Together with a colleague')
  await other.go('/diary?view=day')
  const own = other.page.getByRole('row').filter({ hasText: 'by the stairs' })
  await other.click(own.getByRole('link', { name: /Open/ }).first())
  await other.click('Open the contact')
  const contact = new URL(other.page.url()).pathname
  await other.see('Colleagues who were there')
  await other.axe('full')
  await other.page.getByRole('checkbox', { name: 'Dana Example' }).uncheck()
  await other.click('Save contact')
  await other.see('Enter why you are changing it')
  await other.axe('error')
  await other.fill('Why are you changing it?', 'Made up: she was called away')
  await other.click('Save contact')
  await other.go(contact)
  if (await other.page.getByRole('checkbox', { name: 'Dana Example' }).isChecked())
    throw new Error('who was there was not put right')
})

journey('An answer that is left out is asked for, and one who cannot come says so', async ({ as }) => {
  const dana = await as('Dana Example')
  const other = await as(await arrangeTogether(dana, 1, 'Made-up library, by the door'))
  await other.go('/diary?view=list')
  const row = other.page.getByRole('row').filter({ hasText: 'by the door' })
  await other.click(row.getByRole('link', { name: /Say whether you come/ }))
  await other.click('Send the answer')
  await other.see('Select whether you come along')
  await other.axe('error')
  await other.page.getByRole('radio', { name: 'I cannot come' }).check()
  await other.fill('A few words', 'Made up: a course that day')
  await other.click('Send the answer')
  await other.see('Diary')
  await dana.go('/diary?view=list')
  await dana.see('(cannot come)')
})
