/** The shapes of a state, in the order of trust: shape, then word, then colour. */
export type DeskShape = 'runs' | 'planned' | 'draft' | 'done' | 'care' | 'blocks' | 'half'
