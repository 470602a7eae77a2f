import type { Id, LocalizedText } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { Detail, PlanDataFormat } from './plan-data/index.ts'

export type StaffPartView = {
  id: Id
  key: string
  name: LocalizedText
  class: string | null
  style: string | null
  fill: string
  designation: string | null
  storeys: number | null
  details: Detail[]
  geometry: object
  /** Handed in about this part, by whomever. */
  contributionCount: number
  onDisplay: boolean
}

/** The parts of a plan as its staff see them, in their order. What is on display is looked up, not counted again. */
export const partsOfProcedure = defineRead<StaffPartView, [tenantId: Id, procedureId: Id]>(
  'staff',
  'parts-of-procedure',
  (where) => `
    with displayed as (
      select (e ->> 'id')::uuid as id from published_procedure p, jsonb_array_elements(p.plan_parts) e where p.id = $2
    ), spoken as (
      select plan_part_id as id, count(*)::integer as n from contribution
      where ${where('tenant_id = $1')} and procedure_id = $2 and plan_part_id is not null group by 1
    )
    select a.id, a.key, a.name, a.class, a.style, a.fill, a.designation, a.storeys, a.details, a.geometry,
           coalesce(s.n, 0) as "contributionCount", d.id is not null as "onDisplay"
    from plan_part a left join displayed d on d.id = a.id left join spoken s on s.id = a.id
    where ${where('a.tenant_id = $1')} and a.procedure_id = $2 and a.removed_at is null
    order by a.position, a.id`,
)

/** Keys of all parts, also of those that are no longer part of the plan. */
export const partKeysOf = defineRead<
  { key: string; removed: boolean; heldBack: boolean },
  [tenantId: Id, procedureId: Id]
>(
  'staff',
  'part-keys-of-procedure',
  (where) => `
    with displayed as (
      select (e ->> 'id')::uuid as id from published_procedure p, jsonb_array_elements(p.plan_parts) e where p.id = $2
    )
    select a.key, a.removed_at is not null as removed,
           a.id in (select id from displayed)
             or exists (select from contribution c where c.tenant_id = a.tenant_id and c.plan_part_id = a.id) as "heldBack"
    from plan_part a where ${where('a.tenant_id = $1')} and a.procedure_id = $2`,
)

export type LastImport = {
  id: Id
  format: PlanDataFormat
  fileName: string
  objectCount: number
  tookTerritory: boolean
  tookObjects: boolean
  importedAt: Date
  /** Published since: people have read it, so it cannot be undone any more. */
  published: boolean
}

/** The last import of a procedure that was not undone. */
export const lastImportOf = defineRead<LastImport, [tenantId: Id, procedureId: Id]>(
  'staff',
  'last-plan-import',
  (where) => `
    select i.id, i.format, f.file_name as "fileName", i.object_count as "objectCount", i.took_territory as "tookTerritory",
           i.took_objects as "tookObjects", i.imported_at as "importedAt",
           exists (select from procedure_revision r where r.tenant_id = i.tenant_id and r.procedure_id = i.procedure_id
             and r.published_at >= i.imported_at) as published
    from plan_import i join file f on f.tenant_id = i.tenant_id and f.id = i.file_id
    where ${where('i.tenant_id = $1')} and i.procedure_id = $2 and i.undone_at is null
    order by i.imported_at desc, i.id desc limit 1`,
)

export type PlanFile = { fileId: Id; sha256: Buffer; fileName: string; sizeBytes: number }

export const planFileOfUpload = defineRead<PlanFile, [tenantId: Id, uploadId: Id]>(
  'staff',
  'plan-file-of-upload',
  (where) => `
    select f.id as "fileId", f.sha256, f.file_name as "fileName", f.size_bytes as "sizeBytes"
    from upload u join file f on f.tenant_id = u.tenant_id and f.id = u.file_id
    where ${where('u.tenant_id = $1')} and u.id = $2`,
)
