import type { ItemFigures } from '@/domain/item-statistics/classical'
import type { ItemFlag } from '@/domain/item-statistics/flags'
import type { TwoParameters } from '@/domain/item-statistics/two-parameter'

/** What is stored of one question as it stood; the model only where there were enough answers. */
export type StoredFigures = ItemFigures & { model: TwoParameters | null; flags: ItemFlag[] }
