/** A place without accounts tells by a link from whoever leads: what it told is answered, and a new link tells the place what was agreed. */
import { journey } from './harness.ts'
import { madeLink } from './link-steps.ts'
import { dateIn, fillDate } from './people-steps.ts'

journey('A place without accounts tells of an absence by a link, and reads by the next what it is to hear', async w => {
  const dana = await w.as('Dana Example')
  await dana.go('/absences')
  const paths = await dana.page
    .locator('main table a')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  for (const path of paths) {
    await dana.go(path)
    if ((await dana.page.getByText('Tam Madeuptutor, tutor, by a link').count()) > 0) break
  }
  await dana.see('Tam Madeuptutor, tutor, by a link')
  await dana.axe('full')
  const answer = dana.page.getByRole('group', { name: 'What became of it?' })
  if (!(await answer.isVisible())) await dana.page.getByText('Say what became of it', { exact: true }).first().click()
  await dana.page.getByRole('radio', { name: 'They come back on an agreed day' }).check()
  await dana.fill('For the place: only what was agreed with them (optional)', 'Made up: back on Thursday')
  await dana.click(dana.page.getByRole('button', { name: 'Say what became of it' }))
  await dana.see('Answered')
  await dana.click('Make a new link for them')
  await dana.axe('full')
  await dana.click('Make the link')
  await dana.see('Enter who there it is for')
  await dana.axe()
  await dana.page.locator('[name="place"]').first().check()
  await dana.fill('Who there is it for?', 'Tam Madeuptutor, tutor')
  await dana.page.locator('[name="says"][value="agreed"]').check()
  await dana.click('Make the link')
  await dana.see('Give them both, by two ways')
  await dana.axe('full')
  const { path: link, code } = await madeLink(dana)

  const tam = await w.stranger()
  await tam.go(link)
  await tam.fill('Code', code)
  await tam.click('Go on')
  await tam.see('Made up: back on Thursday')
  await tam.axe('full')
  await tam.click('Tell their adviser')
  await tam.see('Select what happened')
  await tam.axe()
  await tam.page.getByRole('radio', { name: 'Left without another place' }).check()
  await fillDate(tam, 'When were they last there?', await dateIn(tam, -2))
  await tam.page.getByRole('radio', { name: 'Not known' }).check()
  await tam.click('Tell their adviser')
  await tam.see('Their adviser knows now')
  await tam.visit(`${link}/absence`)
  await tam.click('Worried about their safety? Tell us')
  await tam.see('Are they in danger now?')
  await tam.axe('full')
  await tam.go(`${link}/absence`)
  await tam.click('I am done: close this')
  await tam.see('You can close this page now')
})
