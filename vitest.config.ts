import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@/': root, 'server-only': `${root}tests/support/nothing.ts` }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', 'node_modules/**', '.data/**', 'tmp/**', 'dist/**', '.next/**'],
          setupFiles: ['tests/support/settings.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules/**', '.data/**', 'tmp/**', 'dist/**', '.next/**'],
          globalSetup: ['tests/support/start-postgres.ts'],
          setupFiles: ['tests/support/settings.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
