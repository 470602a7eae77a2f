import { LIMITS } from '@mitsprache/terms'
import { badInput } from './bad-input.ts'

/**
 * Search words as people typed them, or null for none. The pattern signs of LIKE are escaped in the statement.
 *
 * @throws GraphQLError BAD_USER_INPUT when longer than a search can sensibly be, or not storable text.
 */
export function readSearch(typed: string | null | undefined): string | null {
  const words = typed?.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (!words) return null
  if ([...words].length > LIMITS.search || words.includes('\0') || !words.isWellFormed())
    throw badInput(`"search" takes up to ${LIMITS.search} characters.`)
  return words
}
