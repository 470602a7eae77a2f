import { newId, type CategoryShape, type Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { addDays, dayOf } from '../../platform/municipal-day.ts'
import {
  CategoryRow,
  ConsultationRoundRow,
  ProcedureRow,
  publicProcedureBySlug,
  putOnDisplay,
  staffProcedureById,
} from '../procedures/index.ts'
import type { Mapping } from './mapping.rules.ts'

export const BONN_SLUG = 'raddialog-bonn-2017'

/**
 * The open data of the Raddialog Bonn, as its collector publishes them. The address of a contribution is its id
 * there; on that platform it was received on the day it was written.
 */
export const BONN_MAPPING: Mapping = {
  fields: {
    sourceId: 'url',
    receivedOn: 'date',
    authoredOn: 'date',
    title: 'title',
    text: 'text',
    category: 'category',
    lon: 'lon',
    lat: 'lat',
  },
  extra: ['url', 'votes', 'comments'],
  always: {
    channel: 'otherPlatform',
    source: 'raddialog.bonn.de',
    audience: 'publicWithoutName',
    language: 'de',
  },
}

type Theme = [key: string, de: string, en: string, shape: CategoryShape, letter: string, colour: string]

const THEMES: Theme[] = [
  ['routing', 'Radverkehrsführung', 'Cycle routes', 'square', 'R', '#1f4f9c'],
  ['surface', 'Radwegqualität', 'Surface', 'circle', 'Q', '#2e6b2e'],
  ['obstacles', 'Hindernisse', 'Obstacles', 'diamond', 'H', '#8a3b12'],
  ['signs', 'Beschilderung', 'Signs', 'hexagon', 'B', '#6b2a78'],
  ['trafficLights', 'Ampeln', 'Traffic lights', 'circle', 'A', '#9c1f3a'],
  ['parking', 'Fahrradparken', 'Cycle parking', 'square', 'P', '#0f5c6b'],
  ['lighting', 'Beleuchtung', 'Lighting', 'diamond', 'L', '#5a4a00'],
  ['other', 'Sonstiges', 'Other', 'hexagon', 'S', '#444b59'],
]

/**
 * A map dialogue that can take in the Raddialog Bonn: its eight themes, and a period from its first day until
 * four weeks from now. For trying things out with real contributions.
 *
 * @returns whether it was made; one that is there stays as it is.
 */
export async function createBonnProcedure(
  database: Database,
  tenant: { id: Id; slug: string },
  now: Date,
): Promise<boolean> {
  if ((await database.read(publicProcedureBySlug, tenant.slug, BONN_SLUG)).length) return false
  const tenantId = tenant.id
  const id = newId()
  await database.transaction('staff', { tenantId }, async (tx) => {
    await tx.insert(ProcedureRow, {
      tenantId,
      id,
      slug: BONN_SLUG,
      version: 1,
      kind: 'informalDialogue',
      templateKey: 'mapDialogue',
      number: null,
      title: { de: 'Raddialog Bonn 2017', en: 'Cycling dialogue Bonn 2017' },
      summary: {
        de: 'Wo läuft es rund für Radfahrende in Bonn, und wo hakt es? Beiträge des Raddialogs von 2017 (CC BY 4.0, raddialog.bonn.de).',
        en: 'Where does cycling in Bonn run smoothly, and where not? Contributions to the dialogue of 2017 (CC BY 4.0, raddialog.bonn.de).',
      },
      publicationMode: 'afterReview',
      territory: null,
      createdAt: now,
      createdBy: null,
      publishedAt: now,
    })
    await tx.insert(ConsultationRoundRow, {
      tenantId,
      id: newId(),
      procedureId: id,
      audience: 'public',
      step: 'dialogue',
      passNumber: 1,
      startsOn: '2017-09-13',
      endsOn: addDays(dayOf(now), 28),
    })
    await tx.insert(
      CategoryRow,
      THEMES.map(([key, de, en, shape, letter, colour], position) => ({
        tenantId,
        id: newId(),
        procedureId: id,
        key,
        label: { de, en },
        shape,
        letter,
        colour,
        position,
      })),
    )
    await putOnDisplay(tx, tenantId, (await tx.read(staffProcedureById, tenantId, id))[0]!, now, null)
  })
  return true
}
