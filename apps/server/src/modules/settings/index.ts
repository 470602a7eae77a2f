import { SettingsResolver } from './settings.graphql.ts'

export const SETTINGS_RESOLVERS = [SettingsResolver] as const
