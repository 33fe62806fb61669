'use server'

import { formAction } from '@/server/action'
import { importBank } from './commands/import-bank'
import { MOST_BYTES } from './formats'
import { importBankInput } from './input'
import type { Note } from './written-question'

const MOST_NOTES = 200

/** Reads a file of questions and answers with the text of a bank, or with what is wrong; nothing is kept. */
export const importBankAction = formAction({
  permission: 'bank.exchange',
  input: importBankInput,
  async run(ctx, { file, ...defaults }) {
    if (file.size === 0) return { refusal: 'empty' }
    if (file.size > MOST_BYTES) return { refusal: 'too-large' }
    const read = await importBank(ctx, Buffer.from(await file.arrayBuffer()), defaults)
    return { done: { ...read, notes: lines(read.notes), problems: lines(read.problems) } }
  },
})

function lines(notes: readonly Note[]): string {
  const told = notes.slice(0, MOST_NOTES).map(({ where, what }) => `${where}: ${what}`)
  return [...told, ...(notes.length > MOST_NOTES ? [`… ${notes.length - MOST_NOTES}`] : [])].join('\n')
}
