import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FileFactsFragment, SubmitContributionInput, Visibility } from '../../gql/graphql.ts'

export type Receipt = {
  tenant: string
  slug: string
  procedureTitle: string
  formal: boolean
  number: string
  secret: string
  receivedAt: string
  late: boolean
  outsidePlanAreaM: number | null
  visibility: Visibility
  categoryLabel: string | null
  sent: SubmitContributionInput
  files: FileFactsFragment[]
}

const keyOf = (tenant: string, slug: string) => `receipt:${tenant}/${slug}`

/**
 * Receipts of this tab. They hold a secret that is shown once, so a reload must not lose them; closing the
 * tab forgets them, because the device may be shared.
 */
export const useReceipts = defineStore('receipts', () => {
  const receipts = ref<Record<string, Receipt>>({})

  function keep(receipt: Receipt) {
    const key = keyOf(receipt.tenant, receipt.slug)
    receipts.value[key] = receipt
    try {
      window.sessionStorage.setItem(key, JSON.stringify(receipt))
    } catch {
      // Without storage the receipt lasts until the page is left.
    }
  }

  function of(tenant: string, slug: string): Receipt | null {
    const key = keyOf(tenant, slug)
    try {
      const stored = window.sessionStorage.getItem(key)
      if (!receipts.value[key] && stored) receipts.value[key] = JSON.parse(stored) as Receipt
    } catch {
      // See above.
    }
    return receipts.value[key] ?? null
  }

  return { keep, of }
})

/** The personal link: what follows `#` stays in the browser and never reaches a server's log. */
export const statusLink = ({ number, secret }: Pick<Receipt, 'number' | 'secret'>) =>
  `${window.location.origin}/status/${encodeURIComponent(number)}#${secret}`
