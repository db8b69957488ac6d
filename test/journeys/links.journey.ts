/** A plan on a young person's own phone: a link and a code by two ways, read, answered, shut. */
import { journey } from './harness.ts'
import { madeLink } from './link-steps.ts'
import { makeRecord } from './people-steps.ts'

journey(
  'A young person reads their plan on their phone by a link, says what they think, and leaves',
  async ({ as, stranger }) => {
    const dana = await as('Dana Example')
    const record = await makeRecord(dana, 'Lark', 'Madeuplink', ['8', '8', '2010'])
    await dana.go(`${record}/plan/goals/new`)
    await dana.fill('What Lark wants, in their own words', 'Made up: I want to paint')
    await dana.click('Save goal')
    await dana.visit(`${record}/plan/link`, { state: 'full' })
    await dana.page
      .getByRole('group', { name: 'Look at the plan again by' })
      .getByLabel('Day', { exact: true })
      .fill('')
    await dana.click('Make the link')
    await dana.see('There is a problem')
    await dana.axe()
    await dana.go(`${record}/plan/link`)
    await dana.click('Make the link')
    await dana.see('Give them both, by two ways')
    await dana.axe()
    const { path: link, code } = await madeLink(dana)

    const lark = await stranger()
    await lark.visit(link, { state: 'empty' })
    await lark.click('Go on')
    await lark.see('Enter the code of 6 numbers')
    await lark.axe()
    await lark.fill('Code', code)
    await lark.click('Go on')
    await lark.see('I want to paint')
    await lark.visit(`${link}/plan`, { state: 'full' })
    const own = await lark.keep('Download it as a PDF', 'my-plan.pdf')
    if (!own.text.includes('I want to paint')) throw new Error('the file lacks their goal')
    await lark.click('Send my answer')
    await lark.see('Select whether this plan is right for you')
    await lark.axe()
    await lark.visit(`${link}/worried`, { state: 'full' })
    await lark.page.getByLabel('What is worrying you?').fill('x'.repeat(5001))
    await lark.click('Send')
    await lark.see('Use at most 5,000 characters')
    await lark.axe()
    await lark.go(`${link}/plan`)
    await lark.clicks('agreeing to a plan', 2, async () => {
      await lark.click(lark.page.getByRole('radio', { name: 'Yes, I agree' }))
      await lark.click('Send my answer')
    })
    await lark.see('Thank you')
    await lark.axe()
    await lark.click('I am done: close this')
    await lark.see('You can close this page now')
    await lark.axe()
    await dana.go(`${record}/plan`)
    await dana.see('They said so themselves, by a link.')
  },
)
