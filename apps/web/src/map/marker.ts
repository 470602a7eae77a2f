import type { CategoryShape } from '@mitsprache/terms'
import type { Position } from './geojson.ts'

/** What stands on the map; `name` is what a screen reader says. */
export type MapMarker =
  | { kind: 'pin'; id: string; at: Position; letter: string; label: string; name: string; chosen?: boolean }
  | {
      kind: 'sign'
      id: string
      at: Position
      shape: CategoryShape
      letter: string
      colour: string
      name: string
      chosen?: boolean
    }
  | { kind: 'cluster'; id: string; at: Position; count: number; name: string }
  | { kind: 'place'; id: string; at: Position; name: string }

/** The sign of a contribution without category: a circle with a dot. */
export const NO_CATEGORY = { shape: 'circle', letter: '·', colour: '#4A5560' } as const

/** `A` to `Z`, then plain numbers: a letter must stay short enough for its pin. */
export const letterOf = (index: number) => (index < 26 ? String.fromCharCode(65 + index) : String(index + 1))
