/** Closures that follow an outside calendar. */
export const outside = {
  title: '从 .ics 导入停用', untitled: '外部日历', line: '第 {n} 行',
  read: '{name}：新增 {fresh} 段，改期 {moved} 段，取消 {gone} 段，不变 {same} 条，没有收入 {left} 条。',
  changes: '将要更改的停用', isNew: '新增', isMoved: '改期', isGone: '取消',
  whole: '这是同一份日历的全部：文件里已没有的 {n} 段停用也结束',
  save: '照此更改 {n} 段', saved: '{name} 已照外部日历更改，保存在本机：新增 {fresh} 段，改期 {moved} 段，取消 {gone} 段',
  tooMany: '要更改 {n} 段，超过 {most} 段，什么也没有改。请只导出需要的月份。',
  past: '已经过去', free: '不占时间或已取消', empty: '没有时长', covered: '这段时间已经停用', twice: '与文件里另一条是同一事件',
}
