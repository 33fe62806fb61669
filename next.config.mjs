import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  compress: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['@react-pdf/renderer', '@node-rs/argon2', 'pino', 'pg', 'exceljs', 'fontkit'],
  experimental: { cpus: 1 },
}

export default createNextIntlPlugin('./i18n/request.ts')(config)
