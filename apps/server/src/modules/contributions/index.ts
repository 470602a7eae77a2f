export const CONTRIBUTION_ENTITIES: Function[] = []
