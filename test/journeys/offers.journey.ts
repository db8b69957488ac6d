/** Applications and offers on a record, the September Guarantee by school, rows from a school, and offers nobody enrolled on. */
import { journey, type Walker } from './harness.ts'
import { dateIn, fillDate, makeRecord } from './people-steps.ts'

/** Says who said so, and today. */
async function said(walker: Walker, who: string, day: string): Promise<void> {
  await walker.page.getByRole('radio', { name: who }).check()
  await fillDate(walker, day, await dateIn(walker, 0))
}

journey('An adviser writes down an application and its offer, and the guarantee follows', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/offers-not-enrolled')
  const [, month, year] = await dateIn(dana, 0)
  const september = Number(year) + (Number(month) <= 9 ? 0 : 1)
  const record = await makeRecord(dana, 'Ola', 'Offersample', ['15', '1', String(september - 16)])
  await dana.click(dana.page.locator('.cx-more summary'))
  await dana.click(dana.page.getByRole('link', { name: 'Applications and offers' }))
  await dana.axe('empty')
  await dana.click('Add an application')
  await dana.axe('empty')
  await dana.page.getByRole('radio', { name: 'Applied' }).check()
  await dana.click('Save')
  await dana.see('Select which way it is')
  await dana.axe('error')
  const place = 'The name of the place, if it is not in the list'
  await dana.page.getByLabel(place).fill('Made-up Sixth Form by the Sea')
  await dana.page.getByRole('radio', { name: 'School sixth form' }).check()
  await said(dana, 'The young person', 'On which day?')
  await dana.click('Save')
  await dana.see('Application to Made-up Sixth Form by the Sea')
  await dana.axe('full')
  await dana.click('Save what happened')
  await dana.see('Select how far it is')
  await dana.axe('error')
  await dana.page.getByRole('radio', { name: 'Offer', exact: true }).check()
  await said(dana, 'The school, college or provider', 'On which day?')
  await dana.clicks('saying that an offer came', 1, () => dana.click('Save what happened'))
  await dana.click('Put it right')
  await dana.axe('full')
  await dana.page.getByLabel(place).fill('')
  await dana.click('Save')
  await dana.see('Select the place, or enter its name')
  await dana.axe('error')
  await dana.page.getByLabel(place).fill('Made-up Sixth Form by the Sea')
  await dana.page.getByLabel('Course or job, in words (optional)').fill('Three A levels')
  await dana.click('Save')
  await dana.see('Put right. Before it was:')
  await dana.visit(`${record}/applications`)
  await dana.see('110 Offer made')
  for (const item of ['guarantee', 'destination'] as const) {
    await dana.visit(`${record}/${item}`)
    await dana.click(dana.page.getByRole('button', { name: 'Save', exact: true }))
    await dana.see('Select one of the list')
    await dana.axe('error')
    await dana.page.locator('#code').selectOption({ index: 2 })
    await said(dana, 'The young person', 'On which day was it said?')
    await dana.click(dana.page.getByRole('button', { name: 'Save', exact: true }))
    await dana.see('This is about somebody else')
  }
})

journey('A data officer sets the guarantee of a school in its rows, and by rows the school sent', async ({ as }) => {
  const owen = await as('Owen Testcase')
  await owen.visit('/guarantee')
  const options = await owen.page
    .locator('#grid-place option')
    .evaluateAll(all => all.map(one => one.getAttribute('value')))
  const rows = owen.page.locator('select[name^="guarantee:"]')
  let school = ''
  for (const value of options.flatMap(one => one || [])) {
    school = value
    await owen.go(`/guarantee?place=${value}`)
    if ((await rows.count()) > 0) break
  }
  await owen.axe('full')
  await rows.first().selectOption('151')
  await fillDate(owen, 'On which day was it said?', ['31', '2', '2026'])
  await owen.click('Save changes')
  await owen.see('There is no such day')
  await owen.axe('error')
  await fillDate(owen, 'On which day was it said?', await dateIn(owen, 0))
  await owen.clicks('saving what was chosen', 1, () => owen.click('Save changes'))
  await owen.see('1 change saved.')
  const row = owen.page.locator('tbody tr', { has: owen.page.locator('select') }).first()
  const [family = '', given = ''] = (await row.locator('th').innerText()).split(', ')
  const born = await row.locator('td').first().innerText()
  await owen.click('Paste a column from a school')
  await owen.axe('full')
  await owen.page.getByLabel('School or college').selectOption(school)
  await owen.click('Look at it first')
  await owen.see('Paste at least one row')
  await owen.axe('error')
  await owen.page.getByLabel('Rows').fill(`${family}\t${given}\t${born}\toffer made\nNobody\tNever\t1/1/2011\tperhaps`)
  await owen.click('Look at it first')
  await owen.see('1 row to mend')
  await owen.axe('full')
  await owen.click('Save these changes')
  await owen.see('1 change saved.')
})
