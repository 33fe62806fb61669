import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@/': root, 'server-only': `${root}tests/support/nothing.ts` }

const elsewhere = ['node_modules/**', '.data/**', 'tmp/**', 'dist/**', '.next*/**']
const HOUSE = 'tests/architecture/*.test.ts'
const PROPERTY = '**/*.property.test.ts'
const DATABASE = '**/*.db.test.ts'

/** One kind of test: those of `include`, without the kinds in `not`. */
const kind = (name: string, include: string, not: string[] = []) => ({
  resolve: { alias },
  test: {
    name,
    include: [include],
    exclude: [...elsewhere, ...not],
    setupFiles: ['tests/support/settings.ts'],
    // No test judges speed; a busy machine is no failure.
    testTimeout: 60_000,
    sequence: { groupOrder: 0 },
  },
})
const database = kind('db', DATABASE)

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      kind('house', HOUSE),
      kind('unit', '**/*.test.{ts,tsx}', [HOUSE, PROPERTY, DATABASE]),
      kind('property', PROPERTY),
      {
        ...database,
        test: {
          ...database.test,
          globalSetup: ['tests/support/start-postgres.ts'],
          hookTimeout: 120_000,
          maxWorkers: 2,
          // After the others, as these need both cores and the server.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
