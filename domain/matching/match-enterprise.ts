import type { NameParts } from './enterprise-keys'
import { findEnterprise } from './find-enterprise'
import type { EnterpriseMatch } from './match'
import type { RosterIndex } from './roster-index'

/**
 * The entry a row is about that names an enterprise and nobody in it.
 *
 * Its code, its whole name, what an officer decided, or the core of its name when it is one entry's alone and the row's name is
 * plainly a shorter form of it: without 有限公司 and its like, or with the same places written elsewhere. A whole name with another
 * place, or with one more or fewer, may be another firm's, and a former name is never enough, as nobody's name stands beside it.
 * Everything else is a question with its reason.
 */
export function matchEnterprise(
  index: RosterIndex,
  row: { uscc: string | null; enterprise: string | null },
): EnterpriseMatch {
  const found = findEnterprise(index, row)
  switch (found.kind) {
    case 'none':
      return { kind: 'queued', reasons: ['nothing-to-go-by'] }
    case 'unknown':
      return { kind: 'queued', reasons: ['enterprise-unknown'] }
    case 'several':
      return { kind: 'queued', reasons: ['enterprise-several'] }
    case 'contradicts':
      return { kind: 'queued', reasons: ['enterprise-contradicts'] }
    case 'one':
      return found.isFormer || !(found.isCertain || isShortForm(found.name, found.entry.name))
        ? { kind: 'queued', reasons: ['enterprise-unknown'] }
        : { kind: 'matched', by: found.by, entryId: found.entry.entry.entryId }
  }
}

function isShortForm(row: NameParts | null, name: NameParts): boolean {
  if (row === null) return false
  if (row.form === '' || row.form === '公司') return true
  return row.places.length === name.places.length && row.places.every((place) => name.places.includes(place))
}
