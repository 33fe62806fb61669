import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayEver } from '@/domain/permissions/permission'
import { currentActor } from '@/server/auth/actor'
import { PageShell } from '@/ui/layout/page-shell'

/** The front door: whoever is signed in goes straight to their own page. */
export default async function FrontPage() {
  const actor = await currentActor()
  if (actor) redirect(mayEver(actor, 'office.open') ? '/manage' : '/learn')
  const t = await getTranslations('front')
  const doors = [
    { href: '/l', title: t('doors.link.title'), text: t('doors.link.text') },
    { href: '/sign-in', title: t('doors.account.title'), text: t('doors.account.text') },
    { href: '/desk', title: t('doors.desk.title'), text: t('doors.desk.text') },
    { href: '/verify', title: t('doors.verify.title'), text: t('doors.verify.text') },
  ]
  return (
    <PageShell>
      <h1 className="font-serif text-3xl">{t('title')}</h1>
      <p className="mt-3 text-ink-2">{t('lead')}</p>
      <ul className="mt-8 border-rule border-t">
        {doors.map((door) => (
          <li key={door.href} className="border-rule border-b py-4">
            <h2 className="text-lg">
              <a href={door.href}>{door.title}</a>
            </h2>
            <p className="text-ink-2">{door.text}</p>
          </li>
        ))}
      </ul>
    </PageShell>
  )
}
