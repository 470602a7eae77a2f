import { computed, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useProblemWords } from './use-problem-words.ts'
import type { Change, SaveResult, Settings, SettingsDesk } from './use-settings.ts'

/**
 * One section of the settings: what is typed, what of it differs from what is saved, and how it is saved.
 *
 * @param read the fields of the section from the settings.
 * @param changeOf what to send of them.
 */
export function useSection<Draft>(
  desk: () => SettingsDesk,
  read: (settings: Settings) => Draft,
  changeOf: (draft: Draft) => Change,
) {
  const { t } = useI18n()
  const wordsOf = useProblemWords()
  const fresh = () => JSON.stringify(read(desk().settings.value!))
  const base = ref(fresh())
  const draft = ref(JSON.parse(base.value) as Draft) as Ref<Draft>
  const busy = ref(false)
  const said = ref('')
  const problems = ref<{ field: string; text: string }[]>([])
  const stale = ref(false)
  const ending = ref<number | null>(null)
  const dirty = computed(() => JSON.stringify(draft.value) !== base.value)

  function takeSaved() {
    base.value = fresh()
    draft.value = JSON.parse(base.value) as Draft
    stale.value = false
    problems.value = []
  }
  // Saved in another section, or loaded anew: what nobody touched here follows.
  watch(
    () => desk().settings.value?.version,
    () => {
      if (!dirty.value) takeSaved()
    },
  )
  watch(draft, () => dirty.value && (said.value = ''), { deep: true })

  function show(result: SaveResult) {
    problems.value = []
    stale.value = result.kind === 'stale'
    ending.value = result.kind === 'wouldEnd' ? result.count : null
    if (result.kind === 'saved') {
      takeSaved()
      said.value = t('settings.saved')
    } else if (result.kind === 'refused') problems.value = result.fields.map(wordsOf)
    else if (result.kind === 'contrast')
      problems.value = [
        {
          field: `settings-colours-${result.colour}`,
          text: t('settings.contrastTooLow', {
            colour: t(`settings.colour_${result.colour}`),
            against: result.against,
            ratio: result.ratio.toLocaleString('de', { maximumFractionDigits: 2 }),
            needed: result.needed.toLocaleString('de'),
          }),
        },
      ]
    else if (result.kind === 'fault')
      problems.value = [
        {
          field: 'settings-save',
          text: t(result.fault.kind === 'offline' ? 'settings.offline' : 'settings.failed'),
        },
      ]
  }

  /** Only what differs from what is saved: the log tells which fields somebody changed. */
  function changed(): Change {
    const before = changeOf(JSON.parse(base.value) as Draft) as Record<string, unknown>
    const now = Object.entries(changeOf(draft.value))
    return Object.fromEntries(
      now.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
    )
  }

  async function send(more: Change = {}) {
    if (busy.value) return
    busy.value = true
    said.value = ''
    show(await desk().save({ ...changed(), ...more }))
    busy.value = false
  }

  return {
    draft,
    dirty,
    busy,
    said,
    problems,
    stale,
    /** How many files of dialogues would end; the question is then whether they may. */
    ending,
    save: () => send(),
    saveAndEnd: () => send({ endDialogues: true }),
    takeSaved,
    errorOf: (id: string) => problems.value.find(({ field }) => field === id)?.text ?? null,
  }
}
