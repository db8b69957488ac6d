/** The door of the people room. */
export { endAlert, setAlert } from './actions/alerts.ts'
export { setCharacteristic } from './actions/characteristics.ts'
export {
  addIdentifier,
  changeIdentity,
  createPerson,
  isWhereaboutsProtected,
  markDeath,
  type NewPerson,
  protectAddress,
  sealPerson,
  setAddress,
  setAdult,
  setContactDetail,
  setDetail,
  setSafeContact,
  unprotectAddress,
  withdrawPerson,
} from './actions/record.ts'
export { characteristicClass, characteristicLabel, offeredCharacteristics } from './characteristics.ts'
export { type ChasePeople, chaseLate } from './chasing.ts'
export { fold, sortKey, toPostcode } from './fold.ts'
export type { FramePerson, PersonFrame } from './frame.ts'
export {
  type HeldIdentifierKind,
  type IdentifierKind,
  type IdentifierTrouble,
  kindLabel,
  kindOf,
  maskUpn,
  readIdentifier,
  shownNumber,
} from './identifiers.ts'
export { otherForms } from './nicknames.ts'
export { FramedPage } from './pages/framed-page.tsx'
export type * from './person.ts'
export { peopleRoutes } from './routes/index.ts'
export { bySelf } from './routes/shared.ts'
export {
  ABOUT_FIELDS,
  type BirthTrouble,
  birthTrouble,
  ETHNICITY_CODES,
  type EthnicityCode,
  endsAlert,
  ethnicityOf,
  GENDER_CODES,
  isCompulsoryAge,
  isInForce,
  returnedGender,
  SEX_CODES,
  shownName,
  yearOf,
} from './rules.ts'
export { type Asked, type FoundPerson, findAnyone, MOST_FOUND, readQuery } from './search.ts'
export { type AlertDue, listAlerts, listAlertsDue } from './store/alerts.ts'
export {
  findSafeContact,
  listAddresses,
  listAdults,
  listContactDetails,
  listEnrolments,
  listIdentifiers,
  type NewAddress,
  type NewAdult,
  schoolsOf,
} from './store/around.ts'
export {
  insertAddresses,
  insertAdults,
  insertCharacteristics,
  insertContactDetails,
  insertDetails,
  insertEnrolments,
  insertIdentifiers,
  insertNames,
  insertPeople,
  replaceCharacteristics,
} from './store/bulk.ts'
export { listCharacteristics } from './store/characteristics.ts'
export { findFiled, findLeftPlace, sealFiled } from './store/misfiled.ts'
export { type HasPart, NOTED_PARTS, partsOf } from './store/parts.ts'
export { findPerson, listDetails, listNames, listPeople } from './store/person.ts'
export {
  alertKinds as alertKindWords,
  detailLabels,
  detailValue,
  mayBeTold as mayBeToldWords,
  mayBeTold,
  responsibilities as responsibilityWords,
  responsibilities,
  sources as sourceWords,
  supportLevels as supportLevelWords,
} from './words.ts'
