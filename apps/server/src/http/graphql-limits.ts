import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValueNode,
} from 'graphql'

/** What one document may ask for. Our own largest operation uses less than a third of each. */
export const DOCUMENT_LIMITS = {
  tokens: 3_000,
  depth: 12,
  fields: 400,
  aliases: 20,
  rootQueries: 10,
  rootMutations: 1,
  directives: 20,
  nodes: 20_000,
}

type Size = { fields: number; depth: number; nodes: number }

/** As a reason beside the code: Apollo gives every validation error the same code. */
const tooComplex = (what: string) => new GraphQLError(what, { extensions: { reason: 'TOO_COMPLEX' } })

/** Rows a list field asks for; unknown sizes count as a full page. */
function rows(args: readonly { name: { value: string }; value: ValueNode }[] | undefined): number {
  const first = args?.find((arg) => arg.name.value === 'first')?.value
  if (!first) return 1
  return first.kind === Kind.INT ? Math.max(1, Math.min(100, Number(first.value) || 100)) : 100
}

/** What a schema tells of itself is as long as it is; GraphQL's own rule bounds how deep one may ask. */
const isIntrospection = (name: string) => name === '__schema' || name === '__type'

/** Where nothing can be changed, nobody gets as far as trying: GraphQL itself finds out only while executing. */
export function onlyQueries(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation !== OperationTypeNode.QUERY)
        context.reportError(new GraphQLError('There are only queries here.'))
    },
  }
}

/**
 * Refuses documents that would cost too much before anything is executed. Each fragment is measured once, so
 * that fragments spreading fragments twice cost their number, not two to its power.
 */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    // GraphQL itself finds out only while executing, and takes it for a fault.
    OperationDefinition(node) {
      if (node.operation === OperationTypeNode.SUBSCRIPTION)
        context.reportError(new GraphQLError('There are no subscriptions here.'))
    },
    Document: {
      enter(document) {
        for (const problem of measure(document)) context.reportError(problem)
      },
    },
  }
}

export function measure(document: DocumentNode): GraphQLError[] {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const operations: OperationDefinitionNode[] = []
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition)
  }
  const known = new Map<string, Size>()
  const open = new Set<string>()
  let aliases = 0
  let directives = 0

  function sizeOf(set: SelectionSetNode | undefined): Size {
    const sum: Size = { fields: 0, depth: 0, nodes: 0 }
    for (const selection of set?.selections ?? []) {
      directives += selection.directives?.length ?? 0
      let part: Size
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) aliases++
        const inner = sizeOf(selection.selectionSet)
        const depth = isIntrospection(selection.name.value) ? 0 : inner.depth
        part = {
          fields: inner.fields + 1,
          depth: depth + 1,
          nodes: 1 + rows(selection.arguments) * inner.nodes,
        }
      } else if (selection.kind === Kind.INLINE_FRAGMENT) part = sizeOf(selection.selectionSet)
      else part = sizeOfFragment(selection.name.value)
      sum.fields += part.fields
      sum.nodes += part.nodes
      sum.depth = Math.max(sum.depth, part.depth)
    }
    return sum
  }

  function sizeOfFragment(name: string): Size {
    const before = known.get(name)
    if (before) return before
    // A cycle is refused by GraphQL's own rules; here it must only not run for ever.
    if (open.has(name)) return { fields: 0, depth: 0, nodes: 0 }
    open.add(name)
    const size = sizeOf(fragments.get(name)?.selectionSet)
    open.delete(name)
    known.set(name, size)
    return size
  }

  for (const operation of operations) {
    // `__typename` asks for nothing; clients add it wherever they can.
    const roots = operation.selectionSet.selections.filter(
      (selection) => selection.kind !== Kind.FIELD || selection.name.value !== '__typename',
    )
    if (
      operation.operation === OperationTypeNode.MUTATION &&
      (roots.length > DOCUMENT_LIMITS.rootMutations || roots.some((root) => root.kind !== Kind.FIELD))
    )
      return [tooComplex('One mutation a request.')]
    const size = sizeOf(operation.selectionSet)
    if (roots.length > DOCUMENT_LIMITS.rootQueries) return [tooComplex('Too many fields at the top.')]
    if (size.depth > DOCUMENT_LIMITS.depth) return [tooComplex('Too deep.')]
    if (size.fields > DOCUMENT_LIMITS.fields) return [tooComplex('Too many fields.')]
    if (size.nodes > DOCUMENT_LIMITS.nodes) return [tooComplex('Too many rows.')]
  }
  if (aliases > DOCUMENT_LIMITS.aliases) return [tooComplex('Too many aliases.')]
  if (directives > DOCUMENT_LIMITS.directives) return [tooComplex('Too many directives.')]
  return []
}
