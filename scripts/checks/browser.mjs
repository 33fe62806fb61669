// Finds a Chromium for the end-to-end tests, or gets one: Debian's when root on Debian, Playwright's own elsewhere.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'poppler-utils', 'zbar-tools', 'libreoffice-calc-nogui']

/** The path of a browser that is already here, or undefined. */
export function findBrowser() {
  return PLACES.find((path) => path && existsSync(path))
}

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' })
  return stdout?.trim() === 'installed'
}

/** Makes sure a browser, a Chinese font, the PDF and QR readers and the spreadsheet program of the tests are here; says what to do when they cannot be had. */
export function ensureBrowser() {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const missing = PACKAGES.filter((name) => !isInstalled(name))
    if (missing.length === 0) return true
    const lock = ['-o', 'DPkg::Lock::Timeout=300']
    console.log(`apt-get install ${missing.join(' ')}`)
    return (
      run('apt-get', [...lock, 'update', '-q']) &&
      run('apt-get', [...lock, 'install', '-y', '-q', '--no-install-recommends', ...missing])
    )
  }
  if (findBrowser()) return true
  if (run('npx', ['playwright', 'install', 'chromium'])) return true
  console.error(
    'No browser for the end-to-end tests. Install Chromium and set CHROMIUM_PATH to it, then run npm test again.',
  )
  return false
}
