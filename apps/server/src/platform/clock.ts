/** The server's clock; tests pass their own. The only source of "now" for rules and receipts. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
