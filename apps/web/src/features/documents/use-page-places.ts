import { onBeforeUnmount, ref, shallowRef, type Ref } from 'vue'

/** Which pages are near enough to be made, and which one is being read. */
export function usePagePlaces() {
  const near = shallowRef(new Set<number>())
  const current = ref(1)
  const numbers = new WeakMap<Element, number>()

  const ahead = new IntersectionObserver(
    (entries) => {
      const next = new Set(near.value)
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) next.add(numbers.get(target)!)
        else next.delete(numbers.get(target)!)
      near.value = next
    },
    // A screen and a half ahead, so that neither the eye nor a screen reader comes to an empty page.
    { rootMargin: '150% 0px' },
  )
  const reading = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) current.value = numbers.get(target)!
    },
    { rootMargin: '-35% 0px -65% 0px' },
  )
  onBeforeUnmount(() => {
    ahead.disconnect()
    reading.disconnect()
  })

  function watchPages(holder: Ref<HTMLElement | null>) {
    ahead.disconnect()
    reading.disconnect()
    near.value = new Set()
    holder.value?.querySelectorAll('section').forEach((page, i) => {
      numbers.set(page, i + 1)
      ahead.observe(page)
      reading.observe(page)
    })
  }
  return { near, current, watchPages }
}
