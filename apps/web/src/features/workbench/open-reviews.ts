import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import { OpenReviewsDocument } from '../../gql/graphql.ts'

/** How many contributions wait for review, for the bar; whoever decides one says the new number. */
export const useOpenReviews = defineStore('openReviews', () => {
  const count = ref<number | null>(null)

  async function refresh(tenant: string) {
    const { data } = await ask(OpenReviewsDocument, { tenant }, privately)
    if (data) count.value = data.moderationQueue.openCount
  }
  return { count, refresh }
})
