/** The door of the returns room. */
export { type Checked, checkReturn, type Fault, messageOf } from './nccis/check.ts'
export { type Place, type Profile, profileOf, type ReturnHeader } from './nccis/profile.ts'
export { type ReadPart, readReturn, type ShapeCause } from './nccis/read.ts'
export { NOT_COVERED } from './nccis/words.ts'
export { writeReturn } from './nccis/write.ts'
export { XmlBroken, type XmlCause } from './nccis/xml-trouble.ts'
