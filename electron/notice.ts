// The few pages that must work when the app's own can't: plain HTML, no script, Chinese first.

/** The profile was opened by a newer engine. */
export const refusedUrl = (profile: number, engine: number, folder: string): string => noticeUrl('refused', { profile: String(profile), engine: String(engine), folder })

/** The page stopped; `back` leads to where it was. */
export const goneUrl = (back: string): string => noticeUrl('gone', { back })

/** The link that closes the window; the window's own title bar is not there. */
export const closeUrl = 'app://notice/close'

/** What app://notice/ answers, or null. */
export const noticeAt = ({ pathname, searchParams }: URL): string | null => {
  const asked = (name: string): string => escape(searchParams.get(name) ?? '')
  if (pathname === '/notice.css') return style
  if (pathname === '/refused') {
    return page(
      '这份数据由较新的品立打开过',
      `<p>数据来自 Chromium ${asked('profile')}，此程序用的是 ${asked('engine')}。旧程序打开新数据可能会删掉它，所以没有打开。<strong>数据没有改动。</strong></p>
<p>请用较新的品立打开，或更新此程序。数据在：</p><p class="path">${asked('folder')}</p>
<p lang="en">These data were opened by a newer Pinli (Chromium ${asked('profile')}; this program has ${asked('engine')}). An older program may delete newer data, so it has not opened them. <strong>Nothing was changed.</strong> Use the newer Pinli, or update this one.</p>`,
    )
  }
  const back = searchParams.get('back') ?? ''
  if (pathname === '/gone' && back.startsWith('app://pinli/')) {
    return page(
      '这一页意外停止了',
      `<p>已保存的内容都在本机，没有丢失。</p>
<p lang="en">This page stopped unexpectedly. What was saved is on this computer; nothing is lost.</p>
<p><a class="button" href="${escape(back)}" autofocus>重新打开 <span lang="en">Reopen</span></a></p>`,
    )
  }
  return null
}

const noticeUrl = (name: string, facts: Record<string, string>): string => `app://notice/${name}?${new URLSearchParams(facts).toString()}`

const escape = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN" translate="no">
<head><meta charset="utf-8"><title>品立 · ${title}</title><link rel="stylesheet" href="notice.css"></head>
<body><header>品立 <a href="${closeUrl}">关闭 <span lang="en">Close</span></a></header><main><h1>${title}</h1>${body}</main></body>
</html>`

const style = `:root { color-scheme: light dark; font: 15px/1.7 "Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", sans-serif }
body { margin: 0; color: #1d2129; background: #fff }
header { -webkit-app-region: drag; display: flex; justify-content: space-between; padding: 8px 16px; border-bottom: 1px solid #dfe3e8; font-weight: 700 }
header a { -webkit-app-region: no-drag; font-weight: 400 }
main { max-width: 640px; margin: 12vh auto 0; padding: 0 24px }
h1 { font-size: 24px; line-height: 1.4 }
a { color: #1a5fb4 }
a:focus-visible { outline: 2px solid #1a5fb4; outline-offset: 2px }
.button { display: inline-block; padding: 6px 20px; border-radius: 4px; color: #fff; background: #1a5fb4; text-decoration: none }
.path { font-family: monospace; user-select: all; overflow-wrap: anywhere }
[lang=en] { color: #5b6472 }
.button [lang=en] { color: inherit }
@media (prefers-color-scheme: dark) {
  body { color: #e8eaed; background: #16191d }
  header { border-color: #343a42 }
  a { color: #6ea8ec }
  .button { color: #0d1b2a; background: #6ea8ec }
  [lang=en] { color: #a9b0ba }
}
`
