export const EXPORT_ENTITIES: Function[] = []
