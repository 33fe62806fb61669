'use server'

import { getLocale } from 'next-intl/server'
import { formAction } from '@/server/action'
import { importBank } from './commands/import-bank'
import { MOST_BYTES } from './formats'
import { importBankInput } from './input'
import { inChinese, placeInChinese } from './note-words'
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
    const isChinese = (await getLocale()) === 'zh'
    return { done: { ...read, notes: lines(read.notes, isChinese), problems: lines(read.problems, isChinese) } }
  },
})

function lines(notes: readonly Note[], isChinese: boolean): string {
  const told = notes
    .slice(0, MOST_NOTES)
    .map(({ where, what }) => (isChinese ? `${placeInChinese(where)}：${inChinese(what)}` : `${where}: ${what}`))
  return [...told, ...(notes.length > MOST_NOTES ? [`… ${notes.length - MOST_NOTES}`] : [])].join('\n')
}
