/** Emergency access, who looked. */
import { journey } from './harness.ts'

journey('Emergency access opens a record for an hour, and is reviewed', async ({ as }) => {
  const priya = await as('Priya Specimen')
  await priya.visit('/emergency-access')
  const mair = await as('Mair Sample')
  await mair.visit('/emergency-access/new', { state: 'empty' })
  await mair.click('Open for one hour')
  await mair.see('There is a problem')
  await mair.axe()
})

journey('Information governance sees who looked at whom', async ({ as }) => {
  const gwen = await as('Gwen Pattern')
  await gwen.visit('/who-looked')
  await gwen.click(gwen.page.locator('main a[href^="/who-looked/"]').first())
  await gwen.axe()
  await gwen.visit('/emergency-access')
})

journey('A manager sees how many there are, and of nobody who they are', async ({ as }) => {
  const alex = await as('Alex Overview')
  await alex.visit('/counts')
  await alex.see('By current activity')
  await alex.visit('/counts/referrals')
})
