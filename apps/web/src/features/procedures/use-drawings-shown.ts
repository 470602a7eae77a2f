import { computed, ref } from 'vue'
import type { ProcedureWholeFragment } from '../../gql/graphql.ts'
import type { Bbox, MapDrawing } from '../../map/index.ts'

type Drawing = ProcedureWholeFragment['drawings'][number]
export type DrawingShown = { drawing: Drawing; isOn: boolean; opacity: number }

/** Which drawings lie on the map just now, and how dark; all of them at first. */
export function useDrawingsShown(drawings: () => readonly Drawing[]) {
  const changed = ref<Record<string, { isOn?: boolean; opacity?: number }>>({})
  const shown = computed<DrawingShown[]>(() =>
    drawings()
      .filter(({ bounds }) => bounds)
      .map((drawing) => ({
        drawing,
        isOn: changed.value[drawing.id]?.isOn ?? true,
        opacity: changed.value[drawing.id]?.opacity ?? drawing.opacity,
      })),
  )
  const layers = computed<MapDrawing[]>(() =>
    shown.value
      .filter(({ isOn }) => isOn)
      .map(({ drawing: { id, tilesUrl, bounds }, opacity }) => ({
        id,
        tilesUrl,
        bounds: bounds as Bbox,
        opacity,
      })),
  )
  /** As areas, for the box that holds all that is shown. */
  const outlines = computed(() =>
    shown.value.map(({ drawing }) => {
      const [west, south, east, north] = drawing.bounds as Bbox
      return {
        type: 'LineString' as const,
        coordinates: [
          [west, south],
          [east, north],
        ],
      }
    }),
  )
  function change(id: string, to: { isOn?: boolean; opacity?: number }) {
    changed.value = { ...changed.value, [id]: { ...changed.value[id], ...to } }
  }
  return { shown, layers, outlines, change }
}
