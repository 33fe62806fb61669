import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver, type Permission } from '@/domain/permissions/permission'
import { SubNavigation } from '@/ui/layout/sub-navigation'

const PAGES: readonly { href: string; label: 'officers' | 'agencies'; permission: Permission }[] = [
  { href: '/manage/officers', label: 'officers', permission: 'officers.manage' },
  { href: '/manage/agencies', label: 'agencies', permission: 'agency.manage' },
]

/** Who works here: officers, and agencies on commission. */
export async function OfficersNavigation({ current, actor }: { current: string; actor: Actor }) {
  const t = await getTranslations('agencies.sub')
  return (
    <SubNavigation
      label={t('label')}
      pages={PAGES.filter(({ permission }) => mayEver(actor, permission)).map(({ href, label }) => ({
        href,
        label: t(label),
        current: href === current,
      }))}
    />
  )
}
