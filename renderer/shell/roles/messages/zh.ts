export const zh = {
  roles: {
    title: '这一页不归{role}用', text: '“{page}”由{roles}使用。你在这台电脑以“{role}”工作，所以没有打开；什么也没有改动。',
    ask: '工作上需要，请管理员在“用户与设备”里给你的账号加上能打开它的角色。', other: '你的账号还有能打开它的角色，换过去就能用。',
    home: '回到{home}', as: '改用“{role}”打开', to: '改用“{role}”的角色', acting: '角色：{role}，按下换成{next}', is: '角色：', changed: '现在以“{role}”工作。首页、侧栏随之更换，账号的权限不变。',
    one: '你的账号只有“{role}”一个角色，没有可换的。要加角色，请找管理员。', alone: '这台电脑没有连接中心，不分角色，什么都能办。', key: '换角色（账号有几个角色时）', words: '角色 切换 role switch', change: '换角色', or: '、',
  },
}
