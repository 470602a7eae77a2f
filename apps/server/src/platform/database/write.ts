import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm'

export type Statement = { name: string; text: string; values: unknown[] }

/** Short names for texts: PostgreSQL keeps 63 characters of a name. */
const names = new Map<string, string>()

function named(text: string, values: unknown[]): Statement {
  let name = names.get(text)
  if (!name) names.set(text, (name = `write-${names.size}`))
  return { name, text, values }
}

const quoted = (name: string) => `"${name}"`
const table = (metadata: EntityMetadata) => quoted(metadata.tableName)

/** The columns that are given a value, and the values as the driver wants them. */
function given(source: DataSource, metadata: EntityMetadata, row: ObjectLiteral) {
  const columns = metadata.columns.filter((column) => row[column.propertyName] !== undefined)
  return {
    columns: columns.map((column) => quoted(column.databaseName)),
    values: columns.map(
      (column) => source.driver.preparePersistentValue(row[column.propertyName], column) as unknown,
    ),
  }
}

/**
 * The insert of one row as a named statement. PostgreSQL plans it once, with its policies; the query builder's
 * text is parsed and planned each time, and to make it costs more than the round trip.
 */
export function insertStatement(
  source: DataSource,
  metadata: EntityMetadata,
  row: ObjectLiteral,
  ending = '',
): Statement {
  const { columns, values } = given(source, metadata, row)
  const places = values.map((_, i) => `$${i + 1}`)
  return named(
    `insert into ${table(metadata)} (${columns.join(', ')}) values (${places.join(', ')})${ending}`,
    values,
  )
}

/** The same, doing nothing where a unique key is taken; returns the key when it was not. */
export function insertNewStatement(
  source: DataSource,
  metadata: EntityMetadata,
  row: ObjectLiteral,
): Statement {
  const key = metadata.primaryColumns.map((column) => quoted(column.databaseName))
  return insertStatement(source, metadata, row, ` on conflict do nothing returning ${key.join(', ')}`)
}

/** The update of the row that `key` names. */
export function updateStatement(
  source: DataSource,
  metadata: EntityMetadata,
  key: ObjectLiteral,
  row: ObjectLiteral,
): Statement {
  const set = given(source, metadata, row)
  const where = given(source, metadata, key)
  // A part of the key that somebody forgot to fill must not become a condition that is missing.
  if (!where.values.length || where.values.length !== Object.keys(key).length || where.values.includes(null))
    throw new Error('An update names every part of its key.')
  const assignments = set.columns.map((column, i) => `${column} = $${i + 1}`)
  const conditions = where.columns.map((column, i) => `${column} = $${set.values.length + i + 1}`)
  return named(`update ${table(metadata)} set ${assignments.join(', ')} where ${conditions.join(' and ')}`, [
    ...set.values,
    ...where.values,
  ])
}
