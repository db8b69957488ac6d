import type { Column } from '#web/shell/data-table.tsx'
import type { PlaceLine, State } from '../programme.ts'
import { en, states } from '../words.ts'

export const TONES: Readonly<Record<State, 'quiet' | 'care' | 'good'>> = {
  waiting: 'care',
  on: 'good',
  completed: 'good',
  left: 'quiet',
  'not-started': 'quiet',
}

export const whoColumn: Column<PlaceLine> = {
  key: 'who',
  heading: en.who,
  cell: one => (
    <a class="govuk-link" href={`/programme-places/${one.rowId}`}>
      {one.name}
    </a>
  ),
}
export const stageColumn: Column<PlaceLine> = {
  key: 'stage',
  heading: en.stage,
  cell: one => (one.state === 'on' ? (one.stage ?? '') : states[one.state]),
  phone: { label: en.stage },
}
