// Draws a batch of letters apart from the web process: letters as JSON on stdin, one PDF on stdout. Needs no settings.
import { text } from 'node:stream/consumers'
import { renderLetters } from '@/features/accounts/pdf/render-letters'
import type { Letter } from '@/features/accounts/pdf/letter-text'

const letters = JSON.parse(await text(process.stdin)) as Letter[]
process.stdout.write(await renderLetters(letters))
