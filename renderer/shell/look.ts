export type Look = { theme: 'light' | 'dark' | 'system'; textSize: 'normal' | 'large'; calm: boolean; showKeys: boolean }

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
let theme: Look['theme'] = 'system'

/** Puts the look on the page's root, where the styles read it. */
export const applyLook = (look: Look): void => {
  theme = look.theme
  const { classList } = document.documentElement
  classList.toggle('large-text', look.textSize === 'large')
  classList.toggle('calm', look.calm)
  classList.toggle('hide-keys', !look.showKeys)
  paint()
}

const paint = () => { document.documentElement.classList.toggle('dark', theme === 'dark' || (theme === 'system' && prefersDark.matches)) }
prefersDark.addEventListener('change', paint)
