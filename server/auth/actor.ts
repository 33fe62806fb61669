import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, type Grant, needsSecondFactor } from '@/domain/permissions/actor'
import { mayEver } from '@/domain/permissions/permission'
import type { Permission } from '@/domain/permissions/permission'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { currentLogin } from './login-cookie'

async function grantsOf(personId: string): Promise<Grant[]> {
  const today = shanghaiToday()
  return db.$queryRaw<Grant[]>`
    SELECT g.role::text AS role, g.region_id AS "regionId", r.path AS "regionPath", r.kind::text AS "regionKind", g.agency_id AS "agencyId"
    FROM officer_grant g LEFT JOIN region r ON r.id = g.region_id
    WHERE g.person_id = ${personId}::uuid AND g.retracted_at IS NULL AND g.from_on <= ${today}::date
      AND (g.to_on IS NULL OR g.to_on > ${today}::date)
    ORDER BY g.id`
}

/** The actor of a login row: grants of a link login are never read, so it can never act as an officer. */
export async function actorOfLogin(login: {
  id: string
  personId: string
  holdingId: string | null
  mfaAt: Date | null
  hasTotp?: boolean
  isOfficer?: boolean
}): Promise<Actor> {
  const via = login.holdingId ? 'link' : 'account'
  const grants = via === 'link' || login.isOfficer === false ? [] : await grantsOf(login.personId)
  return {
    personId: login.personId,
    loginId: login.id,
    via,
    holdingId: login.holdingId,
    grants,
    mfaPending: via === 'account' && (needsSecondFactor(grants) || login.hasTotp === true) && login.mfaAt === null,
  }
}

/** Who asks, or null for anonymous. Read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const login = await currentLogin()
  return login ? actorOfLogin(login) : null
})

/**
 * First line of every page and query behind a sign-in. Anonymous: to the sign-in page and back. A second factor outstanding:
 * to its page. Signed in without the permission: not found, as if it did not exist.
 */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) {
    const path = (await headers()).get('x-path') ?? '/'
    redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  }
  if (actor.mfaPending && permission !== 'account.manage') redirect('/account/totp')
  if (!mayEver(actor, permission)) notFound()
  return actor
}

/**
 * The same for route handlers: the actor, or the response to send instead (401 anonymous, 404 not permitted).
 */
export async function handlerActor(permission: Permission): Promise<Actor | Response> {
  const actor = await currentActor()
  if (!actor) return Response.json({ refusal: 'signed-out' }, { status: 401 })
  if (!mayEver(actor, permission)) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return actor
}
