// What screens say of keeping, as it is on a page that keeps nothing: the same messages, with these words in the place of those.
import { keepsNothing } from '../../db/keeps.ts'

type Pairs = readonly (readonly [kept: string, notKept: string])[]

/** In this order. */
export const PAIRS: { zh: Pairs; en: Pairs } = {
  zh: [
    ['数据已存本机', '本机不保存'],
    ['只管这台电脑', '只管此页'],
    ['本机还没有标准目录', '此页还没有标准目录'],
    ['保存在本机', '记在此页'],
    ['离线·存在本机', '离线·只在此页'],
    ['目录只存在本机，断网照常可查；更换目录时新旧一次切换，中途断电不丢旧目录。', '目录只在此页打开期间可查，刷新后重新取。'],
    ['导入一次目录，断网也能查。', '此页不保存目录，每次打开重新取：中心有目录的，在“设置 · 目录”里取。'],
    ['标准目录和设置只存在本机', '标准目录和设置只在此页，本机不保存'],
    ['存在本机', '只在此页'],
    ['存入本机', '装入此页'],
    ['都在本机', '都在此页'],
    ['这台电脑已记下', '此页已记下'],
    ['退出后不再同步，本机数据和没送出的都在。', '退出后此页清空；还有没送达的，会先问你。'],
    ['没存的输入会丢，先存再锁。', '此页清空，要重新登录；还有没送达的，会先问你。'],
    ['锁定所有窗口，用口令解锁', '清空此页，重新登录'],
    ['清除网站数据会把它一并删去。还可用 {size}。', '关掉、刷新、退出登录都清空。'],
    ['存在此浏览器里', '此页不保存'],
  ],
  en: [
    ['The catalogue is on this computer alone and is searched without a network. A new one takes its place at once; a power cut on the way leaves the old one whole.', 'The catalogue can be searched while this page is open; after a reload it is fetched again.'],
    ['For this computer only', 'For this page only'],
    ['No catalogue on this computer yet', 'No catalogue on this page yet'],
    ['Import one once and search without a network.', 'This page keeps no catalogue, it is fetched at each visit: where the hub has one, under “Settings · Catalogue”.'],
    ['Catalogue and settings are kept on this computer alone', 'Catalogue and settings are held by this page alone'],
    ['What was saved is on this computer', 'What was noted is on this page'],
    ['saved on this computer', 'noted on this page'],
    ['Saved on this computer', 'Noted on this page'],
    ['Saved here', 'Noted on this page'],
    ['Offline, kept here', 'Offline, on this page only'],
    ['Kept here, sent', 'On this page only, sent'],
    ['what you did is kept here', 'what you did is on this page'],
    ['Storing on this computer', 'Taking into this page'],
    ['This computer has noted it', 'This page has noted it'],
    ['Syncing ends; what is here and what waits stays.', 'This page is cleared; if something waits, you are asked first.'],
    ['What was typed and not saved is lost: save first.', 'This page is cleared and asks for a login; if something waits, you are asked first.'],
    ['Locks all windows; the passphrase unlocks', 'Clears this page and asks for a login'],
    ['Clearing the site’s data deletes it. {size} can still be used.', 'Closing, reloading or logging out clears all.'],
    ['In this browser', 'This page keeps nothing'],
  ],
}

type Tree = { [key: string]: string | Tree }

/** The messages as they are true here. */
export const asKept = <T extends object>(messages: T, locale: 'zh' | 'en', kept = !keepsNothing): T => (kept ? messages : (replaced(messages as unknown as Tree, PAIRS[locale]) as unknown as T))

const replaced = (tree: Tree, pairs: Pairs): Tree =>
  Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value) : replaced(value, pairs)]))
