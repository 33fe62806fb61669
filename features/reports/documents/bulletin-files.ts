import 'server-only'
import { fillDocx } from '@/server/documents/docx'
import { DocumentRefused } from '@/server/documents/document-refusal'
import { fillXlsx } from '@/server/documents/xlsx'
import { loadFile } from '@/server/files/stored-file'
import { bulletinData } from '../bulletin-data'
import type { BulletinContent } from '../bulletin-snapshot'
import type { Words } from '../rate-words'
import { plainBulletinDocx } from './plain-bulletin-docx'
import { plainBulletinXlsx } from './plain-bulletin-xlsx'

/**
 * The bulletin as a Word document, on the office's template or the plain one.
 *
 * @throws DocumentRefused, TemplateBroken when the office's template cannot be filled
 */
export async function bulletinDocx(bulletin: BulletinContent, templateId: string | null, t: Words): Promise<Buffer> {
  const template = templateId ? await templateBytes(templateId) : await plainBulletinDocx(bulletin, t)
  return fillDocx(template, bulletinData(bulletin, t))
}

/**
 * The bulletin as a workbook, on the office's template or as plain sheets.
 *
 * @throws DocumentRefused, TemplateBroken when the office's template cannot be filled
 */
export async function bulletinXlsx(bulletin: BulletinContent, templateId: string | null, t: Words): Promise<Buffer> {
  if (templateId === null) return plainBulletinXlsx(bulletin, t)
  return fillXlsx(await templateBytes(templateId), bulletinData(bulletin, t))
}

async function templateBytes(id: string): Promise<Buffer> {
  const file = await loadFile(id)
  // Stored under the template's id when it was uploaded; one that is gone cannot be filled.
  if (!file) throw new DocumentRefused('truncated')
  return file.bytes
}
