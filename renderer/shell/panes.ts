const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** F6: the focus goes to the next place marked `data-pane` that is in sight, onto itself if it can hold the focus, else onto the first thing in it. */
export const nextPane = (step: 1 | -1): void => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(pane => pane.getClientRects().length > 0)
  const here = panes.findIndex(pane => pane.contains(document.activeElement))
  const from = here < 0 && step < 0 ? 0 : here
  for (let i = 1; i <= panes.length; i++) {
    const pane = panes[(from + step * i + panes.length * 2) % panes.length]
    const target = pane.matches('[tabindex], input, button') ? pane : pane.querySelector<HTMLElement>('[aria-current], [aria-selected="true"][tabindex]') ?? pane.querySelector<HTMLElement>(FOCUSABLE)
    target?.focus()
    if (target && document.activeElement === target) return
  }
}
