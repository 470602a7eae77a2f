import { createHash } from 'node:crypto'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'
import type { CodegenConfig } from '@graphql-codegen/cli'

// Bare hex, as `extensions.persistedQuery.sha256Hash` carries it.
const sha256 = (document: string) => createHash('sha256').update(document).digest('hex')

const config: CodegenConfig = {
  schema: '../../packages/schema/schema.graphql',
  documents: ['src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // The server accepts exactly these documents from us, by their hash.
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: sha256 },
      },
      // urql adds __typename to what it sends; it must already be there when the hash is made.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          DateTimeISO: 'string',
          LocalDate: 'string',
          GeoJSON: '../map/geojson.ts#Geometry',
        },
      },
    },
  },
}
export default config
