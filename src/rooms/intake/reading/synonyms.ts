/** What partners call their columns. Names are as `plainHeader` leaves them; the words of OWNER may stand before or behind. */
import type { Field } from './fields.ts'

/** Words that only say whose row it is. */
export const OWNER =
  /\b(students?|pupils?|learners?|yp|yps|young persons?|persons?|clients?|childs?|childrens?|trainees?|apprentices?|their|the)\b/g

/** A column about somebody else: never guessed to be the young person's own. */
export const SOMEBODY_ELSE =
  /\b(parents?|carers?|guardians?|mothers?|fathers?|mums?|dads?|contact|contacts|emergency|next of kin|nok|sibling|employers?|school|provider|tutor|teacher|staff|assessor|doctor|gp|siblings|partners?|adult)\b/

/** Names with commas between them. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  upn: ['upn, unique number, uniq pupil no, unique pupil number, upn number, upn no, unique pupil no'],
  'former-upn': ['former upn, previous upn, old upn, former unique pupil number'],
  uln: [
    'uln, unique number uln, unique learner number, uln no, uln number, lrs uln, unique learner no',
    'unique learner ref',
  ],
  nhs: ['nhs, nhs number, nhs no'],
  family: [
    'surname, legal surname, last name, family name, family, lastname, legal last name, legal family name, sname',
    'cyfenw',
  ],
  given: [
    'forename, legal forename, first name, given name, forenames, first names, given names, legal first name',
    'legal forenames, given, fname, forename 1, enw cyntaf',
  ],
  middle: ['middle names, middle name, middle, second name, other names, legal middle names, middle initials'],
  'full-name': [
    'name, full name, surname forename, forename surname, name surname forename, first name and surname, enw',
    'legal name',
  ],
  'preferred-family': [
    'preferred surname, known as surname, preferred last name, chosen surname, pref surname',
    'preferred family name',
  ],
  'preferred-given': [
    'preferred forename, preferred first name, known as, preferred name, knownas, known as forename, chosen name',
    'nickname, pref forename, likes to be called, preferred given name, known as name',
  ],
  'former-family': [
    'former surname, previous surname, birth surname, maiden name, other surname, old surname, former last name',
    'previous last name, former family name',
  ],
  'former-given': [
    'former forename, previous forename, former first name, previous first name, former given name',
    'former forenames',
  ],
  'birth-date': [
    'dob, date of birth, birth date, d o b, born, birthdate, dateofbirth, birthday, date birth, born on',
    'dyddiad geni',
  ],
  sex: ['sex, gender, m f, legal sex, legal gender, sex m f, gender m f'],
  ethnicity: ['ethnicity, ethnicity code, ethnic code, ethnic group, ethnic origin, ethnic group code'],
  postcode: [
    'postcode, post code, pcode, home postcode, current postcode, postal code, zip, cod post, address postcode',
    'term time postcode',
  ],
  'address-line': [
    'address, home address, full address, current address, addr, street, town, city, county, locality, district',
    'village, house, house name, house number, house no, apartment, address town, address street, post town',
    'house name number',
  ],
  phone: [
    'phone, telephone, home phone, home telephone, tel, tel no, phone number, home tel, telephone number',
    'phone no, landline, telephone no, contact number, contact no, home number',
  ],
  mobile: ['mobile, mobile phone, mobile number, mob, mobile no, mobile tel, cell, mobile telephone'],
  email: ['email, e mail, email address, personal email, e mail address, mail'],
  'year-group': [
    'year group, nc year, year, national curriculum year, nc year actual, ncy, ncyear, school year',
    'curriculum year, yr, year gp, nc yr',
  ],
  group: ['reg group, registration group, tutor group, form, reg, class, form group, group, registration, tutor grp'],
  course: [
    'course, course title, programme, program, course name, qualification, learning aim, aim title, framework',
    'standard, programme name, apprenticeship standard, course of study',
  ],
  'started-on': [
    'start date, start, started, date started, start of contact, learning start date, course start',
    'course start date, enrolment date, contact started, admission date, date of admission, started on',
    'programme start, contact start, doa, enrolled, first contact',
  ],
  'planned-end-on': [
    'planned end, planned end date, expected end, expected end date, end date planned, planned completion',
    'predicted end date, due to finish, course end, learning planned end date, expected completion',
    'programme planned end',
  ],
  'left-on': [
    'left, leaving date, date left, leave date, actual end date, end date, left on, date of leaving, leaver date',
    'withdrawal date, date of leaving roll, finished, actual end, learning actual end date',
  ],
  'leaving-reason': [
    'reason, leaving reason, reason for leaving, reason left, withdrawal reason, leave reason, destination reason',
    'end reason',
  ],
  attendance: [
    'attendance, attendance %, % attendance, attendance percent, attendance percentage, att %, % att, attended %',
    'attendance pct, attendance rate, attendance to date',
  ],
  'adult-name': [
    'parent name, parent, carer name, parent carer, parent carer name, contact name, next of kin, guardian name',
    'priority 1 contact, parent guardian, emergency contact, emergency contact name, mother name, father name',
    'parent or carer, parent or carer name',
    'contact 1 name, parental contact, next of kin name, parents name, parent 1 name, parent 1',
  ],
  'adult-relationship': [
    'relationship, relation, parent relation, contact relationship, relationship to, parent relationship',
    'relation to, parent carer relationship, contact 1 relationship, relationship to student',
    'parent or carer relationship, next of kin relationship, emergency contact relationship, parent carer relation',
  ],
  'adult-phone': [
    'parent or carer telephone, parent or carer phone',
    'parent phone, parent mobile, contact phone, emergency contact number, emergency phone, parent telephone',
    'parent carer phone, contact 1 phone, next of kin phone, parent tel, parent contact number',
    'emergency contact phone, parent carer mobile',
  ],
  sen: [
    'sen, sen status, sen provision, sen code, send, special needs, sen stage, send status, sen need',
    'sen type of provision',
  ],
  'ehc-plan': ['ehcp, ehc plan, education health and care plan, has ehcp, ehc plan in place, ehcp flag, send flag'],
  'looked-after': [
    'looked after, looked after child, in care, lac, cla, child looked after, children looked after, lac status',
    'looked after status, cla status, in local authority care, looked after flag, in care flag',
  ],
  'care-leaver': ['care leaver, care leavers, care leaver status, careleaver, care experienced, care leaver flag'],
  'young-carer': ['young carer, young carer status, is a young carer, carer status, young carer flag'],
  'free-meals': [
    'fsm, free school meals, free school meal, fsm eligible, free meals, fsm eligibility, fsm status, pupil premium',
    'pp, pupil premium eligible, free college meals, pupil premium indicator, fsm flag',
  ],
  ldd: [
    'lldd, learning difficulty, learning difficulties, learning difficulty or disability, ldd, disability',
    'lldd and health problem, disability or learning difficulty, lldd flag',
  ],
  objection: [
    'opt out s72, objection, opt out, s72, section 72, section 72 opt out, data sharing opt out, objection flag',
    's72 objection, youth support opt out, youth support services opt out, objects to sharing, yss opt out',
    'opted out, opt out flag, connexions opt out',
  ],
  worker: [
    'worker, case worker, caseworker, key worker, keyworker, worker name, worker s name, workers name',
    'allocated worker, case manager, yot worker, case holder, support worker, mentor, name of worker',
  ],
  status: ['status, enrolment status, completion status, state, learner status, current status, enrol status'],
}

/** Every name a column may have, with the field it means. */
export const SYNONYMS: ReadonlyMap<string, Field> = new Map(
  (Object.keys(NAMES) as Field[]).flatMap(field =>
    NAMES[field].flatMap(line => line.split(', ').map(name => [name, field] as const)),
  ),
)
