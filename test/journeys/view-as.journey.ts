/** Looking at a made-up record as others would see it. */

import { journey } from './harness.ts'
import { joinAs } from './live.ts'

journey('A team leader looks at a made-up record as the school and the young person would', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/view-as')
  await priya.visit('/team')
  await priya.click(priya.page.locator('main a[href$="/caseload"]').first())
  await priya.click(priya.page.locator('main table a[href^="/people/"]').first())
  const record = new URL(priya.page.url()).pathname
  await priya.page.locator('.cx-identity summary').click()
  await priya.click('Look as others')
  await priya.see('Who would see what of')
  await priya.axe()
  await priya.visit(`${record}/view-as/young-person`)
  await priya.see('Nothing you press is kept')
  await priya.click('Back to who sees what')
  await priya.click(priya.page.getByRole('button', { name: 'Look as Hana Pastoral' }))
  await priya.see('You are looking as Hana Pastoral')
  await priya.axe()
  await priya.click('Stop looking')
  await priya.see('Look as others')
  // A page that is old by now: the colleague left, or the form was made up.
  await priya.page
    .locator('input[name="membership"]')
    .first()
    .evaluate(field => field.setAttribute('value', 'nobody'))
  await priya.click(priya.page.locator('main form button').first())
  await priya.see('cannot be looked as')
  await priya.axe()
})

journey('Where real people are on record nobody looks through another’s eyes', async ({ live, stranger }) => {
  const leader = await joinAs(await live(), stranger, 'team-leader', 'viewer')
  await leader.visit('/view-as')
  await leader.see('Nobody here is made up')
  await leader.axe()
})
