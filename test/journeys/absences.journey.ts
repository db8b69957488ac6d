/** A school tells of somebody who does not come any more, takes it back, and an adviser sees what waits. */
import { journey } from './harness.ts'
import { dateIn, fillDate } from './people-steps.ts'

journey('A school tells of an absence and takes it back; an adviser sees whom they are told of', async ({ as }) => {
  const hana = await as('Hana Pastoral')
  await hana.visit('/absences', { state: 'full' })
  await hana.go('/roll')
  const first = hana.page.locator('main th a[href^="/people/"]').first()
  const named = await first.innerText()
  await hana.click(first)
  const born = await hana.page.locator('.cx-identity__facts div', { hasText: 'Born' }).locator('dt').innerText()
  const record = new URL(hana.page.url()).pathname
  await hana.click(hana.page.locator('.cx-more summary'))
  await hana.click(hana.page.getByRole('link', { name: 'Tell of an absence' }))
  await hana.axe('empty')
  await hana.click('Tell their adviser')
  await hana.see('Select what happened')
  await hana.axe()
  await hana.page.getByRole('radio', { name: 'Left without another place' }).check()
  await fillDate(hana, 'When were they last there?', await dateIn(hana, -2))
  await hana.page.getByRole('radio', { name: 'Says they work' }).check()
  await hana.click('Tell their adviser')
  await hana.see('Nobody has taken it in hand yet')
  await hana.axe()
  await hana.click('Take it back: they are here')
  await hana.visit('/absences?show=over')
  await hana.go(record)

  await hana.click(hana.page.getByRole('link', { name: 'Absences', exact: true }))
  await hana.click('Tell by a file')
  await hana.axe('full')
  await hana.click('Look at the rows')
  await hana.see('Choose your file')
  await hana.axe()
  const [family = '', given = ''] = named.split(', ')
  const last = await dateIn(hana, -2)
  const said = `${family},${given},${born.replace(/^Born /, '')},${last.join('/')}`
  await hana.page.locator('input[type=file]').setInputFiles({
    name: 'absences.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Surname,Forename,DOB,Last attended,What,Notes\n${said},absent,The phone is off\nNobody,Atall,1/1/2010,soon,ill,\n`,
    ),
  })
  await hana.click('Look at the rows')
  await hana.see('1 row to mend')
  await hana.axe('full')
  await hana.click('Tell their adviser of 1')
  await hana.see('1 was told of.')
  await hana.axe('full')

  for (const name of ['Dana Example', 'Imran Demo', 'Mair Sample']) {
    const adviser = await as(name)
    await adviser.visit('/absences')
    const line = adviser.page.locator('main table a').first()
    if ((await line.count()) === 0) continue
    await adviser.click(line)
    await adviser.see('Where it stands')
    await adviser.axe()
    const answer = adviser.page.getByText('Say what became of it', { exact: true })
    if ((await answer.count()) === 0) continue
    if (!(await adviser.page.getByRole('group', { name: 'What became of it?' }).isVisible()))
      await answer.first().click()
    await adviser.click(adviser.page.getByRole('button', { name: 'Say what became of it' }))
    await adviser.see('Select what became of it')
    await adviser.axe()
  }
})
