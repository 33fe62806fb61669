// `npm run bank`: questions in and out of a bank (docs/howto/exchange-questions.md). Needs no database.
import { bundledTool } from './bundled-tool.mjs'

const { commandLine } = await bundledTool('features/exchange/command-line.ts', 'bank')
process.exitCode = await commandLine(process.argv.slice(2))
