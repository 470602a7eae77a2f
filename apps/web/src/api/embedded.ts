/**
 * Whether this page stands in a frame of somebody else's site. There nobody is recognised and nothing is kept on the
 * device: what somebody chose on our own pages is none of that site's business, and theirs none of ours.
 */
export const isEmbedded = globalThis.location?.pathname.startsWith('/embed/') ?? false

/**
 * Closes the device's storage to everything in this page, libraries and all: whoever asks for it is told that it is
 * forbidden, as some browsers do in frames.
 */
export function closeStorage() {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Nothing is kept in a frame.', 'SecurityError')
      },
    })
}
