/** Why a layer cannot be had: what the guarded way out says (`OutboundProblem`), and what is wrong with the answer. The web finds the words for each. */
export const LAYER_PROBLEMS = [
  'notAnAddress',
  'notHttps',
  'hasCredentials',
  'hostNotAllowed',
  'portNotAllowed',
  'addressNotPublic',
  'nameUnknown',
  'unreachable',
  'notTrusted',
  'redirected',
  'tooLarge',
  'tooSlow',
  'busy',
  'answeredWithError',
  'notCapabilities',
  'noLayers',
  'layerUnknown',
  'noWebMercator',
  'formatUnknown',
  'placesMissing',
  'placeUnknown',
  'notAnImage',
  'notGeoJson',
  'wrongCoordinates',
  'tooManyFeatures',
  'tooManyLayers',
] as const
export type LayerProblem = (typeof LAYER_PROBLEMS)[number]

/** The other server, or what it sent, is not what a layer needs. */
export class LayerFailure extends Error {
  override name = 'LayerFailure'
  constructor(readonly problem: LayerProblem) {
    super(`A layer cannot be had: ${problem}.`)
  }
}
