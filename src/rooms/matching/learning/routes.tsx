/** The register of what matching goes by: the model in use, those before it, the threshold. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { thresholdForm } from '../forms.ts'
import type { MatchingHouse } from '../house.ts'
import { documentOf, liveModel } from '../weighing/live.ts'
import { findSetting } from '../weighing/store/setting.ts'
import { askBack, askLearning, freeze, goesOn, lastLearning, moveThreshold } from './actions.ts'
import { ModelPage } from './pages/model-page.tsx'
import { ModelsPage } from './pages/models-page.tsx'
import { OWN } from './pages/trade-section.tsx'
import { exportOf } from './rules.ts'
import { findModel, listModels, type ModelInBrief } from './store.ts'
import { en } from './words.ts'

const modelParam = z.object({ modelId: idParam<RowId>() })
const permission = 'match.review'
/** Models are made at most some times a day; whoever wants older ones looks at their own page. */
const MOST_SHOWN = 100

export function modelRoutes(house: Pick<MatchingHouse, 'jobs' | 'nudge'>): HouseRoute[] {
  return [
    get('/matching/models', { permission, audit: 'matching.models-viewed' }, async visit =>
      page(await modelsHtml(house, visit)),
    ),
    post('/matching/models', { permission, audit: 'matching.threshold-sent' }, async visit => {
      const read = thresholdForm.read(visit.body)
      if (!read.ok) return again(await modelsHtml(house, visit, { form: read }))
      const bits = read.value.threshold === OWN ? null : Number(read.value.threshold)
      const live = await liveModel(visit.tx)
      const outcome = await moveThreshold(visit.tx, versionOf(visit), bits, live.document)
      if (outcome.ok) return go('/matching/models')
      return outcome.why === 'stale'
        ? again(await modelsHtml(house, visit, { trouble: en.stale }), {}, 409)
        : again(await modelsHtml(house, visit, { form: addError(read, en.notOffered, 'threshold') }))
    }),
    post('/matching/models/freeze', { permission, audit: 'matching.freeze-sent' }, async visit => {
      const outcome = await freeze(visit.tx, versionOf(visit), visit.body['frozen'] === 'yes')
      return outcome.ok ? go('/matching/models') : again(await modelsHtml(house, visit, { trouble: en.stale }), {}, 409)
    }),
    post('/matching/models/learn', { permission, audit: 'matching.learn-sent' }, async visit => {
      const outcome = await askLearning(visit.tx, house.jobs)
      if (!outcome.ok) return again(await modelsHtml(house, visit, { trouble: en.underWay }), {}, 409)
      house.nudge()
      return go('/matching/models')
    }),
    get('/matching/models/:modelId', { permission, audit: 'matching.model-viewed', params: modelParam }, visit =>
      withModel(visit, async model => page(await modelHtml(visit, model), { target: model.id })),
    ),
    get(
      '/matching/models/:modelId/export.json',
      { permission, audit: 'matching.model-exported', params: modelParam },
      visit =>
        withModel(visit, async model => ({
          kind: 'file',
          name: `matching-model-${model.generation}.json`,
          type: 'application/json; charset=utf-8',
          body: `${JSON.stringify(exportOf(await documentOf(visit.tx, model.id)), undefined, 2)}\n`,
          seen: { target: model.id },
        })),
    ),
    post('/matching/models/:modelId/back', { permission, audit: 'matching.back-sent', params: modelParam }, visit =>
      withModel(visit, async model => {
        const outcome = await askBack(visit.tx, house.jobs, model)
        if (!outcome.ok) {
          const trouble = outcome.why === 'under-way' ? en.underWay : en.notPast
          return again(await modelHtml(visit, model, trouble), { target: model.id }, 409)
        }
        house.nudge()
        return go('/matching/models')
      }),
    ),
  ]
}

/** The version a form was drawn with; what nobody ever sent is stale. */
function versionOf(visit: Visit<unknown, unknown>): number {
  const sent = visit.body['version']
  return typeof sent === 'string' && /^\d{1,9}$/.test(sent) ? Number(sent) : -1
}

/** A model that is live or was; what was never finished is not there. */
async function withModel(
  visit: Visit<{ modelId: RowId }, unknown>,
  work: (model: ModelInBrief) => Promise<Answer>,
): Promise<Answer> {
  const model = await findModel(visit.tx, visit.params.modelId)
  return model === undefined || (model.state !== 'live' && model.state !== 'past') ? nothing('unknown') : work(model)
}

async function modelsHtml(
  house: Pick<MatchingHouse, 'jobs'>,
  visit: Visit<unknown, unknown>,
  wrong: { readonly form?: FormState<'threshold'>; readonly trouble?: string } = {},
): Promise<Drawn> {
  const { tx } = visit
  const setting = await findSetting(tx)
  const models = await listModels(tx, MOST_SHOWN)
  const job = await lastLearning(tx, house.jobs)
  const names = await findNames(
    tx,
    [setting.frozenBy, setting.linkBy, ...models.map(m => m.madeBy)].flatMap(id => id ?? []),
  )
  const shown = {
    live: await liveModel(tx),
    setting,
    models,
    job,
    isLearning: goesOn(job),
    names,
    partners: new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name])),
  }
  const form =
    wrong.form ?? thresholdForm.fill({ threshold: setting.linkBits === null ? OWN : String(setting.linkBits) })
  return html(<ModelsPage visitor={visit.visitor} shown={shown} form={form} trouble={wrong.trouble} />)
}

async function modelHtml(visit: Visit<unknown, unknown>, model: ModelInBrief, trouble?: string): Promise<Drawn> {
  const { tx } = visit
  const live = await liveModel(tx)
  const shown = {
    model,
    document: await documentOf(tx, model.id),
    live: live.document,
    isLive: live.id === model.id,
    names: await findNames(tx, model.madeBy === null ? [] : [model.madeBy]),
  }
  return html(<ModelPage visitor={visit.visitor} shown={shown} trouble={trouble} />)
}
