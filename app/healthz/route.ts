export const dynamic = 'force-dynamic'

/** Public: says that this process lives. Asks nobody, so that a lost database does not get it restarted. */
export function GET() {
  return new Response('ok', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
}
