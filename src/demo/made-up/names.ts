/**
 * Names of made-up people. Given names are real ones of many peoples; family names say that nobody has them: they are made
 * of words for sample and example, in English and in the other languages ("przykład", "enghraifft", "misaal", "apeere").
 */
import type { Chance } from './random.ts'

const BEGINNINGS =
  'Sampl Test Mock Draft Pattern Demo Trial Dummy Proof Figment Pretend Sketch Model Specim Example Fable Copy Format Stencil Templ Fiction Proto'.split(
    ' ',
  )
const ENDINGS =
  'ford ley wick by ham well ton worth thorpe shaw stone croft dale field wood bridge gate holme royd den hurst bottom cliffe son'.split(
    ' ',
  )
const LINKS: Readonly<Record<string, string>> = {
  Sampl: 'e',
  Test: 'er',
  Mock: 'ing',
  Specim: 'en',
  Templ: 'ate',
}

const PLAIN = 'Example Sample Specimen Testcase Placeholder Mockford Draftley Pattern Demo Mockup Testerby'.split(' ')
const JOINED = BEGINNINGS.flatMap(start => ENDINGS.map(end => `${start}${LINKS[start] ?? ''}${end}`))

export type People = {
  /** The code of the national return. */
  readonly ethnicity: string
  readonly share: number
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly families: readonly string[]
}

const ENGLISH_GIRLS =
  'Olivia Katherine Emily Sophie Elizabeth Charlotte Jessica Grace Chloe Ella Amelia Isabella Megan Abigail Lucy Holly Rebecca Hannah Daisy Poppy Rosie Matilda Zoë Eleanor Victoria Samantha Imogen Freya Harriet Chloé'.split(
    ' ',
  )
const ENGLISH_BOYS =
  'Jack Thomas Joshua William Daniel Samuel James Oliver Benjamin Joseph Harry Alexander Matthew Edward Christopher Nathan Jacob Michael Toby Luke Andrew Callum Robert Theodore Anthony Dominic Gregory Stuart Rory Zachary'.split(
    ' ',
  )

/** How many of each people there are, roughly as in the Calder valley. */
export const PEOPLES: readonly People[] = [
  { ethnicity: 'WBRI', share: 0.66, girls: ENGLISH_GIRLS, boys: ENGLISH_BOYS, families: [...PLAIN, ...JOINED] },
  {
    ethnicity: 'APKN',
    share: 0.12,
    girls: 'Aisha Zara Fatima Maryam Hafsa Iqra Sana Khadija Noor Amina Zainab Laiba'.split(' '),
    boys: 'Muhammad Hamza Ibrahim Yusuf Bilal Usman Zain Haris Imran Adeel Hassan Umar'.split(' '),
    families: ['Misaal', 'Namoona', 'Misaal-Khan', 'Namoonawala', 'Farzi', 'Misaali', 'Khayali', 'Namoona-Begum'],
  },
  {
    ethnicity: 'WBRI',
    share: 0.04,
    girls: 'Siân Mair Cerys Ffion Nia Angharad Gwenllïan Lowri Catrin'.split(' '),
    boys: 'Owain Rhys Gethin Iestyn Dafydd Siôn Llŷr Emyr Macsen'.split(' '),
    families: ['Enghraifft', 'ap Enghraifft', 'Sampl-Ŵyn', 'Patrwm', 'Môn-Sample', 'Ffugiol'],
  },
  {
    ethnicity: 'WOTH',
    share: 0.04,
    girls: 'Zuzanna Agnieszka Małgorzata Oliwia Maja Łucja Katarzyna Zofia'.split(' '),
    boys: 'Tomasz Jakub Kacper Łukasz Wojciech Szymon Michał Paweł'.split(' '),
    families: ['Przykładowska', 'Przykładowski', 'Wzorcowy', 'Próbka', 'Szablońska', 'Wymyślony', 'Zmyślona'],
  },
  {
    ethnicity: 'AIND',
    share: 0.025,
    girls: 'Priya Ananya Simran Kavya Meera Jasleen Diya Harpreet'.split(' '),
    boys: 'Arjun Rohan Gurpreet Dev Kiran Manpreet Aarav Nikhil'.split(' '),
    families: ['Udaharan', 'Namuna', 'Namuna-Singh', 'Kalpanik', 'Udaharan-Kaur'],
  },
  {
    ethnicity: 'BAFR',
    share: 0.025,
    girls: 'Adaeze Ngozi Abena Temilade Zainabu Wanjiru Makena Efua'.split(' '),
    boys: 'Kofi Chidi Tunde Kwame Juma Emeka Olumide Sekou'.split(' '),
    families: ['Apeere', 'Mfano', 'Ihe-Atu', 'Nhwesoo', 'Apẹẹrẹ', 'Mfanoson'],
  },
  {
    ethnicity: 'CHNE',
    share: 0.01,
    girls: 'Mei Xinyi Jia Ling Yuhan Xiu'.split(' '),
    boys: 'Wei Haoran Jun Ming Zihao Lei'.split(' '),
    families: ['Lizi', 'Fanli', 'Yangben', 'Moban', 'Jiashe'],
  },
  {
    ethnicity: 'OARA',
    share: 0.02,
    girls: 'Layla Rana Yasmin Huda Salma Nour'.split(' '),
    boys: 'Omar Khalid Tariq Sami Faisal Karim'.split(' '),
    families: ['Al-Mithal', 'Al Numuthaj', 'Mithali', 'Bin Mithal', 'Wahmi'],
  },
  {
    ethnicity: 'WIRI',
    share: 0.02,
    girls: 'Niamh Aoife Saoirse Róisín Caoimhe Orla'.split(' '),
    boys: 'Oisín Cian Seán Fionn Cormac Darragh'.split(' '),
    families: ['O’Sample', 'Mac Sampla', 'O’Specimen', 'Nic Shampla', 'McTestcase', 'Fitzexample'],
  },
  {
    ethnicity: 'MWBC',
    share: 0.04,
    girls: ENGLISH_GIRLS,
    boys: ENGLISH_BOYS,
    families: ['Exampleton', ...JOINED.slice(40, 120)],
  },
]

const NICKNAMES: Readonly<Record<string, readonly string[]>> = {
  Katherine: ['Kate', 'Katie', 'Kat'],
  Elizabeth: ['Lizzie', 'Beth', 'Libby'],
  Rebecca: ['Becky', 'Bex'],
  Victoria: ['Tori', 'Vicky'],
  Samantha: ['Sam'],
  Jessica: ['Jess'],
  Abigail: ['Abi'],
  Eleanor: ['Ellie', 'Nell'],
  Charlotte: ['Lottie', 'Charlie'],
  Isabella: ['Bella', 'Izzy'],
  Matilda: ['Tilly'],
  Harriet: ['Hattie'],
  Emily: ['Em'],
  Megan: ['Meg'],
  Amelia: ['Millie'],
  Thomas: ['Tom', 'Tommy'],
  Joshua: ['Josh'],
  William: ['Will', 'Billy'],
  Daniel: ['Dan', 'Danny'],
  Samuel: ['Sam', 'Sammy'],
  James: ['Jamie', 'Jim'],
  Oliver: ['Ollie'],
  Benjamin: ['Ben'],
  Joseph: ['Joe', 'Joey'],
  Alexander: ['Alex', 'Xander'],
  Matthew: ['Matt'],
  Edward: ['Ed', 'Ned', 'Teddy'],
  Christopher: ['Chris', 'Kit'],
  Nathan: ['Nate'],
  Michael: ['Mike', 'Mikey'],
  Andrew: ['Drew', 'Andy'],
  Robert: ['Rob', 'Bobby'],
  Theodore: ['Theo', 'Ted'],
  Anthony: ['Tony'],
  Gregory: ['Greg'],
  Zachary: ['Zac'],
  Muhammad: ['Mo'],
  Ibrahim: ['Ibby'],
  Fatima: ['Fati'],
  Zainab: ['Zai'],
  Małgorzata: ['Gosia'],
  Katarzyna: ['Kasia'],
  Agnieszka: ['Aga'],
  Tomasz: ['Tomek'],
  Jakub: ['Kuba'],
  Wojciech: ['Wojtek'],
  Angharad: ['Hari'],
  Dafydd: ['Dai'],
  Adaeze: ['Ada'],
  Harpreet: ['Harps'],
  Gurpreet: ['Gurps'],
  Siân: ['Shani'],
}

/** What friends, and some lists, call somebody. */
export function nicknameOf(given: string, chance: Chance): string | undefined {
  const known = NICKNAMES[given]
  return known === undefined ? undefined : chance.pick(known)
}

/** One of the peoples, by their shares. */
export function pickPeople(chance: Chance): People {
  let rest = chance.next()
  for (const people of PEOPLES) {
    if (rest < people.share) return people
    rest -= people.share
  }
  return PEOPLES[0] as People
}
