import { useI18n } from 'vue-i18n'
import type { Problem } from './use-settings.ts'

const KNOWN = [
  'empty',
  'tooLong',
  'tooMany',
  'unreadable',
  'unknown',
  'notAPlace',
  'outOfRange',
  'germanMissing',
  'inTheFuture',
  'gapsListed',
  'alreadyUsed',
]

/** What the server refused, as a sentence beside its field: `imprint.0.title` stands at `settings-imprint-0-title`. */
export function useProblemWords() {
  const { t, te } = useI18n()
  return ({ field, problem, limit }: Problem) => {
    const own = `settings.problem_${field}_${problem}`
    const general = `settings.problem_${KNOWN.includes(problem) ? problem : 'unknown'}`
    return {
      field: `settings-${field.replaceAll('.', '-')}`,
      text: t(te(own) ? own : general, { limit: limit ?? '' }),
    }
  }
}
