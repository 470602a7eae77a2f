export const PROCEDURE_ENTITIES: Function[] = []
