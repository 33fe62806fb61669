// Compiles content/ to generated/content/catalog.json; `--check` only validates; `--watch` compiles again on every change.
// A compile that fails keeps the last good catalog and exits with 1, every problem printed as file:line.
import { watch } from 'node:fs'
import path from 'node:path'
import { bundledTool, root } from './bundled-tool.mjs'

const isCheck = process.argv.includes('--check')
const { compileContent, writeCatalog } = await bundledTool('server/content/build.ts', 'compiler')

async function run() {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const { catalog, problems } = await compileContent(root, today)
  for (const { file, line, message } of problems) console.error(`${file}:${line}  ${message}`)
  const counts = catalog.courses.map(
    (course) => `${course.slug} v${course.version}: ${course.lessons.length} lessons, ${course.bank.length} questions`,
  )
  if (problems.length > 0) {
    console.error(`content: ${problems.length} problems`)
    return false
  }
  if (!isCheck) writeCatalog(root, catalog)
  console.log(`content: ok (${[...counts, `${catalog.labs.length} labs`].join('; ')})`)
  return true
}

if (process.argv.includes('--watch')) {
  let timer
  await run()
  watch(path.join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(run, 150)
  })
} else if (!(await run())) process.exitCode = 1
