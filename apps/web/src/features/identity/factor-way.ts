export type FactorWay = 'app' | 'passkey'
