import pg from 'pg'

/**
 * One transaction as the owner of the schema: for what no door may, and only from commands of whoever runs the
 * installation. The server itself never holds this connection while it serves.
 */
export async function asOwner<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'mitsprache operator' })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    // Ends a transaction that failed as well.
    await client.end()
  }
}
