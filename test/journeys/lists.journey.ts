/** Partners' lists: agreement, sending in, columns, preview, applying, questions. */
import { journey } from './harness.ts'

const LIST = [
  'Surname,Forename,Date of birth,Postcode,Year',
  'Testcase,Listed,04/05/2010,HX1 1AA,11',
  'Testcase,,31/02/2010,HX1 1AA,11',
].join('\n')

journey('A data officer sends a list in, looks at what it would change, and applies it', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/lists')
  await owen.visit('/lists/new', { state: 'empty' })
  await owen.click('Look at it')
  await owen.see('There is a problem')
  await owen.axe()
  await owen.page.getByLabel('Partner', { exact: true }).selectOption({ index: 1 })
  await owen.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'journey-sample.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  await owen.clicks('sending a list in', 1, () => owen.click('Look at it'))
  await owen.see('What is in each column?')
  await owen.axe()
  await owen.clicks('confirming the columns', 1, () => owen.click('Read the list'))
  const button = owen.page.getByRole('button', { name: 'Apply', exact: true })
  for (let n = 0; n < 40 && (await button.count()) === 0; n++) {
    await owen.page.waitForTimeout(250)
    await owen.page.reload()
  }
  await owen.axe()
  await owen.clicks('applying a list', 1, () => owen.click(button))
  const undo = owen.page.getByRole('button', { name: 'Undo' })
  for (let n = 0; n < 40 && (await undo.count()) === 0; n++) {
    await owen.page.waitForTimeout(250)
    await owen.page.reload()
  }
  await owen.axe()
})

journey('An agreement is put on record before lists come in', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/agreements')
  await owen.visit('/agreements/new', { state: 'empty' })
  await owen.click('Put it on record')
  await owen.see('There is a problem')
  await owen.axe()
})

journey('A question about a row is answered', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/questions')
  await owen.click(owen.page.locator('main a[href^="/questions/"]').first())
  await owen.axe()
})
