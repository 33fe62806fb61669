import { v7 as newId } from 'uuid'
import { encryptFile } from './crypto'
import { rows } from './installation'
import { officerOf } from './people'

/** A county's letter template, found sound, and a run of it made by the county's officer; the bytes are any. */
export async function templateRows(county: { id: string; code: string }, programmeId: string) {
  const [templateId, templateRunId, officerId] = [newId(), newId(), await officerOf(county.code)]
  await rows(
    `INSERT INTO office_template (id, region_id, purpose, format, name, state, preview_file_id, recorded_by_id)
      VALUES ($1, $2, 'LETTER', 'DOCX', '示例通知函', 'SOUND', $1, $3)`,
    [templateId, county.id, officerId],
  )
  await rows(
    `INSERT INTO document_run (id, template_id, programme_id, region_id, office, state, created_by_id)
      VALUES ($1, $2, $3, $4, '示例局', 'DONE', $5)`,
    [templateRunId, templateId, programmeId, county.id, officerId],
  )
  for (const id of [templateId, templateRunId]) {
    await rows(
      `INSERT INTO stored_file (id, name, media_type, size_bytes, sha256) VALUES ($1, '示例.docx', 'application/zip', 2, '\\x00')`,
      [id],
    )
    await rows('INSERT INTO file_chunk (file_id, position, bytes) VALUES ($1, 0, $2)', [id, encryptFile('PK')])
  }
  return { templateId, templateRunId }
}
