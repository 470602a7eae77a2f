/** A node of the structure a tagged file brings along. */
type StructNode = { role?: string; type?: string; id?: string; children?: StructNode[] }

/** The document's name is the page's own heading; what the file calls H1 comes below it. */
const levelOf = (role: string | undefined) => {
  const level = /^H([1-6])$/.exec(role ?? '')?.[1]
  if (level) return Math.min(6, Number(level) + 1)
  return role === 'H' || role === 'Title' ? 2 : null
}

function* headings(node: StructNode, level: number | null): Generator<{ id: string; level: number }> {
  const here = levelOf(node.role) ?? level
  if (node.type === 'content' && node.id && here) yield { id: node.id, level: here }
  for (const child of node.children ?? []) yield* headings(child, here)
}

/** Tells screen readers which pieces of a page are headings, where the file says so. */
export function giveHeadings(words: HTMLElement, tree: StructNode | null) {
  if (!tree) return
  for (const { id, level } of headings(tree, null)) {
    const piece = words.querySelector(`#${CSS.escape(id)}`)
    if (!piece?.textContent?.trim()) continue
    piece.setAttribute('role', 'heading')
    piece.setAttribute('aria-level', String(level))
  }
}
