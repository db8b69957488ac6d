/** What a parent or carer is let read of a plan: chosen and shown first on the adviser's screen, read on the adult's phone, and looked at in the demo. */
import { journey } from './harness.ts'
import { madeLink } from './link-steps.ts'
import { makeRecord } from './people-steps.ts'

journey(
  'A parent reads what the young person lets them read of the plan, by a link, and leaves',
  async ({ as, stranger }) => {
    const imran = await as('Imran Demo')
    const record = await makeRecord(imran, 'Wren', 'Madeupcarer', ['8', '8', '2010'])
    for (const words of ['Made up: I want to build walls', 'Made up: what stays with us']) {
      await imran.go(`${record}/plan/goals/new`)
      await imran.fill('What Wren wants, in their own words', words)
      await imran.click('Save goal')
    }
    await imran.visit(`${record}/plan/adult`, { state: 'empty' })
    await imran.go(`${record}/adults`)
    await imran.fill('Name', 'Mor Madeupcarer')
    await imran.fill('Who are they to the young person?', 'Mother')
    await imran.page.locator('[name="responsibility"][value="yes"]').check()
    await imran.page.locator('[name="told"][value="ask-first"]').check()
    await imran.page.locator('main form button').last().click()
    await imran.go(`${record}/plan`)
    await imran.click('A link for a parent or carer')
    await imran.visit(`${record}/plan/adult`, { state: 'full' })
    await imran.click('Show what they would read')
    await imran.see('Select who it is for')
    await imran.axe()
    await imran.page.getByLabel('Mor Madeupcarer').check()
    await imran.page.getByLabel('I want to build walls').check()
    await imran.click('Show what they would read')
    await imran.see('What Mor Madeupcarer would read')
    await imran.doNotSee('what stays with us')
    await imran.visit(new URL(imran.page.url()).pathname + new URL(imran.page.url()).search)
    await imran.click('Make the link')
    await imran.see('Select what they say to it')
    await imran.axe()
    await imran.page.getByLabel('Wren read it and says yes').check()
    await imran.click('Make the link')
    await imran.see('Give them both, by two ways')
    await imran.axe()
    const { path: link, code } = await madeLink(imran)

    const mor = await stranger()
    await mor.go(link)
    await mor.fill('Code', code)
    await mor.click('Go on')
    await mor.see('Wren’s plan')
    await mor.see('I want to build walls')
    await mor.doNotSee('what stays with us')
    await mor.visit(`${link}/shared`)
    await mor.click('Worried about their safety? Tell us')
    await mor.see('Is somebody in danger now?')
    await mor.axe()
    await mor.go(`${link}/shared`)
    await mor.click('I am done: close this')
    await mor.see('You can close this page now')

    const priya = await as('Priya Specimen')
    await priya.go(`/view-as?person=${record.replace('/people/', '')}`)
    await priya.click('Look as Mor Madeupcarer')
    await priya.see('As Mor Madeupcarer would see it')
    await priya.visit(new URL(priya.page.url()).pathname)
  },
)
