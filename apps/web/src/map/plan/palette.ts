import type { PlanStyleKey } from '@mitsprache/terms'

export type Theme = 'light' | 'dark'
/** The same ink on white paper and on dark. */
export type Ink = readonly [light: string, dark: string]

export type Hatch = {
  kind: 'rising' | 'falling' | 'level' | 'upright' | 'grid' | 'dots' | 'crosses'
  ink: Ink
  /** pixels between two lines or dots; 8 unless said otherwise */
  gap?: number
}
/** `ticks` stand inside along the edge, `beads` are strung on it, hollow ones have the paper in them. */
export type Stroke = {
  ink: Ink
  width?: number
  dash?: readonly number[]
  ticks?: true
  beads?: 'full' | 'hollow'
}
export type Sign = { kind: 'tree' | 'newTree' | 'dot' | 'square' | 'triangle' | 'cross'; ink: Ink }

/** How one style is drawn; whatever is missing for a line or a point follows from the edge and the fill. */
export type Drawing = { fill?: Ink; hatch?: Hatch; edge?: Stroke; line?: Stroke; sign?: Sign }

const INK: Ink = ['#1b2420', '#eef1f0']
const GREY: Ink = ['#6b6f6d', '#a9b4b8']
const RED: Ink = ['#b6262e', '#ff9a94']
const BLUE: Ink = ['#1f4fa8', '#8db4ff']
const WATER: Ink = ['#2874a6', '#7cc0ea']
const GREEN: Ink = ['#3a7326', '#86c07a']
const OCHRE: Ink = ['#a87408', '#e2b95c']
const PLUM: Ink = ['#7b3f8c', '#d3a8e3']
const BROWN: Ink = ['#7a4a21', '#d6a679']
const ROSE: Ink = ['#d99a8c', '#a5665d']
const EDGE: Stroke = { ink: ['#8a4a3c', '#d3a79d'], width: 1 }

const area = (light: string, dark: string, hatch?: Hatch, edge: Stroke = EDGE): Drawing => ({
  fill: [light, dark],
  ...(hatch && { hatch }),
  edge,
})
const hatch = (kind: Hatch['kind'], ink: Ink, gap?: number): Hatch => ({ kind, ink, ...(gap && { gap }) })
const thin = (ink: Ink, width = 1): Stroke => ({ ink, width })
const dashed = (ink: Ink, dash: readonly number[], width = 1.8): Stroke => ({ ink, width, dash })
const ticked = (ink: Ink): Stroke => ({ ink, width: 1.6, ticks: true })
/** An edge without a fill. */
const outline = (stroke: Stroke, over?: Hatch): Drawing => ({ edge: stroke, ...(over && { hatch: over }) })

/** A topic of spatial planning: pale as such, full with lines as priority, wide lines alone as reserve. */
function topic<T extends string>(name: T, light: string, dark: string, ink: Ink) {
  return {
    [`region${name}`]: area(light, dark, undefined, thin(ink)),
    [`region${name}Priority`]: area(light, dark, hatch('rising', ink, 7), thin(ink, 1.6)),
    [`region${name}Reserve`]: outline(dashed(ink, [6, 4], 1.4), hatch('falling', ink, 14)),
  } as Record<`region${T}` | `region${T}Priority` | `region${T}Reserve`, Drawing>
}

const GREEN_EDGE = thin(GREEN)
const STREET_EDGE = thin(OCHRE, 0.8)

/**
 * The drawing of each style, close to the colours and hatches people know from printed plans.
 * @source PlanZV, annex. Hues are its own; values are chosen so that labels on them keep their contrast.
 */
export const DRAWINGS: Record<PlanStyleKey, Drawing> = {
  smallHoldings: area('#f7d5cb', '#643a38', hatch('level', ROSE, 9)),
  pureHousing: area('#f7d5cb', '#643a38'),
  generalHousing: area('#f0bfb3', '#7d4742'),
  housingTwo: area('#f5cfc3', '#6d3f3b', hatch('rising', ROSE, 9)),
  housingThree: area('#ecb3a7', '#8a4b45'),
  specialHousing: area('#e9a899', '#8f5149'),
  housing: area('#f0bfb3', '#7d4742', hatch('upright', ROSE, 12)),
  village: area('#e6cba9', '#6a4f39'),
  villageHousing: area('#eed0bb', '#74543f'),
  mixed: area('#dcb78f', '#75553a'),
  urban: area('#d3a67d', '#7f5a3e', hatch('rising', BROWN, 12)),
  townCentre: area('#c6936c', '#8a5d3c'),
  commercial: area('#d2cbd6', '#4d4a5a', undefined, thin(['#6b6275', '#a79fb5'])),
  industrial: area(
    '#b7aec0',
    '#5d586d',
    hatch('falling', ['#8d829a', '#8a84a0'], 9),
    thin(['#6b6275', '#a79fb5']),
  ),
  recreation: area('#f8dbb0', '#6c5433', hatch('rising', OCHRE, 12)),
  special: area('#f4c88f', '#85602f'),
  buildingArea: area('#f1dcd3', '#59423e'),
  renewableEnergy: outline(thin(OCHRE, 1.6), hatch('crosses', OCHRE, 14)),

  buildable: {
    fill: ['rgb(122 42 30 / 11%)', 'rgb(255 222 212 / 13%)'],
    edge: thin(['#5d7fbf', '#7d9fdd'], 0.7),
  },
  buildingLimit: outline(dashed(BLUE, [10, 4, 2, 4])),
  buildingLine: outline(dashed(RED, [10, 3, 2, 3, 2, 3], 2)),
  notBuildable: outline(thin(GREY, 0.8), hatch('rising', GREY, 14)),
  ancillary: outline(dashed(RED, [6, 3], 1.6)),
  structure: { fill: ['rgb(60 46 44 / 26%)', 'rgb(240 230 226 / 24%)'], edge: thin(INK, 0.8) },
  ridge: outline(thin(INK, 1.6)),

  community: area('#e6bedb', '#6a3f6a', hatch('rising', ['#b06fa0', '#b586b4'], 9), thin(PLUM)),
  sports: area('#eed5e7', '#573c5a', hatch('grid', ['#c79bbd', '#8d6a8f'], 12), thin(PLUM)),

  street: area('#f4d888', '#80622a', undefined, STREET_EDGE),
  specialTraffic: area('#f6dfa0', '#755b2b', hatch('rising', ['#d6ae4e', '#b08c45'], 9), STREET_EDGE),
  footAndCycle: area('#faebc4', '#5f4d29', hatch('dots', ['#cfa848', '#b08c45'], 8), STREET_EDGE),
  trafficCalmed: area('#f8e3ac', '#6c552a', hatch('level', ['#d6ae4e', '#b08c45'], 9), STREET_EDGE),
  parking: area('#f6dfa0', '#755b2b', hatch('grid', ['#d6ae4e', '#a28040'], 10), STREET_EDGE),
  railway: area('#cdb8dc', '#554568', hatch('upright', ['#9c80b3', '#8d78a6'], 8), thin(PLUM)),
  airTraffic: area('#ddd0e8', '#4a4060', undefined, thin(PLUM)),
  streetLimit: outline(thin(['#1d7d5f', '#6fcfa9'], 1.8)),
  access: { edge: thin(INK, 3), sign: { kind: 'triangle', ink: INK } },
  noAccess: outline({ ink: INK, width: 1.2, beads: 'full' }),
  roadBank: outline(ticked(['#5b7a4a', '#9ab889'])),
  pathRoute: outline(dashed(BROWN, [6, 4], 2)),

  utilities: area('#f7ee9c', '#66621f', undefined, thin(['#8a7d12', '#d8cf6a'])),
  utilityLine: outline(dashed(['#8a7d12', '#e6dc74'], [12, 5], 2)),

  publicGreen: area('#b4d89b', '#2f5b38', hatch('dots', ['#5f8f47', '#86b97c'], 8), GREEN_EDGE),
  privateGreen: area('#cfe4bc', '#37543a', hatch('rising', ['#8ab56b', '#6f9a6a'], 10), GREEN_EDGE),
  greenSpace: area('#bfdcaa', '#345a3a', undefined, GREEN_EDGE),
  garden: area('#d3e8bd', '#3a5d3a', hatch('grid', ['#8ab56b', '#6f9a6a'], 9), GREEN_EDGE),
  playground: area('#b4d89b', '#2f5b38', hatch('crosses', ['#5f8f47', '#86b97c'], 11), GREEN_EDGE),
  sportsGreen: area('#bfdcaa', '#345a3a', hatch('level', ['#7aa85f', '#7fb077'], 9), GREEN_EDGE),
  cemetery: area('#bfdcaa', '#345a3a', hatch('crosses', ['#4b6a3d', '#a5c79b'], 16), GREEN_EDGE),
  roadsideGreen: area('#d4e6c6', '#33503a', undefined, thin(['#7f9f6c', '#6f9a6a'], 0.8)),

  water: area('#aed3ea', '#274d68', undefined, thin(WATER)),
  waterManagement: outline(thin(WATER, 1.4), hatch('level', WATER, 9)),
  flood: outline(ticked(WATER), hatch('level', WATER, 16)),
  waterProtection: outline({ ...dashed(WATER, [8, 4, 2, 4], 2), ticks: true }),

  farmland: area('#eaecc2', '#474d2f', undefined, thin(['#8f9150', '#a5a86b'], 0.8)),
  forest: area('#9cc397', '#265040', hatch('dots', ['#4d7d4f', '#5f9a7b'], 11), thin(['#2f6a4a', '#6fb090'])),
  earthworks: outline(ticked(BROWN)),
  contaminated: outline(thin(INK, 1.2), hatch('crosses', INK, 14)),

  planting: { edge: { ink: GREEN, width: 1, beads: 'hollow' }, sign: { kind: 'newTree', ink: GREEN } },
  preservation: { edge: { ink: GREEN, width: 1, beads: 'full' }, sign: { kind: 'tree', ink: GREEN } },
  natureCare: { ...outline(ticked(GREEN)), fill: ['rgb(90 150 60 / 14%)', 'rgb(150 210 130 / 13%)'] },
  compensation: outline(dashed(GREEN, [8, 4], 1.6), hatch('falling', ['#7fa86f', '#6f9a6a'], 20)),
  natureProtection: {
    ...outline(ticked(['#1f6a3a', '#7fd19a'])),
    fill: ['rgb(31 106 58 / 12%)', 'rgb(127 209 154 / 12%)'],
  },
  landscapeProtection: outline({ ...dashed(GREEN, [10, 4], 1.8), ticks: true }),
  habitats: outline(dashed(GREEN, [2, 4], 1.6), hatch('dots', GREEN, 14)),

  monument: {
    ...outline({ ...dashed(['#7a1f1f', '#f0a0a0'], [3, 3], 2.4) }),
    sign: { kind: 'square', ink: ['#7a1f1f', '#f0a0a0'] },
  },
  conservation: outline({ ...dashed(['#7a1f1f', '#f0a0a0'], [10, 5], 2), ticks: true }),

  noise: { ...outline(ticked(PLUM)), line: { ink: PLUM, width: 2.4, dash: [3, 3] } },
  airQuality: outline(ticked(GREY)),
  rightOfWay: outline(dashed(BROWN, [6, 3], 1.6), hatch('falling', BROWN, 12)),
  useLimit: outline({ ink: INK, width: 0.8, beads: 'full' }),
  keepClear: outline(dashed(GREY, [6, 4], 1.4), hatch('rising', GREY, 16)),
  marked: outline({ ...dashed(INK, [2, 4], 1.6), ticks: true }),
  notice: outline(dashed(GREY, [3, 3], 1.6)),
  restriction: outline(ticked(RED)),
  textRule: outline({ ink: GREY, width: 1, beads: 'hollow' }),
  shopping: outline(dashed(PLUM, [8, 4], 2)),
  boundary: outline(dashed(INK, [8, 3, 2, 3], 1.4)),
  dimension: outline(thin(GREY, 0.8)),
  height: { edge: thin(INK), sign: { kind: 'cross', ink: INK } },
  lettering: { edge: thin(GREY, 0.8), sign: { kind: 'dot', ink: GREY } },
  neutral: { fill: ['rgb(107 111 109 / 12%)', 'rgb(169 180 184 / 14%)'], edge: dashed(GREY, [4, 3], 1.2) },

  ...topic('Nature', '#c5dfb8', '#33563c', GREEN),
  ...topic('OpenSpace', '#d8e8c4', '#3a5638', ['#5c8a3a', '#9cc784']),
  ...topic('Farming', '#eceab8', '#4b4f2d', ['#8a8418', '#d2cc6a']),
  ...topic('Forest', '#a7cba5', '#285041', ['#2f6a4a', '#7fc0a0']),
  ...topic('Minerals', '#ddd0c4', '#4d443c', BROWN),
  ...topic('Water', '#b9daee', '#28506b', WATER),
  ...topic('Flood', '#c9e2f2', '#2c4a63', BLUE),
  ...topic('Energy', '#f7d9a8', '#6b5229', OCHRE),
  ...topic('Settlement', '#f3cabf', '#6d423e', RED),
  ...topic('Work', '#d2cbd6', '#4d4a5a', PLUM),
  ...topic('Recreation', '#f5e2b8', '#5f5130', ['#b0761a', '#e8c07a']),
  regionExcluded: outline(thin(INK, 1.2), hatch('grid', GREY, 14)),
  regionCentre: { edge: thin(RED, 2), sign: { kind: 'square', ink: RED } },
  regionTraffic: outline(thin(OCHRE, 2.6)),
  regionSupply: {
    edge: dashed(['#8a7d12', '#e6dc74'], [8, 4], 2),
    sign: { kind: 'square', ink: ['#8a7d12', '#e6dc74'] },
  },
  regionAxis: outline(dashed(RED, [14, 6], 3)),
  regionCategory: outline(dashed(GREY, [12, 5], 1.4), hatch('upright', GREY, 18)),
}

/** The boundary of the plan, its halo, and what tells the chosen part. */
export const FRAME = {
  boundary: ['#111714', '#f4f1ea'],
  halo: ['rgb(255 255 255 / 75%)', 'rgb(16 21 28 / 75%)'],
  text: ['#1b2420', '#eef1f0'],
  textHalo: ['rgb(255 255 255 / 88%)', 'rgb(16 21 28 / 88%)'],
  paper: ['#ffffff', '#10151c'],
  chosen: ['#1b2420', '#f4f1ea'],
} as const satisfies Record<string, Ink>

export const inkOf = (ink: Ink, theme: Theme) => ink[theme === 'light' ? 0 : 1]
