import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32, deflateSync } from 'node:zlib'

const CAPABILITIES = `<?xml version="1.0" encoding="UTF-8"?><WMS_Capabilities version="1.3.0">
<Service><Name>WMS</Name><Title>Luftbilder Quellstedt</Title><ContactInformation><ContactPersonPrimary>
<ContactOrganization>Vermessungsamt Quellstedt</ContactOrganization></ContactPersonPrimary></ContactInformation></Service>
<Capability><Request><GetMap><Format>image/png</Format></GetMap></Request><Layer><Title>Alles</Title>
<Layer><Name>luftbild</Name><Title>Luftbild 2026</Title><CRS>EPSG:3857</CRS></Layer>
<Layer><Name>alt</Name><Title>Luftbild 1990</Title><CRS>EPSG:25833</CRS></Layer></Layer></Capability></WMS_Capabilities>`

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A tile of one colour that tells its column, with an edge. */
function tile(west: number): Buffer {
  const side = 256
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(side * (1 + side * 3))
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      rows.set(
        x < 2 || y < 2 ? [40, 70, 40] : [110 + (Math.abs(Math.round(west)) % 60), 150, 100],
        y * (1 + side * 3) + 1 + x * 3,
      )
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A WMS on this machine that draws what it is asked for. */
export async function startMapService() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost')
    asked.push(url.search)
    if (url.searchParams.get('REQUEST') === 'GetCapabilities')
      response.setHeader('content-type', 'text/xml').end(CAPABILITIES)
    else if (url.searchParams.get('REQUEST') === 'GetMap')
      response
        .setHeader('content-type', 'image/png')
        .end(tile(Number(url.searchParams.get('BBOX')!.split(',')[0])))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/wms`,
    asked,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
