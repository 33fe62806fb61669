import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { homeCode } from '@/domain/permissions/reaches'
import { mayEver } from '@/domain/permissions/permission'
import type { Permission } from '@/domain/permissions/permission'
import { requireActor } from '@/server/auth/actor'
import { OfficeShell } from '../office-shell'

const PLACES: { href: string; label: string; permission: Permission; also?: readonly string[] }[] = [
  { href: '/manage/today', label: 'today', permission: 'today.read' },
  {
    href: '/manage/area',
    label: 'area',
    permission: 'rates.read',
    also: ['/manage/lists', '/manage/definitions'],
  },
  {
    href: '/manage/contacts',
    label: 'contacts',
    permission: 'contact.record',
    also: ['/manage/links', '/manage/messages', '/manage/inquiries'],
  },
  { href: '/manage/service', label: 'service', permission: 'service.read' },
  { href: '/manage/visits', label: 'visits', permission: 'visit.record' },
  { href: '/manage/sessions', label: 'sessions', permission: 'session.host' },
  { href: '/manage/roster', label: 'roster', permission: 'roster.read' },
  {
    href: '/manage/roster/imports',
    label: 'imports',
    permission: 'import.run',
    also: ['/manage/results', '/manage/fill-back'],
  },
  {
    href: '/manage/in-person',
    label: 'inPerson',
    permission: 'oral-check.run',
    also: ['/manage/signals', '/manage/spot-checks'],
  },
  {
    href: '/manage/reports',
    label: 'reports',
    permission: 'report.read',
    also: ['/manage/templates'],
  },
  { href: '/manage/programmes', label: 'programmes', permission: 'programme.write' },
  { href: '/manage/officers', label: 'officers', permission: 'officers.manage', also: ['/manage/agencies'] },
  { href: '/manage/audit', label: 'audit', permission: 'audit.read' },
  { href: '/manage/certificates', label: 'certificates', permission: 'certificate.read' },
  { href: '/manage/suggestions', label: 'suggestions', permission: 'suggestion.read' },
  { href: '/author', label: 'content', permission: 'bank.read' },
]

/**
 * The frame of every officer page, and of those that lecturers and auditors have, too. It protects nothing: each page asks for its own
 * permission.
 */
export default async function ManageLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('office.open')
  const t = await getTranslations('rates.nav')
  const items = PLACES.filter((place) => mayEver(actor, place.permission)).map(({ href, label, also = [] }) => ({
    // Their own area has an address of its own; every area beneath lights the same place.
    href: label === 'area' ? `${href}/${homeCode(actor)}` : href,
    label: t(label),
    also: label === 'area' ? [href, ...also] : also,
  }))
  return (
    <OfficeShell home="/manage" items={items}>
      {children}
    </OfficeShell>
  )
}
