/** The door of the panels room. */
export {
  bring,
  findFiledItem,
  prepareItem,
  sealItem,
  takeOff,
} from './actions/bringing.ts'
export { addAction, chaseActions, findFiledAction, finishAction, sayOutcome, sealAction } from './actions/deciding.ts'
export { endPanel, listAttenders, makePanel, putAttender, releasePanels } from './actions/keeping.ts'
export { callOff, closeMeeting, planMeeting, sayWhoCame, sendAgenda } from './actions/meeting.ts'
export { nameThem } from './actions/naming.ts'
export { noteShown } from './actions/showing.ts'
export type { PanelHouse, PanelPeople } from './house.ts'
export { OwnedTable } from './pages/action-pages.tsx'
export type {
  Asked,
  Brought,
  Came,
  Candidate,
  ListName,
  Named,
  Outcome,
  Panel,
  PanelAction,
  PanelContent,
} from './panel.ts'
export { panelsRoutes } from './routes/index.ts'
export { findAction, listOwned } from './store/actions.ts'
export { findItem, listBroughtOn, listItems, listUnled } from './store/items.ts'
export { findMeeting } from './store/meetings.ts'
export { findPanel } from './store/panels.ts'
export { en as panelWords, itemStates as panelItemStateWords } from './words.ts'
