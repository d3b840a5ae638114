/** The names alone, so that the preload carries no schemas. `desktop.ts` says what each takes and answers. */
export const desktopCallNames = ['about', 'newWindow', 'windowControl', 'openLink', 'saveFile', 'mirrorGroups', 'mirrorRead', 'mirrorAppend', 'mirrorReplace', 'hub', 'hubAsk', 'hubForget', 'heldRefresh', 'keepRefresh', 'heldKey', 'keepKey'] as const

export type DesktopCall = (typeof desktopCallNames)[number]

/** The one channel on which every call travels. */
export const desktopChannel = 'desktop'
