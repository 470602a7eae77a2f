import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'

export type MapService = {
  url: string
  port: number
  /** What it was asked, in order. */
  asked: URL[]
  /** Answers in its place, until taken away. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | null
  close: () => Promise<void>
}

const layer = (name: string, system: string, versionKey: 'CRS' | 'SRS') => `
  <Layer queryable="1"><Name>${name}</Name><Title>Titel ${name}</Title><${versionKey}>${system}</${versionKey}>
    <Style><Name>default</Name><Title>Grundstil</Title></Style></Layer>`

const wms = (version: string) => {
  const key = version === '1.3.0' ? 'CRS' : 'SRS'
  const root = version === '1.3.0' ? 'WMS_Capabilities' : 'WMT_MS_Capabilities'
  return `<?xml version="1.0" encoding="UTF-8"?><${root} version="${version}">
  <Service><Name>WMS</Name><Title>Luftbilder Quellstedt</Title>
    <ContactInformation><ContactPersonPrimary><ContactOrganization>Vermessungsamt</ContactOrganization></ContactPersonPrimary></ContactInformation></Service>
  <Capability><Request><GetMap><Format>image/png</Format><Format>image/jpeg</Format><Format>image/svg+xml</Format></GetMap></Request>
  <Layer><Title>Alles</Title><${key}>EPSG:25833</${key}>${layer('luftbild', 'EPSG:3857', key)}${layer('nur-utm', 'EPSG:25833', key)}</Layer>
  </Capability></${root}>`
}

const matrixSet = (
  name: string,
  crs: string,
  left: string,
) => `<TileMatrixSet><ows:Identifier>${name}</ows:Identifier>
  <ows:SupportedCRS>${crs}</ows:SupportedCRS>${Array.from(
    { length: 19 },
    (_, z) => `<TileMatrix><ows:Identifier>z${z}</ows:Identifier>
  <ScaleDenominator>${559082264.0287178 / 2 ** z}</ScaleDenominator><TopLeftCorner>${left}</TopLeftCorner>
  <TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>`,
  ).join('')}</TileMatrixSet>`

const wmts = (url: string, template: string | null) => `<?xml version="1.0"?>
<Capabilities xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><ows:ServiceIdentification><ows:Title>Kacheln</ows:Title></ows:ServiceIdentification>
<ows:ServiceProvider><ows:ProviderName>Landesamt</ows:ProviderName></ows:ServiceProvider><Contents>
<Layer><ows:Title>Grundkarte</ows:Title><ows:Identifier>grund</ows:Identifier><Style isDefault="true"><ows:Identifier>normal</ows:Identifier></Style>
<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>utm</TileMatrixSet></TileMatrixSetLink><TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink>
${template ? `<ResourceURL format="image/png" resourceType="tile" template="${template || url}"/>` : ''}</Layer>
${matrixSet('utm', 'urn:ogc:def:crs:EPSG::25833', '-46133.17 6301219.54')}${matrixSet('web', 'urn:ogc:def:crs:EPSG::3857', '-20037508.342789 20037508.342789')}
</Contents></Capabilities>`

/** A colour that tells which tile it is. */
export const tileColour = (east: number, north: number) => ({
  r: Math.abs(Math.round(east)) % 256,
  g: Math.abs(Math.round(north)) % 256,
  b: 90,
})

const draw = (background: { r: number; g: number; b: number }) =>
  sharp({ create: { width: 256, height: 256, channels: 3, background } })
    .png()
    .toBuffer()

/** A map service on this machine that speaks WMS, WMTS, XYZ and GeoJSON, and draws what it is asked for. */
export async function startMapService(wmsVersion: '1.1.1' | '1.3.0' = '1.3.0'): Promise<MapService> {
  const service = { asked: [], instead: null } as unknown as MapService
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url!, service.url)
    service.asked.push(url)
    if (service.instead) return service.instead(request, response)
    const send = (type: string, body: Buffer | string) => response.setHeader('content-type', type).end(body)
    const parameter = (name: string) => url.searchParams.get(name)
    if (parameter('REQUEST') === 'GetCapabilities')
      return send(
        'text/xml',
        url.pathname === '/wms'
          ? wms(wmsVersion)
          : wmts(
              service.url,
              url.pathname === '/wmts'
                ? null
                : `${service.url}/rest/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png`,
            ),
      )
    if (parameter('REQUEST') === 'GetMap') {
      const [west, south] = parameter('BBOX')!.split(',').map(Number)
      return send('image/png', await draw(tileColour(west!, south!)))
    }
    if (url.pathname.endsWith('.geojson'))
      return send(
        'application/json',
        JSON.stringify({
          type: 'FeatureCollection',
          secret: 'foreign',
          features: [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [12.92, 50.83, 312] },
              properties: { name: 'Linde', nested: { a: 1 } },
            },
          ],
        }),
      )
    if (
      parameter('REQUEST') === 'GetTile' ||
      url.pathname.startsWith('/rest') ||
      url.pathname.startsWith('/xyz')
    )
      return send('image/png', await draw({ r: 20, g: 120, b: 60 }))
    response.writeHead(404).end()
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  service.port = (server.address() as AddressInfo).port
  service.url = `http://127.0.0.1:${service.port}`
  service.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return service
}
