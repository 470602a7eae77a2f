import { randomUUID } from 'node:crypto'
import { OPERATIONS } from '../operations.mjs'
import { get, graphqlFree, graphqlGet, graphqlPost, postJson } from './http.mjs'
import { TENANT, TOWN } from './world.mjs'

const says = (...words) => {
  const wanted = words.map((word) => Buffer.from(word))
  const wrong = Buffer.from('"errors"')
  return (body) => wanted.every((word) => body.includes(word)) && !body.subarray(0, 200).includes(wrong)
}

/** Requests made once and sent in turn. */
const inTurn = (requests) => (i) => requests[i % requests.length]

export function firstPage(ours, bare, procedure) {
  const variables = { procedureId: procedure.id, first: 20 }
  const once = (request) => ({ ...ours, next: () => request, isRight: says('"hasNext":true') })
  return {
    // By POST nothing is kept: each time it is read and made anew.
    byHash: once(graphqlPost(OPERATIONS.firstPage, variables)),
    kept: once(graphqlGet(OPERATIONS.firstPage, variables)),
    free: once(graphqlFree(OPERATIONS.firstPage, variables)),
    bare: { ...bare, next: inTurn([get(`/page/${procedure.id}/20`)]), isRight: says('"createdAt"') },
  }
}

export const firstPageOf = (ours, procedure) => ({
  ...ours,
  next: inTurn([graphqlPost(OPERATIONS.firstPage, { procedureId: procedure.id, first: 20 })]),
  isRight: says('"hasNext":true'),
})

export const byIdOf = (ours, { publishedIds }) => ({
  ...ours,
  next: inTurn(publishedIds.map((id) => graphqlPost(OPERATIONS.byId, { id }))),
  isRight: says('"publishedAt"'),
})

export const bareById = (bare, { publishedIds }) => ({
  ...bare,
  next: inTurn(publishedIds.map((id) => get(`/one/${id}`))),
  isRight: says('"createdAt"'),
})

export const queueOf = (ours, procedure, moderator) => ({
  ...ours,
  next: inTurn([graphqlPost(OPERATIONS.queue, { tenant: TENANT, procedureId: procedure.id }, moderator)]),
  isRight: says('"openCount"', '"version"'),
})

/** Five city views of 1200 × 800 px around the town, from afar to near. */
export const VIEWS = [9, 10, 11, 12, 13].map((zoom) => {
  const world = 256 * 2 ** zoom
  const [lon, lat] = TOWN
  const y = (Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * world
  const latAt = (pixels) => (Math.atan(Math.sinh((pixels / world) * 2 * Math.PI)) * 180) / Math.PI
  const [west, east] = [lon - (600 / world) * 360, lon + (600 / world) * 360]
  return {
    zoom,
    bbox: [west, latAt(y - 400), east, latAt(y + 400)].map((degrees) => Number(degrees.toFixed(6))),
  }
})

export const viewPath = (procedure, { zoom, bbox }) =>
  `/map/${procedure.id}/cells?bbox=${bbox.join(',')}&z=${zoom}`

export const mapOf = (ours, procedure) => ({
  ...ours,
  next: inTurn(VIEWS.map((view) => get(viewPath(procedure, view)))),
  isRight: says('"cells"'),
})

export function bareMap(bare, procedure) {
  const side = 2 ** 24
  const x = (lon) => Math.floor(((lon + 180) / 360) * side)
  const y = (lat) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * side)
  const paths = VIEWS.map(({ zoom, bbox: [west, south, east, north] }) => {
    const range = [x(west), y(north), x(east), y(south)].map((square) => square >> (22 - zoom))
    return get(`/cells/${procedure.id}/${zoom}/${range.join('/')}`)
  })
  return { ...bare, next: inTurn(paths), isRight: says('[[') }
}

const TEXT =
  'Die Querung an der Schule ist für Kinder zu gefährlich. Morgens fahren hier viele Autos, die nach rechts abbiegen und ' +
  'dabei nicht auf die Kinder achten, die von der Bushaltestelle kommen. Ein Zebrastreifen würde schon viel helfen. ' +
  'Außerdem sollte geprüft werden, ob Tempo 30 auf dem ganzen Abschnitt möglich ist und ob die alten Linden erhalten bleiben können.'

const somewhere = () => [TOWN[0] + 0.3 * (Math.random() - 0.5), TOWN[1] + 0.2 * (Math.random() - 0.5)]

export function submit(ours, bare, procedure) {
  return {
    ours: {
      ...ours,
      isRight: says('"SubmissionReceipt"'),
      next: (i) =>
        graphqlPost(OPERATIONS.submit, {
          input: {
            idempotencyKey: randomUUID(),
            procedureId: procedure.id,
            roundId: procedure.roundId,
            text: TEXT,
            language: 'de',
            categoryId: procedure.categoryIds[i % procedure.categoryIds.length],
            place: { kind: 'point', geometry: { type: 'Point', coordinates: somewhere() } },
            audience: 'publicWithoutName',
            // One in four wants to be told what becomes of it.
            person: i % 4 ? null : { email: 'erika.beispiel@post.example' },
          },
        }),
    },
    bare: {
      ...bare,
      isRight: says('"id"'),
      next(i) {
        const [lng, lat] = somewhere()
        const category = procedure.categoryIds[i % procedure.categoryIds.length]
        return postJson('/submit', {
          id: randomUUID(),
          procedureId: procedure.id,
          title: TEXT.slice(0, 55),
          text: TEXT,
          category,
          lng,
          lat,
        })
      },
    },
  }
}

/**
 * Each waiting contribution is approved once by us and once by the baseline, a share of them in each round. To warm
 * up, some are published and withheld again and again: a share would not be enough for the compiler.
 */
export function approve(ours, bare, procedure, moderator, rounds) {
  const few = Math.min(400, procedure.waitingIds.length >> 1)
  const share = Math.floor((procedure.waitingIds.length - few) / rounds)
  const side = (server, isRight, request) => {
    const queue = procedure.waitingIds.slice(few).values()
    let isWarm = false
    const backAndForth = (i) => request(procedure.waitingIds[i % few], 1 + Math.floor(i / few))
    const once = (i) => {
      const { value, done } = i < share ? queue.next() : { done: true }
      return done ? null : request(value, 1)
    }
    const newRound = () => (isWarm ? once : ((isWarm = true), backAndForth))
    return { ...server, isRight, newRound }
  }
  return {
    ours: side(ours, says('"VisibilityDecided"'), (contributionId, version) => {
      const decision = version % 2 ? 'publish' : 'withhold'
      const input = { contributionId, version, decision, reason: version % 2 ? null : 'other' }
      return graphqlPost(OPERATIONS.approve, { tenant: TENANT, input }, moderator)
    }),
    bare: side(bare, says('"done":true'), (id) => postJson('/approve', { id })),
  }
}
