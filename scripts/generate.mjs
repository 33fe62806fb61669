// Generates the Prisma client into generated/prisma. No engine is downloaded: the schema engine is not needed to generate.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const { status } = spawnSync(
  process.execPath,
  [join('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--schema', 'prisma/schema', '--no-hints'],
  {
    stdio: process.env.VERBOSE ? 'inherit' : ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? '/bin/true' },
  },
)
process.exit(status ?? 1)
