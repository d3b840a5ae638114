const MOST = 60

/** A text of a person's own, cut where it would fill the page it is told on. */
export const shortened = (text: string): string => {
  const characters = [...text]
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : text
}
