/**
 * Whether this page stands in a frame of somebody else's site. There nobody is recognised and nothing is kept on the
 * device: what somebody chose on our own pages is none of that site's business, and theirs none of ours.
 */
export const isEmbedded = globalThis.location?.pathname.startsWith('/embed/') ?? false
