import { expect, it } from 'vitest'
import { frameCode } from './frame-code.ts'

it('is one frame with a title, whatever a procedure is called', () => {
  const code = frameCode({
    origin: 'https://beteiligung.stadt.example',
    tenant: 'stadt',
    slug: 'alte-gaertnerei',
    language: 'de',
    title: 'Beteiligung: "A & B" <script>',
  })
  expect(code).toBe(
    '<iframe src="https://beteiligung.stadt.example/embed/t/stadt/alte-gaertnerei?lang=de" ' +
      'title="Beteiligung: &quot;A &amp; B&quot; &lt;script&gt;" lang="de" width="100%" height="640" style="border: 0" loading="lazy"></iframe>',
  )
})
