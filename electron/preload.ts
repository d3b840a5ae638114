import { contextBridge, ipcRenderer } from 'electron'
import { desktopCallNames, desktopChannel } from '#shared/desktop-calls.ts'

contextBridge.exposeInMainWorld('pinli', {
  invoke: (call: (typeof desktopCallNames)[number], arg: unknown): Promise<unknown> =>
    desktopCallNames.includes(call) ? ipcRenderer.invoke(desktopChannel, call, arg) : Promise.reject(new Error('unknown call')),
})
