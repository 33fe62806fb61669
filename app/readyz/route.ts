import { readiness } from '@/server/health/readiness'

export const dynamic = 'force-dynamic'

/** Public: whether requests may be sent here now; 503 when not. Names no version and no host. */
export async function GET() {
  const { isReady, ...parts } = await readiness()
  const headers = { 'cache-control': 'no-store' }
  return Response.json({ ready: isReady, ...parts }, { status: isReady ? 200 : 503, headers })
}
