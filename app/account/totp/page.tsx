import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { needsSecondFactor } from '@/domain/permissions/actor'
import QRCode from 'qrcode'
import {
  confirmTotpAction,
  enrolTotpAction,
  recoveryCodeAction,
  removeTotpAction,
} from '@/features/accounts/account-actions'
import { accountOverview } from '@/features/accounts/queries/account-overview'
import { AccountForm } from '@/features/accounts/ui/account-form'
import { AccountShell } from '@/features/accounts/ui/account-shell'
import { SignOut } from '@/features/accounts/ui/sign-out'
import { requireActor } from '@/server/auth/actor'
import { offeredTotpSecret, totpUri } from '@/server/auth/totp'
import { ownPath } from '@/server/own-path'
import { Notice } from '@/ui/layout/notice'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.totp')
  return { title: t('title') }
}

export default async function TotpPage({ searchParams }: PageProps<'/account/totp'>) {
  const actor = await requireActor('account.manage')
  const account = await accountOverview(actor)
  const t = await getTranslations('accounts')
  const next = ownPath((await searchParams).next)
  const isCity = needsSecondFactor(actor.grants)
  const code = {
    name: 'code',
    label: t('totp.code'),
    inputMode: 'numeric' as const,
    autoComplete: 'one-time-code',
    maxLength: 7,
  }
  const sentences = t.raw('sentences')
  return (
    <AccountShell actor={actor}>
      <PageTitle>{t('totp.title')}</PageTitle>
      {account.hasTotp ? null : await enrolment()}
      {account.hasTotp && actor.mfaPending ? confirmation() : null}
      {account.hasTotp && !actor.mfaPending ? settings() : null}
      {actor.mfaPending ? (
        <div className="mt-8">
          <SignOut />
        </div>
      ) : null}
    </AccountShell>
  )

  async function enrolment() {
    const secret = offeredTotpSecret(actor.loginId, account.totpLastStep)
    const label = account.signInName ?? account.mobile ?? account.name
    const image = await QRCode.toDataURL(totpUri(secret, label), { margin: 2, width: 208 })
    return (
      <>
        {isCity ? <Notice tone="note">{t('totp.mandatory')}</Notice> : <p className="mb-4">{t('totp.lead')}</p>}
        <ol className="mb-6 list-decimal space-y-3 pl-6">
          <li>{t('totp.stepApp')}</li>
          <li>
            {t('totp.stepScan')}
            {/* biome-ignore lint/performance/noImgElement: a data address of our own; nothing to optimise. */}
            <img
              src={image}
              alt={t('totp.qrAlt')}
              width={208}
              height={208}
              className="my-3 border border-rule bg-[#fff]"
            />
            <span className="block text-ink-2">{t('totp.stepType')}</span>
            <code className="block break-all">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </li>
          <li>{t('totp.stepCode')}</li>
        </ol>
        <div className="max-w-md">
          <AccountForm
            action={enrolTotpAction}
            hidden={{ next }}
            fields={[code]}
            submit={t('totp.switchOn')}
            sentences={sentences}
          />
          {isCity ? null : (
            <a className="mt-4 inline-flex min-h-11 items-center" href={next === '/' ? '/account' : next}>
              {t('totp.later')}
            </a>
          )}
        </div>
      </>
    )
  }

  function confirmation() {
    return (
      <div className="max-w-md">
        <p className="mb-4">{t('totp.confirmLead')}</p>
        <AccountForm
          action={confirmTotpAction}
          hidden={{ next }}
          fields={[{ ...code, autoFocus: true }]}
          submit={t('totp.confirm')}
          sentences={sentences}
        />
        <details className="mt-8">
          <summary className="min-h-11 cursor-pointer">{t('totp.lost')}</summary>
          <AccountForm
            action={recoveryCodeAction}
            hidden={{ next }}
            fields={[
              {
                id: 'field-recovery',
                name: 'code',
                label: t('totp.recoveryCode'),
                autoComplete: 'off',
                autoCapitalize: 'characters',
              },
            ]}
            quiet
            submit={t('totp.useRecovery')}
            sentences={sentences}
          />
        </details>
      </div>
    )
  }

  function settings() {
    return (
      <>
        <p>{t('totp.isOn')}</p>
        {isCity ? (
          <p className="mt-2 text-ink-2">{t('totp.staysOn')}</p>
        ) : (
          <details className="mt-6 max-w-md">
            <summary className="min-h-11 cursor-pointer">{t('totp.switchOff')}</summary>
            <AccountForm
              action={removeTotpAction}
              fields={[
                { name: 'password', label: t('password.current'), type: 'password', autoComplete: 'current-password' },
              ]}
              quiet
              submit={t('totp.switchOff')}
              sentences={sentences}
            />
          </details>
        )}
      </>
    )
  }
}
