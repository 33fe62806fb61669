import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/permissions/actor'
import { mayEver, type Permission } from '@/domain/permissions/permission'
import { SubNavigation } from '@/ui/layout/sub-navigation'

type Page = { href: string; label: string; permission: Permission }

/** Ways of getting in touch, and ways of asking: each group is one place of the frame. */
const GROUPS: Record<'contact' | 'ask', readonly Page[]> = {
  contact: [
    { href: '/manage/contacts', label: 'today', permission: 'contact.record' },
    { href: '/manage/contacts/cases', label: 'cases', permission: 'contact.record' },
    { href: '/manage/contacts/owners', label: 'owners', permission: 'contact.record' },
    { href: '/manage/links', label: 'links', permission: 'links.issue' },
    { href: '/manage/messages', label: 'messages', permission: 'message.send' },
    { href: '/manage/inquiries', label: 'inquiries', permission: 'inquiry.answer' },
  ],
  ask: [
    { href: '/manage/in-person', label: 'inPerson', permission: 'oral-check.run' },
    { href: '/manage/spot-checks', label: 'spot', permission: 'spot-check.run' },
    { href: '/manage/signals', label: 'signals', permission: 'signal.read' },
  ],
}

/** The pages of a group that this officer may open; nothing when that is one alone. */
export async function GroupedNavigation(props: { group: keyof typeof GROUPS; current: string; actor: Actor }) {
  const t = await getTranslations('rates.groups')
  const pages = GROUPS[props.group].filter(({ permission }) => mayEver(props.actor, permission))
  if (pages.length < 2) return null
  return (
    <SubNavigation
      label={t(`${props.group}.label`)}
      pages={pages.map(({ href, label }) => ({
        href,
        label: t(`${props.group}.${label}`),
        current: href === props.current,
      }))}
    />
  )
}
