/** What an adviser does, for whoever is signed in: partners read the same page as staff. */
import { get, type HouseRoute, html, StaffPage } from '#rooms/identity/index.ts'
import { page } from '#web/register.ts'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import { en } from './words.ts'

export function roleRoutes(): HouseRoute[] {
  return [
    get('/adviser-role', { permission: 'day.see', audit: { none: 'words that are the same for everybody' } }, visit =>
      page(
        html(
          <StaffPage visitor={visit.visitor} title={en.title} current="/adviser-role">
            <PageHead title={en.title} lead={en.lead} />
            {en.sections.map(({ head, lines }) => (
              <>
                <SectionHead>{head}</SectionHead>
                <ul class="govuk-list govuk-list--bullet">
                  {lines.map(line => (
                    <li>{line}</li>
                  ))}
                </ul>
              </>
            ))}
          </StaffPage>,
        ),
      ),
    ),
  ]
}
