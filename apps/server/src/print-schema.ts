import { lexicographicSortSchema, printSchema } from 'graphql'
import { makeSchema } from './http/graphql.ts'

// For `npm run schema`: the API as a text that people review.
process.stdout.write(`${printSchema(lexicographicSortSchema(await makeSchema()))}\n`)
