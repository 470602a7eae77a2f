/**
 * Who may import whom, as one function from an import to a reason against it.
 *
 *     tenants ← identity ← procedures ← plans ← contributions ← moderation, consideration
 *                                                             ← map, exports, open-data, intake, settings
 */

/** A step knows the steps before it, never those after it nor its neighbours on the same step. */
const STEPS = [
  ['tenants'],
  ['identity'],
  ['procedures'],
  ['plans'],
  ['contributions'],
  ['moderation', 'consideration'],
  ['map', 'exports', 'open-data', 'intake', 'settings'],
]

/** They follow from events; nobody imports them. */
const LISTENERS = ['audit', 'notifications', 'receipt-log']

/** The rooms that put the modules together: requests, the programs themselves, and the town for trying out. */
const KNOW_EVERY_MODULE = ['http', 'start', 'sample-town']

const stepOf = (module) =>
  LISTENERS.includes(module) ? STEPS.length : STEPS.findIndex((step) => step.includes(module))

const isTest = (path) =>
  /\.(test|testing)\.(ts|mjs)$/.test(path) || /^(apps|packages)\/[^/]+\/test\//.test(path)

/**
 * The room a path belongs to.
 *
 * @returns {{ app?: string, package?: string, room?: string, module?: string, feature?: string, inside: string }}
 */
function roomOf(path) {
  const [top, name, ...rest] = path.split('/')
  if (top === 'packages') return { package: name, inside: rest.join('/') }
  if (top !== 'apps') return { inside: path }
  const [, room = '', part = '', ...deeper] = rest
  const inside = deeper.join('/')
  if (rest[0] !== 'src') return { app: name, room: 'beside', inside: rest.join('/') }
  if (name === 'server' && room === 'modules') return { app: name, room, module: part, inside }
  if (name === 'web' && room === 'features') return { app: name, room, feature: part, inside }
  const isFileOfSrc = rest.length === 2
  return { app: name, room: isFileOfSrc ? 'start' : room, inside: [part, ...deeper].join('/') }
}

/** Says which arrow points the wrong way and why that matters; null when it points the right way. */
export function objectionTo({ from, name, to }) {
  const here = roomOf(from)

  if (to === null) return objectionToPackage(here, name, from)
  const there = roomOf(to)

  if (there.app && here.package) {
    return arrow(
      `packages/${here.package} → apps/${there.app}`,
      'Packages stand on their own, so that apps can build on them and others can use them alone.',
    )
  }
  if (there.app && here.app && there.app !== here.app) {
    return arrow(
      `apps/${here.app} → apps/${there.app}`,
      'Apps never import each other; they share `schema` and `terms`, so each can be replaced and deployed alone.',
    )
  }
  // A test builds what it is about from wherever it needs to.
  if (isTest(from)) return null
  if (there.app && isTest(to) && there.app === here.app) {
    return arrow(`${from} → ${to}`, 'What runs in front of people must not need what only tests need.')
  }
  if (here.app === 'server' && there.app === 'server') return objectionInServer(here, there)
  if (here.app === 'web' && there.app === 'web') return objectionInWeb(here, there, from)
  return null
}

function objectionToPackage(here, name, from) {
  const isLeaflet = name === 'leaflet' || name.startsWith('leaflet/') || name === '@types/leaflet'
  if (isLeaflet && here.app === 'web' && here.room !== 'map' && !isTest(from)) {
    return arrow(
      `${here.feature ? `features/${here.feature}` : here.room} → leaflet`,
      'Only map/ knows Leaflet: GeoJSON goes in, events come out. So every screen also works as a list, ' +
        'and the map library can be changed in one place.',
    )
  }
  return null
}

function objectionInServer(here, there) {
  if (here.room === 'platform' && there.room !== 'platform' && there.room !== 'migrations') {
    return arrow(
      `platform → ${there.module ?? there.room}`,
      'Modules lean on the platform, never the reverse: it knows no term of the field and outlives every one.',
    )
  }
  if (here.room === 'migrations' && there.room !== 'migrations' && there.room !== 'platform') {
    return arrow(
      `migrations → ${there.module ?? there.room}`,
      'A migration is history. What it imports from a module changes, and then it no longer does what it did.',
    )
  }
  if (here.room === 'modules' && KNOW_EVERY_MODULE.includes(there.room)) {
    return arrow(
      `${here.module} → ${there.room === 'start' ? 'start-up' : there.room}`,
      'Only http/, the sample town and the files of the start know every module. A module that knows them back ' +
        'knows every other module through them.',
    )
  }
  if (there.room !== 'modules' || here.module === there.module) return null

  // From here on somebody imports a module that is not his own.
  if (there.inside !== 'index.ts' && there.inside !== '') {
    return arrow(
      `${here.module ?? here.room} → ${there.module}/${there.inside}`,
      `Neighbours use the front door, ${there.module}/index.ts: it offers questions and verbs, not tables, ` +
        'so what is behind it can change.',
    )
  }
  if (KNOW_EVERY_MODULE.includes(here.room)) return null
  if (here.room !== 'modules') {
    return arrow(
      `${here.room} → ${there.module}`,
      `apps/server/src/${here.room}/ is no room of the house yet, so nobody said that it may know the modules. ` +
        'Say it in packages/presets/src/arrows.mjs, or put the file where it belongs.',
    )
  }
  for (const module of [here.module, there.module]) {
    if (stepOf(module) === -1) {
      return arrow(
        `${here.module} → ${there.module}`,
        `"${module}" has no place in the order of the modules yet. Give it one in packages/presets/src/arrows.mjs.`,
      )
    }
  }
  if (LISTENERS.includes(there.module)) {
    return arrow(
      `${here.module} → ${there.module}`,
      `Nobody imports ${there.module}: it reads events. What happened must not wait for who wants to know of it, ` +
        'nor fail with him.',
    )
  }
  if (stepOf(there.module) >= stepOf(here.module)) {
    return arrow(
      `${here.module} → ${there.module}`,
      'The arrows follow the life of a procedure: later steps know earlier ones, never the reverse and never ' +
        'their neighbours. So an export can change without shaking a submission. ' +
        `Let ${there.module} ask ${here.module}, or let it follow from an event.`,
    )
  }
  return null
}

function objectionInWeb(here, there, from) {
  if (there.room === 'features' && here.room === 'features' && there.feature !== here.feature) {
    if (from.endsWith('Page.vue')) return null
    return arrow(
      `features/${here.feature} → features/${there.feature}`,
      'Web features meet only on pages (…Page.vue). A component that reaches into another feature ' +
        'cannot be shown, tested or changed without it.',
    )
  }
  if (there.room === 'features' && ['ui', 'map', 'session'].includes(here.room)) {
    return arrow(
      `${here.room}/ → features/${there.feature}`,
      here.room === 'ui'
        ? 'ui/ knows no term of the field: a button that knows contributions serves nobody else.'
        : `${here.room}/ serves every feature, so it can know none of them.`,
    )
  }
  if (here.room === 'ui' && ['map', 'session', 'app'].includes(there.room)) {
    return arrow(
      `ui/ → ${there.room}/`,
      'ui/ is buttons, fields and dialogs: whoever looks at one of them should not need the rest of the app.',
    )
  }
  if (here.room === 'map' && there.room === 'app') {
    return arrow('map/ → app/', 'app/ starts everything and is needed by nothing; the map works on any page.')
  }
  return null
}

const arrow = (which, why) => ({ arrow: which, why })
