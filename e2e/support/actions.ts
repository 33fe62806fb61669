import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'

/** A server action of the build: what a browser, or anybody else, may post to. */
export interface BuiltAction {
  id: string
  name: string
  file: string
  /** Addresses of pages that bring it along. */
  pages: string[]
}

interface Manifest {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>
}

/** Every server action of the current build, from Next's own list. */
export function builtActions(): BuiltAction[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => ({
    id,
    name: exportedName,
    file: filename,
    pages: Object.keys(workers).map(addressOf),
  }))
}

/** "app/(public)/l/[token]/page" as an address with some value in its holes. */
function addressOf(worker: string): string {
  const parts = worker.split('/').slice(1, -1)
  return `/${parts
    .filter((part) => !/^\(.*\)$/.test(part))
    .map((part) => (part.startsWith('[') ? '00000000-0000-7000-8000-000000000000' : part))
    .join('/')}`
}

export interface Posting {
  headers: Record<string, string>
  multipart: FormData
}

/**
 * The ways a form reaches an action: by the page's script with or without a state before it, as a plain form without JavaScript, and as
 * a plain form of a form that keeps a state.
 */
export function waysToPost(id: string, fields: Record<string, string>): Posting[] {
  const given = Object.entries(fields)
  const numbered = given.map(([name, value]) => [`_1_${name}`, value] as const)
  const script = { 'next-action': id, accept: 'text/x-component' }
  const bound = [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
    ['$ACTION_1:1', '[{"status":"idle"}]'],
  ] as const
  return [
    // The arguments come last: they name the fields before them.
    { headers: script, multipart: form([...numbered, ['0', '["$K1"]']]) },
    { headers: script, multipart: form([...numbered, ['0', '[{"status":"idle"},"$K1"]']]) },
    { headers: {}, multipart: form([[`$ACTION_ID_${id}`, ''], ...given]) },
    { headers: {}, multipart: form([...bound, ...given]) },
  ]
}

function form(entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

/** Posts the plain form of an action as its page would and returns where it leads. */
export async function postForm(
  request: APIRequestContext,
  name: string,
  fields: Record<string, string>,
  sender: { cookie: string; origin: string },
): Promise<string> {
  const action = builtActions().find((one) => one.name === name)
  if (!action) throw new Error(`The build has no action ${name}.`)
  const [, , plain] = waysToPost(action.id, fields)
  const response = await request.post(action.pages.at(-1) ?? '/', {
    headers: sender,
    multipart: plain?.multipart ?? new FormData(),
    maxRedirects: 0,
  })
  return response.headers().location ?? ''
}

/** Presses the start button of an exam and returns where it leads. */
export async function startExam(
  request: APIRequestContext,
  exam: string,
  headers: { cookie: string; origin: string },
): Promise<string> {
  const response = await request.post(`/learn/exams/${exam}/start`, { headers, maxRedirects: 0 })
  return response.headers().location ?? ''
}
