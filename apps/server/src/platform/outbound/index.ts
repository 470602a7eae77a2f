export { isAllowedHost, type AddressProblem, type AllowedHosts } from './address.rules.ts'
export { asFetch } from './as-fetch.ts'
export { openOutbound, OutboundFailure, type Outbound, type OutboundProblem } from './outbound.ts'
