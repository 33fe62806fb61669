// As much of oidc-provider, which brings no types, as the tests of single sign-on use.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export type TokenContext = { oidc?: { route?: string }; body: { id_token?: string } }

  export class Provider {
    constructor(issuer: string, settings: Record<string, unknown>)
    callback(): RequestListener
    use(middleware: (ctx: TokenContext, next: () => Promise<void>) => Promise<void>): void
  }
}
