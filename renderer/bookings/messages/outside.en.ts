/** Closures that follow an outside calendar. */
export const outside = {
  title: 'Import closures from .ics', untitled: 'Outside calendar', line: 'line {n}',
  read: '{name}: {fresh} new, {moved} moved, {gone} ended, {same} events as before, {left} not taken.',
  changes: 'Closures that would change', isNew: 'New', isMoved: 'Moved', isGone: 'Ended',
  whole: 'This is the whole of the same calendar: end the {n} closures that it no longer has',
  save: 'Change these {n}', saved: '{name} follows the calendar, saved on this computer: {fresh} new, {moved} moved, {gone} ended',
  tooMany: '{n} closures would change, more than {most}; nothing was changed. Export only the months that matter.',
  past: 'already over', free: 'takes no time, or was called off', empty: 'of no length', covered: 'closed at that time already', twice: 'the same event as another of the file',
}
