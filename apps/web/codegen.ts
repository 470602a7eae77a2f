import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql'

// Bare hex, as `extensions.persistedQuery.sha256Hash` carries it.
const sha256 = (document: string) => createHash('sha256').update(document).digest('hex')

/**
 * Adds `__typename` where urql adds it to what it sends: it must be there when the hash is made. Not at the
 * root, where the server counts fields and takes one mutation a request.
 */
const addTypename = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(node, _key, parent): SelectionSetNode | undefined {
      const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
      const isThere = node.selections.some(
        (each) => each.kind === Kind.FIELD && each.name.value === '__typename',
      )
      if (isRoot || isThere) return undefined
      const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const
      return { ...node, selections: [typename, ...node.selections] }
    },
  })

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
      documentTransforms: [
        {
          transform: ({ documents }) =>
            documents.map((file) => ({ ...file, document: file.document && addTypename(file.document) })),
        },
      ],
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
