export const en = {
  roles: {
    title: 'This page isn’t one for {role}', text: '“{page}” is for {roles}. You work on this computer as {role}, so it wasn’t opened; nothing was changed.',
    ask: 'If your work needs it, ask an administrator to add a role that may open it to your account, under Users and devices.', other: 'Your account also has a role that may open it: change to that.',
    home: 'To {home}', as: 'Open as {role}', to: 'Work as {role}', acting: 'Role: {role}; press to change to {next}', is: 'Role: ', changed: 'You work as {role} now. Home page and rail follow; what your account may do stays.',
    one: 'Your account has one role, {role}, so there is none to change to. An administrator can add roles.', alone: 'This computer has no hub: there are no roles, and everything can be done.', key: 'Change the role, where an account has several', words: 'role switch 角色 切换', change: 'Change the role', or: ', ',
  },
}
