const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)

/**
 * The HTML part of a message, made from its text: the same words in the same order, paragraphs where empty lines
 * stand, and only links of ours as links. No picture, no script, nothing that is fetched when it is opened.
 *
 * @param baseUrl the only address whose links become links.
 * @source WCAG 2.2 1.3.1, 2.4.4, 3.1.1: language, title, heading, and links that say where they lead.
 */
export function htmlOf(
  { subject, text, footer }: { subject: string; text: string; footer: string },
  language: string,
  baseUrl: string,
): string {
  const link = new RegExp(`${escapeForRegExp(escapeHtml(baseUrl))}/[\\w\\-./~%#?=]*[\\w\\-/~%#=]`, 'g')
  const paragraphs = (part: string) =>
    part
      .split(/\n{2,}/)
      .map((paragraph) => escapeHtml(paragraph.trim()))
      .filter(Boolean)
      .map(
        (paragraph) =>
          `<p style="margin:0 0 16px">${paragraph
            .replace(link, (url) => `<a href="${url}" style="color:#0a4fa3;word-break:break-all">${url}</a>`)
            .replaceAll('\n', '<br>')}</p>`,
      )
      .join('\n')
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#171a1c;font:16px/1.5 Arial,Helvetica,sans-serif">
<main style="max-width:600px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(subject)}</h1>
${paragraphs(text)}
</main>
<footer style="max-width:600px;margin-top:24px;padding-top:16px;border-top:1px solid #8a9499;font-size:14px;color:#3d464a">
${paragraphs(footer)}
</footer>
</body>
</html>
`
}

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
