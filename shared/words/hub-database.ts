import type { Locale } from './locale.ts'

/** Why the hub can't use its database. Each is said at start, before anything is served. */
export type HubDatabaseProblem =
  /** No PostgreSQL comes with the product for this system. */
  | { code: 'engine-missing'; system: string }
  /** The engine doesn't run as root, and the user that it runs as may not enter a folder. */
  | { code: 'folder-closed'; path: string; uid: number }
  | { code: 'folder-unusable'; path: string; detail: string }
  | { code: 'hub-running'; path: string; pid: number }
  /** The files were made by another major version. */
  | { code: 'cluster-version'; path: string; found: string; engine: string }
  | { code: 'engine-failed'; step: 'initdb' | 'start' | 'stop'; detail: string }
  | { code: 'database-unreachable'; detail: string }
  | { code: 'database-version'; found: string; least: number; most: number }
  /** A setting under which a commit may be lost. */
  | { code: 'database-unsafe'; setting: string; value: string }
  | { code: 'database-rights'; what: string; detail: string }
  | { code: 'database-in-use' }
  /** It has migrations that this version does not know. */
  | { code: 'database-newer'; found: number; known: number }
  | { code: 'migration-changed'; number: number }
  | { code: 'migration-failed'; number: number; detail: string }
  | { code: 'backup-failed'; path: string; detail: string }
  /** Not a backup of Pinli, broken off, or changed since. */
  | { code: 'backup-unreadable'; path: string; detail: string }
  | { code: 'backup-newer'; found: number; known: number }
  /** What was loaded is not what the backup says. */
  | { code: 'backup-differs'; path: string; table: string }
  /** Backups are loaded into empty databases only. */
  | { code: 'database-not-empty' }

export const hubDatabaseProblemText = (problem: HubDatabaseProblem, language: Locale): string => (language === 'zh' ? inChinese(problem) : inEnglish(problem))

const inChinese = (problem: HubDatabaseProblem): string => {
  switch (problem.code) {
    case 'engine-missing':
      return `没有适用于本系统（${problem.system}）的内置 PostgreSQL。请用 DATABASE_URL 指定一个 PostgreSQL 15 至 18。`
    case 'folder-closed':
      return `数据库不能以 root 运行，改用的用户（uid ${problem.uid}）进不了 ${problem.path}。请换一个它能进入的数据目录，例如 /var/lib/pinli-hub。`
    case 'folder-unusable':
      return `数据目录 ${problem.path} 不能使用：${problem.detail}。请检查它是否存在、是否可写、磁盘是否已满。`
    case 'hub-running':
      return `另一个中心服务（进程 ${problem.pid}）正在使用 ${problem.path}，一个数据目录只能有一个。请先停掉它，或换一个目录。`
    case 'cluster-version':
      return `${problem.path} 里的数据属于 PostgreSQL ${problem.found}，本程序带的是 ${problem.engine}。请用旧版程序做备份，再在新目录里恢复。`
    case 'engine-failed':
      return `PostgreSQL 没有${STEPS_ZH[problem.step]}成功：${problem.detail}`
    case 'database-unreachable':
      return `连不上数据库：${problem.detail}。请检查 DATABASE_URL、网络和数据库是否在运行。`
    case 'database-version':
      return `数据库是 PostgreSQL ${problem.found}，只支持 ${problem.least} 至 ${problem.most}。`
    case 'database-unsafe':
      return `数据库设置 ${problem.setting}=${problem.value} 会丢失已确认的数据，请改为 on 后再启动。`
    case 'database-rights':
      return `数据库用户不能${problem.what}：${problem.detail}。请让管理员授予这项权限。`
    case 'database-in-use':
      return '另一个中心服务正在使用这个数据库。请先停掉它，或换一个数据库。'
    case 'database-newer':
      return `数据库已升级到第 ${problem.found} 步，本程序只认识到第 ${problem.known} 步。请使用更新的程序。`
    case 'migration-changed':
      return `数据库升级第 ${problem.number} 步与本程序记录的不同，可能来自另一个版本。没有改动任何数据，请联系支持。`
    case 'migration-failed':
      return `数据库升级第 ${problem.number} 步没有成功，已全部撤回：${problem.detail}`
    case 'backup-failed':
      return `备份没有写成（${problem.path}）：${problem.detail}。原有的备份没有改动。请检查磁盘空间和写入权限后再试。`
    case 'backup-unreadable':
      return `备份文件 ${problem.path} 不能使用：${problem.detail}。请换一份备份。`
    case 'backup-newer':
      return `备份来自更新的程序（第 ${problem.found} 步），本程序只认识到第 ${problem.known} 步。请使用更新的程序。`
    case 'backup-differs':
      return `备份文件 ${problem.path} 装入后与记录不符（${problem.table}）。请重新备份，不要依靠这一份。`
    case 'database-not-empty':
      return '这个数据库里已有数据。备份只能装入空的数据库，请另建一个。'
  }
}
const STEPS_ZH = { initdb: '初始化', start: '启动', stop: '停止' } as const

const inEnglish = (problem: HubDatabaseProblem): string => {
  switch (problem.code) {
    case 'engine-missing':
      return `No built-in PostgreSQL for this system (${problem.system}). Name a PostgreSQL 15 to 18 in DATABASE_URL.`
    case 'folder-closed':
      return `The database does not run as root, and the user it runs as instead (uid ${problem.uid}) may not enter ${problem.path}. Choose a data folder that it may enter, such as /var/lib/pinli-hub.`
    case 'folder-unusable':
      return `The data folder ${problem.path} can't be used: ${problem.detail}. See whether it exists, may be written and has room.`
    case 'hub-running':
      return `Another hub (process ${problem.pid}) uses ${problem.path}, and a data folder has one hub only. Stop that one, or choose another folder.`
    case 'cluster-version':
      return `The data in ${problem.path} belongs to PostgreSQL ${problem.found}, this program brings ${problem.engine}. Make a backup with the older program and restore it in a new folder.`
    case 'engine-failed':
      return `PostgreSQL did not ${STEPS_EN[problem.step]}: ${problem.detail}`
    case 'database-unreachable':
      return `The database can't be reached: ${problem.detail}. Check DATABASE_URL, the network, and whether the database runs.`
    case 'database-version':
      return `The database is PostgreSQL ${problem.found}; ${problem.least} to ${problem.most} are supported.`
    case 'database-unsafe':
      return `With ${problem.setting}=${problem.value} the database may lose what it has acknowledged. Set it to on and start again.`
    case 'database-rights':
      return `The database user may not ${problem.what}: ${problem.detail}. Ask the database's administrator for this right.`
    case 'database-in-use':
      return 'Another hub uses this database. Stop that one, or choose another database.'
    case 'database-newer':
      return `The database is at migration ${problem.found}, this program knows ${problem.known}. Use a newer program.`
    case 'migration-changed':
      return `Migration ${problem.number} of the database differs from the one in this program; it may come from another version. Nothing was changed; ask for support.`
    case 'migration-failed':
      return `Migration ${problem.number} of the database failed and was undone: ${problem.detail}`
    case 'backup-failed':
      return `The backup was not written (${problem.path}): ${problem.detail}. Earlier backups are as they were. See whether the disk has room and may be written, and try again.`
    case 'backup-unreadable':
      return `The backup ${problem.path} can't be used: ${problem.detail}. Use another one.`
    case 'backup-newer':
      return `The backup comes from a newer program (migration ${problem.found}), this one knows ${problem.known}. Use a newer program.`
    case 'backup-differs':
      return `What the backup ${problem.path} was loaded as differs from its record (${problem.table}). Make another one and don't rely on it.`
    case 'database-not-empty':
      return 'This database holds data already. A backup is loaded into an empty database only; make another one.'
  }
}
const STEPS_EN = { initdb: 'initialise', start: 'start', stop: 'stop' } as const
