import { OutboundFailure, type Outbound, type OutboundAsk } from './outbound.ts'

/**
 * The same guarded way in the shape of `fetch`, for libraries that bring their own requests. Bodies are texts or form
 * parameters.
 *
 * @param limits of every answer.
 */
export function asFetch(outbound: Outbound, limits: Pick<OutboundAsk, 'maxBytes' | 'timeoutMs'>) {
  return async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const method = init.method?.toUpperCase() ?? 'GET'
    if (method !== 'GET' && method !== 'POST') throw new TypeError(`${method} is not asked of other servers.`)
    const { status, headers, body } = await outbound.ask(String(address), {
      ...limits,
      method,
      headers: Object.fromEntries(new Headers(init.headers)),
      ...bodyOf(init.body),
      ...(init.signal ? { signal: init.signal } : {}),
    })
    if (status < 200 || status > 599) throw new OutboundFailure('unreachable')
    const told = Object.entries(headers)
      // The body is unfolded by now.
      .filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding'].includes(name))
      .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]))
    const isBare = [204, 205, 304].includes(status)
    return new Response(isBare ? null : new Uint8Array(body), { status, headers: told })
  }
}

function bodyOf(body: RequestInit['body']): Pick<OutboundAsk, 'body'> {
  if (body === undefined || body === null) return {}
  if (typeof body === 'string' || body instanceof Uint8Array) return { body }
  if (body instanceof URLSearchParams) return { body: body.toString() }
  throw new TypeError('Only texts and form parameters are sent to other servers.')
}
