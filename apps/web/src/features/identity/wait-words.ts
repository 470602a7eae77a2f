/** How long somebody has to wait after too many attempts, in whole minutes. */
export const waitText = (t: (key: string, plural: number) => string, seconds: number) =>
  t('identity.wait', Math.max(1, Math.ceil(seconds / 60)))
