import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourceFiles, sourceOf } from './source-tree'

/** Model and table names with the owner that `/// @owner` names. */
function owners(): { model: string; table: string; owner: string }[] {
  const text = readdirSync('prisma/schema')
    .map((name) => readFileSync(`prisma/schema/${name}`, 'utf8'))
    .join('\n')
  const models = [...text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{([\s\S]*?)^\}/gm)]
  return models.map(([, comment = '', model = '', body = '']) => ({
    model,
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
    owner: /@owner ([\w-]+)/.exec(comment)?.[1] ?? '',
  }))
}

// Where an owner's code lives when it is not features/<owner>.
const HOMES: Record<string, RegExp> = {
  // An officer who is on no roster is a person, too; the first of them names the city.
  roster: /^features\/roster\/|^features\/accounts\/commands\/(officer-person|root-region)\.ts$/,
  jobs: /^server\/jobs\/|^features\/standing\/|^features\/[^/]+\/commands\//, // the outbox is written by whoever has a consequence
  audit: /^server\/audit\//,
  exports: /^server\/exports\//,
  files: /^server\/files\/|^features\/roster\//,
  settings: /^(server|features|prisma\/seed)\//,
  accounts: /^features\/accounts\/|^server\/auth\//,
}
// Another's table in one statement, on a path that bench/ names: saving an answer keeps the login alive.
const EXCEPTIONS: Record<string, readonly string[]> = { login: ['features/exams/commands/save-answer.ts'] }
const homeOf = (owner: string) => HOMES[owner] ?? new RegExp(`^features/${owner}/`)

const writers = sourceFiles(/^(app|features|server)\//).filter((path) => !/\.test\.tsx?$/.test(path))

describe('one writer per table', () => {
  it('every model names its owner', () => {
    expect(owners().filter((one) => one.owner === '')).toEqual([])
  })

  it.each(owners())('$table is written only by $owner', ({ model, table, owner }) => {
    const field = model.charAt(0).toLowerCase() + model.slice(1)
    const byPrisma = new RegExp(
      `\\.${field}\\.(create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)\\(`,
    )
    const bySql = new RegExp(`(INSERT INTO|UPDATE|DELETE FROM)\\s+"?${table}"?[\\s(]`, 'i')
    const found = writers.filter((path) => {
      const text = sourceOf(path)
      return byPrisma.test(text) || bySql.test(text.replace(/FOR (NO KEY )?UPDATE/gi, ''))
    })
    const foreign = found.filter((path) => !homeOf(owner).test(path))
    expect(foreign.filter((path) => !EXCEPTIONS[table]?.includes(path))).toEqual([])
  })
})
