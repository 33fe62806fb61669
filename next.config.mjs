import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // One id for every process of a deployment; scripts/build.mjs derives it from the sources.
  generateBuildId: () => process.env.BUILD_ID ?? null,
  poweredByHeader: false,
  // Static files are compressed once per build and served by scripts/web.mjs; pages by the proxy in front, if any.
  compress: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // Types are a step of their own in `npm test`; the start of a machine with little memory need not check them again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@react-pdf/renderer', '@node-rs/argon2', 'pino', 'pg', 'exceljs', 'fontkit'],
  experimental: {
    cpus: 1,
    // Rosters are uploaded through forms; scripts/web.mjs caps every other body at 1 MB before it gets here.
    serverActions: { bodySizeLimit: '12mb' },
    proxyClientMaxBodySize: '12mb',
  },
}

export default createNextIntlPlugin('./i18n/request.ts')(config)
