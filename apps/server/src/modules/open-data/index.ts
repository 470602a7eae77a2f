export { makePublicSchema, PUBLIC_API } from './public-api.ts'
