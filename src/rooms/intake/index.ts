/** The door of the intake room. */

export {
  agreementOf,
  fieldsFor,
  listAgreementsToReview,
  makeAgreement,
  reviewAgreement,
  type Terms,
} from './actions/agreements.ts'
export { forgetPlace } from './actions/forget.ts'
export { askObjections } from './actions/person-questions.ts'
export {
  askApply,
  askStop,
  askUndo,
  cancelRun,
  checkMapping,
  confirmMapping,
  startRun,
  suggestMapping,
} from './actions/runs.ts'
export { rowsAbout, saidByPartners } from './actions/said.ts'
export type { ActivityHouse } from './activity/routes.tsx'
export { type ListFolder, listFolder, openList } from './files.ts'
export type { IntakeHouse } from './house.ts'
export { type IntakeJobs, intakeJobs } from './jobs.ts'
export { type CheckOptions, columnsLeftOut, rowChecker } from './reading/check.ts'
export { type ColumnGuess, guessMapping } from './reading/columns.ts'
export { type DateColumn, judgeDateColumn } from './reading/date-column.ts'
export { type DateReading, type DateTrouble, readDate } from './reading/dates.ts'
export { type Decoded, decode, type Encoding } from './reading/decode.ts'
export {
  DATE_FIELDS,
  FIELDS,
  type Field,
  forbiddenColumns,
  type Mapping,
  mayCarryUpn,
  plainHeader,
  REPEATED,
} from './reading/fields.ts'
export type { CheckedRow, Note, ReadName, ReadRow, RowFault, Trouble } from './reading/read-row.ts'
export { ListRefused, type RefusalWord } from './reading/refusal.ts'
export { type RaggedRow, readTable, type Table, type TableRow, type TableSeen } from './reading/table.ts'
export { faultSentence, refusalSentence, refusalWords, type Say, troubleWords } from './reading/words.ts'
export { intakeRoutes } from './routes/index.ts'
export { hasLapsed } from './rules.ts'
export type { Agreement, Run, RunCounts } from './run.ts'
export { keyTeller } from './sought.ts'
export { findAgreement } from './store/agreements.ts'
export { countOpenQuestions, withdrawAbout } from './store/questions.ts'
export { listPersonsOfRun } from './store/rows.ts'
export { findRun, lastListIn, listFeeds } from './store/runs.ts'
export { countAskedAbout, listRowPersons, listsNaming } from './store/said.ts'
