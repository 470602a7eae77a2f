// Loaded into a server before everything else: its calendar runs some days behind.
const behindMs = Number(process.env.CLOCK_DAYS_BACK) * 86_400_000
const Now = Date

globalThis.Date = class extends Now {
  constructor(...given) {
    if (given.length > 0) super(...given)
    else super(Now.now() - behindMs)
  }
  static now() {
    return Now.now() - behindMs
  }
}
