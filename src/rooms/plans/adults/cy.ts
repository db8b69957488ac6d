/** The same in Welsh, not yet checked by a Welsh speaker: every page in Welsh says so. */
import type { AdultPlanWords } from './words.ts'

export const adultPlanCy: AdultPlanWords = {
  title: given => `Cynllun ${given}`,
  lead: (given, adviser) =>
    `Ysgrifennodd ${given} a ${adviser} hwn gyda’i gilydd. Dyma’r rhan y gofynnwyd i chi ei darllen. Efallai bod mwy, ac mae hynny’n aros rhyngddynt.`,
  leadDecided: (given, adviser) =>
    `Ysgrifennodd ${given} a ${adviser} hwn gyda’i gilydd. Ni allai ${given} benderfynu ar ei ben neu ei phen ei hun a ydych yn ei ddarllen, felly penderfynwyd gyda chi. Gofynnwyd yn gyntaf beth mae ${given} ei eisiau.`,
  noSteps: 'Nid oes camau wedi’u cytuno ar gyfer hyn eto.',
  who: (who, day) => (day === null ? `Pwy: ${who}` : `Pwy: ${who}. Erbyn: ${day}`),
  support: support => `Help gydag ef: ${support}`,
  known: how => `Sut y bydd yn hysbys: ${how}`,
  states: {
    met: 'Wedi’i wneud',
    part: 'Wedi’i wneud yn rhannol',
    'not-met': 'Heb ei wneud',
    dropped: 'Ddim ei eisiau mwyach',
  },
  reviewOn: day => `Byddant yn edrych arno eto erbyn ${day}.`,
  help: given =>
    `Sut y gallwch helpu: gofynnwch i ${given} sut mae’n mynd, a beth fyddai’n helpu. Gadewch i ${given} ei ddweud yn gyntaf.`,
  ask: adviser => `Oes rhywbeth o’i le, neu ydych chi am siarad amdano? Ffoniwch ${adviser}, a anfonodd hwn atoch.`,
  close: 'Rwyf wedi gorffen: cau hwn',
  none: 'Nid oes dim yma ar hyn o bryd. Siaradwch â phwy bynnag a anfonodd hwn atoch.',
}
