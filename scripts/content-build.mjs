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
  else coverage(catalog)
  console.log(`content: ok (${[...counts, `${catalog.labs.length} labs`].join('; ')})`)
  return true
}

/** What each course holds: minutes, lessons, questions of the bank, self-checks, concepts, facts that its questions stand on. */
function coverage({ courses, labs }) {
  const rows = courses.map((course) => [
    course.slug,
    course.audience.join(' '),
    course.minutes,
    course.lessons.length,
    course.bank.length,
    course.checks.length,
    course.concepts.length,
    new Set([...course.bank, ...course.checks].map(({ fact }) => fact)).size,
  ])
  const sum = (column) => rows.reduce((all, row) => all + row[column], 0)
  const heads = ['course', 'for', 'minutes', 'lessons', 'questions', 'self-checks', 'concepts', 'facts']
  const lines = [heads, ...rows, ['all', '', sum(2), sum(3), sum(4), sum(5), sum(6), '']]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => String(line[column]).length)))
  for (const line of lines) console.log(line.map((one, column) => String(one).padEnd(widths[column])).join('  '))
  console.log(
    `${labs.length} labs; every concept has a lesson and three questions at least, every fact is registered and usable`,
  )
}

if (process.argv.includes('--watch')) {
  let timer
  await run()
  watch(path.join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(run, 150)
  })
} else if (!(await run())) process.exitCode = 1
