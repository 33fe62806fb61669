import { getTranslations } from 'next-intl/server'
import { StatusMark } from '@/ui/layout/status-mark'
import type { FollowState } from '../queries/reserve'

const KINDS = { none: 'open', due: 'expired', open: 'open', closed: 'done' } as const

/** Where a need or project stands after the last note on it. */
export async function FindingStatus({ state, nextOn }: { state: FollowState; nextOn: string | null }) {
  const t = await getTranslations('visits.follow')
  const next = nextOn && state !== 'closed' ? ` ${t('next', { day: nextOn })}` : ''
  return <StatusMark kind={KINDS[state]} label={`${t(`state.${state}`)}${next}`} />
}
