export type Frame = { origin: string; tenant: string; slug: string; language: string; title: string }

const ENTITIES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign]!)

/** What somebody copies into a page of theirs. Its title is what screen readers say of the frame (WCAG 2.2, 4.1.2). */
export function frameCode({ origin, tenant, slug, language, title }: Frame): string {
  const address = `${origin}/embed/t/${encodeURIComponent(tenant)}/${encodeURIComponent(slug)}?lang=${language}`
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" lang="${language}" width="100%" height="640" style="border: 0" loading="lazy"></iframe>`
}
