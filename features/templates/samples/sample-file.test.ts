import { describe, expect, it } from 'vitest'
import { exampleData } from '@/domain/documents/example-data'
import { PURPOSES, placeholdersOf } from '@/domain/documents/placeholders'
import { docxReport, fillDocx } from '@/server/documents/docx'
import { fillXlsx, xlsxReport } from '@/server/documents/xlsx'
import { sampleFile, samplesOf } from './sample-file'

describe.each(PURPOSES)('the samples for %s', (purpose) => {
  it.each(samplesOf(purpose))('%s uses known placeholders only and can be filled', async (path) => {
    const sample = await sampleFile(path)
    if (!sample) throw new Error(path)
    const known = placeholdersOf(purpose)
    const isWord = path.endsWith('.docx')
    const report = await (isWord ? docxReport : xlsxReport)(sample.bytes, known)
    expect(report.problems).toEqual([])
    const filled = await (isWord ? fillDocx : fillXlsx)(sample.bytes, exampleData(known))
    const again = await (isWord ? docxReport : xlsxReport)(filled, known)
    expect(again.placeholders).toEqual([])
  })
})
