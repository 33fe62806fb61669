import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, root } from './places.mjs'
import { EXIT, Stop } from './say.mjs'

/** Makes .data. @throws Stop when it, or the folder of the product, cannot be written */
export function prepareFolders() {
  for (const folder of [root, dataFolder]) {
    const probe = join(folder, `.write-${process.pid}`)
    try {
      mkdirSync(folder, { recursive: true })
      closeSync(openSync(probe, 'w'))
      rmSync(probe)
    } catch (error) {
      throw new Stop(
        EXIT.cannotWrite,
        `无法写入文件夹 ${folder}（${error.code}）。请检查权限和磁盘空间。`,
        `The folder ${folder} cannot be written (${error.code}). Check its permissions and the disk's space.`,
      )
    }
  }
  // The user "postgres" passes through to its own folder; every file with a secret is 0600.
  chmodSync(dataFolder, 0o711)
}
