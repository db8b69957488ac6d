/** A safety plan made with a young person: written, copied, looked at again, ended. */
import { journey } from './harness.ts'
import { dateIn, fillDate } from './people-steps.ts'

journey('An adviser makes a safety plan with a young person, gives a copy and looks at it again', async ({ as }) => {
  const imran = await as('Imran Demo')
  await imran.visit('/caseload')
  const people = await imran.page
    .locator('main table a[href^="/people/"]')
    .evaluateAll(links =>
      links.map(link => (link as HTMLAnchorElement).pathname).filter(path => /^\/people\/[\w-]+$/.test(path)),
    )
  let base = ''
  for (const path of [...new Set(people)].toReversed()) {
    await imran.go(`${path}/safety-plan`)
    if ((await imran.page.locator('main .cx-empty').count()) > 0) base = `${path}/safety-plan`
    if (base !== '') break
  }
  await imran.visit(base, { state: 'empty' })
  await imran.visit(`${base}/new`, { state: 'empty' })
  await imran.click('Keep it')
  await imran.see('Enter this in their words')
  await imran.axe()
  await imran.fill('How I notice that it gets bad', 'I stop answering (made up)')
  await imran.fill('What helps me', 'The dog (made up)')
  await imran.fill('Who I can talk to', 'My aunt (made up)')
  await imran.page.getByRole('radio', { name: 'Yes', exact: true }).check()
  await imran.page.getByRole('radio', { name: 'On paper', exact: true }).check()
  await fillDate(imran, 'Look at it again by', ['1', '1', '2020'])
  await imran.click('Keep it')
  await imran.see('must be after today')
  await imran.axe()
  await fillDate(imran, 'Look at it again by', await dateIn(imran, 20))
  await imran.click('Keep it')
  await imran.see('It does not keep anybody safe by itself.')
  await imran.axe('full')
  await imran.visit(`${base}/copy`)
  await imran.see('116 123')
  const copy = await imran.keep('Download it as a PDF', 'plan.pdf')
  if (!copy.text.includes('116 123')) throw new Error('the copy lacks whom to ring')
  await imran.visit(`${base}/new`, { state: 'full' })
  await imran.visit(`${base}/end`, { state: 'empty' })
  await imran.click('End it')
  await imran.see('Enter why it is ended')
  await imran.axe()
  await imran.fill('Why is it ended?', 'Made for this walk alone (made up)')
  await imran.click('End it')
  await imran.see('No safety plan')
})
