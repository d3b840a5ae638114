/** What waits goes with a page that keeps nothing: the browser asks before it closes or reloads. `waiting`: how many steps. */
export const askBeforeLeaving = (waiting: () => number): void =>
  addEventListener('beforeunload', event => {
    if (waiting() === 0) return
    event.preventDefault()
    // Chromium before 119 asks for this alone.
    event.returnValue = true
  })
