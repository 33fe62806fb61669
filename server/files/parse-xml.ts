import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { WorkbookRefused } from './workbook-refusal'

/** What a reader of one XML part wants to hear. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
  /** True stops reading: the rest of the part is not inflated. */
  isDone?(): boolean
}

/**
 * Reads one XML part piece by piece. A document type declaration is refused before anything of it is expanded; no
 * external thing is ever fetched, as saxes knows only the five built-in entities.
 *
 * @throws WorkbookRefused 'doctype', or 'truncated' when the part ends early or is no XML
 */
export async function parseXml(stream: Readable, listener: XmlListener, onChunk?: () => Promise<void>): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure ??= error
  })
  parser.on('doctype', () => {
    failure = new WorkbookRefused('doctype')
  })
  parser.on('opentag', (tag) => listener.open?.(local(tag.name), tag.attributes as Record<string, string>))
  parser.on('closetag', (tag) => listener.close?.(local(tag.name)))
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }))
      if (failure) throw failure
      await onChunk?.()
      if (listener.isDone?.()) return
    }
    parser.write(decoder.decode()).close()
    if (failure) throw failure
  } catch (error) {
    throw error instanceof WorkbookRefused || isOwn(error) ? error : new WorkbookRefused('truncated')
  } finally {
    stream.destroy()
  }
}

/** Errors that callers throw inside `onChunk` pass through; errors of zip and XML become a refusal. */
function isOwn(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReadingStopped'
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
