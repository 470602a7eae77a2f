import type { MigrationInterface, QueryRunner } from 'typeorm'
import { runSql } from './run-sql.ts'
import { SIGN_ON } from './sign-on.sql.ts'

/**
 * Single sign-on of staff and residents, accounts of residents, and how surely it is known who hands in.
 *
 * People of single sign-on have no address to sign in with: `person.email` is null, and what their provider calls
 * their address stands with the identity, where nobody looks for an account.
 */
export class SignOn1764220000000 implements MigrationInterface {
  name = 'SignOn1764220000000'

  up = (runner: QueryRunner): Promise<void> => runSql(runner, SIGN_ON)

  async down(): Promise<void> {
    throw new Error('People of single sign-on have no address to go back to: restore a backup.')
  }
}
