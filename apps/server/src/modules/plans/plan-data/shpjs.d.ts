declare module 'shpjs' {
  import type { Geometry } from 'geojson'

  export function parseShp(shp: Uint8Array, prj?: string): (Geometry | null | undefined)[]
  export function parseDbf(dbf: Uint8Array, cpg?: Uint8Array | string): Record<string, unknown>[]
}
