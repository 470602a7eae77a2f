/** What was typed cannot be done; said without a stack. */
export class UsageProblem extends Error {}
