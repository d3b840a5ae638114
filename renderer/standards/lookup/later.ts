import { onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue'

/**
 * Follows a value once it has rested for `rest` ms, or with the next frame where that is 0, so that what matters most is laid out
 * first. What goes to null goes at once.
 */
export const useLater = <T>(source: () => T | null, rest: number): ShallowRef<T | null> => {
  const later = shallowRef<T | null>(source())
  let timer = 0
  const stop = () => (rest === 0 ? cancelAnimationFrame(timer) : clearTimeout(timer))
  watch(source, value => {
    stop()
    const take = () => (later.value = value)
    if (value === null || later.value === null) take()
    else timer = rest === 0 ? requestAnimationFrame(take) : window.setTimeout(take, rest)
  })
  onScopeDispose(stop)
  return later
}
