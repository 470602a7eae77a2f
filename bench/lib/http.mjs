/** Requests as the bytes that go over the wire: made once, sent often, and as cheap for us as can be. */
const request = (method, path, headers, body = '') =>
  Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n` +
      Object.entries(headers)
        .filter(([, value]) => value)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('') +
      (body ? `content-length: ${Buffer.byteLength(body)}\r\n` : '') +
      `\r\n${body}`,
  )

const persisted = ({ hash }) => ({ persistedQuery: { version: 1, sha256Hash: hash } })

export const get = (path, cookie) => request('GET', path, { cookie })

export const postJson = (path, value) =>
  request('POST', path, { 'content-type': 'application/json' }, JSON.stringify(value))

/** As our web app reads: by hash, in the address. */
export function graphqlGet(operation, variables) {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(persisted(operation)),
  })
  return request('GET', `/graphql?${query}`, { 'apollo-require-preflight': '1' })
}

/** As our web app writes, and reads what must not stand in an address. */
export const graphqlPost = (operation, variables, cookie) =>
  request(
    'POST',
    '/graphql',
    { 'content-type': 'application/json', cookie },
    JSON.stringify({ variables, extensions: persisted(operation) }),
  )

/** As a stranger asks: the text of a document that is on no list. */
export const graphqlFree = (operation, variables) =>
  request(
    'POST',
    '/graphql',
    { 'content-type': 'application/json' },
    JSON.stringify({ query: `${operation.document} # of a stranger`, variables }),
  )
