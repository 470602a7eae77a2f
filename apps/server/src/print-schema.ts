import { lexicographicSortSchema, printSchema } from 'graphql'
import { makeSchema } from './http/graphql.ts'
import { makePublicSchema } from './modules/open-data/index.ts'

// For `npm run schema`: the APIs as texts that people review; `public` prints the one for other programs.
const schema = process.argv[2] === 'public' ? makePublicSchema() : await makeSchema()
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`)
