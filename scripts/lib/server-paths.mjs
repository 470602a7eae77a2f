/** Addresses that the server answers itself, as patterns; everything else belongs to the web app. */
export const SERVER_PATHS = [
  'graphql',
  'health',
  'tiles',
  'map',
  'uploads',
  'files',
  'exports',
  'ogc',
  'open-data',
  'feeds',
  'log',
  '\\.well-known',
]
