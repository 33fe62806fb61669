import 'server-only'
import type { Context } from '@/server/context'
import { newId } from '@/server/db/id'
import { ok, type Outcome, refuse } from '@/server/outcome'

const AT_MOST = 30

/** Keeps an address under a name for the actor alone; the same name again takes the new address. Refuses 'too-many' beyond thirty. */
export function saveView(ctx: Context, said: { name: string; address: string }): Promise<Outcome<null, 'too-many'>> {
  const { personId } = ctx.actor
  return ctx.transaction(async (tx) => {
    // Two tabs at once wait for each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`saved-view:${personId}`}))`
    const { count } = await tx.savedView.updateMany({
      where: { personId, name: said.name },
      data: { address: said.address },
    })
    if (count > 0) return ok(null)
    if ((await tx.savedView.count({ where: { personId } })) >= AT_MOST) return refuse('too-many')
    await tx.savedView.create({ data: { id: newId(), personId, ...said } })
    return ok(null)
  })
}

/** Forgets one of the actor's own; another's or none changes nothing. */
export function forgetView(ctx: Context, viewId: string): Promise<Outcome<null, never>> {
  return ctx.transaction(async (tx) => {
    await tx.savedView.deleteMany({ where: { id: viewId, personId: ctx.actor.personId } })
    return ok(null)
  })
}
