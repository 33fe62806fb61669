import 'server-only'
import { headers } from 'next/headers'
import type { Permission } from '@/domain/permissions/permission'
import { currentRequestId } from '@/server/action'
import { handlerActor } from '@/server/auth/actor'
import { isOwnOrigin } from '@/server/auth/origin'
import { contextOf } from '@/server/context'
import type { Context } from '@/server/context'

/** The form a request brings, or the response to send when its body is none. */
export async function handlerForm(request: Request): Promise<FormData | Response> {
  try {
    return await request.formData()
  } catch {
    return Response.json({ refusal: 'malformed' }, { status: 400 })
  }
}

/**
 * The door of a state-changing route handler: own origin, actor with the permission, context; else the response to send.
 */
export async function handlerContext(permission: Permission): Promise<Context | Response> {
  if (!isOwnOrigin(await headers())) return Response.json({ refusal: 'foreign-origin' }, { status: 403 })
  const actor = await handlerActor(permission)
  if (actor instanceof Response) return actor
  return contextOf(actor, await currentRequestId())
}
