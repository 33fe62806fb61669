import type { DocumentData } from './document-data'
import type { PlaceholderSpec } from './placeholder-spec'

/** Invented data for every placeholder: what the preview of a template shows. */
export function exampleData(specs: readonly PlaceholderSpec[]): DocumentData {
  return Object.fromEntries(specs.map((spec) => [spec.name, spec.kind === 'list' ? spec.examples : spec.example]))
}
