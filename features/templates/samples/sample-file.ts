import type { TemplatePurpose } from '@/domain/documents/placeholders'
import { bulletinWorkbook } from './bulletin-workbook'
import { SAMPLE_PAGES } from './sample-pages'
import { wordPage } from './word-page'

const SAMPLES: Record<string, { purpose: TemplatePurpose; name: string }> = {
  'bulletin.docx': { purpose: 'BULLETIN', name: '工作简报 样例.docx' },
  'bulletin.xlsx': { purpose: 'BULLETIN', name: '工作简报 样例.xlsx' },
  'letter.docx': { purpose: 'LETTER', name: '通知函 样例.docx' },
  'attendance.docx': { purpose: 'ATTENDANCE', name: '参训证明 样例.docx' },
}

/** The paths of the samples of one purpose. */
export function samplesOf(purpose: TemplatePurpose): string[] {
  return Object.keys(SAMPLES).filter((path) => SAMPLES[path]?.purpose === purpose)
}

/** A ready sample template, made when asked for; null for a path that is none. */
export async function sampleFile(path: string): Promise<{ name: string; bytes: Buffer } | null> {
  const sample = Object.hasOwn(SAMPLES, path) ? SAMPLES[path] : undefined
  if (!sample) return null
  const bytes = path.endsWith('.xlsx') ? await bulletinWorkbook() : wordPage(SAMPLE_PAGES[sample.purpose])
  return { name: sample.name, bytes }
}
