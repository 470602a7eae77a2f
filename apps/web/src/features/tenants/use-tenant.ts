export { useTenant } from '../../session/use-tenant.ts'
