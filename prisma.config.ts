import { defineConfig } from 'prisma/config'

// For `prisma generate`; migrations are run by scripts/migrate.mjs, which needs no downloaded engine.
export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
