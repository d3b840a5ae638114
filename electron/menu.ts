import { Menu } from 'electron'

/** Windows and Linux have the own title bar and no menu; macOS takes the keys of editing from it. */
export const setMenu = (): void => {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null)
}
