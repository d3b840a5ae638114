// Functions that run inside the page; each stands alone, for Playwright sends its text.

/** Milliseconds from going to a page until `count` blocks stand laid out and a frame was drawn. */
export const openBoard = async ([path, blocks, least]: readonly [string, string, number]): Promise<number> => {
  const frame = () => new Promise(requestAnimationFrame)
  const begun = performance.now()
  location.hash = `#${path}`
  while (document.querySelectorAll(blocks).length < least) await frame()
  document.body.getBoundingClientRect()
  await frame()
  return performance.now() - begun
}

/** Scrolls down and up again by `step` px a frame; ms between frames. Of several that match the one that scrolls is taken. */
export const scrollFrames = async ([selector, step, frames]: readonly [string, number, number]): Promise<number[]> => {
  const scroller = [...document.querySelectorAll(selector)].find(one => one.scrollHeight > one.clientHeight + 10 && /auto|scroll/.test(getComputedStyle(one).overflowY))
  if (!scroller) throw new Error(`nothing scrolls in ${selector}`)
  const gaps: number[] = []
  let last = await new Promise<number>(requestAnimationFrame)
  let down = true
  for (let i = 0; i < frames; i++) {
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) down = false
    if (scroller.scrollTop <= 0) down = true
    scroller.scrollTop += down ? step : -step
    const now = await new Promise<number>(requestAnimationFrame)
    gaps.push(now - last)
    last = now
  }
  return gaps
}

/** Watches frames until `stop` is called, which gives the ms between them. */
export const watchFrames = (): void => {
  const gaps: number[] = []
  let last = 0
  let on = true
  const next = (now: number): void => {
    if (last > 0) gaps.push(now - last)
    last = now
    if (on) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
  Object.assign(window, { stopFrames: () => {
    on = false
    return gaps
  } })
}
