import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { db } from '@/server/db/client'
import { isId } from '@/server/db/id'
import { loadFile } from '@/server/files/stored-file'
import { templateInScope } from './template-in-scope'

export type Download = { name: string; mediaType: string; bytes: Buffer }

/** A template as it was uploaded, or filled with invented data; null when there is none for this officer. */
export async function templateFile(actor: Actor, id: string, which: 'original' | 'preview'): Promise<Download | null> {
  const one = await templateInScope(actor, id)
  const fileId = which === 'original' ? one?.id : one?.previewFileId
  return fileId ? loadFile(fileId) : null
}

/** The filled documents of a run: only for the officer who asked for them, as they hold names in full. */
export async function runFile(actor: Actor, id: string): Promise<Download | null> {
  const run = isId(id)
    ? await db.documentRun.findFirst({ where: { id, createdById: actor.personId, state: 'DONE' } })
    : null
  return run && (await templateInScope(actor, run.templateId)) ? loadFile(run.id) : null
}
