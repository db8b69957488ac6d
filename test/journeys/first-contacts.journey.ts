/** First contacts that are due: one's own, a team's, and the way to arrange one. */
import { journey } from './harness.ts'

journey('First contacts that are due stand on a list, one’s own and the team’s', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/first-contacts', { state: 'full' })
  await dana.click(dana.page.getByRole('link', { name: /Arrange to meet/ }).first())
  await dana.see('What you bring along')
  const priya = await as('Priya Specimen')
  await priya.visit('/first-contacts?of=team', { state: 'full' })
})
