// The one door between pages and the computer: who asks, what is asked and what is answered are all checked here.
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { desktopCallNames, desktopChannel, type DesktopCall } from '#shared/desktop-calls.ts'
import { desktopCalls, type DesktopCalls, type DesktopOut } from '#shared/desktop.ts'
import { isOwnPage } from './scheme.ts'

/** One function a call; it gets checked arguments and the window that asks. */
export type Answers = { [C in DesktopCall]: (arg: z.output<DesktopCalls[C]['in']>, window: BrowserWindow) => DesktopOut<C> | Promise<DesktopOut<C>> }

export const answerPages = (answers: Answers): void => {
  ipcMain.handle(desktopChannel, async (event, name: unknown, arg: unknown) => {
    const window = windowOf(event)
    if (!window) throw new Error('refused: not a page of the app')
    const call = desktopCallNames.find(known => known === name)
    if (!call) throw new Error('refused: unknown call')
    const { in: input, out: output } = desktopCalls[call]
    const checked = input.safeParse(arg)
    if (!checked.success) throw new Error(`refused: ${call} does not take this`)
    return output.parse(await (answers[call] as (arg: unknown, window: BrowserWindow) => unknown)(checked.data, window))
  })
}

/** The window of a top frame of ours; null for frames inside a page, other origins and frames already gone. */
const windowOf = ({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow | null =>
  senderFrame && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url) ? BrowserWindow.fromWebContents(sender) : null
