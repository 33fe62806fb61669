// Plain syntax on purpose: this is all that an old Node gets to read.
const OLDEST = [20, 19]

/** Ends the process with 78 and one sentence when Node is older than package.json allows. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(
    `需要 Node.js ${OLDEST.join('.')} 或更新的版本，当前是 ${version}。请从 https://nodejs.org 安装后再试。`,
  )
  console.error(`Node.js ${OLDEST.join('.')} or newer is needed; this is ${version}. Get it from https://nodejs.org.`)
  process.exit(78)
}
