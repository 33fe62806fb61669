// Prisma migrations without the downloaded schema-engine binary: wasm engine + adapter-pg. Run in the repository root.
//   deploy          apply pending migrations
//   new <name>      write prisma/migrations/<timestamp>_<name>/migration.sql (diff: migrations -> prisma/schema)
//   check           exit 1 if schema.prisma has changes with no migration (CI)
//   drift           exit 1 if the live database differs from schema.prisma
//   status          exit 1 if the live database is behind, or a migration was edited or failed
//   resolve applied|rolledback <migration>
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = process.cwd()
const require = createRequire(join(root, 'package.json'))
const imp = (n) => import(require.resolve(n))
const bg = await imp('@prisma/schema-engine-wasm/schema_engine_bg')
const { PrismaPg } = await imp('@prisma/adapter-pg')
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await imp('@prisma/driver-adapter-utils')

// the package's own entry imports the .wasm as an ES module, which plain node does not do: instantiate by hand
const wasm = readFileSync(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
const inst = new WebAssembly.Instance(new WebAssembly.Module(wasm), { './schema_engine_bg.js': bg })
bg.__wbg_set_wasm(inst.exports)
inst.exports.__wbindgen_start?.()

if (!process.env.DATABASE_URL) {
  console.error('DATABASE_URL is not set')
  process.exit(64)
}
const dir = join(root, 'prisma/migrations'),
  lock = join(dir, 'migration_lock.toml')
mkdirSync(dir, { recursive: true })
if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n')
const schemaFiles = readdirSync(join(root, 'prisma/schema'))
  .filter((f) => f.endsWith('.prisma'))
  .sort()
  .map((f) => ({ path: join('prisma/schema', f), content: readFileSync(join(root, 'prisma/schema', f), 'utf8') }))
const filters = { externalTables: [], externalEnums: [] }
const migrationsList = () => ({
  baseDir: dir,
  lockfile: { path: 'migration_lock.toml', content: readFileSync(lock, 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: readdirSync(dir, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .map((d) => d.name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(dir, path, 'migration.sql'), 'utf8') },
      },
    })),
})

// adapter-pg 7.10 as a migration adapter needs these repairs:
//  1 given a connection string, its "shadow" pool connects to the MAIN database (pg lets the string win over `database`): pass fields
//  2 executeScript splits on ";" - breaks functions, DO blocks, literals and comments holding one, and is not atomic: send it whole
//  3 the catalogue's "char" columns (oid 18) are refused: hand them on as Character
//  4 its shadow database cannot be dropped: it drops before it closes its pool
// and max 1 connection, so that the engine's advisory lock and its SET live in one session
const u = new URL(process.env.DATABASE_URL)
const ssl = u.searchParams.get('sslmode')
const config = {
  host: u.hostname,
  port: Number(u.port || 5432),
  user: decodeURIComponent(u.username),
  password: decodeURIComponent(u.password),
  database: decodeURIComponent(u.pathname.slice(1)),
  max: 1,
  ...(ssl && ssl !== 'disable' ? { ssl: { rejectUnauthorized: ssl.startsWith('verify') } } : {}),
}
const repair = (a) => {
  const proto = Object.getPrototypeOf(a)
  a.executeScript = async (script) => {
    try {
      await a.underlyingDriver().query(script)
    } catch (e) {
      a.onError(e)
    }
  }
  a.queryRaw = async (query) => {
    let chars = []
    const self = Object.create(a, {
      performIO: {
        value: async (q) => {
          const io = await proto.performIO.call(a, q)
          chars = io.fields.flatMap((f, i) => (f.dataTypeID === 18 ? [i] : []))
          for (const i of chars) io.fields[i].dataTypeID = 25
          return io
        },
      },
    })
    const r = await proto.queryRaw.call(self, query)
    for (const i of chars) r.columnTypes[i] = ColumnTypeEnum.Character
    return r
  }
  return a
}
const base = new PrismaPg(config),
  connect = base.connect.bind(base)
base.connect = async () => repair(await connect())
base.connectToShadowDb = async () => {
  const admin = await base.connect(),
    name = `shadow_${crypto.randomUUID()}`
  await admin.executeScript(`CREATE DATABASE "${name}"`)
  const a = repair(await new PrismaPg({ ...config, database: name }).connect()),
    close = a.dispose.bind(a)
  a.dispose = async () => {
    await close()
    await admin.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`)
    await admin.dispose()
  }
  return a
}
const engine = await bg.SchemaEngine.new(
  { datamodels: schemaFiles.map((f) => [f.path, f.content]) },
  () => {},
  bindMigrationAwareSqlAdapterFactory(base),
).catch((e) => {
  console.error(String(e.message ?? e).trim())
  process.exit(1)
})
const diff = (from) =>
  engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files: schemaFiles },
    script: true,
    exitCode: true,
    filters,
    shadowDatabaseUrl: null,
  })

const [cmd, arg, arg2] = process.argv.slice(2)
let code = 0
try {
  if (cmd === 'deploy') {
    const r = await engine.applyMigrations({ migrationsList: migrationsList(), filters })
    console.log(r.appliedMigrationNames.join('\n') || 'nothing to apply')
  } else if (cmd === 'new') {
    if (!/^[a-z0-9_]+$/.test(arg ?? '')) throw new Error('name: a-z 0-9 _')
    const r = await diff({ tag: 'migrations', ...migrationsList() }) // in a scratch database: the role needs CREATEDB
    if (r.exitCode === 0) console.log('no change')
    else {
      const name = new Date().toISOString().replace(/\D/g, '').slice(0, 14) + '_' + arg
      mkdirSync(join(dir, name))
      writeFileSync(join(dir, name, 'migration.sql'), r.stdout)
      console.log(`prisma/migrations/${name}/migration.sql\n${r.stdout}`)
      // engine.evaluateDataLoss() fails with the wasm engine on PostgreSQL: a plain look at the SQL instead
      for (const l of r.stdout.split('\n'))
        if (/\bDROP (TABLE|COLUMN|TYPE)\b|SET DATA TYPE|ADD COLUMN.*NOT NULL(?!.*DEFAULT)/.test(l))
          console.log('REVIEW:', l)
    }
  } else if (cmd === 'check' || cmd === 'drift') {
    const r = await diff(
      cmd === 'check'
        ? { tag: 'migrations', ...migrationsList() }
        : { tag: 'schemaDatasource', files: schemaFiles, configDir: root },
    )
    if (r.exitCode) {
      console.error(
        (cmd === 'check'
          ? 'schema.prisma has changes with no migration:\n'
          : 'the live database differs from schema.prisma:\n') + r.stdout,
      )
      code = 1
    } else console.log('ok')
  } else if (cmd === 'status') {
    const r = await engine.diagnoseMigrationHistory({
      migrationsList: migrationsList(),
      optInToShadowDatabase: false,
      filters,
    })
    console.log(JSON.stringify(r, null, 1))
    if (r.history || r.failedMigrationNames.length || r.editedMigrationNames.length) code = 1
  } else if (cmd === 'resolve') {
    if (arg === 'applied') await engine.markMigrationApplied({ migrationName: arg2, migrationsList: migrationsList() })
    else if (arg === 'rolledback') await engine.markMigrationRolledBack({ migrationName: arg2 })
  } else {
    console.error('deploy | new <name> | check | drift | status | resolve applied|rolledback <migration>')
    code = 64
  }
} catch (e) {
  console.error(e.message ?? e)
  code = 1
}
process.exit(code)
