export const MODERATION_ENTITIES: Function[] = []
