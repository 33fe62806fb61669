// `npm run exactly-once`: fifty people's worth of pressing "hand in" for one paper, at the same moment, over two web processes. See
// bench/README.md.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3297' },
    papers: { type: 'string', default: '20' },
    at: { type: 'string', default: '50' },
  },
})
const port = Number(values.port)
// A data folder of its own, said before anything that reads it is loaded; and never somebody's own database.
process.env.ZHIXING_DATA = 'tmp/exactly-once-data'
delete process.env.DATABASE_URL
delete process.env.APP_ORIGIN

const { openInstallation, startSecondWeb } = await import('../installation.mjs')
const { visitorOf } = await import('../visitor.mjs')
const { peopleOf } = await import('../people.mjs')
const { handIn, rightAnswers, save, start } = await import('../operations/attempt.mjs')

const installation = await openInstallation({ port, isProfiled: false })
const second = await startSecondWeb(installation, port + 1)
try {
  const [one, other] = [visitorOf(port), visitorOf(port + 1, port)]
  const place = { ...installation, ...one }
  const clerks = await peopleOf(installation).clerks(Number(values.papers))
  const wrong = []
  for (const { personId, cookie } of clerks) {
    const paper = await start(place, cookie)
    for (const answer of await rightAnswers(place, paper)) await save(place, { paper, cookie, ...answer, seq: 1 })
    const presses = Array.from({ length: Number(values.at) }, (_, index) =>
      handIn(index % 2 ? other : one, { paper, cookie }),
    )
    const answers = await Promise.all(presses)
    const same = new Set(answers.map(({ status, location }) => `${status} ${location}`))
    const figures = await told(place, { paper, personId })
    const pages = new Set(await Promise.all([one, other].map(async (web) => resultIn(await web.page(paper, cookie)))))
    if (same.size !== 1 || pages.size !== 1 || Object.values(figures).some((count) => count !== 1))
      wrong.push({ paper, answers: [...same], pages: [...pages], ...figures })
  }
  console.log(
    `${clerks.length} papers, each handed in ${values.at} times at once over two web processes: ${clerks.length - wrong.length} with one grade, one audit line, one completion, one certificate, the same answer to everybody`,
  )
  if (wrong.length > 0) {
    console.table(wrong)
    process.exitCode = 1
  }
} finally {
  await second.close()
  await installation.close()
}
process.exit(process.exitCode ?? 0)

/** How often each consequence is stored; the certificate is the worker's and is waited for. */
async function told({ rows }, { paper, personId }) {
  const id = paper.split('/').at(-1)
  const count = async (sql, value) => (await rows(`SELECT count(*)::int AS count FROM ${sql}`, [value]))[0].count
  let certificates = 0
  for (let tries = 0; tries < 100 && certificates === 0; tries++) {
    certificates = await count('certificate WHERE person_id = $1', personId)
    if (certificates === 0) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    graded: await count(`attempt WHERE id = $1 AND state = 'SUBMITTED' AND passed`, id),
    audited: await count(`audit_event WHERE kind = 'attempt.submitted' AND subject_id = $1`, id),
    completions: await count(`completion WHERE source_key = 'attempt:' || $1`, id),
    certificates,
  }
}

function resultIn(html) {
  return /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? 'no result'
}
