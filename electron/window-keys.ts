// Keys that the frame of a browser would answer and no page can: there is no menu that could.
import { app, type Input, type WebContents } from 'electron'

export const answerKeys = (contents: WebContents): void => {
  const actions: Record<string, () => void> = {
    'Ctrl+=': () => zoom(contents, 1),
    'Ctrl++': () => zoom(contents, 1),
    'Ctrl+-': () => zoom(contents, -1),
    'Ctrl+0': () => contents.setZoomFactor(1),
    ...(app.isPackaged ? {} : { 'Ctrl+Shift+I': () => contents.toggleDevTools() }),
  }
  contents.on('before-input-event', (event, input) => {
    const action = input.type === 'keyDown' ? actions[pressed(input)] : undefined
    if (!action) return
    event.preventDefault()
    action()
  })
}

const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

const zoom = (contents: WebContents, direction: 1 | -1): void => {
  const now = contents.getZoomFactor()
  const next = direction === 1 ? STEPS.find(step => step > now + 0.01) : STEPS.filter(step => step < now - 0.01).at(-1)
  if (next) contents.setZoomFactor(next)
}

// `+` and `=` share a key on many keyboards, so Shift isn't counted for signs.
const pressed = ({ control, meta, alt, shift, key }: Input): string => {
  const command = process.platform === 'darwin' ? meta : control
  if (!command || alt) return ''
  const name = key.toUpperCase()
  return `Ctrl+${shift && /^[A-Z]$/.test(name) ? 'Shift+' : ''}${name}`
}
