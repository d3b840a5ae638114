import { onBeforeUnmount, watch } from 'vue'

const PAPERS = { a4: '@page { size: A4; margin: 12mm; }', a6: '@page { size: A6; margin: 7mm; }' } as const
export type Paper = keyof typeof PAPERS

/**
 * What is printed while `active` is true comes on this paper; of several the one that came last counts. The rule is put into a style
 * sheet only for so long: pages named in CSS, each of its own size, are younger than the engines that this runs on.
 */
export const usePaper = (paper: Paper, active: () => boolean): void => {
  let rule: CSSRule | undefined
  const put = (is: boolean): void => {
    const sheet = rule?.parentStyleSheet ?? document.styleSheets[0]
    if (rule) sheet.deleteRule([...sheet.cssRules].indexOf(rule))
    rule = is ? sheet.cssRules[sheet.insertRule(PAPERS[paper], sheet.cssRules.length)] : undefined
  }
  watch(active, put, { immediate: true })
  onBeforeUnmount(() => put(false))
}
