import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { OF_OPEN_TENANT } from '../tenants/index.ts'

export type CellRow = { lon: number; lat: number; n: number; categoryId: Id }
export type PointRow = { lon: number; lat: number; id: Id; categoryId: Id | null; title: string }

/** Cells of a zoom in a view, categories added up where nobody asked for one. */
export const cellsInView = defineRead<
  CellRow,
  [
    procedureId: Id,
    zoom: number,
    west: number,
    north: number,
    east: number,
    south: number,
    categories: Id[] | null,
    limit: number,
  ]
>(
  'public',
  'cells-in-view',
  (where) => `select sum(sum_lon) / sum(n) as lon, sum(sum_lat) / sum(n) as lat, sum(n)::integer as n,
      case when count(*) filter (where n > 0) = 1 then max(category_id::text) filter (where n > 0) end as "categoryId"
    from map_cell where ${where('procedure_id = $1')} and ${OF_OPEN_TENANT} and zoom = $2 and gx between $3 and $5 and gy between $4 and $6
      and ($7::uuid[] is null or category_id = any($7))
    group by gx, gy having sum(n) > 0 order by gx, gy limit $8`,
)

/** How many lie in the view, from its cells: decides between points and cells without counting points. */
export const countInView = defineRead<
  { n: number },
  [
    procedureId: Id,
    zoom: number,
    west: number,
    north: number,
    east: number,
    south: number,
    categories: Id[] | null,
  ]
>(
  'public',
  'count-in-view',
  (where) => `select coalesce(sum(n), 0)::integer as n
    from map_cell where ${where('procedure_id = $1')} and ${OF_OPEN_TENANT} and zoom = $2 and gx between $3 and $5 and gy between $4 and $6
      and ($7::uuid[] is null or category_id = any($7))`,
)

/**
 * Single points of a view: along ranges of the Morton key, then exactly. Each range by itself, because the
 * planner thinks a range that it does not know worse than reading every contribution of every procedure.
 */
export const pointsInView = defineRead<
  PointRow,
  [procedureId: Id, from: string[], to: string[], bbox: number[], categories: Id[] | null, limit: number]
>(
  'public',
  'points-in-view',
  (where) => `select p.lon, p.lat, p.id, p.category_id as "categoryId", p.title
    from unnest($2::bigint[], $3::bigint[]) as r (low, high)
    cross join lateral (select c.lon, c.lat, c.id, c.category_id, c.title, c.morton from published_contribution c
      where ${where('c.procedure_id = $1')} and ${OF_OPEN_TENANT} and c.morton between r.low and r.high
        and c.lon between ($4::double precision[])[1] and ($4::double precision[])[3]
        and c.lat between ($4::double precision[])[2] and ($4::double precision[])[4]
        and ($5::uuid[] is null or c.category_id = any($5))
      order by c.morton, c.id limit $6) as p
    order by p.morton, p.id limit $6`,
)

/** The points of a search; common words are capped. */
export const searchedInView = defineRead<
  PointRow,
  [procedureId: Id, search: string, bbox: number[], categories: Id[] | null, limit: number]
>(
  'public',
  'searched-in-view',
  (where) => `select c.lon, c.lat, c.id, c.category_id as "categoryId", c.title
    from published_contribution c
    where ${where('c.procedure_id = $1')} and ${OF_OPEN_TENANT} and c.morton is not null
      and c.search_text like '%' || replace(replace(replace(search_form($2), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
      and c.lon between ($3::double precision[])[1] and ($3::double precision[])[3] and c.lat between ($3::double precision[])[2] and ($3::double precision[])[4] and ($4::uuid[] is null or c.category_id = any($4))
    order by c.published_at desc, c.id desc limit $5`,
)
