/** Everything works without this file; it only saves steps. */
import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs,
} from 'govuk-frontend'
import { closeMenus } from './close-menus.ts'
import { copyOnClick } from './copy.ts'
import { focusFindOnKey } from './find-key.ts'
import { foldFilters } from './fold-filters.ts'
import { pollProgress } from './poll.ts'
import { pressOnKey } from './press-keys.ts'
import { saveItself } from './save-itself.ts'
import { forgetAtSignOut } from './sign-out.ts'
import { skipToTop } from './skip-to-top.ts'
import { takeAlong } from './take-along.ts'

for (const component of [Button, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, Tabs]) {
  createAll(component)
}
closeMenus()
focusFindOnKey()
foldFilters()
copyOnClick()
pollProgress()
pressOnKey()
saveItself()
forgetAtSignOut()
skipToTop()
takeAlong()
