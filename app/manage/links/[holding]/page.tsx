import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { maskName } from '@/domain/permissions/mask'
import { issueLinkAction } from '@/features/accounts/link-actions'
import { issuedLink } from '@/features/accounts/queries/issued-link'
import type { ShownLink } from '@/features/accounts/queries/issued-link'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { Copyable } from '@/features/accounts/ui/copyable'
import { requireActor } from '@/server/auth/actor'
import { appOrigin, isOriginConfigured } from '@/server/env'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.manage')
  return { title: t('title') }
}

export default async function OneLinkPage({ params }: PageProps<'/manage/links/[holding]'>) {
  const actor = await requireActor('links.issue')
  const found = await issuedLink(actor, (await params).holding)
  if (!found) notFound()
  const { holding, link } = found
  const t = await getTranslations('links')
  const kind = t(`manage.kinds.${holding.seatKind}`)
  const name = holding.inFull ? holding.personName : maskName(holding.personName)
  return (
    <div className="max-w-2xl">
      <PageTitle above={<a href="/manage/links">{t('one.back')}</a>} beneath={`${name} · ${holding.leafName}`}>
        {t('one.title', { enterprise: holding.enterprise, kind })}
      </PageTitle>
      {isOriginConfigured() ? null : <Notice tone="warn">{t('manage.noOrigin')}</Notice>}
      {link ? await shown(link) : unissued()}
    </div>
  )

  function unissued() {
    if (!holding.hasMobile) return <Notice tone="warn">{t('one.noMobile')}</Notice>
    return (
      <>
        <p className="mb-4">{t('one.none')}</p>
        <AccountForm
          action={issueLinkAction}
          fields={[]}
          hidden={{ holdingId: holding.holdingId }}
          submit={t('one.generate')}
          sentences={t.raw('sentences')}
        />
      </>
    )
  }

  async function shown({ path, code, expiresAt }: ShownLink) {
    const format = await getFormatter()
    const address = appOrigin() + path
    const words = { copy: t('one.copy'), copied: t('one.copied') }
    const about = { programme: holding.programme, kind, link: address }
    // A masked name is no greeting.
    const message = holding.inFull ? t('one.message', { ...about, name }) : t('one.messageWithoutName', about)
    return (
      <>
        <Copyable id="link" label={t('one.link')} text={address} {...words} />
        <Copyable id="message" label={t('one.text')} text={message} rows={4} {...words} />
        {code ? (
          <Copyable id="code" label={t('one.code')} text={code} {...words} />
        ) : (
          <p className="mb-4">{t('one.codeUsed')}</p>
        )}
        <p className="text-ink-2">{t('one.until', { day: format.dateTime(expiresAt, { dateStyle: 'long' }) })}</p>
        {holding.inFull ? (
          <form action="/manage/links/letters" method="post" className="mt-6">
            <input type="hidden" name="holding" value={holding.holdingId} />
            <button type="submit" className="button">
              {t('one.letter')}
            </button>
          </form>
        ) : null}
      </>
    )
  }
}
