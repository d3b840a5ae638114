/** Device-independent pixels, as Electron counts them. */
export type Rectangle = { x: number; y: number; width: number; height: number }

export const smallest = { width: 1280, height: 720 }

/**
 * Where a window goes: as it was left, moved and shrunk onto the work area it overlaps most; on the first area (the main
 * screen's) in the middle when there is nothing saved or the screen is gone.
 */
export const placeWindow = (saved: Rectangle | null, workAreas: Rectangle[]): Rectangle => {
  const home = workAreas[0]
  const wanted = saved ?? { x: NaN, y: NaN, width: 1440, height: 900 }
  const area = saved ? workAreas.reduce((best, next) => (overlap(saved, next) > overlap(saved, best) ? next : best), home) : home
  const width = Math.min(Math.max(wanted.width, smallest.width), area.width)
  const height = Math.min(Math.max(wanted.height, smallest.height), area.height)
  if (!saved || overlap(saved, area) === 0) return { x: area.x + half(area.width - width), y: area.y + half(area.height - height), width, height }
  return { x: clamp(wanted.x, area.x, area.x + area.width - width), y: clamp(wanted.y, area.y, area.y + area.height - height), width, height }
}

/** The next window stands a step lower, so that both can be seen. */
export const stepAside = ({ x, y, width, height }: Rectangle): Rectangle => ({ x: x + 32, y: y + 32, width, height })

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
const half = (n: number): number => Math.floor(n / 2)
