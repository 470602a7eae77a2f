import type { WithholdReason } from '@mitsprache/terms'
import { computed, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { faultId } from '../../api/outcome.ts'
import { useDeskDates } from '../../ui/desk-dates.ts'
import type { Act } from './act.ts'
import type { Item } from './queue-state.ts'
import type { Result, Verdict } from './use-queue.ts'

type Desk = {
  decide: (item: Item, verdict: Verdict) => Promise<Result>
  item: Ref<Item | null>
  /** Somebody else was first; this is what they decided. */
  decidedBefore: (item: Item) => void
  decided: (next: string | null, openCount: number) => void
  /** The chooser was left without a decision. */
  left: () => void
}

/** Publishing and withholding one after another, and the line that says what came of it. */
export function useVerdicts(desk: Desk) {
  const { t } = useI18n()
  const { weekDateTime } = useDeskDates()
  const route = useRoute()
  const act = ref<Act | null>(null)
  const busy = ref(false)
  const choosing = ref(false)
  const tooLong = ref(false)
  const withFiles = ref(false)
  watch(
    () => desk.item.value?.id,
    () => (withFiles.value = false),
  )

  const shelfLink = ({ id, visibility }: Item) => ({
    query: { ...route.query, visibility: visibility === 'inReview' ? undefined : visibility, item: id },
  })
  function alreadyText({ history }: Item) {
    const last = history.at(-1)
    const named = { name: last?.byName ?? '', at: last ? weekDateTime(last.at) : '' }
    return t(`moderation.already_${last?.decision ?? 'publish'}`, named)
  }
  function doneAct(decided: Item, { decision }: Verdict, openCount: number): Act {
    const what = decided.withFiles ? 'publishWithFiles' : decision
    const said = t(`moderation.did_${what}`, { number: decided.number })
    const open = openCount ? t('moderation.open', openCount) : t('moderation.openNone')
    return {
      kind: 'done',
      text: `${said} ${open}`,
      link: { text: t('moderation.lookAtIt'), to: shelfLink(decided) },
    }
  }

  async function decide(verdict: Verdict) {
    const item = desk.item.value
    if (!item || busy.value || !item.viewerMayDecide.may) return
    busy.value = true
    const result = await desk.decide(item, verdict)
    busy.value = false
    tooLong.value = result.kind === 'tooLong'
    if (result.kind === 'tooLong') return
    if (result.kind === 'fault') {
      const text = t(`moderation.fault_${result.fault.kind}`, { id: faultId(result.fault) ?? '' })
      act.value = { kind: 'care', text }
      return
    }
    choosing.value = false
    if (result.kind === 'already') {
      act.value = { kind: 'care', text: alreadyText(result.item) }
      desk.decidedBefore(result.item)
      return
    }
    act.value = doneAct(result.item, verdict, result.openCount)
    desk.decided(result.next, result.openCount)
  }

  return {
    act,
    busy,
    choosing,
    tooLong,
    withFiles,
    publish: () =>
      void (
        desk.item.value?.visibility !== 'published' &&
        decide({ decision: 'publish', withFiles: withFiles.value })
      ),
    /** Of what is published: its files as well, or no longer. */
    showFiles: (shown: boolean) => void decide({ decision: 'publish', withFiles: shown }),
    withhold: (reason: WithholdReason, reasonText: string) =>
      void decide({ decision: 'withhold', reason, reasonText }),
    openChooser() {
      const item = desk.item.value
      if (!item?.viewerMayDecide.may || item.visibility === 'withheld') return
      tooLong.value = false
      choosing.value = true
    },
    closeChooser() {
      choosing.value = false
      desk.left()
    },
  }
}

/** The keys that do something right now, for the foot line. */
export function useVerdictKeys(item: Ref<Item | null>, choosing: Ref<boolean>) {
  const { t } = useI18n()
  return computed(() => {
    if (choosing.value)
      return [
        { caps: ['1', '…', '7'], text: t('moderation.keyReason') },
        { caps: ['Esc'], text: t('moderation.leave'), always: true },
      ]
    const visibility = item.value?.visibility
    if (!visibility) return []
    const step = { caps: ['J', 'K'], text: t('moderation.keyStep') }
    if (!item.value?.viewerMayDecide.may) return [step]
    return [
      step,
      ...(visibility === 'published' ? [] : [{ caps: ['F'], text: t('moderation.keyPublish') }]),
      ...(visibility !== 'published' && item.value?.files.some(({ releaseWished }) => releaseWished)
        ? [{ caps: ['D'], text: t('moderation.keyFiles') }]
        : []),
      ...(visibility === 'withheld' ? [] : [{ caps: ['A'], text: t('moderation.keyWithhold') }]),
    ]
  })
}
