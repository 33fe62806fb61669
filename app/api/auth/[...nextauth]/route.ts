import NextAuth from 'next-auth'
import { signInDoors } from '@/features/accounts/sign-in-doors'
import { nextAuthOptions } from '@/server/auth/next-auth-options'

type Segments = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own addresses: the OpenID callback, and what its clients expect. Options are made per request, as settings may be. */
function handle(request: Request, segments: Segments): Promise<Response> {
  return NextAuth(request as never, segments as never, nextAuthOptions(signInDoors)) as Promise<Response>
}

export const GET = handle
export const POST = handle
