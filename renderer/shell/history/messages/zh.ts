export const zh = {
  history: {
    title: '变更记录', here: '这台电脑', hub: '中心自动', you: '本机的账号', waiting: '待上传', from: '{old} → {now}', empty: '（空）', to: '到 {at}', none: '没有记下的变更。', loading: '正在向中心要', more: '更早的不在这里。',
    alone: '没有连接中心：这里是这台电脑还记得的。', onlyHere: '中心的记录看不到：{why}这里只有这台电脑还记得的：没送出的，和刚送出的。', notThere: '中心还没有这条记录，或者你看不到它。',
  },
}
