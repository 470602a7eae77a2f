// Vite's development server with a way through to ours. Started by `npm run dev`.
import { createServer } from 'vite'
import { SERVER_PATHS } from './lib/server-paths.mjs'
import { inRoot } from './lib/paths.mjs'

const server = await createServer({
  root: inRoot('apps/web'),
  server: {
    host: '127.0.0.1',
    port: Number(process.env.WEB_PORT),
    strictPort: true,
    proxy: Object.fromEntries(
      SERVER_PATHS.map((path) => [`^/${path}(/|$|\\?)`, { target: process.env.API_URL, xfwd: true }]),
    ),
  },
})
await server.listen()
server.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => server.close().then(() => process.exit(0)))
