// Settings of a test process: keys that protect nothing, no database until a test clones one.
process.env.AUTH_SECRET ??= 'a-secret-for-tests-only-a-secret-for-tests-only'
process.env.DATA_KEY ??= Buffer.alloc(32, 1).toString('base64')
process.env.HMAC_KEY ??= Buffer.alloc(32, 2).toString('base64')
process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'
process.env.LOG_LEVEL ??= 'silent'
