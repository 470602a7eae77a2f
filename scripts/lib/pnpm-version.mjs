/** The newest pnpm that runs on Node 20; fetched by npx, so nobody has to have it. */
export const PNPM_VERSION = '12.21.0'
