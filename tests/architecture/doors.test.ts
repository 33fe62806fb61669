import { describe, expect, it } from 'vitest'
import { sourceFiles, sourceOf } from './source-tree'

const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const product = sourceFiles(/^(app|domain|features|server|ui)\//).filter((path) => !isTest(path))

// Handlers that anybody may call; each is public on purpose and says why in its own words.
const PUBLIC_HANDLERS = [
  'app/(public)/sign-in/sso/route.ts', // begins a sign-in; asks for the actor itself when it is to link one
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/preferences/route.ts',
  'app/(public)/worksheets/[name]/route.ts', // the same file for everybody
  'app/healthz/route.ts',
  'app/readyz/route.ts',
]
// Hand a checked setting on to a library that reads the environment only.
const SETTERS = ['server/auth/next-auth-options.ts']
// Hot paths whose one statement asks for login, owner and state together with the write. What answers the request, whoever brings it
// (decision 034), checks the origin itself: handler, where it stands, its name.
const STATEMENT_HANDLERS = new Map([
  [
    'app/api/attempts/[attempt]/answers/[question]/route.ts',
    { file: 'features/exams/save-request.ts', name: 'answerSaveRequest' },
  ],
])
// Pages that anybody may open.
const PUBLIC_PAGES = [/^app\/page\.tsx$/, /^app\/\(public\)\//, /^app\/verify\//, /^app\/l\//, /^app\/display\//]

function checksInStatement(path: string): boolean {
  const said = STATEMENT_HANDLERS.get(path)
  if (!said || !sourceOf(path).includes(`await ${said.name}(`)) return false
  return /!isOwnOrigin\(/.test(sourceOf(said.file)) && /loginSecretIn\(/.test(sourceOf(said.file))
}

describe('doors', () => {
  it('every server action is made by formAction or publicFormAction, which check origin and actor', () => {
    const files = product.filter((path) => /^['"]use server['"]/m.test(sourceOf(path)))
    expect(files.length).toBeGreaterThan(0)
    const loose = files.flatMap((path) =>
      [...sourceOf(path).matchAll(/^export (?:async )?(?:function|const) (\w+)(.*)$/gm)]
        .filter(([, , rest]) => !/=\s*(?:publicFormAction|formAction|openAction)\b/.test(rest ?? ''))
        .map(([, name]) => `${path} ${name}`),
    )
    expect(loose).toEqual([])
  })

  it('every route handler asks for its actor, or is public on purpose', () => {
    const handlers = sourceFiles(/^app\/.*\/route\.tsx?$/).filter((path) => !PUBLIC_HANDLERS.includes(path))
    const asks = (path: string) =>
      STATEMENT_HANDLERS.has(path)
        ? checksInStatement(path)
        : /handlerActor\(|handlerContext\(|requireActor\(/.test(sourceOf(path))
    expect(handlers.filter((path) => !asks(path))).toEqual([])
  })

  it('every page behind a sign-in asks for its actor itself, as layouts protect nothing', () => {
    const pages = sourceFiles(/^app\/.*page\.tsx$/).filter(
      (path) => !PUBLIC_PAGES.some((pattern) => pattern.test(path)),
    )
    const open = pages.filter((path) => !/requireActor\(/.test(sourceOf(path)))
    expect(open).toEqual([])
  })

  it('every state-changing route handler checks the origin', () => {
    const changing = sourceFiles(/^app\/.*\/route\.tsx?$/).filter((path) =>
      /export (async )?(function|const) (POST|PUT|PATCH|DELETE)\b/.test(sourceOf(path)),
    )
    // next-auth carries its own token against forged requests.
    const careless = changing
      .filter((path) => path !== 'app/api/auth/[...nextauth]/route.ts')
      .filter((path) => !checksInStatement(path) && !/isOwnOrigin\(|handlerContext\(/.test(sourceOf(path)))
    expect(careless).toEqual([])
  })

  it('the web server answers before Next only what is known to check for itself', () => {
    const answered = [...sourceOf('scripts/entries/web.ts').matchAll(/^ +(\w+)\(\{ \.\.\.request/gm)].map(
      ([, name]) => name,
    )
    expect(answered).toEqual([...STATEMENT_HANDLERS.values()].map(({ name }) => name))
  })

  it('settings are read in server/env.ts only, which checks them', () => {
    const reads = product.filter((path) => path !== 'server/env.ts' && /process\.env\b/.test(sourceOf(path)))
    expect(reads.filter((path) => !SETTERS.includes(path))).toEqual([])
  })

  it('nothing builds SQL from unchecked text', () => {
    const all = [...product, ...sourceFiles(/^(prisma|scripts|bench)\//)].filter((path) => !isTest(path))
    expect(all.filter((path) => /RawUnsafe/.test(sourceOf(path)))).toEqual([])
  })

  it('HTML strings reach a page only through the component for compiled content', () => {
    const found = product.filter((path) => /dangerouslySetInnerHTML/.test(sourceOf(path)))
    expect(found.filter((path) => !/prose|content-html|lesson/.test(path))).toEqual([])
  })

  it('rules do not wait, and take time and chance as arguments', () => {
    const impure = sourceFiles(/^domain\//)
      .filter((path) => !isTest(path))
      .filter((path) => /\basync\b|\bawait\b|Date\.now\(|new Date\(\)|Math\.random|from 'zod'/.test(sourceOf(path)))
    expect(impure).toEqual([])
  })

  it('no file of the product is over 250 lines', () => {
    const long = product.filter((path) => sourceOf(path).split('\n').length > 251)
    expect(long).toEqual([])
  })

  it('no file is named after nothing', () => {
    const vague = sourceFiles(/(^|\/)(utils|helpers|misc|common|shared|manager|service|types|index)\.(ts|tsx|mjs)$/)
    expect(vague).toEqual([])
  })
})
